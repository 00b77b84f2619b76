"""With a roster the kiosk knows who may play and where they belong, by number or by card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.rules import Identity, Rules, Workshop
from kiosk.records.roster import Person
from kiosk.records.row import Record

from .stage import SIZES, Stage

BANK = tuple(Question(f"{n:02}", "single", f"第{n}题？", ("好", "坏"), (0,), explain="好。") for n in range(6))
SHOPS = (Workshop("旧名单", 9),)
HOUSE = (
    Person("1001", "张晓明", "总装", "甲班", card="0009123456"),
    Person("1002", "李红", "总装", "乙班"),
    Person("1003", "王建国", "机修"),
    Person("1004", "赵四海", "机修"),
)

Open = Callable[..., Stage]


@pytest.fixture(params=sorted(SIZES))
def open_quiz(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Open]:
    stages: list[Stage] = []

    def make(identity: Identity = "number", people: tuple[Person, ...] = HOUSE) -> Stage:
        rules = Rules(("practice", "daily"), identity, daily_draw=2, workshops=SHOPS)
        stage = Stage(SIZES[request.param], Quiz(2, 45, 1, BANK, rules=rules))
        stages.append(stage)
        entry = Record("", "", "admin", 1, datetime.now(UTC), 0.0, True, {})
        stage.house.open_book().append(entry, lambda pages: (pages.roster.replace(people), None)[1])
        return stage

    yield make
    for stage in stages:
        stage.close()
        assert stage.warnings == []


def to_sign(stage: Stage) -> None:
    """A quiz opened once the roster is there."""
    stage.vm.sign._services.recorder.ask(lambda pages: pages.roster.exists(), stage.vm.sign._told_roster)
    stage.settle()
    stage.touch("quiz.mode.daily")
    stage.touch("quiz.go")
    stage.settle()


def say(stage: Stage, number: str) -> None:
    for digit in number:
        stage.touch(f"quiz.key.{digit}")
    stage.touch("quiz.sign.go")
    stage.settle()


def swipe(stage: Stage, card: str) -> None:
    """A reader types like a keyboard, only faster than anybody."""
    for character in card:
        stage.clock.seconds += 0.005
        QTest.keyClick(stage.view, Qt.Key(ord(character)), Qt.KeyboardModifier.NoModifier)
    stage.clock.seconds += 0.005
    QTest.keyClick(stage.view, Qt.Key.Key_Return)
    stage.settle()


def begun(stage: Stage) -> list[tuple[object, ...]]:
    found = stage.house.open_book().ask(lambda pages: pages.of(ROUNDS, "basics/five"))
    return [(p["shown"], p["workshop"], p["team"]) for p in found if p.get("begin")]


def test_a_number_that_is_not_on_the_roster_is_refused(open_quiz: Open) -> None:
    stage = open_quiz()
    to_sign(stage)
    assert not any(name.startswith("quiz.workshop") for name in stage.names())
    say(stage, "7777")
    assert stage.vm.phase == "sign"
    assert stage.text("quiz.trouble").startswith("名册上没有这个号。")
    for _ in "7777":
        stage.touch("quiz.key.back")
    say(stage, "1001")
    assert (stage.vm.phase, stage.vm.desk.shown) == ("asking", "张*明")
    assert begun(stage) == [("张*明", "总装", "甲班")]
    units = [e.unit for e in stage.house.open_book().entries(0, 100) if e.kind == ROUNDS]
    assert units == ["总装"]


def test_a_card_and_a_number_are_one_person(open_quiz: Open) -> None:
    for identity in ("number", "card"):
        stage = open_quiz(identity)
        to_sign(stage)
        swipe(stage, "0009123456")
        assert (stage.vm.phase, stage.vm.desk.shown) == ("asking", "张*明")
        assert begun(stage) == [("张*明", "总装", "甲班")]
        who = stage.house.open_book().ask(lambda pages: pages.person("1001"))
        assert stage.vm.desk.person == who


def test_an_unknown_card_is_refused_in_words(open_quiz: Open) -> None:
    stage = open_quiz()
    to_sign(stage)
    swipe(stage, "9" * 14)
    assert stage.vm.phase == "sign"
    assert stage.text("quiz.trouble").startswith("这张卡对不上工号。")


def test_without_a_roster_a_reader_types_the_number(open_quiz: Open) -> None:
    stage = open_quiz(people=())
    to_sign(stage)
    swipe(stage, "20417")
    assert stage.text("quiz.trouble") == "再选一下车间。"
    stage.touch("quiz.workshop.0")
    stage.settle()
    assert (stage.vm.phase, stage.vm.desk.shown) == ("asking", "2**7")


def test_boards_by_workshop_and_team_say_who_took_part_of_how_many(open_quiz: Open) -> None:
    stage = open_quiz()
    for number, score in (("1001", 2), ("1003", 2), ("1002", 1), ("5555", 2)):
        who = stage.house.open_book().ask(lambda pages, said=number: pages.person(said))
        end = {"round": number, "who": who, "shown": "1**1", "workshop": "旧名单", "team": "", "day": "2026-11-22",
               "mode": "daily", "score": score, "total": 2, "ms": 900 - int(number) % 10, "points": score, "end": True}  # fmt: skip
        stage.house.submit(ROUNDS, "basics/five", end, lambda told: None, person=number)
    stage.touch("quiz.board.open")
    stage.settle()
    rows = stage.vm.board.rows
    assert [row["name"] for row in rows] == ["1**1", "王*国", "张*明", "李*"]  # 5555 has left the house
    assert rows[2]["note"] == "总装 · 甲班 · 用时 1 秒"
    stage.touch("quiz.board.by.1")
    assert [(r["place"], r["name"], r["points"], r["note"]) for r in stage.vm.board.rows] == [
        (1, "总装", 3, "2 人里来了 2 人，100%"), (2, "机修", 2, "2 人里来了 1 人，50%")
    ]  # fmt: skip
    stage.touch("quiz.board.by.2")
    assert [(r["name"], r["note"]) for r in stage.vm.board.rows] == [
        ("甲班", "总装 · 1 人里来了 1 人，100%"), ("乙班", "总装 · 1 人里来了 1 人，100%")
    ]  # fmt: skip
