"""One blob from a source into staging: hashed while it is copied, resumed where it stopped, never believed unhashed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.packs.errors import damaged_medium, disk_failed, disk_full, is_full
from kiosk.packs.manifest import BlobRef
from kiosk.packs.source import Source, Stream

CHUNK = 1024 * 1024
_BESIDE = 4 * CHUNK
"""From this size on a thread of its own hashes while the next bytes are read and written."""
_WRITE_BACK = 8 * CHUNK
"""The disk is set to work after so many bytes, not at the barrier."""


def blob_source(sha256: str) -> str:
    """Where a blob lies in a repository."""
    return f"blobs/sha256/{sha256[:2]}/{sha256}"


def copy_blob(
    source: Source, ref: BlobRef, staged: Path, copied: Callable[[int], None], free: Callable[[], int]
) -> None:
    """Make `staged` hold exactly the bytes of `ref`, read-only.

    A prefix that is already there is hashed again, because after a power cut it may hold zeros. What turns out wrong
    is deleted and copied once more from the start.

    Args:
        staged: file in the staging folder.
        copied: told the bytes written; negative when they had to be thrown away. Called from the caller's thread.
        free: free bytes of the kiosk's disk, for the message.

    Where a source stands for several (its `suppliers`), each is asked in turn; what one has begun another goes on with.

    Raises:
        StorageError: `DAMAGED_MEDIUM`, `NOT_ON_THIS_MEDIUM`, `MEDIUM_REMOVED`, `DISK_FULL`, `DISK_FAILED`.
    """
    failures: list[StorageError] = []
    for supplier in getattr(source, "suppliers", (source,)):
        try:
            return _copy_from(supplier, ref, staged, copied, free)
        except StorageError as error:
            if error.code in ("DISK_FULL", "DISK_FAILED"):
                raise
            failures.append(error)
    # One that is gone ends everything; where another is left, its own trouble counts.
    raise next((e for e in failures if e.code != "MEDIUM_REMOVED"), failures[0])


def _copy_from(
    source: Source, ref: BlobRef, staged: Path, copied: Callable[[int], None], free: Callable[[], int]
) -> None:
    path = blob_source(ref.sha256)
    try:
        for _attempt in range(2):
            if _complete(source, path, ref, staged, copied):
                return
            staged.unlink()
    except OSError as error:
        if is_full(error):
            raise disk_full(ref.size - (staged.stat().st_size if staged.exists() else 0), free()) from error
        raise disk_failed(str(staged), error) from error
    raise damaged_medium(path, Text("内容与签名不符", "its bytes are not the signed ones"))


def _complete(source: Source, path: str, ref: BlobRef, staged: Path, copied: Callable[[int], None]) -> bool:
    """Copy what is missing; True when the whole hashes right."""
    with _opened(staged) as target, _Hash.of(ref.size) as digest:
        have = _hash_again(target, digest, ref.size)
        if have > ref.size:
            return False
        written = 0
        if have < ref.size:
            with source.open(path) as stream:
                _check_size(stream, ref)
                if have:
                    stream.seek(have)
                written = _pour(stream, target, digest, have, ref.size, copied)
        if digest.hex() == ref.sha256:
            if os.name != "nt":  # there a read-only file can neither be flushed nor deleted
                os.fchmod(target, 0o444)
            return True
    copied(-written)
    return False


def _pour(stream: Stream, target: int, digest: _Hash, have: int, size: int, copied: Callable[[int], None]) -> int:
    began = started = have
    while have < size and (chunk := stream.read(min(CHUNK, size - have))):
        digest.feed(chunk)
        rest = memoryview(chunk)
        while rest:
            count = os.write(target, rest)
            copied(count)
            rest = rest[count:]
        have += len(chunk)
        if have - started >= _WRITE_BACK:
            _write_back(target, max(began, started - _WRITE_BACK), have)
            started = have
    return have - began


def _write_back(target: int, start: int, end: int) -> None:
    # Starts writing what is dirty and forgets what is written: a long film does not push the screen out of memory.
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(target, start, end - start, os.POSIX_FADV_DONTNEED)


def _hash_again(target: int, digest: _Hash, size: int) -> int:
    have = 0
    while have <= size and (chunk := os.read(target, CHUNK)):
        digest.feed(chunk)
        have += len(chunk)
    return have


@contextmanager
def _opened(staged: Path) -> Iterator[int]:
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(staged, flags | os.O_CREAT, 0o644)
    except PermissionError:  # complete and read-only since a sync that died before it could settle it
        staged.chmod(0o644)
        handle = os.open(staged, flags)
    try:
        yield handle
    finally:
        os.close(handle)


class _Hash:
    """SHA-256 of chunks, for long blobs in a thread beside the copying: hashing lets go of the interpreter."""

    def __init__(self, pool: ThreadPoolExecutor | None) -> None:
        self._digest = hashlib.sha256()
        self._pool = pool
        self._running: Future[None] | None = None

    @classmethod
    @contextmanager
    def of(cls, size: int) -> Iterator[_Hash]:
        with ExitStack() as stack:
            yield cls(stack.enter_context(ThreadPoolExecutor(1, "hash")) if size >= _BESIDE else None)

    def feed(self, chunk: bytes) -> None:
        if self._pool is None:
            self._digest.update(chunk)
            return
        if self._running is not None:
            self._running.result()
        self._running = self._pool.submit(self._digest.update, chunk)

    def hex(self) -> str:
        if self._running is not None:
            self._running.result()
        return self._digest.hexdigest()


def _check_size(stream: Stream, ref: BlobRef) -> None:
    if stream.size != ref.size:
        raise damaged_medium(
            stream.path,
            Text(f"应有 {ref.size} 字节，实有 {stream.size}", f"{ref.size} bytes expected, {stream.size} found"),
        )
