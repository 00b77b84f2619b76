"""What an author writes after a key: clocks, minutes, pages of a PDF, words of a choice."""

from __future__ import annotations

import re
from typing import get_args

from kiosk.kinds.lecture.model import Ground, Layout

LAYOUTS: dict[str, Layout] = {
    **{word: word for word in get_args(Layout)},
    "标题": "title", "文字": "text", "图": "picture", "图片": "picture", "引文": "quote", "两栏": "columns", "表": "table",
    "表格": "table", "时间线": "timeline", "满屏": "bleed",
}  # fmt: skip
GROUNDS: dict[str, Ground] = {
    **{word: word for word in get_args(Ground)}, "纸": "paper", "蓝": "blue", "红": "red", "黑": "ink",
}  # fmt: skip
MOST_MINUTES = 180
MOST_SECONDS = 6 * 3600

_MINUTES = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:分钟|分|min|minutes?|m)?", re.IGNORECASE)
_SECONDS_WORD = re.compile(r"(\d{1,4})\s*(?:秒|s|sec|seconds?)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d{1,2})\s*[:：]\s*)?(\d{1,3})\s*[:：]\s*([0-5]?\d(?:\.\d{1,3})?)")
_PLAIN = re.compile(r"\d{1,5}(?:\.\d{1,3})?")
_PAGES = re.compile(
    r"(?P<file>\S.*?\.pdf)(?:\s+(?:第\s*)?(?P<first>\d{1,4})(?:\s*(?:-|–|—|~|到|至)\s*(?P<last>\d{1,4}))?\s*页?)?",
    re.IGNORECASE,
)


def minutes(said: str) -> float | None:
    """Planned minutes: `3`, `1.5`, `3 分钟`, `90 秒`; None when it cannot be read or is over three hours."""
    if match := _SECONDS_WORD.fullmatch(said.strip()):
        return round(int(match[1]) / 60, 3)
    match = _MINUTES.fullmatch(said.strip())
    return float(match[1]) if match and float(match[1]) <= MOST_MINUTES else None


def moment(said: str) -> float | None:
    """A place in a film in seconds: `1:05`, `0:00:20`, `20`, `20.5`; None when it cannot be read."""
    said = said.strip()
    if match := _CLOCK.fullmatch(said):
        found = int(match[1] or 0) * 3600 + int(match[2]) * 60 + float(match[3])
    elif _PLAIN.fullmatch(said):
        found = float(said)
    else:
        return None
    return round(found, 3) if found <= MOST_SECONDS else None


def pdf_pages(said: str) -> tuple[str, int, int] | None:
    """File, first and last page of `deck.pdf 3` or `deck.pdf 3-9`; pages are 0 when only the file is named."""
    match = _PAGES.fullmatch(said.strip())
    if match is None:
        return None
    first = int(match["first"] or 0)
    return match["file"], first, int(match["last"] or first)
