"""Settings changed on the glass: checked, whole on the disk, taken back, and told where they come from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screens.admin.duty_hand import PINS, acts, come_in
from support.house import owned_lanes
from support.kiosk import SIZES, Kiosk, running
from support.union import Union

from kiosk.jobs import Err, Result
from kiosk.screens.admin.settings.words import raw, stepped
from kiosk.settings import Settings, load
from kiosk.settings.describe import GROUPS, Chosen, Elsewhere, Stepped, describe
from kiosk.settings.edit import with_value
from kiosk.settings.glass import BEFORE, HEAD, glass_file
from kiosk.settings.model import KEYS
from kiosk.state import glass as module
from kiosk.state.glass import GlassSettings

KEYBOARD = pytest.mark.qt_log_ignore("PopupList")


def open_settings(k: Kiosk, group: str, key: str) -> None:
    come_in(k)
    k.hand.touch("status.settings")
    k.hand.see("desk.rows")
    k.hand.settle(0.05)
    k.hand.touch(f"desk.tab.{group}")
    k.hand.settle(0.05)
    k.hand.touch(f"desk.row.{key}")
    k.hand.settle(0.05)


def saved(k: Kiosk) -> None:
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the disk")
    k.hand.pump()


@pytest.mark.parametrize("key", [k.name for k in KEYS])
def test_every_setting_is_told_and_takes_what_its_control_gives(key: str) -> None:
    told = describe(key)
    rule = next(k for k in KEYS if k.name == key)
    assert told.title.zh != key, "people read words"
    assert told.meaning.zh
    assert told.meaning.en
    assert told.group in GROUPS
    if isinstance(told.form, Chosen):
        assert all(rule.parse(option) is not None for option, _ in told.form.options)
    if isinstance(told.form, Stepped):
        for value in (told.form.least, told.form.most):
            rule.parse(str(int(value)) if told.form.whole else str(value))
    if rule.secret:
        assert isinstance(told.form, Elsewhere)


@given(value=st.floats(0, 1000), by=st.sampled_from([-1, 1]), step=st.sampled_from([0.5, 1, 15, 60]))
def test_a_step_stays_on_the_ladder_and_within_its_limits(value: float, by: int, step: float) -> None:
    form = Stepped(10, 600, step)
    found = stepped(form, value, by)
    assert 10 <= found <= 600
    if 10 + step < value < 600 - step:
        assert (found - value) * by > 0
        assert abs(found - value) <= step


@given(
    text=st.text(max_size=40), number=st.integers(), flag=st.booleans(), items=st.lists(st.text(max_size=9), max_size=4)
)
def test_any_value_is_written_as_it_will_be_read(text: str, number: int, flag: bool, items: list[str]) -> None:
    import tomllib

    clean, listed = (text.encode("utf-8", "ignore").decode(), [i.encode("utf-8", "ignore").decode() for i in items])
    file = ""
    for key, value in {"a": clean, "b": number, "c": flag, "d": listed}.items():
        file = with_value(with_value(file, key, "first"), key, value)
    if abs(number) < 2**63:
        assert tomllib.loads(file) == {"a": clean, "b": number, "c": flag, "d": listed}
    assert with_value(file, "c", None).count("c =") == file.count("c =") - 1


@SIZES
def test_a_number_is_stepped_saved_and_taken_back(own_union: Union, size: tuple[int, int]) -> None:
    with running(own_union.data, size, **PINS) as k:
        open_settings(k, "visit", "idle_seconds")
        assert k.shows("60 秒")
        assert k.shows("15 到 3600")
        assert k.shows("出厂就这样")
        k.hand.touch("desk.plus")
        k.hand.touch("desk.save")
        saved(k)
        assert load(overrides={"data_dir": str(own_union.data)}).settings.idle_seconds == 75
        k.hand.wait(lambda: k.shows("屏上改的"), "who says it now")
        assert k.shows("重启后生效")
        assert ("settings", "idle_seconds = 75") in acts(k)
        k.hand.touch("desk.row.idle_seconds")
        k.hand.touch("desk.undo")
        saved(k)
        assert load(overrides={"data_dir": str(own_union.data)}).settings.idle_seconds == 60
        k.hand.wait(lambda: not k.shows("重启后生效"), "nothing pending")
        k.hand.touch("desk.undo")
        saved(k)
        assert load(overrides={"data_dir": str(own_union.data)}).settings.idle_seconds == 75
    with running(own_union.data, size, **PINS, idle_seconds=75) as k:
        open_settings(k, "visit", "idle_seconds")
        k.hand.touch("desk.unset")
        saved(k)
        assert "idle_seconds" not in glass_file(own_union.data).read_text("utf-8")


@KEYBOARD
def test_a_choice_and_a_line(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        open_settings(k, "content", "usb")
        k.hand.touch("settings.option.auto")
        k.hand.touch("desk.save")
        saved(k)
        k.hand.touch("desk.tab.place")
        k.hand.touch("desk.row.site")
        k.hand.touch("desk.write")
        field = k.hand.see("desk.field")
        k.hand.wait(lambda: field.property("text") == "先锋屏", "what it says now")
        field.setProperty("text", "一号食堂 1 号屏")
        k.hand.touch("desk.finish")
        saved(k)
        kept = load(overrides={"data_dir": str(own_union.data)}).settings
        assert (kept.usb, kept.site) == ("auto", "一号食堂 1 号屏")


@KEYBOARD
def test_a_wrong_line_is_explained_and_nothing_is_written(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        open_settings(k, "content", "sources")
        k.hand.touch("desk.write")
        k.hand.see("desk.field").setProperty("text", "not a place")
        k.hand.touch("desk.finish")
        saved(k)
        k.hand.wait(lambda: k.shows("这个值不能用"), "why not")
        assert not glass_file(own_union.data).exists()
        k.hand.touch("nav.back")
        assert not k.vm.typing
        assert k.names[-1] == "settings"


def test_what_stands_above_the_glass_cannot_be_changed_on_it(own_union: Union, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_IDLE_SECONDS", "90")
    with running(own_union.data, idle_seconds=90, **PINS) as k:
        open_settings(k, "visit", "idle_seconds")
        assert k.shows("KIOSK_IDLE_SECONDS")
        assert k.hand.find("desk.plus") is None


def test_a_cut_in_the_middle_leaves_the_old_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    heard: list[Result[None]] = []
    with owned_lanes() as lanes:
        settings = GlassSettings(Settings(tmp_path), lanes, lambda *_: None, lanes)
        put(settings, lanes, {"idle_seconds": "90"}, heard)
        real = module.write_durably

        def full(path: Path, body: bytes, **options: Any) -> None:
            if path == glass_file(tmp_path):
                raise OSError(28, "No space left on device")
            real(path, body, **options)

        monkeypatch.setattr(module, "write_durably", full)
        put(settings, lanes, {"idle_seconds": "120"}, heard)
        assert isinstance(heard[-1], Err)
        monkeypatch.undo()
        assert load(overrides={"data_dir": str(tmp_path)}).settings.idle_seconds == 90
        put(settings, lanes, {"idle_seconds": None}, heard)
        assert (tmp_path / BEFORE).read_text("utf-8") == f"{HEAD}idle_seconds = 90\n"


def put(settings: GlassSettings, lanes: Any, changes: dict[str, Any], heard: list[Result[None]]) -> None:
    from PySide6.QtCore import QCoreApplication

    before = len(heard)
    settings.put(changes, heard.append)
    while len(heard) == before:
        QCoreApplication.processEvents()


def test_values_in_words() -> None:
    assert [raw(v) for v in (True, 43.0, ("a", "b"), 5, "x")] == ["true", "43", "a;b", "5", "x"]
