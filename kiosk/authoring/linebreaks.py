"""Rules for line breaks in poster-size type: broken by meaning, never left to the width of a screen."""

from __future__ import annotations

import re
from itertools import pairwise

from kiosk.core.source import Fields
from kiosk.core.text import Lang, Text

_NOT_FIRST = "，。、；：？！”’）》」』…,.;:?!)"
_NOT_LAST = "“‘（《「『("
_DISPLAY: dict[Lang, tuple[int, int]] = {"zh": (3, 11), "en": (4, 26)}
_LINE: dict[Lang, tuple[int, int]] = {"zh": (4, 12), "en": (4, 30)}
"""Most lines, most characters of a line."""


def warn_display(fields: Fields, display: str, title: str, lang: Lang) -> None:
    """Warn about a title that would break badly at poster size."""
    if _letters(display) != _letters(title):
        _warn(
            fields, "display", "display-differs", f"和标题不一样：{display!r}", f"differs from the title: {display!r}"
        )
    _warn_breaks(fields, "display" if "display" in fields.data else "title", display, *_DISPLAY[lang])


def warn_line(fields: Fields, line: str, lang: Lang) -> None:
    """Warn about a wall sentence that would break badly."""
    if line:
        _warn_breaks(fields, "line", line, *_LINE[lang])


def _warn_breaks(fields: Fields, key: str, words: str, most_lines: int, most_long: int) -> None:
    lines = words.split("\n")
    if len(lines) > most_lines:
        _warn(
            fields,
            key,
            "many-lines",
            f"有 {len(lines)} 行，最多 {most_lines} 行",
            f"has {len(lines)} lines; {most_lines} fit",
        )
    for line in lines:
        if len(line) > most_long:
            _warn(
                fields,
                key,
                "long-line",
                f"“{line}”有 {len(line)} 个字，一行最多 {most_long} 个",
                f"“{line}” has {len(line)} characters; {most_long} fit on a line",
            )
    if len(lines) < 2:
        return
    for line in lines:
        if not line.strip() or len(line.strip()) == 1:
            _warn(fields, key, "lone-character", "有一行空着或只有一个字", "leaves a line empty or with one character")
        elif line[0] in _NOT_FIRST or line[-1] in _NOT_LAST:
            _warn(fields, key, "bad-break", f"“{line}”的标点落错了行", f"“{line}” has punctuation on the wrong line")
    for above, below in pairwise(lines):
        if re.search(r"\d$", above) and re.match(r"[\d年月日岁个人吨米次号]", below):
            _warn(
                fields,
                key,
                "bad-break",
                f"“{above}／{below}”把数和量词拆开了",
                f"“{above} / {below}” parts a number from its unit",
            )


def _letters(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum())


def _warn(fields: Fields, key: str, code: str, zh: str, en: str) -> None:
    fields.findings.warn(
        code,
        fields.file,
        fields.line(key),
        Text(f"“{key}”{zh}。", f"“{key}” {en}."),
        Text("在 display 里用 \\n 按意思断行，或改短。", "Break it by meaning with \\n in `display`, or shorten it."),
    )
