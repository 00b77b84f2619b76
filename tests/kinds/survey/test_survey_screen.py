"""The survey on the real screen, touched by a real finger, in both orientations and both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from support.brought import brought, forget_records
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, Kiosk, running
from survey_sources import walked

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.kinds.survey import handed
from kiosk.kinds.survey.sitting import start

SAMPLE = "surveys/satisfaction"
SHORT = "surveys/short"
CLOSED = "surveys/closed"
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")
HEAD = """---
kind: survey
title: {title}
{front}sources:
  - {{title: 样例}}
---
两问。
"""
TWO = """- id: a
  type: single
  question: 哪个？
  options: [甲, 乙]
- id: b
  type: text
  question: 想说什么？
  most: 12
"""
LONG = f"""- id: long
  type: multiple
  question: {"这一问特别长，长到墙上要换小一点的字，" * 3}看看还放不放得下？
  options: [{", ".join(f"第{n}个选项也写得相当长，要占两行才够" for n in range(1, 13))}]
"""
MANY = "".join(f"- id: q{n}\n  type: scale\n  question: 第 {n} 样？\n" for n in range(60))


@cache
def hall() -> Path:
    """A kiosk's data folder with the sample survey and some small ones."""
    return brought("surveys", with_small_ones)


def with_small_ones(pack: Path) -> None:
    for name, questions, front in (
        ("short", TWO, "quota: {a: {乙: 1}}\n"),
        ("closed", TWO, "opens: 2026-10-01\ncloses: 2026-10-31\nresults: after\n"),
        ("long", LONG, ""),
        ("many", MANY, ""),
    ):
        (pack / name).mkdir()
        (pack / name / "index.md").write_text(HEAD.format(title=name, front=front), "utf-8")
        (pack / name / "questions.yaml").write_text(questions, "utf-8")


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object) -> Iterator[Kiosk]:
    """A kiosk with surveys, and no answers yet."""
    forget_records(hall())
    with running(hall(), request.param) as kiosk:
        yield kiosk


def touch(k: Kiosk, name: str) -> None:
    """Touch when the page has been up long enough not to take it for a second tap."""
    k.clock.ahead += 1
    k.hand.touch(name)
    k.hand.pump()


def to_review(k: Kiosk) -> None:
    """Skip or answer all questions by touch."""
    for _ in range(80):
        if k.vm.phase != "asking":
            break
        if k.vm.question.ready:
            k.touch_late("survey.next")
        elif k.vm.question.skippable:
            k.touch_late("survey.skip")
        else:
            k.touch_late("survey.option.0")
    k.hand.see("survey.review")


def at(k: Kiosk, day: str) -> None:
    """Noon of a day, by the wall clock."""
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    k.clock.now = lambda: noon  # type: ignore[method-assign]


