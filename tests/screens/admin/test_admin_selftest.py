"""The self-test by touch: what it finds is kept, and the status page says it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from screens.admin.duty_hand import OFFICER, PINS, acts, come_in
from support.kiosk import LANDSCAPE, SIZES, Kiosk, running
from support.union import Union

from kiosk.core.errors import StorageError
from kiosk.packs.volumes import Volume
from kiosk.screens.admin.selftest.viewmodel import CLIPS, NEEDED
from kiosk.screens.admin.status.facts import Fact, from_probes, in_rows, pressing
from kiosk.state.levels import Machine, Now
from kiosk.state.reach import Reached, ask_source
from kiosk.state.selftest import disk_speed


def begin(k: Kiosk, test: str) -> None:
    come_in(k)
    k.hand.touch("status.selftest")
    k.hand.see("desk.rows")
    k.hand.settle(0.05)
    choose(k, test)


def choose(k: Kiosk, test: str) -> None:
    k.vm.pick(test)
    k.hand.settle(0.05)
    k.hand.touch("desk.begin")


def kept(k: Kiosk) -> dict[str, Any]:
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the disk")
    return dict(json.loads((k.app.settings.data_dir / "selftest.json").read_text("utf-8")))


@SIZES
def test_twenty_cells_are_touched(own_union: Union, size: tuple[int, int]) -> None:
    with running(own_union.data, size, **PINS) as k:
        begin(k, "touch")
        k.hand.see("selftest.touch")
        for number in range(20):
            k.hand.touch_at(k.hand.middle(k.hand.see(f"selftest.point.{number}")))
        k.hand.wait(lambda: k.hand.find("selftest.touch") is None, "the end")
        assert (kept(k)["touch"]["hit"], kept(k)["touch"]["ok"]) == (20, True)
        assert ("selftest", "touch ok") in acts(k)
        k.hand.touch("nav.back")
        k.hand.see("status")
        k.hand.wait(lambda: k.shows("自检 20 点全中"), "the status page says it")


def test_the_back_cell_leaves_the_touch_test_and_keeps_nothing(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        begin(k, "touch")
        k.hand.see("selftest.touch")
        k.hand.touch("nav.back")
        k.hand.wait(lambda: k.hand.find("selftest.touch") is None, "the end")
        assert k.names[-1] == "selftest"
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the disk")
        assert not (own_union.data / "selftest.json").exists()


def test_colours_are_judged_by_who_sees_them(own_union: Union) -> None:
    with running(own_union.data, LANDSCAPE, **PINS) as k:
        begin(k, "colours")
        screen = k.hand.see("selftest.colours")
        for _ in range(6):
            k.hand.touch_at(k.hand.middle(screen))
        k.hand.touch("desk.bad")
        assert kept(k)["colours"]["ok"] is False
        k.hand.wait(lambda: k.shows("1 项没过"), "the verdict")


def test_every_format_is_played(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        begin(k, "codecs")
        k.hand.wait(lambda: not k.vm.playing.isValid() or k.vm.playing.isEmpty(), "the clips", 40)
        found = kept(k)["codecs"]
        assert found["of"] == len(CLIPS)
        assert not NEEDED.intersection(found["failed"].split()), found
        assert found["ok"]


def test_the_disk_is_measured_and_the_probe_removed(tmp_path: Path) -> None:
    speed = disk_speed(tmp_path, 4 * 2**20)
    assert speed.same
    assert speed.write > 0
    assert speed.read > 0
    assert list(tmp_path.iterdir()) == []
    file = tmp_path / "file"
    file.write_text("")
    try:
        disk_speed(file, 2**20)
    except StorageError as error:
        assert error.code
    else:
        raise AssertionError("a file is no folder")


def test_sources_are_asked_aside(own_union: Union, tmp_path: Path) -> None:
    gone, empty = tmp_path / "gone", tmp_path / "empty"
    empty.mkdir()
    sources = (str(own_union.samples.share), str(gone), str(empty))
    with running(own_union.data, sources=sources, **PINS) as k:
        come_in(k)
        k.app.duty.gate.enter("network")
        k.hand.wait(lambda: k.shows("2 处来源不通"), "the answers")
        found = {r["title"]: r["status"] for r in k.vm.rows}
        assert [found[s] for s in sources] == ["通", "找不到", "空的"]
        assert k.hand.see("desk.ask").isEnabled()
    assert ask_source("http://127.0.0.1:1/x").answer == "refused"
    assert Reached("asking").ms == 0


def test_the_log_goes_to_a_stick_and_says_when_there_is_none(own_union: Union, tmp_path: Path) -> None:
    mounts: list[Volume] = []
    with running(own_union.data, **PINS) as k:
        k.app.duty.admin.writer._volumes = lambda: tuple(mounts)
        come_in(k, OFFICER)
        k.hand.touch("status.logs")
        k.hand.touch("desk.export")
        k.hand.wait(lambda: k.shows("没有插U盘"), "that there is none")
        mounts.append(Volume(tmp_path, "/dev/sdz1", "sdz", removable=True))
        k.hand.touch("desk.export")
        k.hand.wait(lambda: k.shows("写好了"), "the file")
        assert len(list(tmp_path.glob("kiosk-log-*.txt"))) == 1
        assert ("logs", "exported") in acts(k)


def test_ending_asks_first_and_gives_the_code(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        ended: list[int] = []
        k.app.duty.admin._end = ended.append
        come_in(k)
        k.hand.touch("status.power")
        k.hand.see("desk.rows")
        for way, code in (("restart", 10), ("reboot", 11), ("off", 12)):
            k.hand.touch(f"desk.row.{way}")
            k.hand.touch(f"desk.{way}")
            k.hand.touch("desk.no")
            assert ended == []
            k.hand.touch(f"desk.{way}")
            k.hand.touch("desk.yes")
            k.hand.wait(lambda: bool(ended), "the end")
            assert ended == [code]
            ended.clear()
        assert ("power", "off") in acts(k)


def test_a_publisher_is_removed_after_a_question(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        come_in(k)
        k.app.duty.gate.enter("trusted")
        k.hand.wait(lambda: len(k.vm.rows) == 1, "the publisher")
        name = k.vm.rows[0]["key"]
        k.hand.touch(f"desk.row.{name}")
        k.hand.wait(lambda: len(k.hand.see("desk.big").property("text").split()) == 4, "four groups")
        k.hand.touch("desk.remove")
        k.hand.touch("desk.no")
        assert len(k.vm.rows) == 1
        k.hand.touch("desk.remove")
        k.hand.touch("desk.yes")
        k.hand.wait(lambda: k.shows("还没有信任谁"), "that nobody is trusted")
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
        assert ("trust", f"removed {name}") in acts(k)


def test_the_machine_is_read_and_set_where_it_lets_itself(tmp_path: Path) -> None:
    light = tmp_path / "panel"
    light.mkdir()
    (light / "max_brightness").write_text("400")
    (light / "brightness").write_text("200")
    machine = Machine(tmp_path)
    assert machine.read().brightness == 50
    machine.set_brightness(0)
    assert int((light / "brightness").read_text()) == 40, "never so dark that nobody finds the way back"
    assert Machine(tmp_path / "none").read().brightness is None
    assert Now().volume is None


def test_what_is_told_first() -> None:
    probes = [
        {"area": "storage", "areaText": "存储", "level": "bad", "message": "满", "hint": "删"},
        {"area": "clock", "areaText": "时钟", "level": "ok", "message": "准", "hint": ""},
        {"area": "storage", "areaText": "存储", "level": "ok", "message": "可写", "hint": ""},
    ]
    rows = in_rows((*from_probes(probes), Fact("content", "内容", "11", "look"), Fact("touch", "触摸", "", "none")))
    assert [r.area for r in rows] == ["content", "storage", "touch"], "a clock that is right is no row"
    found = pressing(rows)
    assert found is not None
    assert (found.area, found.hint) == ("storage", "删")
    assert pressing(r for r in rows if not r.wrong) is None
