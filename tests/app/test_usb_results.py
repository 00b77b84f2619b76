"""A stick that the office prepared takes the kiosk's records back, with new content and without."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, Kiosk, running
from support.reach import check_reach
from support.stick import HASHED, Stick, enter, stick_of
from support.union import Union

from kiosk.cli.results import OUTBOX
from kiosk.fleet.batch import opened, read
from kiosk.fleet.visited import LIST, OWN, Tour, dump_list, dump_visit
from kiosk.sealing import load_key, make_key

pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The office's private key; the kiosk knows the public one."""
    monkeypatch.setenv("KIOSK_OFFICE_KEY", str(make_key(tmp_path / "office.key", "")))
    return load_key(tmp_path / "office.key", "")


def prepared(union: Union, tmp_path: Path) -> Stick:
    stick = stick_of(union, tmp_path)
    (stick.place / OUTBOX).mkdir(parents=True)
    return stick


def go_in(k: Kiosk, stick: Stick) -> None:
    stick.put_in()
    k.hand.see("usb.sheet")
    k.hand.settle(0.05)
    k.hand.touch("usb.sheet.go")
    enter(k)
    k.hand.see("usb")
    k.hand.wait(lambda: k.app.duty.stick.now.phase == "ready", "the list")
    k.hand.settle(0.05)


def kinds(stick: Stick, private: bytes) -> list[str]:
    found: list[str] = []
    for file in sorted((stick.place / OUTBOX).rglob("*.batch")):
        if file.is_file() and not file.name.startswith("."):
            found += [e.kind for e in opened(read(file.read_bytes(), file.name), private).entries]
    return found


@SIZES
def test_nothing_new_on_the_stick_and_the_results_go_along(
    own_union: Union, tmp_path: Path, office: bytes, size: tuple[int, int]
) -> None:
    stick = prepared(own_union, tmp_path)
    with running(own_union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        k.app.records.append("vote", "may/photo", {"entry": "3"})
        go_in(k, stick)
        assert k.hand.see("usb.sentence").property("text") == "带回结果"
        assert k.shows("要带")
        check_reach(k, size)
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: k.app.duty.stick.now.phase == "done", "the end")
        k.hand.settle(0.05)
        assert k.hand.see("usb.sentence").property("text") == "可以拔了"
        assert k.shows("已带上") and k.shows("结果带上了")
        assert k.shows("健康报告和日志，已封好") and k.shows("到过：") and k.shows("1 台")
    assert "vote" in kinds(stick, office)


@pytest.mark.parametrize("size", [PORTRAIT])
def test_new_content_comes_and_results_go(
    own_union: Union, tmp_path: Path, office: bytes, size: tuple[int, int]
) -> None:
    source = own_union.samples.content / "model-workers" / "stories"
    shutil.copytree(source / "wang-jin-xi", source / "wang-two")
    own_union.edit("model-workers/stories/wang-jin-xi/index.md", "title: 铁人王进喜\n", "title: 新版铁人王进喜\n")
    own_union.publish("model-workers")
    stick = prepared(own_union, tmp_path)
    with running(own_union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        k.app.records.append("vote", "may/photo", {"entry": "3"})
        go_in(k, stick)
        assert k.shows("有新内容") and k.shows("带回结果")
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: k.app.duty.stick.now.phase == "done", "the end")
        k.hand.settle(0.05)
        assert k.shows("新内容已经上屏") and k.shows("已带上")
    assert "vote" in kinds(stick, office)


@SIZES
def test_the_stick_says_where_it_has_not_been(
    own_union: Union, tmp_path: Path, office: bytes, size: tuple[int, int]
) -> None:
    stick = prepared(own_union, tmp_path)
    tour = Tour("5" * 16, (("hall-2", "食堂"), ("hall-3", "二车间"), ("hall-4", "培训中心")))
    place = stick.place / OUTBOX
    (place / LIST).write_bytes(dump_list(tour))
    (place / "hall-2").mkdir()
    (place / "hall-2" / OWN).write_bytes(dump_visit(tour.id, "食堂", datetime.now(UTC)))
    with running(own_union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: k.app.duty.stick.now.phase == "done", "the end")
        k.hand.settle(0.05)
        assert k.shows("还差 2 台") and k.shows("还没到：二车间、培训中心") and k.shows("接着去还没到的 2 台")
        check_reach(k, size)
    assert office


@pytest.mark.parametrize("size", [LANDSCAPE])
def test_a_stick_that_takes_nothing_says_why_and_the_content_is_there(
    own_union: Union, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    key = str(make_key(tmp_path / "office.key", ""))
    monkeypatch.setenv("KIOSK_OFFICE_KEY", key[:-4] + ("aaaa" if key[-4:] != "aaaa" else "bbbb"))
    stick = prepared(own_union, tmp_path)
    with running(own_union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: k.app.duty.stick.now.phase == "done", "the end")
        k.hand.settle(0.05)
        assert k.shows("没带上") and k.shows("结果没带上") and k.shows("抄错了字")


def test_the_office_did_not_ask_and_nothing_is_written(own_union: Union, tmp_path: Path, office: bytes) -> None:
    stick = stick_of(own_union, tmp_path)
    before = sorted(p for p in stick.place.rglob("*"))
    with running(own_union.data, PORTRAIT, watch=True, media=stick.media, pin=HASHED) as k:
        k.app.records.append("vote", "may/photo", {"entry": "3"})
        go_in(k, stick)
        assert not k.shows("带回结果")
    assert sorted(p for p in stick.place.rglob("*")) == before
