"""Values of settings in words. Pure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kiosk.core.text import Lang
from kiosk.settings.describe import Chosen, Described, Stepped


def raw(value: Any) -> str:
    """A value as `KIOSK_…` would have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return ";".join(str(v) for v in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def shown(described: Described, value: Any, lang: Lang) -> str:
    """A value for people."""
    form = described.form
    if isinstance(form, Chosen):
        said = raw(value)
        return next((words(lang) for key, words in form.options if key == said), said)
    if isinstance(form, Stepped):
        return f"{raw(value)} {form.unit(lang)}".strip()
    if isinstance(value, Path):
        return str(value)
    return raw(value)


def stepped(form: Stepped, value: float, by: int) -> float:
    """The next value on the ladder, within its limits."""
    ladder = round(value / form.step) * form.step
    following = ladder + by * form.step if ladder == value or (ladder - value) * by < 0 else ladder
    return max(form.least, min(form.most, following))
