"""Narrations: exact times, made again only when the words change, recordings left alone."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import wave
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.authoring.check import SourceError
from kiosk.authoring.narrate import BLOCK_PAUSE_MS, SENTENCE_PAUSE_MS, Narrated, narrate
from kiosk.authoring.speech import EspeakEngine
from kiosk.authoring.wavjoin import Span, join
from kiosk.core.text import Lang
from kiosk.kinds import discover

if TYPE_CHECKING:
    from tests.authoring.conftest import Source

needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
RATE = 22_050
MS_A_CHARACTER = 100
FRONT = "title: One Watch\n"


def tone(file: Path, ms: int, rate: int = RATE) -> None:
    """A steady tone of `ms` milliseconds."""
    count = ms * rate // 1000
    samples = array("h", (int(8000 * math.sin(n / 9)) for n in range(count)))
    with wave.open(str(file), "wb") as out:
        out.setparams((1, 2, rate, count, "NONE", ""))
        out.writeframes(samples.tobytes())


class Beeper:
    """An engine that says each character as a tenth of a second of tone, and remembers what it said."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def name(self, lang: Lang) -> str:
        return f"beeper {lang}"

    def say(self, sentence: str, lang: Lang, wav: Path) -> None:
        self.said.append(sentence)
        tone(wav, MS_A_CHARACTER * len(sentence))


def run(source: Source, engine: Beeper, only: set[str] | None = None) -> tuple[Narrated, ...]:
    return narrate(source.folder, discover(), engine, only=only, cache=source.cache)


