"""Is there something to make sound with?"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.core.text import Text
from kiosk.health.finding import Finding

CARDS = Path("/proc/asound/cards")


def judge_sound(cards: Path = CARDS) -> Finding:
    """What the kernel says of sound cards (Linux); elsewhere the self-test of the glass tells."""
    if sys.platform != "linux":
        return Finding("SOUND_UNKNOWN", "sound", "off", Text("声音请用自检听一听。", "Listen with the self-test."))
    try:
        said = cards.read_text("utf-8", "replace")
    except OSError:
        said = ""
    names = [line.split("]:", 1)[1].strip() for line in said.splitlines() if "]:" in line]
    if names:
        return Finding("SOUND_RIGHT", "sound", "ok", Text(f"声卡：{names[0]}。", f"Sound card: {names[0]}."))
    return Finding(
        "SOUND_NONE",
        "sound",
        "look",
        Text("没有声卡：只有画面和字幕。", "There is no sound card: pictures and captions only."),
        Text("请接好音箱或HDMI声音，再重启本机。", "Connect loudspeakers or HDMI sound, then restart the machine."),
    )
