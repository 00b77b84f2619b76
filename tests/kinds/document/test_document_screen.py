"""The law reader on the real screen, touched by a real finger, in both orientations and both languages."""

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
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QTextDocument
from PySide6.QtQuick import QQuickItem
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running, shared_union

from kiosk.kinds.document.numerals import said as numeral
from kiosk.samples import Samples, bring, build_packs, content_folder, publish_packs

UNION, HOLIDAYS, WOMEN = "policies/trade-union-law", "policies/holidays", "policies/women-workers"
LONG, STATES = "laws/long-law", "laws/states"
EXAMPLE = "examples/example-document"
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")
ARTICLES, CHAPTERS = 1000, 20
HEAD = "---\nkind: document\ntitle: {0}\nofficial: {0}\nissuer: 样例工会\nin_force: {1}\n{2}sources:\n  - {{title: 样例}}\n---\n"


def long_law() -> str:
    """A law of 200,000 characters: a thousand articles in twenty chapters."""
    lines = [HEAD.format("样例：很长的规定", "2026-01-01", "")]
    sentence = "用人单位应当按照本规定的要求，把每一件事写清楚、办妥当，并且及时告诉职工本人。"
    for n in range(1, ARTICLES + 1):
        if n % (ARTICLES // CHAPTERS) == 1:
            lines.append(f"## 第{numeral(n // (ARTICLES // CHAPTERS) + 1)}章 样例章名\n")
        lines.append(f"第{numeral(n)}条 这是第{n}条的样例文字。{sentence * 5}\n")
    lines.append("第一千零一条 最后一条，独一无二。\n")
    return "\n".join(lines)


@cache
def library() -> Path:
    """A kiosk's data folder with the sample laws, a very long one, and one with articles in every state."""
    place = Path(tempfile.mkdtemp(prefix="kiosk-laws-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    shutil.copytree(content_folder() / "policies", place / "content/policies")
    pack = place / "content/laws"
    for name, body in (("long-law", long_law()), ("states", STATES_LAW)):
        (pack / name).mkdir(parents=True)
        (pack / name / "index.md").write_text(body, "utf-8")
    (pack / "pack.yaml").write_text("id: laws\ntitle: {zh: 样例, en: Samples}\nversion: 1\nlanguages: [zh]\n", "utf-8")
    samples = Samples(place / "content", place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    assert bring(samples).problem is None
    return samples.data


STATES_LAW = (
    HEAD.format("样例：名字特别特别长的关于各种各样情况的暂行规定", "2027-01-01", "repealed: 2030-01-01\nextract: 是\n")
    + "第三条 只有一条是短的。\n::: repealed 2026-02-01\n由别的规定代替。\n:::\n第九条之一 改过。\n::: amended 2026-03-01\n:::\n"
)


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object) -> Iterator[Kiosk]:
    """A kiosk with laws."""
    with running(library(), request.param) as kiosk:
        at(kiosk, "2026-11-22")
        yield kiosk


def at(k: Kiosk, day: str) -> None:
    """Noon of a day, by the wall clock."""
    noon = datetime.fromisoformat(day).replace(hour=4, tzinfo=UTC)
    k.clock.now = lambda: noon  # type: ignore[method-assign]


def vm(k: Kiosk) -> Any:
    return k.app.shell.page.vm


def touch(k: Kiosk, name: str) -> None:
    k.hand.touch(name)
    k.hand.pump()


def said(k: Kiosk, name: str) -> str:
    return str(k.hand.see(name).property("text")).replace("\n", "")


def sheets(k: Kiosk) -> list[QQuickItem]:
    """Article pages that exist, seen or not."""
    pages = k.hand.see("document.pages")
    return [i for i in pages.childItems()[0].childItems() if i.property("row") is not None]


def boxes(k: Kiosk) -> dict[str, tuple[float, float, float, float]]:
    """Places of everything on the page that can be touched."""
    found = {}
    for item in k.hand.items():
        name = item.objectName()
        if name.startswith("document.") and hasattr(item, "clicked") and item.isEnabled():
            start = item.mapToScene(QPointF(0, 0))
            found[name] = (start.x(), start.y(), start.x() + item.width(), start.y() + item.height())
    return found


def test_from_the_contents_through_articles_and_back(k: Kiosk) -> None:
    k.open(UNION, "document.contents")
    assert said(k, "document.mark") == "现行有效" and k.shows("2022年1月1日起施行")
    touch(k, "document.chapter.1")
    assert said(k, "document.label") == "第十条"
    touch(k, "document.next")
    assert said(k, "document.label") == "第十一条" and k.shows("第十二条")
    assert "二十五人以上" in _plain(k, "document.text") and "二十五人" in _plain(k, "document.plain")
    touch(k, "document.chip.13")
    assert said(k, "document.label") == "第十四条"
    touch(k, "document.previous")
    assert vm(k).article.at == 12
    k.hand.touch("nav.back")
    k.hand.see("document.contents")
    k.hand.touch("nav.back")
    assert k.names[-1] != UNION


def _plain(k: Kiosk, name: str) -> str:
    """Words of a rich text of the article on the screen; the page beside it may still be kept."""
    document = QTextDocument()
    document.setHtml(_html(k, name))
    return document.toPlainText()


def _html(k: Kiosk, name: str) -> str:
    sheet = next(s for s in sheets(k) if s.property("index") == vm(k).article.at and s.isVisible())
    found = [i for i in sheet.findChildren(QQuickItem) if i.objectName() == name]
    return str(found[0].property("text"))


def test_first_and_last_article_end_the_walk(k: Kiosk) -> None:
    k.open(UNION, "document.contents")
    touch(k, "document.start")
    assert vm(k).article.at == 0 and not k.hand.see("document.previous").isEnabled()
    for _ in range(60):
        vm(k).article.step(1)
    k.hand.pump()
    assert said(k, "document.label") == "第五十八条" and not k.hand.see("document.next").isEnabled()
    assert k.hand.see("document.pages").property("currentIndex") == 57


def test_a_swipe_turns_the_page_and_the_wall_follows(k: Kiosk) -> None:
    k.open(UNION, "document.contents")
    touch(k, "document.start")
    middle = k.hand.middle(k.hand.see("document.pages"))
    reach = QPoint(300, 0)
    k.hand.swipe(middle + reach, middle - reach)
    k.hand.wait(lambda: vm(k).article.at == 1, "the second article")
    k.hand.settle(0.1)
    assert said(k, "document.label") == "第二条"


def test_the_number_pad_opens_an_article_and_says_when_there_is_none(k: Kiosk) -> None:
    k.open(UNION, "document.contents")
    touch(k, "document.jump")
    for figure in "99":
        touch(k, f"document.key.{figure}")
    assert said(k, "document.target") == "没有第 99 条" and not k.hand.see("document.go").isEnabled()
    touch(k, "document.key.back")
    touch(k, "document.key.back")
    touch(k, "document.key.0")
    assert vm(k).pad.digits == "", "no article begins with nought"
    for figure in "53":
        touch(k, f"document.key.{figure}")
    assert "责令恢复其工作" in said(k, "document.target")
    touch(k, "document.go")
    assert said(k, "document.label") == "第五十三条"
    k.hand.touch("nav.back")
    k.hand.see("document.contents")


@KEYBOARD
def test_words_are_written_found_marked_and_walked_through(k: Kiosk) -> None:
    k.open(UNION, "document.contents")
    touch(k, "document.find")
    for letter in "gongzi":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: (c := k.hand.find("candidate.0")) is not None and "工资" in _words(c), "the candidate")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: vm(k).search.count > 0, "matches")
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: k.hand.find("key.q") is None, "the keyboard to go down")
    total = vm(k).search.count
    assert said(k, "document.found").startswith(f"{total} 处")
    touch(k, "document.result.1")
    assert said(k, "document.label") == "第二十三条" and "<span" in _html(k, "document.text")
    place = vm(k).search.place
    touch(k, "document.next")
    assert vm(k).search.place != place and vm(k).search.searching
    touch(k, "document.previous")
    assert vm(k).search.place == place
    for _ in range(total):
        vm(k).search.step(1)
    assert vm(k).search.place == f"第 {total} 处，共 {total} 处" and not k.hand.see("document.next").isEnabled()
    touch(k, "document.toContents")
    touch(k, "document.start")
    assert not vm(k).search.searching and "<span" not in _html(k, "document.text")


