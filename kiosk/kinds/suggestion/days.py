"""A day as people say it."""

from __future__ import annotations

from datetime import date

from kiosk.core.text import Lang

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def said(day: str, today: date | None, lang: Lang) -> str:
    """11月18日, or 18 Nov; with the year when it is not this one. Empty for what is no date.

    Args:
        day: ISO date.
        today: None when the clock is not trusted; then the year is said.
    """
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return ""
    year = "" if today and today.year == when.year else str(when.year)
    if lang == "zh":
        return (f"{year}年" if year else "") + f"{when.month}月{when.day}日"
    return f"{when.day} {_MONTHS[when.month - 1]}" + (f" {year}" if year else "")
