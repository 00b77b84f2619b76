"""The survey on the real screen, touched by a real finger, in both orientations and both languages."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, Kiosk, running
from survey_sources import walked

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.kinds.survey import play
from kiosk.records import RecordBook
from kiosk.samples import Samples, bring, build_packs, content_folder, publish_packs

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
    place = Path(tempfile.mkdtemp(prefix="kiosk-survey-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    pack = place / "content/surveys"
    shutil.copytree(content_folder() / "surveys", pack)
    for name, questions, front in (
        ("short", TWO, "quota: {a: {乙: 1}}\n"),
        ("closed", TWO, "opens: 2026-10-01\ncloses: 2026-10-31\nresults: after\n"),
        ("long", LONG, ""),
        ("many", MANY, ""),
    ):
        (pack / name).mkdir()
        (pack / name / "index.md").write_text(HEAD.format(title=name, front=front), "utf-8")
        (pack / name / "questions.yaml").write_text(questions, "utf-8")
    samples = Samples(place / "content", place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    assert bring(samples).problem is None
    return samples.data


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object) -> Iterator[Kiosk]:
    """A kiosk with surveys, and no answers yet."""
    for book in hall().glob("records.db*"):
        book.unlink()
    with running(hall(), request.param) as kiosk:
        yield kiosk


def vm(k: Kiosk) -> Any:
    return k.app.shell.page.vm


def touch(k: Kiosk, name: str) -> None:
    """Touch when the page has been up long enough not to take it for a second tap."""
    k.clock.ahead += 1
    k.hand.touch(name)
    k.hand.pump()


def records(k: Kiosk) -> list[dict[str, Any]]:
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
    book = RecordBook(k.app.settings.data_dir / "records.db")
    try:
        return list(book.payloads("survey"))
    finally:
        book.close()


def to_review(k: Kiosk) -> None:
    """Skip or answer all questions by touch."""
    for _ in range(80):
        if vm(k).phase != "asking":
            break
        if vm(k).ready:
            touch(k, "survey.next")
        elif vm(k).skippable:
            touch(k, "survey.skip")
        else:
            touch(k, "survey.option.0")
    k.hand.see("survey.review")


def at(k: Kiosk, day: str) -> None:
    """Noon of a day, by the wall clock."""
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    k.clock.now = lambda: noon  # type: ignore[method-assign]


def test_a_survey_from_the_first_touch_to_the_thanks(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    touch(k, "survey.begin")
    assert k.shows("第 1 问，共 10 问")
    touch(k, "survey.option.2")
    assert k.shows("已选“仓储运输”，还能改。")
    touch(k, "survey.next")
    assert k.hand.find("survey.skip") is None, "this one must be answered"
    touch(k, "survey.next")
    assert vm(k).questionId == "canteen", "nothing is chosen yet"
    touch(k, "survey.option.0")
    touch(k, "survey.next")
    touch(k, "survey.option.1")
    touch(k, "survey.next")
    for place in (0, 1, 3, 4):
        touch(k, f"survey.option.{place}")
    assert [o["on"] for o in vm(k).options] == [True, True, False, True, False, False], "no more than three"
    touch(k, "survey.option.5")
    assert [o["on"] for o in vm(k).options] == [False] * 5 + [True], "none of them stands alone"
    touch(k, "survey.next")
    for row in range(5):
        touch(k, f"survey.cell.{row}.{row % 5}")
    touch(k, "survey.next")
    for key in ("4", "6", "back", "5"):
        touch(k, f"survey.key.{key}")
    assert vm(k).typed == "45"
    touch(k, "survey.next")
    touch(k, "survey.option.4")
    touch(k, "survey.next")
    for place in (3, 0, 5):
        touch(k, f"survey.option.{place}")
    touch(k, "survey.undo")
    touch(k, "survey.option.1")
    assert [o["number"] for o in vm(k).options] == [2, 3, 0, 1, 0, 0]
    shown = [o["text"] for o in vm(k).options]
    touch(k, "survey.next")
    to_review(k)
    assert k.shows("45 分钟") and k.shows(f"1 {shown[3]}；2 {shown[0]}；3 {shown[1]}")
    assert records(k) == []
    touch(k, "survey.send")
    k.hand.see("survey.end")
    told = records(k)
    assert len(told) == 1 and told[0]["event"] == "answer"
    answers = told[0]["answers"]
    assert answers["post"] == "C" and answers["cooling-fix"] == ["F"] and answers["commute"] == 45
    assert answers["canteen-rows"] == {"A": "A", "B": "B", "C": "C", "D": "D", "E": "E"}
    assert set(told[0]["skipped"]) == {"training", "activity", "say"} and "canteen-why" not in told[0]["order"]
    assert k.shows("答了 9 问，跳过 3 问")


def test_back_at_every_step_keeps_the_answers(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    touch(k, "survey.begin")
    touch(k, "survey.option.1")
    touch(k, "survey.next")
    touch(k, "survey.option.3")
    k.hand.touch("nav.back")
    assert vm(k).questionId == "post" and vm(k).options[1]["on"]
    touch(k, "survey.back")
    k.hand.see("survey.start")
    touch(k, "survey.begin")
    touch(k, "survey.next")
    assert vm(k).options[3]["on"], "chosen, though never sent on"
    k.hand.touch("nav.back")
    k.hand.touch("nav.back")
    k.hand.touch("nav.back")
    assert k.names[-1] != SAMPLE


def test_one_answer_is_changed_from_the_review(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    touch(k, "survey.begin")
    touch(k, "survey.option.0")
    touch(k, "survey.next")
    touch(k, "survey.skip")
    touch(k, "survey.line.0")
    assert vm(k).questionId == "a" and k.shows("看一遍")
    touch(k, "survey.option.1")
    touch(k, "survey.next")
    k.hand.see("survey.review")
    assert vm(k).review[0]["said"] == "乙" and vm(k).review[1]["skipped"]


def test_a_double_tap_skips_once_and_sends_once(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    touch(k, "survey.begin")
    touch(k, "survey.skip")
    k.hand.touch("survey.next")
    touch(k, "survey.option.0")
    touch(k, "survey.next")
    assert vm(k).questionId == "cooling"
    touch(k, "survey.skip")
    if k.hand.find("survey.skip"):
        k.hand.touch("survey.skip")
    assert vm(k).at == 3, "the second tap of a double tap is none"
    to_review(k)
    k.clock.ahead += 1
    point = k.hand.middle(k.hand.see("survey.send"))
    for _ in range(4):
        k.hand.touch_at(point)
    k.hand.see("survey.end")
    assert len(records(k)) == 1


def test_nobody_is_thanked_before_it_is_stored_and_trying_again_stores_one(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    touch(k, "survey.begin")
    to_review(k)
    recorder = vm(k).services.recorder
    real, asked = recorder.submit, []
    recorder.submit = lambda *a, **more: asked.append((a, more))
    touch(k, "survey.send")
    assert vm(k).phase == "sending" and k.shows("正在存…") and k.hand.find("survey.end") is None
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
    touch(k, "survey.send")
    k.hand.see("survey.end")
    assert len(records(k)) == 1


def test_whoever_walks_away_leaves_no_answer(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    touch(k, "survey.begin")
    touch(k, "survey.option.2")
    touch(k, "survey.next")
    k.app.shell.look()
    k.pass_time(k.app.settings.idle_seconds + 1)
    assert k.app.shell.asking > 0, "an unfinished answer is worth a question"
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    told = records(k)
    assert [(r["event"], r["settled"]) for r in told] == [("left", 1)] and "answers" not in told[0]
    k.app.shell.wake()
    k.open(SAMPLE, "survey.start")
    touch(k, "survey.begin")
    assert not any(o["on"] for o in vm(k).options)


def test_reading_the_first_page_is_not_walking_away(k: Kiosk) -> None:
    k.open(SAMPLE, "survey.start")
    touch(k, "survey.begin")
    k.hand.touch("nav.home")
    assert records(k) == []


def test_a_full_group_is_told_at_once_and_nothing_of_it_is_stored(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    touch(k, "survey.begin")
    touch(k, "survey.option.1")
    touch(k, "survey.next")
    touch(k, "survey.skip")
    sitting = vm(k)._sitting
    vm(k).services.recorder.append("survey", SHORT, play.record(sitting, "zh", 1))  # somebody else was quicker
    touch(k, "survey.send")
    k.hand.see("survey.end")
    assert vm(k).phase == "full" and k.shows("没有存")
    assert len(records(k)) == 1
    touch(k, "survey.close")
    k.open(SHORT, "survey.start")
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the quotas")
    touch(k, "survey.begin")
    touch(k, "survey.option.1")
    touch(k, "survey.next")
    assert vm(k).phase == "full", "known before anybody takes the trouble"


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
    model = vm(k)
    assert not model.canSeeResults
    model.seeResults()
    assert model.phase == "start"
    touch(k, "survey.begin")
    to_review(k)
    touch(k, "survey.send")
    k.hand.see("survey.end")
    touch(k, "survey.seeResults")
    k.hand.see("survey.results")
    assert k.shows("收了 1 份，还不够")
    touch(k, "survey.closeResults")
    for seed in range(13):
        model.services.recorder.append("survey", SAMPLE, play.record(walked(play.start(model._survey, seed)), "zh", 1))
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
    touch(k, "survey.seeResults")
    k.hand.wait(lambda: model.resultCount, "the results")
    assert k.shows("10 人的回答") and k.shows("第 1 个结果")
    touch(k, "survey.resultAfter")
    assert k.shows("第 2 个结果")
    k.hand.touch("nav.back")
    k.hand.see("survey.end")
    touch(k, "survey.again")
    k.hand.see("survey.start")
    assert not model.canSeeResults


@KEYBOARD
def test_a_sentence_is_written_in_pinyin_on_the_drawn_keys(k: Kiosk) -> None:
    k.open(SHORT, "survey.start")
    touch(k, "survey.begin")
    touch(k, "survey.skip")
    touch(k, "survey.input")
    for letter in "xiexie":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: k.hand.find("candidate.0") is not None, "the candidates")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: vm(k).typed == "谢谢", "the word in the field")
    vm(k).write("一二三四五六七八九十一二三四五")
    assert len(vm(k).typed) == 12, "no longer than the author allows"
    k.hand.touch("key.confirm")
    k.hand.settle(0.1)
    assert vm(k).ready
    touch(k, "survey.next")
    k.hand.see("survey.review")


@pytest.mark.parametrize("gloves", [False, True], ids=["bare", "gloves"])
@pytest.mark.parametrize("text", [0, 3], ids=["small", "extra-large"])
@SIZES
def test_what_is_touched_is_large_and_in_reach(size: tuple[int, int], text: int, gloves: bool, qapp: object) -> None:
    with running(hall(), size, glove=gloves) as k:
        k.app.visit.setReadSize(text)
        for uid in (SAMPLE, "surveys/long", "surveys/many"):
            k.open(uid, "survey.start")
            touch(k, "survey.begin")
            for _ in range(14):
                _reach(k, size)
                if vm(k).phase != "asking":
                    break
                if not vm(k).skippable:
                    touch(k, "survey.option.0")
                touch(k, "survey.next" if vm(k).ready else "survey.skip")
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
        assert min(x1 - x0, y1 - y0) >= 72, (name, vm(k).ask)
        assert size[0] > size[1] or y0 >= 768, name
        assert x0 >= 0 and x1 <= size[0] / scale, name
    words, progress = k.hand.find("survey.words"), k.hand.find("survey.progress")
    if words is not None and progress is not None:
        assert words.y() + words.height() <= progress.mapToScene(QPointF(0, 0)).y() / scale, vm(k).ask
