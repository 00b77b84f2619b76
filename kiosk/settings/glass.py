"""What was set on the glass: a file of its own in the data folder, so that nobody writes into what IT wrote.

It stands above the files and below the environment and the command line. The service may write nowhere else.
"""

from __future__ import annotations

from pathlib import Path

NAME = "glass.toml"
BEFORE = "glass.before.toml"
"""As it was before the last change."""
NOT_HERE = frozenset({"data_dir"})
"""Keys that cannot be set on the glass: where this very file lies."""


def glass_file(data_dir: Path) -> Path:
    """The file."""
    return data_dir / NAME
