"""The administrator's page on content: what is live, from whom, what went wrong, and back to the version before."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from support.kiosk import PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.reach import check_reach
from support.stick import HASHED, Stick, enter, knock, publish_film, stick_of
from support.union import Union

from kiosk.shell import duty
from kiosk.state import library, media

WANG = "model-workers/wang-jin-xi"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "WATCH_MS", 20)
    monkeypatch.setattr(media, "POLL_MS", 20)


def open_page(k: Kiosk) -> None:
    knock(k)
    enter(k)
    k.hand.see("status")
    k.hand.settle()
    k.hand.touch("status.sync")
    k.hand.see("sync")
    k.hand.wait(lambda: k.app.duty.status.live, "what is live")
    k.hand.settle(0.05)


def raise_version(union: Union) -> None:
    union.edit("model-workers/stories/wang-jin-xi/index.md", "title: 铁人王进喜\n", "title: 新版铁人王进喜\n")
    union.publish("model-workers")


@SIZES
def test_it_tells_what_is_live_from_whom_and_since_when(union: Union, size: tuple[int, int]) -> None:
    (union.data / "pin.json").unlink(missing_ok=True)
    with running(union.data, size, pin=HASHED, site="一号食堂") as k:
        open_page(k)
        assert k.shows("一切正常") and k.shows("一号食堂") and k.shows("2 个包")
        assert k.shows("劳模故事") and k.shows("第1版，pioneer 签于") and k.shows("上屏")
        k.hand.touch("sync.tab.history")
        k.hand.wait(lambda: k.hand.see("sync.rows").property("count") >= 1, "the history")
        k.hand.touch("sync.tab.sources")
        k.hand.wait(lambda: k.shows("设置 sources"), "how to name a source")


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
def test_in_both_languages_and_themes(union: Union, lang: str) -> None:
    with running(union.data, pin=HASHED, language=lang) as k:
        open_page(k)
        k.app.visit.setNight(True)
        for step in range(4):
            k.app.visit.setReadSize(step)
            k.hand.settle(0.05)
        assert k.shows("一切正常" if lang == "zh" else "All is well")


def test_update_now_brings_what_the_share_has(own_union: Union) -> None:
    raise_version(own_union)
    with running(own_union.data, watch=True, pin=HASHED, sources=(str(own_union.samples.share),)) as k:
        k.hand.wait(lambda: k.app.library.snapshot.generation, "the catalog")
        open_page(k)
        before = k.app.library.snapshot
        k.hand.touch("sync.primary")
        k.hand.wait(lambda: k.shows("第2版"), "the new version")
        k.hand.wait(lambda: not k.app.duty.status.busy, "the end of the round")
        k.hand.wait(lambda: k.app.library.snapshot != before, "the catalog follows")
        k.hand.touch("sync.leave")
        k.open(WANG, "story.text")
        assert "新版" in k.app.shell.page.vm.header.title


def test_a_version_is_put_back_after_a_question(own_union: Union) -> None:
    raise_version(own_union)
    assert own_union.sync().changed
    with running(own_union.data, watch=True, pin=HASHED) as k:
        k.hand.wait(lambda: k.app.library.snapshot.generation, "the catalog")
        open_page(k)
        k.hand.touch("sync.revert.pioneer/model-workers")
        k.hand.wait(lambda: k.shows("换回第 1 版？"), "the question")
        k.hand.touch("sync.no")
        assert not k.shows("换回第 1 版？")
        before = k.app.library.snapshot
        k.hand.touch("sync.revert.pioneer/model-workers")
        k.hand.touch("sync.yes")
        k.hand.wait(lambda: k.shows("换回去了") and k.shows("手工换回"), "that it was put back")
        k.hand.wait(lambda: k.app.library.snapshot != before, "the catalog follows")
        k.hand.touch("sync.leave")
        k.open(WANG, "story.text")
        assert k.app.shell.page.vm.header.title == "铁人王进喜"


def test_a_share_that_is_gone_is_the_finding(own_union: Union) -> None:
    gone = own_union.samples.place / "gone"
    shutil.move(own_union.samples.share, gone)
    with running(own_union.data, watch=True, pin=HASHED, sources=(str(own_union.samples.share),)) as k:
        open_page(k)
        k.hand.touch("sync.primary")
        k.hand.wait(lambda: k.app.duty.status.phase == "failed", "that it failed")
        k.hand.settle(0.05)
        assert k.hand.see("sync.title").property("text") == "一处要看看"
        assert k.hand.see("sync.finding").property("title")
        assert k.hand.see("sync.finding").property("note"), "what to do next"
        gone.rename(own_union.samples.share)
        k.hand.touch("sync.primary")
        k.hand.wait(lambda: k.hand.see("sync.title").property("text") == "一切正常", "that all is well again")


def test_a_stick_that_is_in_is_one_touch_away(own_union: Union, tmp_path: Path) -> None:
    publish_film(own_union, size=1000, count=1)
    stick: Stick = stick_of(own_union, tmp_path)
    with running(own_union.data, PORTRAIT, watch=True, media=stick.media, pin=HASHED) as k:
        open_page(k)
        stick.put_in()
        k.hand.see("usb")
        k.hand.touch("nav.back")
        k.hand.wait(lambda: k.names == ["home", "status", "sync"] and k.shows("从U盘收内容"), "the way to the stick")
        k.hand.touch("sync.primary")
        k.hand.see("usb")
        assert k.names == ["home", "status", "sync", "usb"]


def test_an_empty_kiosk_says_how_to_begin(tmp_path: Path, qapp: object) -> None:
    with running(tmp_path, pin=HASHED) as k:
        knock(k)
        enter(k)
        k.hand.see("status")
        k.hand.settle()
        k.hand.touch("status.sync")
        k.hand.see("sync")
        k.hand.wait(lambda: k.shows("屏上还没有内容"), "that nothing is there")
        assert k.shows("插上U盘")


@SIZES
def test_everything_is_in_reach(own_union: Union, size: tuple[int, int]) -> None:
    raise_version(own_union)
    assert own_union.sync().changed
    with running(own_union.data, size, watch=True, pin=HASHED, sources=(str(own_union.samples.share),)) as k:
        open_page(k)
        k.hand.see("sync.revert.pioneer/model-workers")
        check_reach(k, size, 8)


def test_content_that_is_old_is_a_date_in_the_skirting_and_nothing_else(
    union: Union, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duty, "UNRENEWED", timedelta(days=-10_000))
    with running(union.data, watch=True, pin=HASHED) as k:
        k.open(WANG, "story.text")
        k.hand.wait(lambda: k.hand.find("nav.mark"), "the mark")
        mark = k.hand.see("nav.mark")
        assert (mark.property("icon"), "月" in mark.property("text")) == ("calendar-clock-outline", True)
        assert (k.app.shell.sheet, k.app.shell.noticeTitle) == (None, "")


def test_fresh_content_has_no_mark(union: Union) -> None:
    with running(union.data, watch=True, pin=HASHED) as k:
        k.hand.wait(lambda: k.app.duty.status.live, "what is live")
        k.hand.settle(0.05)
        assert not k.hand.find("nav.mark")
