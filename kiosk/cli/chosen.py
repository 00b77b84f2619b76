"""The settings a command works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.settings import Settings


def settings(data: Path | None = None, **overrides: object) -> Settings:
    """The settings with what the command line says on top."""
    from kiosk.settings import load

    given = {k: v for k, v in overrides.items() if v is not None}
    if data is not None:
        given["data_dir"] = str(data.resolve())
    return load(overrides=given).settings
