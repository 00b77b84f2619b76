"""How the kiosks are, as far as the office knows; kiosks that never had a network too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.fleet.health import Health, from_json
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.schema import UNTIMED, batch, kiosk, record, report


@dataclass(frozen=True, slots=True)
class Gap:
    """Records that never arrived, both ends included. They may still be on their way."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class KioskStatus:
    """One kiosk.

    Args:
        seen: when its newest batch was made, by its own clock.
        collected: when that batch was collected, by the office's clock.
        ahead: seconds its clock is ahead, at least; 0 when that cannot be said.
        trusted: whether a key is pinned.
        untimed: records whose time is only what a wrong clock said.
        logs: when its newest logs were made, by its own clock; None: none came yet.
    """

    device: str
    seen: datetime
    collected: datetime
    ahead: int
    records: int
    batches: int
    gaps: tuple[Gap, ...]
    untimed: int
    trusted: bool
    health: Health
    logs: datetime | None = None


def gaps(ranges: Iterable[tuple[int, int]]) -> tuple[Gap, ...]:
    """What batches do not answer for, up to the last record any of them knows. Pure.

    Args:
        ranges: first and last of each batch, in any order; they may overlap.
    """
    found, reached = [], 0
    for first, last in sorted(ranges):
        if first > reached + 1:
            found.append(Gap(reached + 1, first - 1))
        reached = max(reached, last)
    return tuple(found)


def status(office: Office) -> tuple[KioskStatus, ...]:
    """Every kiosk, the longest unseen first."""
    told = []
    with office.reader() as c:
        r = record.c
        wrong = select(r.device, func.count()).where(UNTIMED, r.at_source == "said").group_by(r.device)
        untimed = {row[0]: row[1] for row in c.execute(wrong)}
        p = report.c
        reports = {
            row.device: row for row in c.execute(select(p.device, p.last, p.number, p.created, p.collected, p.health))
        }
        for row in c.execute(select(kiosk)).all():
            b = batch.c
            held = c.execute(select(b.first, b.last, b.records).where(b.device == row.device)).all()
            newest, health = row, row.health
            beside = reports.get(row.device)
            if beside is not None and (beside.last, beside.number) >= (row.health_last, row.health_number):
                health = beside.health if beside.health != "{}" else health
                newest = beside if (beside.last, beside.number) >= (row.last, row.number) else row
            seen, collected = datetime.fromisoformat(newest.created), datetime.fromisoformat(newest.collected)
            told.append(
                KioskStatus(
                    device=row.device,
                    seen=seen,
                    collected=collected,
                    ahead=max(0, round((seen - collected).total_seconds())),
                    records=row.records,
                    batches=len(held),
                    gaps=gaps((one.first, one.last) for one in held),
                    untimed=untimed.get(row.device, 0),
                    trusted=row.key is not None,
                    health=from_json(json.loads(health)),
                    logs=datetime.fromisoformat(beside.created) if beside is not None else None,
                )
            )
    return tuple(sorted(told, key=lambda one: (one.collected, one.device)))


def forget_key(office: Office, device: str) -> None:
    """Take the next key that a kiosk signs with: it was replaced or set up anew.

    Raises:
        ConfigError: `UNKNOWN_KIOSK`.
    """
    with office.transaction() as c:
        done = c.execute(update(kiosk).where(kiosk.c.device == device).values(key=None))
        if not done.rowcount:
            raise ConfigError(
                "UNKNOWN_KIOSK",
                Text(f"没有编号为 {device} 的屏。", f"There is no kiosk {device}."),
                Text("用 kiosk fleet kiosks 查看编号。", "See kiosk fleet kiosks for the ids."),
            )
