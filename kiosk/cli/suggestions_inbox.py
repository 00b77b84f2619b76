"""Sealed letters at the office: found in copies of record books, opened with the private key. Nothing here writes."""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kiosk.core.errors import ContentError, KioskError, StorageError
from kiosk.core.text import Text
from kiosk.kinds.suggestion import letter
from kiosk.kinds.suggestion.letter import Letter
from kiosk.sealing import open_sealed

_ROWS = (
    "SELECT device, sequence, at, clock_trusted, uid, payload FROM record WHERE kind = 'suggestion' ORDER BY sequence"
)


@dataclass(frozen=True, slots=True)
class Received:
    """A letter that was opened.

    Args:
        device, sequence: name the record for ever; a letter collected twice counts once.
        at: when it was put in, UTC, ISO 8601.
        trusted: whether that clock could be right.
        box: `pack/item` of the record.
        letter: what was in it.
    """

    device: str
    sequence: int
    at: str
    trusted: bool
    box: str
    letter: Letter


@dataclass(slots=True)
class Inbox:
    """What was found.

    Args:
        letters: opened, oldest first.
        foreign: letters sealed to another key, or changed.
        broken: files that could not be read, with the reason.
        files: record books that were read.
    """

    letters: list[Received] = field(default_factory=list)
    foreign: int = 0
    broken: list[tuple[Path, str]] = field(default_factory=list)
    files: int = 0


def collect(place: Path, private: bytes) -> Inbox:
    """Open every letter in a record book, or in all record books below a folder.

    Raises:
        StorageError: `NO_RECORDS`: there is no record book.
    """
    inbox = Inbox()
    seen: set[tuple[str, int]] = set()
    for file in sorted(place.rglob("*.db")) if place.is_dir() else [place]:
        try:
            rows = list(_rows(file))
        except sqlite3.Error as error:
            if not place.is_dir() or "no such table" not in str(error):
                inbox.broken.append((file, str(error)))
            continue
        inbox.files += 1
        for row in rows:
            name = (str(row["device"]), int(row["sequence"]))
            if name not in seen:
                seen.add(name)
                _take(inbox, row, private)
    if not inbox.files:
        raise StorageError(
            "NO_RECORDS",
            Text(f"{place} 里没有能读的记录（records.db）。", f"There is no readable record book (records.db) in {place}."),
            Text("指明从屏上拷来的 records.db，或放着几份的文件夹。", "Name the records.db copied from a kiosk, or a folder of them."),
        )  # fmt: skip
    inbox.letters.sort(key=lambda r: (r.at, r.device, r.sequence))
    return inbox


def _take(inbox: Inbox, row: sqlite3.Row, private: bytes) -> None:
    sealed = _sealed(row["payload"])
    if sealed is None:
        return
    try:
        told = letter.unpack(open_sealed(sealed, private))
    except ContentError:
        inbox.foreign += 1
        return
    except KioskError as error:
        if error.code != "NOT_FOR_THIS_KEY":
            raise
        inbox.foreign += 1
        return
    inbox.letters.append(
        Received(row["device"], row["sequence"], row["at"], bool(row["clock_trusted"]), row["uid"], told)
    )


def _sealed(payload: Any) -> bytes | None:
    """The sealed bytes of a letter's record; None for ratings and for what is none of ours."""
    try:
        told = json.loads(payload)
        return base64.b64decode(told["sealed"], validate=True) if told["event"] == "letter" else None
    except (ValueError, KeyError, TypeError, binascii.Error):
        return None


def _rows(file: Path) -> Iterator[sqlite3.Row]:
    """Read without changing anything; a book on a read-only stick without its side files is read as it lies."""
    if not file.is_file():
        raise sqlite3.OperationalError("no such file")
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        try:
            with closing(sqlite3.connect(f"file:{quote(str(file.resolve()))}?{mode}", uri=True)) as book:
                book.row_factory = sqlite3.Row
                yield from book.execute(_ROWS)
                return
        except sqlite3.OperationalError as error:
            if "unable to open" not in str(error) or mode.endswith("1"):
                raise
