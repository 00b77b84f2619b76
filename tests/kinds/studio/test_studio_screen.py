"""A studio on the real screen, touched by a real finger, in both orientations and both languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from support.brought import brought
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running

from kiosk.core import receipt
from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.jobs import Err

SEALED, PLAIN = "studios/assembly", "studios/welding"
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")


@cache
def hall() -> Path:
    """A kiosk's data folder with the sample studios, and one of extremes."""
    return brought("studios", with_extremes)


def with_extremes(pack: Path) -> None:
    """Without links to stories that are not here; one studio of everything at its longest, one of almost nothing."""
    for file in pack.rglob("index.md"):
        text = file.read_text("utf-8").replace(", model-workers/ni-zhi-fu, model-workers/meng-tai", "")
        file.write_text(text.replace(", model-workers/gao-feng-lin", ""), "utf-8")
    for name, body in (
        ("big", big()),
        ("bare", "刚挂牌。\n## 成果\n| 名称 | 类别 |\n|---|---|\n| 一块样板 | 工装 |\n"),
    ):
        folder = pack / "studios" / name
        folder.mkdir()
        title = (
            "重型机械制造集团第二装配公司总装配车间张贴的名字特别长的劳模和工匠人才创新工作室"
            if name == "big"
            else "小工作室"
        )
        fields = "fields: [换模, 输送, 检测, 工位, 起重, 焊接, 电气, 安全]\n" if name == "big" else ""
        (folder / "index.md").write_text(
            f"---\nkind: studio\ntitle: {title}\n{fields}sources: [{{title: 样例}}]\n---\n{body}", "utf-8"
        )


def big() -> str:
    """Forty results, thirty-one people, sixty cards, large numbers."""
    rows = "\n".join(
        f"| 第{i}项成果名字起得特别长一直写到第二行还没有写完 | {'专利' if i % 3 == 0 else '改进'} | 2024 | 在用 | 少停 {i} 分钟 |"
        for i in range(1, 41)
    )
    tree = "- 总师傅\n" + "".join(
        f"  - 师傅{i} | 出师\n" + "".join(f"    - 徒弟{i}之{j} | 2023 年起 | 在学\n" for j in range(5))
        for i in range(5)
    )
    cards = "\n".join(
        f"| {i:03d} | 第{i}班 | 传送带往左跑偏，一天要停两回，每回都要等机修来调，调完又偏。 | {('没人接', '有人接', '解决了')[i % 3]} |"
        for i in range(60)
    )
    phrases = "\n".join(f"- 常用的一句话写得稍微长一点第{i}句" for i in range(12))
    return f"""## 成果
| 名称 | 类别 | 年份 | 状态 | 效果 |
|---|---|---|---|---|
{rows}
## 前后对比
| 事情 | 单位 | 原来 | 现在 | 办法 |
|---|---|---|---|---|
| 全厂一年因为换模具停下来等待的时间 | 分钟 | 125000 | 98200.5 | 改了三十副模具的定位方式还重排了换模班次 |
| 次品 | 件 | 3 | 0 | 加了挡块 |
| 产量 | 件 | 30 | 31 | 换刀快了 |
## 师带徒
{tree}
## 求助卡
| 编号 | 班组 | 难题 | 状态 |
|---|---|---|---|
{cards}
## 常用语
{phrases}
"""


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object) -> Iterator[Kiosk]:
    """A kiosk on the sample studio whose requests are sealed."""
    with running(hall(), request.param) as kiosk:
        kiosk.open(SEALED, "studio.front")
        yield kiosk


def write_all(k: Kiosk) -> None:
    """From the wall to the review, without the keyboard."""
    k.touch_late("studio.hang")
    k.touch_late("studio.field.1")
    k.touch_late("studio.phrase.0")
    k.touch_late("studio.forward")
    k.vm.order.write("team", "三车间二班")
    k.vm.order.write("phone", "6032")
    k.touch_late("studio.forward")
    k.hand.see("studio.review")


def boxes(k: Kiosk) -> dict[str, tuple[float, float, float, float]]:
    """Logical places of everything on the page that can be touched."""
    found = {}
    for item in k.hand.items():
        name = item.objectName()
        if name.startswith("studio.") and (hasattr(item, "clicked") or name in ("studio.input", "studio.cut")):
            at = item.mapToScene(QPointF(0, 0))
            box = (at.x(), at.y(), at.x() + item.width(), at.y() + item.height())
            if (seen := _clipped(item, box)) is not None:
                found[name] = seen
    return found


def _clipped(item: QQuickItem, box: tuple[float, float, float, float]) -> tuple[float, float, float, float] | None:
    """The part of a box that can be seen; None when a list cuts it."""
    up = item.parentItem()
    while up:
        if up.clip():
            at = up.mapToScene(QPointF(0, 0))
            if box[1] < at.y() - 1 or box[3] > at.y() + up.height() + 1:
                return None
        up = up.parentItem()
    return box


