"""The verdict on a day, and findings as a page reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from kiosk.core.text import Text
from kiosk.health.finding import Finding, in_order, worst
from kiosk.health.soak import WARM, Day, judge, safe_mode
from kiosk.health.sound import judge_sound
from kiosk.health.vitals import Vitals, vitals
from kiosk.state.health import Health
from kiosk.state.visit import Visit

MB = 1 << 20


def day(rss: int = 300, handles: int = 80, **counts: int) -> Day:
    warm, latest = Vitals(300 * MB, 80, 4), Vitals(rss * MB, handles, 4)
    return Day(warm, latest, **counts)


@pytest.mark.parametrize(
    ("seen", "code"),
    [
        (day(), "RUN_RIGHT"),
        (day(rss=350), "RUN_RIGHT"),
        (day(rss=400), "RUN_MEMORY"),
        (day(handles=200), "RUN_HANDLES"),
        (day(restarts=2), "RUN_RESTARTS"),
        (day(frames=2000, slow=30), "RUN_SLOW"),
        (day(frames=10, slow=5), "RUN_RIGHT"),
        (Day(), "RUN_RIGHT"),
    ],
)
def test_judgement(seen: Day, code: str) -> None:
    assert [f.code for f in judge(seen, 19)] == [code]


def test_growth_counts_from_when_it_was_warm() -> None:
    seen = (
        Day().seen(Vitals(100 * MB, 10, 1), 5.0).seen(Vitals(300 * MB, 80, 4), WARM).seen(Vitals(330 * MB, 82, 4), 9e9)
    )
    assert seen.growth == pytest.approx(0.1) and seen.more_handles == 2
    assert seen.seen(None, 9e9) == seen
    after = seen.frame(0.3).frame(0.01)
    assert (after.frames, after.slow, after.longest) == (2, 1, 0.3)
    assert after.next() == Day(seen.warm, seen.latest)


def test_this_process() -> None:
    found = vitals()
    assert found is not None and found.rss > 10 * MB and found.handles > 2
    assert vitals(Path("/nowhere")) is None


def test_sound_cards(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    assert judge_sound(cards).code == "SOUND_NONE"
    cards.write_text("--- no soundcards ---\n", "utf-8")
    assert judge_sound(cards).code == "SOUND_NONE"
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA at 0xf7\n", "utf-8")
    found = judge_sound(cards)
    assert found.level == "ok" and "HDA Intel PCH" in found.message.en


def test_the_worst_comes_first_and_in_the_visitors_language(qapp: object) -> None:
    owner = QObject()
    visit = Visit("zh", owner)
    health = Health(visit, owner)
    heard: list[int] = []
    health.findingsChanged.connect(lambda: heard.append(health.count))
    good = Finding("A", "run", "ok", Text("好", "fine"))
    bad = Finding("B", "storage", "bad", Text("坏", "broken"), Text("换", "replace"))
    health.tell("run", (good,))
    health.tell("storage", (bad,))
    health.tell("storage", (bad,))
    assert heard == [0, 1], "what did not change is not told again"
    assert [r["code"] for r in health.findings] == ["B", "A"] and health.worst == "bad"
    assert health.findings[0]["areaText"] == "存储"
    visit.setLang("en")
    assert health.findings[0] == {
        "code": "B", "area": "storage", "areaText": "Storage", "level": "bad", "message": "broken", "hint": "replace"
    }  # fmt: skip
    assert worst(()) == "ok" and in_order((good, bad)) == (bad, good)
    owner.deleteLater()


def test_safe_mode_says_what_happened() -> None:
    found = safe_mode("2026-05-01 08:00:00Z hung code=-1000")
    assert found.level == "bad" and "hung" in found.message.en
