"""The player on a real window, with real files and real touch. Waits on conditions only."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from screen_world import CUES, TALL, WIDE, House, Player, card, drop_deferred, like, make_clip, walk
from shiboken6 import getAllValidWrappers

from kiosk.design.assets import load_fonts
from kiosk.kinds.segment import seriesmodel
from kiosk.kinds.segment.captions import Cue
from kiosk.sdk.narrator import Narrator

NEXT = (card("times/one", "前一段", 1), card("times/three", "后一段", 3), card("w/story", "故事", 0, "story"))

pytestmark = [
    pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg to make clips"),
    # A machine without loudspeakers or GPU is what these tests are for.
    pytest.mark.qt_log_ignore("PulseAudioService", "No audio device detected", "No RHI backend"),
]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """good.mp4, sound.m4a, zero.mp4, noise.mp4, head.mp4, cut.mp4; av1.mp4 where ffmpeg can."""
    folder = tmp_path_factory.mktemp("clips")
    good = make_clip(folder / "good.mp4")
    run: Callable[..., Any] = lambda *words: subprocess.run(["ffmpeg", "-v", "error", *words], check=True)  # noqa: E731
    run("-i", str(good), "-vn", "-c:a", "copy", str(folder / "sound.m4a"))
    long = folder / "long.mp4"
    run("-stream_loop", "3", "-i", str(good), "-c", "copy", "-movflags", "+faststart", str(long))
    (folder / "cut.mp4").write_bytes(long.read_bytes()[: long.stat().st_size * 3 // 10])
    (folder / "head.mp4").write_bytes(good.read_bytes()[:3000])
    (folder / "zero.mp4").write_bytes(b"")
    (folder / "noise.mp4").write_bytes(bytes(range(256)) * 200)
    encoders = subprocess.run(["ffmpeg", "-v", "error", "-encoders"], check=True, capture_output=True, text=True).stdout
    if "libsvtav1" in encoders:
        make_clip(folder / "av1.mp4", "-c:v", "libsvtav1", "-preset", "12")
    elif "libaom-av1" in encoders:
        make_clip(folder / "av1.mp4", "-c:v", "libaom-av1", "-cpu-used", "8")
    return folder


@pytest.fixture
def players(qapp: QGuiApplication) -> Iterator[Callable[..., Player]]:
    """Makes players; closes them and holds them to silence."""
    load_fonts()
    made: list[Player] = []

    def make(*args: Any, **options: Any) -> Player:
        made.append(Player(*args, **options))
        return made[-1]

    yield make
    for player in made:
        player.close()
    assert [w for player in made for w in player.warnings] == []


def until(qtbot: Any, condition: Callable[[], bool], ms: int = 6000) -> None:
    qtbot.waitUntil(condition, timeout=ms)


def playing(qtbot: Any, player: Player) -> Player:
    """Wait until it really plays."""
    until(qtbot, lambda: player.vm.phase == "playing" and player.vm.position > 100)
    return player


def centre(player: Player) -> tuple[int, int]:
    picture = player.item("segment.picture")
    return int(picture.width() * 0.6), int(picture.height() / 2)


@pytest.mark.parametrize("size", [TALL, WIDE], ids=["portrait", "landscape"])
def test_a_film_plays_to_its_end_and_holds_the_last_frame(
    qtbot: Any, players: Callable[..., Player], clips: Path, size: tuple[int, int]
) -> None:
    player = players(clips / "good.mp4", size=size)
    until(qtbot, lambda: player.vm.pictured)
    until(qtbot, lambda: like(player.pixel(*centre(player)), "#B3261C"))
    until(qtbot, lambda: player.vm.phase == "ended")
    until(qtbot, lambda: like(player.pixel(*centre(player)), "#26424F"))
    assert player.vm.position == player.vm.duration
    assert player.house.awake == [True, False]
    [record] = player.house.records
    assert record["item"] == "times/film" and record["finished"] and 2000 < record["watched_ms"] <= 3100
    player.tap("segment.toggle")
    until(qtbot, lambda: player.vm.phase == "playing" and 100 < player.vm.position < 1400)
    until(qtbot, lambda: like(player.pixel(*centre(player)), "#B3261C"))


def test_captions_show_at_their_time(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    player = players(clips / "good.mp4")
    shown: list[tuple[int, str]] = []
    player.vm.speech.captionChanged.connect(lambda: shown.append((player.vm.position, player.vm.speech.caption)))
    assert player.vm.speech.caption == CUES[0].text
    until(qtbot, lambda: player.vm.phase == "ended")
    second = next(at for at, text in shown if text == CUES[1].text)
    silence = next(at for at, text in shown if text == "")
    third = next(at for at, text in shown if text == CUES[2].text)
    for at, due in ((second, 1000), (silence, 2000), (third, 2800)):
        assert 0 <= at - due < 500  # a loaded machine ticks late, never early
    assert player.vm.speech.captionBefore == CUES[2].text


def test_captions_can_be_switched_off(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    player = playing(qtbot, players(clips / "good.mp4"))
    assert player.item("segment.caption").property("text") == player.vm.speech.caption
    player.tap("segment.captions.switch")
    until(qtbot, lambda: not player.shows("segment.caption"))
    player.key(Qt.Key.Key_C)
    until(qtbot, lambda: player.shows("segment.caption"))


def test_scrub_by_touch(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    player = playing(qtbot, players(clips / "good.mp4"))
    player.tap("segment.toggle")
    until(qtbot, lambda: player.vm.phase == "paused")
    player.tap("segment.bar", at=(0.75, 0.5))
    until(qtbot, lambda: abs(player.vm.position - 2250) < 120)
    until(qtbot, lambda: like(player.pixel(*centre(player)), "#26424F"))  # shows the picture there, still paused
    assert player.vm.phase == "paused" and player.vm.speech.captionBefore == CUES[1].text
    player.tap("segment.bar", at=(0.1, 0.5))
    until(qtbot, lambda: like(player.pixel(*centre(player)), "#B3261C"))
    player.tap("segment.later")
    until(qtbot, lambda: player.vm.position == player.vm.duration)


@pytest.mark.parametrize("name", ["zero.mp4", "noise.mp4", "head.mp4", "cut.mp4", "av1.mp4", "gone.mp4", None])
def test_what_cannot_be_played_is_said_and_another_is_offered(
    qtbot: Any, players: Callable[..., Player], clips: Path, name: str | None
) -> None:
    if name == "av1.mp4" and not (clips / name).exists():
        pytest.skip("this ffmpeg cannot make AV1")
    duration = 12_000 if name == "cut.mp4" else 3000
    player = players(clips / name if name else None, related=NEXT, duration=duration)
    until(qtbot, lambda: player.vm.phase == "fault", 5500 if name == "cut.mp4" else 4000)
    until(qtbot, lambda: player.shows("segment.fault"))
    assert player.vm.fault.title and player.vm.fault.note
    assert not player.house.said  # the page says it; a notice over it would say it twice
    assert player.house.awake in ([], [True, False])
    assert not any(record["finished"] for record in player.house.records)
    assert not like(player.pixel(540, 300), "#000000")
    [button] = [i for i in walk(player.item("segment.fault")) if i.property("tone") == "sheet" and i.isVisible()]
    player.touch(button.mapToScene(QPointF(button.width() / 2, button.height() / 2)).toPoint())
    until(qtbot, lambda: player.house.opened == ["times/three"])


def test_sound_shows_its_sentence(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    player = playing(qtbot, players(clips / "sound.m4a", video=False))
    until(qtbot, lambda: player.vm.speech.caption == CUES[1].text)
    assert player.item("segment.sentence").property("text").replace("\n", "") == CUES[1].text
    assert 0 < player.item("segment.progress").width() < player.item("segment.picture").width()
    until(qtbot, lambda: player.vm.phase == "ended")
    assert player.item("segment.progress").width() == player.item("segment.picture").width()


def test_the_transcript_follows_and_can_be_touched(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    cues = tuple(Cue(i * 150, i * 150 + 140, f"第 {i + 1} 句话。") for i in range(20))
    player = playing(qtbot, players(clips / "good.mp4", cues={"zh": cues}, chapters=()))
    until(qtbot, lambda: player.vm.speech.line == 10)
    transcript = player.item("segment.transcript")

    def in_middle() -> bool:
        row = player.item(f"segment.line.{player.vm.speech.line}")
        middle = row.mapToItem(transcript, QPointF(0, row.height() / 2)).y()
        return transcript.height() / 4 < middle < transcript.height() * 3 / 4

    until(qtbot, lambda: player.vm.speech.line < 17 and in_middle())
    player.tap("segment.toggle")
    line = player.vm.speech.line
    player.tap(f"segment.line.{line - 1}")
    until(qtbot, lambda: player.vm.phase == "playing")
    assert player.vm.position < (line + 1) * 150


def test_the_series_is_a_list_to_touch(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    player = playing(qtbot, players(clips / "good.mp4", related=NEXT))
    assert [one["uid"] for one in player.vm.series.episodes] == ["times/one", "times/film", "times/three"]
    player.tap("segment.tab.series")
    until(qtbot, lambda: player.shows("segment.episode.times/one"))
    player.tap("segment.episode.times/film")
    player.tap("segment.episode.times/one")
    until(qtbot, lambda: player.house.opened == ["times/one"])


def test_the_next_one_begins_unless_called_off(
    qtbot: Any, players: Callable[..., Player], clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seriesmodel, "NEXT_AFTER_MS", 1500)
    player = players(clips / "good.mp4", related=NEXT)
    until(qtbot, lambda: player.vm.series.offering)
    assert player.vm.series.nextTitle == "后一段"
    player.tap("segment.stay")
    until(qtbot, lambda: not player.vm.series.offering)
    player.tap("segment.toggle")
    until(qtbot, lambda: player.vm.phase == "playing")
    until(qtbot, lambda: player.vm.series.offering)
    assert player.house.opened == []
    until(qtbot, lambda: 0 < player.item("segment.countdown").width() < 1080)
    until(qtbot, lambda: player.house.opened == ["times/three"])
    assert not player.vm.series.offering


def test_the_last_one_offers_nothing(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    player = players(clips / "good.mp4", related=NEXT[:1])
    until(qtbot, lambda: player.vm.phase == "ended")
    assert not player.vm.series.offering and player.vm.series.nextTitle == ""


def test_keys(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    player = playing(qtbot, players(clips / "good.mp4"))
    player.key(Qt.Key.Key_Space)
    until(qtbot, lambda: player.vm.phase == "paused")
    player.key(Qt.Key.Key_Right)
    until(qtbot, lambda: player.vm.position == player.vm.duration)
    player.key(Qt.Key.Key_Left)
    until(qtbot, lambda: player.vm.position == 0)
    player.key(Qt.Key.Key_Space)
    until(qtbot, lambda: player.vm.phase == "playing")


def test_film_and_narrator_do_not_talk_at_once(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    narrator = Narrator()
    narrator._set_playing(True)
    player = playing(qtbot, players(clips / "good.mp4", narrator=narrator))
    assert not narrator.playing
    narrator._set_playing(True)
    assert player.vm.phase == "paused"


def test_a_visitor_finds_the_place_again_and_the_next_visitor_does_not(
    qtbot: Any, players: Callable[..., Player], clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.kinds.segment.resume.BEGINNING_MS", 500)
    monkeypatch.setattr("kiosk.kinds.segment.resume.END_MS", 500)
    narrator, house = Narrator(), House()
    first = playing(qtbot, players(clips / "good.mp4", narrator=narrator, house=house))
    until(qtbot, lambda: first.vm.position > 800)
    first.vm.hide()
    place = first.vm.position
    assert first.vm.phase == "paused" and not first.vm.surface
    second = players(clips / "good.mp4", narrator=narrator, house=house)
    assert second.vm.position == place
    until(qtbot, lambda: second.vm.pictured and second.vm.position > place)
    narrator.stop()  # the visit ends, then its pages are let go
    assert second.vm.phase == "paused"
    assert [r["finished"] for r in house.records] == [False, False]
    second.vm.hide()
    assert players(clips / "good.mp4", narrator=narrator, house=house).vm.position == 0


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="counts what Linux tells")
def test_opening_and_closing_leaves_nothing_behind(qtbot: Any, players: Callable[..., Player], clips: Path) -> None:
    def count() -> tuple[int, int, int]:
        drop_deferred()
        objects = sum(isinstance(w, QObject) for w in getAllValidWrappers())
        threads, files = (sum(1 for _ in Path("/proc/self", what).iterdir()) for what in ("task", "fd"))
        return objects, threads, files

    player = players(clips / "good.mp4")

    def once() -> None:
        player.vm.play()
        until(qtbot, lambda: player.vm.pictured)
        player.vm.hide()
        until(qtbot, lambda: not player.vm.surface)

    for _ in range(5):
        once()
    before: tuple[int, int, int] = (0, 0, 0)

    def settled() -> bool:
        nonlocal before
        last, before = before, count()
        return last == before

    qtbot.waitUntil(settled, timeout=5000)
    for _ in range(50):
        once()
    limit = tuple(n + 3 for n in before)
    qtbot.waitUntil(lambda: all(n <= most for n, most in zip(count(), limit, strict=True)), timeout=5000)
