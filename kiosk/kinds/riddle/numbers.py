"""Numbers as they are written downwards: 十二, never 12."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_MOST = 100


def chinese(number: int) -> str:
    """0 to 99 in characters; other numbers in figures."""
    if not 0 <= number < _MOST:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
