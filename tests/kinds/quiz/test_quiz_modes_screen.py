"""The ways to play on the screen: chosen, signed in for, played to the end, recorded and ranked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.item import Header
from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.recount import Recount, recount
from kiosk.kinds.quiz.replay import awarded, recomputed
from kiosk.kinds.quiz.rules import Identity, Mode, Rules, Workshop
from kiosk.kinds.quiz.scores import entries

from .stage import SIZES, Stage

BANK = tuple(
    Question(f"{n:02}", "single", f"第{n}题，选好的。", ("好", "坏", "差"), (0,), explain="好就是好。", source="常识")
    for n in range(8)
)
ALL: tuple[Mode, ...] = ("practice", "daily", "challenge", "exam")


class Open(Protocol):
    """Puts a quiz with these rules on the screen."""

    def __call__(self, rules: Rules) -> Stage: ...


@pytest.fixture(params=sorted(SIZES))
def open_quiz(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Open]:
    """Opens quizzes, and fails when QML had anything to complain about."""
    stages: list[Stage] = []

    def opened(rules: Rules) -> Stage:
        quiz = Quiz(3, 45, 2, BANK, rules=rules)
        stages.append(Stage(SIZES[request.param], quiz, header=Header("劳动常识", "劳动\n常识")))
        return stages[-1]

    yield opened
    for stage in stages:
        stage.close()
        assert stage.warnings == []


def rules(identity: Identity = "number", **more: object) -> Rules:
    return Rules(ALL, identity, 4, 6, daily_draw=3, exam_draw=4, exam_minutes=2, exam_pass=2, **more)  # type: ignore[arg-type]


def sign_in(stage: Stage, digits: str = "041217") -> None:
    """Worker number on the pad, then the red button."""
    for digit in digits:
        stage.touch(f"quiz.key.{digit}")
    stage.touch("quiz.sign.go")
    stage.settle()


def answer(stage: Stage, *words: str) -> None:
    """One question after another."""
    for word in words:
        stage.choose(word)
        stage.touch("quiz.confirm")
        if stage.find("quiz.next"):
            stage.touch("quiz.next")
    stage.settle()


def log(stage: Stage, kind: str) -> tuple[dict[str, object], ...]:
    return stage.house.open_book().ask(lambda pages: pages.of(kind, "basics/five"))


def test_the_daily_gate_gives_three_tries_and_counts_the_best(open_quiz: Open) -> None:
    stage = open_quiz(rules(points=2, daily_points=5))
    stage.touch("quiz.mode.daily")
    stage.touch("quiz.go")
    sign_in(stage)
    answer(stage, "好", "坏", "坏")
    assert "04**17 记上 2 分，共 2 分" in stage.text("quiz.counted")
    stage.touch("quiz.again")
    answer(stage, "好", "好", "好")
    assert "记上 3 分，共 5 分" in stage.text("quiz.counted")
    assert stage.text("quiz.again") == "再试，还有 1 次"
    stage.touch("quiz.again")
    answer(stage, "坏", "坏", "坏")
    assert not stage.item("quiz.again").isEnabled()
    prompts = [r["prompt"] for r in log(stage, "quiz") if "prompt" in r]
    assert prompts[:3] == prompts[3:6] == prompts[6:9]
    stage.touch("quiz.list")
    assert not stage.item("quiz.go").isEnabled()
    stage.clock.day -= timedelta(days=3)
    stage.touch("quiz.forget")
    stage.touch("quiz.go")
    sign_in(stage)
    assert stage.vm.phase == "sign"
    assert "都用完了" in stage.text("quiz.trouble")
    stage.clock.day += timedelta(days=4)
    stage.touch("quiz.sign.go") if stage.vm.sign.ready else sign_in(stage)
    assert stage.vm.phase == "asking"


def test_a_challenge_ends_at_the_first_mistake(open_quiz: Open) -> None:
    stage = open_quiz(rules("none"))
    stage.touch("quiz.mode.challenge")
    stage.touch("quiz.go")
    assert stage.vm.question.secondsLeft == 45 or stage.vm.question.secondsLeft == 44
    answer(stage, "好", "好", "坏")
    assert (stage.vm.phase, stage.text("quiz.resultVerdict")) == ("done", "连闯 2 关。")
    assert stage.find("quiz.counted") is None


def test_an_exam_explains_nothing_before_its_end(open_quiz: Open) -> None:
    stage = open_quiz(rules())
    stage.touch("quiz.mode.exam")
    stage.touch("quiz.go")
    sign_in(stage)
    assert stage.text("quiz.seconds").startswith("还有 ")
    for word in ("好", "坏"):
        stage.choose(word)
        stage.touch("quiz.confirm")
        assert stage.vm.phase == "asking"
    stage.wait(150)
    assert stage.vm.phase == "done"
    assert "4 题答对 1 题" in stage.text("quiz.resultNote")
    stage.touch("quiz.review")
    assert stage.vm.phase == "review"
    assert stage.text("quiz.reviewed") == stage.vm.answer.prompt
    stage.touch("quiz.next")
    assert "差一点" in stage.text("quiz.verdict")
    stage.touch("quiz.next")
    stage.touch("quiz.next")
    assert stage.vm.phase == "done"
    stage.touch("quiz.list")
    assert stage.text("quiz.go") == "这份卷子考过了"


def test_boards_rank_people_and_workshops_and_the_log_proves_them(open_quiz: Open) -> None:
    shops = (Workshop("总装", 4), Workshop("机修", 2))
    how = rules(workshops=shops)
    stage = open_quiz(how)
    stage.touch("quiz.mode.daily")
    for number, shop, said in (("1111", 0, "好好坏"), ("2222", 1, "好好好"), ("3333", 0, "坏坏坏")):
        stage.touch("quiz.go")
        stage.touch(f"quiz.workshop.{shop}")
        sign_in(stage, number)
        answer(stage, *said)
        stage.touch("quiz.list")
        stage.touch("quiz.forget") if number != "3333" else None
    stage.touch("quiz.board.open")
    stage.settle()
    assert [row["name"] for row in stage.vm.board.rows] == ["2**2", "1**1", "3**3"]
    assert stage.vm.board.place == 3
    stage.touch("quiz.board.by.1")
    assert [row["note"] for row in stage.vm.board.rows] == ["2 人里来了 1 人，50%", "4 人里来了 2 人，50%"]
    desk, answers = log(stage, ROUNDS), log(stage, "quiz")
    assert recomputed(desk, answers) == entries(desk)
    assert [points for _, points in awarded(entries(desk), how)] == [p["points"] for p in desk if p.get("end")]
    assert recount([*answers, *desk], how) == Recount(6, 0, ()), "three rounds, each counted and told"
    assert "041217" not in str(desk)
    assert "'2222'" not in str(desk)


def test_a_card_reader_signs_in_and_a_slow_hand_does_not(open_quiz: Open) -> None:
    stage = open_quiz(rules("card"))
    stage.touch("quiz.mode.daily")
    stage.touch("quiz.go")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Return):
        stage.key(key)
    assert stage.vm.phase == "sign"
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_Return):
        stage.clock.seconds += 0.01
        QTest.keyClick(stage.view, key)
    stage.settle()
    assert (stage.vm.phase, stage.vm.desk.shown) == ("asking", "12**56")


def test_double_taps_begin_one_round(open_quiz: Open) -> None:
    stage = open_quiz(rules())
    stage.touch("quiz.mode.daily")
    stage.touch("quiz.go")
    for digit in "1234":
        stage.touch(f"quiz.key.{digit}")
    stage.house.lazy = True
    stage.touch("quiz.sign.go")
    stage.touch("quiz.sign.go")
    assert len(stage.house.waiting) == 1
    stage.house.lazy = False
    stage.house.waiting.pop()()
    stage.settle()
    stage.vm.start()
    stage.settle()
    assert len(log(stage, ROUNDS)) == 1


def test_a_clock_that_cannot_be_right_scores_nothing(open_quiz: Open) -> None:
    stage = open_quiz(rules())
    stage.clock.day -= timedelta(days=365 * 50)
    stage.touch("quiz.mode.daily")
    stage.touch("quiz.go")
    sign_in(stage)
    assert "时间不对" in stage.text("quiz.trouble")
    assert log(stage, ROUNDS) == ()


def test_a_card_read_before_the_workshop_is_chosen_is_kept(open_quiz: Open) -> None:
    stage = open_quiz(rules("card", workshops=(Workshop("总装", 4),)))
    stage.touch("quiz.mode.daily")
    stage.touch("quiz.go")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Return):
        stage.clock.seconds += 0.01
        QTest.keyClick(stage.view, key)
    stage.settle()
    assert stage.text("quiz.trouble") == "再选一下车间。"
    stage.touch("quiz.workshop.0")
    stage.settle()
    assert stage.vm.phase == "asking"


def test_a_nickname_is_written_and_masked(open_quiz: Open) -> None:
    stage = open_quiz(rules("nickname"))
    stage.touch("quiz.mode.daily")
    stage.touch("quiz.go")
    stage.touch("quiz.input")
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_Return):
        stage.key(key)
    stage.settle()
    assert (stage.vm.phase, stage.vm.desk.shown) == ("asking", "a*c")
