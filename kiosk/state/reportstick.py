"""Reports onto a stick, at the officer's touch: written, read back, and only then called done.

A dying stick can hold its writer up for as long as it likes, so it is written in a thread of its own that nobody waits for,
as in `state.media`. Nothing on the stick is opened, decoded or followed: a link in the way is refused.
"""

from __future__ import annotations

import errno
import logging
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from kiosk.core.errors import KioskError, StorageError
from kiosk.core.text import Text
from kiosk.fleet.folder import Folder
from kiosk.jobs import Err, Ok, Result
from kiosk.packs.volumes import Volume, mounted, sticks

_log = logging.getLogger(__name__)
PREPARED = ("outbox", "reports")
"""The office makes this folder on a stick that is to carry reports."""
NAMED = "先锋屏报表"
"""Made at the officer's touch on any other stick."""
_PLAIN = re.compile(r"[^\w\u3400-\u9fff()（）〔〕 .-]+")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SHUT = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@dataclass(frozen=True, slots=True)
class Place:
    """Where reports go.

    Args:
        mount: a stick, or a folder that the office chose.
        parts: folders in it.
        make: the folder is made when it is missing.
        stick: it can be pulled out.
    """

    mount: Path
    parts: tuple[str, ...] = ()
    make: bool = False
    stick: bool = True

    @property
    def folder(self) -> str:
        """Where reports go in it, in words."""
        return "/".join(self.parts) if self.stick else str(self.mount)


class ReportStick(QObject):
    """Finds where reports go and writes to it.

    Args:
        look: where they go; called in a thread, raises `NO_STICK`. None: a stick of this machine.
    """

    _answer = Signal(object, object)

    def __init__(self, look: Callable[[], Place] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look or (lambda: find(mounted()))
        self._answer.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def look(self, done: Callable[[Result[Place]], None]) -> None:
        """Find the stick reports may go to: a prepared one first. `done` hears `NO_STICK` when there is none."""
        self._aside(self._look, done)

    def write(self, place: Place, name: str, body: bytes, done: Callable[[Result[str]], None]) -> None:
        """Write a file; `done` hears where it is on the stick once it was read back.

        `done` hears one of `NO_STICK`, `STICK_SHUT` (read-only), `STICK_FULL`, `STICK_GONE`, `STICK_WRONG` (what was read
        back is not what was written).
        """
        self._aside(lambda: put(place, name, body), done)

    def _aside(self, work: Callable[[], object], done: Callable[[Result[Any]], None]) -> None:
        def job() -> None:
            result: object
            try:
                result = Ok(work())
            except KioskError as error:
                result = Err(error)
            except Exception as bug:  # noqa: BLE001  raised again on the GUI thread
                result = bug
            with suppress(RuntimeError):  # the kiosk was closed meanwhile
                self._answer.emit(done, result)

        threading.Thread(target=job, name="report-stick", daemon=True).start()

    @Slot(object, object)
    def _deliver(self, done: Callable[[object], None], result: object) -> None:
        if isinstance(result, Exception):
            raise result
        owner = getattr(done, "__self__", None)
        if not isinstance(owner, QObject) or isValid(owner):  # else the page that asked has been left
            done(result)


def find(volumes: Iterable[Volume]) -> Place:
    """The stick reports may go to.

    Raises:
        StorageError: `NO_STICK`.
    """
    found = [v.mount for v in sticks(volumes)]
    if not found:
        raise no_stick()
    prepared = [mount for mount in found if _is_prepared(mount)]
    return Place(prepared[0], PREPARED) if prepared else Place(found[0], (NAMED,), make=True)


def put(place: Place, name: str, body: bytes) -> str:
    """Write a file durably and read it back from the stick.

    Args:
        place: from `find`.
        name: of the file; what a file system may refuse is taken out. Another file of that name stays: a number is added.
        body: all of it.

    Returns:
        Where it is on the stick, `folder/name`.

    Raises:
        StorageError: see `ReportStick.write`.
    """
    try:
        with _opened(place) as folder:
            chosen = free_name(plain_name(name), set(folder.names()))
            folder.write(chosen, body)
            _forget_cache(folder.path / chosen)
            if folder.read(chosen, len(body) + 1) != body:
                folder.remove(chosen)
                raise StorageError(
                        "STICK_WRONG",
                        Text("写进去的和读出来的不一样，这个 U 盘靠不住。", "What was read back is not what was written: this stick is not to be trusted."),
                        Text("换一个 U 盘再导出。", "Export to another stick."),
                    )  # fmt: skip
    except OSError as error:
        _log.warning("a report could not be written to a stick: %s", error)
        raise _told(error) from error
    return f"{place.folder}/{chosen}"


@contextmanager
def _opened(place: Place) -> Iterator[Folder]:
    with ExitStack() as stack:
        folder = stack.enter_context(Folder.open(place.mount))
        for part in place.parts:
            folder = stack.enter_context(folder.inner(part, make=place.make))
        yield folder


def plain_name(name: str) -> str:
    """A name that every file system of sticks takes, of up to 80 characters."""
    stem, dot, ending = name.rpartition(".")
    stem = _PLAIN.sub(" ", stem if dot else name)
    stem = " ".join(stem.split())[:80].strip(" .") or "report"
    return f"{stem}.{ending}" if dot else stem


def free_name(name: str, taken: set[str]) -> str:
    """A name that is not taken: `name (2).xlsx`."""
    folded = {n.casefold() for n in taken}
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number, chosen = 1, name
    while chosen.casefold() in folded:
        number += 1
        chosen = f"{stem} ({number}){dot}{ending}"
    return chosen


def no_stick() -> StorageError:
    """There is none, or it has been pulled out."""
    return StorageError(
        "NO_STICK",
        Text("没有插着的 U 盘。", "No stick is in."),
        Text("插好 U 盘，再点一次。", "Put a stick in and touch again."),
    )


def _is_prepared(mount: Path) -> bool:
    try:
        with Folder.open(mount) as top, top.inner(PREPARED[0]) as outbox, outbox.inner(PREPARED[1]):
            return True
    except OSError:
        return False


def _forget_cache(path: Path) -> None:
    """So that reading back asks the stick, and not this machine's memory."""
    if not hasattr(os, "posix_fadvise"):
        return
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)


def _told(error: OSError) -> StorageError:
    if error.errno in _FULL:
        return StorageError(
            "STICK_FULL",
            Text("U 盘满了，没有写进去。", "The stick is full; nothing was written."),
            Text("换一个 U 盘，或在电脑上删掉些东西。", "Use another stick, or delete something on a computer."),
        )
    if error.errno in _SHUT:
        return StorageError(
            "STICK_SHUT",
            Text("U 盘是只读的，写不进去。", "The stick is read-only."),
            Text("拨开写保护开关，或换一个 U 盘。", "Move its write-protect switch, or use another stick."),
        )
    if error.errno in (errno.ELOOP, errno.ENOTDIR):
        return StorageError(
            "STICK_FOLDER",
            Text(
                "U 盘上放报表的文件夹不是普通文件夹，没有写。",
                "The folder for reports on the stick is no ordinary folder; nothing was written.",
            ),
            Text("换一个 U 盘，或在电脑上删掉它。", "Use another stick, or delete it on a computer."),
        )
    return StorageError(
        "STICK_GONE",
        Text("没写完，U 盘就断开了。", "The stick was gone before the report was written."),
        Text("插好 U 盘，再导出一次。", "Put the stick in and export again."),
    )
