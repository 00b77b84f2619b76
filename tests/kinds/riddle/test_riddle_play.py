"""Guessing at the wall, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.kinds.riddle import play, report
from kiosk.kinds.riddle.model import Riddle, Riddles, RiddleSet, riddle_id
from kiosk.kinds.riddle.numbers import chinese

FACES = ("麻屋子", "千条线", "萤", "画时圆")


def riddle(n: int, *, others: bool = True, hints: int = 2) -> Riddle:
    answer = f"底{n}"
    wrong = tuple(f"错{n}{i}" for i in range(3)) if others else ()
    return Riddle(
        riddle_id(FACES[n], answer), FACES[n], "打一字", answer, wrong, (f"也{n}",), tuple("提示"[:hints]), "因为。"
    )


WALL = tuple(riddle(n, others=n < 3) for n in range(4))


def opened(place: int = 0, tries: int = 2) -> play.Round:
    return play.touch(play.start(WALL, tries, 7), place, 10.0)


def guess(round_: play.Round, *, right: bool) -> play.Round:
    hung = round_.open
    place = next(i for i, w in enumerate(hung.shown) if (w == hung.riddle.answer) == right and i not in hung.wrong)
    return play.submit(play.choose(round_, place))


def test_a_right_guess_lights_the_lantern() -> None:
    done = guess(opened(), right=True)
    assert (done.phase, done.open.look, done.lit, done.open.tries) == ("answered", "lit", 1, 1)


def test_a_wrong_guess_can_be_followed_by_another_one() -> None:
    once = guess(opened(), right=False)
    assert (once.phase, once.left, len(once.open.wrong), once.choice) == ("asking", 1, 1, -1)
    assert play.choose(once, once.open.wrong[0]) is once, "what was wrong cannot be chosen again"
    assert guess(once, right=True).open.look == "lit"
    assert guess(once, right=False).open.look == "missed"


def test_whoever_gives_up_sees_the_answer_and_the_lantern_stays_dark() -> None:
    shown = play.give_up(opened())
    assert (shown.phase, shown.open.look, shown.lit) == ("answered", "shown", 0)
    assert play.give_up(shown) is shown and play.hint(shown) is shown and play.submit(shown) is shown


def test_an_answer_may_be_written_where_there_are_answers_to_choose() -> None:
    writing = play.switch(opened())
    assert writing.typing and play.choose(writing, 0) is writing
    assert play.submit(play.write(writing, " 也 0 ")).open.look == "lit"
    assert not play.switch(writing).typing


def test_a_riddle_without_answers_is_always_written() -> None:
    writing = opened(3)
    assert writing.typing and play.switch(writing) is writing
    assert not play.write(writing, "。").ready
    assert play.submit(play.write(writing, "底3")).open.look == "lit"


def test_a_choice_counts_only_as_the_answer_itself() -> None:
    """What the author accepts when written may stand among the wrong answers of a sloppy file; the choice is exact."""
    tricky = replace(WALL[0], accept=("错00",))
    round_ = play.touch(play.start((tricky,), 2, 1), 0, 0.0)
    wrong = play.submit(play.choose(round_, round_.open.shown.index("错00")))
    assert wrong.open.look == "dark"


def test_hints_come_one_by_one() -> None:
    hinted = play.hint(play.hint(opened()))
    assert hinted.open.hints == 2
    assert play.hint(hinted) is hinted


def test_the_next_dark_lantern_is_found_around_the_corner() -> None:
    round_ = guess(opened(3 - 1), right=True)
    assert play.next_dark(round_) == 3
    last = play.give_up(play.touch(round_, 3, 0.0))
    assert play.next_dark(last) == 0
    assert play.beside(last, 1) == 0 and play.beside(play.touch(last, 0, 0.0), -1) == 3


def test_records_say_what_happened_and_nothing_about_anybody() -> None:
    told = play.record(guess(opened(), right=True), "try", 12.5)
    assert (told["look"], told["tries"], told["hints"], told["ms"], told["said"]) == ("lit", 1, 0, 2500, "底0")
    assert set(told) == {"event", "riddle", "face", "set", "look", "said", "by", "tries", "hints", "ms", "seed"}


def test_the_end_counts_every_lantern() -> None:
    round_ = play.start(WALL, 1, 7)
    round_ = guess(play.touch(round_, 0, 0.0), right=True)
    round_ = guess(play.touch(round_, 1, 0.0), right=False)
    round_ = play.give_up(play.hint(play.touch(round_, 2, 0.0)))
    assert not round_.done
    round_ = play.give_up(play.touch(round_, 3, 0.0))
    assert round_.done
    told = play.end_record(round_, "", 5)
    assert [told[k] for k in ("total", "lit", "missed", "shown", "hints")] == [4, 1, 1, 2, 1]


EVENTS = st.sampled_from(["touch", "close", "choose", "write", "switch", "hint", "submit", "give_up"])


@given(st.lists(st.tuples(EVENTS, st.integers(-2, 5)), max_size=60), st.integers(1, 3))
def test_no_order_of_events_breaks_the_wall(events: list[tuple[str, int]], tries: int) -> None:
    round_ = play.start(WALL, tries, 3)
    for event, n in events:
        before = round_
        round_ = {
            "touch": lambda r, n=n: play.touch(r, n, 0.0),
            "close": play.close,
            "choose": lambda r, n=n: play.choose(r, n),
            "write": lambda r, n=n: play.write(r, f"底{n}"),
            "switch": play.switch,
            "hint": play.hint,
            "submit": play.submit,
            "give_up": play.give_up,
        }[event](round_)
        assert len(round_.lanterns) == len(before.lanterns)
        for was, now in zip(before.lanterns, round_.lanterns, strict=True):
            assert was.look == "dark" or now == was, "what is answered stays answered"
            assert now.tries <= tries and now.hints <= len(now.riddle.hints)
        assert round_.lit == sum(n.look == "lit" for n in round_.lanterns)


@given(st.integers())
def test_the_same_seed_hangs_the_same_wall(seed: int) -> None:
    one = play.start(WALL, 2, seed)
    assert one == play.start(WALL, 2, seed)
    assert all(sorted(n.shown) == sorted((n.riddle.answer, *n.riddle.others)) for n in one.lanterns[:3])


def test_a_report_puts_the_hardest_riddle_first() -> None:
    easy = play.record(guess(opened(0), right=True), "try", 11.0)
    hard = play.record(play.give_up(play.hint(opened(1))), "shown", 14.0)
    hint = play.record(play.hint(opened(1)), "hint", 11.0)
    missed = play.record(guess(opened(0), right=False), "try", 11.0)
    rows = report.table([easy, hint, hard, missed, {"event": "round"}, {"riddle": 5}]).rows
    assert [row[0] for row in rows] == [FACES[1], FACES[0]]
    assert rows[0][2:] == (1, 0, 0.0, 1, 1, 4.0) and rows[1][2:] == (1, 1, 1.0, 0, 0, 1.0)
    assert report.table([]).rows == ()


@pytest.mark.parametrize(
    ("number", "words"), [(0, "零"), (7, "七"), (10, "十"), (12, "十二"), (20, "二十"), (96, "九十六"), (100, "100")]
)
def test_numbers_downwards_are_written_in_characters(number: int, words: str) -> None:
    assert chinese(number) == words


def test_content_that_cannot_be_shown_is_refused() -> None:
    for change in (
        {"answer": ""},
        {"others": ("一",)},
        {"others": ("一", "一", "二")},
        {"others": ("底0", "一", "二")},
    ):
        with pytest.raises(ContentError, match="BAD_RIDDLE"):
            replace(WALL[0], **change)
    with pytest.raises(ContentError, match="BAD_RIDDLES"):
        Riddles(2, (RiddleSet("a", "甲"),), WALL)
    with pytest.raises(ContentError, match="BAD_RIDDLES"):
        Riddles(2, (), ())
