"""`kiosk records simulate`: a made-up year of use with known answers."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.publish_options import JSON
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text


@click.command("simulate")
@click.option("--kiosks", type=click.IntRange(1, 999), default=50, show_default=True)
@click.option("--days", type=click.IntRange(1, 3660), default=365, show_default=True)
@click.option("--seed", type=int, default=7, show_default=True, help="The same seed, the same records.")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), default="2026-01-01", show_default=True)
@click.option("--visits", type=click.FloatRange(0, 2000), default=36.0, show_default=True, help="A working day at an average kiosk.")  # fmt: skip
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=None, help="Write batches to this share."
)
@click.option("--office-key", default="", help="office1-…: whom the batches are sealed to.")
@click.option("--db", "url", default=None, metavar="URL", help="Fill this office's database instead.")
@click.option("--truth", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Write the known answers here.")  # fmt: skip
@JSON
def simulate(
    *,
    kiosks: int,
    days: int,
    seed: int,
    start: datetime,
    visits: float,
    out: Path | None,
    office_key: str,
    url: str | None,
    truth: Path | None,
    as_json: bool,
) -> int:
    """Make up a year of use by shift and season, the same each time, to try reports and the office out."""
    from kiosk.cli.fleet import by_kind, open_office
    from kiosk.fleet.simulate import Plan, dump
    from kiosk.fleet.simulated import feed, write
    from kiosk.sealing import OfficeKey

    if (out is None) == (url is None):
        raise ConfigError(
            "WHERE_TO",
            Text("要说明写到哪里：--out 或 --db，二选一。", "Say where to: either --out or --db."),
            Text("例如 --db office.db。", "For example --db office.db."),
        )
    key = OfficeKey.parse(office_key) if out is not None else None
    plan = Plan(kiosks, days, seed, date(start.year, start.month, start.day), visits)
    bar = Bar()

    def show(done: int, device: str) -> None:
        bar.show(done, f"{device} {done}")

    try:
        if out is not None and key is not None:
            told = write(plan, out, key, show)
        else:
            office = open_office(url)
            try:
                told = feed(plan, office, by_kind(), show)
            finally:
                office.close()
    finally:
        bar.close()
    if truth is not None:
        truth.write_text(dump(told), "utf-8")
    if as_json:
        out_json(told.as_json())
    else:
        say(Text(f"编出 {kiosks} 台屏 {days} 天的 {told.records} 条记录。", f"Made up {told.records} records of {kiosks} kiosks and {days} days."))  # fmt: skip
    return 0
