"""Does the kiosk live? Pure: times in, judgement out.

A process that is there proves nothing: its GUI thread may hang, or the screen may show an old picture for ever. So two
things are watched. The heartbeat is a timer of the GUI thread: who calls `look` is alive. Frames are asked for: when none
has been presented for a while, one is, and it must come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

ASK_AFTER = 5.0
"""Seconds without a frame after which a still page is asked for one."""
FRAME_LIMIT = 10.0
"""Seconds in which a frame that was asked for must be on the screen: films on the slowest machine take 0.3."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """When something was last seen on the screen, and whether a frame is owed.

    Args:
        shown: monotonic seconds of the last presented frame.
        asked: when a frame was asked for that has not come; None when none is owed.
    """

    shown: float
    asked: float | None = None

    def frame(self, now: float) -> Pulse:
        """A frame was presented."""
        return Pulse(now)

    def look(self, now: float) -> tuple[Pulse, bool]:
        """Called by the heartbeat; True when a frame must be asked for now."""
        if self.asked is None and now - self.shown >= ASK_AFTER:
            return replace(self, asked=now), True
        return self, False

    def dark(self, now: float) -> Pulse:
        """There is no screen to present on, or it is switched off: no frame is owed."""
        return Pulse(now)

    def fresh(self, now: float, limit: float = FRAME_LIMIT) -> bool:
        """Whether the screen may be believed to live."""
        return self.asked is None or now - self.asked <= limit
