"""Sentences read aloud by espeak-ng, one by one, so that the length of each gives the exact times of its caption.

The voice is `cmn-latn-pinyin`. Plain `cmn` turns characters into pinyin and then reads that as English ("jin four").
"""

from __future__ import annotations

import array
import io
import math
import subprocess
import wave
from dataclasses import dataclass

from film.script import Scene, Sentence

RATE = 22050
VOICE = "cmn-latn-pinyin"
SPEED, PITCH, GAP = 156, 38, 1

_LOUD = 0.68
_HUSH = 260


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the time it is heard, in milliseconds."""

    sentence: Sentence
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Track:
    """The whole sound, and where each sentence and each scene is in it."""

    samples: array.array[int]
    lines: tuple[Line, ...]
    scenes: tuple[int, ...]
    """Start of each scene in milliseconds; the first begins after the opening."""

    @property
    def duration_ms(self) -> int:
        """Length."""
        return len(self.samples) * 1000 // RATE

    def wav(self) -> bytes:
        """As a WAV file."""
        buffer = io.BytesIO()
        with wave.open(buffer, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(self.samples.tobytes())
        return buffer.getvalue()


def record(scenes: tuple[Scene, ...], opening_s: float, tail_s: float) -> Track:
    """Chime, then every sentence with its pause, then silence."""
    samples = array.array("h", bytes(2 * round(opening_s * RATE)))
    for at, value in enumerate(chime()[: len(samples)]):
        samples[at] = value
    lines: list[Line] = []
    starts: list[int] = []
    for scene in scenes:
        starts.append(len(samples) * 1000 // RATE)
        for sentence in scene.says:
            start = len(samples) * 1000 // RATE
            samples.extend(_spoken(sentence.say or sentence.zh))
            lines.append(Line(sentence, start, len(samples) * 1000 // RATE))
            samples.extend(array.array("h", bytes(2 * round(sentence.pause * RATE))))
    samples.extend(array.array("h", bytes(2 * round(tail_s * RATE))))
    return Track(samples, tuple(lines), tuple(starts))


def chime() -> array.array[int]:
    """Two struck bars, a fifth apart, dying away: the sign that a programme begins."""
    notes = ((0.05, 523.25), (0.42, 783.99))
    sound = [0.0] * round(2.6 * RATE)
    for start, pitch in notes:
        first = round(start * RATE)
        for at in range(first, len(sound)):
            t = (at - first) / RATE
            ring = math.sin(2 * math.pi * pitch * t) + 0.28 * math.exp(-6 * t) * math.sin(
                2 * math.pi * 2.76 * pitch * t
            )
            sound[at] += 0.16 * math.exp(-2.3 * t) * min(1.0, t / 0.004) * ring
    fade = round(0.3 * RATE)
    for at in range(fade):
        sound[-1 - at] *= at / fade
    return array.array("h", (round(32767 * value) for value in sound))


def _spoken(words: str) -> array.array[int]:
    """One sentence, without the silence espeak-ng puts round it, at one loudness."""
    command = ["espeak-ng", "-v", VOICE, "-s", str(SPEED), "-p", str(PITCH), "-g", str(GAP), "--stdout"]
    done = subprocess.run(command, input=words.encode(), capture_output=True, check=True)
    # The header of a streamed WAV has no true length, so the samples are taken from behind it.
    data = done.stdout[done.stdout.index(b"data") + 8 :]
    sound = array.array("h", data[: len(data) // 2 * 2])
    first = next((at for at, value in enumerate(sound) if abs(value) > _HUSH), 0)
    last = next((at for at in range(len(sound) - 1, -1, -1) if abs(sound[at]) > _HUSH), len(sound) - 1)
    sound = sound[first : last + round(0.06 * RATE)]
    gain = _LOUD * 32767 / (max(map(abs, sound), default=0) or 1)
    return array.array("h", (round(value * gain) for value in sound))
