"""How a web server fails, in the words of the operating system and in those of people."""

from __future__ import annotations

import errno
import socket
import ssl

from kiosk.core.text import Text


class LaterError(OSError):
    """The server cannot just now.

    Args:
        wait: least seconds until the next try, as it says itself.
    """

    def __init__(self, status: int, wait: float = 0.0) -> None:
        super().__init__(errno.EIO, f"the server answers {status}")
        self.status = status
        self.wait = wait


class LookupFailedError(ConnectionError):
    """The server's name has no address."""


_WHY = {
    errno.ECONNREFUSED: Text("连接被拒绝", "the connection is refused"),
    errno.EHOSTUNREACH: Text("没有到它的网络", "there is no way to it"),
    errno.ENETUNREACH: Text("本机没有网络", "this machine has no network"),
    errno.ENXIO: Text("找不到这个名字", "its name is not known"),
}


def reason(error: OSError) -> Text:
    """Why the server cannot be reached, behind a colon."""
    if isinstance(error, TimeoutError):
        return Text("没有及时回应", "it does not answer in time")
    if isinstance(error, LaterError):
        return Text(f"它回答 {error.status}", f"it answers {error.status}")
    return _WHY.get(error.errno or 0, Text("连接断了", "the connection broke"))


def as_os_error(error: Exception) -> OSError:
    """The failure as `failure.is_passing` knows it."""
    if isinstance(error, socket.gaierror):
        # Perhaps only the name server was away; ENXIO says which of all failures it was.
        return LookupFailedError(errno.ENXIO, str(error))
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLCertVerificationError):
        return ConnectionError(errno.ECONNRESET, f"TLS: {error.reason}")
    if isinstance(error, OSError):
        return error
    return ConnectionError(errno.ECONNRESET, f"not HTTP: {type(error).__name__}")
