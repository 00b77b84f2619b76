"""The kiosk's own copy of the packs: bytes named by their hash, and one database that says what they mean.

```
store/packs.db      trust, live pointers, manifests        (WAL, synchronous=FULL)
store/blobs/sha256/ab/ab34…   whole, verified and durable from the moment the name exists; read-only
store/staging/      unfinished copies, named by the hash they should get; scratch of one trust check
store/generation    grows with every change of what is live
store/quarantine/   blobs that were found damaged; given back when they are sound again
store/ballast       64 MB for the databases when the disk is full
store/lock
```
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select, update

from kiosk.core.errors import BusyError, ConfigError
from kiosk.core.text import Text
from kiosk.packs import schema
from kiosk.packs.ballast import give_up_ballast, with_ballast
from kiosk.packs.errors import disk_failed, is_full, previous_damaged
from kiosk.packs.generation import read_generation, write_generation
from kiosk.packs.lock import exclusive
from kiosk.packs.manifest import BlobRef
from kiosk.packs.recover import keep_copy, open_database

T = TypeVar("T")
_ASK_EACH = 512
"""Up to so many blobs are asked for one by one."""

_IS_LIVE = (schema.manifest.c.publisher == schema.live.c.publisher) & (schema.manifest.c.sha256 == schema.live.c.sha256)
_LIVE = (
    select(
        schema.live,
        schema.manifest.c.version,
        schema.manifest.c.title_zh,
        schema.manifest.c.title_en,
        schema.manifest.c.signed_at,
    )
    .join(schema.manifest, _IS_LIVE)
    .order_by(schema.live.c.publisher, schema.live.c.pack)
)
_LIVE_FILES = select(schema.file).join(
    schema.live, (schema.file.c.publisher == schema.live.c.publisher) & (schema.file.c.manifest == schema.live.c.sha256)
)


@dataclass(frozen=True, slots=True)
class LivePack:
    """One pack on the screen. `files` maps pack paths to bytes; resolve them with `Store.blob_path`."""

    publisher: str
    pack: str
    version: int
    title: Text
    manifest_sha256: str
    files: Mapping[str, BlobRef]
    signed_at: datetime
    pinned: bool = False
    """An older version put back by hand."""
    previous: str | None = None
    """Manifest hash that `revert` would put back."""


class Store:
    """A store folder; made when missing.

    Args:
        root: the folder, on the kiosk's own disk.

    Raises:
        StorageError: the folder or its database cannot be used.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.blobs = root / "blobs" / "sha256"
        self._blobs = str(self.blobs)
        self.staging = root / "staging"
        try:
            self.blobs.mkdir(parents=True, exist_ok=True)
            self.staging.mkdir(exist_ok=True)
        except OSError as error:
            raise disk_failed(str(root), error) from error
        self.db = with_ballast(root, lambda: open_database(root))
        self._refresh_generation()

    def live(self) -> tuple[LivePack, ...]:
        """What is on the screen, by publisher and pack."""
        with self.db.reader() as connection:
            rows = connection.execute(_LIVE).all()
            files: dict[tuple[str, str], dict[str, BlobRef]] = {}
            for publisher, sha256, path, *blob in connection.execute(_LIVE_FILES):
                files.setdefault((publisher, sha256), {})[path] = BlobRef(*blob)
        return tuple(
            LivePack(
                publisher=row.publisher,
                pack=row.pack,
                version=row.version,
                title=Text(row.title_zh, row.title_en),
                manifest_sha256=row.sha256,
                files=files.get((row.publisher, row.sha256), {}),
                signed_at=datetime.fromisoformat(row.signed_at),
                pinned=row.pinned,
                previous=row.prev,
            )
            for row in rows
        )

    def blob_path(self, sha256: str) -> Path:
        """The file that holds a live pack's bytes. No extension; read only."""
        return self.blobs / sha256[:2] / sha256

    def has_blob(self, sha256: str) -> bool:
        """True when the bytes are here; whole by construction."""
        return os.path.exists(f"{self._blobs}/{sha256[:2]}/{sha256}")  # noqa: PTH110 - asked for every file of a pack

    def present(self, names: Collection[str]) -> set[str]:
        """Those of the blobs that are here. Folders are listed when that is cheaper than asking for each."""
        if len(names) < _ASK_EACH:
            return {n for n in names if self.has_blob(n)}
        return set(names) & {name for name, _path in self.blob_files()}

    def blob_files(self) -> Iterator[tuple[str, str]]:
        """Name and path of everything in the folders of `blobs`."""
        for prefix in os.listdir(self._blobs):  # noqa: PTH208 - a Path for each of 50,000 blobs costs more than the work
            folder = f"{self._blobs}/{prefix}"
            with suppress(NotADirectoryError):  # not ours
                for name in os.listdir(folder):  # noqa: PTH208
                    yield name, f"{folder}/{name}"

    def is_whole(self, connection: Connection, publisher: str, sha256: str) -> bool:
        """True when every blob of a stored manifest is here and none is known to be damaged."""
        file, scrub = schema.file.c, schema.scrub.c
        rows = connection.execute(
            select(file.sha256, scrub.sound)
            .join_from(schema.file, schema.scrub, scrub.sha256 == file.sha256, isouter=True)
            .where(file.publisher == publisher, file.manifest == sha256)
        ).all()
        names = {row.sha256 for row in rows}
        return all(row.sound is not False for row in rows) and names == self.present(names)

    def generation(self) -> int:
        """Grows with each change of `live`; costs one small file. See `kiosk.packs.generation`."""
        return read_generation(self.root)

    def revert(self, pack: str, publisher: str | None = None) -> LivePack:
        """Put the version before back on the screen, until the publisher brings a third one.

        Args:
            pack: pack id.
            publisher: needed only when two publishers have a pack of that id.

        Raises:
            ConfigError: `NO_SUCH_PACK`, or `NOTHING_TO_REVERT`.
            BusyError: a sync is running.
        """
        with self.exclusive():
            with self.db.transaction() as connection:
                row = _one_live(connection, pack, publisher)
                if row.prev is None:
                    raise ConfigError(
                        "NOTHING_TO_REVERT",
                        Text(f"“{pack}”没有可以换回的旧版。", f"There is no earlier version of “{pack}” to put back."),
                        Text(
                            "可以请发布单位撤回或发布新版。",
                            "Ask the publisher to withdraw it or to publish a new version.",
                        ),
                    )
                if not self.is_whole(connection, row.publisher, row.prev):
                    raise previous_damaged(pack)
                connection.execute(
                    update(schema.live)
                    .where(schema.live.c.publisher == row.publisher, schema.live.c.pack == pack)
                    .values(sha256=row.prev, prev=row.sha256, pinned=True, since=utc_now())
                )
                bump_generation(connection)
            self.publish_generation()
        return next(p for p in self.live() if p.pack == pack and p.publisher == row.publisher)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in one write transaction; a full disk costs the ballast before it stops this.

        Raises:
            StorageError: `DISK_FULL` with numbers, or the database failed; nothing was written.
        """

        def once() -> T:
            with self.db.transaction() as connection:
                return work(connection)

        return with_ballast(self.root, once)

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the store's lock.

        Raises:
            BusyError: somebody else changes the store.
        """
        with exclusive(self.root / "lock"):
            yield

    def publish_generation(self) -> None:
        """Write the number of the database into the file the screen polls; hold the lock."""
        value = self._counted()
        if value != read_generation(self.root):
            try:
                self._write_generation(value)
            except OSError as error:
                raise disk_failed(str(self.root), error) from error
            keep_copy(self.root)

    def free_bytes(self) -> int:
        """Free space of the disk the store lies on."""
        return shutil.disk_usage(self.root).free

    def close(self) -> None:
        """Let go of the database."""
        self.db.close()

    def _counted(self) -> int:
        with self.db.reader() as connection:
            return connection.execute(select(schema.generation.c.value)).scalar() or 0

    def _write_generation(self, value: int) -> None:
        try:
            write_generation(self.root, value)
        except OSError as error:
            if not is_full(error) or not give_up_ballast(self.root):
                raise
            write_generation(self.root, value)

    def _refresh_generation(self) -> None:
        # A crash between commit and file leaves the file behind the database.
        if self._counted() == read_generation(self.root):
            return
        try:
            with self.exclusive():
                self.publish_generation()
        except BusyError:
            return  # whoever holds the lock writes it


