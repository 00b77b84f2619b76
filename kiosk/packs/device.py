"""The kiosk's own name towards the office: random, made once, kept in the data folder."""

from __future__ import annotations

import secrets
from pathlib import Path

from kiosk.packs.durable import write_durably
from kiosk.packs.errors import disk_failed
from kiosk.packs.receipt import is_device

NAME = "device"


def device_id(data: Path) -> str:
    """The id, made when there is none yet or the file is damaged.

    Raises:
        StorageError: `DISK_FAILED`.
    """
    path = data / NAME
    try:
        known = path.read_text("ascii", "replace").strip() if path.is_file() else ""
        if is_device(known):
            return known
        made = f"kiosk-{secrets.token_hex(6)}"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, f"{made}\n".encode())
        return made
    except OSError as error:
        raise disk_failed(str(path), error) from error
