"""Joining spoken sentences into one recording, and knowing to the sample when each is heard."""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SILENT = 300
"""Sample value, of 32,767, up to which the ends of a sentence count as silence."""


@dataclass(frozen=True, slots=True)
class Span:
    """When a sentence is heard, in milliseconds."""

    start_ms: int
    end_ms: int


def join(sentences: Sequence[Path], pauses_ms: Sequence[int], target: Path) -> tuple[tuple[Span, ...], int]:
    """Write the sentences one after another, each without the silence at its ends and followed by its pause.

    Args:
        sentences: WAV files of one format, 16-bit mono.
        pauses_ms: silence after each.
        target: WAV file to write.

    Returns:
        When each is heard, and the length of the whole in milliseconds.

    Raises:
        ValueError: there is nothing to join, or the files differ in format.
    """
    if not sentences:
        raise ValueError("nothing to join")
    rate = 0
    spans: list[Span] = []
    with wave.open(str(target), "wb") as out:
        at = 0
        for file, pause_ms in zip(sentences, pauses_ms, strict=True):
            file_rate, samples = _read(file)
            if not spans:
                rate = file_rate
                out.setnchannels(1)
                out.setsampwidth(2)
                out.setframerate(rate)
            elif file_rate != rate:
                raise ValueError(f"{file.name} has {file_rate} samples a second, not {rate}")
            sound = _trim(samples)
            silence = array("h", bytes(2 * (pause_ms * rate // 1000)))
            out.writeframes(_little_endian(sound + silence))
            spans.append(Span(at * 1000 // rate, (at + len(sound)) * 1000 // rate))
            at += len(sound) + len(silence)
    return tuple(spans), at * 1000 // rate


def _read(file: Path) -> tuple[int, array[int]]:
    with wave.open(str(file), "rb") as source:
        if source.getnchannels() != 1 or source.getsampwidth() != 2:
            raise ValueError(f"{file.name} is not 16-bit mono")
        samples = array("h")
        samples.frombytes(source.readframes(source.getnframes()))
        return source.getframerate(), samples if sys.byteorder == "little" else _swapped(samples)


def _trim(samples: array[int]) -> array[int]:
    loud = [n for n in range(0, len(samples), 32) if abs(samples[n]) > _SILENT]
    if not loud:
        return samples
    return samples[max(loud[0] - 64, 0) : loud[-1] + 1024]


def _little_endian(samples: array[int]) -> bytes:
    return (samples if sys.byteorder == "little" else _swapped(samples)).tobytes()


def _swapped(samples: array[int]) -> array[int]:
    copy = array("h", samples)
    copy.byteswap()
    return copy
