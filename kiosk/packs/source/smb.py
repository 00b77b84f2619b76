"""`smb://user@server/share/folder`: a Windows or Samba share without a mount."""

from __future__ import annotations

import errno
import logging
import os
import secrets
import stat
import weakref
from contextlib import suppress
from typing import Any
from urllib.parse import unquote, urlsplit

import smbclient
from fsspec.implementations.smb import SMBFileSystem
from smbprotocol.exceptions import SMBAuthenticationError, SMBException, SMBOSError, SMBResponseException

from kiosk.packs.source.remote import LOST, RemoteSource, Renamed, renamed

PASSWORD = "KIOSK_SMB_PASSWORD"  # noqa: S105 - the name of the variable
_GUEST = "guest"
_CONNECT = 10
for _name in ("smbprotocol", "smbclient", "spnego"):
    logging.getLogger(_name).setLevel(logging.ERROR)  # what goes wrong is raised; below that they log the whole logon
_NUMBERS = {
    0xC0000022: errno.EACCES,  # access denied
    0xC000006D: errno.EACCES,  # logon failure, and what else is wrong with an account
    0xC000006E: errno.EACCES,
    0xC0000071: errno.EACCES,
    0xC0000072: errno.EACCES,
    0xC00000CC: errno.ENOENT,  # no such share
    0xC0000034: errno.ENOENT,
    0xC000003A: errno.ENOENT,
    0xC0000043: errno.EBUSY,  # sharing violation, lock conflict, delete pending: somebody replaces it just now
    0xC0000054: errno.EBUSY,
    0xC0000056: errno.EBUSY,
    0xC00000BA: errno.EISDIR,
    0xC0000103: errno.ENOTDIR,
    0xC0000035: errno.EEXIST,
    0xC000007F: errno.ENOSPC,
    0xC0000044: errno.ENOSPC,  # the account's share of the disk is used up
    0xC00000A2: errno.EROFS,
    0x8000002D: errno.ELOOP,  # a symbolic link
}


def smb_source(address: str) -> RemoteSource:
    """The share; the password is in the environment, without a user it is asked as a guest."""
    return RemoteSource(address, *smb_files(address))


def smb_files(address: str) -> tuple[_Share, str]:
    """The server, and the path on it: share and folder."""
    url = urlsplit(address)
    user, password = unquote(url.username or ""), os.environ.get(PASSWORD, "")
    if not user:
        user = password = _GUEST  # servers take a name they do not know for a guest; the library wants some password
        smbclient.ClientConfig(require_secure_negotiate=False)  # guests have no key to check it with
    share = _Share(url.hostname or "", url.port or 445, user, password)
    return share, unquote(url.path).strip("/")


class _Share:
    def __init__(self, host: str, port: int, user: str, password: str) -> None:
        self._files = SMBFileSystem(host, port=port, register_session_retries=-1, skip_instance_cache=True)
        self._connections: dict[str, Any] = {}
        self._how = {
            "username": user,
            "password": password,
            "connection_timeout": _CONNECT,
            "require_signing": user != _GUEST,  # guests have no key; what is read is proved by its own signatures
            "connection_cache": self._connections,
        }
        self._host, self._there = host, {"port": port, **self._how}
        weakref.finalize(self, _forget, self._connections).atexit = False

    def open(self, path: str) -> Any:
        with renamed(_number):
            # Others may read, replace and delete meanwhile: a kiosk never holds up a publisher.
            return Renamed(self._files.open(f"/{path}", "rb", block_size=0, share_access="rwd", **self._how), _number)

    def look(self, path: str) -> None:
        with renamed(_number):
            self._files.info(f"/{path}", **self._how)

    def reconnect(self) -> None:
        _forget(self._connections)

    def names(self, path: str) -> list[str]:
        """See `Writable`."""
        with renamed(_number):
            return sorted(smbclient.listdir(self._at(path), **self._there))

    def size(self, path: str) -> int | None:
        """See `Writable`."""
        try:
            with renamed(_number):
                status = smbclient.lstat(self._at(path), **self._there)
        except FileNotFoundError:
            return None
        return int(status.st_size) if stat.S_ISREG(status.st_mode) else None

    def read(self, path: str, most: int) -> bytes | None:
        """See `Writable`."""
        try:
            with renamed(_number), smbclient.open_file(self._at(path), "rb", share_access="rwd", **self._there) as file:
                body: bytes = file.read(most)
                return body
        except FileNotFoundError:
            return None

    def write(self, path: str, body: bytes) -> None:
        """See `Writable`."""
        folder, _, name = path.rpartition("/")
        unfinished = f"{folder}/.{name}.{secrets.token_hex(4)}.tmp"
        with renamed(_number):
            try:
                with smbclient.open_file(self._at(unfinished), "xb", **self._there) as file:
                    file.write(body)
                smbclient.replace(self._at(unfinished), self._at(path), **self._there)
            except Exception:
                with suppress(SMBException, OSError):
                    smbclient.remove(self._at(unfinished), **self._there)
                raise

    def remove(self, path: str) -> None:
        """See `Writable`."""
        with renamed(_number):
            smbclient.remove(self._at(path), **self._there)

    def make(self, path: str) -> None:
        """See `Writable`."""
        with renamed(_number):
            smbclient.makedirs(self._at(path), exist_ok=True, **self._there)

    def _at(self, path: str) -> str:
        return f"\\\\{self._host}\\" + path.strip("/").replace("/", "\\")


def _forget(connections: dict[str, Any]) -> None:
    # Without taking leave of the server: it may be the one that does not answer.
    while connections:
        connections.popitem()[1].disconnect(close=False)


def _number(error: Exception) -> int | None:
    if isinstance(error, SMBOSError):
        return _NUMBERS.get(error.ntstatus) or error.errno or errno.EIO
    if isinstance(error, SMBAuthenticationError):
        return errno.EACCES
    if isinstance(error, SMBResponseException):
        return _NUMBERS.get(error.status, LOST)
    if isinstance(error, SMBException):
        return LOST
    if isinstance(error, ValueError):  # what it raises when it cannot connect
        return errno.EHOSTUNREACH
    return None
