"""The prize draw on the screen, from the frozen list to the slip that anybody can check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from kiosk.cli.draw import command
from kiosk.kinds.quiz import slip
from kiosk.kinds.quiz.drawledger import DRAW
from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.rules import Prize, Rules

from .stage import SIZES, Stage

BANK = tuple(Question(f"{n:02}", "single", f"第{n}题？", ("好", "坏"), (0,), explain="好。") for n in range(6))
PRIZES = (Prize("一等奖", "保温杯", 1), Prize("二等奖", "雨伞", 2))
RULES = Rules(
    ("daily",), "number", daily_draw=2, prizes=PRIZES, ticket_points=2, draw_opens="2026-11-22 01:00"
)  # fmt: skip


@pytest.fixture(params=sorted(SIZES))
def stage(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Stage]:
    shown = Stage(SIZES[request.param], Quiz(2, 45, 1, BANK, rules=RULES))
    yield shown
    shown.close()
    assert shown.warnings == []


def played(stage: Stage, people: int) -> None:
    """Finished rounds of so many people, the last of whom has too few points."""
    for number in range(people):
        who = f"{1000 + number}"
        score = 2 if number < people - 1 else 1
        hashed = stage.house.open_book().ask(lambda pages, said=who: pages.person(said))
        payload = {"round": who, "who": hashed, "shown": "1**0", "workshop": "", "day": "2026-11-22", "mode": "daily",
                   "score": score, "total": 2, "ms": 5, "points": score, "end": True}  # fmt: skip
        stage.house.submit(ROUNDS, "basics/five", payload, lambda told: None, person=who)


def shown_seal(stage: Stage) -> str:
    """The four groups on the screen."""
    return "".join(stage.text(f"quiz.draw.seal.{n}") for n in range(4))


def test_a_draw_from_the_list_to_the_slip(stage: Stage) -> None:
    played(stage, 13)
    stage.touch("quiz.draw.open")
    stage.settle()
    assert "12 张票，抽 3 张，已抽 0 张。" in stage.texts()
    stage.touch("quiz.draw.go")
    stage.settle()
    seal = shown_seal(stage)
    assert (stage.vm.draw.phase, len(seal.replace(" ", ""))) == ("frozen", 16)
    played(stage, 1)  # comes too late for the list
    for drawn in (1, 2, 3):
        stage.touch("quiz.draw.go")
        stage.settle()
        assert len(stage.vm.draw.numbers) == drawn
        assert shown_seal(stage) == seal
        assert stage.vm.draw._held.slip.seed == ""
        assert "种子 " not in stage.vm.draw.slip
    stage.touch("quiz.draw.go")
    stage.settle()
    assert stage.vm.draw.phase == "told"
    assert slip.mistakes(stage.vm.draw.slip) == ()
    assert stage.vm.draw.slip.split("种子指纹 ")[1][:16].upper() == seal.replace(" ", "")
    assert not stage.item("quiz.draw.go").isEnabled()
    stage.touch("quiz.draw.how")
    assert stage.text("quiz.draw.slip").startswith("先锋屏抽奖单")
    assert len(stage.house.open_book().ask(lambda pages: pages.of(DRAW, "basics/five"))) == 5


def test_a_winner_finds_ticket_and_code(stage: Stage) -> None:
    played(stage, 4)
    stage.touch("quiz.draw.open")
    stage.settle()
    for _ in range(5):
        stage.touch("quiz.draw.go")
        stage.settle()
    stage.touch("quiz.draw.mine")
    for digit in "1001":
        stage.touch(f"quiz.key.{digit}")
    stage.touch("quiz.sign.go")
    stage.settle()
    assert (stage.vm.phase, len(stage.vm.draw.code)) == ("draw", 6)
    assert stage.vm.draw.code in stage.text("quiz.draw.note")
    code = stage.vm.draw.code
    assert stage.item("quiz.draw.mine").property("text") == "领走奖品"
    stage.touch("quiz.draw.mine")
    stage.vm.draw.claim()
    stage.settle()
    assert stage.vm.draw.claimed
    assert sum(row["given"] for row in stage.vm.draw.rows) == 1
    assert stage.house.folder is not None
    book = Path(stage.house.folder.name) / "records.db"
    told = CliRunner().invoke(command, ["winners", "basics/five", "--from", str(book)])
    assert told.exception is None, told.output
    assert [code in line for line in told.output.splitlines()].count(True) == 1
    paper = CliRunner().invoke(command, ["slip", "basics/five", "--from", str(book)])
    assert slip.mistakes(paper.output) == ()
    stage.touch("quiz.draw.mine")
    for digit in "1003":
        stage.touch(f"quiz.key.{digit}")
    stage.touch("quiz.sign.go")
    stage.settle()
    assert (stage.vm.draw.ticket, stage.vm.draw.code) == (0, "")


def test_double_taps_freeze_and_draw_once(stage: Stage) -> None:
    played(stage, 5)
    stage.touch("quiz.draw.open")
    stage.settle()
    stage.house.lazy = True
    stage.touch("quiz.draw.go")
    stage.vm.draw.advance()
    assert len(stage.house.waiting) == 1


def test_before_its_time_and_without_tickets_nothing_is_frozen(stage: Stage) -> None:
    stage.touch("quiz.draw.open")
    stage.settle()
    assert not stage.item("quiz.draw.go").isEnabled()
    stage.vm.draw.advance()
    stage.settle()
    assert stage.house.open_book().ask(lambda pages: pages.of(DRAW, "basics/five")) == ()
