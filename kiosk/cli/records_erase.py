"""`kiosk records erase`: one person is taken out of everything this kiosk keeps."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.place import DATA
from kiosk.cli.publish_options import JSON
from kiosk.core.text import Text, reader_language


@click.command("erase")
@click.argument("number")
@click.option("--yes", is_flag=True, help="Do not ask.")
@DATA
@JSON
def erase(number: str, yes: bool, data: Path | None, as_json: bool) -> int:
    """Take the person with worker number, card or name NUMBER out of the records, the roster and the copies.

    The counts stay: a vote remains a vote of nobody. Exit code 1: nothing names this person.
    """
    from kiosk.cli.records import book_path
    from kiosk.core.clock import plausible
    from kiosk.records import Record, backup, open_book
    from kiosk.records.keeping import ERASED
    from kiosk.records.keeping import erase as take_out

    if not yes:
        ask = Text("从这台屏的记录里抹去这个人？抹了找不回来。", "Erase this person? It cannot be undone.")
        click.confirm(ask(reader_language()), abort=True, err=True)
    path = book_path(data)
    book = open_book(path)
    try:
        person = book.ask(lambda pages: pages.person(number))
        count = take_out(book, number)
        now = datetime.now(UTC)
        payload = {"act": ERASED, "detail": str(count), "person": person if count else ""}
        book.append(Record("", "", "admin", 1, now, time.monotonic(), plausible(now), payload))
        backup.remake(path)
    finally:
        book.close()
    if as_json:
        out_json({"erased": count})
    elif count:
        say(
            Text(
                f"{count} 条记录不再认得这个人，备份已重做。办公室下次收记录时跟着抹去。",
                f"{count} records name this person no longer; the copies were made anew. The office follows when it collects next.",
            )
        )
    else:
        say(Text("没有一条记录认得这个人。", "No record names this person."))
    return 0 if count else 1
