"""Touching the drawn keys of the on-screen keyboard."""

from __future__ import annotations

from PySide6.QtQuick import QQuickItem

from kiosk.tour.hand import Hand


def find_key(h: Hand, letter: str) -> QQuickItem | None:
    """The key that types `letter`; a key of Qt Virtual Keyboard has `key` and `text` properties."""
    for item in h.items():
        name = item.metaObject().className()
        if "Key" in name and item.property("displayText") is not None:
            if str(item.property("text") or item.property("displayText")).lower() == letter:
                return item
    return None


def touch_key(h: Hand, letter: str) -> None:
    """Touch a key as soon as it is there."""
    h.wait(lambda: find_key(h, letter), f"key {letter}")
    key = find_key(h, letter)
    if key is not None:
        h.touch_at(h.middle(key))
