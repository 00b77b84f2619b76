"""Where this kiosk keeps its things, for commands that work on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.chosen import settings

if TYPE_CHECKING:
    from kiosk.packs.store import Store

__all__ = ["DATA", "catalog_folder", "open_store", "settings"]

DATA = click.option(
    "--data", type=click.Path(path_type=Path), default=None, help="Data folder; default: from the settings."
)


def open_store(data: Path | None) -> Store:
    """The kiosk's pack store."""
    from kiosk.packs.store import Store

    return Store(settings(data).data_dir / "store")


def catalog_folder(data: Path | None) -> Path:
    """Where the catalog and the home snapshot are."""
    return settings(data).data_dir / "catalog"
