"""One batch: `docs/pack-format.md`, section "Records", is the format. Values in, bytes out, and back; no disk.

```
 0  7       magic "PKBATCH"
 7  1       format version, 1
 8  4       length of the header, big-endian
12  H       header, JSON (kiosk.fleet.header)
    size    body: zlib of JSON lines, sealed to the office key
    64      Ed25519 signature of everything before the body, by the key named in the header
```
The signature covers the body through its SHA-256, so that header and signature can be judged before the body is opened.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.fleet.errors import foreign, malformed, newer, not_a_batch, tampered, truncated
from kiosk.fleet.header import MAX_BODY, MAX_HEADER, MAX_RECORDS, Header, dump, parse
from kiosk.fleet.logs import bounded
from kiosk.records.entry import Entry, from_json, to_json
from kiosk.sealing import OfficeKey, SealedError, open_sealed, seal

FORMAT = 1
MAX_PLAIN = 48 * 2**20
"""Bytes of the unpacked lines: a small file may not unpack to more than this."""
FULL_PLAIN = 8 * 2**20
"""Bytes after which a batch takes no further record."""
MAX_FILE = 12 + MAX_HEADER + MAX_BODY + 64

_MAGIC = b"PKBATCH"
_SIGNATURE, _FIXED = 64, 12
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_LOAD = json.JSONDecoder().decode
_HEX = re.compile(r"[0-9a-f]{80}")


@dataclass(frozen=True, slots=True)
class Slip:
    """What travels with the records, sealed like them.

    Args:
        token: 64 hex digits; who knows them has opened the batch.
        spool: 16 hex digits; numbers count within a spool, which is lost with the kiosk's disk.
        confirmed: every batch of the spool up to this number has been acknowledged; the office need not repeat that.
        health: see `kiosk.fleet.health`; empty when the kiosk told nothing.
        logs: texts by name, in a report only; see `kiosk.fleet.logs`.
    """

    token: str
    spool: str
    confirmed: int
    health: Mapping[str, Any]
    logs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Envelope:
    """A batch whose header is sound and whose signature fits; the body is still shut.

    Args:
        id: SHA-256 of everything before the body: the same batch has the same id wherever it is found.
    """

    header: Header
    id: str
    body: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Batch:
    """An opened batch."""

    header: Header
    id: str
    slip: Slip
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A batch as bytes, with what the kiosk has to remember of it."""

    header: Header
    token_sha256: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Cover:
    """What the header of a new batch needs beside its records."""

    device: str
    number: int
    first: int
    last: int
    created: datetime


def build(
    cover: Cover, lines: Iterable[bytes], slip: Slip, key: OfficeKey, signer: SigningKey, *, level: int = 6
) -> Made:
    """Pack, seal and sign.

    Args:
        lines: from `line`, in ascending order of their sequence.
        level: of zlib.
    """
    packer, parts, records = zlib.compressobj(level), [], 0
    head: dict[str, Any] = {
        "token": slip.token,
        "spool": slip.spool,
        "confirmed": slip.confirmed,
        "health": dict(slip.health),
    }
    if slip.logs:
        head["logs"] = bounded(slip.logs)
    parts.append(packer.compress(json.dumps(head, ensure_ascii=False, allow_nan=False).encode() + b"\n"))
    for one in lines:
        parts.append(packer.compress(one))
        records += 1
    parts.append(packer.flush())
    body = seal(b"".join(parts), key)
    header = Header(
        device=cover.device,
        number=cover.number,
        first=cover.first,
        last=cover.last,
        records=records,
        created=cover.created.astimezone(UTC).replace(microsecond=0),
        offset=_minutes_east(cover.created),
        size=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
        key=bytes(signer.verify_key).hex(),
    )
    told = dump(header)
    signed = _MAGIC + bytes([FORMAT]) + len(told).to_bytes(4, "big") + told
    signature = signer.sign(signed).signature
    token = hashlib.sha256(bytes.fromhex(slip.token)).hexdigest()
    return Made(header, token, b"".join((signed, body, signature)))


def line(entry: Entry) -> bytes:
    """One record as the body holds it."""
    return _JSON.encode(to_json(entry)).encode() + b"\n"


def new_token() -> str:
    """A token for a new batch."""
    return secrets.token_hex(32)


