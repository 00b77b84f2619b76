"""python-tuf's metadata as rows of `packs.db`: durable, where its own folder is not."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select
from tuf.api.metadata import Metadata, TargetFile, Targets

from kiosk.packs import schema


def stored_metadata(connection: Connection, publisher: str) -> dict[str, bytes]:
    """The TUF files of a publisher that the kiosk has accepted."""
    rows = connection.execute(
        select(schema.tuf_md.c.name, schema.tuf_md.c.body).where(schema.tuf_md.c.publisher == publisher)
    )
    return {row.name: row.body for row in rows}


def store_metadata(connection: Connection, publisher: str, metadata: Mapping[str, bytes]) -> None:
    """Keep TUF files of a publisher; what is already there is not written again."""
    held = stored_metadata(connection, publisher) if metadata else {}
    for name, body in metadata.items():
        if held.get(name) != body:
            connection.execute(
                delete(schema.tuf_md).where(schema.tuf_md.c.publisher == publisher, schema.tuf_md.c.name == name)
            )
            connection.execute(insert(schema.tuf_md).values(publisher=publisher, name=name, body=body))


def is_root_name(name: str) -> bool:
    """True for `root.json` and `7.root.json`."""
    return name == "root.json" or name.endswith(".root.json")


def same_chain(stored: Mapping[str, bytes], anchor: bytes) -> bool:
    """True when the stored chain of roots begins with `anchor`, or there is none yet."""
    return newest_root_version(stored) == 0 or anchor in stored.values()


def start_over(connection: Connection, publisher: str) -> None:
    """Forget a chain of roots and what counted under it: a parent vouches for other keys now."""
    for table in (schema.tuf_md, schema.floor):
        connection.execute(delete(table).where(table.c.publisher == publisher))


def newest_root(stored: Mapping[str, bytes]) -> bytes | None:
    """The end of the stored root chain."""
    return stored.get(f"{newest_root_version(stored)}.root.json")


def newest_root_version(stored: Mapping[str, bytes]) -> int:
    """Version of the end of the stored root chain, 0 when there is none."""
    return max((int(name.split(".")[0]) for name in stored if name.endswith(".root.json")), default=0)


def accepted_targets(stored: Mapping[str, bytes]) -> Mapping[str, TargetFile]:
    """The targets of a publisher as the kiosk accepted them last."""
    body = stored.get("targets.json")
    return Metadata[Targets].from_bytes(body).signed.targets if body else {}
