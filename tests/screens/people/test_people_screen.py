"""The wall of people and the years of their honours, by touch and by keyboard, for one person and for a thousand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from support.catalogs import Shelf, put_item
from support.kiosk import SIZES, Kiosk, running
from support.reach import check_reach
from support.union import Union

ERAS = ("revolution", "founding", "reform", "newera")


def library(place: Path, count: int) -> Path:
    """A data folder with so many people, each honoured in some year."""
    shelf = Shelf(place / "data")
    pack = shelf.pack("mw", {"oil": {"zh": "石油", "en": "Oil"}, "steel": {"zh": "钢铁", "en": "Steel"}})
    for n in range(count):
        honours = [{"name": "全国劳动模范", "year": str(1950 + n % 75)}]
        put_item(
            pack, f"who-{n:04}", title=f"师傅{n}", name=f"师傅{n}", era=ERAS[n % 4], trade=("oil", "steel")[n % 2],
            content={"person": {"name": f"师傅{n}", "honours": honours}, "blocks": []},
        )  # fmt: skip
    shelf.build()
    return shelf.base


def vm(k: Kiosk) -> Any:
    assert k.app.shell.page is not None
    return k.app.shell.page.vm


@SIZES
def test_from_the_room_to_the_wall_and_the_years(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")
        k.hand.settle(0.1)
        k.hand.touch("catalog.people")
        k.hand.see("people.list")
        k.hand.wait(lambda: vm(k).condition == "ok", "the people")
        k.hand.settle(0.1)
        assert k.shows("五六十年代")
        check_reach(k, size)
        k.hand.touch("people.order.honours")
        k.hand.wait(lambda: k.shows("1950年代"), "the years")
        k.hand.settle(0.1)
        assert k.shows("全国先进生产者")
        check_reach(k, size)
        k.hand.touch("honour.1959.王进喜")
        k.hand.wait(lambda: k.app.shell.pageUid == "model-workers/wang-jin-xi", "the story")


def test_one_person(tmp_path: Path, qapp: object) -> None:
    with running(library(tmp_path, 1)) as k:
        k.app.shell.openPeople("trade")
        k.hand.see("person.mw/who-0000")
        assert (vm(k).count, len(vm(k).groups)) == (1, 1)
        k.hand.touch("people.order.honours")
        k.hand.see("honour.1950.师傅0")


@SIZES
def test_a_thousand_people(tmp_path: Path, qapp: object, size: tuple[int, int]) -> None:
    with running(library(tmp_path, 1000), size) as k:
        k.app.shell.openPeople("era")
        k.hand.see("person.mw/who-0000")
        k.hand.settle(0.1)
        assert len([i for i in k.hand.items() if i.objectName().startswith("person.")]) < 40
        k.hand.touch("people.group.3")
        k.hand.see("person.mw/who-0003")
        k.hand.settle(0.1)
        k.hand.touch("people.order.honours")
        k.hand.wait(lambda: k.shows("1950年代"), "the years")
        k.hand.settle(0.1)
        below = vm(k).below(0)
        k.hand.touch("people.more")
        k.hand.settle()
        assert below == 1000
        k.hand.touch("people.group.2")
        k.hand.wait(lambda: k.shows("1970年代"), "the seventies")


def test_by_keyboard(tmp_path: Path, qapp: object) -> None:
    with running(library(tmp_path, 60)) as k:
        k.app.shell.openPeople("era")
        grid = k.hand.see("people.list")
        k.hand.see("person.mw/who-0000")
        start = grid.property("contentY")
        for _ in range(30):
            k.hand.key(Qt.Key.Key_Tab)
            focused: Any = k.app.window.activeFocusItem()
            if focused is not None and focused.objectName() == "people.order.trade":
                break
        k.hand.key(Qt.Key.Key_PageDown)
        k.hand.settle()
        assert grid.property("contentY") > start
        k.hand.key(Qt.Key.Key_Return)
        assert vm(k).order == "trade"


@pytest.mark.parametrize("order", ["era", "honours"])
def test_nobody(tmp_path: Path, qapp: object, order: str) -> None:
    with running(library(tmp_path, 0)) as k:
        k.app.shell.openPeople(order)
        k.hand.see("people")
        k.hand.wait(lambda: k.shows("还没有"), "the empty wall")
