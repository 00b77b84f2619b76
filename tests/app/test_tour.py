"""The tour: the product shows itself, and tells when something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, Kiosk, running
from support.union import Union

from kiosk import faults
from kiosk.samples import default_place
from kiosk.settings import Settings
from kiosk.tour import scenes as module
from kiosk.tour.extras import spoiled_copy
from kiosk.tour.hand import NotThereError
from kiosk.tour.play import MovableClock, play

HERE = (
    "01-attract", "02-home", "03-catalog", "04-catalog-era", "06-story-top", "12-text-size", "13-story-large", "14-night-home",
    "15-night-story", "32-unsupported", "33-broken", "34-gone", "36-usb-sheet", "37-pin-pad",
    "38-usb-list", "39-usb-copying", "40-usb-done", "41-content", "42-still-there", "43-attract-again",
)  # fmt: skip
SAMPLES = default_place()


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest watches already; the tour must not take its hooks away."""
    monkeypatch.setattr(faults, "install_hooks", lambda *_: None)


@SIZES
def test_it_writes_a_picture_of_every_scene(
    union: Union, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    chosen = [s for s in module.scenes() if s.name in HERE]
    assert len(chosen) == len(HERE), "a scene was renamed"
    monkeypatch.setattr(module, "scenes", lambda: chosen)
    said: list[str] = []
    seen = play(Settings(union.data), tmp_path, size, "zh", say=said.append)
    assert [s.name for s in seen] == list(HERE)
    assert [s.warnings for s in seen if s.warnings] == []
    for shot in seen:
        image = QImage(str(tmp_path / shot.file))
        assert (image.width(), image.height()) == (shot.width, shot.height) == size
    written = json.loads((tmp_path / "tour.json").read_text("utf-8"))
    assert (written["size"], written["lang"], [s["name"] for s in written["scenes"]]) == (list(size), "zh", list(HERE))
    assert not QImage(str(tmp_path / "contact-sheet.png")).isNull()
    assert len(said) == len(HERE)
    night, day = (QImage(str(tmp_path / f"{n}.png")) for n in ("14-night-home", "02-home"))
    assert night.pixelColor(size[0] - 30, size[1] // 2 + 200) != day.pixelColor(size[0] - 30, size[1] // 2 + 200)


def test_a_scene_that_is_not_reached_stops_it_with_a_picture(
    union: Union, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    lost = module.Scene("lost", lambda _a, h: h.see("the moon", patience=0.05))  # type: ignore[arg-type, return-value]
    monkeypatch.setattr(module, "scenes", lambda: [lost])
    with pytest.raises(NotThereError, match="the moon"):
        play(Settings(union.data), tmp_path, LANDSCAPE, "zh")
    assert not QImage(str(tmp_path / "failed.png")).isNull()


@pytest.mark.parametrize(
    ("uid", "seen"), [("tour/newer", "missing"), ("tour/broken", "missing"), ("tour/silent", "story.text")]
)
def test_what_is_spoiled_on_purpose_has_its_page_and_the_library_stays_whole(
    union: Union, tmp_path: Path, uid: str, seen: str
) -> None:
    before = {p.name: p.read_bytes() for p in (union.data / "catalog").iterdir()}
    with running(spoiled_copy(union.data, tmp_path), PORTRAIT) as k:
        k.open(uid, seen)
        k.hand.touch("nav.home")
        assert k.shows("4 位"), "home must not count them"
    assert {p.name: p.read_bytes() for p in (union.data / "catalog").iterdir()} == before


def test_its_clock_goes_forward() -> None:
    clock = MovableClock()
    before = clock.monotonic()
    clock.jump(100)
    assert 100 <= clock.monotonic() - before < 160


def test_the_hand_touches_only_what_is_there(union: Union) -> None:
    with running(union.data) as k:
        with pytest.raises(NotThereError, match="the moon"):
            k.hand.see("the moon", patience=0.02)
        with pytest.raises(NotThereError, match="outside the window"):
            outside(k)


def outside(k: Kiosk) -> None:
    item = k.hand.see("home.door")
    item.setX(-5000)
    k.hand.middle(item)


@pytest.mark.timeout(900)
@pytest.mark.skipif(
    not (SAMPLES / "kiosk" / "catalog" / "home.json").is_file(),
    reason="the sample packs are not built (kiosk demo --build-only)",
)
def test_the_whole_tour_on_the_sample_packs(tmp_path: Path) -> None:
    """In a process of its own: Qt allows one on-screen keyboard each."""
    words = [
        "tour",
        "--out",
        str(tmp_path),
        "--size",
        "1080x1920",
        "--platform",
        "offscreen",
        "--data",
        str(SAMPLES / "kiosk"),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *words], capture_output=True, text=True, timeout=850, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    written = json.loads((tmp_path / "tour.json").read_text("utf-8"))
    names = dict.fromkeys(s["name"] for s in written["scenes"])  # on stage one scene has a picture of each window
    assert list(names) == [s.name for s in module.scenes()]
    assert len(list(tmp_path.glob("*.png"))) == len(written["scenes"]) + 1
