"""What the player decides without a screen."""

from __future__ import annotations

import pytest

from kiosk.catalog.reader import Card
from kiosk.kinds.segment import Chapter, Segment
from kiosk.kinds.segment.captions import Cue
from kiosk.kinds.segment.episodes import Episode, after, another, series
from kiosk.kinds.segment.resume import ResumeBook
from kiosk.kinds.segment.transcript import broken, clock_words, cues_for, line_at, lines, numeral, spoken
from kiosk.kinds.segment.watchdog import Facts, Fault, Watch, jumped

ZH = (Cue(1000, 2000, "第一句。"), Cue(3000, 4000, "第二句。"), Cue(4500, 5000, "第三句。"))


def watched(facts: Facts, seconds: float, step: float = 0.25, move: int = 0) -> Fault | None:
    """Look at unchanging (or moving) facts for a while."""
    watch, now, position = Watch(0.0), 0.0, facts.position_ms
    while now < seconds:
        now += step
        position += move
        watch, fault = watch.look(Facts(facts.wanted, facts.has_video, facts.pictured, position), now)
        if fault:
            return fault
    return None


@pytest.mark.parametrize(
    ("facts", "seconds", "move", "fault"),
    [
        (Facts(True, True, False, 0), 2.1, 250, Fault.NO_PICTURE),
        (Facts(True, True, False, 0), 1.7, 250, None),
        (Facts(True, True, True, 0), 60, 250, None),
        (Facts(True, False, False, 0), 60, 250, None),
        (Facts(True, True, True, 500), 3.6, 0, Fault.STALLED),
        (Facts(False, True, False, 500), 60, 0, None),
    ],
    ids=["sound without picture", "give it time", "plays", "sound only", "stands still", "paused"],
)
def test_watchdog(facts: Facts, seconds: float, move: int, fault: Fault | None) -> None:
    assert watched(facts, seconds, move=move) is fault


def test_a_busy_screen_is_not_held_against_a_film() -> None:
    assert Watch(0.0).look(Facts(True, True, False, 0), 30.0)[1] is None


def test_a_jump_is_further_than_time_went() -> None:
    assert jumped(2160, 8000, 0.1)
    assert not jumped(2160, 8000, 5.0)
    assert not jumped(2960, 3040, 0.05)


def test_captions_follow_the_time() -> None:
    assert spoken(ZH, 0) == ("", "")
    assert spoken(ZH, 1500) == ("第一句。", "")
    assert spoken(ZH, 2200) == ("", "第一句。")
    assert spoken(ZH, 3000) == ("第二句。", "第一句。")
    assert spoken(ZH, 4200) == ("第二句。", "第一句。")  # a short silence
    assert spoken(ZH, 9000) == ("", "第三句。")


def test_captions_fall_back_to_chinese_then_to_any() -> None:
    en = (Cue(0, 1, "One."),)
    assert cues_for(Segment("m", True, captions={"zh": ZH, "en": en}), "en") == en
    assert cues_for(Segment("m", True, captions={"zh": ZH}), "en") == ZH
    assert cues_for(Segment("m", True, captions={"en": en}), "zh") == en
    assert cues_for(Segment("m", True), "zh") == ()


def test_transcript_puts_a_chapter_before_what_is_said_in_it() -> None:
    rows = lines(ZH, (Chapter(3000, "后"), Chapter(0, "前")))
    assert [row.text for row in rows] == ["前", "第一句。", "后", "第二句。", "第三句。"]
    assert [line_at(rows, ms) for ms in (0, 1000, 2999, 3000)] == [-1, 1, 1, 3]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("四个锁孔要一次对准，差一点就锁不上。", "四个锁孔要一次对准，\n差一点就锁不上。"),
        ("短的，不分。", "短的，不分。"),
        ("1974 年，他进港。", "1974\u00a0年，他进港。"),
        ("作者\n自己分的一行，很长很长很长很长很长很长。", "作者\n自己分的一行，很长很长很长很长很长很长。"),
        ("One hook, and then another hook, on the spot", "One hook, and then another hook, on the spot"),
        ("没有停顿的一句话特别特别特别特别特别特别长", "没有停顿的一句话特别特别特别特别特别特别长"),
    ],
)
def test_long_captions_part_at_a_pause(text: str, wanted: str) -> None:
    assert broken(text) == wanted


def test_words_of_time_and_number() -> None:
    assert [clock_words(ms) for ms in (0, 63_999, 3_723_000)] == ["0:00", "1:03", "1:02:03"]
    assert clock_words(63_000, padded=True) == "01:03"
    assert [numeral(n, "zh") for n in (1, 10, 12, 30, 99, 100)] == ["一", "十", "十二", "三十", "九十九", "100"]
    assert numeral(12, "en") == "12"


def test_resume_belongs_to_one_visit() -> None:
    book = ResumeBook()
    book.keep(book.visit, "a", 20_000, 60_000)
    book.keep(book.visit, "b", 1_000, 60_000)
    book.keep(book.visit, "c", 58_000, 60_000)
    assert [book.place(uid) for uid in "abc"] == [20_000, 0, 0]
    old = book.visit
    book.clear()
    book.keep(old, "a", 20_000, 60_000)  # a page of the visit that is over
    assert book.place("a") == 0


def related(uid: str, kind: str = "segment", condition: str = "ok", episode: int = 0, series: str = "x") -> Card:
    return Card(uid, kind, condition, uid, uid, "", "", "", series, episode, 60, True, "", "")


def test_series_is_what_can_be_shown_in_order() -> None:
    this = Episode("two", "two", 2, 60, "x")
    cards = [
        related("three", episode=3),
        related("one", episode=1),
        related("s", "story"),
        related("y", series="y"),
        related("x", condition="newer"),
    ]
    found = series(this, cards, "segment")
    assert [one.uid for one in found] == ["one", "two", "three"]
    assert after(found, "two") == found[2]
    assert after(found, "three") is None
    assert another(found, "three") == found[0]
    assert another((this,), "two") is None
