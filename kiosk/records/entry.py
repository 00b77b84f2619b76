"""A record as it leaves the kiosk: everything the office needs, nothing that names a person."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

LONGEST = 512
"""Characters of a text field; the longest there is today, a `once`, has some 120."""
_LAST = 2**63 - 1
_CONTROL = {*range(0x20), 0x7F}
_TEXTS = ("device", "visit", "uid", "kind", "person", "unit", "once")
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


class Told(dict[str, Any]):
    """A payload that was read, with its text: writing it is how it was judged, and a database needs it again."""

    __slots__ = ("text",)

    def __init__(self, payload: Mapping[str, Any], text: str) -> None:
        super().__init__(payload)
        self.text = text


def payload_text(payload: Mapping[str, Any]) -> str:
    """A payload as databases keep it: the same text for the same content."""
    return payload.text if isinstance(payload, Told) else _JSON.encode(payload)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a kiosk's book.

    Args:
        device: of the kiosk; with `sequence` its name for ever.
        sequence: counts up within a device; what is missing in between never arrived.
        boot: counts openings of the book: `monotonic` is comparable within one.
        at: UTC, as the kiosk's clock said.
        monotonic: seconds of the kiosk's monotonic clock; 0.0 where the moment is kept back on purpose.
        clock_trusted: whether `at` was plausible.
        visit: the visit it belongs to; no person.
        uid: `pack/item`, or empty.
        kind: of exhibit or of the house; may be unknown to whoever reads.
        version: of the payload's shape.
        payload: JSON of the kind.
        person: keyed hash, or empty.
        unit: workshop of the person by the roster, or empty.
        once: what may be recorded a single time, or empty.
    """

    device: str
    sequence: int
    boot: int
    at: datetime
    monotonic: float
    clock_trusted: bool
    visit: str
    uid: str
    kind: str
    version: int
    payload: Mapping[str, Any]
    person: str = ""
    unit: str = ""
    once: str = ""


def to_json(entry: Entry) -> dict[str, Any]:
    """The entry for `json.dumps`; `from_json` reads it back."""
    return {
        "device": entry.device,
        "sequence": entry.sequence,
        "boot": entry.boot,
        "at": entry.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "monotonic": entry.monotonic,
        "clock_trusted": entry.clock_trusted,
        "visit": entry.visit,
        "uid": entry.uid,
        "kind": entry.kind,
        "version": entry.version,
        "payload": dict(entry.payload),
        "person": entry.person,
        "unit": entry.unit,
        "once": entry.once,
    }


def from_json(found: object) -> Entry:
    """Read what another machine wrote. Keys that are not known are left out; kinds that are not known are kept.

    Raises:
        ContentError: `BAD_RECORD`, naming the field.
    """
    if not isinstance(found, dict):
        raise bad_record("entry")
    _text = _seen if _is_plain(found) else _judged
    return Entry(
        device=_text(found, "device", required=True),
        sequence=_whole(found, "sequence", least=1),
        boot=_whole(found, "boot"),
        at=_moment(found, "at"),
        monotonic=_seconds(found, "monotonic"),
        clock_trusted=_flag(found, "clock_trusted"),
        visit=_text(found, "visit"),
        uid=_text(found, "uid"),
        kind=_text(found, "kind", required=True),
        version=_whole(found, "version"),
        payload=_payload(found, "payload"),
        person=_text(found, "person"),
        unit=_text(found, "unit"),
        once=_text(found, "once"),
    )


def bad_record(field: str) -> ContentError:
    """A record of a batch or a damaged book cannot be read."""
    return ContentError(
        "BAD_RECORD",
        Text(f"一条记录的“{field}”不对。", f"“{field}” of a record is not valid."),
        Text("请把这个文件发给技术支持。", "Send this file to support."),
    )


def _is_plain(found: Mapping[str, Any]) -> bool:
    """Whether all texts are printable and short: told at once for all of them, as nearly every record has it."""
    try:
        told = "".join([found.get(field, "") for field in _TEXTS])
    except TypeError:  # not all are texts
        return False
    return len(told) <= LONGEST and told.isprintable()


def _seen(found: Mapping[str, Any], field: str, *, required: bool = False) -> str:
    """A text that `_is_plain` has looked at."""
    value: str = found.get(field, "")
    if required and not value:
        raise bad_record(field)
    return value


def _judged(found: Mapping[str, Any], field: str, *, required: bool = False) -> str:
    value = found.get(field, "")
    if not isinstance(value, str) or len(value) > LONGEST or (required and not value):
        raise bad_record(field)
    if not value.isprintable() and any(ord(c) in _CONTROL or 0xD800 <= ord(c) < 0xE000 for c in value):
        raise bad_record(field)
    return value


def _whole(found: Mapping[str, Any], field: str, least: int = 0) -> int:
    value = found.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _LAST:
        raise bad_record(field)
    return value


def _seconds(found: Mapping[str, Any], field: str) -> float:
    value = found.get(field)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise bad_record(field)
    try:
        seconds = float(value)
    except OverflowError as error:
        raise bad_record(field) from error
    if not math.isfinite(seconds):
        raise bad_record(field)
    return seconds


def _flag(found: Mapping[str, Any], field: str) -> bool:
    value = found.get(field)
    if not isinstance(value, bool):
        raise bad_record(field)
    return value


def _moment(found: Mapping[str, Any], field: str) -> datetime:
    value = found.get(field)
    if not isinstance(value, str) or len(value) > LONGEST:
        raise bad_record(field)
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise bad_record(field)
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise bad_record(field) from error


def _payload(found: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    """A JSON object that can be written again: no lone surrogate, no infinite number."""
    value = found.get(field)
    if not isinstance(value, dict):
        raise bad_record(field)
    try:
        text = _JSON.encode(value)
        text.encode()
    except (ValueError, TypeError, RecursionError) as error:
        raise bad_record(field) from error
    return Told(value, text)
