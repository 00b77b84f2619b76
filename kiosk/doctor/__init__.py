"""Everything that can be wrong with a kiosk, looked at by one command; and what IT needs to help from afar, in one file."""

from __future__ import annotations

from kiosk.doctor.line import Line
from kiosk.doctor.rounds import Patient, examine

__all__ = ["Line", "Patient", "examine"]
