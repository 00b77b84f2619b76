"""`kiosk report`: what the records add up to, on the screen of a terminal or as a file to print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
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
    KIOSK,
    NUMBER,
    OFFICE,
    OUT,
    TO,
    UNIT,
    day,
    form_of,
    joined,
    office_folder,
    target,
    write,
)  # fmt: skip
from kiosk.core.text import Lang, Text, reader_language

if TYPE_CHECKING:
    from kiosk.core.table import Cell, Table
    from kiosk.reporting.joined import Joined
    from kiosk.reports.form import Form
    from kiosk.reports.model import Report

NAME = click.argument("name")


@click.group("report")
def command() -> None:
    """Reports of this kiosk, or of the office's database."""


@command.command("list")
@JSON
def list_(as_json: bool) -> int:
    """List the reports there are."""
    from kiosk.reports.catalogue import titles

    found = titles()
    if as_json:
        out_json({name: {"zh": title.zh, "en": title.en} for name, title in found.items()})
        return 0
    for name, title in found.items():
        click.echo(f"{name:<12} {title(reader_language())}")
    return 0


@command.command()
@NAME
@FROM
@TO
@UNIT
@KIOSK
@DB
@DATA
@OFFICE
@JSON
def show(name: str, as_json: bool, **options: Any) -> int:
    """Print the report NAME."""
    report, _, _ = _made(name, **options)
    if as_json:
        out_json(_json(report))
    else:
        _print(report, reader_language())
    return 0


@command.command()
@NAME
@FORMAT
@OUT
@NUMBER
@FROM
@TO
@UNIT
@KIOSK
@DB
@DATA
@OFFICE
@JSON
def export(name: str, kind: str | None, out: Path | None, number: bool, as_json: bool, **options: Any) -> int:
    """Write the report NAME as a workbook, as csv, or as A4 pages to sign and stamp."""
    report, setup, folder = _made(name, **options)
    place, chosen = target(out, kind, name)
    lang = reader_language()
    form = form_of(setup, folder, report.title.zh, numbered=number)
    write(place, rendered(report, form, chosen, lang))
    if as_json:
        out_json({"file": str(place), "number": form.number, "rows": [len(t.rows) for t in report.tables]})
        return 0
    say(Text(f"写好了 {place}。{form.number}", f"Wrote {place}. {form.number}"))
    return 0


@command.command()
@click.argument("item")
@DB
@DATA
@OFFICE
@JSON
def recount(item: str, db: str | None, data: Path | None, office: Path | None, as_json: bool) -> int:
    """Compute every finished round of the quiz ITEM (pack/item) once more from its answers. Exit code 1: one differs."""
    from kiosk.reporting.rounds import recounted
    from kiosk.reports.ledger.config import load

    with joined(db, data, load(office_folder(office, data))) as records:
        found = recounted(records, item)
    if as_json:
        out_json({
            "item": item, "counted": found.counted, "bare": found.bare,
            "wrong": [{"round": w.round, "what": w.what.en, "kept": w.kept, "found": w.found} for w in found.wrong],
        })  # fmt: skip
        return 1 if found.wrong else 0
    say(Text(f"复算了 {found.counted} 轮，{len(found.wrong)} 轮对不上。", f"{found.counted} rounds computed again, {len(found.wrong)} differ."))  # fmt: skip
    if found.bare:
        say(Text(f"{found.bare} 轮的答题记录不在这里，无法复算。", f"{found.bare} rounds have no answers here; nothing can be said of them."))  # fmt: skip
    for w in found.wrong:
        say(Text(f"{w.what.zh}\t{w.round}\t记录 {w.kept}\t复算 {w.found or '无'}", f"{w.what.en}\t{w.round}\tkept {w.kept}\tcomputed {w.found or 'nothing'}"))  # fmt: skip
    return 1 if found.wrong else 0


@command.command()
@click.argument("item")
@click.argument("down")
@click.argument("across")
@FORMAT
@OUT
@DB
@DATA
@OFFICE
def crosstab(item: str, down: str, across: str, kind: str | None, out: Path | None, **options: Any) -> int:
    """Print or write one question of the survey ITEM (pack/item) against another; small groups are hidden."""
    from kiosk.reporting.surveys import crosstab as made

    return _survey(lambda records: made(records, item, down, across), kind, out, **options)


