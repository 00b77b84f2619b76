"""The suggestion box on the real screen, touched by a real finger: nothing readable is left anywhere, nothing is stored twice."""

from __future__ import annotations

import base64
import hashlib
import logging
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from sqlalchemy import event
from support.brought import brought
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.reach import check_reach
from support.scan import scanned

from kiosk.core import receipt as receipt_code
from kiosk.core.demokey import DEMO_SENTENCE
from kiosk.core.errors import StorageError
from kiosk.kinds.suggestion import code, letter
from kiosk.kinds.suggestion.letter import Letter
from kiosk.records import Record
from kiosk.sealing import open_sealed

BOX = "suggestions/box"
DEMO = hashlib.sha256(DEMO_SENTENCE.encode()).digest()
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")


@cache
def made(cases: int = -1) -> Path:
    """A kiosk's data folder with the sample box, or with one that has so many cases."""

    def change(pack: Path) -> None:
        box = pack / "suggestions/box"
        if cases >= 0:
            entry = "- id: {0:03d}\n  topic: canteen\n  problem: 第{0}件，长得几乎写不下的一件意见标题啊\n  state: waiting\n  received: 2026-11-01\n"
            (box / "cases.yaml").write_text("".join(entry.format(n) for n in range(cases)), "utf-8")
            (box / "cases.en.yaml").unlink()

    return brought("suggestions", change)


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object, tmp_path: Path) -> Iterator[Kiosk]:
    """A kiosk on the sample box, with a data folder of its own."""
    shutil.copytree(made(), tmp_path / "kiosk")
    with running(tmp_path / "kiosk", request.param) as kiosk:
        at(kiosk, "2026-11-22")
        kiosk.open(BOX, "suggestion.list")
        yield kiosk


def at(k: Kiosk, day: str) -> None:
    noon = datetime.fromisoformat(day).replace(hour=4, tzinfo=UTC)
    k.clock.now = lambda: noon  # type: ignore[method-assign]


def touch(k: Kiosk, name: str) -> None:
    """Touch when the page has been up long enough not to take it for a second tap."""
    k.clock.ahead += 1
    k.hand.touch(name)
    k.hand.pump()


def said(k: Kiosk, name: str) -> str:
    return str(k.hand.see(name).property("text")).replace("\n", "")


def to_review(k: Kiosk, words: str = "微波炉旁边的插座松了。") -> None:
    k.touch_late("suggestion.begin")
    k.touch_late("suggestion.choose.canteen")
    k.hand.see("suggestion.write")
    k.vm.letter.write(words)
    k.touch_late("suggestion.next")
    k.hand.see("suggestion.contact")
    k.touch_late("suggestion.next")
    k.hand.see("suggestion.review")


def submit(k: Kiosk) -> str:
    """Send it; returns the receipt."""
    k.touch_late("suggestion.submit")
    k.hand.see("suggestion.receipt")
    return "".join(k.vm.receipt.groups)


def opened(record: dict[str, Any]) -> Letter:
    return letter.unpack(open_sealed(base64.b64decode(record["sealed"]), DEMO))


