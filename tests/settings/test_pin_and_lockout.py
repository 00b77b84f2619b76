"""The PIN: how it is kept, how tries slow down, and that neither a restart nor the clock gives new ones."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import StorageError
from kiosk.settings import load
from kiosk.settings.edit import with_text
from kiosk.settings.pin import LOCK_OUTS, TRIES, Tries, hash_pin, is_hash, is_pin, locked_seconds, same_pin, tries_left
from kiosk.state.pintries import PinTries

HASHED = hash_pin("2468")


class Wall:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.at = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


def test_a_hash_is_salted_and_says_nothing_of_the_pin() -> None:
    other = hash_pin("2468")
    assert other != HASHED
    assert is_hash(other)
    assert "2468" not in other.split("$")[1:4]
    assert same_pin("2468", other)
    assert not same_pin("2469", other)
    assert not same_pin("", other)


@pytest.mark.parametrize("typed", ["1234", "000000", "123456789012"])
def test_a_pin(typed: str) -> None:
    assert is_pin(typed)


@pytest.mark.parametrize("typed", ["", "123", "1234567890123", "12a4", "１２３４", "1234\n", " 1234", "٣٤٥٦"])
def test_no_pin(typed: str) -> None:
    assert not is_pin(typed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1234",
        "scrypt$1$8$1$" + "0" * 32 + "$" + "0" * 64,
        "scrypt$999999$8$1$" + "0" * 32 + "$" + "0" * 64,
        "scrypt$4194304$99$9$" + "0" * 32 + "$" + "0" * 64,  # would take gigabytes
        "scrypt$32768$0$1$" + "0" * 32 + "$" + "0" * 64,
        "md5$32768$8$1$" + "0" * 32 + "$" + "0" * 64,
    ],
)
def test_no_hash(text: str) -> None:
    assert not is_hash(text)
    assert not same_pin("1234", text)


def test_a_try_is_slow_enough_to_matter() -> None:
    began = time.perf_counter()
    same_pin("1234", HASHED)
    assert time.perf_counter() - began > 0.01


def test_five_tries_then_one_minute_five_thirty(tmp_path: Path) -> None:
    wall = Wall()
    door = PinTries(HASHED, tmp_path, wall)
    assert [door.enter("0000").tries_left for _ in range(TRIES)] == [4, 3, 2, 1, 0]
    for lock in (*LOCK_OUTS, LOCK_OUTS[-1]):
        assert door.look().locked_seconds == lock
        wall.at += lock - 1
        assert not door.enter("2468").ok, "the right PIN does not open a locked door either"
        assert door.look().locked_seconds == 1
        wall.at += 1
        answer = door.look()
        assert (answer.locked_seconds, answer.tries_left) == (0, 1)
        assert not door.enter("0000").ok
    wall.at += LOCK_OUTS[-1]
    assert door.enter("2468").ok
    assert door.look().tries_left == TRIES


def test_switching_off_gives_no_new_tries(tmp_path: Path) -> None:
    wall = Wall()
    for _ in range(TRIES):
        PinTries(HASHED, tmp_path, wall).enter("0000")
    assert PinTries(HASHED, tmp_path, wall).look().locked_seconds == LOCK_OUTS[0]


def test_a_try_counts_before_it_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def spied(_pin: str, _hashed: str) -> bool:
        seen.append(json.loads((tmp_path / "pin.json").read_text())["wrong"])
        return True

    monkeypatch.setattr("kiosk.state.pintries.same_pin", spied)
    assert PinTries(HASHED, tmp_path, Wall()).enter("2468").ok
    assert seen == [1]


def test_a_clock_that_is_set_back_opens_nothing(tmp_path: Path) -> None:
    wall = Wall()
    door = PinTries(HASHED, tmp_path, wall)
    for _ in range(TRIES):
        door.enter("0000")
    wall.at = 0.0
    assert door.look().locked_seconds == LOCK_OUTS[0]


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b'{"wrong": "x", "at": 1}', b"\xff\xfe"])
def test_a_damaged_count_makes_everybody_wait(tmp_path: Path, body: bytes) -> None:
    wall = Wall()
    (tmp_path / "pin.json").write_bytes(body)
    door = PinTries(HASHED, tmp_path, wall)
    assert not door.enter("2468").ok
    wall.at += LOCK_OUTS[0]
    assert door.enter("2468").ok


def test_without_a_pin_nobody_is_let_in(tmp_path: Path) -> None:
    assert not PinTries("", tmp_path, Wall()).enter("").ok


def test_a_disk_that_cannot_count_lets_nobody_in(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"a file")
    with pytest.raises(StorageError):
        PinTries(HASHED, tmp_path / "data", Wall()).enter("2468")


@given(st.integers(0, 100), st.floats(0, 1e10), st.floats(-1e6, 1e6))
def test_never_locked_for_longer_than_the_longest(wrong: int, at: float, later: float) -> None:
    tries = Tries(wrong, at)
    assert 0 <= locked_seconds(tries, at + later) <= LOCK_OUTS[-1]
    assert (tries_left(tries, at + later) == 0) == (locked_seconds(tries, at + later) > 0)


# the settings file


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'pin = "X"\n'),
        ("site = '工会' # 我们\n", "site = '工会' # 我们\npin = \"X\"\n"),
        ("site = '工会'", "site = '工会'\npin = \"X\"\n"),
        ('a = 1\npin = "old" # was\nb = 2\n', 'a = 1\npin = "X"\nb = 2\n'),
        ('  "pin"="old"', 'pin = "X"\n'),
        ("# pin = old\npins = 1\n", '# pin = old\npins = 1\npin = "X"\n'),
    ],
)
def test_one_line_is_changed(before: str, after: str) -> None:
    assert with_text(before, "pin", "X") == after


def test_the_line_is_taken_out() -> None:
    assert with_text('a = 1\npin = "old"\nb = 2\n', "pin", "") == "a = 1\nb = 2\n"


def cli(tmp_path: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    import os

    env = {**os.environ, "KIOSK_CONFIG": str(tmp_path / "kiosk.toml"), "KIOSK_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        env=env,
        timeout=60,
    )


def test_kiosk_pin_set_and_what_config_shows(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("# ours\nsite = '工会'\n", "utf-8")
    file.chmod(0o640)
    assert cli(tmp_path, "pin", "set", typed="2468\n2468\n").returncode == 0
    text = file.read_text("utf-8")
    assert text.startswith("# ours\nsite = '工会'\n")
    assert "2468" not in text.replace(load(file, env={"HOME": "/"}).settings.pin, "")
    assert file.stat().st_mode & 0o777 == 0o640
    loaded = load(file, env={"HOME": "/"}).settings
    assert same_pin("2468", loaded.pin)
    assert loaded.pin not in repr(loaded)
    shown = cli(tmp_path, "config", "show")
    assert "pin = set  #" in shown.stdout
    assert "scrypt" not in shown.stdout
    assert cli(tmp_path, "config", "show", "--json").stdout.count("scrypt") == 0
    assert cli(tmp_path, "pin", "clear").returncode == 0
    assert load(file, env={"HOME": "/"}).settings.pin == ""


@pytest.mark.parametrize("typed", ["2468\n2469\n", "12\n12\n", "\n", "abcd\nabcd\n"])
def test_a_bad_pin_changes_nothing(tmp_path: Path, typed: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("site = 'x'\n")
    assert cli(tmp_path, "pin", "set", typed=typed).returncode == 78
    assert file.read_text() == "site = 'x'\n"


def test_a_clear_pin_in_the_file_is_refused_and_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text('pin = "2468"\n')
    done = cli(tmp_path, "config", "show")
    assert done.returncode == 78
    assert "kiosk pin set" in done.stderr
    assert "2468" not in done.stderr + done.stdout
