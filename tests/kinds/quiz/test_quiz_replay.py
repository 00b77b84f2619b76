"""Every way to play can be computed again from what was recorded, whatever was pressed when; caps hold across midnight."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.kinds.quiz import days, duel, ledger, modes, play, relay, review
from kiosk.kinds.quiz.ledger import ROUNDS, Visitor
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.recount import Recount, recount
from kiosk.kinds.quiz.replay import awarded, duelled, practised, recomputed, relayed
from kiosk.kinds.quiz.rules import Rules, Workshop
from kiosk.kinds.quiz.scores import Entry, House, Post, award, entries, people, points, teams, workshops
from kiosk.records import RecordBook
from kiosk.records.row import Record

BANK = tuple(Question(f"{n:02}", "single", f"第{n}题？", ("好", "坏"), (0,)) for n in range(9))
SHOPS = (Workshop("总装", 3), Workshop("机修", 9), Workshop("缝制", 2))
QUIZ = Quiz(3, 20, 1, BANK, rules=Rules(duel_seconds=5, relay_seconds=10, workshops=SHOPS))
CHINA = timezone(timedelta(hours=8))

presses = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1), st.sampled_from([0.0, 0.01, 0.049, 0.05, 0.7, 6.0])), max_size=60)  # fmt: skip


def through_json(record: dict[str, Any]) -> dict[str, Any]:
    """As the book gives it back."""
    found: dict[str, Any] = json.loads(json.dumps(record))
    return found


@given(presses, st.integers(0, 99))
def test_a_duel_is_what_its_presses_say(doing: list[tuple[int, int, float]], seed: int) -> None:
    now = 50.0
    state = duel.start(QUIZ, seed)
    assert state is not None
    state = duel.ready(duel.ready(state, 0, now), 1, now)
    for side, place, pause in doing:
        now += pause
        state = duel.time_out(state, now)
        state = duel.press(state, side, place, now)
        if state.phase == "revealed":
            state = duel.next(state, now)
    record = through_json(duel.record(state))
    assert recount([record], None) == Recount(1, 0, ())
    assert recount([{**record, "blue": record["blue"] + 1}], None).wrong
    assert recount([{"duel": True}], None).wrong
    assert duelled(record) == state.score == (record["blue"], record["red"])


@given(presses, st.integers(0, 99))
def test_a_relay_is_what_its_answers_say(doing: list[tuple[int, int, float]], seed: int) -> None:
    now = 50.0
    state = relay.start(QUIZ, seed)
    assert state is not None
    for _, place, pause in doing:
        state = relay.go(state, now)
        now += pause
        state = relay.press(relay.time_out(state, now), place, now)
    while state.phase != "over":
        state = relay.go(state, now)
        now += 20
        state = relay.time_out(state, now)
    record = through_json(relay.record(state))
    assert recount([record], None) == Recount(1, 0, ())
    assert recount([{**record, "legs": record["legs"][1:]}, {"relay": True, "teams": 3}], None).wrong
    assert len(record["legs"]) == relay.LEGS * len(SHOPS)
    assert relayed(record) == tuple((team["score"], team["place"]) for team in record["teams"])
    assert [score for score, _ in relayed(record)] == list(state.score)


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), max_size=4))
def test_practice_is_what_its_answers_say(rounds: list[list[bool]]) -> None:
    answers, results = [], {}
    for number, said in enumerate(rounds):
        now = 10.0
        state = modes.begin(QUIZ, "practice", number, now)
        for right in said:
            now += 1
            state = play.choose(state, state.current.shown.index(0 if right else 1))
            state = play.submit(state, now)
            answers.append({**play.answer_record(state), "round": str(number)})
            state = play.next(state, now)
        end = review.result_record(state, 3000)
        results[str(number)] = (end["score"], end["total"], end["timed_out"])
    assert practised([*answers, {"result": True, "round": "0"}, {"question": "alone"}]) == results
    kept = [{"result": True, "round": n, "score": r[0], "timed_out": r[2]} for n, r in results.items()]
    assert recount([*answers, *kept], None) == Recount(len(rounds), 0, ())
    assert len(recount([*answers, *({**k, "score": 9} for k in kept)], None).wrong) == len(rounds)


clock = st.lists(
    st.tuples(
        st.datetimes(datetime(2026, 11, 20), datetime(2026, 11, 24)),  # noqa: DTZ001
        st.sampled_from("甲乙"),
        st.sampled_from(["daily", "challenge"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(clock)
def test_caps_and_tries_hold_in_the_book_for_any_clock(tmp_path_factory: pytest.TempPathFactory, doing: list[tuple[datetime, str, Any, int]]) -> None:  # fmt: skip
    """The clock jumps over midnight and back; whatever the book accepts keeps to the limits, and its log gives the board."""
    rules = Rules(("daily", "challenge"), "number", points=2, daily_points=9, daily_tries=2, workshops=SHOPS)
    book = RecordBook(tmp_path_factory.mktemp("caps") / "records.db")
    answers: list[dict[str, Any]] = []
    for number, (reading, said, mode, right) in enumerate(doing):
        visitor = book.ask(lambda pages, said=said: ledger.look(pages, "p/q", said, rules, said, "总装"))
        day = days.today(reading.replace(tzinfo=UTC).astimezone(CHINA), (of for _, of in visitor.begun))
        begin = {"begin": True, "round": str(number), "who": visitor.who, "shown": said, "workshop": "总装", "day": day,
                 "mode": mode, "total": 9}  # fmt: skip
        if not _kept(book, visitor, begin, ledger.may_begin("p/q", visitor, mode, rules, day)):
            continue
        given_out = [n < right for n in range(9)] if mode == "daily" else [True] * right + [False]
        own = [{"question": "q", "round": str(number), "right": r, "ms": 5, "timed_out": False} for r in given_out[:9]]
        answers += own
        entry = Entry(
            str(number), visitor.who, said, "总装", day, mode, sum(a["right"] for a in own), len(own), 5 * len(own)
        )
        gained = award(visitor.ended, entry, rules)
        assert _kept(book, visitor, entry.payload(gained), ledger.may_end("p/q", entry, gained, rules))
    log = book.ask(lambda pages: pages.of(ROUNDS, "p/q"))
    ended = [p for p in log if p.get("end") is True]
    assert recount([*answers, *log], rules) == Recount(len(ended), 0, ())
    for end in ended:
        for key in ("score", "ms", "points"):
            changed = [{**p, key: p[key] + 1} if p is end else p for p in log]
            assert [w.round for w in recount([*answers, *changed], rules).wrong] == [end["round"]]
    if ended:
        assert recount(log, rules).bare == len(ended)
        turned = [{**answers[0], "right": not answers[0]["right"]}, *answers[1:]]
        assert answers[0]["round"] in [w.round for w in recount([*turned, *log], rules).wrong]
        odd = [{k: v for k, v in answers[0].items() if k != "ms"}, *answers[1:]]
        assert {w.round for w in recount([*odd, *log], None).wrong} == {answers[0]["round"]} & {
            e["round"] for e in ended
        }
    book.close()
    ended = entries(log)
    assert recomputed(log, answers) == ended
    assert [gained for _, gained in awarded(ended, rules)] == [p["points"] for p in log if p.get("end")]
    for who in {entry.who for entry in ended}:
        own_days = [p["day"] for p in log if p.get("begin") and p["who"] == who]
        assert own_days == sorted(own_days)
        for day in own_days:
            assert points([e for e in ended if (e.who, e.day) == (who, day)], rules)[0] <= rules.daily_points
            dailies = [p for p in log if p.get("begin") and (p["who"], p["day"], p["mode"]) == (who, day, "daily")]
            assert len(dailies) <= rules.daily_tries
    assert people(recomputed(log, answers), rules) == people(ended, rules)


def _kept(book: RecordBook, visitor: Visitor, payload: dict[str, Any], rule: Any) -> bool:
    record = Record("v", "p/q", ROUNDS, 1, datetime.now(UTC), 0.0, True, payload, visitor.said)
    try:
        return book.append(record, rule) > 0
    except KioskError:
        return False


entry = st.builds(
    Entry, round=st.uuids().map(str), who=st.sampled_from("甲乙丙丁"), shown=st.just("*"), workshop=st.just("旧"),
    day=st.sampled_from(["2026-11-21", "2026-11-22"]), mode=st.just("daily"), score=st.integers(0, 3), total=st.just(3),
    ms=st.integers(0, 3),
)  # fmt: skip
HOUSE = House(
    {"甲": Post("张*明", "总装", "一班"), "乙": Post("李*", "总装", "二班"), "丙": Post("王*国", "机修")},
    {("总装", "一班"): 2, ("总装", "二班"): 1, ("机修", ""): 5, ("缝制", "一班"): 3},
)


@given(st.lists(entry, max_size=20))
def test_boards_of_a_house_count_everybody_where_they_belong(log: list[Entry]) -> None:
    by_unit, by_team = workshops(log, Rules(), HOUSE), teams(log, Rules(), HOUSE)
    board = {s.who: s for s in people(log, Rules(), HOUSE)}
    assert {share.name: share.people for share in by_unit} == {"总装": 3, "机修": 5, "缝制": 3}
    assert {(share.unit, share.name) for share in by_team} == {("总装", "一班"), ("总装", "二班"), ("缝制", "一班")}
    for share in by_unit:
        own = [s for s in board.values() if s.workshop == share.name]
        assert (share.points, share.players, share.ms) == (sum(s.points for s in own), len(own), sum(s.ms for s in own))
    assert all(s.workshop != "旧" for s in board.values())
    for shares in (by_unit, by_team):
        keys = [(-s.points, s.players == 0, s.ms) for s in shares]
        assert keys == sorted(keys)
        assert [s.place for s in shares] == [1 + keys.index(key) for key in keys]


def test_two_people_with_one_masked_name_are_two() -> None:
    log = [Entry(who, who, "张*明", "", "2026-11-22", "daily", 2, 3, 9) for who in "xy"]
    assert [(s.place, s.who) for s in people(log, Rules())] == [(1, "x"), (1, "y")]
