"""What is said, as lines to read and to touch; and the words of a player. Pure."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from kiosk.core.text import Lang
from kiosk.kinds.segment.captions import Cue, cue_at
from kiosk.kinds.segment.model import Chapter, Segment

CAPTION_LINE = 17
"""Han characters that fit into one line of the caption being spoken."""

HOLD_MS = 700
"""A caption stays through a shorter silence than this, so that the band does not flicker between two sentences."""

_DIGITS = "零一二三四五六七八九"
_HAN = re.compile(r"[\u3400-\u9fff]")
_MEASURE = re.compile(r"(?<=[0-9]) (?=[\u3400-\u9fff])")
_PAUSE = re.compile(r"[，。、；：？！]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a chapter's title when it has a `number`, else a caption."""

    start_ms: int
    text: str
    number: int = 0


def cues_for(segment: Segment, lang: Lang) -> tuple[Cue, ...]:
    """Captions in `lang`, else in Chinese, else in any language."""
    captions = segment.captions
    return captions.get(lang) or captions.get("zh") or next(iter(captions.values()), ())


def lines(cues: tuple[Cue, ...], chapters: tuple[Chapter, ...]) -> tuple[Line, ...]:
    """The transcript in order of time, each chapter before what is said in it."""
    heads = [Line(chapter.at_ms, chapter.title, number) for number, chapter in enumerate(chapters, 1)]
    said = [Line(cue.start_ms, _one_line(cue.text)) for cue in cues]
    return tuple(sorted([*heads, *said], key=lambda line: (line.start_ms, not line.number)))


def line_at(transcript: tuple[Line, ...], ms: int) -> int:
    """Index of the line being spoken, or spoken last; -1 before the first."""
    at = bisect.bisect_right(transcript, ms, key=lambda line: line.start_ms) - 1
    while at >= 0 and transcript[at].number:
        at -= 1
    return at


def spoken(cues: tuple[Cue, ...], ms: int) -> tuple[str, str]:
    """The caption at `ms` (may be empty) and the one before it."""
    began = bisect.bisect_right(cues, ms, key=lambda c: c.start_ms)
    cue = cue_at(cues, ms)
    if cue is None and 0 < began < len(cues) and cues[began].start_ms - cues[began - 1].end_ms < HOLD_MS:
        cue = cues[began - 1]
    before = cues.index(cue) if cue else began
    return broken(cue.text) if cue else "", _one_line(cues[before - 1].text) if before > 0 else ""


def broken(text: str) -> str:
    """A caption of two lines, parted at the pause nearest to its middle, so that no line ends by width alone.

    A number is never parted from its measure word.
    """
    text = _MEASURE.sub("\u00a0", text)
    if "\n" in text or len(text) <= CAPTION_LINE or not _HAN.search(text):
        return text
    pauses = [m.end() for m in _PAUSE.finditer(text[:-1])]
    fits = [at for at in pauses if at <= CAPTION_LINE and len(text) - at <= CAPTION_LINE]
    if not fits:
        return text
    at = min(fits, key=lambda place: abs(place - len(text) / 2))
    return f"{text[:at]}\n{text[at:]}"


def clock_words(ms: int, *, padded: bool = False) -> str:
    """`1:03`, padded `01:03`; `1:02:03` from an hour on."""
    seconds = max(0, ms) // 1000
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:{'02' if padded else ''}}:{seconds:02}"


def numeral(number: int, lang: Lang) -> str:
    """一, 十二, 三十 up to 九十九; digits in English and beyond."""
    if lang == "en" or not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def _one_line(text: str) -> str:
    return _MEASURE.sub("\u00a0", text).replace("\n", "" if _HAN.search(text) else " ")
