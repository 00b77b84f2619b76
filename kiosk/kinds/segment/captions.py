"""Captions from WebVTT or SRT: untrusted text in, cues in order of time out.

Rules: a cue begins at a line with `-->`, takes the lines below it until an empty line, and keeps its line breaks. The line
above the times may be a number or a name and is dropped. Tags, SRT position codes and VTT settings are dropped, entities
are read. `WEBVTT`, `NOTE`, `STYLE` and `REGION` blocks say nothing. What cannot be read is a `CaptionProblem` with its
line, never an exception.
"""

from __future__ import annotations

import bisect
import html
import re
from dataclasses import dataclass

from kiosk.core.text import Text

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?", re.ASCII)
_NEW_LINE = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SILENT = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)(?:[\s=].*)?")
_LONGEST_OVERLAP = 8
"""How many cues back `cue_at` looks for one that is still on."""

_TIMES_HINT = Text("时间写成 00:01:02.500 --> 00:01:05.000。", "Write the times as 00:01:02.500 --> 00:01:05.000.")


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption; shown from `start_ms` until just before `end_ms`, always later than `start_ms`."""

    start_ms: int
    end_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class CaptionProblem:
    """Something in a caption file that could not be read.

    Args:
        fatal: words would be lost; otherwise nothing visible is missing.
        code: stable machine name.
        line: 1-based.
    """

    fatal: bool
    code: str
    line: int
    message: Text
    hint: Text


def decode_captions(untrusted: bytes) -> tuple[str, str]:
    """Text of a caption file and the encoding it was read with: `utf-8`, `utf-16`, else `gb18030`."""
    if untrusted.startswith((b"\xff\xfe", b"\xfe\xff")):
        return untrusted.decode("utf-16", errors="replace"), "utf-16"
    try:
        return untrusted.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return untrusted.decode("gb18030", errors="replace"), "gb18030"


def parse_captions(untrusted: str) -> tuple[tuple[Cue, ...], tuple[CaptionProblem, ...]]:
    """Every readable cue, sorted by start then end, and every problem in order of lines."""
    lines = _NEW_LINE.split(untrusted.removeprefix("\ufeff"))
    cues: list[Cue] = []
    problems: list[CaptionProblem] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].strip():
            end += 1
        if end > at:
            _block(lines, at, end, cues, problems)
        at = end + 1
    return tuple(sorted(cues, key=lambda cue: (cue.start_ms, cue.end_ms))), tuple(problems)


def cue_at(cues: tuple[Cue, ...], ms: int) -> Cue | None:
    """The cue on screen at `ms`; of overlapping ones the one that began last."""
    last = bisect.bisect_right(cues, ms, key=lambda cue: cue.start_ms) - 1
    for index in range(last, max(-1, last - _LONGEST_OVERLAP), -1):
        if ms < cues[index].end_ms:
            return cues[index]
    return None


def _block(lines: list[str], first: int, end: int, cues: list[Cue], problems: list[CaptionProblem]) -> None:
    """Read lines `first` to `end`, which hold no empty line; a missing empty line between two cues is forgiven."""
    timed = [n for n in range(first, end) if "-->" in lines[n]]
    if not timed:
        if not _SILENT.fullmatch(lines[first].strip()):
            problems.append(_without_time(first + 1))
        return
    if timed[0] > first + 1 and not _SILENT.fullmatch(lines[first].strip()):
        problems.append(_without_time(first + 1))
    if lines[first].strip().startswith("NOTE"):
        return
    for here, following in zip(timed, [*timed[1:], end], strict=True):
        stop = following - 1 if following < end and lines[following - 1].strip().isdecimal() else following
        _cue(lines[here], here + 1, lines[here + 1 : max(stop, here + 1)], cues, problems)


def _cue(times: str, line: int, words: list[str], cues: list[Cue], problems: list[CaptionProblem]) -> None:
    match = _TIMES.fullmatch(times)
    if match is None:
        problems.append(
            CaptionProblem(
                True,
                "bad-times",
                line,
                Text("看不懂这一行的时间。", "The times on this line cannot be read."),
                _TIMES_HINT,
            )
        )
        return
    start, end = _ms(*match.group(1, 2, 3, 4)), _ms(*match.group(5, 6, 7, 8))
    text = "\n".join(said for word in words if (said := _plain(word)))
    if end <= start:
        problems.append(
            CaptionProblem(
                True,
                "times-reversed",
                line,
                Text("字幕结束的时间不晚于开始的时间。", "The caption ends no later than it begins."),
                Text("请改正其中一个时间。", "Correct one of the two times."),
            )
        )
    elif not text:
        problems.append(
            CaptionProblem(
                False,
                "empty-caption",
                line,
                Text("这条字幕没有字。", "This caption has no words."),
                Text("补上文字，或者删掉这一条。", "Add the words, or remove the caption."),
            )
        )
    else:
        cues.append(Cue(start, end, text))


def _without_time(line: int) -> CaptionProblem:
    return CaptionProblem(
        True,
        "text-without-time",
        line,
        Text("这几行字没有时间，不会显示。", "These lines have no times and will not be shown."),
        Text(
            "在上面加一行时间；一条字幕中间不要有空行。",
            "Add a line of times above them; leave no empty line inside a caption.",
        ),
    )


def _ms(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction.ljust(3, "0"))


def _plain(word: str) -> str:
    return _CONTROL.sub("", html.unescape(_TAG.sub("", word))).replace("\xa0", " ").strip()
