"""The slip of a draw as text on paper, and the check of such a text."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.kinds.quiz import lottery
from kiosk.kinds.quiz.lottery import HEAD, Slip
from kiosk.kinds.quiz.rules import Prize


def written(slip: Slip) -> str:
    """The slip as lines; `parsed` reads them again."""
    prize = lottery.order(slip.prizes, len(slip.tickets))
    lines = [HEAD, f"活动 {slip.title}", f"种子指纹 {slip.commitment}", f"名单指纹 {lottery.list_print(slip)}"]
    lines += [f"种子 {slip.seed}"] if slip.seed else []
    lines += [f"操作 {slip.operator}"] if slip.operator else []
    lines += [f"见证 {slip.witness}"] if slip.witness else []
    lines += [f"奖 {p.name}|{p.what}|{p.count}" for p in slip.prizes]
    lines += [f"中 {slip.prizes[of].name} {number:03}" for of, number in zip(prize, slip.numbers, strict=False)]
    lines += [f"票 {number:03} {person}" for number, person in enumerate(slip.tickets, 1)]
    return "\n".join(lines) + "\n"


def parsed(text: str) -> tuple[Slip, str]:
    """The slip of a text, and the fingerprint of the list it claims.

    Raises:
        ContentError: `BAD_SLIP`: it is none.
    """
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    if not lines or lines[0] != HEAD:
        raise _bad("第一行")
    said: dict[str, list[str]] = {}
    for line in lines[1:]:
        name, _, rest = line.partition(" ")
        said.setdefault(name, []).append(rest.strip())
    try:
        tickets = tuple(_ticket(number, line) for number, line in enumerate(said.get("票", []), 1))
        prizes = tuple(_prize(line) for line in said["奖"])
        numbers = tuple(int(line.split()[-1]) for line in said.get("中", []))
        (title,), (seal,), (listed,) = said["活动"], said["种子指纹"], said["名单指纹"]
    except (KeyError, ValueError, IndexError) as error:
        raise _bad(str(error)) from error
    seed, operator, witness = ("".join(said.get(name, [""])) for name in ("种子", "操作", "见证"))
    return Slip(title, tickets, prizes, seal, seed, numbers, operator, witness), listed


def mistakes(text: str) -> tuple[Text, ...]:
    """What is wrong with a slip; nothing when every number follows from list and seed.

    Raises:
        ContentError: `BAD_SLIP`.
    """
    slip, listed = parsed(text)
    return tuple(_mistakes(slip, listed, text))


def _mistakes(slip: Slip, listed: str, text: str) -> Iterable[Text]:
    if listed != lottery.list_print(slip):
        yield Text("名单和名单指纹对不上。", "The list does not fit its fingerprint.")
    if not slip.seed:
        yield Text("单子上没有种子，还不能核对。", "The seed is not on the slip yet; nothing can be checked.")
        return
    if slip.commitment != lottery.commitment(slip.seed, slip):
        yield Text("种子和抽奖前公布的指纹对不上。", "The seed does not fit the fingerprint shown before the draw.")
    right = lottery.drawn(slip.seed, slip)
    if slip.numbers != right:
        said = " ".join(f"{n:03}" for n in right)
        yield Text(f"中奖号对不上，应为 {said}。", f"The numbers are wrong; they should be {said}.")
    elif written(slip).split() != text.lstrip("\ufeff").split():
        yield Text("奖项与号码的写法对不上。", "Prizes and numbers are not written as they were drawn.")


def _ticket(number: int, line: str) -> str:
    said, person = line.split()
    if int(said) != number:
        raise ValueError(line)
    return person


def _prize(line: str) -> Prize:
    name, what, count = line.split("|")
    return Prize(name, what, int(count))


def _bad(where: str) -> ContentError:
    return ContentError(
        "BAD_SLIP",
        Text(f"这不是一张完整的抽奖单（{where}）。", f"This is not a whole draw slip ({where})."),
        Text("请用屏幕或命令给出的原文，不要改动。", "Use the text as the kiosk gave it."),
    )
