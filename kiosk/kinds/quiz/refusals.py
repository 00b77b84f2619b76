"""Why a round that counts cannot begin or be counted, in words for the visitor."""

from __future__ import annotations

from kiosk.core.errors import KioskError
from kiosk.core.text import Text


def no_tries(tries: int) -> KioskError:
    """All tries of the day are used."""
    return KioskError(
        "NO_TRIES",
        Text(f"今天的 {tries} 次都用完了。", f"All {tries} tries of today are used."),
        Text("明天再来，或者先练习。", "Come back tomorrow, or practise."),
    )


def exam_taken() -> KioskError:
    """The exam has been sat."""
    return KioskError(
        "EXAM_TAKEN",
        Text("这份卷子已经考过了。", "This exam has been taken."),
        Text("可以练习，或看看排行榜。", "You may practise, or look at the board."),
    )


def clock_wrong() -> KioskError:
    """Nobody knows what day it is."""
    return KioskError(
        "CLOCK_WRONG",
        Text("这台机器的时间不对，今天先不计分。", "The clock of this kiosk is wrong; nothing can be scored today."),
        Text("请告诉值班的人；练习不受影响。", "Please tell the person on duty; practice still works."),
    )


def moved_on() -> KioskError:
    """The book changed since it was read; reading it again helps."""
    return KioskError(
        "MOVED_ON",
        Text("刚才的成绩变了，请再试一次。", "The scores have just changed."),
        Text("再碰一次按钮。", "Touch the button again."),
    )


def card_unknown() -> KioskError:
    """A card that nothing maps to a worker number."""
    return KioskError(
        "CARD_UNKNOWN",
        Text("这张卡对不上工号。", "This card belongs to no worker number."),
        Text("请直接按工号。", "Please enter the number."),
    )


def draw_changed() -> KioskError:
    """The draw is no longer as the screen showed it."""
    return KioskError(
        "DRAW_CHANGED",
        Text("名单刚刚变了，请再碰一次。", "The list has just changed."),
        Text("还没有人有票时，抽不了奖。", "Nothing can be drawn while nobody has a ticket."),
    )


def given(time: str) -> KioskError:
    """A short code works once."""
    return KioskError(
        "ALREADY_GIVEN",
        Text(f"这份奖品 {time} 已经领走了。", f"This prize was handed out at {time}."),
        Text("一个领奖码只能用一次。", "A code works once."),
    )


def one_person() -> KioskError:
    """Operator and witness are the same."""
    return KioskError(
        "ONE_PERSON",
        Text("操作人和见证人要是两个人。", "Operator and witness must be two people."),
        Text("请另一位来按自己的工号。", "Somebody else enters their own number."),
    )


def wrong_code(left: int) -> KioskError:
    """Not the witness's code."""
    return KioskError(
        "WRONG_CODE",
        Text("签名码不对。", "The signature code is wrong."),
        Text(f"还可以试 {left} 次。", f"{left} tries left.") if left else code_void().hint,
    )


def code_void() -> KioskError:
    """Too many wrong codes."""
    return KioskError(
        "CODE_VOID",
        Text("签名码错得太多，作废了。", "Too many wrong codes; it is void."),
        Text("请换一位见证人。", "Name another witness."),
    )


def no_worker() -> KioskError:
    """Typed as a worker number, and cannot be one."""
    return KioskError(
        "BAD_NUMBER",
        Text("这不像一个工号。", "This is no worker number."),
        Text("看看是不是按错了。", "Check the figures."),
    )