@command.command()
@click.argument("item")
@FORMAT
@OUT
@DB
@DATA
@OFFICE
def words(item: str, kind: str | None, out: Path | None, **options: Any) -> int:
    """Print or write what people wrote in the survey ITEM (pack/item); for the office only."""
    from kiosk.reporting.surveys import words as made

    return _survey(lambda records: made(records, item), kind, out, **options)


def _survey(
    make: Callable[[Joined], Report], kind: str | None, out: Path | None, *, db: str | None, data: Path | None, office: Path | None,
) -> int:  # fmt: skip
    from kiosk.reports.ledger.config import load

    folder = office_folder(office, data)
    setup = load(folder)
    with joined(db, data, setup) as records:
        report = make(records)
    if out is None and kind is None:
        _print(report, reader_language())
        return 0
    place, chosen = target(out, kind, report.name)
    write(place, rendered(report, form_of(setup, folder, report.title.zh, numbered=False), chosen, reader_language()))
    say(Text(f"写好了 {place}。", f"Wrote {place}."))
    return 0


def rendered(report: Report, form: Form, kind: str, lang: Lang) -> bytes:
    """A report in one of the formats."""
    from kiosk.reporting.files import report_file

    return report_file(report, form, kind, lang)


def _made(
    name: str,
    *,
    first: datetime | None,
    last: datetime | None,
    unit: str,
    kiosk: str,
    db: str | None,
    data: Path | None,
    office: Path | None,
) -> tuple[Report, Any, Path]:
    from kiosk.reports.catalogue import known
    from kiosk.reports.ledger.config import load

    known(name)  # before anything is opened
    folder = office_folder(office, data)
    setup = load(folder)
    with joined(db, data, setup) as records:
        asked = records.asked(day(first), day(last), unit, kiosk)
        return records.report(name, asked), setup, folder


def _print(report: Report, lang: Lang) -> None:
    click.echo(click.style(report.headline(lang), bold=True))
    click.echo(f"{report.title(lang)} · {report.about(lang)}")
    for table in report.tables:
        click.echo()
        click.echo(table.title(lang))
        for line in _lines(table, lang):
            click.echo(line)
    if report.hardest:
        click.echo()
        say(Text("最难的题：", "The hardest questions:"))
        for hard in report.hardest:
            click.echo(f"  {round(hard.wrong * 100):3}%  {hard.label}")
    for note in report.notes:
        click.echo()
        click.echo(note(lang))


def _lines(table: Table, lang: Lang) -> list[str]:
    """Columns as wide as their cells; what is longer is cut."""
    from kiosk.reports.cells import letters, said

    rows = [[c.title(lang) for c in table.columns]]
    rows += [[said(v, c.type, lang) for v, c in zip(row, table.columns, strict=True)] for row in table.rows]
    wide = [min(40, max(letters(row[n]) for row in rows)) for n in range(len(table.columns))]
    return ["  ".join(_fitted(cell, wide[n]) for n, cell in enumerate(row)).rstrip() for row in rows]


def _fitted(text: str, width: int) -> str:
    from kiosk.reports.cells import letters

    while letters(text) > width:
        text = text[:-2] + "…"
    return text + " " * (width - letters(text))


def _json(report: Report) -> dict[str, Any]:
    def cell(value: Cell) -> Any:
        match value:
            case Text():
                return {"zh": value.zh, "en": value.en}
            case datetime() | date() | time():
                return value.isoformat()
        return value

    def text(value: Text) -> dict[str, str]:
        return {"zh": value.zh, "en": value.en}

    return {
        "name": report.name,
        "title": text(report.title),
        "headline": text(report.headline),
        "about": text(report.about),
        "tables": [
            {
                "title": text(table.title),
                "columns": [{"key": c.key, "title": text(c.title), "type": c.type} for c in table.columns],
                "rows": [[cell(value) for value in row] for row in table.rows],
            }
            for table in report.tables
        ],
        "hardest": [{"label": h.label, "wrong": h.wrong, "answers": h.answers} for h in report.hardest],
        "notes": [text(note) for note in report.notes],
    }
