"""Check a whole repository folder or stick: everything a kiosk checks, and what it would only meet one day.

Every fault is listed, each with its file; nothing is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import StorageError, TrustError
from kiosk.core.text import Text
from kiosk.packs.errors import damaged_medium, not_a_pack_medium
from kiosk.packs.hint import HINT, hinted_publishers
from kiosk.packs.publisher.blobs import CHUNK, Progress
from kiosk.packs.publisher.inspection import CheckedPublisher, Fault, inspect, missing, publishers_in
from kiosk.packs.publisher.repository import Repository
from kiosk.packs.source import FolderSource

MARK = "EXPORT-UNFINISHED.txt"
"""Lies on a stick while an export runs, and stays when it fails. For people; kiosks go by signatures."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome; good when there are no faults."""

    publishers: tuple[CheckedPublisher, ...]
    faults: tuple[Fault, ...]
    blobs: int
    bytes: int

    @property
    def exit_code(self) -> int:
        """0; 77 when a signature or a root is wrong; else that of the first fault."""
        codes = [fault.error.exit_code for fault in self.faults]
        return TrustError.exit_code if TrustError.exit_code in codes else next(iter(codes), 0)


def verify(
    base: Path,
    publisher: str | None = None,
    *,
    carried_only: bool = False,
    progress: Progress = lambda _n, _d, _t: None,
) -> Checked:
    """Check every publisher in the folder, or one.

    Args:
        carried_only: a stick may carry some packs only; else a missing manifest is a fault.
        progress: told file, bytes done and bytes in total while blobs are hashed.

    Raises:
        StorageError: `NOT_A_PACK_MEDIUM`: nothing here looks like a repository.
    """
    faults: list[Fault] = []
    found = [publisher] if publisher else publishers_in(base)
    if not any(Repository(base, p).exists for p in found):
        raise not_a_pack_medium(str(base))
    checked = tuple(inspect(base, p, faults, carried_only=carried_only) for p in found)
    if publisher is None:
        _check_hint(base, found, faults)
    if (base / MARK).exists():
        faults.append(Fault(MARK, unfinished_export()))
    blobs, total = _check_blobs(base, checked, faults, progress)
    return Checked(checked, tuple(faults), blobs, total)


def _check_hint(base: Path, found: Iterable[str], faults: list[Fault]) -> None:
    try:
        listed = hinted_publishers((base / HINT).read_bytes())
    except OSError:
        faults.append(Fault(HINT, missing(HINT)))
        return
    if unlisted := [p for p in found if p not in listed]:
        names = ", ".join(unlisted)
        faults.append(Fault(HINT, damaged_medium(HINT, Text(f"没有列出 {names}", f"it does not list {names}"))))


def _check_blobs(
    base: Path, publishers: Iterable[CheckedPublisher], faults: list[Fault], progress: Progress
) -> tuple[int, int]:

    wanted = {
        file.blob.sha256: (file.blob.size, f"{manifest.pack}/{file.path}")
        for publisher in publishers
        for manifest in publisher.packs
        for file in manifest.files
    }
    total, done = sum(size for size, _ in wanted.values()), 0
    source = FolderSource(base)
    for sha256, (size, name) in wanted.items():
        path = f"blobs/sha256/{sha256[:2]}/{sha256}"
        try:
            with source.open(path) as stream:
                if stream.size != size:
                    raise damaged_medium(
                        f"{path}（{name}）",
                        Text(f"应有 {size} 字节，实有 {stream.size}", f"{size} bytes expected, {stream.size} found"),
                    )
                digest = hashlib.sha256()
                while chunk := stream.read(CHUNK):
                    digest.update(chunk)
                    done += len(chunk)
                    progress(name, done, total)
            if digest.hexdigest() != sha256:
                raise damaged_medium(
                    f"{path}（{name}）", Text("内容与名字不符", "its bytes are not what its name says")
                )
        except StorageError as error:
            known = missing(f"{path}（{name}）") if error.code == "NOT_ON_THIS_MEDIUM" else error
            faults.append(Fault(path, known))
    return len(wanted), total


def unfinished_export() -> StorageError:
    """The stick carries the mark of an export that did not end well."""
    return StorageError(
        "EXPORT_UNFINISHED",
        Text("上一次导出没有完成，或U盘有问题。", "The last export is not finished, or the stick is bad."),
        Text("请重新运行 kiosk publish export。", "Run kiosk publish export again."),
    )
