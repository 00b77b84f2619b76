"""How a kiosk is: what it tells the office with every batch."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk import __version__

MAX_FAULTS = 50
MAX_PACKS = 500


@dataclass(frozen=True, slots=True)
class Health:
    """A report on one kiosk.

    Args:
        app: version of the program.
        site: where it stands, in words.
        name: the id it leaves receipts under.
        packs: what is on the screen: `publisher/pack` and version.
        free_bytes: on the disk of its data folder.
        clock: empty, or why its clock cannot be right.
        faults: what is wrong, one sentence each.
    """

    app: str = __version__
    site: str = ""
    name: str = ""
    packs: Mapping[str, int] | None = None
    free_bytes: int = 0
    clock: str = ""
    faults: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For a batch."""
        packs = dict(sorted((self.packs or {}).items())[:MAX_PACKS])
        return {
            "app": self.app, "site": self.site, "name": self.name, "packs": packs,
            "free_bytes": self.free_bytes, "clock": self.clock, "faults": list(self.faults[:MAX_FAULTS]),
        }  # fmt: skip


def from_json(untrusted: Mapping[str, Any]) -> Health:
    """Read what another machine wrote: a field that is not as expected stays empty."""

    def text(field: str) -> str:
        value = untrusted.get(field)
        return value[:200] if isinstance(value, str) else ""

    packs, faults, free = untrusted.get("packs"), untrusted.get("faults"), untrusted.get("free_bytes")
    versions = packs.items() if isinstance(packs, dict) else ()
    return Health(
        app=text("app"),
        site=text("site"),
        name=text("name"),
        packs={str(k): v for k, v in versions if isinstance(v, int) and not isinstance(v, bool)},
        free_bytes=free if isinstance(free, int) and not isinstance(free, bool) and 0 <= free < 2**63 else 0,
        clock=text("clock"),
        faults=tuple(f[:500] for f in (faults if isinstance(faults, list) else ()) if isinstance(f, str))[:MAX_FAULTS],
    )


def look(data: Path, site: str = "", faults: Iterable[str] = ()) -> Health:
    """Look at this kiosk.

    Args:
        data: its data folder.
        site: where it stands, in words.
        faults: what the running kiosk knows beside what is seen here.

    Raises:
        StorageError: the store cannot be read.
    """
    from kiosk.packs.device import device_id
    from kiosk.packs.history import read_overview

    overview = read_overview(data / "store")
    return Health(
        site=site,
        name=device_id(data),
        packs={f"{line.publisher}/{line.pack}": line.version for line in overview.live},
        free_bytes=shutil.disk_usage(data).free,
        clock=overview.clock.message.zh if overview.clock else "",
        faults=tuple(faults),
    )
