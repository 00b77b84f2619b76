"""A catalog is derived: a kiosk that finds it missing or torn writes it again by itself."""

from __future__ import annotations

import pytest
from support.kiosk import PORTRAIT, running
from support.union import Union

from kiosk.catalog.snapshot import SnapshotFile
from kiosk.library import ensure_catalog
from kiosk.packs.generation import read_generation


def test_what_is_there_is_left_alone(own_union: Union) -> None:
    """Cheap when all is well."""
    before = SnapshotFile(own_union.data / "catalog").stamp()
    ensure_catalog(own_union.data)
    assert SnapshotFile(own_union.data / "catalog").stamp() == before


@pytest.mark.parametrize("spoil", ["snapshot", "catalog"])
def test_what_is_missing_is_written_again(own_union: Union, spoil: str) -> None:
    """One file or the other may be lost."""
    folder = own_union.data / "catalog"
    name = SnapshotFile(folder).read().catalog
    (folder / ("home.json" if spoil == "snapshot" else name)).unlink()
    ensure_catalog(own_union.data)
    snapshot = SnapshotFile(folder).read()
    assert snapshot.generation == read_generation(own_union.data / "store")
    assert snapshot.rooms
    assert (folder / snapshot.catalog).stat().st_size > 0


def test_a_torn_catalog_is_mended_while_visitors_look(own_union: Union) -> None:
    """The list says it cannot be opened, and then it can."""
    folder = own_union.data / "catalog"
    (folder / SnapshotFile(folder).read().catalog).write_bytes(b"torn")
    with running(own_union.data, PORTRAIT, watch=True) as k:
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")
        k.hand.see("card.model-workers/wang-jin-xi", 30)
