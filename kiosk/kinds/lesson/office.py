"""Looking a certificate up at the office: in a record book, or in records that were exported from one."""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kiosk.core.errors import ContentError, StorageError
from kiosk.core.text import Text

_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Entry:
    """A certificate as it was recorded.

    Args:
        device: whose book it is in.
        sequence: its place there.
        at: wall clock, UTC, ISO 8601.
        clock_trusted: whether that can be right.
        uid: `pack/item` of the lesson.
        person: keyed hash of a worker number or name; empty when nobody said who they are.
    """

    device: str
    sequence: int
    at: str
    clock_trusted: bool
    uid: str
    payload: Mapping[str, Any]
    person: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Certificates and, where the book itself is there, the key of its hashes."""

    entries: tuple[Entry, ...]
    secret: bytes | None = None


def read(path: Path) -> Source:
    """Certificates of a `records.db`, or of a file with one record as JSON on each line.

    Raises:
        StorageError: `NO_RECORDS`: there is no such file, or it cannot be read.
        ContentError: `BAD_RECORDS`: it is neither of the two.
    """
    try:
        with path.open("rb") as file:
            book = file.read(len(_SQLITE)) == _SQLITE
        return _book(path) if book else Source(tuple(_lines(path.read_text("utf-8-sig").splitlines())))
    except OSError as error:
        raise StorageError(
            "NO_RECORDS",
            Text(f"读不了 {path.name}（{error.strerror}）。", f"{path.name} cannot be read ({error.strerror})."),
            Text("检查文件名和权限。", "Check its name and whether you may read it."),
        ) from error
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise ContentError(
            "BAD_RECORDS",
            Text(f"{path.name} 不是答题记录。", f"{path.name} holds no records."),
            Text("用 records.db，或每行一条 JSON 的导出文件。", "Use records.db, or an export with one JSON a line."),
        ) from error


def find(source: Source, code: str) -> tuple[Entry, ...]:
    """Every certificate of that number; more than one only if exports were joined."""
    return tuple(entry for entry in source.entries if entry.payload.get("code") == code)


def is_person(source: Source, entry: Entry, said: str) -> bool | None:
    """Whether a certificate was given to that worker number or name; None when that cannot be told here."""
    if source.secret is None:
        return None
    plain = unicodedata.normalize("NFKC", said).strip().upper()
    hashed = hmac.new(source.secret, plain.encode(), hashlib.sha256).hexdigest()[:32]
    return bool(entry.person) and hmac.compare_digest(hashed, entry.person)


def _book(path: Path) -> Source:
    """Read only: the book may be in use, or a copy on a stick."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as book:
        found = book.execute("SELECT secret FROM device").fetchone()
        rows = book.execute(
            "SELECT device, sequence, at, clock_trusted, uid, payload, person FROM record WHERE kind = 'lesson' ORDER BY sequence"
        )
        told = [
            Entry(device, sequence, at, bool(trusted), uid, json.loads(payload), person)
            for device, sequence, at, trusted, uid, payload, person in rows
        ]
    return Source(tuple(_certificates(told)), bytes(found[0]) if found else None)


def _lines(lines: Iterable[str]) -> Iterator[Entry]:
    for line in lines:
        if not line.strip():
            continue
        told = json.loads(line)
        if told["kind"] != "lesson":
            continue
        payload = told["payload"] if isinstance(told["payload"], dict) else json.loads(told["payload"])
        trusted = bool(told.get("clock_trusted"))
        entry = Entry(
            str(told["device"]), int(told["sequence"]), str(told["at"]), trusted, str(told["uid"]), payload,
            str(told.get("person") or ""),
        )  # fmt: skip
        yield from _certificates([entry])


def _certificates(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.payload.get("event") == "certificate")