def found_on_disk(words: str, *places: Path) -> list[Path]:
    """Files that hold these words in any encoding a program here could use."""
    shapes = [words.encode(e) for e in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030")]
    shapes += [repr(words).encode("unicode_escape")[1:-1], base64.b64encode(words.encode())[:-4]]
    files = [f for place in places for f in place.rglob("*") if f.is_file()]
    assert files
    return [f for f in files if any(shape in f.read_bytes() for shape in shapes)]


def lookup(k: Kiosk, typed: str) -> None:
    k.touch_late("suggestion.find")
    k.hand.see("suggestion.lookup")
    for character in typed:
        k.hand.touch(f"suggestion.key.{character}")


# --- sealed, and once -------------------------------------------------------------------------------------------------


def test_nothing_readable_is_left_and_only_the_key_opens_it(k: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    words, name, phone = "锅炉房的扶手断了一截", "欧阳锻", "13900000001"
    k.touch_late("suggestion.begin")
    k.touch_late("suggestion.choose.safety")
    k.vm.letter.write(words)
    k.touch_late("suggestion.next")
    k.vm.letter.fill("name", name)
    k.vm.letter.fill("phone", phone)
    k.touch_late("suggestion.next")
    assert said(k, "suggestion.told") == words and name in said(k, "suggestion.who")
    receipt = submit(k)
    (record,) = k.records("suggestion")
    told = opened(record)
    assert (told.topic, told.text, told.name, told.number, told.phone) == ("safety", words, name, "", phone)
    assert (told.code, told.box, told.day) == (receipt, BOX, "2026-11-22")
    places = (k.app.settings.data_dir, Path(k.app._scratch.name))
    for secret in (words, name, phone, receipt, "-".join(receipt_code.groups(receipt))):
        assert found_on_disk(secret, *places[:1]) == [], secret
        assert all(secret not in f.read_text("utf-8", "replace") for f in places[1].rglob("*") if f.is_file())
        assert secret not in caplog.text
    for digest in (code.public_hash(receipt), code.book_hash(receipt)):
        assert found_on_disk(digest, *places[:1]) == [], "the book keeps a keyed hash only"
    assert k.vm.letter._letter == Letter(), "the words are the office's now"


@KEYBOARD
def test_what_is_typed_in_pinyin_is_not_learned(k: Kiosk) -> None:
    k.touch_late("suggestion.begin")
    k.touch_late("suggestion.choose.rest")
    k.touch_late("suggestion.keyboard")
    k.hand.see("key.q")
    k.hand.wait(lambda: k.hand.find("suggestion.phrase.0") is None, "the sentences make room")
    for letter_ in "nuanqi":
        k.hand.touch(f"key.{letter_}")
    k.hand.wait(lambda: (c := k.hand.find("candidate.0")) is not None and "暖气" in _words(c), "the candidate")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: k.vm.letter.text == "暖气", "the word in the field")
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: k.hand.find("key.confirm") is None, "the keyboard goes down")
    assert k.vm.letter.text == "暖气", "the red key adds no line"
    k.touch_late("suggestion.phrase.0")
    assert k.vm.letter.text == "暖气。休息室不够坐。"
    k.touch_late("suggestion.next")
    k.touch_late("suggestion.next")
    submit(k)
    assert opened(k.records("suggestion")[0]).text == "暖气。休息室不够坐。"
    assert found_on_disk("暖气。", k.app.settings.data_dir) == []
    scratch = [f for f in Path(k.app._scratch.name).rglob("*") if f.is_file()]
    assert not any("暖气".encode(e) in f.read_bytes() for f in scratch for e in ("utf-8", "utf-16-le"))


def _words(item: Any) -> str:
    own = [str(item.property("text") or item.property("name") or "")]
    return "".join(own + [_words(child) for child in item.childItems()])


def test_a_double_tap_makes_one_record(k: Kiosk) -> None:
    to_review(k)
    k.clock.ahead += 1
    at_button = k.hand.middle(k.hand.see("suggestion.submit"))
    for _ in range(4):
        k.hand.touch_at(at_button)
    k.hand.see("suggestion.receipt")
    for _ in range(3):
        k.hand.touch_at(at_button)
    assert len(k.records("suggestion")) == 1
    assert k.vm.phase == "receipt", "the taps that were left over did not put the receipt away"


def test_a_retry_after_a_doubt_is_stored_once(k: Kiosk) -> None:
    """The first try was on the disk when its answer was lost: the second one finds it there."""
    to_review(k)
    model = k.vm
    token, code_before = model.letter._token, model.letter._letter.code
    submit(k)
    model.letter._letter, model.letter._token = Letter("canteen", "再来一次", code=code_before), token
    model._pages.phase = "review"
    k.clock.ahead += 1
    model.letter.submit()
    k.hand.wait(lambda: model.phase == "receipt", "the receipt")
    assert len(k.records("suggestion")) == 1 and "".join(model.receipt.groups) == code_before


@pytest.mark.expect_log("a letter was not stored")
def test_a_full_disk_keeps_the_words_on_the_screen(k: Kiosk) -> None:
    to_review(k, "楼道灯坏了。")
    book = k.app.records._open()
    engine = book._db._engine
    engine.dispose()
    full = lambda c, _: c.execute("PRAGMA max_page_count=1").close()  # noqa: E731
    event.listen(engine, "connect", full)
    filler = Record("v", "p/i", "filler", 1, k.clock.now(), 1.0, True, {"much": "x" * 500})
    with pytest.raises(StorageError):
        for _ in range(100):
            book.append(filler)
    k.touch_late("suggestion.submit")
    k.hand.wait(lambda: not k.vm.letter.busy and k.vm.letter.problem, "what went wrong")
    assert k.shows("没有存上，你写的还在。") and k.shows("这块屏这会儿存不进去") and k.shows("再交一次")
    assert k.hand.find("suggestion.receipt") is None and said(k, "suggestion.told") == "楼道灯坏了。"
    event.remove(engine, "connect", full)
    engine.dispose()
    submit(k)
    (record,) = k.records("suggestion")
    assert opened(record).text == "楼道灯坏了。"


