"""The first set-up by touch: every step forth and back, a power cut in the middle, and what skips it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from support.kiosk import SIZES, Kiosk, running
from support.stick import enter
from support.union import Union

from kiosk.packs.store import Store
from kiosk.packs.trust import trust_list, trust_remove
from kiosk.settings import load
from kiosk.settings.pin import same_pin
from kiosk.state.firstrun import STEPS, FirstRun, keep_first_run, read_first_run, wanted
from kiosk.state.strangers import Strangers
from kiosk.state.trusted import Stranger


def on(k: Kiosk) -> None:
    k.hand.touch("desk.next")
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the disk")
    k.hand.settle(0.05)


def start(k: Kiosk) -> None:
    k.app.duty.admin.set_up()
    k.hand.see("wizard")
    k.hand.settle(0.05)


@given(moves=st.lists(st.booleans(), max_size=40))
def test_steps_go_forth_and_back_and_end_once(moves: list[bool]) -> None:
    state = FirstRun()
    for forth in moves:
        before = state.number
        state = state.following() if forth else state.before()
        assert abs(state.number - before) <= 1
        if state.over:
            assert state.step == STEPS[-1]
            break


def test_only_a_new_kiosk_is_set_up(tmp_path: Path) -> None:
    assert wanted(tmp_path, told=False)
    assert not wanted(tmp_path, told=True), "somebody wrote a file of settings"
    keep_first_run(tmp_path, FirstRun("trust"))
    assert wanted(tmp_path, told=True), "it was begun and is not over"
    keep_first_run(tmp_path, FirstRun("done", over=True))
    assert not wanted(tmp_path, told=False)
    (tmp_path / "setup.json").write_text("{")
    assert read_first_run(tmp_path) is None
    (tmp_path / "store").mkdir()
    assert not wanted(tmp_path, told=False), "a kiosk that has packs was set up"


@SIZES
@pytest.mark.qt_log_ignore("PopupList")
def test_a_new_kiosk_from_the_first_step_to_the_last(own_union: Union, size: tuple[int, int]) -> None:
    data = own_union.data
    store = Store(data / "store")
    publisher = trust_list(store)[0].publisher
    trust_remove(store, publisher)
    store.close()
    with running(data, size) as k:
        ended: list[int] = []
        k.app.duty.admin._end = ended.append
        start(k)
        on(k)
        k.hand.touch("desk.write")
        k.hand.see("desk.field").setProperty("text", "一号食堂 1 号屏")
        k.hand.touch("desk.finish")
        k.hand.wait(lambda: k.vm.number == 2, "the next step")
        k.hand.settle(0.05)
        k.hand.touch("desk.row.27")
        on(k)
        k.hand.touch("nav.back")
        assert k.vm.number == 2
        k.hand.settle(0.05)
        on(k)
        on(k)
        k.hand.touch("desk.row.folder")
        k.hand.wait(lambda: k.vm.typing, "the field")
        k.hand.see("desk.field").setProperty("text", str(own_union.samples.share))
        k.hand.touch("desk.finish")
        k.hand.wait(lambda: k.shows("通了"), "that the source answers")
        k.hand.settle(0.05)
        on(k)
        k.hand.touch(f"desk.row.{publisher}")
        k.hand.wait(lambda: len(k.hand.see("desk.big").property("text").split()) == 4, "the fingerprint")
        k.hand.touch("desk.same")
        k.hand.wait(lambda: bool(k.app.duty.admin.trusted.known), "the trust")
        k.hand.settle(0.05)
        on(k)
        assert k.vm.number == STEPS.index("office")
        on(k)
    with running(data, size, site="一号食堂 1 号屏", diagonal_inches=27.0) as k:  # the power came back
        ended = []
        k.app.duty.admin._end = ended.append
        start(k)
        assert k.vm.number == STEPS.index("pin"), "it goes on where it was"
        k.hand.touch("desk.pin")
        k.hand.wait(lambda: k.names[-1] == "newpin", "the pad")
        for said in ("再输一遍", "密码换好了"):
            enter(k, "8642")
            k.hand.wait(lambda said=said: k.shows(said), said)
            k.hand.settle(0.05)
        assert k.names[-1] == "wizard"
        on(k)
        k.hand.touch("desk.row.07:00-22:00")
        on(k)
        k.hand.touch("desk.next")
        k.hand.wait(lambda: ended == [10], "the restart")
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the disk")
    found = load(overrides={"data_dir": str(data)}).settings
    assert (found.site, found.diagonal_inches, found.screen_hours) == ("一号食堂 1 号屏", 27.0, "07:00-22:00")
    assert found.sources == (str(own_union.samples.share),)
    assert same_pin("8642", found.pin)
    assert not wanted(data, told=False)


def test_the_language_changes_and_the_set_up_goes_on(own_union: Union) -> None:
    with running(own_union.data) as k:
        start(k)
        k.hand.touch("desk.row.en")
        k.hand.wait(lambda: k.shows("Which language"), "English")
        k.hand.wait(lambda: k.names == ["home", "wizard"], "the set-up")
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the disk")
        assert load(overrides={"data_dir": str(own_union.data)}).settings.language == "en"


def test_whoever_leaves_a_new_kiosk_finds_the_set_up_again(own_union: Union) -> None:
    with running(own_union.data) as k:
        start(k)
        on(k)
        k.app.shell.endVisit()
        k.hand.pump()
        k.app.shell.wake()
        k.hand.see("wizard")
        assert k.vm.number == 1


def test_the_picture_turns_at_once(own_union: Union) -> None:
    keep_first_run(own_union.data, FirstRun("orientation"))
    with running(own_union.data) as k:
        start(k)
        k.hand.touch("desk.row.landscape")
        k.hand.wait(lambda: k.hand.see("canvas").width() > k.hand.see("canvas").height(), "the turn")


def test_every_source_is_asked_whom_it_offers(own_union: Union, tmp_path: Path) -> None:
    """A source that hangs hides nobody, and two of one name are two rows."""
    store = Store(own_union.data / "store")
    trust_remove(store, trust_list(store)[0].publisher)
    store.close()
    release = threading.Event()
    one, other = Stranger("city", "AAAA-BBBB-CCCC-DDDD", b"1"), Stranger("city", "EEEE-FFFF-GGGG-HHHH", b"2")
    far = Stranger("county", "IIII-JJJJ-KKKK-LLLL", b"3")

    def ask(source: str) -> tuple[Stranger, ...]:
        if source.endswith("dead"):
            release.wait(60)
        return {"first": (one,), "second": (one, other), "third": (far,)}.get(source.rpartition("/")[2], ())

    strangers = Strangers(ask)
    heard: list[int] = []
    strangers.found.connect(lambda: heard.append(len(strangers.listed)))
    strangers.ask([f"/{name}" for name in ("dead", "first", "second", "third")])
    end = time.monotonic() + 20
    while len(heard) < 3 and time.monotonic() < end:
        QCoreApplication.processEvents()
    assert strangers.asking, "one has not answered"
    assert sorted(s.fingerprint[:4] for s in strangers.listed) == ["AAAA", "EEEE", "IIII"]
    release.set()
    keep_first_run(own_union.data, FirstRun("trust"))
    sources = ";".join(str(tmp_path / name) for name in ("first", "second", "third"))
    with running(own_union.data, sources=tuple(sources.split(";"))) as k:
        start(k)
        k.hand.wait(lambda: not k.shows("正在问来源"), "the answers")
        k.vm._tools.strangers._ask = ask
        k.hand.touch("desk.before")
        k.hand.settle(0.05)
        on(k)
        k.hand.wait(lambda: len(k.vm.rows) == 3, "all three")
        assert len({r["key"] for r in k.vm.rows}) == 3
        second = next(r["key"] for r in k.vm.rows if r["note"].startswith("EEEE"))
        k.hand.touch(f"desk.row.{second}")
        k.hand.wait(lambda: k.shows("EEEE FFFF"), "the fingerprint that was chosen")