def read(untrusted: bytes, name: str) -> Envelope:
    """Judge header, checksum and signature; nothing is opened.

    Raises:
        ContentError: `NOT_A_BATCH`, `BATCH_NEWER`, `BAD_BATCH`.
        StorageError: `BATCH_TRUNCATED`.
        TrustError: `BATCH_TAMPERED`.
    """
    if not untrusted.startswith(_MAGIC[: len(untrusted)]):
        raise not_a_batch(name)
    if len(untrusted) < _FIXED:
        raise truncated(name)
    if untrusted[7] != FORMAT:
        raise newer(name, untrusted[7], FORMAT) if untrusted[7] > FORMAT else not_a_batch(name)
    length = int.from_bytes(untrusted[8:_FIXED], "big")
    if length > MAX_HEADER:
        raise malformed(name, Text("信封太长", "its header is too long"))
    if len(untrusted) < _FIXED + length:
        raise truncated(name)
    signed = untrusted[: _FIXED + length]
    header = parse(signed[_FIXED:], name)
    whole = len(signed) + header.size + _SIGNATURE
    if len(untrusted) != whole:
        raise truncated(name) if len(untrusted) < whole else tampered(name)
    body, signature = untrusted[len(signed) : -_SIGNATURE], untrusted[-_SIGNATURE:]
    try:
        VerifyKey(bytes.fromhex(header.key)).verify(signed, signature)
    except (CryptoError, ValueError, TypeError) as error:
        raise tampered(name) from error
    if hashlib.sha256(body).hexdigest() != header.sha256:
        raise tampered(name)
    return Envelope(header, hashlib.sha256(signed).hexdigest(), body, name)


def opened(envelope: Envelope, private: bytes) -> Batch:
    """Open the body and check every record against the header.

    Args:
        private: the office's key, 32 bytes.

    Raises:
        TrustError: `BATCH_FOREIGN`.
        ContentError: `BAD_BATCH`.
    """
    header, name = envelope.header, envelope.name
    try:
        packed = open_sealed(envelope.body, private)
    except SealedError as error:
        raise foreign(name) from error
    lines = _unpacked(packed, name).split("\n")
    if lines.pop():
        raise malformed(name, Text("最后一行不完整", "its last line is incomplete"))
    slip = _slip(lines[0] if lines else "", name)
    entries, before = [], header.first - 1
    for one in lines[1:]:
        entry = _entry(one, name)
        if entry.device != header.device or not before < entry.sequence <= header.last:
            raise malformed(name, Text("记录与信封不符", "a record does not belong to its header"))
        before = entry.sequence
        entries.append(entry)
    if len(entries) != header.records:
        raise malformed(name, Text("记录数与信封不符", "its header counts other records"))
    return Batch(header, envelope.id, slip, tuple(entries))


def _unpacked(packed: bytes, name: str) -> str:
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(packed, MAX_PLAIN)
    except zlib.error as error:
        raise malformed(name, Text("内容解不开", "its body cannot be unpacked")) from error
    if not unpacker.eof or unpacker.unused_data:
        raise malformed(name, Text("内容过大或不完整", "its body is too large or incomplete"))
    if plain.count(b"\n") > MAX_RECORDS + 1:
        raise malformed(name, Text("行数太多", "it has too many lines"))
    try:
        return plain.decode()
    except UnicodeDecodeError as error:
        raise malformed(name, Text("不是 UTF-8", "its lines are not UTF-8")) from error


def _entry(untrusted: str, name: str) -> Entry:
    try:
        return from_json(_LOAD(untrusted))
    except (ContentError, ValueError, RecursionError) as error:
        told = error.message if isinstance(error, ContentError) else Text("不是 JSON", "no JSON")
        raise malformed(name, Text(f"一条记录读不出（{told.zh}）", f"a record cannot be read ({told.en})")) from error


def _slip(untrusted: str, name: str) -> Slip:
    try:
        raw = _LOAD(untrusted)
        token, spool, confirmed, health = raw["token"], raw["spool"], raw["confirmed"], raw["health"]
        if not _HEX.fullmatch(token + spool) or len(token) != 64 or len(spool) != 16 or not isinstance(health, dict):
            raise ValueError("slip")
        if not isinstance(confirmed, int) or isinstance(confirmed, bool) or not 0 <= confirmed < 2**63:
            raise ValueError("slip")
        json.dumps(health, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise malformed(name, Text("第一行不对", "its first line is not valid")) from error
    logs = raw.get("logs")
    return Slip(token, spool, confirmed, health, bounded(logs) if isinstance(logs, dict) else {})


def _minutes_east(moment: datetime) -> int:
    offset = moment.astimezone().utcoffset()
    assert offset is not None
    return round(offset.total_seconds() / 60)
