"""Packs onto a stick: signed metadata, chosen packs, read back before anybody is told to take it.

Order: mark, blobs, manifests, metadata, read all of it back; then for each publisher its newest roots and
`timestamp.json`, read back; then the mark goes. An older export on the stick stays usable until the new timestamp lands.
A stick that was pulled out in between, or gives other bytes than were written, keeps the mark: `EXPORT-UNFINISHED.txt`.
"""

from __future__ import annotations

import errno
import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import ConfigError, KioskError, StorageError
from kiosk.core.text import Text
from kiosk.packs.barrier import best_barrier
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import size
from kiosk.packs.publisher.blobs import Progress, blob_place, copy_blobs, missing
from kiosk.packs.publisher.exportplan import Plan, plan_export
from kiosk.packs.publisher.inspection import check_metadata, publishers_in
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.readback import read_back
from kiosk.packs.publisher.receipts import Received, read_receipts
from kiosk.packs.publisher.repository import write_hint
from kiosk.packs.publisher.verify import MARK
from kiosk.packs.receipt import FOLDER

_RESERVE = 8 * 1024 * 1024
_UNFINISHED = (
    "这个U盘上的导出没有完成，请不要拿去更新。请重新运行 kiosk publish export。\n"
    "The export to this stick is not finished: do not carry it to a kiosk. Run kiosk publish export again.\n"
)
_DAMAGED = (
    "这个U盘读出的内容与写入的不同，不能使用。请换一个U盘。\n"
    "This stick gives back other bytes than were written: do not use it. Take another one.\n"
)


