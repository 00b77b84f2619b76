"""`s3://bucket/folder`: an object store. s3fs is fsspec's own; it brings the ways in which credentials are found."""

from __future__ import annotations

import errno
from typing import Any
from urllib.parse import unquote, urlsplit

import aiohttp
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError
from fsspec.exceptions import FSTimeoutError
from s3fs import S3FileSystem

from kiosk.packs.source.remote import LOST, RemoteSource, Renamed, renamed

_CONFIG = {"connect_timeout": 10, "read_timeout": 20, "retries": {"max_attempts": 1}}
_BLOCK = 2 * 1024 * 1024


def s3_source(address: str) -> RemoteSource:
    """The bucket; credentials and endpoint as in the AWS tools (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`, profiles).

    `s3://anonymous@bucket` asks without any. The account must be allowed to list the bucket: without, a missing object
    cannot be told from a forbidden one.
    """
    return RemoteSource(address, *s3_files(address))


def s3_files(address: str) -> tuple[_Bucket, str]:
    """The server, and the path on it: bucket and folder."""
    url = urlsplit(address)
    return _Bucket(anonymous=url.username == "anonymous"), f"{url.hostname}{unquote(url.path)}".strip("/")


class _Bucket:
    def __init__(self, *, anonymous: bool) -> None:
        self._files = S3FileSystem(
            anon=anonymous, config_kwargs=_CONFIG, use_listings_cache=False, skip_instance_cache=True
        )

    def open(self, path: str) -> Any:
        with renamed(_number):
            return Renamed(self._files.open(path, "rb", block_size=_BLOCK, cache_type="readahead"), _number)

    def look(self, path: str) -> None:
        with renamed(_number):
            self._files.ls(path, refresh=True)

    def reconnect(self) -> None:
        self._files.invalidate_cache()

    def names(self, path: str) -> list[str]:
        """See `Writable`; a folder is there when something is in it."""
        with renamed(_number):
            found = self._files.ls(path, detail=False, refresh=True)
        return sorted(name for one in found if (name := one.removeprefix(f"{path}/").strip("/")) and "/" not in name)

    def size(self, path: str) -> int | None:
        """See `Writable`."""
        try:
            with renamed(_number):
                found = self._files.info(path, refresh=True)
        except FileNotFoundError:
            return None
        return int(found["size"]) if found["type"] == "file" else None

    def read(self, path: str, most: int) -> bytes | None:
        """See `Writable`."""
        size = self.size(path)
        if not size:
            return None if size is None else b""
        with renamed(_number):
            body: bytes = self._files.cat_file(path, start=0, end=min(most, size))
            return body

    def write(self, path: str, body: bytes) -> None:
        """See `Writable`: an object appears whole."""
        with renamed(_number):
            self._files.pipe_file(path, body)

    def remove(self, path: str) -> None:
        """See `Writable`."""
        with renamed(_number):
            self._files.rm_file(path)

    def make(self, path: str) -> None:
        """See `Writable`: there are no folders, only names."""


def _number(error: Exception) -> int | None:
    if isinstance(error, NoCredentialsError | PartialCredentialsError):
        return errno.EACCES
    if isinstance(error, OSError) and error.errno is None:  # s3fs leaves the number out
        return errno.ENOENT if isinstance(error, FileNotFoundError) else _other(error)
    if isinstance(error, BotoCoreError | ClientError | aiohttp.ClientError | FSTimeoutError):
        return LOST
    return None


def _other(error: OSError) -> int:
    return errno.EACCES if isinstance(error, PermissionError) else errno.EIO
