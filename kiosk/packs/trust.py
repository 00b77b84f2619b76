"""Whom this kiosk believes, and what they say now. The only module that runs python-tuf's client.

python-tuf keeps its metadata in a folder without fsync; after a power cut that folder can hold an empty root, and keys
that were revoked count again. So its state lives in `packs.db`: written out to a scratch folder for one run, read back
and stored in a transaction.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select
from tuf.api import exceptions as tuf_errors
from tuf.api.metadata import Metadata, Root, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.core.errors import ConfigError, KioskError, StorageError, TrustError
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
from kiosk.packs.fingerprint import PUBLISHER_FIELD, fingerprint, same_fingerprint
from kiosk.packs.ids import is_id
from kiosk.packs.source import Source
from kiosk.packs.store import Store, drop_publisher, utc_now

__all__ = ["Refused", "TrustSession", "Trusted", "Verified", "fingerprint", "trust_add", "trust_list", "trust_remove"]

MAX_ROOT_BYTES = 64 * 1024
_LIMITS = UpdaterConfig(
    max_root_rotations=256,
    max_delegations=0,
    root_max_length=MAX_ROOT_BYTES,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=64 * 1024,
    targets_max_length=4 * 1024 * 1024,
)
_CURRENT = ("timestamp.json", "snapshot.json", "targets.json")
_ROOTS_AHEAD = 16


@dataclass(frozen=True, slots=True)
class Trusted:
    """A publisher this kiosk believes."""

    publisher: str
    fingerprint: str
    added_at: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a publisher says now, signature by signature.

    Args:
        targets: TUF target name to hash and length. Names are the publisher's own and still have to be checked.
        metadata: files for `tuf_md`, by name.
        roots: the part of `metadata` that is new in the root chain; kept even when nothing else is.
    """

    publisher: str
    root_version: int
    timestamp_version: int
    targets: Mapping[str, TargetFile]
    metadata: Mapping[str, bytes]
    roots: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Refused:
    """A publisher's metadata was not accepted; new roots that were verified on the way still count."""

    publisher: str
    error: KioskError
    roots: Mapping[str, bytes]


def trust_add(store: Store, root_bytes: bytes, typed_fingerprint: str) -> Trusted:
    """Believe a publisher from now on.

    Args:
        root_bytes: the publisher's `1.root.json`, from anywhere.
        typed_fingerprint: what the publisher said over another way; case, spaces and dashes do not matter.

    Raises:
        TrustError: `BAD_ROOT`, `FINGERPRINT`, or `OTHER_KEYS` when the publisher is known with another root.
        BusyError: a sync is running.
    """
    publisher = _check_root(root_bytes)
    if not same_fingerprint(root_bytes, typed_fingerprint):
        raise TrustError(
            "FINGERPRINT",
            Text(
                f"指纹不符：文件的指纹是 {fingerprint(root_bytes)}。",
                f"The fingerprint differs: the file's is {fingerprint(root_bytes)}.",
            ),
            Text("请向发布单位核对；不符就不要添加。", "Check it with the publisher; if it differs, do not add it."),
        )
    with store.exclusive(), store.db.transaction() as connection:
        known = connection.execute(select(schema.trust).where(schema.trust.c.publisher == publisher)).first()
        if known is not None:
            if known.root != root_bytes:
                raise TrustError(
                    "OTHER_KEYS",
                    Text(
                        f"“{publisher}”已用另一把密钥（{known.fingerprint}）添加过。",
                        f"“{publisher}” is already trusted with another key ({known.fingerprint}).",
                    ),
                    Text(
                        "确认无误后，先用 kiosk trust remove 移除。", "If that is right, use kiosk trust remove first."
                    ),
                )
            return Trusted(publisher, known.fingerprint, known.added_at)
        added = Trusted(publisher, fingerprint(root_bytes), utc_now())
        connection.execute(
            insert(schema.trust).values(
                publisher=publisher, fingerprint=added.fingerprint, root=root_bytes, added_at=added.added_at
            )
        )
    return added


def trust_list(store: Store) -> tuple[Trusted, ...]:
    """Everybody this kiosk believes, by id."""
    with store.db.reader() as connection:
        rows = connection.execute(
            select(schema.trust.c.publisher, schema.trust.c.fingerprint, schema.trust.c.added_at).order_by(
                schema.trust.c.publisher
            )
        )
        return tuple(Trusted(*row) for row in rows)


def trust_remove(store: Store, publisher: str) -> None:
    """Stop believing a publisher; its packs leave the screen at once.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`.
        BusyError: a sync is running.
    """
    with store.exclusive():
        with store.db.transaction() as connection:
            known = connection.execute(select(schema.trust.c.publisher).where(schema.trust.c.publisher == publisher))
            if known.first() is None:
                raise ConfigError(
                    "NO_SUCH_PUBLISHER",
                    Text(f"本机没有信任“{publisher}”。", f"This kiosk does not trust “{publisher}”."),
                    Text("用 kiosk trust list 查看。", "See kiosk trust list."),
                )
            drop_publisher(connection, publisher)
        store.publish_generation()


