"""`kiosk fleet erase`: one person is taken out of the office's database."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.fleet import DB, open_office
from kiosk.cli.publish_options import JSON
from kiosk.core.text import Text, reader_language


@click.command("erase")
@click.argument("number")
@click.option("--yes", is_flag=True, help="Do not ask.")
@DB
@JSON
def erase(number: str, yes: bool, url: str | None, as_json: bool) -> int:
    """Take the person whose worker number, telephone or name is NUMBER out of the office's records.

    Kiosks keep hashes where the policy does not say otherwise: run kiosk records erase there, and the office follows with
    the next collection. The counts stay. Exit code 1: nothing here names this person.
    """
    from kiosk.fleet.office import by_number

    if not yes:
        ask = Text("从办公室的数据库里抹去这个人？抹了找不回来。", "Erase this person from the office's database? It cannot be undone.")  # fmt: skip
        click.confirm(ask(reader_language()), abort=True, err=True)
    office = open_office(url)
    try:
        count = by_number(office, number, datetime.now(UTC))
    finally:
        office.close()
    if as_json:
        out_json({"erased": count})
    elif count:
        say(Text(f"{count} 条记录不再认得这个人。", f"{count} records name this person no longer."))
    else:
        say(Text("办公室没有一条记录写明这个人。", "No record in the office names this person."))
    return 0 if count else 1
