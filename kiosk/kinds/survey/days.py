"""Whether a survey is open today. A clock that cannot be right closes nothing."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from kiosk.kinds.survey.model import Survey

Door: TypeAlias = Literal["open", "early", "closed"]


def door(survey: Survey, today: date, *, trusted: bool) -> Door:
    """`early` before its first day, `closed` after its last, both of which belong to it."""
    if not trusted:
        return "open"
    now = today.isoformat()
    if survey.opens and now < survey.opens:
        return "early"
    return "closed" if survey.closes and now > survey.closes else "open"
