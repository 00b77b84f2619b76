"""The quiz on the screen: touched, read and timed like a visitor does it, in both orientations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.core.item import Header
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.sdk.ui import Card

from .stage import SIZES, Stage

SINGLE = Question(
    "aa", "single", "1960年从玉门来到大庆，王进喜带领的是哪支钻井队？",
    ("1202 钻井队", "1205 钻井队", "1249 钻井队", "1259 钻井队"), (1,),
    explain="1960年春，他们从玉门出发。", source="《人民日报》", read="model-workers/wang-jin-xi",
)  # fmt: skip
MULTIPLE = Question(
    "bb", "multiple", "工资怎样支付？", ("以货币形式", "按月支付", "支付给本人", "可以用产品抵"), (0, 1, 2),
    explain="不能用产品抵。",
)  # fmt: skip
JUDGE = Question(
    "cc", "judge", "强令冒险作业，劳动者有权拒绝。", ("对", "错"), (0,), explain="有权拒绝执行。", read="next"
)
ORDER = Question("dd", "order", "按先后排一排。", ("甲事", "乙事", "丙事"), (0, 1, 2), explain="一件接着一件。")
NUMBER = Question("ee", "fill", "每周至少休息____日。", accepted=("1", "一"), explain="劳动法第三十八条。")
WORDS = Question("ff", "fill", "铁人是____。", accepted=("王进喜",), explain="王进喜。")
LONG = Question(
    "99", "single", "关于职业病防治，请从所列各项当中选出完全符合法律规定的一项，想一想，再作答：" * 5 + "是哪一项？",
    tuple(f"第{n}项：用人单位应当为劳动者创造符合职业卫生标准和要求的工作环境，" * 2 + "并依法办理。" for n in range(8)),
    (7,), explain="因为法律就是这样规定的，" * 40, source="《中华人民共和国职业病防治法》第四条，" * 3, read="model-workers/wang-jin-xi",
)  # fmt: skip
WANG = Card("model-workers/wang-jin-xi", "story", "ok", "铁人王进喜", "王进喜", "", "", "", "", 0, 380, True, "", "")


class Open(Protocol):
    """Puts a quiz of these questions on the screen."""

    def __call__(self, *questions: Question, seconds: int = 45, pass_mark: int = 1) -> Stage: ...


@pytest.fixture(params=sorted(SIZES))
def open_quiz(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Open]:
    """Opens quizzes, and fails when QML had anything to complain about."""
    stages: list[Stage] = []

    def opened(*questions: Question, seconds: int = 45, pass_mark: int = 1) -> Stage:
        quiz = Quiz(
            len(questions), seconds, pass_mark, questions, ("model-workers/wang-jin-xi", "gone/away"), "试一试。"
        )
        stage = Stage(SIZES[request.param], quiz, header=Header("劳动常识", "劳动\n常识"), related=[WANG])
        stages.append(stage)
        return stage

    yield opened
    for stage in stages:
        stage.close()
        assert stage.warnings == []


def begun(open_quiz: Open, *questions: Question, seconds: int = 45) -> Stage:
    """A quiz on its first question."""
    stage = open_quiz(*questions, seconds=seconds)
    stage.touch("quiz.go")
    return stage


def test_start_page_says_the_rules_in_words(open_quiz: Open) -> None:
    stage = open_quiz(SINGLE, JUDGE)
    said = stage.texts()
    assert {"劳动常识", "2 题", "45 秒", "1 题", "答对就过关", "试一试。", "开始答题"} <= set(said)
    assert stage.house.stakes == []


def test_a_quiz_without_clock_shows_none(open_quiz: Open) -> None:
    stage = open_quiz(SINGLE, seconds=0)
    assert "不计时" in stage.texts()
    stage.touch("quiz.go")
    assert stage.find("quiz.seconds") is None


ANSWERS = [
    ("single right", SINGLE, ["1205 钻井队"], "对了。", ["选对了"]),
    ("single wrong", SINGLE, ["1202 钻井队"], "差一点，是 1205 钻井队。", ["你选的", "正确答案"]),
    ("single changed", SINGLE, ["1202 钻井队", "1205 钻井队"], "对了。", ["选对了"]),
    ("multiple right", MULTIPLE, ["以货币形式", "按月支付", "支付给本人"], "对了。", ["选对了"] * 3),
    ("multiple taken back", MULTIPLE, ["可以用产品抵", "以货币形式", "按月支付", "支付给本人", "可以用产品抵"], "对了。", ["选对了"] * 3),
    ("judge right", JUDGE, ["对"], "对了。", ["选对了"]),
    ("judge wrong", JUDGE, ["错"], "差一点，是“对”。", ["正确答案", "你选的"]),
    ("order right", ORDER, ["甲事", "乙事", "丙事"], "对了。", ["排对了"] * 3),
    ("order wrong", ORDER, ["乙事", "甲事", "丙事"], "差一点，看看答案。", ["你排第 2", "你排第 1", "排对了"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "taps", "verdict", "marks"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS]
)
def test_an_answer_is_judged_and_explained_at_once(
    open_quiz: Open, question: Question, taps: list[str], verdict: str, marks: list[str]
) -> None:
    stage = begun(open_quiz, question)
    for words in taps:
        stage.choose(words)
    stage.clock.seconds += 3
    stage.touch("quiz.confirm")
    assert stage.text("quiz.verdict") == verdict
    assert [stage.item(f"quiz.row.{n}").property("mark") for n in range(len(marks))] == marks
    assert stage.find(f"quiz.row.{len(marks)}") is None
    assert question.explain in stage.text("quiz.explain")
    kind, uid, record = stage.house.records[0]
    assert (kind, uid, len(stage.house.records)) == ("quiz", "basics/five", 1)
    assert (record["question"], record["right"], record["timed_out"]) == (question.id, verdict == "对了。", False)
    assert record["ms"] >= 3000


def test_a_multiple_answer_that_misses_one_says_which(open_quiz: Open) -> None:
    stage = begun(open_quiz, MULTIPLE)
    stage.choose("按月支付")
    stage.choose("可以用产品抵")
    assert stage.text("quiz.confirm") == "就选这 2 个"
    stage.touch("quiz.confirm")
    marks = {
        stage.item(f"quiz.row.{n}").property("text"): stage.item(f"quiz.row.{n}").property("mark") for n in range(4)
    }
    assert marks == {"以货币形式": "漏选了", "按月支付": "选对了", "支付给本人": "漏选了", "可以用产品抵": "你选的"}
    assert stage.text("quiz.verdict").startswith("差一点，是")


def test_order_numbers_can_be_taken_back(open_quiz: Open) -> None:
    stage = begun(open_quiz, ORDER)
    for words in ("丙事", "甲事"):
        stage.choose(words)
    letters = dict(zip(stage.vm.question.options, stage.vm.question.letters, strict=True))
    assert letters == {"丙事": "1", "甲事": "2", "乙事": ""}
    stage.touch("quiz.confirm")
    assert stage.vm.phase == "asking"
    stage.touch("quiz.undo")
    assert dict(zip(stage.vm.question.options, stage.vm.question.letters, strict=True)) == {
        "丙事": "1",
        "甲事": "",
        "乙事": "",
    }
    stage.choose("丙事")
    assert stage.vm.question.letters == ["", "", ""]


@pytest.mark.parametrize(
    ("keys", "filled", "verdict"),
    [("1", "1", "对了。"), (("7", "back", "1"), "1", "对了。"), ("70.5", "70.5", "差一点，是 1。")],
)
def test_a_number_is_typed_on_our_own_pad(open_quiz: Open, keys: str, filled: str, verdict: str) -> None:
    stage = begun(open_quiz, NUMBER)
    for key in keys:
        stage.touch(f"quiz.key.{key}")
    assert stage.text("quiz.filled") == filled
    stage.touch("quiz.confirm")
    assert stage.text("quiz.verdict") == verdict
    assert stage.house.records[0][2]["typed"] == filled


def test_words_are_typed_into_a_field(open_quiz: Open) -> None:
    stage = begun(open_quiz, WORDS)
    assert stage.find("quiz.key.1") is None
    stage.touch("quiz.input")
    field = stage.item("quiz.input")
    assert field.hasActiveFocus()
    for key in (Qt.Key.Key_W, Qt.Key.Key_J, Qt.Key.Key_X):
        stage.key(key)
    stage.key(Qt.Key.Key_Return)
    assert stage.text("quiz.verdict") == "差一点，是王进喜。"
    assert stage.house.records[0][2]["typed"] == "wjx"


def test_time_runs_out_calmly(open_quiz: Open) -> None:
    stage = begun(open_quiz, SINGLE)
    stage.choose("1205 钻井队")
    stage.wait(20)
    assert (stage.text("quiz.seconds"), stage.vm.question.urgent) == ("还有 23 秒", False)
    stage.wait(14)
    assert (stage.text("quiz.seconds"), stage.vm.question.urgent) == ("还有 8 秒", True)
    stage.wait(20)
    assert stage.text("quiz.verdict") == "时间到，是 1205 钻井队。"
    assert [stage.item("quiz.row.0").property("mark"), stage.find("quiz.row.1")] == ["正确答案", None]
    record = stage.house.records[0][2]
    assert (record["timed_out"], record["right"], record["choice"]) == (True, False, [])
    assert not stage.vm.question._timer.isActive()


def test_a_whole_round_ends_with_score_misses_and_records(open_quiz: Open) -> None:
    stage = begun(open_quiz, SINGLE, MULTIPLE, JUDGE, ORDER, NUMBER)
    taps = {
        "aa": ["1205 钻井队"], "bb": ["可以用产品抵"], "cc": ["对"], "dd": ["丙事", "乙事", "甲事"],
    }  # fmt: skip
    for number in range(1, 6):
        assert stage.text("quiz.progress").startswith(f"第 {number} 题，共 5 题")
        question = next(q for q in (SINGLE, MULTIPLE, JUDGE, ORDER, NUMBER) if q.prompt == stage.vm.question.prompt)
        for words in taps.get(question.id, []):
            stage.choose(words)
        if question is NUMBER:
            stage.touch("quiz.key.1")
        stage.touch("quiz.confirm")
        assert stage.house.stakes == [True]
        assert stage.text("quiz.next") == ("看成绩" if number == 5 else "下一题")
        stage.touch("quiz.next")
    assert (stage.text("quiz.score"), stage.text("quiz.resultVerdict")) == ("3", "过关了。")
    assert stage.text("quiz.resultNote") == "5 题答对 3 题，答对 1 题过关"
    assert {w["prompt"] for w in stage.vm.end.wrong} == {MULTIPLE.prompt, ORDER.prompt}
    said = stage.texts()
    assert {"以货币形式、按月支付、支付给本人", "甲事 → 乙事 → 丙事", "你答的：可以用产品抵"} <= set(said)
    assert [c["uid"] for c in stage.vm.end.cards] == ["model-workers/wang-jin-xi"]
    assert stage.house.stakes == [True, False]
    *answers, (_, uid, end) = stage.house.records
    assert [r["question"] for _, _, r in answers] == [q.id for q in _asked(stage)]
    assert (uid, end["score"], end["total"], end["passed"], end["timed_out"]) == ("basics/five", 3, 5, True, 0)
    stage.touch("quiz.again")
    assert (stage.vm.phase, stage.vm.at, stage.house.stakes[-1]) == ("asking", 0, True)


def test_failing_says_how_far_it_was(open_quiz: Open) -> None:
    stage = open_quiz(SINGLE, JUDGE, pass_mark=2)
    stage.touch("quiz.go")
    for _ in range(2):
        stage.choose("1202 钻井队" if stage.vm.question.type == "single" else "对")
        stage.touch("quiz.confirm")
        stage.touch("quiz.next")
    assert stage.text("quiz.resultVerdict") == "再对 1 题就过关。"
    stage.touch("quiz.list")
    assert stage.house.backs == 1


def test_reading_on_opens_the_item(open_quiz: Open) -> None:
    stage = begun(open_quiz, JUDGE)
    stage.choose("对")
    stage.touch("quiz.confirm")
    assert stage.text("quiz.read") == "去看看"
    stage.touch("quiz.read")
    assert stage.house.opened == ["basics/next"]
    stage = begun(open_quiz, SINGLE)
    stage.choose("1205 钻井队")
    stage.touch("quiz.confirm")
    assert stage.text("quiz.read") == "听王进喜的故事 6 分钟"


def test_a_double_tap_does_not_skip_the_explanation(open_quiz: Open) -> None:
    stage = begun(open_quiz, SINGLE)
    stage.choose("1205 钻井队")
    stage.vm.question.confirm()
    stage.vm.next()
    assert stage.vm.phase == "explained"
    stage.clock.seconds += 1
    stage.vm.next()
    assert stage.vm.phase == "done"


def test_leaving_stops_the_clock_and_puts_nothing_at_stake(open_quiz: Open) -> None:
    stage = begun(open_quiz, SINGLE)
    assert stage.vm.question._timer.isActive()
    stage.vm.leave()
    assert (stage.vm.question._timer.isActive(), stage.house.stakes) == (False, [True, False])


def test_keys_alone_play_a_round(open_quiz: Open) -> None:
    stage = open_quiz(SINGLE, NUMBER, ORDER)
    stage.key(Qt.Key.Key_Return)
    for _ in range(3):
        match stage.vm.question.type:
            case "fill":
                stage.key(Qt.Key.Key_5)
                stage.key(Qt.Key.Key_Backspace)
                stage.key(Qt.Key.Key_1)
            case "order":
                for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Backspace, Qt.Key.Key_2, Qt.Key.Key_3):
                    stage.key(key)
                assert stage.vm.question.letters == ["1", "2", "3"]
            case _:
                stage.key(Qt.Key.Key_Down)
                stage.key(Qt.Key.Key_Down)
                stage.key(Qt.Key.Key_Up)
                stage.key(Qt.Key.Key_Space)
                assert stage.vm.question.picks == [True, False, False, False]
                stage.key(
                    [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4][
                        stage.vm.question.options.index("1205 钻井队")
                    ]
                )
        stage.key(Qt.Key.Key_Return)
        assert stage.vm.phase == "explained"
        stage.key(Qt.Key.Key_Return)
    assert stage.vm.phase == "done"
    assert stage.vm.score >= 2


def test_long_questions_and_options_fit_and_scroll(open_quiz: Open) -> None:
    stage = begun(open_quiz, LONG)
    prompt, area, confirm = stage.item("quiz.prompt"), stage.item("quiz.scroll"), stage.item("quiz.confirm")
    assert str(prompt.property("text")).replace("\n", "") == LONG.prompt
    assert not _overlap(stage, prompt, area)
    assert not _overlap(stage, area, confirm)
    assert not _overlap(stage, prompt, stage.item("quiz.progress"))
    assert area.height() >= 200
    for _ in range(40):
        if stage.vm.question.picked:
            break
        last, view = stage.item("quiz.option.7"), stage.box(area)
        middle = (stage.box(last)[1] + stage.box(last)[3]) / 2
        if view[1] < middle < view[3]:
            stage.touch("quiz.option.7")
        else:
            stage.touch("quiz.more")
    assert stage.vm.question.picks[7] is True
    stage.touch("quiz.confirm")
    assert stage.text("quiz.verdict") in ("对了。", f"差一点，是{stage.vm.question.letters[_right(stage)]}。")
    assert not _overlap(stage, stage.item("quiz.scroll"), stage.item("quiz.next"))


@pytest.mark.parametrize(
    "question", [SINGLE, MULTIPLE, JUDGE, ORDER, NUMBER, WORDS, LONG], ids=lambda q: f"{q.type} {q.id}"
)
def test_everything_touchable_lies_in_the_hand_zone(open_quiz: Open, question: Question) -> None:
    stage = begun(open_quiz, question)
    size = stage.view.size()
    least = 768 if size.height() > size.width() else 0
    seen = 0
    for item in [i for i in stage._shown(stage.view.contentItem()) if i.metaObject().indexOfSignal("clicked()") >= 0]:
        left, top, right, bottom = stage.box(item)
        clipped = item.objectName().startswith("quiz.option")
        assert top >= least, item.objectName()
        assert left >= 0 and right <= size.width(), item.objectName()
        assert clipped or bottom <= size.height() - 124, item.objectName()
        assert right - left >= 96 and bottom - top >= 72, item.objectName()
        assert item.property("name"), item.objectName()
        seen += 1
    assert seen >= 1


def test_the_wall_cannot_be_touched(open_quiz: Open) -> None:
    stage = begun(open_quiz, SINGLE)
    stage.touch_at(QPoint(200, 400))
    assert (stage.vm.phase, stage.vm.question.picked) == ("asking", 0)


def _asked(stage: Stage) -> list[Question]:
    assert stage.vm._play is not None
    return [asked.question for asked in stage.vm._play.asked]


def _right(stage: Stage) -> int:
    assert stage.vm._play is not None
    asked = stage.vm._play.asked[0]
    return asked.shown.index(asked.question.right[0])


def _overlap(stage: Stage, one: QQuickItem, other: QQuickItem) -> bool:
    a, b = stage.box(one), stage.box(other)
    # The scrolling view is a little larger than what it shows, for focus rings.
    return min(a[2], b[2]) > max(a[0], b[0]) + 1 and min(a[3], b[3]) > max(a[1], b[1]) + 25
