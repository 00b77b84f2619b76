"""The publisher's folder, as it lies on a share, a stick or a web server. See `docs/pack-format.md`, section 3.

`timestamp.json` is the only name that is ever replaced: writing it is the commit.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from kiosk.core.errors import ConfigError, ContentError, StorageError, TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import damaged_medium
from kiosk.packs.hint import HINT
from kiosk.packs.ids import is_id
from kiosk.packs.paths import check_path

KEEP = 20
"""Snapshots and targets that a publisher's folder keeps."""

PATIENCE = 2.0
"""Seconds to wait for a timestamp that is being replaced."""

S = TypeVar("S", Root, Timestamp, Snapshot, Targets)

_NUMBERED = re.compile(r"([0-9]{1,10})\.(root|snapshot|targets)\.json")


@dataclass(frozen=True, slots=True)
class RootChange:
    """A new root that is not in the folder yet, and the one before it."""

    body: bytes
    before: Root


@dataclass(frozen=True, slots=True)
class Published:
    """What `timestamp.json` names now: the state a publisher goes on from, however many later files a crash left.

    Args:
        pending: a change of keys that was interrupted; the next commit finishes it.
    """

    timestamp: Metadata[Timestamp]
    snapshot: Metadata[Snapshot]
    targets: Metadata[Targets]
    pending: RootChange | None = None


@dataclass(frozen=True, slots=True)
class Repository:
    """Names and files of one publisher in a repository folder."""

    base: Path
    publisher: str

    @property
    def metadata(self) -> Path:
        """Folder of the TUF metadata."""
        return self.base / "publishers" / self.publisher / "metadata"

    @property
    def manifests(self) -> Path:
        """Folder of the pack manifests."""
        return self.base / "publishers" / self.publisher / "targets" / "packs"

    @property
    def proposals(self) -> Path:
        """Folder of what waits for a second signature; kiosks never look here."""
        return self.base / "publishers" / self.publisher / "proposals"

    @property
    def tmp(self) -> Path:
        """Uploads in progress; kiosks never look here."""
        return self.base / "tmp"

    @property
    def exists(self) -> bool:
        """True after `publish.init`."""
        return (self.metadata / "1.root.json").is_file()

    def manifest(self, pack: str, sha256: str) -> Path:
        """Where a manifest lies."""
        return self.manifests / f"{sha256}.{pack}.json"

    def write(self, name: str, body: bytes) -> None:
        """Put a metadata file in place."""
        write_durably(self.metadata / name, body, tmp=self.tmp)

    def write_new(self, name: str, body: bytes) -> None:
        """Put a metadata file in place that must not be there yet.

        Raises:
            FileExistsError: somebody has taken the name; what is there stays.
        """
        place = self.metadata / name
        # An empty file nobody names is harmless, and taking the name like this works on every share.
        os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
        try:
            self.write(name, body)
        except BaseException:
            place.unlink(missing_ok=True)
            raise

    def free_version(self, role: str, least: int) -> int:
        """The lowest version from `least` that is above every file, also those that a killed publisher left."""
        found = (_NUMBERED.fullmatch(path.name) for path in self.metadata.iterdir())
        used = (int(m.group(1)) for m in found if m and m.group(2) == role)
        return max([least, *(n + 1 for n in used if n < least + KEEP)])

    def timestamp_version(self) -> int:
        """Version in `timestamp.json`, 0 when there is none."""
        path = self.metadata / "timestamp.json"
        return self.read(path.name, Timestamp).signed.version if path.exists() else 0

    def read(self, name: str, kind: type[S]) -> Metadata[S]:
        """Parse one metadata file; signatures are not checked here.

        Raises:
            StorageError: `DAMAGED_MEDIUM`.
        """
        try:
            made: Metadata[Any] = Metadata.from_bytes((self.metadata / name).read_bytes())
        except (OSError, DeserializationError) as error:
            raise damaged_medium(f"publishers/{self.publisher}/metadata/{name}") from error
        if not isinstance(made.signed, kind):
            raise damaged_medium(f"publishers/{self.publisher}/metadata/{name}")
        return made

    def published(self, root: Root) -> Published:
        """The current state, verified: a publisher never signs on top of what somebody else put into the folder.

        Raises:
            TrustError: `REPOSITORY_CHANGED`: a signature is not by this root's keys.
            StorageError: `DAMAGED_MEDIUM`.
        """
        self._wait_for_timestamp()
        timestamp = self.read("timestamp.json", Timestamp)
        self.verify(root, "timestamp", timestamp)
        snapshot = self.read(f"{timestamp.signed.snapshot_meta.version}.snapshot.json", Snapshot)
        self.verify(root, "snapshot", snapshot)
        targets = self.read(f"{snapshot.signed.meta['targets.json'].version}.targets.json", Targets)
        self.verify(root, "targets", targets)
        return Published(timestamp, snapshot, targets)

    def _wait_for_timestamp(self) -> None:
        """On some shares the name is away for a moment while another officer replaces it."""
        until = time.monotonic() + PATIENCE
        while not (self.metadata / "timestamp.json").exists() and time.monotonic() < until:
            time.sleep(0.1)

    def prune(self, snapshot: int, targets: int) -> None:
        """Drop metadata that no kiosk can ask for any more; roots stay for ever."""
        newest = {"snapshot": snapshot, "targets": targets}
        for path in self.metadata.iterdir():
            match = _NUMBERED.fullmatch(path.name)
            if match and match.group(2) != "root" and int(match.group(1)) <= newest[match.group(2)] - KEEP:
                path.unlink(missing_ok=True)

    def verify(self, root: Root, role: str, metadata: Metadata[Any]) -> None:
        """Check the signatures of one role.

        Raises:
            TrustError: `REPOSITORY_CHANGED`.
        """
        if not verifies(root, role, metadata):
            raise repository_changed(
                Text(
                    f"发布文件夹里的 {role} 不是“{self.publisher}”签名的：有人改过。没有继续签名。",
                    f"The {role} there is not signed by “{self.publisher}”: somebody changed it. Nothing was signed.",
                )
            )


