"""`kiosk suggestions`: the office opens what was sealed to it, and answers."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.publish_options import JSON
from kiosk.core.errors import ConfigError, ContentError, TrustError
from kiosk.core.text import Text, reader_language

KEY = click.option("--key", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The office's private key.")  # fmt: skip
FROM = click.option("--from", "place", type=click.Path(path_type=Path, exists=True), required=True, help="records.db, or a folder with several.")  # fmt: skip
BOX = click.option("--box", type=click.Path(path_type=Path, exists=True, file_okay=False), default=None, help="Source folder of the box, to join cases by receipt.")  # fmt: skip
DAY = click.DateTime(["%Y-%m-%d"])
_TRIES = 3


@click.group("suggestions")
def command() -> None:
    """Open sealed suggestions, answer them, keep the register."""


@command.command("open")
@KEY
@FROM
@JSON
def open_(key: Path, place: Path, as_json: bool) -> int:
    """List what was written, oldest first. Nothing is changed or stored."""
    from kiosk.cli.suggestions_inbox import collect
    from kiosk.core import receipt as receipt_code

    inbox = collect(place, private_key(key))
    if as_json:
        out_json(
            {
                "letters": [
                    {"at": r.at, "clock_trusted": r.trusted, "device": r.device, "sequence": r.sequence, **asdict(r.letter)}
                    for r in inbox.letters
                ],
                "foreign": inbox.foreign,
                "broken": [{"file": str(f), "error": e} for f, e in inbox.broken],
            }
        )  # fmt: skip
        return 0
    for got in inbox.letters:
        told = got.letter
        day = told.day or Text("日期不明", "no date")(reader_language())
        who = " ".join(filter(None, (told.name, told.number, told.phone))) or Text("没有留名", "no name")(
            reader_language()
        )
        click.echo(f"{'-'.join(receipt_code.groups(told.code))}  {day}  [{told.topic}]  {who}")
        for line in told.text.split("\n"):
            click.echo(f"    {line}")
    _summary(inbox)
    return 0


@command.command()
@KEY
@FROM
@BOX
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="FILE.xlsx or FILE.csv")
@JSON
def export(key: Path, place: Path, box: Path | None, out: Path, as_json: bool) -> int:
    """Write the register: xlsx for Excel and WPS, or csv."""
    from kiosk.cli.report_options import write
    from kiosk.cli.suggestions_inbox import collect
    from kiosk.cli.suggestions_table import TITLE, Register
    from kiosk.kinds.suggestion import casebook
    from kiosk.reporting.files import tables_file
    from kiosk.reports.form import Form

    if out.suffix.lower() not in (".xlsx", ".csv"):
        raise ConfigError(
            "BAD_FORMAT",
            Text(f"{out.name} 不是 .xlsx 也不是 .csv。", f"{out.name} is neither .xlsx nor .csv."),
            Text("换个文件名。", "Choose another name."),
        )
    book = casebook.read(casebook.find_box(box)) if box else None
    inbox = collect(place, private_key(key))
    table = Register(inbox.letters, book).table()
    about = Text(f"{len(table.rows)} 条", f"{len(table.rows)} letters")
    write(out, tables_file(TITLE, about, (table,), Form(), out.suffix.lower().lstrip("."), reader_language()))
    rows = len(table.rows)
    if as_json:
        out_json({"file": str(out), "rows": rows, "foreign": inbox.foreign})
        return 0
    say(Text(f"写好了 {out}，{rows} 行。里面有姓名和原话，用完收好。",
             f"Wrote {out}, {rows} rows. It holds names and words of people: keep it safe."))  # fmt: skip
    _summary(inbox)
    return 0


@command.command()
@click.argument("box", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--id", "number", default="", help="Number of the case; default: that of the receipt, or the next one.")
@click.option("--receipt", "receipts", multiple=True, help="Receipt code; kept as a hash. Again for others who asked the same.")  # fmt: skip
@click.option("--topic", default="", help="Key of a topic.")
@click.option("--problem", default="", help="The suggestion in a line, in your words; never a name.")
@click.option("--state", type=click.Choice(["waiting", "taken", "solved", "declined"]), default=None)
@click.option("--received", type=DAY, default=None, help="Default: today.")
@click.option("--owner", default="", help="Department that has taken it.")
@click.option("--deadline", type=DAY, default=None)
@click.option("--measure", default="", help="What is being done.")
@click.option("--answer", default="", help="To whoever wrote it.")
@click.option("--answered", type=DAY, default=None, help="Default: today, when there is an answer.")
@click.option("--closed", type=DAY, default=None, help="Default: today, when it is solved or declined.")
@JSON
def answer(box: Path, number: str, receipts: tuple[str, ...], state: str | None, as_json: bool, **words: Any) -> int:
    """Add a case to the pack source BOX, or change one; the answer goes out with the next pack."""
    from kiosk.kinds.suggestion import casebook

    today = date.today()  # noqa: DTZ011  the officer's own calendar
    book = casebook.read(casebook.find_box(box))
    hashes = _hashes(receipts)
    known = [c for h in hashes if (c := book.of_receipt(h))]
    number = number or (known[0].id if known else book.next_number(today))
    taken_by = {c.id for c in known} - {number}
    if taken_by:
        raise ContentError(
            "RECEIPT_TAKEN",
            Text(f"这个回执已经在 {'、'.join(sorted(taken_by))} 里。", f"This receipt is in case {', '.join(sorted(taken_by))} already."),
            Text("去掉 --id，或先从那件里删掉。", "Leave --id out, or delete it there first."),
        )  # fmt: skip
    before: dict[str, Any] = asdict(old) if (old := book.cases.get(number)) else {"received": today.isoformat(), "state": "waiting"}  # fmt: skip
    given = {
        key: value.date().isoformat() if hasattr(value, "date") else value for key, value in words.items() if value
    }
    if state:
        given["state"] = state
    case: dict[str, Any] = {**before, **given, "id": number}
    case["receipts"] = list(dict.fromkeys((*before.get("receipts", ()), *hashes)))
    if given.get("answer") and not given.get("answered"):
        case["answered"] = today.isoformat()
    if case["state"] in ("solved", "declined"):
        case["closed"] = case.get("closed") or today.isoformat()
    else:
        case["closed"] = ""
    done = casebook.put(book, case)
    if as_json:
        out_json({"file": str(done.path), "case": asdict(done.cases[number]), "added": number not in book.cases})
        return 0
    said = Text("加了", "Added") if number not in book.cases else Text("改了", "Changed")
    say(Text(f"{said.zh} {number}：{done.path}", f"{said.en} {number}: {done.path}"))
    if not done.named:
        say(Text("在 index.md 里加一行 cases: cases.yaml，它才会公开。", "Add the line cases: cases.yaml to index.md, or it stays unseen."))  # fmt: skip
    say(Text("把 pack.yaml 的 version 加一，照常发布。", "Raise version in pack.yaml and publish as always."))
    return 0


def private_key(file: Path) -> bytes:
    """The private key: passphrase from KIOSK_PASSPHRASE, or asked for at a terminal.

    Raises:
        TrustError: `BAD_PASSPHRASE`.
        StorageError: `KEY_UNREADABLE`.
    """
    from kiosk.sealing import load_key

    given = os.environ.get("KIOSK_PASSPHRASE")
    if given or not _locked(file) or not sys.stdin.isatty():
        return load_key(file, given)
    for left in range(_TRIES - 1, -1, -1):
        try:
            question = Text(f"{file} 的口令", f"Passphrase for {file}")(reader_language())
            return load_key(file, click.prompt(question, hide_input=True, err=True))
        except TrustError as error:
            if error.code != "BAD_PASSPHRASE" or not left:
                raise
            say(Text("口令不对，请再试。", "Wrong passphrase; try again."), err=True)
    raise AssertionError("unreachable")


def _locked(file: Path) -> bool:
    try:
        return bool(json.loads(file.read_text("ascii")).get("kdf") != "none")
    except (OSError, ValueError, AttributeError):
        return False  # `load_key` says what is wrong


def _hashes(receipts: tuple[str, ...]) -> list[str]:
    from kiosk.core import receipt as receipt_code
    from kiosk.kinds.suggestion import code

    for typed in receipts:
        if not receipt_code.sound(receipt_code.normal(typed)):
            raise ContentError(
                "BAD_RECEIPT",
                Text(f"回执号“{typed}”抄错了。", f"The receipt code “{typed}” has a wrong character."),
                Text("从 kiosk suggestions open 的列表里复制。", "Copy it from the list of kiosk suggestions open."),
            )
    return [code.public_hash(receipt_code.normal(typed)) for typed in receipts]


def _summary(inbox: Any) -> None:
    for file, error in inbox.broken:
        say(Text(f"读不了 {file}：{error}。", f"Cannot read {file}: {error}."), err=True)
    if inbox.foreign:
        say(Text(f"{inbox.foreign} 条打不开：封给别的密钥，或被改动过。",
                 f"{inbox.foreign} cannot be opened: sealed to another key, or changed."), err=True)  # fmt: skip
    say(Text(f"{len(inbox.letters)} 条意见，来自 {inbox.files} 份记录。",
             f"{len(inbox.letters)} suggestions from {inbox.files} record books."), err=True)  # fmt: skip
