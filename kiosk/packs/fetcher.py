"""python-tuf reads metadata through here: from a `Source`, into memory, never longer than it asked for."""

from __future__ import annotations

from collections.abc import Iterator

from tuf.api.exceptions import DownloadError, DownloadHTTPError, DownloadLengthMismatchError
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.core.errors import StorageError
from kiosk.packs.source import Source

BASE = "source:/"


class SourceFetcher(FetcherInterface):
    """Answers python-tuf's requests from a source, and remembers them for better error messages.

    Args:
        source: where the bytes are.
        folder: repository path of the metadata folder.
    """

    def __init__(self, source: Source, folder: str) -> None:
        self._source = source
        self._folder = folder
        self.seen: dict[str, bytes] = {}
        self.last = ""

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """The whole file.

        Raises:
            DownloadHTTPError: 404, the file is not there; python-tuf needs to know that from other failures.
            DownloadLengthMismatchError: the file is longer than `max_length`.
            DownloadError: anything else; `__cause__` is our error.
        """
        name = url.removeprefix(BASE)
        self.last = f"{self._folder}/{name}" if self._folder else name
        try:
            with self._source.open(self.last) as stream:
                if stream.size > max_length:
                    raise DownloadLengthMismatchError(f"{name} has {stream.size} bytes, at most {max_length} expected")
                body = bytearray()
                while chunk := stream.read(max_length + 1 - len(body)):
                    body += chunk
                    if len(body) > max_length:
                        raise DownloadLengthMismatchError(f"{name} is longer than {max_length} bytes")
        except StorageError as error:
            if error.code == "NOT_ON_THIS_MEDIUM":
                raise DownloadHTTPError(f"{name} is not there", 404) from error
            raise DownloadError(f"{name} cannot be read") from error
        self.seen[name] = bytes(body)
        return self.seen[name]

    def _fetch(self, url: str) -> Iterator[bytes]:
        # Read at once: a generator would raise where `fetch` no longer translates.
        return iter([self.download_bytes(url, 16 * 1024 * 1024)])
