"""What became of the settings that were made on the glass. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.health.finding import Finding


def judge_glass(spoilt: Sequence[KioskError]) -> tuple[Finding, ...]:
    """A finding when the kiosk runs without something that was set on its glass.

    Args:
        spoilt: `Loaded.spoilt` of the settings.
    """
    if not spoilt:
        return ()
    damaged = sum(error.code == "BAD_CONFIG" for error in spoilt)
    if damaged > 1:
        message = Text(
            "在屏上改过的设置坏了，上一次的也坏了：现在用的是出厂值，密码也没有了。",
            "What was set on the glass is damaged, and so is what was set before: it runs as if nothing had been, without its PIN.",
        )
    elif damaged:
        message = Text(
            "在屏上改过的设置坏了：现在用的是最后一次改动以前的。",
            "What was set on the glass is damaged: it runs with what was set before the last change.",
        )
    else:
        message = Text(
            f"在屏上设的有 {len(spoilt)} 项不能用了，现在用的是出厂值。{spoilt[0].message.zh}",
            f"{len(spoilt)} of what was set on the glass cannot be used any more. {spoilt[0].message.en}",
        )
    hint = Text("请到“设置”看一遍，改好存一次。", "Go through the settings once, and save one that is wrong.")
    return (Finding("GLASS_SPOILT", "run", "look", message, hint),)