def test_nobody_is_thanked_before_it_is_on_the_disk(k: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    to_review(k)
    waiting: list[Any] = []
    monkeypatch.setattr(k.app.records, "submit", lambda *a, **b: waiting.append((a, b)))
    k.touch_late("suggestion.submit")
    k.hand.wait(lambda: waiting, "the record on its way")
    k.hand.settle(0.1)
    assert k.hand.find("suggestion.receipt") is None and k.shows("正在封…") and k.vm.receipt.groups == []
    k.touch_late("suggestion.submit")
    k.touch_late("suggestion.rewrite")
    k.hand.touch("nav.back")
    assert k.vm.phase == "review" and len(waiting) == 1, "while it is stored the page stays"
    (kind, uid, payload, _), named = waiting[0]
    assert (kind, uid, set(payload)) == ("suggestion", BOX, {"event", "sealed", "key", "day"})
    assert named["once"].startswith("letter:")


def test_idle_in_the_middle_asks_and_then_wipes(k: Kiosk) -> None:
    k.touch_late("suggestion.begin")
    k.touch_late("suggestion.choose.shuttle")
    k.vm.letter.write("班车早上总是晚点。")
    model = k.vm
    k.app.shell.look()
    k.pass_time(k.app.settings.idle_seconds + 1)
    assert k.app.shell.asking > 0, "words are worth a question"
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    assert model.letter.text == "", "nothing stays in memory"
    k.app.shell.wake()
    k.open(BOX, "suggestion.list")
    assert not k.vm.letter.begun and k.records("suggestion") == []
    assert found_on_disk("班车早上总是晚点。", k.app.settings.data_dir) == []


def test_an_untouched_receipt_is_asked_about_and_then_gone(k: Kiosk) -> None:
    to_review(k)
    receipt = submit(k)
    k.app.shell.look()
    k.pass_time(k.app.settings.idle_seconds + 1)
    assert k.app.shell.asking > 0
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    assert not k.shows(receipt[:3] + " ")


def test_going_back_keeps_what_was_written(k: Kiosk) -> None:
    to_review(k, "工具箱的锁坏了")
    for page in ("contact", "write", "topics", "list"):
        k.hand.touch("nav.back")
        k.hand.see(f"suggestion.{page}")
    assert k.shows("接着写刚才那条")
    k.touch_late("suggestion.begin")
    assert k.hand.see("suggestion.input").property("text") == "工具箱的锁坏了"


def test_more_than_fits_is_cut_in_the_field_too(k: Kiosk) -> None:
    k.touch_late("suggestion.begin")
    k.touch_late("suggestion.choose.canteen")
    field = k.hand.see("suggestion.input")
    field.setProperty("text", "满" * 600)
    assert field.property("text") == k.vm.letter.text == "满" * 500
    assert said(k, "suggestion.length") == "500 / 500 字"
    k.touch_late("suggestion.phrase.0")
    assert k.vm.letter.text == "满" * 500 and k.shows("写满了")


# --- receipts ---------------------------------------------------------------------------------------------------------


def test_a_receipt_finds_the_letter_and_later_its_answer(k: Kiosk) -> None:
    to_review(k)
    receipt = submit(k)
    assert f"{receipt[:3]}-{receipt[3:6]}-{receipt[6:]}" in scanned(k, "suggestion.qr")
    k.touch_late("suggestion.done")
    k.hand.see("suggestion.list")
    lookup(k, receipt)
    k.hand.see("suggestion.waiting")
    assert k.shows("11月22日交的。") and k.shows("今天刚交的")
    k.hand.touch("nav.back")
    k.hand.see("suggestion.lookup")
    k.hand.touch("nav.back")
    lookup(k, "SAMPKE228")
    k.hand.see("suggestion.case")
    assert k.shows("你的这条") and k.shows("食堂二楼加一台微波炉") and k.shows("微波炉 11 月 18 日装好了")


def test_a_wrong_character_is_told_from_an_unknown_receipt(k: Kiosk) -> None:
    lookup(k, "SAMPKE229")
    assert said(k, "suggestion.verdict") == "有一个字抄错了，再对一对"
    k.hand.touch("suggestion.erase")
    assert k.vm.lookup.typed == "SAMPKE22" and k.vm.lookup.verdict == ""
    k.touch_late("suggestion.clear")
    stranger = receipt_code.new_code()
    for character in stranger:
        k.hand.touch(f"suggestion.key.{character}")
    k.hand.wait(lambda: k.vm.lookup.verdict == "unknown", "the answer")
    assert "没有这条" in said(k, "suggestion.verdict")
    k.hand.touch(f"suggestion.key.{stranger[0]}")
    assert k.vm.lookup.typed == stranger, "nine characters are all"


def test_a_real_keyboard_types_a_receipt_too(k: Kiosk) -> None:
    k.touch_late("suggestion.find")
    k.hand.see("suggestion.lookup")
    for character in "sam-1pke228":
        QTest.keyClick(k.hand.window, character)
    k.hand.see("suggestion.case")
    assert k.shows("你的这条")


# --- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_is_filtered_and_a_case_is_read(k: Kiosk) -> None:
    assert (
        said(k, "suggestion.numeral") == "2"
        and said(k, "suggestion.summary") == "公开 6 件，解决 2 件，平均 4 天答复（样例）"
    )
    assert next(c["title"] for c in k.vm.board.cases) == "技能补贴怎么申报"
    k.touch_late("suggestion.topic.shuttle")
    assert [c["title"] for c in k.vm.board.cases] == ["三号门班车晚点"]
    k.touch_late("suggestion.case.2026-002")
    k.hand.see("suggestion.case")
    assert said(k, "suggestion.days") == "6" and k.shows("提了 6 天，还没办完")
    assert k.shows("有人接") and k.shows("行政科") and k.shows("11月27日") and k.hand.find("suggestion.rate.1") is None
    k.hand.touch("nav.back")
    k.hand.see("suggestion.list")
    assert [c["title"] for c in k.vm.board.cases] == ["三号门班车晚点"], "the filter stays"


def test_a_clock_that_cannot_be_right_counts_no_days(k: Kiosk) -> None:
    at(k, "1970-01-01")
    assert [c["note"] for c in k.vm.board.cases][:2] == ["编号 2026-004", "行政科"]
    k.vm.board.filter("shuttle")
    k.touch_late("suggestion.case.2026-002")
    k.hand.see("suggestion.case")
    assert k.hand.find("suggestion.days") is None and k.shows("2026年11月27日")
    at(k, "2026-12-05")
    k.vm._pages.turned.emit()
    assert k.shows("11月27日，已经过了") and said(k, "suggestion.days") == "19"


def test_an_answer_is_rated_once_in_a_visit(k: Kiosk) -> None:
    def see() -> None:
        k.vm.board.filter("canteen")
        k.touch_late("suggestion.case.2026-001")
        k.hand.see("suggestion.case")

    see()
    k.clock.ahead += 1
    k.hand.touch("suggestion.rate.4")
    k.hand.touch("suggestion.rate.2")
    assert k.shows("记下了，你打了 4 分。")
    k.hand.touch("nav.back")
    k.hand.touch("nav.back")
    k.open(BOX, "suggestion.list")
    see()
    k.hand.wait(lambda: k.vm.case.myRating == 4, "what this visit gave")
    k.hand.touch("suggestion.rate.1")
    assert [r["rated"] for r in k.records("suggestion")] == ["2026-001:4"]
    k.app.shell.home()
    k.app.visit.id = "another visit"
    k.open(BOX, "suggestion.list")
    see()
    assert k.vm.case.myRating == 0
    k.touch_late("suggestion.rate.5")
    assert [r["rated"] for r in k.records("suggestion")] == ["2026-001:4", "2026-001:5"]


def test_a_receipt_rates_once_for_ever(k: Kiosk) -> None:
    for visit in ("one", "two"):
        k.app.visit.id = visit
        k.app.shell.home()
        k.open(BOX, "suggestion.list")
        lookup(k, "SAMPKE228")
        k.hand.see("suggestion.case")
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "earlier ratings")
        assert k.vm.case.myRating == (0 if visit == "one" else 3)
        k.touch_late("suggestion.rate.3")
    assert [r["rated"] for r in k.records("suggestion")] == ["2026-001:3"]


