"""Times as people say them."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.core.text import Text

_UNITS = ((86_400, "天", "d"), (3600, "小时", "h"), (60, "分钟", "min"), (1, "秒", "s"))


def ago(stated: object, now: datetime | None = None) -> Text:
    """How long ago a stated time was: `2026-05-01T08:00:00Z`, or seconds since 1970."""
    then = _time(stated)
    seconds = int(((now or datetime.now(UTC)) - then).total_seconds()) if then else 0
    if seconds < 1:  # another computer's clock may be ahead
        return Text("刚才", "just now")
    for length, zh, en in _UNITS:
        if seconds >= length:
            return Text(f"{seconds // length} {zh}前", f"{seconds // length} {en} ago")
    raise AssertionError(seconds)


def _time(stated: object) -> datetime | None:
    try:
        if isinstance(stated, str):
            made = datetime.fromisoformat(stated)
            return made if made.tzinfo else made.replace(tzinfo=UTC)
        if isinstance(stated, int) and not isinstance(stated, bool):
            return datetime.fromtimestamp(stated, UTC)
    except (ValueError, OverflowError, OSError):
        pass  # a time nobody can tell
    return None
