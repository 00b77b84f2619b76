"""The number that grows each time the set of live packs changes, in a file that costs nothing to poll.

The truth is in `packs.db`; the file is written after the commit. Standard library only: the screen reads it.
"""

from __future__ import annotations

from pathlib import Path

NAME = "generation"


def read_generation(store: Path) -> int:
    """The current generation of the store folder; 0 when nothing was ever live.

    Compare with `!=`: after a power cut the file may for a moment be empty, until the store is opened again.
    """
    try:
        text = (store / NAME).read_text("ascii")
    except (FileNotFoundError, UnicodeDecodeError):
        return 0
    return int(text) if text.isascii() and text.strip().isdigit() else 0


def write_generation(store: Path, generation: int) -> None:
    """Replace the file in one step."""
    new = store / f"{NAME}.new"
    new.write_text(f"{generation}\n", "ascii")
    new.replace(store / NAME)
