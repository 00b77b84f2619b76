"""`kiosk run --lecture`."""

from __future__ import annotations

from pathlib import Path

import pytest
from lecture_world import GLASS, UID, on_stage, shared_data
from support.kiosk import TODAY

from kiosk.app import App, Options
from kiosk.cli.start import plain
from kiosk.settings import Settings
from kiosk.tour.hand import Hand


def test_the_line_is_read_without_click() -> None:
    assert plain(["run", "--lecture", UID]) == {"data": None, "lecture": UID}
    assert plain(["run", "--lecture"]) is None


def test_the_lecture_is_held_as_soon_as_the_kiosk_is_up(tmp_path: Path, qapp: object) -> None:
    import shutil

    shutil.copytree(shared_data(), tmp_path / "data")
    options = Options(size=(GLASS.width, GLASS.height), watch=False, today=TODAY, lecture=UID)
    app = App(Settings(tmp_path / "data", calm=True), options)
    hand = Hand(app.qt, app.show())
    try:
        hand.see("audience")
        assert app.stagehand.vm is not None
        assert app.stagehand.vm.run.lecture == UID
    finally:
        app.close()


def test_what_steps_leave_behind_goes_back_to_the_system(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[None] = []
    monkeypatch.setattr("kiosk.stage.stagehand.REST_MS", 50)
    monkeypatch.setattr("kiosk.memory.give_back", lambda: given.append(None))
    with on_stage(tmp_path, GLASS) as stage:
        assert given == []
        for _ in range(5):
            stage.vm.next()
        stage.hand.wait(lambda: given, "the memory")
        assert len(given) == 1  # once for several steps
