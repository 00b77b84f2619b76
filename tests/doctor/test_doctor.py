"""The doctor finds what is wrong, says what to do, and its bundle tells nobody's business."""

from __future__ import annotations

import dataclasses
import json
import os
import sqlite3
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.kiosk import own_union, union
from support.union import Union

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.doctor import bundle, rounds, screen
from kiosk.doctor.bundle import PART, write_bundle
from kiosk.doctor.line import Line, worst
from kiosk.doctor.rounds import Patient, examine
from kiosk.doctor.scrub import scrub
from kiosk.health.blackbox import BlackBox
from kiosk.settings import Settings, load
from kiosk.status.logfile import LogFile

__all__ = ["own_union", "union"]
QUICK = ("settings", "office_key", "storage", "clock", "databases", "trust", "packs", "logs", "sources", "status")
FOUND: dict[str, Any] = {
    "qt": "6.11.3", "display": True, "platform": "xcb", "profile": "gl", "renderer": "Mesa Intel UHD", "frame_ms": 12.0,
    "screens": [{"name": "HDMI-1", "pixels": [1080, 1920], "millimetres": [530, 940], "hertz": 60}],
    "fonts": {"families": ["Noto Sans SC"], "missing": "", "of_system": 9}, "touch": [{"name": "ILITEK", "points": 10}],
    "sound": ["HDMI"], "codecs": {"h264": True, "aac": True},
}  # fmt: skip


def patient(data: Path, **settings: Any) -> Patient:
    return Patient(Settings(data, **settings), (), dict(os.environ))


def codes(lines: Sequence[Line]) -> set[str]:
    return {line.code for line in lines}


def test_a_healthy_kiosk(union: Union) -> None:
    lines = list(examine(patient(union.data), QUICK))
    assert worst(line for line in lines if line.part != "storage") in ("ok", "look")
    assert {"DATABASES_OK", "TRUST_OK", "PACKS_OK", "SETTINGS_OK", "NO_PIN", "NO_SOURCES", "STATUS_OFF"} <= codes(lines)
    for line in lines:
        assert line.message.zh and line.message.en
        assert line.level in ("ok", "off") or (line.hint.zh and line.hint.en), line