def test_a_survey_from_the_first_touch_to_the_thanks(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    k.touch_late("survey.begin")
    assert k.shows("第 1 问，共 10 问")
    k.touch_late("survey.option.2")
    assert k.shows("已选“仓储运输”，还能改。")
    k.touch_late("survey.next")
    assert k.hand.find("survey.skip") is None, "this one must be answered"
    k.touch_late("survey.next")
    assert k.vm.question.id == "canteen", "nothing is chosen yet"
    k.touch_late("survey.option.0")
    k.touch_late("survey.next")
    k.touch_late("survey.option.1")
    k.touch_late("survey.next")
    for place in (0, 1, 3, 4):
        k.touch_late(f"survey.option.{place}")
    assert [o["on"] for o in k.vm.question.options] == [True, True, False, True, False, False], "no more than three"
    k.touch_late("survey.option.5")
    assert [o["on"] for o in k.vm.question.options] == [False] * 5 + [True], "none of them stands alone"
    k.touch_late("survey.next")
    for row in range(5):
        k.touch_late(f"survey.cell.{row}.{row % 5}")
    k.touch_late("survey.next")
    for key in ("4", "6", "back", "5"):
        k.touch_late(f"survey.key.{key}")
    assert k.vm.question.typed == "45"
    k.touch_late("survey.next")
    k.touch_late("survey.option.4")
    k.touch_late("survey.next")
    for place in (3, 0, 5):
        k.touch_late(f"survey.option.{place}")
    k.touch_late("survey.undo")
    k.touch_late("survey.option.1")
    assert [o["number"] for o in k.vm.question.options] == [2, 3, 0, 1, 0, 0]
    shown = [o["text"] for o in k.vm.question.options]
    k.touch_late("survey.next")
    to_review(k)
    assert k.shows("45 分钟") and k.shows(f"1 {shown[3]}；2 {shown[0]}；3 {shown[1]}")
    assert k.records("survey") == []
    k.touch_late("survey.send")
    k.hand.see("survey.end")
    told = k.records("survey")
    assert len(told) == 1 and told[0]["event"] == "answer"
    answers = told[0]["answers"]
    assert answers["post"] == "C" and answers["cooling-fix"] == ["F"] and answers["commute"] == 45
    assert answers["canteen-rows"] == {"A": "A", "B": "B", "C": "C", "D": "D", "E": "E"}
    assert set(told[0]["skipped"]) == {"training", "activity", "say"} and "canteen-why" not in told[0]["order"]
    assert k.shows("答了 9 问，跳过 3 问")


def test_back_at_every_step_keeps_the_answers(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.option.1")
    k.touch_late("survey.next")
    k.touch_late("survey.option.3")
    k.hand.touch("nav.back")
    assert k.vm.question.id == "post" and k.vm.question.options[1]["on"]
    k.touch_late("survey.back")
    k.hand.see("survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.next")
    assert k.vm.question.options[3]["on"], "chosen, though never sent on"
    k.hand.touch("nav.back")
    k.hand.touch("nav.back")
    k.hand.touch("nav.back")
    assert k.names[-1] != SAMPLE


def test_one_answer_is_changed_from_the_review(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.option.0")
    k.touch_late("survey.next")
    k.touch_late("survey.skip")
    k.touch_late("survey.line.0")
    assert k.vm.question.id == "a" and k.shows("看一遍")
    k.touch_late("survey.option.1")
    k.touch_late("survey.next")
    k.hand.see("survey.review")
    assert k.vm.review[0]["said"] == "乙" and k.vm.review[1]["skipped"]


def test_a_double_tap_skips_once_and_sends_once(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.skip")
    k.hand.touch("survey.next")
    k.touch_late("survey.option.0")
    k.touch_late("survey.next")
    assert k.vm.question.id == "cooling"
    k.touch_late("survey.skip")
    if k.hand.find("survey.skip"):
        k.hand.touch("survey.skip")
    assert k.vm.at == 3, "the second tap of a double tap is none"
    to_review(k)
    k.clock.ahead += 1
    point = k.hand.middle(k.hand.see("survey.send"))
    for _ in range(4):
        k.hand.touch_at(point)
    k.hand.see("survey.end")
    assert len(k.records("survey")) == 1


def test_nobody_is_thanked_before_it_is_stored_and_trying_again_stores_one(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    k.touch_late("survey.begin")
    to_review(k)
    recorder = k.vm.services.recorder
    real, asked = recorder.submit, []
    recorder.submit = lambda *a, **more: asked.append((a, more))
    k.touch_late("survey.send")
    assert k.vm.phase == "sending" and k.shows("正在存…") and k.hand.find("survey.end") is None
    k.hand.touch("nav.back")
    assert k.names[-1] == SHORT, "nobody leaves while it is being stored"
    from kiosk.sdk.ui import Err

    full = StorageError(
        "DISK_FULL", Text("磁盘满了。", "The disk is full."), Text("请告诉管理员。", "Tell the office.")
    )
    asked[0][0][3](Err(full))
    k.hand.pump()
    assert k.shows("没有存上，答案还在") and k.shows("磁盘满了。")
    # The first attempt may have reached the disk after all: both carry the same token.
    recorder.submit = real
    first, more = asked[0]
    real(*first[:3], lambda _: None, **more)
    k.touch_late("survey.send")
    k.hand.see("survey.end")
    assert len(k.records("survey")) == 1


def test_whoever_walks_away_leaves_no_answer(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.option.2")
    k.touch_late("survey.next")
    k.app.shell.look()
    k.pass_time(k.app.settings.idle_seconds + 1)
    assert k.app.shell.asking > 0, "an unfinished answer is worth a question"
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    told = k.records("survey")
    assert [(r["event"], r["settled"]) for r in told] == [("left", 1)] and "answers" not in told[0]
    k.app.shell.wake()
    k.open(SAMPLE, "survey.start")
    k.touch_late("survey.begin")
    assert not any(o["on"] for o in k.vm.question.options)


def test_reading_the_first_page_is_not_walking_away(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    k.touch_late("survey.begin")
    k.hand.touch("nav.home")
    assert k.records("survey") == []


def test_a_full_group_is_told_at_once_and_nothing_of_it_is_stored(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.option.1")
    k.touch_late("survey.next")
    k.touch_late("survey.skip")
    sitting = k.vm._sitting
    k.vm.services.recorder.append("survey", SHORT, handed.record(sitting, "zh", 1))  # somebody else was quicker
    k.touch_late("survey.send")
    k.hand.see("survey.end")
    assert k.vm.phase == "full" and k.shows("没有存")
    assert len(k.records("survey")) == 1
    k.touch_late("survey.close")
    k.open(SHORT, "survey.start")
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the quotas")
    k.touch_late("survey.begin")
    k.touch_late("survey.option.1")
    k.touch_late("survey.next")
    assert k.vm.phase == "full", "known before anybody takes the trouble"


def test_a_closed_survey_says_so_and_a_wrong_clock_closes_nothing(k: Kiosk) -> None:
    at(k, "2026-11-22")
    k.open(CLOSED, "survey.end")
    assert k.shows("10 月 31 日已经收完")
    k.app.shell.home()
    at(k, "2026-09-30")
    k.open(CLOSED, "survey.end")
    assert k.shows("10 月 1 日开始收")
    k.app.shell.home()
    at(k, "1970-01-01")
    k.open(CLOSED, "survey.start")


def test_results_are_for_those_who_answered_and_only_when_there_are_enough(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    model = k.vm
    assert not model.results.open
    model.results.show()
    assert model.phase == "start"
    k.touch_late("survey.begin")
    to_review(k)
    k.touch_late("survey.send")
    k.hand.see("survey.end")
    k.touch_late("survey.seeResults")
    k.hand.see("survey.results")
    assert k.shows("收了 1 份，还不够")
    k.touch_late("survey.closeResults")
    for seed in range(13):
        model.services.recorder.append("survey", SAMPLE, handed.record(walked(start(model._survey, seed)), "zh", 1))
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
    k.touch_late("survey.seeResults")
    k.hand.wait(lambda: model.results.count, "the results")
    assert k.shows("10 人的回答") and k.shows("第 1 个结果")
    k.touch_late("survey.resultAfter")
    assert k.shows("第 2 个结果")
    k.hand.touch("nav.back")
    k.hand.see("survey.end")
    k.touch_late("survey.again")
    k.hand.see("survey.start")
    assert not model.results.open


@KEYBOARD
def test_a_sentence_is_written_in_pinyin_on_the_drawn_keys(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.skip")
    k.touch_late("survey.input")
    for letter in "xiexie":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: k.hand.find("candidate.0") is not None, "the candidates")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: k.vm.question.typed == "谢谢", "the word in the field")
    k.vm.question.write("一二三四五六七八九十一二三四五")
    assert len(k.vm.question.typed) == 12, "no longer than the author allows"
    k.hand.touch("key.confirm")
    k.hand.settle(0.1)
    assert k.vm.question.ready
    k.touch_late("survey.next")
    k.hand.see("survey.review")


@pytest.mark.parametrize("gloves", [False, True], ids=["bare", "gloves"])
@pytest.mark.parametrize("text", [0, 3], ids=["small", "extra-large"])
@SIZES
def test_what_is_touched_is_large_and_in_reach(size: tuple[int, int], text: int, gloves: bool, qapp: object) -> None:
    with running(hall(), size, glove=gloves) as k:
        k.app.visit.setReadSize(text)
        for uid in (SAMPLE, "surveys/long", "surveys/many"):
            k.open(uid, "survey.start")
            k.touch_late("survey.begin")
            for _ in range(14):
                _reach(k, size)
                if k.vm.phase != "asking":
                    break
                if not k.vm.question.skippable:
                    k.touch_late("survey.option.0")
                k.touch_late("survey.next" if k.vm.question.ready else "survey.skip")
            k.app.shell.home()


def _reach(k: Kiosk, size: tuple[int, int]) -> None:
    """Everything that can be touched is 72 px at least, below the wall, and nothing covers its neighbour."""
    k.hand.settle(0.05)
    scale = min(size) / 1080
    boxes = {}
    for item in k.hand.items():
        name = item.objectName()
        if not name.startswith("survey.") or item.property("hitMargin") is None:
            continue
        place = item.mapToScene(QPointF(0, 0)) / scale
        boxes[name] = (place.x(), place.y(), place.x() + item.width(), place.y() + item.height())
    assert boxes
    for name, (x0, y0, x1, y1) in boxes.items():
        assert min(x1 - x0, y1 - y0) >= 72, (name, k.vm.question.ask)
        assert size[0] > size[1] or y0 >= 768, name
        assert x0 >= 0 and x1 <= size[0] / scale, name
    words, progress = k.hand.find("survey.words"), k.hand.find("survey.progress")
    if words is not None and progress is not None:
        assert words.y() + words.height() <= progress.mapToScene(QPointF(0, 0)).y() / scale, k.vm.question.ask


def test_another_language_keeps_the_answers(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    k.touch_late("survey.begin")
    k.touch_late("survey.option.1")
    k.touch_late("survey.next")
    asked, answered = k.vm.question.id, k.vm._sitting.answers
    k.app.visit.setLang("en")
    k.hand.wait(lambda: k.app.shell.page.uid == SAMPLE and not k.vm.han, "the survey in English")
    k.hand.see("survey.ask")
    assert (k.vm.question.id, k.vm._sitting.answers) == (asked, answered)
    assert k.vm.question.ask.isascii()
    k.hand.pump()
    assert "survey" in k.app.shell._stake
    assert k.records("survey") == [], "nobody has left"
