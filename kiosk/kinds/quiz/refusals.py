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


def not_on_roster() -> KioskError:
    """A number or card that belongs to nobody of the house."""
    return KioskError(
        "NOT_ON_ROSTER",
        Text("名册上没有这个号。", "This number is not on the roster."),
        Text("看看是不是按错了；没错就找工会登记。", "Check it; if it is right, ask the union to add it."),
    )


def card_unknown() -> KioskError:
    """A card that nothing maps to a worker number."""
    return KioskError(
        "CARD_UNKNOWN",
        Text("这张卡对不上工号。", "This card belongs to no worker number."),
        Text("请直接按工号。", "Please enter the number."),
    )
