"""What a trusted publisher says now. The only module that runs python-tuf's client.

python-tuf keeps its metadata in a folder without fsync; after a power cut that folder can hold an empty root, and keys
that were revoked count again. So its state lives in `packs.db`: written out to a scratch folder for one run, read back
and stored in a transaction.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, select
from tuf.api import exceptions as tuf_errors
from tuf.api.metadata import Metadata, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.core.errors import KioskError, StorageError
from kiosk.core.text import Text
from kiosk.packs import schema
from kiosk.packs.errors import (
    clock_wrong,
    damaged_medium,
    disk_failed,
    not_on_this_medium,
    older_than_kiosk,
    root_chain_incomplete,
    untrusted,
)
from kiosk.packs.fetcher import BASE, SourceFetcher
from kiosk.packs.granted import stored_circle
from kiosk.packs.rootfile import MAX_ROOT_BYTES
from kiosk.packs.source import Source
from kiosk.packs.store import Store, utc_now
from kiosk.packs.tufstate import is_root_name, newest_root, newest_root_version, same_chain, stored_metadata

LIMITS = UpdaterConfig(
    max_root_rotations=256,
    max_delegations=0,
    root_max_length=MAX_ROOT_BYTES,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=64 * 1024,
    targets_max_length=4 * 1024 * 1024,
)
_ROOTS_AHEAD = 16


@dataclass(frozen=True, slots=True)
class Verified:
    """What a publisher says now, signature by signature.

    Args:
        targets: TUF target name to hash and length. Names are the publisher's own and still have to be checked.
        metadata: files for `tuf_md`, by name.
        roots: what is new in the root chain; kept even when nothing else is.
        anchor: the first root of that chain.
        found: targets that were looked up by name, delegations followed.
    """

    publisher: str
    root_version: int
    timestamp_version: int
    targets: Mapping[str, TargetFile]
    metadata: Mapping[str, bytes]
    roots: Mapping[str, bytes]
    anchor: bytes = b""
    found: Mapping[str, TargetFile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A publisher's metadata was not accepted; new roots that were verified on the way still count.

    Args:
        metadata: what was verified before the error. TUF would go on from it; a kiosk does not, because the next,
            slightly older medium may be whole.
    """

    publisher: str
    error: KioskError
    roots: Mapping[str, bytes]
    anchor: bytes = b""
    metadata: Mapping[str, bytes] = field(default_factory=dict)


