"""What must outlive `records.db`: which kiosk this is, the key that stands for persons, and the numbers already given.

`records.id.json` beside the book is one small file, replaced durably *before* the transaction that needs it commits. A
book that is begun anew or restored from a copy goes on above `ceiling`, so that no number ever names two records: the
office would take the second for the first.

    first line: SHA-256 of the rest, in hex
    the rest:   one line of JSON
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.packs.durable import write_durably

BLOCK = 1000
"""Numbers reserved at a time: so many may be skipped after a recovery, and one more fsync in so many records."""
_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Identity:
    """The content of the file.

    Args:
        device: name of this kiosk.
        secret: keys the hash that stands for a person.
        boot: how often the book was opened.
        ceiling: no number above it was ever given.
        floor: every number up to it left the kiosk.
    """

    device: str
    secret: bytes
    boot: int
    ceiling: int
    floor: int = 0


def place(book: Path) -> Path:
    """The file that goes with a book."""
    return book.with_suffix(".id.json")


def read(book: Path) -> Identity | None:
    """The content; None when the file is missing or damaged."""
    try:
        line, _, rest = place(book).read_bytes().partition(b"\n")
        if line.decode("ascii") == hashlib.sha256(rest).hexdigest():
            return _decode(json.loads(rest))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        pass  # said by None
    return None


def write(book: Path, identity: Identity) -> None:
    """Replace the file.

    Raises:
        OSError: the disk refused; the file is as it was.
    """
    rest = json.dumps(
        {
            "format": 1,
            "device": identity.device,
            "secret": identity.secret.hex(),
            "boot": identity.boot,
            "ceiling": identity.ceiling,
            "floor": identity.floor,
        },
        separators=(",", ":"),
    ).encode("ascii")
    write_durably(place(book), hashlib.sha256(rest).hexdigest().encode("ascii") + b"\n" + rest, mode=_MODE)


def _decode(raw: dict[str, Any]) -> Identity:
    return Identity(
        str(raw["device"]), bytes.fromhex(raw["secret"]), int(raw["boot"]), int(raw["ceiling"]), int(raw["floor"])
    )
