"""Breaking text into lines: between Chinese characters, between Latin words, never before a closing mark."""

from __future__ import annotations

import re

from kiosk.reports.pdf.fonts import Family

_TOKEN = re.compile(r"[0-9A-Za-z_.,%+\-/:@#&'’]+|\s+|.", re.DOTALL)
_NOT_FIRST = "、，。；：？！）》〉」』”’…—·%～〕】,.;:?!)]}"
_NOT_LAST = "（《〈「『“‘〔【([{"
ELLIPSIS = "…"


def wrapped(text: str, family: Family, size: float, width: float, most: int = 0) -> list[str]:
    """Lines no wider than `width` points; a word wider than that is cut.

    Args:
        most: lines at most, the last one ending in an ellipsis; 0: any number.
    """
    lines = [line for part in text.split("\n") for line in _paragraph(part, family, size, width)]
    if most and len(lines) > most:
        last = lines[most - 1]
        while last and family.width(last + ELLIPSIS, size) > width:
            last = last[:-1]
        return [*lines[: most - 1], last + ELLIPSIS]
    return lines


def _paragraph(text: str, family: Family, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    for token in _tokens(text, family, size, width):
        if line and family.width("".join(line) + token.rstrip(), size) > width:
            carried = _carried(line, token)
            lines.append("".join(line).rstrip())
            line = carried
            if not line and token.isspace():
                continue
        line.append(token)
    return [*lines, "".join(line).rstrip()]


def _carried(line: list[str], token: str) -> list[str]:
    """What goes over to the next line with `token`; it is taken from `line`, which keeps at least one."""
    carried: list[str] = []
    while len(line) > 1 and ((carried or [token])[0][:1] in _NOT_FIRST or line[-1][-1:] in _NOT_LAST):
        carried.insert(0, line.pop())
        if carried[0][:1] not in _NOT_FIRST and line[-1][-1:] not in _NOT_LAST:
            break
    return carried


def _tokens(text: str, family: Family, size: float, width: float) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        while len(token) > 1 and family.width(token, size) > width:
            fits = 1
            while fits < len(token) - 1 and family.width(token[: fits + 1], size) <= width:
                fits += 1
            found.append(token[:fits])
            token = token[fits:]
        found.append(token)
    return found