def in_reach(k: Kiosk) -> set[str]:
    """Everything touchable is large, apart and low; returns their names."""
    found = boxes(k)
    portrait = k.hand.window.height() > k.hand.window.width()
    for name, (x0, y0, x1, y1) in found.items():
        assert min(x1 - x0, y1 - y0) >= 72, name
        assert not portrait or y0 >= 768, name
        for other, (a0, b0, a1, b1) in found.items():
            assert other == name or x1 <= a0 or a1 <= x0 or y1 <= b0 or b1 <= y0, f"{name} lies on {other}"
    return set(found)


def test_the_wall_shows_the_numbers_as_slats(k: Kiosk) -> None:
    assert k.shows("42") and k.shows("加了三根定位销") and k.shows("样例")
    drawn = k.hand.see("studio.change").property("change")
    change = drawn.toVariant() if hasattr(drawn, "toVariant") else drawn
    assert (change["beforeSlats"], change["afterSlats"], change["slat"]) == (42, 9, 1)
    assert k.hand.find("studio.scale") is None
    assert [t["count"] for t in k.vm.rooms.tiles] == [12, 5, 12]


def test_every_room_is_entered_and_left(k: Kiosk) -> None:
    for button, page in (
        ("studio.tile.0", "studio.results"), ("studio.tile.1", "studio.results"), ("studio.tile.2", "studio.tree"),
        ("studio.room.people", "studio.people"), ("studio.room.changes", "studio.changes"),
        ("studio.room.gallery", "studio.gallery"), ("studio.room.links", "studio.links"),
    ):  # fmt: skip
        k.touch_late(button)
        k.hand.see(page)
        assert "studio.home" in in_reach(k)
        k.touch_late("studio.home")
        k.hand.see("studio.front")
    k.touch_late("studio.tile.1")
    assert len(k.vm.rooms.results) == 5
    k.hand.touch("nav.back")
    k.hand.see("studio.front")
    assert k.names[-1] == SEALED, "back leads to the wall first"


def test_a_long_room_moves_by_buttons(qapp: object) -> None:
    with running(hall()) as k:
        k.open("studios/big", "studio.front")
        k.touch_late("studio.tile.2")
        view = k.hand.see("studio.list")
        assert view.property("contentHeight") > view.height() * 2
        k.touch_late("studio.down")
        assert view.property("contentY") > view.height() * 0.5
        for _ in range(9):
            if not k.hand.see("studio.down").isEnabled():
                break
            k.touch_late("studio.down")
        assert view.property("atYEnd")
        k.touch_late("studio.up")
        assert not view.property("atYEnd")


def test_pictures_are_compared_without_dragging(k: Kiosk) -> None:
    k.touch_late("studio.room.changes")
    for _ in range(4):
        k.touch_late("studio.following")
    assert k.shows("换模工位")
    in_reach(k)
    cut = k.hand.see("studio.cut").parentItem()
    assert cut.property("cut") == pytest.approx(0.5)
    k.touch_late("studio.cutRight")
    assert cut.property("cut") == pytest.approx(0.6)
    k.touch_late("studio.allAfter")
    assert cut.property("cut") == 0
    k.touch_late("studio.allBefore")
    assert cut.property("cut") == 1
    k.hand.touch("studio.cut")
    assert cut.property("cut") == pytest.approx(0.5, abs=0.02)
    k.touch_late("studio.following")
    assert k.shows("工具抽屉") and cut.property("cut") == pytest.approx(0.5)


def test_a_picture_is_looked_at_from_near(k: Kiosk) -> None:
    k.touch_late("studio.room.gallery")
    k.touch_late("studio.thumb.2")
    assert k.vm.rooms.at == 2 and k.shows("三代人")
    k.touch_late("studio.enlarge")
    look = k.hand.see("studio.look")
    k.touch_late("studio.look.in")
    k.touch_late("studio.look.in")
    assert look.property("roomX") > 0
    k.touch_late("studio.look.right")
    assert look.property("driftX") < 0
    k.touch_late("studio.look.close")
    assert k.hand.find("studio.look") is None


def test_pictures_that_are_not_in_the_pack_leave_a_mark_in_their_place(k: Kiosk) -> None:
    k.vm.opened.media.clear()
    k.touch_late("studio.room.gallery")
    assert k.shows("缺") and k.shows("钳台") and not k.hand.see("studio.enlarge").isEnabled()
    k.touch_late("studio.home")
    k.touch_late("studio.room.changes")
    for _ in range(4):
        k.touch_late("studio.following")
    assert k.shows("缺") and k.shows("八个螺栓")


