"""A hand that comes in by the hidden door."""

from __future__ import annotations

from typing import Any

from support.kiosk import Kiosk
from support.stick import enter, knock

from kiosk.settings.pin import hash_pin

IT, OFFICER, STAFF = "2468", "1357", "9753"
PINS: dict[str, Any] = {"pin": hash_pin(IT), "pin_officer": hash_pin(OFFICER), "pin_staff": hash_pin(STAFF)}


def come_in(k: Kiosk, pin: str = IT) -> None:
    """Knock, enter a PIN, stand before the status page."""
    knock(k)
    enter(k, pin)
    k.hand.see("status")
    k.hand.settle(0.05)


def acts(k: Kiosk) -> list[tuple[str, str]]:
    """What the book says that administrators did."""
    return [(r["act"], r["detail"]) for r in k.records("admin")]
