"""Contests on the real screen, touched by a real finger, in both orientations."""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from support.house import bring_roster
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.kinds.vote import ballot, booth, report
from kiosk.kinds.vote.model import Contest
from kiosk.kinds.vote.numbers import luhn
from kiosk.kinds.vote.rows import Rows
from kiosk.records import Record, RecordBook
from kiosk.records.roster import Person
from kiosk.samples import Samples, bring, build_packs, content_folder, publish_packs

PHOTOS, POEMS, NOMINATIONS = "contests/my-work", "contests/shift-poems", "contests/model-nominations"
CARDS, MANY, DATED, TALK = "more/cards", "more/many", "more/dated", "more/talk"
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")
HEAD = "kind: vote\npublished: 2026-11-01\nsources:\n  - {title: 自编}\n"
ESSAYS = "".join(f"- {{number: {n}, title: 第{n}篇, by: 第{n}班, text: 这是第{n}篇。}}\n" for n in range(1, 201))
FEW = "".join(ESSAYS.splitlines(keepends=True)[:8])


def _item(content: Path, name: str, front: str, entries: str) -> None:
    folder = content / "more/items" / name
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(f"---\n{HEAD}title: {name}\n{front}---\n一句话。\n", "utf-8")
    (folder / "entries.yaml").write_text(entries, "utf-8")


