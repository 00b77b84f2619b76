"""Lessons on the real screen, touched by a real finger, in both orientations and both languages; the office checks what they give."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QPointF, Qt
from support.brought import brought
from support.house import bring_roster
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.scan import scanned

from kiosk.cli.commands import cli
from kiosk.core.errors import ContentError, StorageError
from kiosk.core.text import Text
from kiosk.jobs import Err
from kiosk.kinds.lesson import office
from kiosk.kinds.lesson.code import normal
from kiosk.records import RecordBook
from kiosk.records.roster import Person

SAFETY, SUMS = "lessons/safety-four-words", "lessons/overtime-four-sums"
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")


@cache
def school() -> Path:
    """A kiosk's data folder with the sample lessons."""
    return brought("lessons")


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object, tmp_path: Path) -> Iterator[Kiosk]:
    """A kiosk of its own at the safety lesson."""
    shutil.copytree(school(), tmp_path / "kiosk")
    with running(tmp_path / "kiosk", request.param) as kiosk:
        kiosk.open(SAFETY, "lesson.start")
        yield kiosk


def said(k: Kiosk, name: str) -> str:
    return str(k.hand.see(name).property("text")).replace("\n", "")


def answer(k: Kiosk, *, right: bool = True) -> None:
    """From the text to the answer."""
    k.touch_late("lesson.forward")
    places = k.vm.question.right_answer()
    if not right:
        places = (
            places[::-1] if len(places) > 1 else [p for p in range(len(k.vm.question.options)) if p not in places][:1]
        )
    k.touch_late(*(f"lesson.option.{p}" for p in places), "lesson.submit")


def learn(k: Kiosk, steps: int = 4) -> None:
    """Answer that many steps right."""
    for _ in range(steps):
        answer(k)
        k.touch_late("lesson.onward")


def say_number(k: Kiosk, number: str) -> None:
    k.touch_late("lesson.who")
    for figure in number:
        k.hand.touch(f"lesson.key.{figure}")
    k.touch_late("lesson.resume")
    k.hand.see("lesson.learn")


def certify(k: Kiosk) -> str:
    k.touch_late("lesson.certify")
    k.hand.see("lesson.card")
    return str(k.vm.certificate.told["code"])


def book(k: Kiosk) -> Path:
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
    return Path(k.app.settings.data_dir / "records.db")


def records(k: Kiosk) -> list[dict[str, Any]]:
    opened = RecordBook(book(k))
    try:
        return list(opened.payloads("lesson"))
    finally:
        opened.close()


def check(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["lessons", "check", *arguments], standalone_mode=False)
    if done.exception:
        raise done.exception
    return int(done.return_value or 0), done.output


def test_a_lesson_is_taken_to_its_certificate(k: Kiosk) -> None:
    k.touch_late("lesson.go")
    assert [s["look"] for s in k.vm.steps] == ["now", "locked", "locked", "locked"]
    assert k.hand.see("lesson.learn") and "还要戴对" in said(k, "lesson.key")
    answer(k)
    assert "第五十七条" in str(k.vm.question.why) and k.vm.steps[1]["look"] == "open"
    k.touch_late("lesson.onward")
    learn(k, 3)
    code = certify(k)
    assert said(k, "lesson.card.title") == "安全四个字" and said(k, "lesson.card.code") == code
    read = scanned(k, "lesson.card.qr")
    assert "《安全四个字》第1版" in read and code in read
    told = records(k)
    assert [r["event"] for r in told].count("answer") == 4
    assert told[-1] == {
        "item": SAFETY, "event": "certificate", "code": normal(code), "edition": 1, "title": "安全四个字", "steps": 4,
        "misses": 0,
    }  # fmt: skip
    status, words = check(code.lower(), "--from", str(book(k)))
    assert status == 0 and "安全四个字" in words


def test_a_wrong_answer_makes_again_the_red_button(k: Kiosk) -> None:
    k.touch_late("lesson.go")
    answer(k, right=False)
    assert k.vm.phase == "wrong" and k.hand.see("lesson.again").property("tone") == "red"
    assert k.hand.see("lesson.submit").property("tone") == "sheet" and "差一点" in said(k, "lesson.said")
    k.touch_late("lesson.step.1")
    assert k.vm.at == 0, "the next step is locked"
    k.touch_late("lesson.again")
    assert k.vm.phase == "learn"
    answer(k)
    assert k.vm.phase == "right" and k.vm.step.passed
    assert [(r["right"], r["first"]) for r in records(k) if r["event"] == "answer"] == [(False, True), (True, False)]


def test_done_steps_can_be_visited_again(k: Kiosk) -> None:
    k.touch_late("lesson.go")
    learn(k, 2)
    k.touch_late("lesson.step.0")
    assert k.vm.at == 0 and k.vm.phase == "learn"
    k.touch_late("lesson.forward")
    assert k.vm.phase == "right"
    k.touch_late("lesson.step.2")
    assert k.vm.at == 2
    k.hand.touch("nav.back")
    assert k.vm.at == 1, "back goes to the step before"


