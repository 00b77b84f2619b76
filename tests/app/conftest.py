import pytest
from support.kiosk import own_union, union

from kiosk.screens.usb import watch
from kiosk.state import library, media

__all__ = ["own_union", "union"]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kiosk looks for sticks and new content many times a second."""
    monkeypatch.setattr(library, "WATCH_MS", 20)
    monkeypatch.setattr(media, "POLL_MS", 20)
    monkeypatch.setattr(watch, "TICK_MS", 20)
