"""Records on their way from many kiosks to the office: sealed batches, an outbox without a network, the office's database."""

from __future__ import annotations

from kiosk.fleet.devicekey import device_key
from kiosk.fleet.health import Health, look
from kiosk.fleet.outbox import Report, acknowledge, export

__all__ = ["Health", "Report", "acknowledge", "device_key", "export", "look"]
