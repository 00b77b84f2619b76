"""Putting a machine in a dead kiosk's place: everything is read, believed and durable beside the old files, then takes their names.

`restore.ready` is the point of no return: once it has that name, whoever comes by (this command, or the next start of the
kiosk) finishes. Before it nothing has changed.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.backup.container import Head, Secret, read, read_head
from kiosk.backup.errors import backup_unwritable, kiosk_there, not_a_backup
from kiosk.backup.parts import BOOK, Places, is_part
from kiosk.db.backup import sync_path
from kiosk.packs.durable import sync_folder
from kiosk.packs.lock import exclusive
from kiosk.packs.recover import BACKUP as PACKS_COPY
from kiosk.packs.recover import NAME as PACKS
from kiosk.records import backup as copies
from kiosk.records import identity, inuse

READY = "restore.ready"
BEFORE = "restore.before"
AHEAD = 1_000_000
"""Numbers that are skipped: the dead kiosk gave some after the backup was made, and the office may have collected them."""
_LINE = 4096


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back.

    Args:
        head: of the backup.
        files: names of the parts.
        aside: old files that were there, now in `restore.before`.
    """

    head: Head
    files: tuple[str, ...]
    aside: tuple[str, ...] = field(default=())


def listing(path: Path, secret: Secret) -> dict[str, int]:
    """Names and sizes of the parts; reads and checks the whole file.

    Raises:
        StorageError, TrustError: as `restore`.
    """
    return {name: size for name, size, _ in _parts(path, secret) if name}


def restore(
    path: Path, places: Places, secret: Secret, *, settings: bool = True, replace_old: bool = False
) -> Restored:
    """Restore a backup. The kiosk must not run.

    Args:
        path: the file.
        places: of this machine.
        settings: settings files as well.
        replace_old: a kiosk that is there is put aside.

    Raises:
        ConfigError: `ANOTHER_KIOSK`.
        TrustError: `BACKUP_LOCKED`.
        BusyError: the kiosk runs.
        StorageError: the file is damaged or the disk refuses; nothing has changed.
    """
    finish(places)
    head = read_head(path)
    if not replace_old and ((places.data / BOOK).exists() or identity.read(places.data / BOOK) is not None):
        raise kiosk_there(places.data)
    try:
        places.data.mkdir(parents=True, exist_ok=True)
        (places.data / "store").mkdir(exist_ok=True)
        with ExitStack() as stack:
            stack.enter_context(inuse.alone(places.data / BOOK))
            stack.enter_context(exclusive(places.data / "store" / "lock"))
            draft = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=".restore-", dir=places.data)))
            names = _unpack(path, draft / "files", secret, settings=settings)
            _go_on_above(path, draft / "files" / "data" / BOOK)
            _writable(places, names)
            _settle(draft / "files", places)
            shutil.rmtree(places.data / BEFORE, ignore_errors=True)  # of an earlier restore
            (draft / "files").replace(places.data / READY)
            sync_folder(places.data)
            aside = _finish(places)
    except OSError as error:
        raise backup_unwritable(Path(error.filename or places.data), error) from error
    return Restored(head, names, aside)


def finish(places: Places) -> None:
    """Finish a restore that a power cut interrupted; costs one look when there is none.

    Raises:
        StorageError: the disk refuses; the next call goes on.
    """
    if not (places.data / READY).is_dir():
        return
    try:
        _finish(places)
    except OSError as error:
        raise backup_unwritable(Path(error.filename or places.data), error) from error


def _finish(places: Places) -> tuple[str, ...]:
    """Each step may be done again: what has its name already is not in `restore.ready` any more."""
    ready, before, aside = places.data / READY, places.data / BEFORE, []
    names = sorted(f.relative_to(ready).as_posix() for f in ready.rglob("*") if f.is_file())
    for old in _anothers(places.data) if f"data/{BOOK}" in names else ():
        aside.append(f"data/{old.relative_to(places.data).as_posix()}")
        _move(old, before / aside[-1])
    for name in names:
        target = places[name]
        if target.exists():
            aside.append(name)
            _move(target, before / name)
        _move(ready / name, target)
    shutil.rmtree(ready)
    sync_folder(places.data)
    return tuple(aside)


def _anothers(data: Path) -> list[Path]:
    """What the kiosk that was here before must not leave to the one that comes: its records, and batches on their way."""
    book, packs = data / BOOK, data / "store" / PACKS
    old = [data / "outbox", book, *copies.places(book), copies.damaged(book), packs, packs.with_name(PACKS_COPY)]
    logs = [file.with_name(file.name + "-wal") for file in (book, packs)]
    for file in (book, packs):
        file.with_name(file.name + "-shm").unlink(missing_ok=True)
    return [file for file in (*logs, *old) if file.exists()]


