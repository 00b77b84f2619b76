"""How the kiosk ends, for whoever started it: `kiosk supervise`, systemd, Shell Launcher."""

from __future__ import annotations

CLOSED = 0
"""On purpose: nobody starts it again but whoever closed it."""
RESTART = 10
"""Start it again at once; no fault."""
REBOOT = 11
"""Start the machine again."""
POWER_OFF = 12
"""Switch the machine off."""
USAGE = 64
"""The command line is wrong: it would be wrong again."""
BAD_SETTING = 78
"""A setting has a value that cannot be: so too."""

FINAL = frozenset((CLOSED, USAGE, BAD_SETTING))
"""After these it is not started again."""