def test_cards_hang_in_order_and_only_open_ones_can_be_taken(k: Kiosk) -> None:
    assert k.vm.board.card["number"] == "032" and k.shows("没人接")
    assert k.hand.find("studio.take") is not None
    k.touch_late("studio.nextCard")
    assert k.vm.board.card["state"] == "taken" and k.hand.find("studio.take") is None
    k.touch_late("studio.nextCard")
    assert k.vm.board.card["state"] == "solved" and k.shows("用了 25 天解决")
    k.touch_late("studio.nextCard")
    assert k.vm.board.card["number"] == "032"


def test_a_card_is_hung_and_sealed_before_it_is_thanked_for(k: Kiosk) -> None:
    before = len(k.records("studio"))
    k.touch_late("studio.hang")
    assert not k.hand.see("studio.forward").isEnabled()
    k.touch_late("studio.field.1")
    k.touch_late("studio.phrase.0")
    assert k.shows("总是停机")
    in_reach(k)
    k.touch_late("studio.forward")
    assert not k.hand.see("studio.forward").isEnabled()
    k.vm.order.write("team", "三车间二班")
    assert k.vm.order.missing == "phone"
    k.touch_late("studio.way.visit")
    assert k.vm.order.missing == ""
    k.touch_late("studio.way.call")
    k.vm.order.write("phone", "6032")
    in_reach(k)
    k.touch_late("studio.forward")
    assert k.shows("6032") and k.shows("谁都打得开")
    k.touch_late("studio.forward")
    k.hand.see("studio.receipt")
    told = k.records("studio")[before:]
    assert len(told) == 1 and set(told[0]) == {"item", "event", "card", "field", "sealed", "day"}
    assert told[0]["event"] == "order" and told[0]["field"] == "输送"
    code = "".join(k.vm.order.receipt)
    assert receipt.sound(code) and k.shows(code[:3])
    k.touch_late("studio.forward")
    k.hand.see("studio.front")
    assert not k.app.shell._stake
    k.touch_late("studio.hang")
    assert k.vm.order.draft["problem"] == "", "the words are the office's now"


def test_without_an_office_key_the_office_gets_the_plain_record(k: Kiosk) -> None:
    k.open(PLAIN, "studio.front")
    before = len(k.records("studio"))
    write_all(k)
    assert not k.shows("谁都打得开")
    k.touch_late("studio.forward")
    k.hand.see("studio.receipt")
    told = k.records("studio")[before:]
    assert [(t["team"], t["phone"], t["way"], t["problem"]) for t in told] == [("三车间二班", "6032", "call", "夹不紧")]
    assert told[0]["code"] == "".join(k.vm.order.receipt)


def test_a_card_is_taken(k: Kiosk) -> None:
    before = len(k.records("studio"))
    k.touch_late("studio.take")
    assert k.shows("你来接这张卡") and k.shows("032")
    k.vm.order.write("team", "机修班")
    k.vm.order.write("phone", "6011")
    k.touch_late("studio.forward")
    k.touch_late("studio.forward")
    k.hand.see("studio.receipt")
    assert [(t["event"], t["card"], t["field"]) for t in k.records("studio")[before:]] == [("take", "032", "输送")]


def test_double_taps_store_once_and_skip_no_page(k: Kiosk) -> None:
    before = len(k.records("studio"))
    k.touch_late("studio.hang")
    k.touch_late("studio.field.0")
    k.touch_late("studio.phrase.0")
    k.clock.ahead += 1
    k.hand.touch("studio.forward")
    k.hand.touch("studio.forward")
    assert k.vm.phase == "contact"
    k.vm.order.write("team", "三车间二班")
    k.vm.order.write("phone", "6032")
    k.clock.ahead += 1
    k.hand.touch("studio.forward")
    k.hand.touch("studio.forward")
    assert k.vm.phase == "review" and len(k.records("studio")) == before
    k.clock.ahead += 1
    k.vm.order.submit()
    k.vm.order.submit()
    k.hand.see("studio.receipt")
    assert len(k.records("studio")) == before + 1


