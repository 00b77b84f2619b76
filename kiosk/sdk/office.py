"""Words for the office only: sealed before they touch a disk."""

from kiosk.sealing import OfficeKey, seal

__all__ = ["OfficeKey", "seal"]
