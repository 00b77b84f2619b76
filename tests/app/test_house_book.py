"""The running kiosk's own book: what the house notes, and a book that is damaged when the kiosk starts."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.kiosk import PORTRAIT, running
from support.stick import HASHED, enter
from support.union import Union

from kiosk.packs.history import read_overview
from kiosk.records import Entry, Record, open_book
from kiosk.records.backup import back_up, copies

WANG = "model-workers/wang-jin-xi"


def book_of(data: Path) -> list[Entry]:
    with closing(open_book(data / "records.db", visiting=True)) as book:
        return list(book.entries())


def test_a_visit_is_in_the_book_with_what_was_looked_at(own_union: Union) -> None:
    with running(own_union.data, PORTRAIT, attract=True, watch=True, pin=HASHED) as k:
        k.app.shell.wake()
        k.open(WANG, "story.text")
        k.clock.ahead += 30
        k.app.shell.touched()
        k.app.shell.back()
        k.app.shell.knock()
        enter(k)
        k.hand.wait(lambda: k.app.duty.pin.is_open, "the door")
        k.app.shell.endVisit()
        k.hand.pump()
    found = book_of(own_union.data)
    view = next(e for e in found if e.kind == "view")
    visit = next(e for e in found if e.kind == "visit")
    door = next(e for e in found if e.kind == "admin")
    assert view.uid == WANG
    assert 30 <= view.payload["seconds"] < 60
    assert visit.payload["seconds"] >= 30
    assert visit.payload["ended"] == "door"
    assert door.payload == {"act": "door", "detail": "opened"}
    assert view.visit == visit.visit == door.visit != ""
    events = [e.payload["event"] for e in found if e.kind == "health"]
    assert events[0] == "start"
    assert events[-1] == "stop"
    assert [e.sequence for e in found] == list(range(1, len(found) + 1))


@pytest.mark.expect_log("RECORDS_RECOVERED")
def test_a_damaged_book_is_mended_at_the_start_and_the_administrator_is_told(own_union: Union) -> None:
    path = own_union.data / "records.db"
    with closing(open_book(path)) as book:
        for number in range(400):
            at = datetime(2026, 5, 1, tzinfo=UTC) + timedelta(minutes=number)
            book.append(Record("v", "may/photo", "vote", 1, at, 1.0 + number, True, {"n": number, "words": "字" * 60}))
            if number == 300:
                back_up(path)
    with path.open("r+b") as file:
        file.seek(4096 * 6)
        file.write(bytes(4096 * 3))
    with running(own_union.data, PORTRAIT, watch=True) as k:
        k.hand.wait(lambda: [r for r in k.records("health") if r["event"] == "recovered"], "the recovery")
        assert k.app.shell.noticeTitle == "", "visitors have nothing to fear"
    found = book_of(own_union.data)
    votes = [e.payload["n"] for e in found if e.kind == "vote"]
    assert votes[:301] == list(range(301))
    assert votes[-1] == 399
    event = next(e for e in found if e.kind == "health" and e.payload["event"] == "recovered")
    assert event.payload["restored"] == 301
    assert event.payload["saved"] + event.payload["lost"] == 99
    assert copies(path)[0].last >= event.sequence
    log = read_overview(own_union.data / "store").runs
    assert any(run.source == "records.db" and run.code == "RECORDS_RECOVERED" for run in log)


def test_a_view_says_how_much_of_the_text_was_seen(own_union: Union) -> None:
    with running(own_union.data, PORTRAIT, watch=True) as k:
        text = k.open(WANG, "story.text")
        page = k.app.shell.pages[-1]
        k.hand.wait(lambda: page.vm.seen_share() is not None, "the first screen")
        first = page.vm.seen_share()
        assert 0 <= first < 1
        k.hand.touch("story.down")
        k.hand.wait(lambda: page.vm.seen_share() > first, "more of it")
        middle = page.vm.seen_share()
        text.setProperty("contentY", text.property("originY"))
        k.hand.settle(1.0)
        assert page.vm.seen_share() == middle, "what was seen stays seen"
        text.metaObject().invokeMethod(text, "positionViewAtEnd")
        k.hand.wait(lambda: page.vm.seen_share() == 1, "the end")
        k.clock.ahead += 30
        k.app.shell.touched()
        k.app.shell.endVisit()
        k.hand.pump()
    (view,) = (e for e in book_of(own_union.data) if e.kind == "view")
    assert view.payload["share"] == 1
