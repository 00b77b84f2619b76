"""Whatever is touched in whatever order: a letter is stored once or not at all, and a receipt is only given for a stored one."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.core.demokey import DEMO_KEY, DEMO_SENTENCE
from kiosk.core.errors import StorageError
from kiosk.core.item import Header, ItemDocument
from kiosk.core.text import Text
from kiosk.jobs import Err, Ok
from kiosk.kinds.suggestion import KIND, letter
from kiosk.kinds.suggestion.letter import Letter
from kiosk.kinds.suggestion.model import Box, Case, Topic
from kiosk.kinds.suggestion.viewmodel import SuggestionViewModel
from kiosk.sdk.ui import Opened, Services
from kiosk.sealing import open_sealed

DEMO = hashlib.sha256(DEMO_SENTENCE.encode()).digest()
FULL = Err(StorageError("DISK_FULL", Text("磁盘已满。", "The disk is full."), Text("", "")))
BOX = Box(
    DEMO_KEY,
    (Topic("canteen", "食堂", ("菜凉了。",)), Topic("safety", "安全")),
    ("请来看看。",),
    (Case("1", "canteen", "汤凉", "solved", "2026-11-01", "后勤科", answer="好", answered="2026-11-02"),),
)


class House:
    """Clock, lanes, recorder and navigator, all in the hand of the test; answers come when `deliver` is called."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.full = False
        self.kept: dict[str, Mapping[str, Any]] = {}
        self.waiting: list[Callable[[], None]] = []
        self.stakes: set[str] = set()

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 4, tzinfo=UTC)

    def run(self, lane: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.waiting.append(lambda: done(Ok(work())))

    def submit(
        self, kind: str, uid: str, payload: Mapping[str, Any], done: Any, *, person: str, once: str, apart: bool = False
    ) -> None:
        def store() -> None:
            if self.full and once not in self.kept:
                done(FULL)
                return
            self.kept.setdefault(once, payload)
            done(Ok(1))

        self.waiting.append(store)

    def ask(self, question: Any, done: Callable[[Any], None]) -> None:
        self.waiting.append(lambda: done(FULL))

    def say(self, *words: str) -> None:
        """A notice."""

    def atStake(self, holder: str, on: bool) -> None:
        (self.stakes.add if on else self.stakes.discard)(holder)

    def letters(self) -> list[Letter]:
        sealed = [p["sealed"] for once, p in self.kept.items() if once.startswith("letter:")]
        return [letter.unpack(open_sealed(base64.b64decode(s), DEMO)) for s in sealed]


def make(house: House) -> SuggestionViewModel:
    any_: Any = house
    services = Services(
        navigator=any_, narrator=SimpleNamespace(), recorder=any_, lanes=any_, clock=any_, lang=lambda: "zh",
        software=True, seed=lambda: 1, visit=lambda: "visit",
    )  # type: ignore[arg-type]  # fmt: skip
    document = ItemDocument(1, "suggestion", 1, "box", "zh", Header("意见箱", "意见箱"), {})
    return SuggestionViewModel(Opened("suggestions/box", "ok", document), BOX, KIND, services)


ACTS: dict[str, Callable[[SuggestionViewModel, House], object]] = {
    "begin": lambda v, _: v.letter.begin(),
    "topic": lambda v, _: v.letter.choose("safety"),
    "nowhere": lambda v, _: v.letter.choose("nowhere"),
    "write": lambda v, _: v.letter.write(f"{v.letter.text}楼道灯坏了"),
    "empty": lambda v, _: v.letter.write(""),
    "phrase": lambda v, _: v.letter.togglePhrase("请来看看。"),
    "name": lambda v, _: v.letter.fill("name", "甲"),
    "next": lambda v, _: v.letter.next(),
    "submit": lambda v, _: v.letter.submit(),
    "rewrite": lambda v, _: v.letter.rewrite(),
    "done": lambda v, _: v.receipt.done(),
    "back": lambda v, _: v.step_back(),
    "home": lambda v, _: v.home() if not v.letter.busy else None,
    "find": lambda v, _: v.lookup.begin(),
    "key": lambda v, _: v.lookup.press("A"),
    "erase": lambda v, _: v.lookup.erase(),
    "case": lambda v, _: v.board.open("1"),
    "rate": lambda v, _: v.case.rate(4),
    "wait": lambda _, h: setattr(h, "seconds", h.seconds + 1),
    "deliver": lambda _, h: h.waiting and h.waiting.pop(0)(),
    "full": lambda _, h: setattr(h, "full", not h.full),
}
WAY = ["begin", "topic", "write", "next", "next", "submit", "deliver", "deliver"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.expect_log("a letter was not stored")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(sorted(ACTS)) | st.sampled_from(WAY), max_size=40), st.integers(0, len(WAY)))
@example(["full", "deliver", "deliver", "full", "wait", "submit", "deliver", "deliver"], 6)
def test_stored_once_or_not_at_all(acts: list[str], start: int) -> None:
    house = House()
    model = make(house)
    given_: set[str] = set()
    for act in [x for step in WAY[:start] for x in ("wait", step)] + acts:
        ACTS[act](model, house)
        if model.phase == "receipt":
            given_.add("".join(model.receipt.groups))
        assert (model.phase == "receipt") == (len(model.receipt.groups) == 3)
        assert ("suggestion" in house.stakes) == (model.letter.begun or model.phase == "receipt")
        assert len(model.board.cases) == 1 and isinstance(model.case.facts, list)
        assert isinstance(model.receipt.square, dict)
    codes = [told.code for told in house.letters()]
    assert len(set(codes)) == len(codes), "no letter twice"
    assert given_ <= set(codes), "no receipt for nothing"
    assert all(told.ready for told in house.letters())
    model.leave()
    assert model.letter.text == "" and house.stakes == set()


@pytest.mark.usefixtures("qapp")
def test_a_page_that_was_left_gives_no_receipt_and_breaks_nothing() -> None:
    house = House()
    model = make(house)
    for act in WAY[:6]:
        ACTS["wait"](model, house)
        ACTS[act](model, house)
    assert model.letter.busy
    model.leave()
    while house.waiting:
        house.waiting.pop(0)()
    assert house.letters() == [] and model.receipt.groups == []
