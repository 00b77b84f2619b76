"""A stick from the moment it is put in until it may be taken out: real sticks' contents, real children, a live screen."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtQml import QQmlComponent, QQmlEngine
from pytestqt.qtbot import QtBot
from support.hall import LONG, QUICK, Make, let_in, looked, many, see

from kiosk.state import syncer as syncer_module

HANGS = "import json, time\nprint(json.dumps({'progress': {'phase': 'copy', 'done_bytes': 40, 'total_bytes': 100}}), flush=True)\ntime.sleep(600)"


def test_what_is_on_it_is_shown_and_nothing_is_taken(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish("may-day", 1, {"a": b"x" * 5000})
    hall.status.start()
    hall.until(qtbot, lambda: hall.ports.listed > 0)
    assert hall.status.medium is None
    began = time.monotonic()
    hall.put_in(hall.stick())
    hall.until(qtbot, lambda: hall.status.medium is not None, timeout=3000)
    assert time.monotonic() - began < 3
    assert (hall.status.mustNotRemove, hall.status.canRemove) == (True, False)
    hall.until(qtbot, lambda: looked(hall), timeout=QUICK)
    (pack,) = hall.status.packs
    assert (pack["title"], pack["state"], pack["stateText"], pack["version"], pack["wanted"]) == (
        "五一",
        "new",
        "新内容",
        1,
        True,
    )
    assert hall.status.medium["missing"] == pack["missing"] > 5000
    assert (hall.status.canRemove, hall.status.canBring, hall.status.task) == (True, True, "")
    assert "1 个内容包" in hall.status.message
    assert hall.live() == {}
    hall.visit.setLang("en")
    assert hall.status.packs[0]["title"] == "May Day"
    assert "1 packs" in hall.status.message


def test_the_pin_first(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish()
    see(hall, hall.stick(), qtbot)
    with qtbot.waitSignal(hall.status.pinWanted):
        hall.status.bring()
    assert hall.syncer.task is None
    with qtbot.waitSignal(hall.pin.refused, timeout=QUICK):
        hall.pin.enter("0000")
    assert hall.pin.triesLeft == 4
    let_in(hall, qtbot)
    hall.status.bring()
    hall.until(qtbot, lambda: hall.done == [("bring", True)], timeout=QUICK)
    assert (hall.status.phase, hall.status.tone, hall.status.canRemove) == ("done", "good", True)
    assert "可以拔出" in hall.status.hint
    assert hall.live() == {"may-day": 1}
    assert [(p["state"], p["taken"], p["wanted"]) for p in hall.status.packs] == [("same", True, False)]
    assert not hall.status.canBring
    hall.until(qtbot, lambda: bool(hall.status.live), timeout=QUICK)
    (row,) = hall.status.live
    assert (row["title"], row["version"], row["publisher"], row["previous"]) == ("五一", 1, "wuxi", 0)
    assert row["since"]
    hall.pin.close()
    with qtbot.waitSignal(hall.status.pinWanted):
        hall.status.revert("wuxi", "may-day")


def test_without_a_pin_nothing_is_brought_and_it_says_how(make: Make, qtbot: QtBot) -> None:
    hall = make(pin="")
    hall.publish()
    see(hall, hall.stick(), qtbot)
    assert "kiosk pin set" in hall.status.hint
    with qtbot.waitSignal(hall.status.pinWanted):
        hall.status.bring()
    assert hall.syncer.task is None


def test_off_means_nobody_looks(make: Make, qtbot: QtBot) -> None:
    hall = make(usb="off")
    hall.publish()
    hall.put_in(hall.stick())
    hall.status.start()
    with qtbot.waitSignal(hall.status.overviewChanged, timeout=QUICK):
        pass
    assert hall.ports.listed == 0


@pytest.mark.parametrize("noticed", [True, False], ids=["unmounted", "mount left over"])
def test_case_35_pulled_out_while_copying_and_put_back(make: Make, qtbot: QtBot, noticed: bool) -> None:
    hall = make(usb="auto")
    hall.publish("may-day", 1, many())
    stick = hall.stick()
    see(hall, stick, qtbot)
    missing = int(hall.status.medium["missing"])
    hall.status.bring()
    hall.until(qtbot, lambda: hall.status.phase == "copying" and hall.status.progress > 0.05, timeout=LONG)
    assert hall.status.mustNotRemove
    assert "不要拔出" in hall.status.message
    away, began = hall.pull(stick, noticed=noticed), time.monotonic()
    hall.until(qtbot, lambda: hall.status.phase == "failed", timeout=LONG)
    assert time.monotonic() - began < 10, "the child winds up first: what is whole goes on the screen"
    assert hall.status.code == "MEDIUM_REMOVED"
    assert "%" in hall.status.message
    assert "放回" in hall.status.hint
    assert hall.status.willResume
    assert hall.live() == {}
    hall.ports.pull(stick)
    hall.until(qtbot, lambda: hall.status.medium is None, timeout=QUICK)
    assert hall.status.code == "MEDIUM_REMOVED", "it stays on the screen until somebody comes back"
    away.rename(stick)
    hall.put_in(stick, "/dev/sdc1")
    hall.until(qtbot, lambda: hall.done[-1:] == [("bring", True)], timeout=LONG)
    assert hall.live() == {"may-day": 1}
    first, second = hall.copied()
    assert first > 0
    assert second > 0
    assert first + second == missing, "nothing is copied twice"
    assert hall.pulse.lived()


def test_case_35_another_stick_goes_on(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish("may-day", 1, many())
    one, two = hall.stick("one"), hall.stick("two")
    see(hall, one, qtbot)
    missing = int(hall.status.medium["missing"])
    let_in(hall, qtbot)
    hall.status.bring()
    hall.until(qtbot, lambda: hall.status.phase == "copying" and hall.status.progress > 0.05, timeout=LONG)
    hall.pull(one)
    hall.until(qtbot, lambda: hall.status.phase == "failed", timeout=LONG)
    hall.pin.close()  # the administrator need not stand there
    hall.put_in(two, "/dev/sdc1")
    hall.until(qtbot, lambda: hall.done[-1:] == [("bring", True)], timeout=LONG)
    assert hall.live() == {"may-day": 1}
    assert sum(hall.copied()) == missing
    assert hall.pulse.lived()


def test_case_35_a_child_that_hangs_on_a_pulled_stick(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncer_module, "bring_command", lambda *_: [sys.executable, "-c", HANGS])
    hall = make()
    hall.publish()
    stick = hall.stick()
    see(hall, stick, qtbot)
    let_in(hall, qtbot)
    hall.status.bring()
    hall.until(qtbot, lambda: hall.status.phase == "copying", timeout=QUICK)
    hall.pull(stick)
    hall.until(qtbot, lambda: hall.status.phase == "failed", timeout=5000)
    assert (hall.status.code, "40%" in hall.status.message) == ("MEDIUM_REMOVED", True)


def test_case_37_a_stick_that_cannot_be_read_says_so(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish()
    stick = hall.stick()
    (manifest,) = (stick / "publishers/wuxi/targets/packs").iterdir()
    manifest.write_bytes(b"\0" * manifest.stat().st_size)  # what a dirty FAT leaves behind
    see(hall, stick, qtbot)
    (pack,) = hall.status.packs
    assert (pack["state"], pack["wanted"]) == ("damaged", False)
    assert pack["message"]
    assert pack["hint"]


def test_case_42_somebody_else_is_syncing(make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    hall = make()
    hall.status._again.setInterval(200)
    hall.publish()
    with hall.world.store.exclusive():
        hall.put_in(hall.stick())
        hall.status.start()
        hall.until(qtbot, lambda: hall.status.medium is not None and bool(hall.status.medium["message"]), timeout=QUICK)
        assert "同步" in hall.status.medium["message"]
    hall.until(qtbot, lambda: looked(hall), timeout=QUICK)
    assert hall.status.canBring


def test_a_stick_goes_before_the_share_and_the_share_goes_on(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    share = tmp_path / "share"
    hall = make(sources=(str(share),))
    hall.publish("may-day", 1, many())
    shutil.copytree(hall.base / "repo", share)
    hall.publish("heroes", 1)
    hall.status.start()
    hall.status.syncNow()
    hall.until(qtbot, lambda: hall.status.phase == "copying" and hall.status.progress > 0.05, timeout=LONG)
    assert hall.status.task == "round"
    hall.put_in(hall.stick())
    hall.until(qtbot, lambda: looked(hall), timeout=LONG)
    assert ("round", True) not in hall.done, "the share gave way"
    let_in(hall, qtbot)
    hall.status.bring()
    hall.until(qtbot, lambda: ("bring", True) in hall.done, timeout=LONG)
    assert hall.live() == {"may-day": 1, "heroes": 1}
    hall.until(qtbot, lambda: any(task == "round" for task, _ in hall.done), timeout=LONG)
    assert (hall.status.task, hall.status.phase) == ("bring", "done"), "the stick's outcome stays on the screen"
    hall.until(qtbot, lambda: any(s["known"] for s in hall.status.sources), timeout=QUICK)
    assert hall.pulse.lived()


def test_cancel_and_go_on_later(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish("may-day", 1, many())
    see(hall, hall.stick(), qtbot)
    let_in(hall, qtbot)
    hall.status.bring()
    hall.until(qtbot, lambda: hall.status.phase == "copying" and hall.status.progress > 0.05, timeout=LONG)
    hall.status.cancel()
    hall.until(qtbot, lambda: hall.status.phase == "idle", timeout=QUICK)
    assert (hall.status.canRemove, "停止" in hall.status.message, hall.live()) == (True, True, {})
    assert not hall.status.willResume
    hall.status.bring()
    hall.until(qtbot, lambda: hall.done[-1:] == [("bring", True)], timeout=LONG)
    assert hall.live() == {"may-day": 1}


def test_two_sticks_one_after_the_other(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish("may-day", 1)
    one = hall.stick("one")
    hall.publish("heroes", 1)
    two = hall.stick("two")
    see(hall, one, qtbot)
    assert len(hall.status.packs) == 1
    hall.put_in(two, "/dev/sdc1")
    hall.until(qtbot, lambda: looked(hall) and hall.status.medium["label"] == "two", timeout=QUICK)
    assert len(hall.status.packs) == 2
    hall.pull(two)
    hall.until(qtbot, lambda: looked(hall) and hall.status.medium["label"] == "one", timeout=QUICK)
    hall.pull(one)
    hall.until(qtbot, lambda: hall.status.medium is None, timeout=QUICK)
    assert hall.status.packs == []


def test_reverting(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish("may-day", 1)
    hall.world.sync()
    hall.publish("may-day", 2)
    hall.world.sync()
    let_in(hall, qtbot)
    hall.status.revert("wuxi", "may-day")
    hall.until(qtbot, lambda: bool(hall.done) and bool(hall.status.live), timeout=QUICK)
    assert (hall.done, hall.by_hand) == ([("revert", True)], [True])
    hall.until(qtbot, lambda: hall.status.live[0]["version"] == 1, timeout=QUICK)
    assert (hall.status.live[0]["previous"], hall.status.live[0]["pinned"]) == (2, True)
    hall.status.revert("wuxi", "no-such-pack")
    hall.until(qtbot, lambda: hall.done[-1] == ("revert", False), timeout=QUICK)
    assert (hall.status.code, hall.status.tone) == ("NO_SUCH_PACK", "bad")
    hall.status.dismiss()
    assert (hall.status.code, hall.status.message) == ("", "")


def test_history_and_sources(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    share = tmp_path / "share"
    hall = make(sources=(str(share), "/nowhere/share"))
    hall.publish("may-day", 1, {"a": b"x" * 2000})
    shutil.copytree(hall.base / "repo", share)
    hall.status.syncNow()
    hall.until(qtbot, lambda: len(hall.done) == 2, timeout=LONG)
    assert hall.done == [("round", True), ("round", False)]
    hall.until(qtbot, lambda: len(hall.status.history) == 2, timeout=QUICK)
    failed, came = hall.status.history
    assert (came["outcome"], came["changedText"], came["bytes"] > 2000) == ("ok", "may-day 第 1 版", True)
    assert (failed["outcome"], bool(failed["message"]), bool(failed["hint"])) == ("failed", True, True)
    first, second = hall.status.sources
    assert (first["ok"], first["known"], bool(first["when"])) == (True, True, True)
    assert (second["ok"], second["known"], bool(second["message"])) == (False, True, True)


LOTS = """
import json
pack = lambda n: {"publisher": "wuxi", "pack": f"pack-{n}", "title": {"zh": f"第{n}包", "en": f"Pack {n}"}, "state": "new",
    "from": 0, "version": 1, "size": 10**7, "missing": 10**7, "wanted": True, "error": None}