@dataclass(frozen=True, slots=True)
class _LiveRow:
    """The part of a `live` row that `revert` needs."""

    publisher: str
    sha256: str
    prev: str | None


def bump_generation(connection: Connection) -> None:
    """Count one change of `live`, in the same transaction."""
    if connection.execute(update(schema.generation).values(value=schema.generation.c.value + 1)).rowcount == 0:
        connection.execute(insert(schema.generation).values(id=1, value=1))


def drop_publisher(connection: Connection, publisher: str) -> bool:
    """Take everything of a publisher off the screen; True when something was on it.

    Its manifests stay: the next sync finds them unused and collects them with their blobs.
    """
    gone = connection.execute(delete(schema.live).where(schema.live.c.publisher == publisher)).rowcount
    for table in (schema.tuf_md, schema.floor, schema.trust):
        connection.execute(delete(table).where(table.c.publisher == publisher))
    if gone:
        bump_generation(connection)
    return gone > 0


def utc_now() -> str:
    """The wall clock for the log; never used to judge anything."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def _one_live(connection: Connection, pack: str, publisher: str | None) -> _LiveRow:
    wanted = select(schema.live.c.publisher, schema.live.c.sha256, schema.live.c.prev).where(schema.live.c.pack == pack)
    if publisher is not None:
        wanted = wanted.where(schema.live.c.publisher == publisher)
    rows = [_LiveRow(*row) for row in connection.execute(wanted)]
    if not rows:
        raise ConfigError(
            "NO_SUCH_PACK",
            Text(f"本机没有“{pack}”。", f"This kiosk has no pack “{pack}”."),
            Text("用 kiosk doctor 查看现有的包。", "See kiosk doctor for the packs it has."),
        )
    if len(rows) > 1:
        known = ", ".join(r.publisher for r in rows)
        raise ConfigError(
            "WHICH_PUBLISHER",
            Text(f"{known} 都有“{pack}”。", f"{known} all have a pack “{pack}”."),
            Text("请指明发布单位。", "Name the publisher."),
        )
    return rows[0]
