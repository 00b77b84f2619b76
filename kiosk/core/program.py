"""How this program starts itself again: a checkout and an installed package through Python, a bundle through its own file."""

from __future__ import annotations

import sys


def kiosk_command(*arguments: str) -> list[str]:
    """Program and arguments of `kiosk ...` in a process of its own."""
    head = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    return [*head, *arguments]
