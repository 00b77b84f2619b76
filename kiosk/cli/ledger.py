"""`kiosk ledger`: the ledger (台账) fills itself; the officer adds minutes, cost and photos; nothing is missing at the inspection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.place import DATA
from kiosk.cli.publish_options import JSON
from kiosk.cli.report_options import (
    DB,
    FORMAT,
    FROM,
    NUMBER,
    OFFICE,
    OUT,
    TO,
    day,
    form_of,
    joined,
    office_folder,
    target,
    write,
)  # fmt: skip
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.reports.ledger.book import LedgerBook
    from kiosk.reports.ledger.config import Ledger, Setup

LEDGER = click.argument("ledger", default="", required=False)


@click.group("ledger")
def command() -> None:
    """The ledger (台账) of the office."""


@command.command()
def template() -> int:
    """Print the ledgers that ship; save them as ledger.toml in the office's folder and change them."""
    from kiosk.reports.ledger.config import default_text

    click.echo(default_text(), nl=False)
    return 0


@command.command()
@LEDGER
@FROM
@TO
@DB
@DATA
@OFFICE
@JSON
def fill(
    ledger: str, first: datetime | None, last: datetime | None, db: str | None, data: Path | None, office: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Fill LEDGER, or all of them, from the records. What the officer added stays; running it again is harmless."""
    from kiosk.reporting.ledger_rows import lines

    with _opened(office, data) as (setup, book, _), joined(db, data, setup) as records:
        asked = records.asked(day(first), day(last), "", "")
        done = {one.name: book.fill(one, lines(one.rows, records, asked)) for one in _chosen(setup, ledger)}
    if as_json:
        out_json({name: {"added": added, "changed": changed} for name, (added, changed) in done.items()})
        return 0
    for one in _chosen(setup, ledger):
        added, changed = done[one.name]
        say(
            Text(
                f"{one.title.zh}：新添 {added} 行，更新 {changed} 行。",
                f"{one.title.en}: {added} new lines, {changed} changed.",
            )
        )
    return 0


@command.command()
@click.argument("ledger")
@FROM
@TO
@DATA
@OFFICE
@JSON
def show(
    ledger: str, first: datetime | None, last: datetime | None, data: Path | None, office: Path | None, as_json: bool
) -> int:
    """List the lines of LEDGER with their numbers."""
    with _opened(office, data) as (setup, book, _):
        chosen = setup.ledger(ledger)
        found = book.lines(chosen, day(first), day(last))
    if as_json:
        out_json([
            {"id": f.id, "number": f"{f.year}-{f.number}", "record": dict(f.record), "added": dict(f.added),
             "photos": {k: list(v) for k, v in f.photos.items()}}
            for f in found
        ])  # fmt: skip
        return 0
    for line in found:
        added = "  ".join(f"{key}={value}" for key, value in line.added.items() if value is not None)
        photos = sum(map(len, line.photos.values()))
        name = line.record.get("name") or line.record.get("problem") or line.id
        tail = f"  {Text(f'照片 {photos}', f'photos {photos}')(reader_language())}" if photos else ""
        click.echo(f"{line.year}-{line.number:<4} {line.day}  {name}  {added}{tail}")
    return 0


@command.command()
@click.argument("ledger")
@click.argument("line")
@click.option("--set", "cells", multiple=True, metavar="COLUMN=VALUE", help="Fill a column in; an empty value takes it back. Repeatable.")  # fmt: skip
@click.option("--photo", "photos", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Add a photo (JPEG, PNG). Repeatable.")  # fmt: skip
@DATA
@OFFICE
@JSON
def add(
    ledger: str, line: str, cells: tuple[str, ...], photos: tuple[Path, ...], data: Path | None, office: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Add minutes, cost, photos to LINE of LEDGER: its number (3, 2026-3) or its id."""
    said = _cells(cells)
    if not said and not photos:
        raise ConfigError(
            "NOTHING_TO_ADD",
            Text("没有说要填什么。", "There is nothing to add."),
            Text("例如 --set cost=360 --photo 现场.jpg。", "For example --set cost=360 --photo scene.jpg."),
        )
    with _opened(office, data) as (setup, book, _):
        done = book.add(setup.ledger(ledger), line, said, photos, datetime.now().astimezone())
    if as_json:
        out_json({"id": done.id, "number": f"{done.year}-{done.number}", "added": dict(done.added), "photos": {k: list(v) for k, v in done.photos.items()}})  # fmt: skip
        return 0
    say(Text(f"填好了 {done.year}-{done.number}。", f"Added to {done.year}-{done.number}."))
    return 0


@command.command()
@LEDGER
@FROM
@TO
@DATA
@OFFICE
@JSON
def check(
    ledger: str, first: datetime | None, last: datetime | None, data: Path | None, office: Path | None, as_json: bool
) -> int:
    """List what is missing before an inspection. Exit code 1: something is."""
    from kiosk.reports.ledger.sheet import missing

    with _opened(office, data) as (setup, book, _):
        lines = {one.name: book.lines(one, day(first), day(last)) for one in _chosen(setup, ledger)}
        found = [gap for one in _chosen(setup, ledger) for gap in missing(one, lines[one.name], book.sound)]
    lang, count = reader_language(), sum(map(len, lines.values()))
    if as_json:
        out_json({
            "lines": count,
            "missing": [
                {"ledger": g.ledger(lang), "line": g.line, "name": g.name, "column": g.column(lang), "key": g.key, "todo": g.todo(lang)}
                for g in found
            ],
        })  # fmt: skip
    else:
        for gap in found:
            click.echo(f"{gap.ledger(lang)} {gap.line} {gap.name}：{gap.column(lang)}  {gap.todo(lang)}")
        say(_verdict(count, len(found)))
    return 1 if found or not count else 0


@command.command()
@LEDGER
@FORMAT
@OUT
@NUMBER
@FROM
@TO
@DATA
@OFFICE
def export(
    ledger: str, kind: str | None, out: Path | None, number: bool, first: datetime | None, last: datetime | None,
    data: Path | None, office: Path | None,
) -> int:  # fmt: skip
    """Write LEDGER, or all of them, as a workbook (a sheet each), as csv, or as A4 pages to sign and stamp."""
    from kiosk.reports.ledger.sheet import table

    with _opened(office, data) as (setup, book, folder):
        chosen = _chosen(setup, ledger)
        tables = [table(one, book.lines(one, day(first), day(last))) for one in chosen]
    place, form_kind = target(out, kind, ledger or "ledger")
    lang = reader_language()
    title = chosen[0].title if len(chosen) == 1 else Text("台账", "Ledger")
    form = form_of(setup, folder, title.zh, numbered=number)
    about = _about(day(first), day(last))
    write(place, _rendered(form_kind, title, about, tables, form, lang))
    say(Text(f"写好了 {place}。{form.number}", f"Wrote {place}. {form.number}"))
    return 0


def _rendered(kind: str, title: Text, about: Text, tables: list[Any], form: Any, lang: Any) -> bytes:
    from kiosk.reporting.files import tables_file

    return tables_file(title, about, tables, form, kind, lang)


@contextmanager
def _opened(office: Path | None, data: Path | None) -> Iterator[tuple[Setup, LedgerBook, Path]]:
    from kiosk.reports.ledger.book import LedgerBook
    from kiosk.reports.ledger.config import load

    folder = office_folder(office, data)
    setup = load(folder)
    book = LedgerBook(folder)
    try:
        yield setup, book, folder
    finally:
        book.close()


def _chosen(setup: Setup, name: str) -> tuple[Ledger, ...]:
    return (setup.ledger(name),) if name else setup.ledgers


def _cells(said: tuple[str, ...]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for one in said:
        key, sign, value = one.partition("=")
        if not sign or not key.strip():
            raise ConfigError(
                "BAD_CELL",
                Text(f"“{one}”不是 栏目=内容。", f"“{one}” is no COLUMN=VALUE."),
                Text("例如 --set cost=360。", "For example --set cost=360."),
            )
        cells[key.strip()] = value
    return cells


def _about(first: date | None, last: date | None) -> Text:
    from kiosk.reports.material import Asked, Material

    return Material((), Asked(first, last)).about()


def _verdict(lines: int, gaps: int) -> Text:
    if not lines:
        return Text(
            "台账里还没有一行：先运行 kiosk ledger fill。", "The ledger has no line yet: run kiosk ledger fill first."
        )
    if gaps:
        return Text(f"{lines} 行，缺 {gaps} 处。", f"{lines} lines, {gaps} gaps.")
    return Text(f"{lines} 行，都齐了。", f"{lines} lines, all complete.")
