"""Which files are a kiosk, and what they are called in a backup. Packs are not among them: they come from their sources again.

What travels with the numbers of the records (`outbox/`) is left out too: batches that were not acknowledged are made anew from
the records.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.fleet.devicekey import NAME as DEVICE_KEY
from kiosk.packs.device import NAME as DEVICE
from kiosk.packs.sidecar import NAME as TRUST
from kiosk.records.identity import place
from kiosk.settings.glass import NAME as GLASS
from kiosk.settings.places import DROP_INS, ETC, machine_folder, user_file
from kiosk.settings.places import NAME as SETTINGS

BOOK = "records.db"
ENV = "env"
"""Environment of the service: passwords of shares."""
_SETTINGS = re.compile(rf"settings/machine/(?:{DROP_INS}/)?[A-Za-z0-9_][A-Za-z0-9_.-]*\.toml")
_FIXED = frozenset(
    {f"data/{BOOK}", f"data/{place(Path(BOOK)).name}", f"data/{DEVICE}", f"data/{DEVICE_KEY}", f"data/{GLASS}",
     f"data/store/{TRUST}", f"settings/user/{SETTINGS}", f"settings/machine/{ENV}"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a kiosk are on this machine.

    Args:
        data: its data folder.
        machine: settings of the machine.
        user: settings file of its user.
    """

    data: Path
    machine: Path
    user: Path

    def __getitem__(self, name: str) -> Path:
        """The file that has this name in a backup."""
        head, _, rest = name.partition("/")
        if head == "data":
            return self.data / rest
        where, _, file = rest.partition("/")
        return self.machine / file if where == "machine" else self.user


def here(data: Path, env: Mapping[str, str] = os.environ, etc: Path = ETC) -> Places:
    """This machine's."""
    return Places(data, machine_folder(env, etc=etc), user_file(env))


def is_part(name: str) -> bool:
    """Whether a backup may hold a file of this name; whoever made it, nothing else is ever written."""
    return name in _FIXED or _SETTINGS.fullmatch(name) is not None


def found(places: Places) -> dict[str, Path]:
    """The files that are there, by their names in a backup; the book itself is copied, not read."""
    candidates = {name: places[name] for name in _FIXED}
    for folder in ("", f"{DROP_INS}/"):
        for file in sorted((places.machine / folder).glob("*.toml")):
            candidates[f"settings/machine/{folder}{file.name}"] = file
    if places.user == places.machine / SETTINGS:
        del candidates[f"settings/user/{SETTINGS}"]
    return {name: file for name, file in sorted(candidates.items()) if is_part(name) and file.is_file()}
