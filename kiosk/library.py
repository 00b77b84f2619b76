"""From what is live to what can be looked at: the one door between the store and the catalog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.catalog.snapshot import HomeSnapshot, SnapshotFile

if TYPE_CHECKING:
    from kiosk.packs.store import Store


def refresh_catalog(store: Store, folder: Path, *, force: bool = False) -> HomeSnapshot:
    """Build the catalog of the store's generation if it is not there yet.

    Args:
        store: the kiosk's packs.
        folder: of the catalog.
        force: build it even when it seems to be there.
    """
    generation = store.generation()
    now = SnapshotFile(folder).read()
    if not force and now.generation == generation and (folder / now.catalog).is_file() and now.catalog:
        return now
    from kiosk.catalog.build import build
    from kiosk.kinds import discover

    return build(store.live(), store.blob_path, discover(), folder, generation)
