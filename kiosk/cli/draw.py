"""`kiosk draw`: does a prize draw over again from its slip; slip, stock and the list to sign from the record book."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import out_json, say
from kiosk.core.errors import ContentError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.kinds.quiz.drawoffice import Book

MOST_BYTES = 2_000_000


@click.group("draw")
def command() -> None:
    """Check a prize draw, print its slip, list its winners for signature."""


@command.command()
@click.argument("slip", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def verify(slip: Path) -> int:
    """Compute every number again from the list and the seed on SLIP, a text file in UTF-8."""
    from kiosk.kinds.quiz.slip import mistakes, parsed

    text = _text(slip)
    wrong = mistakes(text)
    for mistake in wrong:
        say(mistake)
    if wrong:
        raise ContentError(
            "DRAW_WRONG",
            Text("这张抽奖单对不上。", "This draw slip does not hold."),
            Text("请把单子交给工会核对。", "Take the slip to the union."),
        )
    done, _ = parsed(text)
    numbers = " ".join(f"{number:03}" for number in done.numbers)
    say(
        Text(
            f"对得上：{len(done.tickets)} 张票，中奖号 {numbers}，都由公布的种子算出。",
            f"It holds: {len(done.tickets)} tickets; {numbers} all follow from the published seed.",
        )
    )
    return 0


BOOK = click.option(
    "--from", "book", required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), help="records.db"
)


@command.command("slip")
@click.argument("item")
@BOOK
def slip_(item: str, book: Path) -> int:
    """Print the slip of the draw of ITEM (pack/item), as `verify` reads it."""
    from kiosk.kinds.quiz.drawoffice import read
    from kiosk.kinds.quiz.slip import written

    click.echo(written(read(book, item).draw.slip), nl=False)
    return 0


@command.command()
@click.argument("item")
@BOOK
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the list to sign: .xlsx or .pdf.")
@click.option("--house", default="", help="Name of the union, for the foot of the list.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def winners(item: str, book: Path, out: Path | None, house: str, as_json: bool) -> int:
    """List the winners of ITEM with short codes, who handed each prize out, and a line for each to sign."""
    from kiosk.kinds.quiz import drawoffice

    found = drawoffice.read(book, item)
    if out is not None:
        _write(found, out, house)
        say(Text(f"签收单已写入 {out}。", f"The list is in {out}."))
        return 0
    listed = drawoffice.winners(found)
    if as_json:
        out_json([
            {"prize": w.prize, "what": w.what, "ticket": w.ticket, "code": w.code, "claimed": w.claimed,
             "name": w.name, "unit": w.unit, "given": w.claim.time if w.claim else "",
             "operator": w.claim.operator if w.claim else "", "witness": w.claim.witness if w.claim else ""}
            for w in listed
        ])  # fmt: skip
        return 0
    for one in listed:
        state = Text(f"已领 {one.claim.time}", f"given {one.claim.time}") if one.claim else Text("未领", "open")
        who = " ".join(filter(None, (one.name, one.unit)))
        say(
            Text(
                f"{one.prize}\t{one.what}\t{one.ticket:03} 号\t{who}\t领奖码 {one.code}\t{state.zh}\t领取人签字 ________",
                f"{one.prize}\t{one.what}\tticket {one.ticket:03}\t{who}\tcode {one.code}\t{state.en}\tsigned ________",
            )
        )
    return 0


@command.command()
@click.argument("item")
@BOOK
def stock(item: str, book: Path) -> int:
    """How many pieces of each prize of ITEM were handed out, and how many are left."""
    from kiosk.kinds.quiz import drawoffice

    for name, what, count, given, left in drawoffice.stock(drawoffice.read(book, item)):
        say(
            Text(
                f"{name}\t{what}\t共 {count}\t已发 {given}\t余 {left}",
                f"{name}\t{what}\t{count} in all\t{given} given\t{left} left",
            )
        )
    return 0


def _write(found: Book, out: Path, house: str) -> None:
    """The list as a workbook or on paper; the file appears whole or not at all."""
    from kiosk.cli.report_options import write
    from kiosk.kinds.quiz.drawoffice import signed_list
    from kiosk.reporting.files import tables_file
    from kiosk.reports.form import Form

    lang, table, form = reader_language(), signed_list(found), Form(house=house, day=_today())
    slip = found.draw.slip
    both = Text(
        f"封名单：操作 {slip.operator}，见证 {slip.witness}。", f"Sealed by {slip.operator}, witness {slip.witness}."
    )
    prints = Text(f"种子指纹 {slip.commitment[:16].upper()}。", f"Fingerprint {slip.commitment[:16].upper()}.")
    about = Text(f"{both.zh}{prints.zh}", f"{both.en} {prints.en}") if slip.operator else prints
    kind = out.suffix.lower().lstrip(".")
    if kind not in ("xlsx", "pdf"):
        raise ContentError(
            "BAD_FORMAT",
            Text(
                f"不会写 {out.suffix or '没有扩展名的文件'}。",
                f"Cannot write {out.suffix or 'a file without an ending'}.",
            ),
            Text("文件名以 .xlsx 或 .pdf 结尾。", "End the name in .xlsx or .pdf."),
        )
    write(out, tables_file(table.title, about, (table,), form, kind, lang))


def _today() -> date:
    return date.today()  # noqa: DTZ011  the office's own day stands on the paper


def _text(slip: Path) -> str:
    if slip.stat().st_size > MOST_BYTES:
        raise ContentError(
            "BAD_SLIP",
            Text(f"{slip} 太大，不是抽奖单。", f"{slip} is too big for a slip."),
            Text("请给出抽奖单的文本文件。", "Name the text file of the slip."),
        )
    try:
        return slip.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(
            "BAD_SLIP",
            Text(f"{slip} 不是 UTF-8 文本。", f"{slip} is not UTF-8 text."),
            Text("请另存为 UTF-8 编码的文本。", "Save it as UTF-8 text."),
        ) from error