@cache
def hall() -> Path:
    """A kiosk's data folder with the sample contests and some of this test's own."""
    place = Path(tempfile.mkdtemp(prefix="kiosk-votes-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    content = place / "content"
    shutil.copytree(content_folder() / "contests", content / "contests")
    _item(
        content,
        "cards",
        "genre: essay\nidentity: card\nper: day\nvotes: 2\nnumbers: {length: 10}\nresults: live\n",
        FEW,
    )
    _item(content, "many", "genre: essay\nvotes: 1\nresults: live\n", ESSAYS)
    _item(content, "dated", "genre: essay\nopens: 2026-05-01\ncloses: 2026-05-03 18:00\n", FEW)
    _item(
        content, "talk", "genre: speech\nresults: live\n", "- {number: 1, title: 讲, media: talk.mp3, text: 提纲。}\n"
    )
    (content / "more/items/talk/talk.mp3").write_bytes(b"no sound")
    (content / "more/pack.yaml").write_text(
        "id: more\ntitle: {zh: 例, en: More}\nversion: 1\nlanguages: [zh, en]\n", "utf-8"
    )
    samples = Samples(content, place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    assert bring(samples).problem is None
    return samples.data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A book of this test's own beside the shared library."""
    place = tmp_path / "kiosk"
    shutil.copytree(hall(), place)
    from kiosk.library import refresh_catalog
    from kiosk.packs.store import Store

    store = Store(place / "store")
    refresh_catalog(store, place / "catalog", force=True)
    store.close()
    return place


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object, data: Path) -> Iterator[Kiosk]:
    with running(data, request.param) as kiosk:
        yield kiosk


def vm(k: Kiosk) -> Any:
    return k.app.shell.page.vm


def rest(k: Kiosk) -> None:
    k.hand.pump()
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
    k.hand.pump()


def touch(k: Kiosk, name: str) -> None:
    """Touch when the page has been up long enough not to take it for a second tap."""
    k.clock.ahead += 1
    k.hand.touch(name)
    rest(k)


def votes(k: Kiosk, uid: str) -> list[dict[str, Any]]:
    rest(k)
    book = RecordBook(k.app.settings.data_dir / "records.db")
    try:
        return [p for p in book.payloads(booth.VOTE) if p["item"] == uid]
    finally:
        book.close()


def number(base: str = "12345") -> str:
    return base + luhn(base)


def type_number(k: Kiosk, digits: str) -> None:
    for digit in digits:
        k.hand.touch(f"vote.key.{digit}")
    touch(k, "vote.key.done")


def swipe(k: Kiosk, digits: str) -> None:
    """A card reader: digits and Enter at once."""
    for digit in digits:
        k.hand.key(getattr(Qt.Key, f"Key_{digit}"))
    k.hand.key(Qt.Key.Key_Return)
    rest(k)


def test_a_vote_by_worker_number(k: Kiosk) -> None:
    k.open(PHOTOS, "vote.gallery")
    assert not k.hand.see("vote.main").isEnabled(), "nothing is chosen beforehand"
    touch(k, "vote.card.3")
    assert k.hand.see("vote.strip.3").width() > 3 * k.hand.see("vote.strip.1").width()
    assert k.shows("投 03 号一票")
    touch(k, "vote.main")
    k.hand.see("vote.identify")
    type_number(k, "123456")
    assert vm(k).phase == "identify" and "输错" in vm(k).fault
    for _ in range(6):
        k.hand.touch("vote.key.erase")
    type_number(k, number())
    k.hand.see("vote.confirm")
    assert k.shows("投 03 号一票") and votes(k, PHOTOS) == []
    touch(k, "vote.main")
    k.hand.wait(lambda: vm(k).just == 3, "the vote")
    k.hand.see("vote.given")
    assert k.shows("已投 03 号一票") and k.shows("已投 1 票")
    (vote,) = votes(k, PHOTOS)
    assert (vote["entry"], vote["seed"], vote["day"]) == (3, vm(k)._seed, "2026-05-01")
    assert vm(k).entries.order[vote["place"]] == 3
    assert number() not in str(vote)


def test_the_same_person_may_not_vote_twice_for_one_entry_nor_too_often(k: Kiosk) -> None:
    k.open(PHOTOS, "vote.gallery")
    for n in (1, 2, 3):
        touch(k, f"vote.card.{n}")
        touch(k, "vote.main")
        if n == 1:
            type_number(k, number())
            touch(k, "vote.main")
        k.hand.wait(lambda n=n: vm(k).just == n, "the vote")
    assert vm(k).spent and k.shows("3 票都投完了")
    touch(k, "vote.card.4")
    assert not k.hand.see("vote.main").isEnabled()
    touch(k, "vote.forget")
    assert vm(k).who == "" and vm(k).mine == []
    touch(k, "vote.card.5") if vm(k).entries.chosen != 5 else None
    touch(k, "vote.main")
    type_number(k, number())
    assert vm(k).phase == "identify" and "投完" in vm(k).fault
    type_number(k, number("23456"))
    assert vm(k).phase == "confirm"
    touch(k, "vote.again")
    assert vm(k).phase == "gallery" and vm(k).who == "" and len(votes(k, PHOTOS)) == 3


def test_a_number_that_is_not_on_the_roster_may_not_vote(k: Kiosk) -> None:
    bring_roster(Path(k.app.settings.data_dir), [Person(number("23456"), "张晓明", "总装")])
    k.open(PHOTOS, "vote.gallery")
    touch(k, "vote.card.1")
    touch(k, "vote.main")
    type_number(k, number())
    assert vm(k).phase == "identify" and vm(k).fault.startswith("名册上没有这个号。")
    type_number(k, number("23456"))
    assert vm(k).phase == "confirm"
    touch(k, "vote.main")
    k.hand.wait(lambda: vm(k).just == 1, "the vote")


def test_taps_that_come_too_fast_never_vote_twice(k: Kiosk) -> None:
    k.open(POEMS, "vote.gallery")
    rest(k)
    touch(k, "vote.card.2")
    k.clock.ahead += 1
    at = k.hand.middle(k.hand.see("vote.main"))
    for _ in range(6):
        k.hand.touch_at(at)
    rest(k)
    for _ in range(3):
        vm(k).vote()
    rest(k)
    assert [v["entry"] for v in votes(k, POEMS)] == [2]


def test_a_card_reader_types_like_a_hand(k: Kiosk) -> None:
    k.open(CARDS, "vote.gallery")
    swipe(k, "9999999999")
    assert vm(k).phase == "gallery", "a card drawn elsewhere does nothing"
    touch(k, "vote.card.1") if k.hand.find("vote.card.1") else vm(k).entries.choose(vm(k).entries.order[0])
    chosen = vm(k).entries.chosen
    touch(k, "vote.main")
    k.hand.see("vote.identify")
    for digit in "12":
        k.hand.touch(f"vote.key.{digit}")
    k.clock.ahead += 2
    swipe(k, "0012345678")
    assert vm(k).phase == "confirm" and vm(k).who == "78"
    swipe(k, "0012345678")
    assert vm(k).phase == "confirm" and votes(k, CARDS) == [], "the reader's Enter never votes"
    touch(k, "vote.main")
    assert [v["entry"] for v in votes(k, CARDS)] == [chosen]


def test_tomorrow_there_are_votes_again_but_not_when_the_clock_runs_back(k: Kiosk) -> None:
    def go(day: int, n: int) -> str:
        k.clock.now = lambda: datetime(2026, 5, day, 4, tzinfo=UTC)  # type: ignore[method-assign]
        k.app.shell.home()
        k.open(CARDS, "vote.gallery")
        vm(k).entries.choose(n)
        k.clock.ahead += 1
        vm(k).vote()
        swipe(k, "0012345678")
        if vm(k).phase == "confirm":
            touch(k, "vote.main")
        return "" if vm(k).just == n else str(vm(k).fault)

    assert [go(2, 1), go(2, 2)] == ["", ""]
    assert "明天" in go(2, 3)
    assert [go(3, 1), go(3, 3)] == ["", ""]
    assert "明天" in go(1, 4) and "明天" in go(2, 4)
    payloads = votes(k, CARDS)
    assert [v["day"] for v in payloads] == ["2026-05-02"] * 2 + ["2026-05-03"] * 2


def test_visitors_without_identity_wait_for_each_other(k: Kiosk) -> None:
    k.open(POEMS, "vote.gallery")
    rest(k)
    for n in (1, 2):
        touch(k, f"vote.card.{n}")
        touch(k, "vote.main")
    assert vm(k).spent and len(votes(k, POEMS)) == 2
    k.app.shell.home()
    k.open(POEMS, "vote.gallery")
    rest(k)
    touch(k, "vote.card.3")
    assert vm(k).wait > 40 and not k.hand.see("vote.main").isEnabled() and k.shows("上一位刚投完")
    for n in (4, 3):
        k.clock.ahead += 30  # a visitor who looks about: longer, and the kiosk would ask who is there
        touch(k, f"vote.card.{n}")
    k.hand.wait(lambda: k.hand.see("vote.main").isEnabled(), "the cool-down")
    touch(k, "vote.main")
    assert vm(k).fault == ""
    assert len(votes(k, POEMS)) == 3


@pytest.mark.parametrize(
    ("now", "stage", "shows"),
    [
        (datetime(2026, 4, 30, 4, tzinfo=UTC), "before", "5月1日 开始投票"),
        (datetime(2026, 5, 2, 4, tzinfo=UTC), "open", "每人 1 票"),
        (datetime(2026, 5, 4, 4, tzinfo=UTC), "after", "投票截止了"),
        (datetime(1970, 1, 1, tzinfo=UTC), "clock", "钟不准"),
    ],
)
def test_before_after_and_without_a_clock(now: datetime, stage: str, shows: str, k: Kiosk) -> None:
    k.clock.now = lambda: now  # type: ignore[method-assign]
    k.open(DATED, "vote.gallery")
    rest(k)
    assert vm(k).stage == stage and k.shows(shows)
    vm(k).entries.choose(1)
    k.clock.ahead += 1
    vm(k).vote()
    rest(k)
    assert len(votes(k, DATED)) == (1 if stage == "open" else 0)
    vm(k).showWall(4)
    assert vm(k).phase == ("wall" if stage == "after" else "gallery"), "counts are hidden until it is closed"


def test_the_order_is_another_one_for_each_visitor_and_is_recorded(qapp: object, data: Path) -> None:
    with running(data) as k:
        orders = set()
        for seed in range(6):
            k.app.shell.home()
            k.open(PHOTOS, "vote.gallery")
            order = list(range(1, 7))
            random.Random(vm(k)._seed).shuffle(order)
            assert vm(k).entries.order == order, seed
            orders.add(tuple(order))
        assert orders


def fill(k: Kiosk, uid: str, counts: dict[int, int]) -> None:
    """Votes from many people, straight into the book."""
    book = RecordBook(k.app.settings.data_dir / "records.db")
    n = 0
    for entry, times in counts.items():
        for _ in range(times):
            n += 1
            vote = ballot.Vote(entry, f"x{n}", "2026-05-01", "2026-05-01T16:00", 0.0, True)
            book.append(Record("v", uid, booth.VOTE, 1, datetime.now(UTC), 0.0, True, vote.payload(), f"p{n}"))
    book.close()


def test_the_wall_stands_as_high_as_the_votes_and_agrees_with_a_recount(k: Kiosk) -> None:
    k.open(PHOTOS, "vote.gallery")
    fill(k, PHOTOS, {1: 8, 2: 5, 3: 10, 4: 1, 6: 5})
    touch(k, "vote.live")
    k.hand.wait(lambda: vm(k).wall.votes == 29, "the count")
    assert vm(k).wall.voters == 29
    k.hand.settle(0.1)
    columns = [k.hand.see(f"vote.column.{n:02}") for n in (5, 4, 6, 2, 1, 3)]
    assert [c.x() for c in columns] == sorted(c.x() for c in columns), (
        "the leader stands at the right, a tie's lower number first"
    )
    heights = [c.property("tall") for c in columns]
    assert heights[-1] == columns[-1].property("most") and heights[4] == round(0.8 * heights[-1])
    content: Contest = vm(k)._contest
    payloads = votes(k, PHOTOS)
    assert report.agree(report.recount(content, payloads), vm(k).wall._count)


def test_two_hundred_entries_are_redrawn_without_a_new_delegate(k: Kiosk) -> None:
    k.open(MANY, "vote.gallery")
    fill(k, MANY, {n: n % 23 for n in range(1, 201)})
    vm(k).showWall(4)
    k.hand.wait(lambda: vm(k).wall.votes > 0, "the count")
    k.hand.settle(0.1)

    def walls() -> list[Any]:
        return [i for i in k.hand.items() if i.metaObject().className().startswith(("ResultBar", "ResultColumn"))]

    before = walls()
    assert len(before) == 200 and vm(k).wall._redraw.interval() == 30_000
    bars: Rows = vm(k).wall._bars
    told: list[int] = []
    bars.dataChanged.connect(lambda first, *_: told.append(first.row()))
    resets: list[int] = []
    bars.modelReset.connect(lambda: resets.append(1))
    fill(k, MANY, {100: 1})
    vm(k).wall.recount()
    rest(k)
    assert resets == [] and walls() == before, "no delegate is made or dropped"
    assert 0 < len(told) <= 20, "only what moved is told"
    told.clear()
    vm(k).wall.recount()
    rest(k)
    assert told == []


def test_the_form_is_written_and_kept(k: Kiosk) -> None:
    k.open(NOMINATIONS, "vote.gallery")
    touch(k, "vote.nominate")
    k.hand.see("vote.form")
    assert not k.hand.see("vote.send").isEnabled()
    for field, words in (("name", "样例"), ("unit", "一车间"), ("why", "带出三个徒弟")):
        vm(k).nomination.write(field, words)
    assert k.app.shell._stake == {"vote"}, "an unfinished form is worth a question"
    rest(k)
    k.clock.ahead += 1
    at = k.hand.middle(k.hand.see("vote.send"))
    for _ in range(4):
        k.hand.touch_at(at)
    k.hand.see("vote.nominated")
    rest(k)
    book = RecordBook(k.app.settings.data_dir / "records.db")
    (kept,) = book.payloads(booth.NOMINATION)
    book.close()
    assert (kept["name"], kept["unit"], kept["why"]) == ("样例", "一车间", "带出三个徒弟")
    touch(k, "vote.more")
    assert vm(k).nomination.form == {"name": "", "unit": "", "why": ""}


@KEYBOARD
def test_the_form_is_typed_on_the_drawn_keys(k: Kiosk) -> None:
    k.open(NOMINATIONS, "vote.gallery")
    touch(k, "vote.nominate")
    touch(k, "vote.field.name")
    for letter in "zhangming":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: k.hand.find("candidate.0") is not None, "the candidates")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: len(vm(k).nomination.form["name"]) >= 2, "the name")
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: k.shows("0 / 30"), "the next field")
    k.hand.key(Qt.Key.Key_A)
    k.hand.wait(lambda: vm(k).nomination.form["unit"] != "" or True, "a letter")
    assert len(vm(k).nomination.form["name"]) >= 2


