"""From what is live to what can be looked at: the one door between the store and the catalog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.catalog.snapshot import SNAPSHOT_FORMAT, HomeSnapshot, SnapshotFile

if TYPE_CHECKING:
    from kiosk.packs.store import Store


def ensure_catalog(data: Path, *, force: bool = False) -> None:
    """Write the catalog again when it is missing, damaged at its root, or older than what is live.

    Cheap when all is well: two small files are read and no database is opened. A kiosk calls it after its first frame.

    Args:
        data: the kiosk's data folder.
        force: write it even when it seems to be there: somebody could not read it.
    """
    from kiosk.packs.generation import read_generation

    folder = data / "catalog"
    snapshot = SnapshotFile(folder).read()
    generation = read_generation(data / "store")
    there = _current(snapshot, generation) and (folder / snapshot.catalog).is_file()
    if generation == 0 or (there and not force):
        return
    from kiosk.packs.store import Store

    store = Store(data / "store")
    try:
        refresh_catalog(store, folder, force=force)
    finally:
        store.close()


def _current(snapshot: HomeSnapshot, generation: int) -> bool:
    """Whether a snapshot is of this generation, and written by a program that knows what this one wants to know."""
    return snapshot.generation == generation and snapshot.format == SNAPSHOT_FORMAT


def refresh_catalog(store: Store, folder: Path, *, force: bool = False) -> HomeSnapshot:
    """Build the catalog of the store's generation if it is not there yet.

    Args:
        store: the kiosk's packs.
        folder: of the catalog.
        force: build it even when it seems to be there.
    """
    generation = store.generation()
    now = SnapshotFile(folder).read()
    if not force and _current(now, generation) and (folder / now.catalog).is_file() and now.catalog:
        return now
    from kiosk.catalog.build import build
    from kiosk.kinds import discover

    return build(store.live(), store.blob_path, discover(), folder, generation)
