"""Rows of a damaged `records.db`, read leaf page by leaf page without the tree above them.

A tree whose root is zeroed, or a file that was cut, still has most of its leaves. Pages of the write-ahead log that were
committed stand in for those of the file. Nothing here trusts a byte: what is not a whole, plausible row is left out.
Layout: https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

Value: TypeAlias = int | float | str | bytes | None
Pager: TypeAlias = Callable[[int], bytes]
"""Content of a page by its number, from 1; empty when there is none."""

PAGE = 4096
_LEAF = 0x0D
_MAGIC = (0x377F0682, 0x377F0683)
_MOST_PAYLOAD = 64 * 1024 * 1024
_MOST_COLUMNS = 100


def carve(book: Path, after: int = 0) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Every row of every table that can still be read: its rowid and its columns.

    Args:
        book: the damaged file; its log is read too when it is there.
        after: rows up to this rowid are left out.

    Raises:
        OSError: the disk refused.
    """
    log = book.with_name(book.name + "-wal")
    overlay, size = _log_pages(log) if log.exists() else ({}, 0)
    if not book.exists():
        count = max(overlay, default=0)
        yield from rows(lambda n: overlay.get(n, b""), count, size or PAGE, after)
        return
    with book.open("rb") as file:
        size = size or _page_size(file)
        count = max(book.stat().st_size // size, max(overlay, default=0))

        def page(number: int) -> bytes:
            if (found := overlay.get(number)) is not None:
                return found
            file.seek((number - 1) * size)
            return file.read(size)

        yield from rows(page, count, size, after)


def rows(page: Pager, count: int, size: int, after: int = 0) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Rows of the table leaves among pages 2 to `count`; page 1 holds the schema."""
    for number in range(2, count + 1):
        body = page(number)
        if len(body) != size or body[0] != _LEAF:
            continue
        (cells,) = struct.unpack_from(">H", body, 3)
        if 8 + 2 * cells > size:
            continue
        for start in struct.unpack_from(f">{cells}H", body, 8):
            row = _cell(body, start, page, size, count, after)
            if row is not None:
                yield row


def _cell(
    body: bytes, start: int, page: Pager, size: int, count: int, after: int
) -> tuple[int, tuple[Value, ...]] | None:
    try:
        length, at = _varint(body, start)
        rowid, at = _varint(body, at)
        if not after < rowid < 2**62 or not 0 < length <= _MOST_PAYLOAD:
            return None
        payload = _payload(body, at, length, page, size, count)
        return None if payload is None else (rowid, _columns(payload))
    except (IndexError, ValueError, struct.error):  # not a row, or not a whole one
        return None


def _payload(body: bytes, at: int, length: int, page: Pager, size: int, count: int) -> bytes | None:
    most = size - 35
    if length <= most:
        found = body[at : at + length]
        return found if len(found) == length else None
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    local = local if local <= most else least
    parts, left = [body[at : at + local]], length - local
    (following,) = struct.unpack_from(">I", body, at + local)
    for _ in range(left // (size - 4) + 1):
        if left <= 0:
            break
        more = page(following) if 1 < following <= count else b""
        if len(more) != size:
            return None
        (following,) = struct.unpack_from(">I", more)
        parts.append(more[4 : 4 + min(left, size - 4)])
        left -= size - 4
    whole = b"".join(parts)
    return whole if len(whole) == length else None


def _columns(payload: bytes) -> tuple[Value, ...]:
    head, at = _varint(payload, 0)
    if not 0 < head <= len(payload):
        raise ValueError("header")
    types: list[int] = []
    while at < head:
        kind, at = _varint(payload, at)
        types.append(kind)
        if len(types) > _MOST_COLUMNS:
            raise ValueError("columns")
    at, values = head, []
    for kind in types:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError("length")
    return tuple(values)


_WIDTH = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in _WIDTH:
        end = at + _WIDTH[kind]
        return int.from_bytes(_part(payload, at, end), "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", _part(payload, at, at + 8))[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind >= 12:
        end = at + (kind - 12) // 2
        found = _part(payload, at, end)
        return (found.decode("utf-8") if kind % 2 else found), end
    raise ValueError("type")


def _part(payload: bytes, at: int, end: int) -> bytes:
    if end > len(payload):
        raise ValueError("length")
    return payload[at:end]


def _varint(body: bytes, at: int) -> tuple[int, int]:
    value = 0
    for i in range(8):
        byte = body[at + i]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + i + 1
    return value << 8 | body[at + 8], at + 9


def _page_size(file: BinaryIO) -> int:
    head = file.read(18)
    size = int.from_bytes(head[16:18], "big") if head[:6] == b"SQLite" else 0
    size = 65536 if size == 1 else size
    return size if 512 <= size <= 65536 and size & (size - 1) == 0 else PAGE


def _log_pages(log: Path) -> tuple[dict[int, bytes], int]:
    """Pages of the log's committed transactions, and their size; up to the first frame that does not add up."""
    with log.open("rb") as file:
        head = file.read(32)
        if len(head) < 32:
            return {}, 0
        magic, _version, size, _number, *salts, sum1, sum2 = struct.unpack(">8I", head)
        if magic not in _MAGIC or not 512 <= size <= 65536 or size & (size - 1):
            return {}, 0
        order = ">" if magic & 1 else "<"
        sums = _checksum(head[:24], order, (0, 0))
        if sums != (sum1, sum2):
            return {}, 0
        committed: dict[int, bytes] = {}
        pending: dict[int, bytes] = {}
        while len(frame := file.read(24)) == 24 and len(body := file.read(size)) == size:
            number, after_commit, *found, sum1, sum2 = struct.unpack(">6I", frame)
            sums = _checksum(body, order, _checksum(frame[:8], order, sums))
            if found != salts or sums != (sum1, sum2):
                break
            pending[number] = body
            if after_commit:
                committed |= pending
                pending = {}
        return committed, size


def _checksum(body: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(body) // 4}I", body)
    for i in range(0, len(words) - 1, 2):
        first = (first + words[i] + second) & 0xFFFFFFFF
        second = (second + words[i + 1] + first) & 0xFFFFFFFF
    return first, second
