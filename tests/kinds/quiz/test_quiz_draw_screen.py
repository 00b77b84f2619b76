"""The prize draw on the screen, from the frozen list to the slip that anybody can check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
import python_calamine
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from kiosk.cli.draw import command
from kiosk.kinds.quiz import slip
from kiosk.kinds.quiz.drawledger import DRAW
from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.rules import Prize, Rules
from kiosk.records.roster import Person
from kiosk.records.row import Record

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


def keys(stage: Stage, *answers: str) -> None:
    """Each answer on the pad, confirmed."""
    for answer in answers:
        for character in answer:
            stage.touch(f"quiz.key.{character}")
        stage.touch("quiz.confirm.go")
        stage.settle()


def seal(stage: Stage) -> None:
    """Operator 2001 and witness 2002 seal the list."""
    stage.touch("quiz.draw.go")
    keys(stage, "2468", "2001", "2002", "135790", "135790")
    assert (stage.vm.phase, stage.vm.draw.phase) == ("draw", "frozen")


def told(stage: Stage, people: int) -> None:
    """A draw from the list to the seed."""
    played(stage, people)
    stage.touch("quiz.draw.open")
    stage.settle()
    seal(stage)
    while stage.vm.draw.phase != "told":
        stage.touch("quiz.draw.go")
        stage.settle()


def my_code(stage: Stage, number: str) -> str:
    """What a winner reads on the screen."""
    stage.touch("quiz.draw.mine")
    for digit in number:
        stage.touch(f"quiz.key.{digit}")
    stage.touch("quiz.sign.go")
    stage.settle()
    return str(stage.vm.draw.code)


def records(stage: Stage) -> tuple[dict[str, object], ...]:
    return stage.house.open_book().ask(lambda pages: pages.of(DRAW, "basics/five"))


def shown_seal(stage: Stage) -> str:
    """The four groups on the screen."""
    return "".join(stage.text(f"quiz.draw.seal.{n}") for n in range(4))


def test_a_draw_from_the_list_to_the_slip(stage: Stage) -> None:
    played(stage, 13)
    stage.touch("quiz.draw.open")
    stage.settle()
    assert "12 张票，抽 3 张，已抽 0 张。" in stage.texts()
    seal(stage)
    shown = shown_seal(stage)
    assert len(shown) == 16
    assert "操作 2**1，见证 2**2。" in stage.text("quiz.draw.note")
    played(stage, 1)  # comes too late for the list
    for drawn in (1, 2, 3):
        stage.touch("quiz.draw.go")
        stage.settle()
        assert len(stage.vm.draw.numbers) == drawn
        assert shown_seal(stage) == shown
        assert stage.vm.draw._held.slip.seed == ""
        assert "种子 " not in stage.vm.draw.slip
    stage.touch("quiz.draw.go")
    stage.settle()
    assert stage.vm.draw.phase == "told"
    assert slip.mistakes(stage.vm.draw.slip) == ()
    assert stage.vm.draw.slip.split("种子指纹 ")[1][:16].upper() == shown
    assert stage.item("quiz.draw.go").property("text") == "凭码领奖，还有 3 份"
    stage.touch("quiz.draw.how")
    assert stage.text("quiz.draw.slip").startswith("先锋屏抽奖单")
    assert len(stage.house.open_book().ask(lambda pages: pages.of(DRAW, "basics/five"))) == 5


def test_a_prize_goes_out_once_and_only_with_both(stage: Stage) -> None:
    told(stage, 4)
    code = my_code(stage, "1001")
    assert len(code) == 6
    assert code in stage.text("quiz.draw.note")
    assert stage.vm.draw.present == ""  # somebody else stood at the glass
    stage.touch("quiz.draw.go")
    keys(stage, "AAAAAA")
    assert "没有这个领奖码" in stage.text("quiz.trouble")
    keys(stage, code)
    keys(stage, "2468", "2001")
    assert stage.text("quiz.confirm.go").startswith("发出")
    assert f"{stage.vm.draw.ticket:03} 号，" in stage.text("quiz.trouble")
    keys(stage, "111222")
    assert "签名码不对" in stage.text("quiz.trouble")
    assert not stage.vm.draw.claimed
    for digit in "135790":
        stage.touch(f"quiz.key.{digit}")
    stage.touch("quiz.confirm.go")
    stage.vm.draw.confirm.confirm()  # a double tap
    stage.settle()
    assert (stage.vm.phase, stage.vm.draw.claimed) == ("draw", True)
    assert sum(row["given"] for row in stage.vm.draw.rows) == 1
    stage.touch("quiz.draw.go")
    keys(stage, code)
    assert "已经领走了" in stage.text("quiz.trouble")
    (claim,) = (r for r in records(stage) if "claimed" in r)
    assert (claim["operator"], claim["witness"], claim["code"]) == ("2**1", "2**2", code)
    assert "135790" not in str(records(stage))
    stage.vm.step_back()
    assert my_code(stage, "1003") == ""
    assert stage.vm.draw.ticket == 0


def test_operator_and_witness_are_two_people(stage: Stage) -> None:
    played(stage, 4)
    stage.touch("quiz.draw.open")
    stage.settle()
    stage.touch("quiz.draw.go")
    keys(stage, "9999")
    assert "还可以试 4 次" in stage.text("quiz.trouble")
    keys(stage, "2468", "12")
    assert "不像一个工号" in stage.text("quiz.trouble")
    keys(stage, "2001", "2001")
    assert "两个人" in stage.text("quiz.trouble")
    keys(stage, "2002", "111111")
    assert "太简单" in stage.text("quiz.trouble")
    keys(stage, "135790", "135791")
    assert "不一样" in stage.text("quiz.trouble")
    assert records(stage) == ()
    assert stage.vm.step_back()
    assert (stage.vm.phase, stage.vm.draw.phase) == ("draw", "open")


def test_a_draw_goes_on_with_the_witness_or_with_another(stage: Stage) -> None:
    played(stage, 4)
    stage.touch("quiz.draw.open")
    stage.settle()
    seal(stage)
    assert stage.vm.step_back()
    stage.touch("quiz.draw.open")
    stage.settle()
    assert stage.item("quiz.draw.go").property("text") == "请操作人和见证人"
    stage.touch("quiz.draw.go")
    keys(stage, "2468", "2002")
    assert "两个人" in stage.text("quiz.trouble")  # the witness cannot be the operator too
    keys(stage, "2001", *["000001"] * 5)
    assert "换一位见证人" in stage.text("quiz.trouble")
    keys(stage, "135790")
    assert "作废" in stage.text("quiz.trouble")
    stage.touch("quiz.confirm.swap")
    keys(stage, "2003", "246802", "246802")
    assert stage.vm.draw.present == "操作 2**1，见证 2**3。"
    stage.touch("quiz.draw.go")
    stage.settle()
    assert len(stage.vm.draw.numbers) == 1


def test_without_a_pin_nobody_can_draw(stage: Stage) -> None:
    stage.house.pin = ""
    played(stage, 4)
    stage.touch("quiz.draw.open")
    stage.settle()
    stage.touch("quiz.draw.go")
    assert "kiosk pin set" in stage.text("quiz.draw.note")
    assert stage.vm.phase == "draw"


def office(stage: Stage, *args: str) -> str:
    assert stage.house.folder is not None
    book = Path(stage.house.folder.name) / "records.db"
    told = CliRunner().invoke(command, [*args, "--from", str(book)], standalone_mode=False)
    assert told.exception is None, told.output
    return told.output


def test_the_office_lists_winners_and_does_the_draw_again(stage: Stage) -> None:
    told(stage, 4)
    code = my_code(stage, "1001")
    stage.touch("quiz.draw.go")
    keys(stage, code, "2468", "2001", "135790")
    listed = office(stage, "winners", "basics/five")
    assert [code in line for line in listed.splitlines()].count(True) == 1
    given = [w for w in json.loads(office(stage, "winners", "basics/five", "--json")) if w["claimed"]]
    assert [(w["code"], w["operator"], w["witness"]) for w in given] == [(code, "2**1", "2**2")]
    stock = office(stage, "stock", "basics/five")
    assert sum(int("".join(c for c in line.split("\t")[-1] if c.isdigit())) for line in stock.splitlines()) == 2
    paper = office(stage, "slip", "basics/five")
    assert slip.mistakes(paper) == ()
    assert "操作 2**1" in paper
    assert "见证 2**2" in paper
    assert slip.mistakes(paper.replace("2**2", "2**3")) != ()


def test_the_list_to_sign_is_a_workbook_and_a_page(stage: Stage, tmp_path: Path) -> None:
    told(stage, 4)
    person = Person("1001", "张晓明", "总装", "甲班")
    entry = Record("", "", "admin", 1, datetime.now(UTC), 0.0, True, {})
    stage.house.open_book().append(entry, lambda pages: (pages.roster.replace([person]), None)[1])
    sheet, page = tmp_path / "list.xlsx", tmp_path / "list.pdf"
    office(stage, "winners", "basics/five", "--out", str(sheet), "--house", "某某工会")
    office(stage, "winners", "basics/five", "--out", str(page))
    rows = python_calamine.CalamineWorkbook.from_path(str(sheet)).get_sheet_by_index(0).to_python()
    head = next(n for n, row in enumerate(rows) if "领取人签字" in row or "Signature" in row)
    assert sorted(row[0] for row in rows[head + 1 : head + 4]) == ["一等奖", "二等奖", "二等奖"]
    assert ("张*明", "总装 甲班") in [(row[3], row[4]) for row in rows[head + 1 :]]
    with pypdfium2.PdfDocument(page.read_bytes()) as document:
        text = document[0].get_textpage().get_text_range()
    assert "张*明" in text
    assert "保温杯" in text
    assert "张晓明" not in text


def test_double_taps_seal_and_draw_once(stage: Stage) -> None:
    played(stage, 5)
    stage.touch("quiz.draw.open")
    stage.settle()
    seal(stage)
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