def test_the_end_of_the_visit_forgets_who_it_was(k: Kiosk) -> None:
    k.open(PHOTOS, "vote.gallery")
    touch(k, "vote.card.3")
    touch(k, "vote.main")
    type_number(k, number())
    touch(k, "vote.main")
    assert vm(k).who
    k.pass_time(k.app.settings.idle_seconds + 1)
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    k.app.shell.wake()
    k.open(PHOTOS, "vote.gallery")
    assert vm(k).who == "" and vm(k).mine == [] and vm(k).entries.chosen == 0


def test_back_leads_to_the_gallery_first(k: Kiosk) -> None:
    k.open(POEMS, "vote.gallery")
    touch(k, "vote.card.2")
    touch(k, "vote.card.2")
    k.hand.see("vote.entry")
    assert k.shows("右手的先破")
    touch(k, "vote.after")
    assert vm(k).entries.chosen != 2
    k.hand.touch("nav.back")
    k.hand.see("vote.gallery")
    k.hand.touch("nav.back")
    assert k.names[-1] != POEMS


def test_a_recording_that_cannot_be_played_says_so(k: Kiosk) -> None:
    k.open(TALK, "vote.gallery")
    rest(k)
    touch(k, "vote.card.1")
    touch(k, "vote.card.1")
    assert k.shows("听录音")
    touch(k, "vote.play")
    k.hand.wait(lambda: k.shows("放不出来"), "the failure")
    assert k.hand.see("vote.main").isEnabled()


