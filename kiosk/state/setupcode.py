"""The code with which the first PIN of this kiosk can be chosen on the glass: its own, made by chance, kept in the data folder.

Whoever installs the kiosk reads it there (`kiosk pin code`). It opens as the administrator's PIN does as long as none was
chosen, and is gone with the first one.
"""

from __future__ import annotations

import hmac
import re
from pathlib import Path

from kiosk.packs.durable import write_durably
from kiosk.packs.errors import disk_failed

FILE = "setup-code"
_FORM = re.compile(r"\d{8}")


def setup_code(data: Path) -> str:
    """The code of this kiosk; made when there is none, or when it is damaged.

    Raises:
        StorageError: `DISK_FAILED`.
    """
    import secrets

    known = _read(data)
    if known:
        return known
    made = f"{secrets.randbelow(10**8):08d}"
    try:
        data.mkdir(parents=True, exist_ok=True)
        write_durably(data / FILE, made.encode(), mode=0o600)
    except OSError as error:
        raise disk_failed(str(data / FILE), error) from error
    return made


def same_code(data: Path, typed: str) -> bool:
    """Whether this is the code; False while there is none."""
    known = _read(data)
    return bool(known) and hmac.compare_digest(typed.encode("utf-8", "replace"), known.encode())


def forget_code(data: Path) -> None:
    """A PIN was chosen: the code opens nothing any more.

    Raises:
        StorageError: `DISK_FAILED`.
    """
    try:
        (data / FILE).unlink(missing_ok=True)
    except OSError as error:
        raise disk_failed(str(data / FILE), error) from error


def _read(data: Path) -> str:
    try:
        text = (data / FILE).read_text("ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    except OSError as error:
        raise disk_failed(str(data / FILE), error) from error
    return text if _FORM.fullmatch(text) else ""