def test_double_taps_do_nothing_twice(k: Kiosk) -> None:
    k.touch_late("lesson.go")
    k.touch_late("lesson.forward")
    k.touch_late(f"lesson.option.{k.vm.question.right_answer()[0]}", "lesson.submit")
    k.hand.touch("lesson.onward")
    assert k.vm.phase == "right", "too soon: it is the second tap of a double tap"
    k.touch_late("lesson.onward")
    learn(k, 3)
    k.clock.ahead += 1
    k.vm.certificate.make()
    k.vm.certificate.make()
    k.hand.see("lesson.card")
    assert [r["event"] for r in records(k)].count("certificate") == 1


def test_pictures_are_put_in_order(k: Kiosk) -> None:
    k.open(SUMS, "lesson.start")
    k.touch_late("lesson.go")
    learn(k, 2)
    answer(k, right=False)
    assert k.vm.phase == "wrong" and {o["look"] for o in k.vm.question.options} == {"wrong"}
    k.touch_late(*(f"lesson.option.{p}" for p in k.vm.question.right_answer()), "lesson.submit")
    assert k.vm.phase == "right"
    assert [o["text"] for o in k.vm.question.options] == ["平日晚上", "休息日没补休", "法定休假日"]


def test_a_worker_number_brings_back_what_was_learnt(k: Kiosk) -> None:
    say_number(k, "20417")
    learn(k, 2)
    k.app.shell.home()
    k.open(SAFETY, "lesson.start")
    say_number(k, "20417")
    assert k.vm.at == 2 and [s["done"] for s in k.vm.steps] == [True, True, False, False]
    k.app.shell.home()
    k.open(SAFETY, "lesson.start")
    say_number(k, "99999")
    assert k.vm.at == 0, "another number has learnt nothing"
    assert b"20417" not in book(k).read_bytes() and b"99999" not in book(k).read_bytes()


def test_a_number_that_is_not_on_the_roster_learns_without_one(k: Kiosk) -> None:
    bring_roster(Path(k.app.settings.data_dir), [Person("20417", "张晓明", "总装")])
    k.touch_late("lesson.who")
    for figure in "99999":
        k.hand.touch(f"lesson.key.{figure}")
    k.touch_late("lesson.resume")
    k.hand.wait(lambda: k.shows("名册上没有这个号。"), "the refusal")
    assert k.vm.phase == "who"
    k.app.shell.home()
    k.open(SAFETY, "lesson.start")
    say_number(k, "20417")
    assert k.vm.phase == "learn"


def test_a_card_reader_types_the_number(k: Kiosk) -> None:
    for figure in "88231":
        k.hand.key(getattr(Qt.Key, f"Key_{figure}"))
        k.hand.pump()
    k.hand.see("lesson.whoPage")
    assert k.vm.who.number == "88231"
    k.clock.ahead += 1
    k.hand.key(Qt.Key.Key_Return)
    k.hand.see("lesson.learn")
    assert k.vm.who.known == "***31"


def test_without_a_number_nothing_is_kept_beyond_the_visit(k: Kiosk) -> None:
    k.touch_late("lesson.go")
    learn(k, 2)
    k.app.shell.look()
    assert "lesson" in k.app.shell._stake
    k.pass_time(k.app.settings.idle_seconds + 1)
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    k.app.shell.wake()
    k.open(SAFETY, "lesson.start")
    assert not any(s["done"] for s in k.vm.steps) and k.vm.who.number == "" and k.vm.certificate.name == ""
    with sqlite3.connect(book(k)) as db:
        assert db.execute("SELECT count(*) FROM record WHERE kind = 'lesson' AND person != ''").fetchone() == (0,)
    db.close()


def test_a_certificate_that_was_not_stored_is_not_shown(k: Kiosk) -> None:
    k.touch_late("lesson.go")
    learn(k)
    recorder = k.vm.services.recorder
    kept = recorder.submit

    def full(_kind: str, _uid: str, _payload: object, done: Callable[[Any], None], **_: object) -> None:
        done(Err(StorageError("DISK_FULL", Text("满", "full"), Text("空", "free"))))

    recorder.submit = full
    k.touch_late("lesson.certify")
    assert k.vm.phase == "finish" and not k.vm.certificate.busy and k.app.shell.noticeTitle == "证书没有存上"
    recorder.submit = kept
    assert certify(k)


def test_no_date_while_the_clock_cannot_be_right(k: Kiosk) -> None:
    k.clock.now = lambda: datetime(2000, 1, 1, 12, tzinfo=UTC)  # type: ignore[method-assign]
    k.touch_late("lesson.go")
    learn(k)
    code = certify(k)
    assert "请工会填写" in said(k, "lesson.card.day")
    assert "钟不准" in check(code, "--from", str(book(k)))[1]