@pytest.mark.parametrize("gloves", [False, True])
@SIZES
def test_what_is_touched_is_large_apart_and_in_reach(
    size: tuple[int, int], gloves: bool, qapp: object, data: Path
) -> None:
    with running(data, size, glove=gloves) as k:
        for uid, walk in ((PHOTOS, ["vote.card.3", "vote.main"]), (MANY, []), (NOMINATIONS, ["vote.nominate"])):
            k.app.shell.home()
            k.open(uid, "vote.gallery")
            for step in ["", *walk]:
                if step:
                    touch(k, step)
                k.hand.settle(0.05)
                apart(k, size == PORTRAIT)


def apart(k: Kiosk, portrait: bool) -> None:
    found = {}
    for item in k.hand.items():
        if item.objectName().startswith("vote.") and item.property("hitMargin") is not None:
            at = item.mapToScene(QPointF(0, 0))
            found[item.objectName()] = (at.x(), at.y(), at.x() + item.width(), at.y() + item.height())
    assert found
    for name, (x0, y0, x1, y1) in found.items():
        assert min(x1 - x0, y1 - y0) >= 72, name
        assert not portrait or y0 >= 768, name
        assert y1 <= k.hand.window.height() - 120 and x0 >= 0 and x1 <= k.hand.window.width(), name
        for other, (a0, b0, a1, b1) in found.items():
            assert other == name or x1 <= a0 or a1 <= x0 or y1 <= b0 or b1 <= y0, f"{name} lies on {other}"


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
@pytest.mark.parametrize("read_size", [0, 3])
@SIZES
def test_every_page_shows_without_a_warning(
    lang: str, read_size: int, size: tuple[int, int], qapp: object, data: Path
) -> None:
    with running(data, size, language=lang, glove=True) as k:
        k.app.visit.setReadSize(read_size)
        k.app.visit.setNight(read_size == 3)
        for uid in (PHOTOS, POEMS, NOMINATIONS, CARDS, MANY, DATED):
            k.app.shell.home()
            k.open(uid, "vote.gallery")
            rest(k)
            if vm(k).entries.total:
                vm(k).entries.choose(vm(k).entries.order[0])
                vm(k).entries.whole()
                k.hand.pump()
                vm(k).gallery()
                vm(k).entries.turnPage(1)
            k.clock.ahead += 1
            vm(k).nomination.begin()
            k.hand.pump()
            vm(k).gallery()
            vm(k).showWall(4)
            rest(k)
            k.hand.window.grabWindow()


