"""Rows and sentences of the sync screen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.packs.history import Overview, RunLine
from kiosk.settings import Settings
from kiosk.state import contentwords as words
from kiosk.state.progress import Job

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("setting", "logged"),
    [
        ("/mnt/share", "/mnt/share"),
        ("file:///mnt/share", "/mnt/share"),
        ("\\\\server\\packs", "smb://server/packs"),
        ("https://packs.example/u", "https://packs.example/u"),
    ],
)
def test_a_source_is_known_under_the_name_the_log_gives_it(setting: str, logged: str) -> None:
    overview = Overview(latest={logged: RunLine(NOW, logged, "ok")})
    (row,) = words.sources(Settings(Path("/data"), sources=(setting,)), overview, "zh")
    assert (row["source"], row["known"], row["ok"]) == (setting, True, True)


def pack(name: str, **more: Any) -> dict[str, Any]:
    return {
        "publisher": "w",
        "pack": name,
        "version": 2,
        "from": 1,
        "state": "newer",
        "wanted": True,
        "missing": 10,
        **more,
    }


def test_the_look_is_brought_up_to_date_by_the_sync() -> None:
    report = {"packs": [pack("a"), pack("b"), pack("c", state="withdrawn"), pack("d", state="same", wanted=False)]}
    error = {"code": "DAMAGED_MEDIUM"}
    results = [
        {"publisher": "w", "pack": "a", "code": "live", "error": None},
        {"publisher": "w", "pack": "b", "code": "incomplete", "error": error},
        {"publisher": "w", "pack": "c", "code": "withdrawn", "error": None},
        {"publisher": "w", "pack": "", "code": "refused", "error": error},
    ]
    after = words.after(report, {"results": results})
    assert [(p["state"], p["wanted"], bool(p.get("taken"))) for p in after["packs"]] == [
        ("same", False, True),
        ("newer", True, False),
        ("withdrawn", False, True),
        ("same", False, False),
    ]
    assert (after["wanted"], after["missing"], after["packs"][1]["error"]) == (1, 10, error)
    assert report["packs"][0]["state"] == "newer", "the look itself stays as it was"


def test_visitors_hear_only_of_a_stick() -> None:
    share, stick = Job("round", "/share", "copying", 1, 2), Job("bring", "/stick", "copying", 1, 2)
    assert words.quiet(share, False, words.say(share, False, None, "pin", True)).zh == ""
    said = words.quiet(stick, True, words.say(stick, True, None, "pin", True))
    assert said.zh == "正在复制，请不要拔出U盘。 50 %"
    assert "do not remove" in said.en