@KEYBOARD
def test_a_name_is_written_and_kept_nowhere(k: Kiosk) -> None:
    k.touch_late("lesson.go")
    learn(k)
    k.hand.touch("lesson.name")
    for letter in "zhang":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: k.hand.find("candidate.0") is not None, "a candidate")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: k.vm.certificate.name != "", "the name")
    name = k.vm.certificate.name
    k.clock.ahead += 1
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: k.hand.find("key.confirm") is None, "the keyboard to go down")
    k.hand.settle(0.5)
    assert k.vm.phase == "finish" and not k.vm.certificate.busy, "the end of the name is not yet the certificate"
    code = certify(k)
    assert said(k, "lesson.card.name") == name
    assert name.encode() not in book(k).read_bytes()
    assert check(code, "--from", str(book(k)), "--person", name)[0] == 0
    k.touch_late("lesson.restart")
    assert k.vm.phase == "start" and k.vm.certificate.name == "" and k.vm.certificate.told == {}


def test_the_office_tells_whose_it_is_and_what_is_none(k: Kiosk, tmp_path: Path) -> None:
    say_number(k, "20417")
    learn(k)
    code = certify(k)
    place = str(book(k))
    assert check(code, "--from", place, "--person", "20417")[0] == 0
    assert check(code, "--from", place, "--person", "20418")[0] == 1
    assert check("222222222"[:8] + "2", "--from", place)[0] == 1, "sound, but never given"
    with pytest.raises(ContentError, match=r".*"):
        check(code[:-1] + ("2" if code[-1] != "2" else "3"), "--from", place)
    entry = office.find(office.read(Path(place)), normal(code))[0]
    export = tmp_path / "export.jsonl"
    row = {
        "kind": "lesson", "device": entry.device, "sequence": entry.sequence, "at": entry.at, "uid": entry.uid,
        "clock_trusted": 1, "payload": json.dumps(dict(entry.payload)),
    }  # fmt: skip
    export.write_text(json.dumps({**row, "kind": "quiz", "payload": "{}"}) + "\n" + json.dumps(row) + "\n", "utf-8")
    status, words = check(code, "--from", str(export), "--json")
    assert status == 0 and json.loads(words)["found"][0]["uid"] == SAFETY
    assert check(code, "--from", str(export), "--person", "20417")[0] == 1, "an export has no key"
    export.write_text("not records", "utf-8")
    with pytest.raises(ContentError):
        check(code, "--from", str(export))
    with pytest.raises(StorageError):
        check(code, "--from", str(tmp_path / "none"))


def boxes(k: Kiosk) -> dict[str, tuple[float, float, float, float]]:
    """Logical places of everything on the page that can be touched."""
    found = {}
    for item in k.hand.items():
        if item.objectName().startswith("lesson.") and hasattr(item, "clicked") and item.isEnabled():
            at = item.mapToScene(QPointF(0, 0))
            found[item.objectName()] = (at.x(), at.y(), at.x() + item.width(), at.y() + item.height())
    return found


@SIZES
@pytest.mark.parametrize(
    ("uid", "lang", "glove"),
    [
        (SAFETY, "zh", False),
        (SUMS, "zh", True),
        pytest.param(SUMS, "en", False, marks=SPEAKS_ENGLISH),
        pytest.param("lessons/contract-four-things", "en", True, marks=SPEAKS_ENGLISH),
    ],
)
def test_everything_stands_in_the_hand_zone_and_apart(
    qapp: object, tmp_path: Path, size: tuple[int, int], uid: str, lang: str, glove: bool
) -> None:
    shutil.copytree(school(), tmp_path / "kiosk")
    with running(tmp_path / "kiosk", size, language=lang, glove=glove) as k:
        k.open(uid, "lesson.start")
        sound(k, size)
        k.touch_late("lesson.who")
        sound(k, size)
        k.touch_late("lesson.noNumber", "lesson.go")
        for step in range(4):
            k.app.visit.setReadSize(step)
            k.hand.pump()
            sound(k, size)
            answer(k, right=False)
            sound(k, size)
            k.touch_late("lesson.again")
            answer(k)
            sound(k, size)
            k.touch_late("lesson.onward")
        sound(k, size)
        certify(k)
        sound(k, size)


def sound(k: Kiosk, size: tuple[int, int]) -> None:
    """Everything touchable is in reach, big enough, inside the page, and over nothing else."""
    k.hand.settle(0.02)
    places = boxes(k)
    assert places
    for name, (x0, y0, x1, y1) in places.items():
        assert size == LANDSCAPE or y0 >= 768, name
        assert x1 - x0 >= 72 and y1 - y0 >= 40, (name, x1 - x0, y1 - y0)
        assert x0 >= 0 and x1 <= size[0] and y1 <= size[1] - 120, (name, places[name])
    names = sorted(places)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            a, b = places[one], places[other]
            assert a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1, (one, other)
