"""`kiosk fleet audit`: what the office did to its own records."""

from __future__ import annotations

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.fleet import DB, open_office
from kiosk.cli.publish_options import JSON
from kiosk.core.text import Text


@click.command("audit")
@DB
@JSON
def audit(url: str | None, as_json: bool) -> int:
    """List what was done to the office's database by hand, the latest first; never whom it was about."""
    from kiosk.fleet.office import acts
    from kiosk.records.keeping import ERASED

    words = {ERASED: Text("抹去一个人，条数", "erased a person, records")}
    office = open_office(url)
    try:
        found = acts(office)
    finally:
        office.close()
    if as_json:
        out_json([{"at": act.at.isoformat(), "act": act.act, "detail": act.detail} for act in found])
        return 0
    if not found:
        say(Text("还没有人动过办公室的数据库。", "Nothing was done to the office's database by hand."))
    for act in found:
        what = words.get(act.act, Text(act.act, act.act))
        when = f"{act.at.astimezone():%Y-%m-%d %H:%M}"
        say(Text(f"{when}\t{what.zh} {act.detail}", f"{when}\t{what.en} {act.detail}"))
    return 0