def verifies(root: Root, role: str, metadata: Metadata[Any]) -> bool:
    """True when enough keys of the role have signed."""
    try:
        root.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
    except RepositoryError:
        return False
    return True


def existing(repo: Path, publisher: str) -> Repository:
    """The publisher's folder.

    Raises:
        ConfigError: `BAD_PUBLISHER`, `NO_SUCH_PUBLISHER`.
    """
    check_publisher(publisher)
    repository = Repository(repo, publisher)
    if not repository.exists:
        raise ConfigError(
            "NO_SUCH_PUBLISHER",
            Text(f"{repo} 里没有发布单位“{publisher}”。", f"{repo} does not hold the publisher “{publisher}”."),
            Text("先运行 kiosk publish init。", "Run kiosk publish init first."),
        )
    return repository


def check_publisher(publisher: str) -> None:
    """Refuse what cannot be the id of a publisher, and so the name of a folder on any disk.

    Raises:
        ConfigError: `BAD_PUBLISHER`.
    """
    try:
        good = is_id(publisher) and bool(check_path(publisher))
    except ContentError:  # con, nul and their like
        good = False
    if not good:
        raise ConfigError(
            "BAD_PUBLISHER",
            Text(f"“{publisher}”不能作发布单位编号。", f"“{publisher}” cannot be a publisher id."),
            Text(
                "用 2 到 39 个小写字母、数字或连字符，如 wuxi。",
                "Use 2 to 39 lower-case letters, digits or dashes, like wuxi.",
            ),
        )


@contextmanager
def guarded(base: Path) -> Iterator[None]:
    """The operating system's errors of the block as ours.

    Raises:
        StorageError: `REPOSITORY_UNWRITABLE`.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(base, error) from error


def repository_changed(what: Text) -> TrustError:
    """The folder and the keys do not belong together, or somebody changed the folder."""
    return TrustError(
        "REPOSITORY_CHANGED",
        what,
        Text(
            "请核对密钥和文件夹；必要时从备份恢复发布文件夹，并查明原因。",
            "Check that keys and folder belong together; else restore the folder from a backup and find out why.",
        ),
    )


def write_hint(base: Path) -> None:
    """Rewrite the unsigned list of publishers; it helps discovery and decides nothing."""
    publishers = sorted(p.name for p in (base / "publishers").iterdir() if is_id(p.name))
    body = json.dumps({"format": 1, "publishers": publishers}, indent=1).encode() + b"\n"
    place = base / HINT
    if not place.is_file() or place.read_bytes() != body:
        write_durably(place, body, tmp=base / "tmp")


def make_folders(repository: Repository) -> None:
    """Make the tree.

    Raises:
        StorageError: `REPOSITORY_UNWRITABLE`.
    """
    try:
        for folder in (repository.metadata, repository.manifests, repository.tmp, repository.base / "blobs" / "sha256"):
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK):
                raise PermissionError(13, "Permission denied", str(folder))
    except OSError as error:
        raise unwritable(repository.base, error) from error


def unwritable(base: Path, error: OSError) -> StorageError:
    """The folder or share refuses to be written."""
    if isinstance(error, PermissionError) and error.filename2 is not None:  # a rename, refused for seconds
        name = Path(str(error.filename2)).name
        return StorageError(
            "REPOSITORY_UNWRITABLE",
            Text(
                f"{name} 换不成新的：有程序占着它，或没有权限。",
                f"{name} cannot be replaced: a program keeps it open, or permission is missing.",
            ),
            Text(
                "已发布的内容没有变。请稍后再运行一次；还不行，请检查共享权限。",
                "What was published is unchanged. Run it again in a moment; if it stays so, check the permissions.",
            ),
        )
    return StorageError(
        "REPOSITORY_UNWRITABLE",
        Text(
            f"无法写入发布文件夹 {base}：{error.strerror or error}。",
            f"The folder {base} cannot be written: {error.strerror or error}.",
        ),
        Text(
            "请检查共享权限和剩余空间；已发布的内容没有变。",
            "Check the permissions and the free space; what was published is unchanged.",
        ),
    )
