"""Power cuts without pulling a plug: a disk that notes every write and flush, and any state a cut could have left.

A drive keeps what was written before the last flush. Of what came after, it may have kept anything: all, nothing, any
writes in any order, or a part of a write; whole sectors only. `record` runs some work on a real file system and
returns the log; `Log.cuts` picks moments and losses; `Recorded.after` makes the disk that such a cut leaves and mounts
it, which lets the file system recover from its journal as after a real one.

Not covered: drives that lie about flushes.
"""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias

from support.fusedisk import fuse_server
from support.loopdisk import mounted
from support.powercut_log import FLUSH, MARK, WRITE, Event, read

Mark: TypeAlias = Callable[[str], None]
Work: TypeAlias = Callable[[Path, Mark], None]
Check: TypeAlias = Callable[[Path, list[str]], None]
"""Given the mounted disk and the marks set before the cut; raises when something is broken."""
Loss: TypeAlias = Literal["all", "nothing", "some", "torn"]

LOSSES: tuple[Loss, ...] = ("all", "some", "torn", "nothing")
SECTOR = 4096
"""Bytes that a disk writes whole. With 512, ext4 itself is lost when half of its superblock is kept."""
END = "end of the work"


@dataclass(frozen=True, slots=True)
class Cut:
    """A moment, and what the disk loses of everything since its last flush.

    Args:
        at: events that happened.
        seed: of the losses.
    """

    at: int
    loss: Loss
    seed: int

    def kept(self, pending: Sequence[Event]) -> Iterator[tuple[int, bytes]]:
        """Offset and bytes of what the disk kept of `pending`."""
        chance = random.Random(self.seed)
        odds = chance.choice((0.1, 0.5, 0.9))
        for event in pending:
            match self.loss:
                case "nothing":
                    yield event.offset, event.body
                case "some" if chance.random() < odds:
                    yield event.offset, event.body
                case "torn":
                    for at in range(0, len(event.body), SECTOR):
                        if chance.random() < odds:
                            yield event.offset + at, event.body[at : at + SECTOR]


class Log:
    """What happened to a disk while some work was done."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events

    @cached_property
    def flushes(self) -> list[int]:
        """Events that are flushes."""
        return [i for i, e in enumerate(self.events) if e.kind == FLUSH]

    def last_flush(self, at: int) -> int:
        """Everything before this event is safe when the power goes after `at` events."""
        return max((i for i in self.flushes if i < at), default=0)

    def marks(self, at: int) -> list[str]:
        """What the work had said by then."""
        return [e.body.decode() for e in self.events[:at] if e.kind == MARK]

    def cuts(self, count: int, seed: int, since: str = "") -> list[Cut]:
        """Moments in their order: half of them anywhere, half where most is at stake, just before a flush; and the end.

        Args:
            since: a mark; no moment is before it.
        """
        chance = random.Random(seed)
        first = next((i for i, e in enumerate(self.events) if e.kind == MARK and e.body.decode() == since), 0) + 1
        ends = [*(i for i in self.flushes if i >= first), len(self.events)]
        moments = [chance.choice(ends) if i % 2 else chance.randint(first, len(self.events)) for i in range(count - 1)]
        moments.append(len(self.events))
        losses = list(itertools.islice(itertools.cycle(LOSSES), count))
        chance.shuffle(losses)
        return [Cut(at, loss, seed + i) for i, (at, loss) in enumerate(zip(sorted(moments), losses, strict=True))]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A disk before some work, and the log of the work."""

    base: Path
    image: Path
    fs: str
    log: Log

    def disks(self, cuts: Sequence[Cut]) -> Iterator[tuple[Cut, Path]]:
        """The image that each cut leaves; `cuts` in the order of their moments."""
        safe, left, done = self.base / "safe", self.base / "left", 0
        copy_image(self.image, safe)
        for cut in cuts:
            flushed = self.log.last_flush(cut.at)
            _write(safe, ((e.offset, e.body) for e in self.log.events[done:flushed] if e.kind == WRITE))
            done = max(done, flushed)
            copy_image(safe, left)
            _write(left, cut.kept([e for e in self.log.events[flushed : cut.at] if e.kind == WRITE]))
            yield cut, left

    def broken(self, cuts: Sequence[Cut], check: Check) -> dict[Cut, str]:
        """Cuts after which `check` fails, and how."""
        found: dict[Cut, str] = {}
        for cut, image in self.disks(cuts):
            with mounted(image, self.fs, self.base / "disk") as disk:
                try:
                    check(disk, self.log.marks(cut.at))
                except Exception:  # noqa: BLE001 - whatever it is, the cut broke it
                    found[cut] = traceback.format_exc()
        return found


def record(base: Path, image: Path, fs: str, work: Work, *, calm: bool = False) -> Recorded:
    """Do `work` in a child process on a copy of the disk in `image`, and note what it writes.

    Args:
        base: folder for files and mounts.
        work: called with the mounted disk, and with a function that notes a word in the log at that moment.
        calm: nothing else goes on on the disk.
    """
    copy, log, box = base / "recording", base / "log", base / "box"
    copy_image(image, copy)
    box.mkdir(exist_ok=True)
    with (
        fuse_server("support.powercut_server", box, str(copy), str(log)),
        mounted(box / "image", fs, base / "disk") as disk,
    ):

        def mark(word: str) -> None:
            (box / "mark").write_bytes(word.encode())

        child = _forked(lambda: work(disk, mark))
        with nullcontext() if calm else _unrest(disk):
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert status == 0, "the work failed by itself"
        mark(END)
    events = list(read(log))
    end = next(i for i, e in enumerate(events) if e.kind == MARK and e.body == END.encode())
    return Recorded(base, image, fs, Log(events[:end]))


@contextmanager
def _unrest(disk: Path) -> Iterator[None]:
    """What else goes on on a disk: pages are written back early, another program makes its own file durable."""
    stop = threading.Event()

    def stir() -> None:
        with (disk / "other").open("wb") as other:
            while not stop.wait(0.01):
                other.write(b"x")
                other.flush()
                os.fsync(other.fileno())
                for folder, _folders, files in os.walk(disk):  # passes over what vanishes meanwhile
                    for name in files:
                        _write_back(Path(folder, name))

    thread = threading.Thread(target=stir)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _write_back(path: Path) -> None:
    """Have the dirty pages of a file written, without a flush."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return  # renamed or deleted meanwhile
    try:
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def _forked(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    except BaseException:  # noqa: BLE001 - the child ends here
        traceback.print_exc()
    finally:
        os._exit(status)


def _write(image: Path, writes: Iterator[tuple[int, bytes]]) -> None:
    handle = os.open(image, os.O_WRONLY)
    try:
        for offset, body in writes:
            os.pwrite(handle, body, offset)
    finally:
        os.close(handle)


def copy_image(old: Path, new: Path) -> None:
    """Copy a disk; holes stay holes."""
    subprocess.run(["cp", "--sparse=always", "--reflink=auto", old, new], check=True)
