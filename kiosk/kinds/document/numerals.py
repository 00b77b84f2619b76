"""Chinese numerals as laws write them."""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = {ch: n for n, ch in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
CHARACTERS = "".join((*DIGITS, *UNITS))


def value(numeral: str) -> int:
    """三十六 is 36, 一百零一 is 101, 十 is 10; figures count as well. 0 when it is no numeral."""
    if numeral.isdecimal():
        return int(numeral)
    total, digit = 0, -1
    for ch in numeral:
        if ch in DIGITS:
            if digit > 0:
                return 0
            digit = DIGITS[ch]
        elif ch in UNITS:
            total += UNITS[ch] * (digit if digit > 0 else 1)
            digit = -1
        else:
            return 0
    return total + max(digit, 0)


def said(number: int) -> str:
    """36 is 三十六; from 1 to 9999."""
    if not 1 <= number <= 9999:
        return str(number)
    names = "零一二三四五六七八九"
    out, gap = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if gap and out else "") + names[digit] + word
            gap = False
        else:
            gap = True
    return out.removeprefix("一") if out.startswith("一十") else out


_LABEL = re.compile(rf"第([{CHARACTERS}\d]{{1,9}})条(?:之([一二三四五六七八九十]{{1,3}}))?")


@lru_cache(maxsize=4096)
def numbered(label: str) -> tuple[int, int]:
    """第十条之一 is (10, 1), 第三十六条 is (36, 0); (0, 0) for what is no article."""
    match = _LABEL.fullmatch(label)
    return (value(match[1]), value(match[2] or "")) if match else (0, 0)
