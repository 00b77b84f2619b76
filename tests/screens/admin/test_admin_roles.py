"""Who may do what, how long, and how the first PIN comes about; by touch, through the real window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screens.admin.duty_hand import IT, OFFICER, PINS, STAFF, acts, come_in
from support.kiosk import SIZES, running
from support.reach import check_reach
from support.stick import enter, knock
from support.union import Union

from kiosk.settings.glass import glass_file
from kiosk.settings.pin import same_pin
from kiosk.settings.roles import NEEDS, ROLES, Role, enough, may
from kiosk.state.lease import LONGEST, QUIET, Lease
from kiosk.state.pintries import PinTries
from kiosk.state.setupcode import FILE, setup_code


@given(room=st.sampled_from([*sorted(NEEDS), "unheard-of"]), low=st.sampled_from(ROLES), high=st.sampled_from(ROLES))
def test_whoever_stands_higher_may_no_less(room: str, low: Role, high: Role) -> None:
    if ROLES.index(low) <= ROLES.index(high) and may(low, room):
        assert may(high, room)
    assert not may(None, room)
    assert may("it", room)


@given(began=st.floats(0, 1e6), gaps=st.lists(st.floats(0, QUIET - 1), max_size=30))
def test_a_lease_ends_with_quiet_or_with_its_time(began: float, gaps: list[float]) -> None:
    lease, now = Lease(began), began
    for gap in gaps:
        now += gap
        assert lease.ends(now) <= began + LONGEST
        assert lease.ends(now) == min(now + QUIET, began + LONGEST)
    assert lease.spent(began + LONGEST)
    assert not lease.spent(began)


def test_each_pin_opens_its_role_and_the_code_only_without_pins(tmp_path: Path) -> None:
    code = setup_code(tmp_path)
    fresh = PinTries({}, tmp_path)
    assert fresh.enter(code).role == "it"
    assert not fresh.enter("00000000").ok
    tries = PinTries({"it": PINS["pin"], "staff": PINS["pin_staff"]}, tmp_path)
    assert (tries.enter(STAFF).role, tries.enter(IT).role) == ("staff", "it")
    assert tries.enter(code).role is None
    assert setup_code(tmp_path) == code, "one code for one kiosk"
    (tmp_path / FILE).write_text("damaged")
    assert len(setup_code(tmp_path)) == 8


@pytest.mark.parametrize(("pin", "role"), [(STAFF, "staff"), (OFFICER, "officer"), (IT, "it")])
def test_a_role_comes_into_its_own_rooms_only(own_union: Union, pin: str, role: Role) -> None:
    with running(own_union.data, **PINS) as k:
        come_in(k, pin)
        assert k.app.duty.pin.role == role
        for room in ("power", "logs", "settings", "reports"):
            k.hand.touch(f"status.{room}")
            k.hand.pump()
            allowed = enough(role, NEEDS[room])
            k.hand.wait(lambda room=room, allowed=allowed: k.names[-1] == (room if allowed else "pin"), room)
            k.hand.settle(0.05)
            k.hand.touch("nav.back")
            k.hand.wait(lambda: k.names == ["home", "status"], "the way back")
            k.hand.settle(0.05)
        assert k.app.duty.pin.role == role


def test_a_low_pin_before_a_high_door_is_right_and_not_enough(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        come_in(k, STAFF)
        k.hand.touch("status.settings")
        enter(k, OFFICER)
        k.hand.wait(lambda: k.shows("密码对，可这一页要管理员的密码"), "that it is not enough")
        assert k.names == ["home", "status", "pin"]
        enter(k, IT)
        k.hand.wait(lambda: k.names == ["home", "status", "settings"], "the settings")
        assert k.app.duty.pin.role == "it"


def test_a_page_does_nothing_for_a_role_that_may_not(own_union: Union) -> None:
    """A page that stayed open while the role sank does nothing, whatever is touched."""
    with running(own_union.data, **PINS) as k:
        come_in(k)
        k.hand.touch("status.settings")
        k.hand.see("desk.rows")
        k.vm.tab("visit")
        k.vm.pick("idle_seconds")
        k.hand.touch("desk.plus")
        k.app.duty.pin._role = "staff"
        k.hand.touch("desk.save")
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
        assert not glass_file(own_union.data).exists()


def test_the_lease_ends_although_somebody_goes_on_touching(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        come_in(k)
        for _ in range(6):
            k.pass_time(240)
            k.app.shell.touched()
            assert k.names == ["home", "status"]
        k.pass_time(150)
        k.app.shell.touched()
        k.hand.wait(lambda: k.shows("4 分钟后自动退出") or k.shows("3 分钟后自动退出"), "that it comes to its end")
        k.pass_time(100)
        k.app.shell.touched()
        k.clock.ahead += 59
        k.app.shell.touched()
        k.pass_time(52)
        k.app.shell.touched()
        assert k.names == ["home"]
        assert not k.app.duty.pin.is_open
        assert k.shows("值班时间到了")
        k.app.shell.look()
        assert k.shows("值班时间到了")
        come_in(k)
        k.hand.wait(lambda: k.shows("5 分钟后自动退出"), "a new lease")


def test_a_lock_out_outlives_a_restart_for_every_role(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        knock(k)
        for _ in range(5):
            enter(k, "1111")
            k.hand.wait(lambda: not k.app.duty.pin.busy, "the answer")
        k.hand.see("pin.wait")
        assert ("door", "refused") in acts(k)
    with running(own_union.data, **PINS) as k:
        knock(k)
        k.hand.see("pin.wait")
        assert json.loads((own_union.data / "pin.json").read_text())["wrong"] == 5


def test_the_first_pin_is_chosen_with_the_setup_code(own_union: Union) -> None:
    code = setup_code(own_union.data)
    with running(own_union.data) as k:
        knock(k)
        k.hand.touch("status.newpin")
        k.hand.wait(lambda: k.shows("请输入开机码"), "what to enter")
        enter(k, code)
        k.hand.wait(lambda: k.names[-1] == "newpin", "the pad for the new PIN")
        k.hand.settle(0.05)
        for typed, said in (("8642", "再输一遍"), ("8641", "两次不一样"), ("8642", "再输一遍"), ("8642", "密码换好了")):
            enter(k, typed)
            k.hand.wait(lambda said=said: k.shows(said), said)
            k.hand.settle(0.05)
        written = glass_file(own_union.data).read_text("utf-8")
        assert "8642" not in written
        assert same_pin("8642", written.split('"')[1])
        assert not (own_union.data / FILE).exists()
        k.hand.touch("nav.home")
        k.hand.settle(0.05)
        come_in(k, "8642")
        assert ("settings", "pin = …") in acts(k)


@SIZES
def test_everything_is_within_reach(own_union: Union, size: tuple[int, int]) -> None:
    with running(own_union.data, size, **PINS) as k:
        come_in(k)
        check_reach(k, size)
        for room in ("settings", "who", "trusted", "network", "logs", "selftest", "power", "volume", "wizard"):
            k.app.duty.gate.enter(room)
            k.hand.settle(0.05)
            check_reach(k, size)
            k.app.shell.home()
            k.app.duty.pin._role = "it"