# --- every screen -----------------------------------------------------------------------------------------------------


@SIZES
@pytest.mark.parametrize("gloves", [False, True], ids=["hand", "glove"])
def test_everything_is_in_reach_and_large_enough(
    size: tuple[int, int], gloves: bool, qapp: object, tmp_path: Path
) -> None:
    shutil.copytree(made(), tmp_path / "kiosk")
    with running(tmp_path / "kiosk", size, glove=gloves) as k:
        k.open(BOX, "suggestion.list")
        k.hand.settle(0.1)
        check_reach(k, size)
        k.vm.board.filter("canteen")
        k.touch_late("suggestion.case.2026-001")
        k.hand.see("suggestion.case")
        k.hand.settle(0.1)
        check_reach(k, size)
        k.hand.touch("nav.back")
        k.touch_late("suggestion.begin")
        k.hand.see("suggestion.topics")
        check_reach(k, size)
        k.touch_late("suggestion.choose.canteen")
        k.hand.see("suggestion.write")
        check_reach(k, size)
        k.touch_late("suggestion.phrase.0")
        k.touch_late("suggestion.next")
        k.hand.see("suggestion.contact")
        check_reach(k, size)
        k.touch_late("suggestion.next")
        k.hand.see("suggestion.review")
        check_reach(k, size)
        submit(k)
        check_reach(k, size)
        k.touch_late("suggestion.done")
        k.touch_late("suggestion.find")
        k.hand.see("suggestion.lookup")
        check_reach(k, size, least=30)


