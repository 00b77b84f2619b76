"""What a disk saw: writes, flushes and marks in their order, as `support.powercut_server` notes them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_HEAD = struct.Struct("<cQI")
WRITE, FLUSH, MARK = b"W", b"F", b"M"


@dataclass(frozen=True, slots=True)
class Event:
    """One of them.

    Args:
        offset: of a write, in bytes.
        body: of a write, or the word of a mark.
    """

    kind: bytes
    offset: int = 0
    body: bytes = b""


def append(log: BinaryIO, event: Event) -> None:
    """Add an event to a log file."""
    log.write(_HEAD.pack(event.kind, event.offset, len(event.body)) + event.body)


def read(path: Path) -> Iterator[Event]:
    """All events of a log file."""
    raw, at = path.read_bytes(), 0
    while at < len(raw):
        kind, offset, size = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        yield Event(kind, offset, raw[at : at + size])
        at += size
