"""Health reports and logs that kiosks send beside their records: the newest of each, whichever comes last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.fleet.batch import Batch, Envelope
from kiosk.fleet.logs import bounded
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.schema import kiosk, report
from kiosk.fleet.office.times import stamp


def is_newer(c: Connection, envelope: Envelope) -> bool:
    """Whether a report of a kiosk that is known says more than what there is."""
    header, r = envelope.header, report.c
    if c.execute(select(kiosk.c.device).where(kiosk.c.device == header.device)).first() is None:
        return False  # nothing of it could be taken yet; the report is there next time
    row = c.execute(select(r.last, r.number, r.created, r.id).where(r.device == header.device)).first()
    if row is None:
        return True
    new = (header.last, header.number, stamp(header.created), envelope.id)
    return new > (row.last, row.number, row.created, row.id)


def keep(c: Connection, batch: Batch, now: datetime) -> int:
    """Replace what is known; returns 1.

    Args:
        c: of a transaction of `Office`.
        now: by the office's clock.
    """
    header = batch.header
    c.execute(delete(report).where(report.c.device == header.device))
    c.execute(
        insert(report).values(
            device=header.device, id=batch.id, last=header.last, number=header.number, created=stamp(header.created),
            collected=stamp(now), health=_dumped(dict(batch.slip.health)), logs=_dumped(dict(batch.slip.logs)),
        )
    )  # fmt: skip
    return 1


def logs(office: Office, device: str) -> tuple[datetime, Mapping[str, str]]:
    """When the newest logs of a kiosk were made, by its own clock, and the texts by name.

    Raises:
        ConfigError: `NO_LOGS`.
    """
    with office.reader() as c:
        row = c.execute(select(report.c.created, report.c.logs).where(report.c.device == device)).first()
    if row is None:
        raise ConfigError(
            "NO_LOGS",
            Text(f"还没有收到 {device} 的日志。", f"No logs of {device} have been collected yet."),
            Text("用 kiosk fleet status 看有哪些屏；日志随U盘或共享带来。", "See kiosk fleet status for the kiosks; logs come by stick or share."),
        )  # fmt: skip
    return datetime.fromisoformat(row.created), bounded(json.loads(row.logs))


def _dumped(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