class TrustSession:
    """One check of one publisher on one source; reads the database and the source, writes neither.

    Args:
        store: a scratch folder is made in its staging folder, and removed again.
        source: the medium.
        publisher: one that the kiosk listens to.
        anchor: its first root; default: the one in the database, confirmed by a person or granted.
        folder: repository path of its metadata.
        limits: of python-tuf.
    """

    def __init__(
        self,
        store: Store,
        source: Source,
        publisher: str,
        anchor: bytes | None = None,
        *,
        folder: str | None = None,
        limits: UpdaterConfig = LIMITS,
    ) -> None:
        self._store = store
        self._publisher = publisher
        self._source = source
        self._anchor = anchor
        self._limits = limits
        self._folder = f"publishers/{publisher}/metadata" if folder is None else folder
        self._fetcher = SourceFetcher(source, self._folder)

    def verify(self, look_up: str | None = None) -> Verified | Refused:
        """Walk root, timestamp, snapshot, targets.

        Args:
            look_up: a target to look for, through delegations too; packs need none.

        Returns:
            `MEDIUM_REMOVED` is a `Refused` too: roots that were verified before count.

        Raises:
            StorageError: the kiosk's own disk failed.
        """
        with self._store.db.reader() as connection:
            stored = stored_metadata(connection, self._publisher)
            anchor = self._anchor or stored_circle(connection)[self._publisher].root
            floor = _timestamp_floor(connection, self._publisher)
        if not same_chain(stored, anchor):  # its parent vouches for other keys now
            stored, floor = {}, (0, 0)
        try:
            scratch = Path(tempfile.mkdtemp(prefix="tuf-", dir=self._store.staging))
            try:
                return self._walk(scratch, stored, anchor, floor, look_up)
            finally:
                shutil.rmtree(scratch)
        except OSError as error:
            raise disk_failed(str(self._store.staging), error) from error

    def _walk(
        self, scratch: Path, stored: Mapping[str, bytes], anchor: bytes, floor: tuple[int, int], look_up: str | None
    ) -> Verified | Refused:
        for name, body in stored.items():
            if not is_root_name(name):
                (scratch / name).write_bytes(body)
        error: KioskError | None = None
        found: TargetFile | None = None
        try:
            updater = Updater(
                str(scratch), BASE, fetcher=self._fetcher, config=self._limits, bootstrap=newest_root(stored) or anchor
            )
            updater.refresh()
            found = updater.get_targetinfo(look_up) if look_up is not None else None
        except (tuf_errors.RepositoryError, tuf_errors.DownloadError) as problem:
            error = self._known(problem, stored)
        files = {p.name: p.read_bytes() for p in (scratch / "root_history").iterdir()}
        roots = {name: body for name, body in files.items() if stored.get(name) != body}
        # A delegated role may have any name, that of a root too; root.json is in the chain.
        metadata = {p.name: p.read_bytes() for p in scratch.glob("*.json") if not is_root_name(p.name)}
        if error is not None:
            return Refused(self._publisher, error, roots, anchor, metadata)
        verified = Verified(
            publisher=self._publisher,
            root_version=newest_root_version(files),
            timestamp_version=_version(metadata["timestamp.json"]),
            # After a refresh that did not raise, these files are exactly the verified set.
            targets=Metadata[Targets].from_bytes(metadata["targets.json"]).signed.targets,
            metadata=metadata,
            roots=roots,
            anchor=anchor,
            found={look_up: found} if look_up is not None and found is not None else {},
        )
        root_version, version = floor
        if verified.root_version == root_version and verified.timestamp_version < version:
            error = older_than_kiosk(self._publisher, verified.timestamp_version, version)
            return Refused(self._publisher, error, roots, anchor)
        return verified

    def _known(self, problem: Exception, stored: Mapping[str, bytes]) -> KioskError:
        """What python-tuf's error means to the person with the stick."""
        last = self._fetcher.last
        match problem:
            case tuf_errors.UnsignedMetadataError():
                missing = self._missing_root(stored)
                return root_chain_incomplete(self._publisher, missing) if missing else untrusted(self._publisher)
            case tuf_errors.BadVersionNumberError():
                here, there = _version(stored.get("timestamp.json")), _version(self._fetcher.seen.get("timestamp.json"))
                return older_than_kiosk(self._publisher, there, here) if there < here else damaged_medium(last)
            case tuf_errors.ExpiredMetadataError():
                return clock_wrong(utc_now()[:10], "?")
            case tuf_errors.DownloadHTTPError():
                if last.endswith("/timestamp.json"):
                    return not_on_this_medium(self._publisher)
                return damaged_medium(last, Text("缺少这个文件", "it is missing"))
            case tuf_errors.DownloadError() if isinstance(problem.__cause__, StorageError):
                return problem.__cause__
        return damaged_medium(last)

    def _missing_root(self, stored: Mapping[str, bytes]) -> int:
        """Number of a root that is not on the medium although a later one is; 0 when the chain has no hole."""
        seen = [int(name.split(".")[0]) for name in self._fetcher.seen if name.endswith(".root.json")]
        held = [int(name.split(".")[0]) for name in stored if name.endswith(".root.json")]
        hole = max([*seen, *held, 1]) + 1
        for ahead in range(hole + 1, hole + _ROOTS_AHEAD):
            try:
                self._source.open(f"{self._folder}/{ahead}.root.json").close()
            except StorageError:
                continue
            return hole
        return 0


def _version(untrusted_timestamp: bytes | None) -> int:
    if untrusted_timestamp is None:
        return 0
    try:
        return Metadata[Timestamp].from_bytes(untrusted_timestamp).signed.version
    except DeserializationError:
        return 0


def _timestamp_floor(connection: Connection, publisher: str) -> tuple[int, int]:
    row = connection.execute(
        select(schema.floor.c.root_version, schema.floor.c.version).where(
            schema.floor.c.publisher == publisher, schema.floor.c.role == "timestamp"
        )
    ).first()
    return (row.root_version, row.version) if row else (0, 0)
