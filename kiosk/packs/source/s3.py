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
    url = urlsplit(address)
    return RemoteSource(address, _Bucket(anonymous=url.username == "anonymous"), f"{url.hostname}{unquote(url.path)}")


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
