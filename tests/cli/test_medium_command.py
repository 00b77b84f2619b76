"""`kiosk medium` and what programs read from commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from packs.world import World, make_world


@pytest.fixture
def hall(tmp_path: Path) -> World:
    made = make_world(tmp_path)
    (tmp_path / "data").mkdir()
    made.store.close()
    made.store.root.rename(tmp_path / "data" / "store")
    return made


def kiosk(hall: World, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words, "--data", str(hall.base / "data")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "KIOSK_LANG": "en"},
    )


def test_look_in_words_in_json_and_as_lines(hall: World) -> None:
    hall.publish("may-day", 2, {"film": b"x" * 2_000_000})
    words = kiosk(hall, "medium", "look", str(hall.repo))
    assert words.returncode == 0, words.stderr
    assert "wuxi/may-day May Day 2 new 2.0 MB." in words.stdout
    assert "2.0 MB to copy" in words.stdout
    report = json.loads(kiosk(hall, "medium", "look", "--json", str(hall.repo)).stdout)
    assert report["packs"][0]["state"] == "new"
    lines = [
        json.loads(n) for n in kiosk(hall, "medium", "look", "--progress=jsonl", str(hall.repo)).stdout.splitlines()
    ]
    assert lines[0] == {"progress": {**lines[0]["progress"], "phase": "verify", "publisher": "wuxi"}}
    report["free"] = lines[-1]["report"]["free"]  # others use the disk meanwhile
    assert lines[-1] == {"report": report}


def test_a_medium_without_packs_has_an_exit_code(hall: World, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    done = kiosk(hall, "medium", "look", str(tmp_path / "photos"))
    assert done.returncode == 74
    assert "no content packs" in done.stderr


@pytest.mark.parametrize("words", [("medium", "look"), ("sync", "--from")])
def test_case_42_busy_is_said_to_programs_too(hall: World, words: tuple[str, ...]) -> None:
    from kiosk.packs.lock import exclusive

    with exclusive(hall.base / "data" / "store" / "lock"):
        done = kiosk(hall, *words, str(hall.repo), "--progress=jsonl")
    assert done.returncode == 75
    said = json.loads(done.stdout.splitlines()[-1])["error"]
    assert said["code"] == "BUSY"
    assert said["message"]["zh"]
    assert said["hint"]["en"]
