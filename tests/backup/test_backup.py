"""A dead kiosk is replaced by another machine: settings, trust, records, identity; and nothing half."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.kiosk import own_union
from support.union import Union

from kiosk.backup import listing, make, read_head, restore
from kiosk.backup.container import MAGIC, Head, Secret, Writer
from kiosk.backup.parts import Places, is_part
from kiosk.backup.restore import AHEAD, BEFORE, READY, finish
from kiosk.core.errors import KioskError
from kiosk.fleet.devicekey import device_key
from kiosk.packs.device import device_id
from kiosk.packs.store import Store
from kiosk.packs.trust import trust_list
from kiosk.records import Record, identity, open_book
from kiosk.sealing import load_key, make_key

__all__ = ["own_union"]
WORD = Secret("correct horse")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase costs a second and 256 MB on purpose; not in every test."""
    from nacl import pwhash

    monkeypatch.setattr("kiosk.backup.container._OPS", pwhash.argon2id.OPSLIMIT_MIN)
    monkeypatch.setattr("kiosk.backup.container._MEM", pwhash.argon2id.MEMLIMIT_MIN)


def machine(folder: Path, data: Path | None = None) -> Places:
    return Places(data or folder / "data", folder / "etc", folder / "home" / "kiosk.toml")


def add(data: Path, count: int) -> list[int]:
    book = open_book(data / "records.db")
    try:
        return [book.append(record(number)) for number in range(count)]
    finally:
        book.close()


def record(number: int) -> Record:
    return Record("v", "p/i", "quiz", 1, datetime.now(UTC), 1.0, True, {"n": number})


def full(tmp_path: Path, union: Union | None = None) -> Places:
    places = machine(tmp_path / "old", union.data if union else None)
    (places.machine / "conf.d").mkdir(parents=True)
    (places.machine / "kiosk.toml").write_text('site = "一号厅"\n', "utf-8")
    (places.machine / "conf.d/10.toml").write_text("glove = true\n", "utf-8")
    (places.machine / "env").write_text("KIOSK_SMB_PASSWORD=geheim\n", "utf-8")
    places.data.mkdir(parents=True, exist_ok=True)
    (places.data / "glass.toml").write_text("calm = true\n", "utf-8")
    device_id(places.data)
    device_key(places.data)
    add(places.data, 3)
    return places


@pytest.mark.expect_log("kiosk.packs.recover: .*trust and version floors are complete")
def test_a_new_machine_is_the_old_kiosk(tmp_path: Path, own_union: Union) -> None:
    old = full(tmp_path, own_union)
    store = Store(old.data / "store")
    trusted = trust_list(store)
    assert trusted
    known = identity.read(old.data / "records.db")
    assert known is not None
    sizes = make(tmp_path / "k.backup", old, WORD, site="一号厅")
    assert {"data/records.db", "data/store/trust.json", "data/device.key", "settings/machine/env"} <= set(sizes)
    last = add(old.data, 5)[-1]  # what the office may have got from the old one after the backup

    new = machine(tmp_path / "new")
    done = restore(tmp_path / "k.backup", new, WORD)
    assert done.aside == ()
    assert set(done.files) == set(sizes)
    assert (new.machine / "conf.d/10.toml").read_text("utf-8") == "glove = true\n"
    assert (new.data / "glass.toml").read_text("utf-8") == "calm = true\n"
    assert device_id(new.data) == device_id(old.data)
    assert bytes(device_key(new.data)) == bytes(device_key(old.data))
    book = open_book(new.data / "records.db")
    try:
        assert (book.device, [e.payload["n"] for e in book.newest(10)]) == (known.device, [0, 1, 2])
        assert book.append(record(9)) > known.ceiling + AHEAD - 1 > last
    finally:
        book.close()
    again = identity.read(new.data / "records.db")
    assert again is not None
    assert (again.secret, again.boot > known.boot + 1000) == (known.secret, True)
    assert trust_list(Store(new.data / "store")) == trusted
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "k.backup").stat().st_mode) == 0o600
        assert stat.S_IMODE((new.data / "device.key").stat().st_mode) == 0o600
    assert not [f for f in new.data.iterdir() if "restore" in f.name]


def test_nothing_of_it_can_be_read(tmp_path: Path) -> None:
    old = full(tmp_path)
    make(tmp_path / "b", old, WORD, site="一号厅")
    raw = (tmp_path / "b").read_bytes()
    for secret in (b"geheim", bytes(device_key(old.data)), '一号厅"\n'.encode(), b"SQLite format 3", b"glove"):
        assert secret not in raw
    head = read_head(tmp_path / "b")
    assert (head.site, head.lock) == ("一号厅", "passphrase")