def _words(item: QQuickItem) -> str:
    own = [str(item.property("text") or item.property("name") or "")]
    return "".join(own + [_words(child) for child in item.childItems()])


@KEYBOARD
def test_nothing_found_says_so_with_a_way_on(k: Kiosk) -> None:
    k.open(HOLIDAYS, "document.contents")
    touch(k, "document.find")
    k.hand.see("document.input").setProperty("text", "龙舟赛")
    k.hand.touch("key.confirm")
    k.hand.see("document.nothing")
    assert said(k, "document.found") == "没有“龙舟赛”" and not k.hand.see("document.first").isEnabled()


def test_two_versions_article_by_article(k: Kiosk) -> None:
    k.open(HOLIDAYS, "document.contents")
    touch(k, "document.chapter.1")
    touch(k, "document.changed")
    assert said(k, "document.pair") == "2013年修订 → 2024年修订"
    assert said(k, "document.changes") == "改了 2 条，新加 1 条，换了条号 1 条"
    rows = vm(k).changes.rows
    shown = [rows.data(rows.index(n)) or rows._make(n) for n in range(rows.rowCount())]
    assert [r["label"] for r in shown] == ["第二条", "第六条", "第七条", "第七条 → 第八条"]
    joined = "".join(p["kind"] + p["text"] for p in shown[0]["pieces"])
    assert "-新年+元旦" in joined and "-3+4" in joined
    touch(k, "document.nextChange")
    assert vm(k).changes.at == 1
    touch(k, "document.every")
    assert rows.rowCount() == 8
    k.hand.touch("nav.back")
    k.hand.see("document.article")
    assert vm(k).article.at == 1


