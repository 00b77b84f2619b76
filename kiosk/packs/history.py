"""What the sync screen tells of the past: what is live and since when, the last syncs, whether the clock can be right.

Reads `packs.db`; decides nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs import ledger, schema
from kiosk.packs.clock import clock_warning
from kiosk.packs.store import Store

ROWS = 50


@dataclass(frozen=True, slots=True)
class LiveLine:
    """A pack on the screen.

    Args:
        since: by the kiosk's clock; None for what went live before the kiosk kept this.
        previous: version that `revert` puts back, 0 = none.
        size: bytes of its distinct blobs.
    """

    publisher: str
    pack: str
    title: Text
    version: int
    signed_at: datetime
    since: datetime | None
    previous: int
    pinned: bool
    size: int


@dataclass(frozen=True, slots=True)
class Change:
    """A pack that a sync put on the screen (`live`) or took off it (`withdrawn`)."""

    publisher: str
    pack: str
    version: int
    what: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something a sync could not do."""

    publisher: str
    pack: str
    code: str
    message: Text
    hint: Text


@dataclass(frozen=True, slots=True)
class RunLine:
    """A sync, or several quiet ones in a row.

    Args:
        code: `ok`, or of what stopped the sync as a whole.
        copied: bytes read from the source as content.
        times: how many rounds without news the line stands for.
    """

    at: datetime
    source: str
    code: str
    changed: tuple[Change, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    copied: int = 0
    times: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it."""

    live: tuple[LiveLine, ...] = ()
    runs: tuple[RunLine, ...] = ()
    latest: Mapping[str, RunLine] = field(default_factory=dict)
    """Last sync of each source."""
    clock: KioskError | None = None


def read_overview(store: Path, clock: Clock | None = None) -> Overview:
    """Read everything the screen shows.

    Raises:
        StorageError: the database cannot be read.
    """
    raise NotImplementedError


def revert(store: Path, publisher: str, pack: str) -> None:
    """Put the version before back on the screen, until the publisher brings a third one.

    Raises:
        ConfigError: there is none.
        BusyError: a sync is running.
    """
    with closing(Store(store)) as opened:
        opened.revert(pack, publisher)
