"""`kiosk roster`: the people of the house on this kiosk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.chosen import settings
from kiosk.cli.console import Bar, finding_json, out_json, say, show_findings
from kiosk.cli.place import DATA
from kiosk.core.errors import ContentError
from kiosk.core.findings import Findings
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.records import Pages, RecordBook
    from kiosk.records.roster import Change, Person

MOST_BYTES = 50_000_000


@click.group("roster")
def command() -> None:
    """People of the house: who may take part, and how many each workshop has."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--sheet", default="", help="Which sheet; default: 花名册, or the first.")
@click.option("--digits", type=click.IntRange(0, 20), default=0, help="Fill up numbers that lost their leading zeros.")
@click.option("--dry-run", is_flag=True, help="Check everything and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@DATA
def import_(file: Path, sheet: str, digits: int, dry_run: bool, as_json: bool, data: Path | None) -> int:
    """Take FILE (.xlsx) with columns 工号, 姓名, 部门/车间 and, optional, 班组, 卡号 for the whole roster.

    Numbers and names are not kept: only a keyed hash of each number, and the name as 张*明.
    """
    from kiosk.records.rostersheet import read

    findings, bar = Findings(), Bar()

    def progress(done: int, total: int) -> None:
        bar.total = total
        bar.show(done, Text(f"已读 {done} 行", f"{done} rows read")(reader_language()))

    if file.stat().st_size > MOST_BYTES:
        raise _too_big(file)
    people = read(file.read_bytes(), file.name, findings, sheet=sheet, digits=digits, progress=progress)
    if findings.errors:
        if as_json:
            out_json({"findings": [finding_json(f) for f in findings]})
        else:
            show_findings(findings.found, reader_language())
            count = len(findings.errors)
            say(Text(f"{count} 处要改，名册没有动。", f"{count} mistakes; the roster was not changed."), err=True)
        return 1
    with _book(data) as book:
        if dry_run:
            change = book.ask(lambda pages: pages.roster.compare(people))
        else:
            change = _replace(book, "roster-import", people)
    _tell(change, dry_run=dry_run, as_json=as_json)
    return 0


@command.command("list")
@click.option("--number", default="", help="Is this worker number or card on it?")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@DATA
def list_(number: str, as_json: bool, data: Path | None) -> int:
    """Workshops and teams with how many people each has. Exit code 1: nobody, or not this number."""
    with _book(data) as book:
        if number:
            return _one(book, number, as_json=as_json)
        teams = book.ask(lambda pages: pages.roster.teams())
    total = sum(teams.values())
    if as_json:
        out_json({"people": total, "teams": [{"unit": u, "team": t, "people": n} for (u, t), n in teams.items()]})
        return 0 if total else 1
    if not total:
        say(Text("还没有名册。用 kiosk roster import 导入。", "There is no roster; bring one in: kiosk roster import."))
        return 1
    for (unit, team), people in teams.items():
        place = " ".join(filter(None, (unit, team)))
        say(Text(f"{place}\t{people} 人", f"{place}\t{people} people"))
    say(Text(f"共 {total} 人", f"{total} people in all"))
    return 0


@command.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@DATA
def clear(yes: bool, data: Path | None) -> int:
    """Forget everybody; points and records stay."""
    with _book(data) as book:
        if not yes:
            people = book.ask(lambda pages: pages.roster.size())
            ask = Text(f"清掉名册上的 {people} 人？", f"Forget {people} people?")
            click.confirm(ask(reader_language()), abort=True, err=True)
        change = _replace(book, "roster-clear", ())
    say(Text(f"名册已清空，原有 {change.removed} 人。", f"The roster is empty; {change.removed} people were on it."))
    return 0


def _one(book: RecordBook, number: str, *, as_json: bool) -> int:
    found = book.ask(lambda pages: pages.roster.find(number))
    if as_json:
        out_json({"found": found and {"shown": found.shown, "unit": found.unit, "team": found.team}})
    elif found:
        place = " ".join(filter(None, (found.unit, found.team)))
        say(Text(f"在名册上：{found.shown}，{place}", f"On the roster: {found.shown}, {place}"))
    else:
        say(Text("名册上没有这个号。", "This number is not on the roster."))
    return 0 if found else 1


def _tell(change: Change, *, dry_run: bool, as_json: bool) -> None:
    counts = {"people": change.total, "added": change.added, "changed": change.changed, "removed": change.removed}
    if as_json:
        out_json({"dry_run": dry_run, **counts})
        return
    head = (
        Text("检查无误，没有写入。", "Sound; nothing was written.")
        if dry_run
        else Text("名册已换。", "Roster replaced.")
    )
    say(
        Text(
            f"{head.zh}共 {change.total} 人：新增 {change.added}，改动 {change.changed}，去掉 {change.removed}。",
            f"{head.en} {change.total} people: {change.added} new, {change.changed} changed, {change.removed} gone.",
        )
    )


def _replace(book: RecordBook, act: str, people: tuple[Person, ...]) -> Change:
    """Roster and the record of the act come together or not at all."""
    from kiosk.core.clock import plausible
    from kiosk.records import Record

    change = book.ask(lambda pages: pages.roster.compare(people))
    now = datetime.now(UTC)
    payload = {"act": act, "detail": f"{change.total} (+{change.added} ~{change.changed} -{change.removed})"}
    entry = Record("", "", "admin", 1, now, time.monotonic(), plausible(now), payload)

    def rule(pages: Pages) -> None:
        pages.roster.replace(people)

    book.append(entry, rule)
    return change


def _too_big(file: Path) -> ContentError:
    return ContentError(
        "TOO_BIG",
        Text(f"{file.name} 太大，不像名册。", f"{file.name} is too big for a roster."),
        Text("只留工号、姓名、部门、班组几列，去掉图片。", "Keep number, name, unit, team; remove pictures."),
    )


@contextmanager
def _book(data: Path | None) -> Iterator[RecordBook]:
    from kiosk.records import RecordBook

    book = RecordBook(settings(data).data_dir / "records.db", visiting=True)
    try:
        yield book
    finally:
        book.close()
