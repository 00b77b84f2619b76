"""Small decisions of the start: how to draw, what to log, when the catalog is built."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.union import Union

from kiosk import faults
from kiosk.library import refresh_catalog
from kiosk.packs.store import Store
from kiosk.profile import Profile, choose_profile


@pytest.mark.parametrize(
    ("setting", "env", "gpu", "profile"),
    [
        ("gl", {}, False, Profile.GL),
        ("software", {}, True, Profile.SOFTWARE),
        ("auto", {}, True, Profile.GL),
        ("auto", {}, False, Profile.SOFTWARE),
        ("auto", {"QT_QPA_PLATFORM": "offscreen"}, True, Profile.SOFTWARE),
        ("auto", {"QT_QPA_PLATFORM": "vnc:size=1x1"}, True, Profile.SOFTWARE),
        ("auto", {"QT_QPA_PLATFORM": "xcb"}, True, Profile.GL),
        ("auto", {"QT_QUICK_BACKEND": "software"}, True, Profile.SOFTWARE),
        ("gl", {"QT_QPA_PLATFORM": "offscreen"}, False, Profile.GL),
    ],
)
def test_how_to_draw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, env: dict[str, str], gpu: bool, profile: Profile
) -> None:
    for name in ("QT_QPA_PLATFORM", "QT_QUICK_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    if gpu:
        (tmp_path / "renderD128").touch()
    assert choose_profile(setting, dri=tmp_path) is profile


@pytest.fixture
def recovered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The product's hooks, put back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    calls: list[int] = []
    native = faults.install_hooks(lambda: calls.append(1))
    yield calls
    assert native is not None
    native.close()


@pytest.mark.expect_log("kiosk.faults: unexpected error")
def test_a_bug_is_logged_and_the_visitor_is_brought_back(recovered: list[int]) -> None:
    try:
        raise ZeroDivisionError("bug")
    except ZeroDivisionError as bug:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    assert recovered == [1]


@pytest.mark.expect_log("kiosk.faults: unexpected error")
def test_a_bug_of_a_thread_is_logged(recovered: list[int]) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()


def test_the_catalog_is_built_when_it_is_missing_or_old_and_only_then(own_union: Union) -> None:
    folder = own_union.data / "catalog"
    store = Store(own_union.data / "store")
    try:
        now = refresh_catalog(store, folder)
        name = folder / now.catalog
        stamp = name.stat().st_mtime_ns
        assert refresh_catalog(store, folder) == now
        assert name.stat().st_mtime_ns == stamp
        name.unlink()
        assert refresh_catalog(store, folder) == now and name.is_file()
        (folder / "home.json").write_text("{", "utf-8")
        assert refresh_catalog(store, folder) == now
        assert refresh_catalog(store, folder, force=True) == now
    finally:
        store.close()