def test_what_is_broken_is_named(own_union: Union) -> None:
    data = own_union.data
    with sqlite3.connect(data / "records.db") as db:
        db.execute("CREATE TABLE t (x)")
    raw = bytearray((data / "records.db").read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    (data / "records.db").write_bytes(raw)
    (data / "catalog").mkdir(exist_ok=True)
    (data / "catalog/catalog-9.db").write_bytes(b"")
    lines = list(examine(patient(data, sources=(str(data / "gone"),), status_port=1024), QUICK))
    bad = [line for line in lines if line.level == "bad"]
    assert {"DATABASE_DAMAGED", "MEDIUM_REMOVED"} <= codes(bad)
    assert {"records.db", "catalog-9.db"} <= {
        word for line in bad for word in line.message.en.replace("/", " ").split()
    }
    assert {"NO_STATUS_TOKEN", "STATUS_SILENT"} <= codes(lines)


def test_the_doctor_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    lines = list(examine(patient(tmp_path / "data"), QUICK))
    assert {"NOBODY_TRUSTED", "NO_PACKS"} <= codes(lines)
    assert list((tmp_path / "data").iterdir()) == []
    assert "NO_DATA_FOLDER" in codes(list(examine(patient(tmp_path / "none"), ("storage",))))
    assert not (tmp_path / "none").exists()


def test_sources_that_are_there(own_union: Union, tmp_path: Path) -> None:
    repository = next(p for p in (own_union.data.parent).rglob("publishers") if p.is_dir()).parent
    (tmp_path / "empty").mkdir()
    lines = list(examine(patient(own_union.data, sources=(str(repository), str(tmp_path / "empty"))), ("sources",)))
    assert [line.code for line in lines] == ["SOURCES_OK", "SOURCE_EMPTY"]


def test_a_source_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from kiosk.doctor import network

    slow = tmp_path / "slow"
    slow.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(network, "DEADLINE", 0.3)
    monkeypatch.setattr("sys.executable", str(slow))
    (line,) = examine(patient(tmp_path, sources=("/mnt/hung",)), ("sources",))
    assert (line.code, line.level) == ("SOURCE_SILENT", "bad")


def test_a_check_that_breaks_is_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(_patient: Patient) -> Iterator[Line]:
        raise ZeroDivisionError("x")
        yield

    def known(_patient: Patient) -> Iterator[Line]:
        raise ConfigError("BAD_SETTING", Text("错", "wrong"), Text("改", "mend"))
        yield

    monkeypatch.setattr(rounds, "checks", lambda: (("one", broken), ("two", known)))
    assert [(line.part, line.code) for line in examine(patient(tmp_path))] == [("one", "BUG"), ("two", "BAD_SETTING")]


@pytest.mark.parametrize(
    ("change", "code", "level"),
    [
        ({}, "", "ok"),
        ({"display": False}, "NO_DISPLAY", "look"),
        ({"renderer": "llvmpipe (LLVM 15)"}, "SLOW_RENDERER", "look"),
        ({"renderer": ""}, "SLOW_RENDERER", "look"),
        ({"frame_ms": None}, "NO_FRAME", "bad"),
        ({"fonts": {"families": [], "missing": "劳"}}, "NO_FONT", "bad"),
        ({"touch": []}, "NO_TOUCH", "look"),
        ({"sound": []}, "NO_SOUND", "look"),
        ({"codecs": {"vp9": False, "h264": True}}, "CODEC_MISSING", "look"),
        ({"codecs": {"h264": False}}, "CODEC_MISSING", "bad"),
        ({"codecs": {}}, "CODECS_NOT_TRIED", "off"),
    ],
)
def test_what_qt_finds(change: dict[str, Any], code: str, level: str) -> None:
    lines = list(screen.judge(FOUND | change))
    assert [line.part for line in lines] == ["platform", "renderer", "fonts", "touch", "sound", "codecs"]
    assert worst(lines) == level
    assert not code or code in codes(lines)


def test_qt_is_asked_in_a_child(tmp_path: Path) -> None:
    lines = list(examine(patient(tmp_path), ("screen",)))
    assert {"RENDERER_OK", "FONTS_OK"} <= codes(lines)
    missing = Patient(Settings(tmp_path), (), {**os.environ, "QT_QPA_PLATFORM": "nosuch"})
    (line,) = examine(missing, ("screen",))
    assert line.code == "QT_DOES_NOT_START"


SECRETS = (
    "739156", "13812345678", "138 1234 5678", "10086", "张*明", "ming.zhang@works.example", "192.168.31.77", "fe80::1c2d:3e4f:5a6b:7c8d",
    "a4:5e:60:11:22:33", "scrypt$32768$8$1$" + "ab" * 16 + "$" + "cd" * 32, "monitoring-token-1234", "office1-" + "a" * 56,
    "/home/zhangming/", "C:\\Users\\zhangming\\", "fileserver.works.example", "geheim", "deadbeef" * 8,
)  # fmt: skip
LOG = f"""2026-11-22T08:30:00.123+08:00 INFO kiosk.state.syncer: round smb://user@fileserver.works.example/share/x: ok
worker 10086 phone 13812345678 or 138 1234 5678 name 张*明 mail ming.zhang@works.example
from 192.168.31.77 and fe80::1c2d:3e4f:5a6b:7c8d mac a4:5e:60:11:22:33 pin=739156 PIN: "739156"
pin_officer = "scrypt$32768$8$1${"ab" * 16}${"cd" * 32}" status_token = "monitoring-token-1234" KIOSK_SMB_PASSWORD=geheim
office1-{"a" * 56} in /home/zhangming/x C:\\Users\\zhangming\\x hash {"deadbeef" * 8} Authorization: Bearer monitoring-token-1234
2026-11-22T08:31:00.456+08:00 ERROR kiosk.packs: DISK_FULL code 74, 12 packs, port 8080, 127.0.0.1:8080
"""


def test_planted_secrets_do_not_leave(own_union: Union, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = own_union.data
    token = "monitoring-token-1234"
    (data / "logs").mkdir()
    (data / "logs/kiosk.log").write_text(LOG, "utf-8")
    (data / "logs/kiosk.log.1").write_text(LOG * 3, "utf-8")
    (data / "health").mkdir(exist_ok=True)
    (data / "health/soak.json").write_text(json.dumps({"said": LOG}), "utf-8")
    box = BlackBox(data / "health/blackbox")
    from datetime import UTC, datetime

    box.note("fault", datetime.now(UTC), what="worker 10086 pin=739156 /home/zhangming/x")
    box.close()
    env = {
        "HOME": str(tmp_path), "KIOSK_DATA_DIR": str(data), "KIOSK_STATUS_TOKEN": token, "KIOSK_SMB_PASSWORD": "geheim",
        "KIOSK_PIN": SECRETS[9], "KIOSK_OFFICE_KEY": SECRETS[11], "KIOSK_SOURCES": "smb://fileserver.works.example/share",
        "KIOSK_DOCTOR_JOURNAL": "no",
    }  # fmt: skip
    loaded = load(env=env)
    sick = Patient(loaded.settings, (), env)
    line = Line("sources", "X", "bad", Text("10086", "smb://fileserver.works.example/share"), Text("", "geheim"))
    names = write_bundle(tmp_path / "help.zip", sick, [line], loaded)
    assert {"doctor.json", "versions.json", "settings.json", "logs/kiosk.log", "logs/kiosk.log.1", "syncs.json"} <= set(
        names
    )
    with zipfile.ZipFile(tmp_path / "help.zip") as packed:
        texts = {name: packed.read(name).decode("utf-8") for name in packed.namelist()}
    whole = "\n".join(texts.values())
    for secret in SECRETS:
        assert secret not in whole, secret
        assert secret.strip("/") not in whole
    # and what helps is still there
    assert "ERROR kiosk.packs: DISK_FULL code 74, 12 packs, port 8080, 127.0.0.1:8080" in texts["logs/kiosk.log"]
    assert "2026-11-22T08:30:00.123+08:00" in texts["logs/kiosk.log"]
    assert json.loads(texts["doctor.json"])[0]["code"] == "X"
    said = json.loads(texts["settings.json"])
    assert said["status_token"] == {"set": True, "from": "KIOSK_STATUS_TOKEN"}
    assert said["idle_seconds"]["value"] == "60"
    assert json.loads(texts["versions.json"])["kiosk"]
    assert any("fault" in texts[name] for name in texts if "blackbox" in name)
    assert (tmp_path / "help.zip").stat().st_size < 200_000


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_scrubbing_ends_and_changes_nothing_twice(text: str) -> None:
    once = scrub(text)
    assert scrub(once) == once


@given(
    st.text(alphabet="abc =:,\n", max_size=40), st.integers(10_000, 99_999_999), st.text(alphabet="xyz \n", max_size=20)
)
def test_numbers_of_people_never_stay(before: str, number: int, after: str) -> None:
    assert str(number) not in scrub(f"{before} {number} {after}")


def test_a_bundle_stays_small(tmp_path: Path) -> None:
    data = tmp_path / "data"
    handler = LogFile(data / "logs")
    handler.close()
    (data / "logs").mkdir(parents=True, exist_ok=True)
    for number in range(5):
        name = "kiosk.log" if not number else f"kiosk.log.{number}"
        (data / "logs" / name).write_text("a line that is like many others\n" * (PART // 16), "ascii")
    names = write_bundle(tmp_path / "b.zip", Patient(Settings(data), (), {"KIOSK_DOCTOR_JOURNAL": "no"}), [], None)
    assert "logs/kiosk.log.3" in names
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        assert sum(i.file_size for i in packed.infolist()) <= bundle.WHOLE
        assert max(i.file_size for i in packed.infolist()) <= PART
    assert not list(tmp_path.glob("*.new"))


def test_settings_hold_no_field_that_leaves_by_chance() -> None:
    secret = {key.name for key in bundle.KEYS if key.secret}
    named = {f.name for f in dataclasses.fields(Settings) if f.name.startswith("pin") or "token" in f.name}
    assert named <= secret
