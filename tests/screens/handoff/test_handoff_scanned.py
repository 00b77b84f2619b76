"""What a telephone reads off the glass is what the card says: both themes, both ways up, the longest text there can be."""

from __future__ import annotations

from typing import Any

import pytest
from support.kiosk import LANDSCAPE, PORTRAIT, Kiosk, running
from support.scan import scanned, scanned_aslant
from support.union import Union

from kiosk.screens.handoff import viewmodel
from kiosk.screens.handoff.card import MOST_BYTES, Carried

WANG = "model-workers/wang-jin-xi"
PANELS = [PORTRAIT, LANDSCAPE, (1366, 768), (768, 1366)]


def longest() -> Carried:
    """A card of as many bytes as a card may have, of long characters and short ones."""
    title, source, address = "工会会员" * 5, "出处：工人日报 2021-07-07", "https://example.org/handoff/longest?item=1"
    made = Carried(title, ("",), source, address)
    room = MOST_BYTES - len(made.words().encode()) - 1
    made = Carried(title, ("先锋" * (room // 6) + "x" * (room % 6),), source, address)
    assert len(made.words().encode()) == MOST_BYTES
    return made


def carry(k: Kiosk) -> str:
    k.open(WANG, "story")
    k.hand.touch("nav.carry")
    return "handoff.code"


@pytest.mark.parametrize("night", [False, True], ids=["paper", "night"])
@pytest.mark.parametrize("size", PANELS, ids=str)
def test_a_telephone_reads_the_longest_card(
    union: Union, size: tuple[int, int], night: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = longest()
    monkeypatch.setattr(viewmodel, "card", lambda *_: card)
    with running(union.data, size) as k:
        k.app.visit.setNight(night)
        assert scanned(k, carry(k)) == card.words()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_telephone_held_aslant_reads_the_card_of_a_story(union: Union, lang: str) -> None:
    with running(union.data) as k:
        k.app.visit.setLang(lang)
        read = scanned_aslant(k, carry(k))
        assert k.app.shell.sheet is not None
        vm: Any = k.app.shell.sheet.vm
        assert read.startswith(vm.title) and vm.words in read and read.count("\n") == 2
