"""Captions in WebVTT, from the times at which the sentences are heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from film.speech import Line


def webvtt(lines: Sequence[Line], lang: Literal["zh", "en"]) -> str:
    """One cue for each sentence; it stays until the next begins, at most 0.6 s longer than it is heard."""
    cues = ["WEBVTT"]
    for at, line in enumerate(lines):
        following = lines[at + 1].start_ms if at + 1 < len(lines) else line.end_ms + 600
        end = min(line.end_ms + 600, following)
        text = line.sentence.zh if lang == "zh" else line.sentence.en
        cues.append(f"{at + 1}\n{_clock(line.start_ms)} --> {_clock(end)}\n{text}")
    return "\n\n".join(cues) + "\n"


def _clock(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
