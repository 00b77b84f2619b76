"""The last events of this kiosk in one file of fixed size, whatever happens to the machine.

A ring of slots of `SLOT` bytes: number, checksum and a JSON object, padded with blanks to a line, so that any text editor
shows it. A write touches one slot; one that was torn by a power cut fails its checksum and is left out, the others stay.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.core.errors import StorageError
from kiosk.core.text import Text

NAME = "blackbox.log"
SLOTS, SLOT = 2048, 256
_HEAD = 26
"""Of a slot: 16 digits, a blank, 8 hexadecimal digits, a blank."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event.

    Args:
        number: counts up for as long as the file exists.
        when: by the machine's clock, UTC.
        event: `start`, `ready`, `stop`, `ended`, `hung`, `safe`, `warning`, `error`, `finding`, `day`.
        facts: what else is known; short.
    """

    number: int
    when: datetime
    event: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        """For people: `2026-05-01 08:00:00Z start app=1.0`."""
        facts = " ".join(f"{k}={v}" for k, v in self.facts.items())
        return f"{self.when:%Y-%m-%d %H:%M:%SZ} {self.event} {facts}".rstrip()


class BlackBox:
    """Writes events. Another process may write to the same file, but not at the same moment.

    Args:
        path: made, in its full size, when it is missing or of another size.

    Raises:
        StorageError: it cannot be made or opened.
    """

    def __init__(self, path: Path, slots: int = SLOTS) -> None:
        self._slots = slots
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.stat().st_size != slots * SLOT:
                _make(path, slots)
            self._next = max((e.number for e in read(path)), default=0) + 1
            self._file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
        except OSError as error:
            raise _unusable(path, error) from error
        self._path = path

    def note(self, event: str, now: datetime, *, durable: bool = False, **facts: Any) -> None:
        """Write one event.

        Args:
            now: UTC.
            durable: wait until it is on the disk; not on the GUI thread.
            facts: cut when they are too long for a slot.

        Raises:
            StorageError: the disk takes no more.
        """
        number, self._next = self._next, self._next + 1
        slot = _pack(number, now, event, facts)
        try:
            os.lseek(self._file, (number - 1) % self._slots * SLOT, os.SEEK_SET)
            os.write(self._file, slot)
            if durable:
                os.fsync(self._file)
        except OSError as error:
            raise _unusable(self._path, error) from error

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)


def read(path: Path) -> tuple[Entry, ...]:
    """What the file says, oldest first; damaged slots are left out, a file that is not there says nothing.

    Raises:
        OSError: it is there and cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(SLOTS * SLOT * 4)
    except FileNotFoundError:
        return ()
    found = (_unpack(content[at : at + SLOT]) for at in range(0, len(content), SLOT))
    return tuple(sorted((e for e in found if e is not None), key=lambda e: e.number))


def _pack(number: int, now: datetime, event: str, facts: Mapping[str, Any]) -> bytes:
    body = {"t": round(now.timestamp()), "e": event[:16], **{k[:16]: _short(v) for k, v in facts.items()}}
    room = SLOT - _HEAD - 1
    while len(text := json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()) > room:
        longest = max(body, key=lambda k: len(str(body[k])) if k not in ("t", "e") else -1)
        said = str(body[longest])
        if len(said) <= 8:
            del body[longest]
        else:
            body[longest] = said[: len(said) * 3 // 4]
    padded = text.ljust(room)
    return f"{number:016d} {zlib.crc32(padded, number & 0xFFFFFFFF):08x} ".encode() + padded + b"\n"


def _short(value: object) -> object:
    return value if isinstance(value, bool | int | float) else str(value)[:200]


def _unpack(slot: bytes) -> Entry | None:
    try:
        number, crc = int(slot[:16]), int(slot[17:25], 16)
        padded = slot[_HEAD : SLOT - 1]
        if len(slot) != SLOT or zlib.crc32(padded, number & 0xFFFFFFFF) != crc:
            return None
        body = json.loads(padded)
        when = datetime.fromtimestamp(body.pop("t"), UTC)
        return Entry(number, when, str(body.pop("e")), body)
    except (ValueError, KeyError, OverflowError, OSError, AttributeError, TypeError):
        return None  # an empty slot, or one that was torn


def _make(path: Path, slots: int) -> None:
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_bytes((b" " * (SLOT - 1) + b"\n") * slots)
    unfinished.replace(path)


def _unusable(path: Path, error: OSError) -> StorageError:
    return StorageError(
        "BLACK_BOX",
        Text(f"黑匣子 {path} 写不了：{error}。", f"The black box {path} cannot be written: {error}."),
        Text("请检查磁盘。", "Check the disk."),
    )
