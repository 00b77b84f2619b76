"""Fill the staging folder, then settle what is complete into the store, durably."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial

from kiosk.core.errors import KioskError
from kiosk.packs.barrier import Barrier
from kiosk.packs.copy import copy_blob
from kiosk.packs.errors import disk_full, medium_removed
from kiosk.packs.manifest import BlobRef
from kiosk.packs.plan import Wanted
from kiosk.packs.report import PackResult, Progress
from kiosk.packs.source import Source
from kiosk.packs.store import Store

_STOPS_ALL = frozenset({"MEDIUM_REMOVED", "DISK_FAILED"})
_FATAL = _STOPS_ALL | {"DISK_FULL"}


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
        self.copied = 0
        self.total = 0
        self._present = 0

    def fill(self, wanted: Sequence[Wanted]) -> tuple[list[Wanted], list[PackResult], KioskError | None]:
        """Copy the missing blobs of each pack.

        Returns:
            The packs that are complete, what became of the others, and the error that ended the copying early
            (`MEDIUM_REMOVED`, `DISK_FAILED`) if one did.
        """
        missing = {ref.sha256: ref for w in wanted for ref in self._missing(w)}
        self._present = sum(self._have(r) for r in missing.values())
        self.total = sum(r.size for r in missing.values())
        ready: list[Wanted] = []
        failed: list[PackResult] = []
        stopped: KioskError | None = None
        for w in wanted:
            error = stopped or self._pack(w)
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
        if os.name != "nt":  # there a read-only file can neither be flushed nor deleted
            for sha256 in fresh:
                (self._store.staging / sha256).chmod(0o444)
        self._barrier.contents([self._store.staging / s for s in fresh])
        for sha256 in fresh:
            place = self._store.blob_path(sha256)
            place.parent.mkdir(exist_ok=True)
            (self._store.staging / sha256).replace(place)
        self._barrier.names(
            [*(self._store.blobs / prefix for prefix in sorted({s[:2] for s in blobs})), self._store.blobs]
        )
        return ready

    def _pack(self, wanted: Wanted) -> KioskError | None:
        refs = self._missing(wanted)
        needed = sum(r.size - self._have(r) for r in refs)
        free = self._store.free_bytes() - self._reserve
        if needed and needed > free:
            return disk_full(needed, max(free, 0))
        first: KioskError | None = None
        for ref, path in refs.items():
            error = self._broken.get(ref.sha256) or self._blob(wanted, ref, path)
            if error is not None and error.code in _FATAL:
                return error
            first = first or error  # the other blobs are worth having: the next medium may bring this one
        return first

    def _blob(self, wanted: Wanted, ref: BlobRef, path: str) -> KioskError | None:
        self._tell(wanted, path)
        staged, count = self._store.staging / ref.sha256, partial(self._count, wanted, path)
        try:
            copy_blob(self._source, ref, staged, count, self._store.free_bytes)
        except KioskError as error:
            self._broken[ref.sha256] = error
            return error
        self._staged.add(ref.sha256)
        return None

    def _missing(self, wanted: Wanted) -> dict[BlobRef, str]:
        """Distinct blobs that are not in the store, with one path of each for people."""
        return {
            f.blob: f.path
            for f in wanted.manifest.files
            if f.blob.sha256 not in self._staged and not self._store.has_blob(f.blob.sha256)
        }

    def _have(self, ref: BlobRef) -> int:
        try:
            return min((self._store.staging / ref.sha256).stat().st_size, ref.size)
        except FileNotFoundError:
            return 0

    def _count(self, wanted: Wanted, path: str, count: int) -> None:
        self.copied += count
        self._tell(wanted, path)

    def _tell(self, wanted: Wanted, path: str) -> None:
        done = min(self._present + self.copied, self.total)
        self._progress(Progress("copy", wanted.publisher, wanted.manifest.pack, path, done, self.total))
