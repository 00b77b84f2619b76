"""`kiosk draw`: does a prize draw over again from its slip; prints slip and winners from the record book."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.console import say
from kiosk.core.errors import ContentError
from kiosk.core.text import Text

MOST_BYTES = 2_000_000


@click.group("draw")
def command() -> None:
    """Check a prize draw, print its slip, list its winners."""


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

    click.echo(written(read(book, item).slip), nl=False)
    return 0


@command.command()
@click.argument("item")
@BOOK
def winners(item: str, book: Path) -> int:
    """Print the list of winners of ITEM with short codes, and a line for each to sign."""
    from kiosk.kinds.quiz.drawoffice import read
    from kiosk.kinds.quiz.drawoffice import winners as listed

    for one in listed(read(book, item)):
        state = Text("已领", "given") if one.claimed else Text("未领", "open")
        say(
            Text(
                f"{one.prize}\t{one.what}\t{one.ticket:03} 号\t领奖码 {one.code}\t{state.zh}\t领取人签字 ____________",
                f"{one.prize}\t{one.what}\tticket {one.ticket:03}\tcode {one.code}\t{state.en}\tsigned ____________",
            )
        )
    return 0


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