def test_a_vote_that_is_not_kept_is_not_said_and_can_be_given_again(k: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    k.open(POEMS, "vote.gallery")
    rest(k)
    touch(k, "vote.card.2")

    def full(*_: object) -> int:
        raise StorageError("DISK_FAILED", Text("坏了", "broken"), Text("换", "replace"))

    with monkeypatch.context() as patched:
        patched.setattr(RecordBook, "append", full)
        touch(k, "vote.main")
        assert vm(k).just == 0 and vm(k).mine == [] and k.shows("没有记下来")
    assert votes(k, POEMS) == []
    touch(k, "vote.main")
    assert vm(k).just == 2 and [v["entry"] for v in votes(k, POEMS)] == [2]


def test_whoever_walks_away_at_once_has_voted_once(k: Kiosk) -> None:
    k.open(POEMS, "vote.gallery")
    rest(k)
    touch(k, "vote.card.2")
    k.clock.ahead += 1
    vm(k).vote()
    k.app.shell.home()
    assert [v["entry"] for v in votes(k, POEMS)] == [2]


def test_a_touch_on_the_number_after_turning_back_does_not_vote(k: Kiosk) -> None:
    k.open(PHOTOS, "vote.gallery")
    touch(k, "vote.card.3")
    touch(k, "vote.main")
    type_number(k, number())
    k.hand.touch("nav.back")
    rest(k)
    assert vm(k).phase == "gallery" and vm(k).who == "", "nobody's number is left for the next one"
    touch(k, "vote.main")
    assert vm(k).phase == "identify" and vm(k).number.typed == "" and votes(k, PHOTOS) == []