def test_what_could_not_be_stored_is_not_thanked_for_and_goes_once_later(
    k: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(k.records("studio"))
    write_all(k)
    recorder, names = k.vm.services.recorder, []
    real = recorder.submit

    def full(kind: str, uid: str, payload: Any, done: Any, **more: Any) -> None:
        names.append(more["once"])
        done(Err(StorageError("DISK_FULL", Text("盘满了。", "The disk is full."), Text("", ""))))

    monkeypatch.setattr(recorder, "submit", full)
    k.touch_late("studio.forward")
    k.hand.wait(lambda: k.vm.order.trouble, "the sentence")
    assert k.shows("没有存上") and k.shows("盘满了") and k.vm.phase == "review"

    def kept(*given: Any, **more: Any) -> None:
        names.append(more["once"])
        real(*given, **more)

    monkeypatch.setattr(recorder, "submit", kept)
    k.touch_late("studio.forward")
    k.hand.see("studio.receipt")
    assert len(set(names)) == 1 and len(k.records("studio")) == before + 1


def test_the_end_of_the_visit_forgets_what_was_written(k: Kiosk) -> None:
    write_all(k)
    assert k.app.shell._stake == {"studio"}
    k.pass_time(k.app.settings.idle_seconds + 1)
    assert k.app.shell.asking > 0, "an unfinished card is worth a question"
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    k.app.shell.wake()
    k.open(SEALED, "studio.front")
    k.touch_late("studio.hang")
    assert k.vm.order.draft["mine"]["team"] == "" and k.vm.order.draft["problem"] == ""


def test_back_keeps_what_was_written(k: Kiosk) -> None:
    write_all(k)
    for page in ("studio.contact", "studio.describe", "studio.front"):
        k.hand.touch("nav.back")
        k.hand.see(page)
    k.touch_late("studio.hang")
    assert k.vm.order.draft["mine"]["problem"] == "总是停机" and k.vm.order.draft["mine"]["team"] == "三车间二班"


@KEYBOARD
def test_a_problem_is_written_in_pinyin_on_the_drawn_keys(k: Kiosk) -> None:
    k.touch_late("studio.hang")
    k.touch_late("studio.tab.problem")
    k.hand.see("key.t")
    field = k.hand.see("studio.input")
    board = k.hand.see("keyboard")
    assert field.mapToScene(QPointF(0, field.height())).y() <= board.mapToScene(QPointF(0, 0)).y() + 1, (
        "the field stays in sight"
    )
    for letter in "taiman":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: (c := k.hand.find("candidate.0")) is not None and "太慢" in _words(c), "the candidate")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: k.vm.order.draft["mine"]["problem"] == "太慢", "the word on the card")
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: k.hand.see("studio.tab.wish").property("checked"), "the next tab")
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: k.hand.find("key.t") is None, "the keyboard is down")


def _words(item: QQuickItem) -> str:
    own = [str(item.property("text") or item.property("name") or "")]
    return "".join(own + [_words(child) for child in item.childItems()])


@SIZES
def test_extremes_fit_the_wall(size: tuple[int, int], qapp: object) -> None:
    with running(hall(), size) as k:
        k.open("studios/big", "studio.front")
        assert k.shows("一格是 5000 分钟") and k.vm.board.count == 60
        in_reach(k)
        k.touch_late("studio.tile.0")
        assert len(k.vm.rooms.results) == 40
        k.touch_late("studio.home")
        k.touch_late("studio.hang")
        k.touch_late("studio.more")
        k.open("studios/bare", "studio.front")
        assert k.hand.find("studio.card") is None and k.hand.find("studio.nextCard") is None
        in_reach(k)


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
@pytest.mark.parametrize("read_size", [0, 3])
@SIZES
def test_every_page_shows_without_a_warning(lang: str, read_size: int, size: tuple[int, int], qapp: object) -> None:
    with running(hall(), size, language=lang, glove=True) as k:
        k.app.visit.setReadSize(read_size)
        k.app.visit.setNight(read_size == 3)
        for uid in (SEALED, PLAIN):
            k.open(uid, "studio.front")
            for room in ("results", "patents", "tree", "people", "changes", "gallery", "links"):
                k.vm.rooms.enter(room)
                k.hand.pump()
                if room == "changes":
                    for place in range(len(k.vm.rooms.changes) + len(k.vm.rooms.pairs)):
                        k.vm.rooms.show(place)
                        k.hand.pump()
                k.hand.window.grabWindow()
                k.vm.home()
            k.clock.ahead += 1
            k.vm.order.hang()
            k.hand.pump()
            in_reach(k)
            k.vm.order.chooseField(k.vm.fields[0])
            k.vm.order.choosePhrase(k.vm.order.phrases[0])
            k.clock.ahead += 1
            k.vm.order.next()
            k.vm.order.write("team", "三车间二班")
            k.vm.order.write("phone", "6032")
            k.hand.pump()
            in_reach(k)
            k.clock.ahead += 1
            k.vm.order.next()
            k.hand.pump()
            k.hand.window.grabWindow()
            in_reach(k)


def test_the_fourth_card_of_a_visit_is_told_why_not(k: Kiosk) -> None:
    before = len(k.records("studio"))
    for _ in range(3):
        write_all(k)
        k.touch_late("studio.forward")
        k.hand.see("studio.receipt")
        k.touch_late("studio.forward")
        k.hand.see("studio.front")
    write_all(k)
    k.touch_late("studio.forward")
    k.hand.wait(lambda: k.vm.order.trouble, "the reason")
    assert k.vm.phase == "review" and k.vm.order.trouble[0] == "这一趟已经挂了 3 张。"
    assert len(k.records("studio")) == before + 3
