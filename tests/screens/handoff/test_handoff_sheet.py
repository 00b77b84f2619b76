"""The sheet of an item: any kind has one, it holds what belongs together, and it goes when the page goes."""

from __future__ import annotations

from typing import Any

import pytest
from support.kiosk import SIZES, Kiosk, running
from support.reach import check_reach
from support.union import Union

from kiosk.kinds import discover

WANG = "model-workers/wang-jin-xi"


def sheet(k: Kiosk) -> Any:
    k.hand.see("handoff.code")
    k.hand.settle(0.1)
    assert k.app.shell.sheet is not None
    return k.app.shell.sheet.vm


@SIZES
def test_what_the_code_says_is_on_the_sheet(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        assert k.hand.find("nav.carry") is None  # home has nothing to take away
        k.open(WANG, "story")
        k.hand.touch("nav.carry")
        vm = sheet(k)
        assert k.app.shell.carrying
        assert vm.title == "铁人王进喜" and "1923 年 10 月 8 日" in vm.words and vm.source.startswith("出处：")
        assert k.shows(vm.words[:12])
        code = k.hand.see("handoff.code")
        modules = vm.code["size"] + 8
        assert modules <= 17 + 16 * 4 + 8 and code.width() / modules >= 4  # 2 mm on the glass
        check_reach(k, size)
        k.hand.touch("nav.carry")
        k.hand.wait(lambda: k.app.shell.sheet is None, "the sheet to go")


@pytest.mark.parametrize("kind", sorted(discover()))
def test_every_kind_can_be_taken_away(union: Union, kind: str) -> None:
    with running(union.data) as k:
        k.app.shell.openItem(f"examples/example-{kind}")
        k.hand.wait(lambda: k.app.shell.pageUid == f"examples/example-{kind}", kind)
        k.hand.settle(0.05)
        k.app.shell.carry()
        vm = sheet(k)
        assert vm.title and vm.code["size"] <= 17 + 16 * 4


def test_it_goes_with_the_page(union: Union) -> None:
    with running(union.data) as k:
        k.open(WANG, "story")
        k.hand.touch("nav.carry")
        sheet(k)
        k.hand.touch("nav.back")
        k.hand.wait(lambda: k.app.shell.sheet is None, "the sheet to go")
        assert k.names == ["home"]


def test_it_leads_to_what_belongs_together(union: Union) -> None:
    with running(union.data) as k:
        k.open(WANG, "story")
        k.hand.touch("nav.carry")
        vm = sheet(k)
        if vm.akin:
            uid = vm.akin[0]["uid"]
            k.hand.touch("handoff.akin.0")
            k.hand.wait(lambda: k.app.shell.pageUid == uid, uid)
            assert k.app.shell.sheet is None
