"""A door for tests: the trust layer as a plain TUF client, with the command line of TUF's conformance suite.

    python -m kiosk.packs.trust_cli --metadata-dir D init ROOT
    python -m kiosk.packs.trust_cli --metadata-dir D --metadata-url URL refresh
    python -m kiosk.packs.trust_cli --metadata-dir D --metadata-url URL
        --target-name N --target-base-url U --target-dir T download

State is a kiosk's own store in `D/.store`, verified by the same `TrustSession`; what is trusted is mirrored into D as
`root.json`, `timestamp.json` and so on. Unlike a kiosk it goes on from half of an update, as the TUF specification
says, follows delegations, and meets metadata that expires. It is not part of the bundle.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

from sqlalchemy import insert
from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import Metadata, Root, TargetFile
from tuf.ngclient import UpdaterConfig

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs import ledger, schema
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import damaged_medium, medium_removed, no_permission, not_on_this_medium, untrusted
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.recover import remembered
from kiosk.packs.rootfile import is_signed_root
from kiosk.packs.session import TrustSession, Verified
from kiosk.packs.source import Stream
from kiosk.packs.store import Store, utc_now
from kiosk.packs.tufstate import newest_root, store_metadata, stored_metadata

PUBLISHER = "repository"
_TIMEOUT = 30.0
_LIMITS = UpdaterConfig(max_delegations=32, targets_max_length=5_000_000)


class Url:
    """A repository's metadata or targets below a URL; a `Source`."""

    def __init__(self, base: str) -> None:
        self._base = base.rstrip("/")

    @property
    def label(self) -> str:
        """The URL."""
        return self._base

    def gone(self) -> bool:
        """A server is asked anew each time."""
        return False

    def open(self, path: str) -> Stream:
        """See `Source.open`; the path is quoted already."""
        try:
            answer = urlopen(f"{self._base}/{path}", timeout=_TIMEOUT)  # noqa: S310 - given by whoever runs the test
        except HTTPError as error:
            with error:
                if error.code == HTTPStatus.NOT_FOUND:
                    raise not_on_this_medium(path) from error
                if error.code == HTTPStatus.FORBIDDEN:
                    raise no_permission(path) from error
                raise damaged_medium(path, Text(f"HTTP {error.code}", f"HTTP {error.code}")) from error
        except OSError as error:
            raise medium_removed() from error
        return Stream(answer, int(answer.headers.get("Content-Length") or 0), path, self)


def init(store: Store, root: bytes) -> None:
    """Trust a repository by its root, as it is.

    Raises:
        TrustError: the root is not signed by its own keys.
    """
    if not is_signed_root(root):
        raise untrusted(PUBLISHER)
    with store.exclusive(), remembered(store.db, store.root) as connection:
        connection.execute(
            insert(schema.trust).values(
                publisher=PUBLISHER, fingerprint=fingerprint(root), root=root, added_at=utc_now()
            )
        )
        store_metadata(connection, PUBLISHER, {f"{Metadata[Root].from_bytes(root).signed.version}.root.json": root})


def refresh(store: Store, url: str, look_up: str | None = None) -> Verified:
    """Follow the repository, and find a target when one is asked for.

    Raises:
        KioskError: anything was not as it should be; what was verified before that counts.
    """
    with store.db.reader() as connection:
        if not stored_metadata(connection, PUBLISHER):
            raise untrusted(PUBLISHER)
    outcome = TrustSession(store, Url(url), PUBLISHER, folder="", limits=_LIMITS).verify(look_up)
    with store.exclusive(), remembered(store.db, store.root) as connection:
        store_metadata(connection, PUBLISHER, {**outcome.roots, **outcome.metadata})
        if isinstance(outcome, Verified):
            ledger.raise_floor(connection, PUBLISHER, "timestamp", outcome.root_version, outcome.timestamp_version)
    if not isinstance(outcome, Verified):
        raise outcome.error
    return outcome


def download(store: Store, url: str, name: str, base: str, folder: Path) -> Path:
    """Bring a target; nothing is read when the file is there already and is right.

    Raises:
        KioskError: the target is unknown, or its bytes are not the signed ones.
    """
    target = refresh(store, url, name).found.get(name)
    if target is None:
        raise not_on_this_medium(name)
    place = folder / quote(name, safe="")
    if place.exists() and _right(target, place.read_bytes()):
        return place
    with store.db.reader() as connection:
        root = newest_root(stored_metadata(connection, PUBLISHER)) or b""
    path = _target_path(name, target, consistent=bool(Metadata[Root].from_bytes(root).signed.consistent_snapshot))
    body = bytearray()
    with Url(base).open(quote(path)) as stream:
        while len(body) <= target.length and (chunk := stream.read(target.length + 1 - len(body))):
            body += chunk
    if not _right(target, bytes(body)):
        raise damaged_medium(path)
    write_durably(place, bytes(body))
    return place


def mirror(store: Store, folder: Path) -> None:
    """Write what is trusted under the names of the conformance suite."""
    with store.db.reader() as connection:
        stored = stored_metadata(connection, PUBLISHER)
    for name, body in _current(stored).items():
        write_durably(folder / name, body)


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 1 when anything failed."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command != "init" and not given.metadata_url:
        parser.error("--metadata-url is needed")
    folder: Path = given.metadata_dir
    store = Store(folder / ".store")
    try:
        match given.command:
            case "init":
                init(store, given.root.read_bytes())
            case "refresh":
                refresh(store, given.metadata_url)
            case _:
                download(store, given.metadata_url, given.target_name, given.target_base_url, given.target_dir)
    except KioskError as error:
        sys.stderr.write(f"{error.code}: {error.say('en')}\n")
        return 1
    finally:
        mirror(store, folder)
        store.close()
    return 0


def _current(stored: Mapping[str, bytes]) -> dict[str, bytes]:
    files = {name: body for name, body in stored.items() if not name.endswith(".root.json")}
    root = newest_root(stored)
    return files | ({"root.json": root} if root else {})


def _right(target: TargetFile, body: bytes) -> bool:
    try:
        target.verify_length_and_hashes(body)
    except LengthOrHashMismatchError:
        return False
    return True


def _target_path(name: str, target: TargetFile, *, consistent: bool) -> str:
    if not consistent:
        return name
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}{next(iter(target.hashes.values()))}.{file}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trust_cli", description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--metadata-dir", type=Path, required=True)
    parser.add_argument("--metadata-url", default="")
    parser.add_argument("--target-name", default="")
    parser.add_argument("--target-base-url", default="")
    parser.add_argument("--target-dir", type=Path, default=Path())
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("init").add_argument("root", type=Path)
    commands.add_parser("refresh")
    commands.add_parser("download")
    return parser


if __name__ == "__main__":
    sys.exit(main())
