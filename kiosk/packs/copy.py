"""One blob from a source into staging: hashed while it is copied, resumed where it stopped, never believed unhashed."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable
from pathlib import Path

from kiosk.core.text import Text
from kiosk.packs.errors import damaged_medium, disk_failed, disk_full
from kiosk.packs.manifest import BlobRef
from kiosk.packs.source import Source, Stream

CHUNK = 1024 * 1024


def blob_source(sha256: str) -> str:
    """Where a blob lies in a repository."""
    return f"blobs/sha256/{sha256[:2]}/{sha256}"


def copy_blob(
    source: Source, ref: BlobRef, staged: Path, copied: Callable[[int], None], free: Callable[[], int]
) -> None:
    """Make `staged` hold exactly the bytes of `ref`.

    A prefix that is already there is hashed again, because after a power cut it may hold zeros. What turns out wrong
    is deleted and copied once more from the start.

    Args:
        staged: file in the staging folder.
        copied: told the bytes written; negative when they had to be thrown away.
        free: free bytes of the kiosk's disk, for the message.

    Raises:
        StorageError: `DAMAGED_MEDIUM`, `NOT_ON_THIS_MEDIUM`, `MEDIUM_REMOVED`, `DISK_FULL`, `DISK_FAILED`.
    """
    path = blob_source(ref.sha256)
    try:
        for _attempt in range(2):
            if _complete(source, path, ref, staged, copied):
                return
            staged.unlink()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full(ref.size - staged.stat().st_size, free()) from error
        raise disk_failed(str(staged), error) from error
    raise damaged_medium(path, Text("内容与签名不符", "its bytes are not the signed ones"))


def _complete(source: Source, path: str, ref: BlobRef, staged: Path, copied: Callable[[int], None]) -> bool:
    """Copy what is missing; True when the whole hashes right."""
    digest, have = hashlib.sha256(), 0
    with staged.open("r+b" if staged.exists() else "x+b") as target:
        while have <= ref.size and (chunk := target.read(CHUNK)):
            digest.update(chunk)
            have += len(chunk)
        if have > ref.size:
            return False
        if have == ref.size and digest.hexdigest() == ref.sha256:
            return True
        written = 0
        with source.open(path) as stream:
            _check_size(stream, ref)
            stream.seek(have)
            while have < ref.size and (chunk := stream.read(min(CHUNK, ref.size - have))):
                target.write(chunk)
                digest.update(chunk)
                have += len(chunk)
                written += len(chunk)
                copied(len(chunk))
        target.flush()
    if digest.hexdigest() == ref.sha256:
        return True
    copied(-written)
    return False


def _check_size(stream: Stream, ref: BlobRef) -> None:
    if stream.size != ref.size:
        raise damaged_medium(
            stream.path,
            Text(f"应有 {ref.size} 字节，实有 {stream.size}", f"{ref.size} bytes expected, {stream.size} found"),
        )