@pytest.mark.parametrize(
    ("day", "mark"),
    [("2026-11-22", "还没施行"), ("2028-01-01", "现行有效"), ("2031-01-01", "已经废止"), ("1970-01-01", "请看日期")],
)
def test_the_mark_follows_the_clock_that_can_be_trusted(k: Kiosk, day: str, mark: str) -> None:
    at(k, day)
    k.open(STATES, "document.contents")
    assert said(k, "document.mark") == mark
    assert k.shows("这里只选了一部分条文")
    touch(k, "document.start")
    # Its first article was repealed on 1 February 2026; with a clock that cannot be right that is not certain.
    gone = {"已经废止": "已经废止", "请看日期": "请看日期"}.get(mark, "这条已废止")
    assert said(k, "document.mark") == gone
    touch(k, "document.next")
    assert said(k, "document.label") == "第九条之一" and k.shows("2026年3月1日改过")


def test_a_law_of_two_hundred_thousand_characters_holds_only_what_is_seen(k: Kiosk) -> None:
    assert len(long_law()) > 200_000
    k.open(LONG, "document.contents")
    chapters = k.hand.see("document.chapters").childItems()[0].childItems()
    assert len(chapters) <= 16
    touch(k, "document.start")
    made = 0
    for target in (0, 1, 500, 999, 1000, 3):
        vm(k).show(target)
        k.hand.pump()
        k.hand.wait(lambda t=target: k.hand.see("document.pages").property("currentIndex") == t, "the page")
        made = max(made, len(sheets(k)))
        assert k.hand.see("document.pages").property("contentX") == pytest.approx(
            target * (k.hand.see("document.pages").width() + 48), abs=1
        )
    assert made <= 4, "pages are made for what is on the screen, not for the law"
    vm(k).search.ask("独一无二")
    assert vm(k).search.count == 1
    vm(k).search.ask("职工本人")
    assert vm(k).search.count == ARTICLES * 5
    vm(k).to("find")
    k.hand.pump()
    results = k.hand.see("document.results").childItems()[0].childItems()
    assert len(results) <= 16


def test_the_end_of_the_visit_forgets_where_somebody_was(k: Kiosk) -> None:
    k.open(UNION, "document.contents")
    vm(k).search.ask("工资")
    vm(k).search.show(0)
    k.pass_time(k.app.settings.idle_seconds + 1)
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    k.app.shell.wake()
    k.open(UNION, "document.contents")
    assert (vm(k).search.query, vm(k).article.at, vm(k).search.searching) == ("", 0, False)


def test_double_taps_turn_two_pages_at_most_and_never_leave_the_law(k: Kiosk) -> None:
    k.open(UNION, "document.contents")
    k.hand.touch("document.start")
    k.hand.touch("document.next")
    k.hand.touch("document.next")
    k.hand.pump()
    assert vm(k).article.at == 2 and k.names[-1] == UNION


@pytest.mark.parametrize("gloves", [False, True])
@SIZES
def test_what_is_touched_is_large_apart_and_in_reach(size: tuple[int, int], gloves: bool, qapp: object) -> None:
    with running(library(), size, glove=gloves) as k:
        at(k, "2026-11-22")
        k.open(HOLIDAYS, "document.contents")
        pages = [lambda: None, lambda: vm(k).show(1), vm(k).changes.here, lambda: vm(k).to("jump")]
        for go in pages:
            go()
            k.hand.settle(0.1)
            found = boxes(k)
            assert len(found) >= 3
            for name, (x0, y0, x1, y1) in found.items():
                if name.startswith("document.chapter."):
                    continue  # rows scroll under the band that says how many there are
                assert min(x1 - x0, y1 - y0) >= 72, name
                assert size != PORTRAIT or y0 >= 767, name
                assert y1 <= size[1] - 120, name
                for other, (a0, b0, a1, b1) in found.items():
                    if other != name and not other.startswith("document.chapter."):
                        assert x1 <= a0 + 1 or a1 <= x0 + 1 or y1 <= b0 + 1 or b1 <= y0 + 1, f"{name} on {other}"


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
@pytest.mark.parametrize("read_size", [0, 3])
@SIZES
@KEYBOARD
def test_every_page_of_every_law_shows_without_a_warning(
    lang: str, read_size: int, size: tuple[int, int], qapp: object
) -> None:
    with running(library(), size, language=lang, glove=read_size == 3) as k:
        at(k, "2026-11-22")
        k.app.visit.setReadSize(read_size)
        k.app.visit.setNight(read_size == 3)
        for uid in (UNION, HOLIDAYS, WOMEN, "policies/annual-leave", "policies/working-hours"):
            k.open(uid, "document.contents")
            assert (vm(k).cover.notice != "") == (lang == "en")
            for n in range(0, vm(k).total, 5):
                vm(k).show(n)
                k.hand.pump()
            for phase in ("jump", "find", *(["compare"] if vm(k).changes.pairs else [])):
                vm(k).to(phase)
                k.hand.pump()
            k.hand.window.grabWindow()


@SIZES
def test_the_example_opens(size: tuple[int, int], qapp: object) -> None:
    with running(shared_union().data, size) as k:
        k.open(EXAMPLE, "document.contents")
        touch(k, "document.compare")
        assert said(k, "document.changes") == "改了 2 条，新加 1 条"
