"""`kiosk draw`: does a prize draw over again from its slip."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.console import say
from kiosk.core.errors import ContentError
from kiosk.core.text import Text

MOST_BYTES = 2_000_000


@click.group("draw")
def command() -> None:
    """Check the slip of a prize draw."""


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
