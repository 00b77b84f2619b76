"""The sound check, from the console and from the rehearsal."""

from __future__ import annotations

from pathlib import Path

import pytest
from lecture_world import BEAMER, GLASS, UID, Stage, on_stage

from kiosk.design.assets import assets_folder
from kiosk.stage.soundcheck import SIDES, SoundCheck, peaks

pytestmark = pytest.mark.qt_log_ignore("No RHI backend")


@pytest.mark.parametrize("side", SIDES)
def test_a_tone_has_its_level(side: str) -> None:
    levels = peaks(assets_folder() / "selftest" / SIDES[side])
    assert len(levels) == 20
    assert 0.05 < max(levels) < 0.1


def both_sides(stage: Stage, check: SoundCheck) -> None:
    for side in ("left", "right"):
        stage.hand.touch(f"sound.{side}")
        assert check.side == side
        bar = stage.hand.see(f"sound.level.{side}")
        stage.hand.wait(lambda bar=bar: bar.width() > 100, f"the level of the {side}")  # type: ignore[misc]
        stage.hand.wait(lambda side=side: side in check.heard, f"the end of the {side}")  # type: ignore[misc]
        assert bar.width() == 0
        assert not check.failed


def test_both_sides_from_the_console(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path, GLASS, BEAMER) as stage:
        stage.hand.touch("console.live")
        stage.hand.touch("live.open.sound")
        both_sides(stage, stage.vm.sound)
        stage.hand.touch("sound.right")
        stage.hand.touch("sound.away")
        stage.hand.wait(lambda: stage.vm.sound.side == "", "silence")
        assert stage.vm.panel == ""
        assert not any("试音" in text for text in stage.texts())


def test_both_sides_from_the_rehearsal(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path, GLASS, begin=False) as stage:
        stage.hand.wait(lambda: "duty" in vars(stage.kiosk.app), "the house")
        stage.kiosk.app.shell.rehearseLecture(UID)
        stage.hand.wait(lambda: stage.hold.rehearsal is not None, "the sheet")
        stage.hand.touch("rehearsal.sound")
        assert stage.hold.rehearsal is not None
        both_sides(stage, stage.hold.rehearsal.sound)
        stage.hand.touch("sound.away")
        stage.hand.touch("rehearsal.leave")
        stage.hand.wait(lambda: stage.hold.rehearsal is None, "the kiosk")


def test_a_tone_that_cannot_be_played_is_said(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path, GLASS, BEAMER) as stage:
        check = stage.vm.sound
        stage.vm.openPanel("sound")
        stage.hand.see("sound.words")
        check.play("left")
        check.ended(False)
        assert check.failed
        assert check.side == ""
        check.play("centre")
        assert check.side == ""