print(json.dumps({"report": {"publishers": [], "packs": [pack(n) for n in range(2000)], "wanted": 2000, "missing": 1,
    "free": 10, "size": 1, "fits": True, "error": None}}))
"""


def test_case_47_two_thousand_packs_do_not_stop_the_screen(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncer_module, "look_command", lambda *_: [sys.executable, "-c", LOTS])
    hall = make()
    counted: list[int] = []
    hall.status.jobChanged.connect(lambda: counted.append(len(hall.status.packs)))
    hall.put_in(hall.stick())
    hall.status.start()
    hall.until(qtbot, lambda: looked(hall), timeout=QUICK)
    for lang in ("en", "zh", "en"):
        hall.visit.setLang(lang)
    assert counted[-1] == 2000
    hall.until(qtbot, lambda: hall.status.packs[1999]["title"] == "Pack 1999")
    assert hall.pulse.lived()


READS = """
import QtQml
QtObject {
    required property QtObject status
    readonly property string all: JSON.stringify([status.phase, status.task, status.busy, status.progress,
        status.speed, status.secondsLeft, status.progressText, status.leftText,
        status.pack, status.canRemove, status.mustNotRemove, status.medium, status.packs, status.usb, status.canBring,
        status.live, status.sources, status.history, status.clockWarning, status.message, status.hint, status.tone,
        status.code, status.quiet, status.willResume])
}
"""


def test_qml_reads_all_of_it(make: Make, qtbot: QtBot) -> None:
    hall = make()
    engine = QQmlEngine(hall.owner)
    component = QQmlComponent(engine)
    component.setData(READS.encode(), "")
    seen = component.createWithInitialProperties({"status": hall.status})
    assert component.errors() == []
    assert '"idle"' in seen.property("all")
    hall.publish()
    see(hall, hall.stick(), qtbot)
    assert '"五一"' in seen.property("all")
    assert '"trusted"' in seen.property("all")
    seen.deleteLater()
    engine.deleteLater()
