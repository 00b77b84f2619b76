"""Points, caps, ties, tries and boards hold for any log, any midnight and any clock; and a replay gives the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.kinds.quiz import days, ledger, modes, play, who
from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.replay import awarded, recomputed
from kiosk.kinds.quiz.rules import Mode, Rules, Workshop
from kiosk.kinds.quiz.scores import Entry, award, entries, people, points, workshops
from kiosk.records import RecordBook
from kiosk.records.row import Record

BANK = tuple(Question(f"{n:02}", "single", f"第{n}题？", ("好", "坏"), (0,)) for n in range(9))
SHOPS = (Workshop("总装", 3), Workshop("机修", 9))
DAYS = ("2026-11-21", "2026-11-22", "2026-11-23")

entry = st.builds(
    Entry, round=st.uuids().map(str), who=st.sampled_from("甲乙丙"), shown=st.just("*"),
    workshop=st.sampled_from(["总装", "机修", ""]), day=st.sampled_from(DAYS),
    mode=st.sampled_from(["daily", "challenge", "exam"]), score=st.integers(0, 20), total=st.just(20),
    ms=st.integers(0, 9),
)  # fmt: skip
logs = st.lists(entry, max_size=25)
how = st.builds(Rules, points=st.integers(1, 5), daily_points=st.sampled_from([0, 3, 10, 40]), workshops=st.just(SHOPS))


@given(logs, how)
def test_awards_add_up_to_the_board_and_never_take_away(log: list[Entry], rules: Rules) -> None:
    given_out: dict[str, int] = {}
    for one, gained in awarded(log, rules):
        assert gained >= 0
        given_out[one.who] = given_out.get(one.who, 0) + gained
    assert {s.who: s.points for s in people(log, rules)} == given_out


@given(logs, how)
def test_no_day_gives_more_than_its_cap(log: list[Entry], rules: Rules) -> None:
    for day in DAYS:
        for name in "甲乙丙":
            made = points([e for e in log if e.day == day and e.who == name], rules)[0]
            assert made <= rules.daily_points or rules.daily_points == 0


@given(logs, how)
def test_the_board_is_in_order_and_ties_are_broken_by_time(log: list[Entry], rules: Rules) -> None:
    board = people(log, rules)
    assert [s.place for s in board] == sorted(s.place for s in board)
    for above, below in pairwise(board):
        assert (-above.points, above.ms) <= (-below.points, below.ms)
        assert (above.place == below.place) == ((above.points, above.ms) == (below.points, below.ms))


@given(logs, how)
def test_workshops_hold_every_point_of_their_people_once(log: list[Entry], rules: Rules) -> None:
    shares = workshops(log, rules)
    named = [s for s in people(log, rules) if s.workshop]
    assert sum(share.points for share in shares) == sum(s.points for s in named)
    assert sum(share.players for share in shares) == len(named)
    assert all(0 <= share.coverage <= 1 for share in shares)


rounds = st.lists(
    st.tuples(st.sampled_from(["daily", "challenge", "exam"]), st.sampled_from("甲乙"), st.integers(0, 99),
              st.lists(st.sampled_from(["right", "wrong", "late", "leave"]), min_size=9, max_size=9)),
    max_size=8,
)  # fmt: skip


@given(rounds, how)
def test_a_replay_of_the_answers_gives_what_was_recorded(
    played: list[tuple[Mode, str, int, list[str]]], rules: Rules
) -> None:
    quiz = Quiz(3, 20, 1, BANK, rules=rules)
    desk: list[dict[str, object]] = []
    answers: list[dict[str, object]] = []
    for number, (mode, name, seed, doing) in enumerate(played):
        now = 100.0 * number
        state = modes.begin(quiz, mode, seed, now, uid="p/q", day=DAYS[number % 3])
        begin = {"begin": True, "round": str(number), "who": name, "shown": name, "workshop": "", "day": DAYS[number % 3],
                 "mode": mode, "total": len(state.asked)}  # fmt: skip
        desk.append(begin)
        for does in doing:
            if state.phase == "done" or does == "leave":
                break
            now += 1.5
            if does == "late":
                state = play.time_out(state, now)
            else:
                place = state.current.shown.index(0 if does == "right" else 1)
                state = play.submit(play.choose(state, place), now)
            answers.append({**play.answer_record(state), "round": str(number)})
            state = play.next(state, now)
        if state.phase == "done":
            end = play.result(state)
            ms = sum(reply.ms for reply in state.replies)
            one = Entry(str(number), name, name, "", DAYS[number % 3], mode, end.score, end.total, ms)
            desk.append(one.payload(award([e for e in entries(desk) if e.who == name], one, rules)))
    assert recomputed(desk, answers) == entries(desk)
    assert [gained for _, gained in awarded(entries(desk), rules)] == [p["points"] for p in desk if p.get("end")]


clocks = st.lists(st.datetimes(datetime(2026, 11, 20), datetime(2026, 11, 26)), max_size=40)  # noqa: DTZ001


@given(clocks, st.integers(1, 4))
def test_no_clock_gives_more_tries_than_its_days(readings: list[datetime], tries: int) -> None:
    own: list[str] = []
    left_before, now_before = tries, None
    for reading in readings:
        now = reading.replace(tzinfo=UTC)
        day = days.today(now, own)
        left = days.left(tries, day, own)
        if now_before is not None and now < now_before:
            assert left <= left_before
        if left:
            own.append(day)
            left -= 1
        left_before, now_before = left, now
    assert own == sorted(own)
    assert all(own.count(day) <= tries for day in own)


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(15, 59, "2026-11-22"), (16, 0, "2026-11-23"), (16, 1, "2026-11-23")]
)
def test_midnight_is_local(hour: int, minute: int, day: str) -> None:
    now = datetime(2026, 11, 22, hour, minute, tzinfo=UTC).astimezone(timezone(timedelta(hours=8)))
    assert days.today(now, ()) == day


def test_a_dead_battery_has_no_day() -> None:
    assert days.today(datetime(1970, 1, 1, tzinfo=UTC), ("2026-11-22",)) == ""


def submit(book: RecordBook, rules: Rules, said: str, day: str, number: int) -> None:
    visitor = book.ask(lambda pages: ledger.look(pages, "p/q", said, rules, "*", ""))
    payload = {"begin": True, "round": str(number), "who": visitor.who, "shown": "*", "workshop": "", "day": day,
               "mode": "daily", "total": 5}  # fmt: skip
    record = Record("v", "p/q", ROUNDS, 1, datetime.now(UTC), 0.0, True, payload, said, f"begin {number}")
    book.append(record, ledger.may_begin("p/q", visitor, "daily", rules, day))


def test_the_book_itself_refuses_a_fourth_try_and_an_earlier_day(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "records.db")
    rules = Rules(("daily",), "number")
    for number in range(3):
        submit(book, rules, "1234", DAYS[1], number)
    for day in (DAYS[1], DAYS[0]):
        with pytest.raises(KioskError):
            submit(book, rules, "1234", day, 7)
    submit(book, rules, "9999", DAYS[1], 8)
    submit(book, rules, "1234", DAYS[2], 9)
    assert book.count() == 5
    book.close()


@pytest.mark.parametrize(
    ("said", "shown"),
    [("041217", "04**17"), ("12345", "1**5"), ("123", "1**3"), ("12", "**"), ("０４１２１７", "04**17")],
)
def test_a_number_is_masked(said: str, shown: str) -> None:
    assert who.masked(said, Rules(identity="number")) == shown


@pytest.mark.parametrize(("said", "shown"), [("张晓明", "张*明"), ("张明", "张*"), ("明", "*"), ("欧阳晓明", "欧*明")])
def test_a_nickname_is_masked(said: str, shown: str) -> None:
    assert who.masked(said, Rules(identity="nickname")) == shown


@given(st.text("0123456789", min_size=3, max_size=20))
def test_a_masked_number_hides_something(said: str) -> None:
    assert sum(c.isdigit() for c in who.masked(said, Rules(identity="number"))) < len(said)


@given(st.text("0123456789", min_size=4, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_luhn_finds_one_wrong_digit(digits: str, place: int, off: int) -> None:
    whole = next(digits + c for c in "0123456789" if who.luhn(digits + c))
    place %= len(whole)
    wrong = whole[:place] + str((int(whole[place]) + off) % 10) + whole[place + 1 :]
    assert not who.luhn(wrong)


def problems(rules: Rules, said: Iterable[str]) -> list[str]:
    return [who.problem(one, rules) for one in said]


def test_a_number_is_checked() -> None:
    rules = Rules(identity="number", least_digits=4, most_digits=6, check_digit="luhn")
    assert problems(rules, ("", "123", "1234567", "12a4", "1234", "1230")) == [
        "empty", "short", "long", "digits", "check", ""
    ]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("0123456789AB"), st.floats(0.001, 0.2)), max_size=20))
def test_a_reader_is_believed_only_when_it_is_fast(keys: list[tuple[str, float]]) -> None:
    reader, now, run = who.Reader(), 0.0, ""
    for character, pause in keys:
        run = run + character if run and pause <= who.FAST - 1e-9 else character
        now += pause
        reader = reader.key(character, now)
    said = reader.enter(now + 0.01)
    assert said == "" or (len(said) >= who.LEAST_CARD and said.endswith(run[-1:]))
    assert reader.enter(now + 1) == ""
