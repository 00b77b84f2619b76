"""What an operating system's or a server's failure means to the person with the stick."""

from __future__ import annotations

import errno
from typing import Protocol

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.packs.errors import damaged_medium, in_use, medium_removed, no_permission, not_on_this_medium

NOT_PLAIN = Text("不是普通文件", "not a plain file")
_UNREADABLE = Text("读不出来", "it cannot be read")


def _numbers(*names: str) -> frozenset[int]:
    return frozenset(
        getattr(errno, name) for name in names if hasattr(errno, name)
    )  # not every system knows every name


_GONE = _numbers("ENODEV", "ENXIO", "ENOTCONN", "ENOMEDIUM")
_AWAY = _numbers(
    "ESTALE", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN", "ENETRESET", "ECONNRESET",
    "ECONNABORTED", "ECONNREFUSED", "EPIPE", "ENOLINK", "EREMOTEIO",
)  # fmt: skip
_IN_USE = _numbers("EAGAIN", "EBUSY", "ETXTBSY")
_REFUSED = _numbers("EACCES", "EPERM")
_MISSING = _numbers("ENOENT", "ENAMETOOLONG")
_STRANGE = _numbers("ELOOP", "ENOTDIR", "EISDIR")
_PASSING = _AWAY | _IN_USE | _numbers("EIO", "EINTR")

_GONE_WINDOWS = frozenset({21, 53, 67, 1167})  # not ready, no such network path or name, device not connected
_AWAY_WINDOWS = frozenset({51, 55, 59, 64, 121, 1231, 1236})  # network errors, semaphore timeout
_IN_USE_WINDOWS = frozenset({32, 33, 303})  # sharing and lock violations, delete pending


class _Asked(Protocol):
    def gone(self) -> bool: ...


def is_passing(error: OSError) -> bool:
    """True when the next try may go well: the network, a server that restarts, a file that is just being replaced."""
    if windows := getattr(error, "winerror", None):
        return windows in _AWAY_WINDOWS | _IN_USE_WINDOWS
    return error.errno in _PASSING or isinstance(error, TimeoutError | ConnectionError)


def known(error: OSError, path: str, source: _Asked) -> StorageError:
    """The error for people, after the last try.

    Args:
        path: repository path that was being read.
        source: tells a stick that was pulled out from a bad sector.
    """
    windows, number = getattr(error, "winerror", None), error.errno
    if windows in _GONE_WINDOWS | _AWAY_WINDOWS or number in _GONE | _AWAY or isinstance(error, TimeoutError):
        return medium_removed()
    if windows in _IN_USE_WINDOWS or number in _IN_USE:
        return in_use(path)
    if number in _MISSING:
        return medium_removed() if source.gone() else not_on_this_medium(path)
    if number in _REFUSED:
        return no_permission(path)
    if number in _STRANGE:
        return damaged_medium(path, NOT_PLAIN)
    # EIO is a bad sector, or a stick that has just been pulled out.
    return medium_removed() if source.gone() else damaged_medium(path, _UNREADABLE)
