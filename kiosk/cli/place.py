"""Where this kiosk keeps its things, for commands that work on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kiosk.packs.store import Store
    from kiosk.settings import Settings

DATA = click.option(
    "--data", type=click.Path(path_type=Path), default=None, help="Data folder; default: from the settings."
)


def settings(data: Path | None = None, **overrides: object) -> Settings:
    """The settings with what the command line says on top."""
    from kiosk.settings import load

    given = {k: v for k, v in overrides.items() if v is not None}
    if data is not None:
        given["data_dir"] = str(data.resolve())
    return load(overrides=given).settings


def open_store(data: Path | None) -> Store:
    """The kiosk's pack store."""
    from kiosk.packs.store import Store

    return Store(settings(data).data_dir / "store")


def catalog_folder(data: Path | None) -> Path:
    """Where the catalog and the home snapshot are."""
    return settings(data).data_dir / "catalog"