def _move(source: Path, target: Path) -> None:
    """Rename; across file systems (settings) copy durably first, so that one of the two is always whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)
    try:
        source.replace(target)
    except OSError:
        draft = target.with_name(f".{target.name}.restore")
        if source.is_dir():
            shutil.copytree(source, draft, dirs_exist_ok=True)
        else:
            shutil.copy2(source, draft)
            sync_path(draft)
        draft.replace(target)
        shutil.rmtree(source) if source.is_dir() else source.unlink()
    sync_folder(target.parent)


def _parts(path: Path, secret: Secret) -> Iterator[tuple[str, int, Iterator[bytes]]]:
    """Each part with its bytes; the caller takes them or they are passed over. At the end all of it has been checked."""
    try:
        with path.open("rb") as file:
            plain = _Plain(read(file, path, secret))
            count = 0
            while True:
                entry = json.loads(plain.line())
                if "end" in entry:
                    break
                name, size = str(entry["name"]), int(entry["size"])
                if not is_part(name) or size < 0:
                    raise not_a_backup(path, f"it holds {name[:80]!r}")
                body = plain.take(size)
                yield name, size, body
                for _ in body:
                    pass
                count += 1
            if entry["end"] != count or plain.rest():
                raise not_a_backup(path, "damaged")
    except (ValueError, KeyError, TypeError, EOFError) as error:
        raise not_a_backup(path, "damaged") from error
    except OSError as error:
        raise not_a_backup(path, error.strerror or str(error)) from error


class _Plain:
    """Lines and bodies out of a stream of pieces."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._have = pieces, b""

    def line(self) -> bytes:
        while b"\n" not in self._have:
            if len(self._have) > _LINE or not self._more():
                raise EOFError
        line, _, self._have = self._have.partition(b"\n")
        return line

    def take(self, size: int) -> Iterator[bytes]:
        while size:
            if not self._have and not self._more():
                raise EOFError
            piece, self._have = self._have[:size], self._have[size:]
            size -= len(piece)
            yield piece

    def rest(self) -> bool:
        """Whether something is left; reads to the end, where the last mark is."""
        found = bool(self._have)
        for piece in self._pieces:
            found = found or bool(piece)
        return found

    def _more(self) -> bool:
        for piece in self._pieces:
            if piece:
                self._have += piece
                return True
        return False


def _unpack(path: Path, folder: Path, secret: Secret, *, settings: bool) -> tuple[str, ...]:
    names = []
    for name, _size, body in _parts(path, secret):
        if name.startswith("settings/") and not settings:
            continue
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = 0o640 if name.startswith("settings/") else 0o600
        with os.fdopen(
            os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode), "wb"
        ) as out:
            for piece in body:
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        names.append(name)
    return tuple(names)


def _go_on_above(path: Path, book: Path) -> None:
    """Numbers of the restored book begin well above those of the dead one."""
    if not book.exists():
        return
    if faults := copies.check(book, still=True):
        raise not_a_backup(path, faults[0])
    known = identity.read(book)
    if known is None:
        raise not_a_backup(path, "records without an identity")
    ceiling = known.ceiling + AHEAD
    identity.write(book, replace(known, ceiling=ceiling, floor=ceiling, boot=known.boot + 1000))


def _writable(places: Places, names: tuple[str, ...]) -> None:
    """Ask before the point of no return.

    Raises:
        StorageError: settings cannot be written by this user.
    """
    for name in names:
        folder = places[name].parent
        while not folder.exists():
            folder = folder.parent
        if not os.access(folder, os.W_OK):
            raise backup_unwritable(places[name], PermissionError(13, "Permission denied"))


def _settle(folder: Path, places: Places) -> None:
    """Durable; data belong to whom the data folder belongs to, also when root restores, settings of the machine to root."""
    as_root = os.name != "nt" and os.geteuid() == 0
    owner = places.data.stat()
    group = places.machine.stat().st_gid if places.machine.is_dir() else owner.st_gid
    for file in (folder, *folder.rglob("*")):
        if as_root and "settings/machine" in file.as_posix():
            os.chown(file, 0, group)
        elif as_root:
            os.chown(file, owner.st_uid, owner.st_gid)
        if file.is_dir():
            sync_folder(file)