def test_sealed_to_the_office(tmp_path: Path) -> None:
    old = full(tmp_path)
    public = make_key(tmp_path / "office.key", None)
    make_key(tmp_path / "other.key", None)
    make(tmp_path / "b", old, Secret(office=public))
    assert read_head(tmp_path / "b").lock == str(public)
    right, wrong = (Secret(private=load_key(tmp_path / f"{name}.key", None)) for name in ("office", "other"))
    assert "data/records.db" in listing(tmp_path / "b", right)
    for secret in (wrong, Secret(), WORD):
        with pytest.raises(KioskError, match="BACKUP_LOCKED"):
            listing(tmp_path / "b", secret)


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path / "b", full(tmp_path), WORD)
    new = machine(tmp_path / "new")
    with pytest.raises(KioskError, match="BACKUP_LOCKED"):
        restore(tmp_path / "b", new, Secret("wrong"))
    assert not (new.data / "records.db").exists() and not new.machine.exists()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_is_refused_whole(tmp_path: Path, data: st.DataObject) -> None:
    backup = tmp_path / "b"
    if not backup.exists():
        make(backup, full(tmp_path), WORD)
    raw = backup.read_bytes()
    at = data.draw(st.integers(0, len(raw) - 1))
    how = data.draw(st.sampled_from(["cut", "flip", "grow", "double"]))
    changed = {
        "cut": raw[:at],
        "flip": raw[:at] + bytes([raw[at] ^ (1 << data.draw(st.integers(0, 7)))]) + raw[at + 1 :],
        "grow": raw + b"x",
        "double": raw + raw[raw.index(b"\n", len(MAGIC)) + 1 :],
    }[how]
    (tmp_path / "changed").write_bytes(changed)
    new = machine(tmp_path / "new")
    with pytest.raises(KioskError) as caught:
        restore(tmp_path / "changed", new, WORD)
    assert caught.value.code in ("BACKUP_DAMAGED", "BACKUP_LOCKED", "BACKUP_NEWER")
    assert not (new.data / "device.key").exists() and not new.machine.exists()


@pytest.mark.parametrize(
    "name",
    ["../x", "data/../../x", "/etc/passwd", "settings/machine/../x.toml", "data/x", "settings/machine/.x.toml", ""],
)
def test_a_backup_writes_nowhere_else(tmp_path: Path, name: str) -> None:
    assert not is_part(name)
    with (tmp_path / "b").open("wb") as out:
        writer = Writer(out, Head("now", "1", "", "", ""), WORD)
        writer.write(json.dumps({"name": name, "size": 1}).encode() + b"\nx" + json.dumps({"end": 1}).encode() + b"\n")
        writer.close()
    with pytest.raises(KioskError, match="BACKUP_DAMAGED"):
        restore(tmp_path / "b", machine(tmp_path / "new"), WORD)


def test_a_kiosk_that_is_there_is_not_replaced_by_chance(tmp_path: Path) -> None:
    make(tmp_path / "b", full(tmp_path), WORD)
    there = full(tmp_path / "there")
    mine = identity.read(there.data / "records.db")
    (there.data / "outbox").mkdir()
    (there.data / "outbox/1.batch").write_bytes(b"its own")
    with pytest.raises(KioskError, match="ANOTHER_KIOSK"):
        restore(tmp_path / "b", there, WORD)
    done = restore(tmp_path / "b", there, WORD, replace_old=True)
    assert {"data/records.db", "data/outbox", "settings/machine/kiosk.toml"} <= set(done.aside)
    assert (there.data / BEFORE / "data/outbox/1.batch").read_bytes() == b"its own"
    aside = identity.read(there.data / BEFORE / "data/records.db")
    assert aside is not None and mine is not None and aside.device == mine.device
    assert not (there.data / "outbox").exists()


def test_settings_may_be_left_out(tmp_path: Path) -> None:
    make(tmp_path / "b", full(tmp_path), WORD)
    new = machine(tmp_path / "new")
    done = restore(tmp_path / "b", new, WORD, settings=False)
    assert not new.machine.exists() and all(name.startswith("data/") for name in done.files)


def test_a_running_kiosk_is_not_replaced(tmp_path: Path) -> None:
    make(tmp_path / "b", full(tmp_path), WORD)
    there = full(tmp_path / "there")
    book = open_book(there.data / "records.db")
    try:
        with pytest.raises(KioskError, match="RECORDS_IN_USE"):
            restore(tmp_path / "b", there, WORD, replace_old=True)
    finally:
        book.close()


class PowerCutError(Exception):
    pass


@pytest.mark.parametrize("at", range(14))
def test_a_power_cut_leaves_the_old_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    make(tmp_path / "b", full(tmp_path), WORD)
    there = full(tmp_path / "there")
    mine = identity.read(there.data / "records.db")
    other = identity.read(tmp_path / "old/data/records.db")
    assert mine is not None and other is not None
    steps = [0]

    def counted(path: Path, target: Path, really: Callable[[Path, Path], Path] = Path.replace) -> Path:
        steps[0] += 1
        if steps[0] > at:
            raise PowerCutError
        return really(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", counted)
        with contextlib.suppress(PowerCutError):
            restore(tmp_path / "b", there, WORD, replace_old=True)
    decided = (there.data / READY).exists() or steps[0] <= at
    finish(there)
    finish(there)
    now = identity.read(there.data / "records.db")
    assert now is not None
    committed = decided or now.device == other.device
    assert now.device == (other if committed else mine).device
    assert not (there.data / READY).exists()
    book = open_book(there.data / "records.db")
    try:
        assert book.device == now.device and len(book.newest(10)) == 3
    finally:
        book.close()


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine", "ascii")
    with pytest.raises(KioskError, match="BACKUP_EXISTS"):
        make(tmp_path / "b", full(tmp_path), WORD)
    assert (tmp_path / "b").read_text("ascii") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is a file")
def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KioskError, match="BACKUP_UNWRITABLE"):
        make(tmp_path / "file" / "b", full(tmp_path), WORD)
    assert sorted(f.name for f in tmp_path.iterdir()) == ["file", "old"]


def test_a_newer_format_is_named(tmp_path: Path) -> None:
    make(tmp_path / "b", full(tmp_path), WORD)
    raw = (tmp_path / "b").read_bytes().replace(b'"format":1', b'"format":2', 1)
    (tmp_path / "b").write_bytes(raw)
    with pytest.raises(KioskError, match="BACKUP_NEWER"):
        read_head(tmp_path / "b")