@dataclass(frozen=True, slots=True)
class ExportedPack:
    """A pack on the stick."""

    publisher: str
    pack: str
    version: int
    title: Text
    size: int


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export: everything in it was read back.

    Args:
        copied: bytes written as content.
        kept: bytes that were on the stick already.
        checked: bytes read back.
        removed: files of older exports that were taken off.
        receipts: which kiosks fetched what from this stick before.
    """

    packs: tuple[ExportedPack, ...]
    publishers: tuple[str, ...]
    copied: int
    kept: int
    checked: int
    removed: int
    receipts: tuple[Received, ...]


def export(
    repo: Path,
    stick: Path,
    *,
    publisher: str | None = None,
    packs: Sequence[str] = (),
    progress: Progress = lambda _n, _d, _t: None,
) -> Exported:
    """Copy publishers with chosen packs onto a stick, and read everything back.

    Args:
        repo: the repository; only read.
        stick: its top folder. Files that are not ours stay untouched.
        publisher: this one, the children it grants to, and the trust data of its parents; everybody when None.
        packs: `pack` or `publisher/pack`; all when empty.
        progress: told file, bytes done and bytes in total; once for copying, once for reading back.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`, `NO_SUCH_PACK`, `STICK_IS_REPOSITORY`.
        StorageError: `STICK_FULL`, `STICK_UNWRITABLE`, `STICK_DAMAGED`; `DAMAGED_MEDIUM` when the repository is.
        TrustError: the repository is not signed as it should be.
        BusyError: another export to this stick is running.
    """
    _check_stick(repo, stick)
    plan = plan_export(repo, publisher, packs)
    todo = missing(plan.blobs, stick)
    try:
        receipts = read_receipts(stick)
        _check_space(stick, sum(w.size for w in todo) + sum(len(b) for b in plan.first.values()))
        (stick / "tmp").mkdir(parents=True, exist_ok=True)
        with publishing(stick / "tmp", "export", shared=False):
            for draft in _drafts(stick):  # of an export that was interrupted
                draft.unlink()
            write_durably(stick / MARK, _UNFINISHED.encode())
            copied, checked = _write(plan, stick, progress)
            removed = _prune(stick)
            (stick / FOLDER).mkdir(parents=True, exist_ok=True)
            (stick / MARK).unlink()
        best_barrier(stick).names([stick / FOLDER, stick])
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            left = sum(w.size for w in missing(plan.blobs, stick))
            raise _full(left, shutil.disk_usage(stick).free) from error
        raise _unwritable(stick, error) from error
    return Exported(
        tuple(ExportedPack(p, m.pack, m.version, m.title, m.size) for p, m in plan.packs),
        tuple(p.publisher for p in plan.publishers),
        copied,
        sum(w.size for w in plan.blobs) - sum(w.size for w in todo),
        checked,
        removed,
        receipts,
    )


def _write(plan: Plan, stick: Path, progress: Progress) -> tuple[int, int]:
    """Bytes copied and bytes read back."""
    barrier = best_barrier(stick)
    copied = copy_blobs(plan.blobs, stick, barrier, progress)
    for path, body in plan.first.items():
        _put(stick, path, body)
    total = sum(w.size for w in plan.blobs) + sum(len(b) for b in (*plan.first.values(), *plan.last.values()))
    reader = _Reader(stick, progress, total)
    wrong = [w for w in plan.blobs if not reader.right(blob_place(stick, w.sha256), w.sha256, w.size, w.name)]
    if wrong:  # kept from an older export and gone bad since: once more
        for item in wrong:
            blob_place(stick, item.sha256).unlink(missing_ok=True)
        copied += copy_blobs(wrong, stick, barrier, progress)
        for item in wrong:
            reader.must(blob_place(stick, item.sha256), item.sha256, item.size, item.name)
    for path, body in plan.first.items():
        reader.must(stick / path, hashlib.sha256(body).hexdigest(), len(body), path)
    for path, body in plan.last.items():
        _put(stick, path, body)
        reader.must(stick / path, hashlib.sha256(body).hexdigest(), len(body), path)
    write_hint(stick)
    return copied, reader.done


@dataclass(slots=True)
class _Reader:
    stick: Path
    progress: Progress
    total: int
    done: int = 0

    def right(self, path: Path, sha256: str, length: int, name: str) -> bool:
        """Read one file back."""

        def read(count: int) -> None:
            self.done += count
            self.progress(name, min(self.done, self.total), self.total)

        return read_back(path, sha256, length, read)

    def must(self, path: Path, sha256: str, length: int, name: str) -> None:
        """Read one file back, or give the stick up."""
        if self.right(path, sha256, length, name):
            return
        path.unlink(missing_ok=True)  # no kiosk shall take it for the signed file
        write_durably(self.stick / MARK, _DAMAGED.encode())
        raise StorageError(
            "STICK_DAMAGED",
            Text(
                f"U盘坏了：写进去的 {name} 读出来不一样。这个U盘已标记为不可用。",
                f"The stick is bad: {name} reads back other than it was written. The stick is marked unusable.",
            ),
            Text("请换一个U盘重新导出；发布文件夹没有变。", "Export to another stick; the repository is unchanged."),
        )


def _put(stick: Path, path: str, body: bytes) -> None:
    place = stick / path
    if place.is_file() and place.read_bytes() == body:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    write_durably(place, body, tmp=stick / "tmp")


def _prune(stick: Path) -> int:
    """Take off what no publisher on the stick names any more; when one of them cannot be read, nothing is."""
    try:
        there = [check_metadata(stick, p, carried_only=True) for p in publishers_in(stick)]
    except KioskError:
        return 0
    named = {path for c in there for path in c.files}
    named |= {f"blobs/sha256/{f.blob.sha256[:2]}/{f.blob.sha256}" for c in there for m in c.packs for f in m.files}
    removed = 0
    for path in _ours(stick):
        if path.relative_to(stick).as_posix() not in named:
            path.unlink()
            removed += 1
    return removed


def _ours(stick: Path) -> Iterable[Path]:
    yield from stick.glob("blobs/sha256/[0-9a-f][0-9a-f]/[0-9a-f]*")
    yield from stick.glob("publishers/*/targets/*/[0-9a-f]*.json")
    yield from stick.glob("publishers/*/metadata/[0-9]*.snapshot.json")
    yield from stick.glob("publishers/*/metadata/[0-9]*.targets.json")


def _drafts(stick: Path) -> list[Path]:
    return [p for p in (stick / "tmp").iterdir() if p.is_file() and p.name != "export.lock"]


def _check_stick(repo: Path, stick: Path) -> None:
    if stick.resolve().is_relative_to(repo.resolve()) or repo.resolve().is_relative_to(stick.resolve()):
        raise ConfigError(
            "STICK_IS_REPOSITORY",
            Text("不能导出到发布文件夹自己。", "The repository cannot be exported onto itself."),
            Text("--to 请写U盘的文件夹。", "Give the folder of the stick as --to."),
        )
    if not stick.is_dir():
        raise StorageError(
            "STICK_UNWRITABLE",
            Text(f"没有找到U盘 {stick}。", f"There is no stick at {stick}."),
            Text("请插好U盘，核对 --to。", "Insert the stick and check --to."),
        )


def _check_space(stick: Path, needed: int) -> None:
    free = shutil.disk_usage(stick).free - _RESERVE
    if needed > free:
        raise _full(needed, max(free, 0))


def _full(needed: int, free: int) -> StorageError:
    return StorageError(
        "STICK_FULL",
        Text(
            f"U盘空间不足：还需要 {size(needed)}，只剩 {size(free)}。",
            f"The stick is full: {size(needed)} needed, {size(free)} free.",
        ),
        Text("请换大一点的U盘，或用 --pack 只导出几个包。", "Take a larger stick, or export fewer packs with --pack."),
    )


def _unwritable(stick: Path, error: OSError) -> StorageError:
    why = error.strerror or error
    return StorageError(
        "STICK_UNWRITABLE",
        Text(
            f"导出没有完成：U盘 {stick} 写不进去（{why}）。",
            f"The export is not finished: the stick {stick} cannot be written ({why}).",
        ),
        Text(
            "请检查U盘有没有松动、写保护，再运行一次，会接着写；发布文件夹没有变。",
            "Check that it sits well and is not write-protected, and run it again: it goes on. The repository is unchanged.",
        ),
    )