class TrustSession:
    """One check of one publisher on one source; reads the database and the source, writes neither.

    Args:
        store: a scratch folder is made in its staging folder, and removed again.
        source: the medium.
        publisher: one that the kiosk trusts.
    """

    def __init__(self, store: Store, source: Source, publisher: str) -> None:
        self._store = store
        self._publisher = publisher
        self._source = source
        self._fetcher = SourceFetcher(source, f"publishers/{publisher}/metadata")

    def verify(self) -> Verified | Refused:
        """Walk root, timestamp, snapshot, targets.

        Raises:
            StorageError: `MEDIUM_REMOVED`, or the kiosk's own disk failed.
        """
        with self._store.db.reader() as connection:
            stored = stored_metadata(connection, self._publisher)
            anchor = connection.execute(
                select(schema.trust.c.root).where(schema.trust.c.publisher == self._publisher)
            ).scalar_one()
            floor = _timestamp_floor(connection, self._publisher)
        try:
            scratch = Path(tempfile.mkdtemp(prefix="tuf-", dir=self._store.staging))
            try:
                return self._walk(scratch, stored, newest_root(stored) or anchor, floor)
            finally:
                shutil.rmtree(scratch)
        except OSError as error:
            raise disk_failed(str(self._store.staging), error) from error

    def _walk(
        self, scratch: Path, stored: Mapping[str, bytes], root: bytes, floor: tuple[int, int]
    ) -> Verified | Refused:
        for name in _CURRENT:
            if name in stored:
                (scratch / name).write_bytes(stored[name])
        error: KioskError | None = None
        try:
            updater = Updater(str(scratch), BASE, fetcher=self._fetcher, config=_LIMITS, bootstrap=root)
            updater.refresh()
        except (tuf_errors.RepositoryError, tuf_errors.DownloadError) as problem:
            error = self._known(problem, stored)
            if error.code == "MEDIUM_REMOVED":
                raise error from problem
        roots = {
            path.name: body
            for path in (scratch / "root_history").iterdir()
            if stored.get(path.name) != (body := path.read_bytes())
        }
        if error is not None:
            return Refused(self._publisher, error, roots)
        verified = _verified(self._publisher, scratch, roots)
        root_version, version = floor
        if verified.root_version == root_version and verified.timestamp_version < version:
            error = older_than_kiosk(self._publisher, verified.timestamp_version, version)
            return Refused(self._publisher, error, roots)
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
                self._source.open(f"publishers/{self._publisher}/metadata/{ahead}.root.json").close()
            except StorageError:
                continue
            return hole
        return 0


def stored_metadata(connection: Connection, publisher: str) -> dict[str, bytes]:
    """The TUF files of a publisher that the kiosk has accepted."""
    rows = connection.execute(
        select(schema.tuf_md.c.name, schema.tuf_md.c.body).where(schema.tuf_md.c.publisher == publisher)
    )
    return {row.name: row.body for row in rows}


def store_metadata(connection: Connection, publisher: str, metadata: Mapping[str, bytes]) -> None:
    """Keep TUF files of a publisher."""
    for name, body in metadata.items():
        connection.execute(
            delete(schema.tuf_md).where(schema.tuf_md.c.publisher == publisher, schema.tuf_md.c.name == name)
        )
        connection.execute(insert(schema.tuf_md).values(publisher=publisher, name=name, body=body))


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


def _verified(publisher: str, scratch: Path, roots: Mapping[str, bytes]) -> Verified:
    # After a refresh that did not raise, these files are exactly the verified set.
    metadata = {name: (scratch / name).read_bytes() for name in _CURRENT}
    return Verified(
        publisher=publisher,
        root_version=Metadata[Root].from_bytes((scratch / "root.json").read_bytes()).signed.version,
        timestamp_version=_version(metadata["timestamp.json"]),
        targets=Metadata[Targets].from_bytes(metadata["targets.json"]).signed.targets,
        metadata=metadata,
        roots=roots,
    )


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


def _check_root(untrusted: bytes) -> str:
    """The publisher's id in a root that is well formed and signed by its own keys."""
    try:
        if len(untrusted) <= MAX_ROOT_BYTES:
            metadata = Metadata[Root].from_bytes(untrusted)
            if isinstance(metadata.signed, Root):
                metadata.signed.verify_delegate("root", metadata.signed_bytes, metadata.signatures)
                publisher = metadata.signed.unrecognized_fields.get(PUBLISHER_FIELD)
                if isinstance(publisher, str) and is_id(publisher):
                    return publisher
    except (DeserializationError, tuf_errors.RepositoryError):
        pass  # said below
    raise TrustError(
        "BAD_ROOT",
        Text("这不是发布单位的密钥文件（1.root.json）。", "This is not a publisher's key file (1.root.json)."),
        Text(
            "请在发布文件夹 publishers/…/metadata 里找到 1.root.json。",
            "Find 1.root.json in publishers/…/metadata of the publisher's folder.",
        ),
    )
