"""Names of the extended attributes through which a test speaks with the process behind `support.fusedisk`."""

from __future__ import annotations

RULES = "user.kiosk.rules"
COUNTS = "user.kiosk.counts"
