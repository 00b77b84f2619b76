"""The process behind `support.powercut`: a file system with one disk image, which notes every write and every flush.

`/image` is the disk, for a loop device. What is written to `/mark` is noted among the writes. One thread: the order of
the log is the order of events.
"""

# ruff: noqa: PTH123

from __future__ import annotations

import errno
import os
import stat
import sys

import mfusepy

from support.fusedisk_server import until_told
from support.powercut_log import FLUSH, MARK, WRITE, Event, append


class Recorder(mfusepy.Operations):
    """One image and its log."""

    use_ns = True

    def __init__(self, image: str, log: str) -> None:
        self._image = os.open(image, os.O_RDWR)
        self._log = open(log, "wb", buffering=0)  # noqa: SIM115 - as long as the process lives

    def getattr(self, path, fh=None):
        if path == "/":
            return {"st_mode": stat.S_IFDIR | 0o755, "st_nlink": 2}
        size = {"/image": os.fstat(self._image).st_size, "/mark": 0}.get(path)
        if size is None:
            raise OSError(errno.ENOENT, path)
        return {"st_mode": stat.S_IFREG | 0o600, "st_nlink": 1, "st_size": size}

    def readdir(self, path, fh):
        return [".", "..", "image", "mark"]

    def open(self, path, flags):
        return 0

    def truncate(self, path, length, fh=None):
        if path != "/mark":
            raise OSError(errno.EPERM, path)

    def read(self, path, size, offset, fh):
        return os.pread(self._image, size, offset)

    def write(self, path, data, offset, fh):
        if path == "/mark":
            append(self._log, Event(MARK, body=data))
            return len(data)
        append(self._log, Event(WRITE, offset, data))
        return os.pwrite(self._image, data, offset)

    def fsync(self, path, datasync, fh):
        append(self._log, Event(FLUSH))


if __name__ == "__main__":
    _, where, image_file, log_file = sys.argv
    until_told(where)
    mfusepy.FUSE(Recorder(image_file, log_file), where, foreground=True, nothreads=True, direct_io=True)
