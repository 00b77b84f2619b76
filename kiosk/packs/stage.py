"""Fill the staging folder, then settle what is complete into the store, durably."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import chain
from threading import Event, Lock

from kiosk.core.errors import KioskError
from kiosk.packs.barrier import Barrier
from kiosk.packs.copy import CHUNK, copy_blob
from kiosk.packs.errors import disk_full, medium_removed
from kiosk.packs.lanes import Shared, in_lanes
from kiosk.packs.manifest import BlobRef
from kiosk.packs.plan import Wanted
from kiosk.packs.report import PackResult, Progress
from kiosk.packs.source import Source
from kiosk.packs.store import Store

LANES = 2
"""Copies in flight. Short ones keep to one lane: their calls are so quick that threads only wait for each other. A source
whose attribute `lanes` is larger is far away: there it pays for short ones too."""

_STOPS_ALL = frozenset({"MEDIUM_REMOVED", "DISK_FAILED"})
_FATAL = _STOPS_ALL | {"DISK_FULL"}

_Missing = dict[BlobRef, str]
_Job = tuple[BlobRef, str]


class Stage:
    """The copies of one sync.

    Args:
        reserve: bytes of the disk that stay free.
    """

    def __init__(
        self, store: Store, source: Source, barrier: Barrier, progress: Callable[[Progress], None], reserve: int
    ) -> None:
        self._store = store
        self._source = source
        self._barrier = barrier
        self._progress = progress
        self._reserve = reserve
        self._broken: dict[str, KioskError] = {}
        self._staged: set[str] = set()
        self._begun: set[str] = set()
        self._lock = Lock()
        self._stop = Event()
        self._now = Progress("copy")
        self.settled: set[str] = set()
        self.copied = 0
        self.total = 0
        self._present = 0

    def fill(
        self, wanted: Sequence[Wanted], unsound: Collection[str] = ()
    ) -> tuple[list[Wanted], list[PackResult], KioskError | None]:
        """Copy the missing blobs of each pack.

        Args:
            unsound: blobs that may be there under their name and are known to be damaged.

        Returns:
            The packs that are complete, what became of the others, and the error that ended the copying early
            (`MEDIUM_REMOVED`, `DISK_FAILED`) if one did.
        """
        held = self._store.present({f.blob.sha256 for w in wanted for f in w.manifest.files}) - set(unsound)
        missing = [{f.blob: f.path for f in w.manifest.files if f.blob.sha256 not in held} for w in wanted]
        self._begun = set(os.listdir(self._store.staging))  # noqa: PTH208 - names are all it takes
        self._measure(missing)
        ready: list[Wanted] = []
        failed: list[PackResult] = []
        stopped: KioskError | None = None
        for w, refs in zip(wanted, missing, strict=True):
            error = stopped or self._pack(w, refs)
            if error is None:
                ready.append(w)
                continue
            if error.code == "MEDIUM_REMOVED" and stopped is None:
                error = medium_removed(100 * (self._present + self.copied) // self.total if self.total else None)
            if error.code in _STOPS_ALL:
                stopped = error
            failed.append(PackResult(w.publisher, w.manifest.pack, w.manifest.version, "incomplete", error))
        return ready, failed, stopped

    def settle(self, ready: list[Wanted]) -> list[Wanted]:
        """Make the blobs of complete packs durable under their final names.

        Barrier, rename, barrier: a name in `blobs` always means whole, durable bytes. The second barrier covers every
        blob of the packs, because an earlier sync may have died right after its renames.

        Raises:
            OSError: the kiosk's disk failed.
        """
        if not ready:
            return ready
        blobs = {f.blob.sha256 for w in ready for f in w.manifest.files}
        fresh = sorted(blobs & self._staged)
        self._barrier.contents(self._store.staging / s for s in fresh)
        for prefix in sorted({s[:2] for s in fresh}):
            (self._store.blobs / prefix).mkdir(exist_ok=True)
        staging, place = str(self._store.staging), str(self._store.blobs)
        for sha256 in fresh:
            os.replace(f"{staging}/{sha256}", f"{place}/{sha256[:2]}/{sha256}")  # noqa: PTH105 - 50,000 Paths cost more
        self._barrier.names(
            [*(self._store.blobs / prefix for prefix in sorted({s[:2] for s in blobs})), self._store.blobs]
        )
        self.settled |= set(fresh)
        return ready

    def _measure(self, missing: Sequence[_Missing]) -> None:
        distinct = {ref.sha256: ref for refs in missing for ref in refs}.values()
        self._present = sum(self._have(r) for r in distinct)
        self.total = sum(r.size for r in distinct)

    def _pack(self, wanted: Wanted, refs: _Missing) -> KioskError | None:
        if self._staged:
            refs = {ref: path for ref, path in refs.items() if ref.sha256 not in self._staged}
        needed = sum(r.size - self._have(r) for r in refs)
        free = self._store.free_bytes() - self._reserve
        if needed and needed > free:
            return disk_full(needed, max(free, 0))
        todo = {ref: path for ref, path in refs.items() if ref.sha256 not in self._broken} if self._broken else refs
        if todo:
            self._now = Progress("copy", wanted.publisher, wanted.manifest.pack, next(iter(todo.values())))
            self._tell()
            in_lanes(self._lanes(todo), partial(self._blob, wanted), self._tell, self._stop)
            self._stop.clear()
            self._tell()
        errors = [e for ref in refs if (e := self._broken.get(ref.sha256)) is not None]
        # The other blobs are worth having: the next medium may bring the one that failed.
        return next((e for e in errors if e.code in _FATAL), errors[0] if errors else None)

    def _lanes(self, todo: _Missing) -> list[Iterator[_Job]]:
        short = Shared(job for job in todo.items() if job[0].size < CHUNK)
        long = Shared(job for job in todo.items() if job[0].size >= CHUNK)
        count: int = getattr(self._source, "lanes", LANES)
        return [chain(short, long) if not lane or count > LANES else long for lane in range(min(len(todo), count))]

    def _blob(self, wanted: Wanted, job: _Job) -> bool:
        ref, path = job
        self._now = Progress("copy", wanted.publisher, wanted.manifest.pack, path)
        try:
            copy_blob(self._source, ref, self._store.staging / ref.sha256, self._count, self._store.free_bytes)
        except _StoppedError:
            return False
        except KioskError as error:
            self._broken[ref.sha256] = error
            return error.code not in _FATAL
        self._staged.add(ref.sha256)
        return True

    def _have(self, ref: BlobRef) -> int:
        """Bytes of it that an earlier sync copied."""
        if ref.sha256 not in self._begun:
            return 0
        return min((self._store.staging / ref.sha256).stat().st_size, ref.size)

    def _count(self, count: int) -> None:
        with self._lock:
            self.copied += count
        if self._stop.is_set():
            raise _StoppedError

    def _tell(self) -> None:
        now, done = self._now, min(self._present + self.copied, self.total)
        self._progress(Progress("copy", now.publisher, now.pack, now.file, done, self.total))


class _StoppedError(Exception):
    """Another copy ended it all, or a person did: what is copied waits for the next sync."""