def test_joined_sentences_have_exact_times(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.wav" for n in range(3)]
    for file, ms in zip(files, (500, 1000, 200), strict=True):
        tone(file, ms)
    spans, duration = join(files, [350, 800, 0], tmp_path / "all.wav")
    assert [(round(s.start_ms, -1), round(s.end_ms, -1)) for s in spans] == [(0, 500), (850, 1850), (2650, 2850)]
    with wave.open(str(tmp_path / "all.wav")) as made:
        assert duration == made.getnframes() * 1000 // RATE


def test_silence_around_a_sentence_is_cut(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as out:
        out.setparams((1, 2, RATE, 0, "NONE", ""))
        quiet = bytes(2 * RATE)
        out.writeframes(quiet + array("h", [9000] * RATE).tobytes() + quiet)
    spans, _ = join([tmp_path / "a.wav"], [0], tmp_path / "all.wav")
    assert spans[0].start_ms == 0
    assert 1000 <= spans[0].end_ms <= 1060


def test_joining_refuses_what_does_not_fit(tmp_path: Path) -> None:
    tone(tmp_path / "a.wav", 100)
    tone(tmp_path / "b.wav", 100, rate=16_000)
    with pytest.raises(ValueError, match="16000"):
        join([tmp_path / "a.wav", tmp_path / "b.wav"], [0, 0], tmp_path / "all.wav")
    with pytest.raises(ValueError, match="nothing"):
        join([], [], tmp_path / "all.wav")


@needs_ffmpeg
def test_a_narrated_story_can_be_listened_to(source: Source) -> None:
    source.story(body="## 第一天\n\n他来了。他走了。\n")
    source.story(front=FRONT, body="He came.\n", lang=".en")
    made = run(source, Beeper())
    assert [(m.lang, m.outcome, m.sentences) for m in made] == [("zh", "made", 3), ("en", "made", 1)]
    checked = source.check()
    assert list(checked.findings) == []
    chinese, english = checked.items
    assert chinese.header.listen
    assert english.content["narration"]["audio"] == "items/watch/narration.en.m4a"
    cues = [(c["start_ms"], c["end_ms"]) for c in chinese.content["narration"]["cues"]]
    wanted = [(0, 300), (300 + BLOCK_PAUSE_MS, 1500), (1500 + SENTENCE_PAUSE_MS, 2250)]
    assert all(abs(a - b) <= 4 for cue, want in zip(cues, wanted, strict=True) for a, b in zip(cue, want, strict=True))
    assert chinese.header.seconds == round(chinese.content["narration"]["duration_ms"] / 1000)


@needs_ffmpeg
def test_the_recording_sounds_where_the_cues_say(source: Source, tmp_path: Path) -> None:
    source.story(body="他来了。他走了。\n")
    run(source, Beeper())
    folder = source.folder / "stories/watch"
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(folder / "narration.m4a"), str(tmp_path / "back.wav")]
    subprocess.run(command, check=True)
    with wave.open(str(tmp_path / "back.wav")) as back:
        samples = array("h", back.readframes(back.getnframes()))
        rate = back.getframerate()

    def loud(start_ms: int, end_ms: int) -> float:
        part = samples[start_ms * rate // 1000 : end_ms * rate // 1000]
        return math.sqrt(sum(s * s for s in part) / len(part))

    cues = [Span(c["start_ms"], c["end_ms"]) for c in json.loads((folder / "narration.json").read_text())["sentences"]]
    for cue in cues:
        assert loud(cue.start_ms + 20, cue.end_ms - 20) > 3000
    assert loud(cues[0].end_ms + 30, cues[1].start_ms - 30) < 300


@needs_ffmpeg
def test_only_changed_words_are_spoken_again(source: Source) -> None:
    source.story("other", body="她来了。\n")
    engine = Beeper()
    run(source, engine)
    assert [m.outcome for m in run(source, engine)] == ["current", "current"]
    source.story("other", body="她走了。\n")
    assert [f.code for f in source.check().findings if f.file == "stories/other/index.md"] == ["stale-narration"]
    engine.said.clear()
    assert [m.outcome for m in run(source, engine)] == ["made", "current"]
    assert engine.said == ["她走了。"]


@needs_ffmpeg
def test_only_the_wanted_items_are_narrated(source: Source) -> None:
    source.story("other", body="<b>错\n")
    assert [m.item for m in run(source, Beeper(), {"watch"})] == ["watch"]
    with pytest.raises(SourceError):
        run(source, Beeper(), {"other"})
    assert not (source.folder / "stories/other/narration.json").exists()


def test_a_recording_by_a_person_is_left_alone(source: Source) -> None:
    source.story(body="他来了。\n")
    cues = {"engine": "recorded", "lang": "zh", "sentences": [{"start_ms": 10, "end_ms": 900, "text": "他来了"}]}
    file = source.write("stories/watch/narration.json", json.dumps(cues))
    source.write("stories/watch/narration.mp3", b"sound")
    before = file.read_bytes()
    engine = Beeper()
    assert [m.outcome for m in run(source, engine)] == ["recorded"]
    assert engine.said == []
    assert file.read_bytes() == before
    document = source.check().items[0]
    assert document.content["narration"]["audio"] == "items/watch/narration.mp3"


BAD_CUES = {
    "no json": "{",
    "no sentences": "{}",
    "a list": "[1]",
    "words for times": '{"engine": "x", "sentences": [{"start_ms": "a", "end_ms": 2, "text": "他来了"}]}',
    "backwards": '{"engine": "x", "sentences": [{"start_ms": 9, "end_ms": 2, "text": "他来了"}]}',
}


@pytest.mark.parametrize("text", BAD_CUES.values(), ids=BAD_CUES.keys())
def test_a_broken_cue_file_is_a_warning(source: Source, text: str) -> None:
    source.story(body="他来了。\n")
    source.write("stories/watch/narration.json", text)
    source.write("stories/watch/narration.m4a", b"sound")
    assert [f.code for f in source.check().findings] == ["bad-narration"]


@needs_espeak
@pytest.mark.parametrize(("lang", "sentence"), [("zh", "1960 年，他来到大庆。"), ("en", "In 1960 he came to Daqing.")])
def test_espeak_speaks(tmp_path: Path, lang: Lang, sentence: str) -> None:
    EspeakEngine().say(sentence, lang, tmp_path / "a.wav")
    with wave.open(str(tmp_path / "a.wav")) as made:
        assert made.getnchannels() == 1
        assert 1.0 < made.getnframes() / made.getframerate() < 8.0
