"""Which kiosks a stick has been to on its way, and which not yet. Pure, but for `look`.

```
outbox/records/kiosks.json         {"format":1,"tour":"5f3a…16 hex","kiosks":[{"device":"…","site":"一车间"}]}   by the office
outbox/records/<device>/visit.json {"format":1,"tour":"5f3a…","site":"一车间","at":"2026-05-01T08:00:00+00:00"}  by the kiosk
```
Neither is signed: they inform the person with the stick and decide nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kiosk.fleet.place import Shelf
from kiosk.packs.paths import is_visible
from kiosk.packs.receipt import is_device

LIST, OWN = "kiosks.json", "visit.json"
FORMAT = 1
MAX_LIST, MAX_VISIT = 512 * 1024, 4096
MOST = 2000
MAX_SITE = 60

_TOUR = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Tour:
    """What the office wrote.

    Args:
        id: 16 hex digits; a new one when the stick sets out again; empty: the office wrote no list.
        kiosks: device and where it stands.
    """

    id: str = ""
    kiosks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Visited:
    """The state of a tour, as places in words (a kiosk without a name is its id).

    Args:
        visited: in the order of the office's list, then others.
        missed: on the office's list, and not visited yet.
        listed: there is a list; without, `missed` says nothing.
    """

    visited: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    listed: bool = False


def dump_list(tour: Tour) -> bytes:
    """The office's file."""
    listed = [{"device": device, "site": site} for device, site in tour.kiosks[:MOST]]
    return _dumped({"format": FORMAT, "tour": tour.id, "kiosks": listed})


def parse_list(untrusted: bytes | None) -> Tour:
    """What is missing or malformed is no list."""
    raw = _loaded(untrusted, MAX_LIST)
    kiosks = raw.get("kiosks")
    if not _is_tour(raw.get("tour")) or not isinstance(kiosks, list):
        return Tour()
    known = [k for k in kiosks[:MOST] if isinstance(k, dict) and is_device(k.get("device"))]
    return Tour(raw["tour"], tuple({k["device"]: _site(k.get("site")) for k in known}.items()))


def dump_visit(tour: str, site: str, at: datetime) -> bytes:
    """The kiosk's file."""
    told = at.astimezone(UTC).isoformat(timespec="seconds")
    return _dumped({"format": FORMAT, "tour": tour, "site": _site(site), "at": told})


def parse_visit(untrusted: bytes | None) -> tuple[str, str] | None:
    """Tour and site; None when nobody was there."""
    raw = _loaded(untrusted, MAX_VISIT)
    tour = raw.get("tour")
    return (str(tour), _site(raw.get("site"))) if tour == "" or _is_tour(tour) else None


def reckon(tour: Tour, visits: Iterable[tuple[str, str, str]]) -> Visited:
    """Compare the list with who was there.

    Args:
        visits: device, tour and site of each.
    """
    sites = dict(tour.kiosks)
    there = {device: site for device, of, site in visits if of == tour.id}
    order = [*(d for d in sites if d in there), *sorted(d for d in there if d not in sites)]
    return Visited(
        tuple(there[d] or sites.get(d) or d for d in order),
        tuple(site or d for d, site in sites.items() if d not in there),
        bool(tour.id),
    )


def read_list(records: Shelf) -> Tour:
    """The office's list in `outbox/records`; an empty one when it cannot be read."""
    try:
        return parse_list(records.read(LIST, MAX_LIST + 1))
    except OSError:
        return Tour()


def look(records: Shelf) -> Visited:
    """See who was there.

    Raises:
        OSError: the folder cannot be read.
    """
    visits = []
    for device in [name for name in records.names() if is_device(name)][:MOST]:
        try:
            with records.inner(device) as own:
                found = parse_visit(own.read(OWN, MAX_VISIT + 1))
        except OSError:  # a file, a link, a bad sector: nobody is said to have been there
            continue
        if found is not None:
            visits.append((device, *found))
    return reckon(read_list(records), visits)


def _is_tour(untrusted: object) -> bool:
    return isinstance(untrusted, str) and _TOUR.fullmatch(untrusted) is not None


def _site(untrusted: object) -> str:
    return untrusted if isinstance(untrusted, str) and len(untrusted) <= MAX_SITE and is_visible(untrusted) else ""


def _dumped(told: dict[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _loaded(untrusted: bytes | None, most: int) -> dict[str, Any]:
    if untrusted is None or len(untrusted) > most:
        return {}
    try:
        raw = json.loads(untrusted.decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) and raw.get("format") == FORMAT else {}
