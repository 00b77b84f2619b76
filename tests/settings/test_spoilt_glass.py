"""Settings made on the glass that were damaged: the kiosk starts with what came before, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk.health.glass import judge_glass
from kiosk.settings import Loaded, load
from kiosk.settings.glass import BEFORE, HEAD, NAME
from kiosk.state.glass import _save, _swap

NOWHERE = {"HOME": "/nowhere"}


def read(data: Path) -> Loaded:
    return load(env=NOWHERE, overrides={"data_dir": str(data)}, etc=data / "etc")


def set_twice(data: Path) -> None:
    """The site is `二`; before the last change it was `一`."""
    _save(data, {"site": "一", "idle_seconds": "90"})
    _save(data, {"site": "二"})


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 60, b"\xff\xfe\x80", b'site = "\xe4', b"a = " + b"[" * 5000, b"idle_seconds"]
)
def test_what_was_set_before_holds(tmp_path: Path, damage: bytes) -> None:
    set_twice(tmp_path)
    (tmp_path / NAME).write_bytes(damage)
    loaded = read(tmp_path)
    assert (loaded.settings.site, loaded.settings.idle_seconds) == ("一", 90)
    assert [e.code for e in loaded.spoilt] == ["BAD_CONFIG"]
    assert [f.code for f in judge_glass(loaded.spoilt)] == ["GLASS_SPOILT"]
    _save(tmp_path, {"calm": "true"})
    healed = read(tmp_path)
    assert (healed.settings.site, healed.settings.calm, healed.spoilt) == ("一", True, ())


def test_with_both_damaged_nothing_was_set(tmp_path: Path) -> None:
    set_twice(tmp_path)
    for name in (NAME, BEFORE):
        (tmp_path / name).write_bytes(b"\0" * 40)
    loaded = read(tmp_path)
    assert (loaded.settings.site, loaded.settings.idle_seconds) == ("先锋屏", 60)
    assert len(loaded.spoilt) == 2
    assert "出厂" in judge_glass(loaded.spoilt)[0].message.zh
    _save(tmp_path, {"site": "三"})
    assert (read(tmp_path).settings.site, read(tmp_path).spoilt) == ("三", ())


def test_one_value_that_cannot_be_is_left_out_and_goes_with_the_next_change(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(f'{HEAD}idle_seconds = 6\nsite = "一"\n[from_a_newer_one]\nx = 1\n', "utf-8")
    loaded = read(tmp_path)
    assert (loaded.settings.site, loaded.settings.idle_seconds) == ("一", 60)
    assert {e.code for e in loaded.spoilt} == {"BAD_SETTING", "UNKNOWN_SETTING"}
    _save(tmp_path, {"calm": "true"})
    assert read(tmp_path).spoilt == ()
    assert read(tmp_path).settings.site == "一"


def test_a_file_without_a_setting_is_whole_and_can_be_undone(tmp_path: Path) -> None:
    _save(tmp_path, {"site": "一"})
    _swap(tmp_path)
    assert (read(tmp_path).settings.site, read(tmp_path).spoilt) == ("先锋屏", ())
    _swap(tmp_path)
    assert read(tmp_path).settings.site == "一"


@hypothesis_settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    now=st.binary(max_size=200) | st.text(max_size=80).map(lambda s: s.encode("utf-8", "replace")),
    before=st.binary(max_size=60),
    cut=st.integers(0, 60),
)
def test_no_bytes_keep_a_kiosk_from_starting(tmp_path: Path, now: bytes, before: bytes, cut: int) -> None:
    set_twice(tmp_path)
    whole = (tmp_path / NAME).read_bytes()
    for name, content in ((NAME, now), (NAME, whole[:cut]), (BEFORE, before)):
        (tmp_path / name).write_bytes(content)
        loaded = read(tmp_path)
        assert loaded.settings.data_dir == tmp_path
        assert all(f.message.zh and f.hint.en for f in judge_glass(loaded.spoilt))
        _save(tmp_path, {"calm": "true"})
        assert read(tmp_path).settings.calm
        assert read(tmp_path).spoilt == ()