def test_another_language_keeps_what_is_written(k: Kiosk) -> None:
    k.touch_late("suggestion.begin")
    k.touch_late("suggestion.choose.safety")
    k.hand.see("suggestion.write")
    k.vm.letter.write("楼道灯坏了。")
    k.touch_late("suggestion.next")
    k.hand.see("suggestion.contact")
    k.vm.letter.fill("name", "甲")
    k.app.visit.setLang("en")
    k.hand.wait(lambda: k.app.shell.page.uid == BOX and not k.vm.han, "the box in English")
    assert k.hand.see("suggestion.input").property("text") == "楼道灯坏了。"
    assert k.vm.letter.contact["name"] == "甲" and k.vm.letter.topicName == "Safety"
    k.hand.pump()
    assert "suggestion" in k.app.shell._stake, "the page that went away does not take the stake of the new one with it"
    k.touch_late("suggestion.next")
    k.touch_late("suggestion.next")
    submit(k)
    (record,) = k.records("suggestion")
    assert (opened(record).text, opened(record).lang) == ("楼道灯坏了。", "en")


@SIZES
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
@pytest.mark.parametrize("cases", [0, 1, 66])
def test_none_one_and_many_cases(size: tuple[int, int], lang: str, cases: int, qapp: object) -> None:
    with running(made(cases), size, language=lang) as k:
        at(k, "2026-11-22")
        k.open(BOX, "suggestion.list")
        k.hand.settle(0.1)
        assert len(k.vm.board.cases) == cases
        assert (k.hand.find("suggestion.numeral") is not None) == (cases > 0)
        assert (k.hand.find("suggestion.more") is not None) == (cases > 6)
        if cases > 6:
            rows = k.hand.see("suggestion.rows")
            before = rows.property("contentY")
            k.hand.touch("suggestion.more")
            k.hand.settle(0.1)
            assert rows.property("contentY") > before


@KEYBOARD
@SIZES
def test_a_touch_beside_everything_puts_the_keyboard_away(size: tuple[int, int], qapp: object) -> None:
    with running(made(), size) as k:
        k.open(BOX, "suggestion.list")
        k.touch_late("suggestion.begin")
        k.touch_late("suggestion.choose.canteen")
        k.touch_late("suggestion.keyboard")
        k.hand.see("key.q")
        k.hand.settle(0.1)
        k.hand.touch_at(QPoint(40, 300))
        k.hand.wait(lambda: k.hand.find("key.q") is None, "the keyboard down")
