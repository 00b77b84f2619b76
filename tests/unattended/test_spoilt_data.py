"""Databases truncated, zeroed, deleted: the kiosk starts all the same, plays, and says so where the administrator reads it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.alone import Alone, alone

from kiosk.records import RecordBook


def truncate(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 3)


def zero(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def delete(file: Path) -> None:
    file.unlink()


def said(kiosk: Alone, words: str) -> Callable[[], bool]:
    return lambda: any(words in str(e.facts.get("said")) for e in kiosk.box())


@pytest.mark.parametrize("spoil", [truncate, zero, delete])
@pytest.mark.parametrize(
    ("name", "told"),
    [("records.db", "records.db was"), ("store/packs.db", "packs.db was"), ("catalog/*.db", "")],
    ids=["records", "packs", "catalog"],
)
def test_a_database_is_spoilt(kept: Path, name: str, told: str, spoil: Callable[[Path], None]) -> None:
    (file,) = kept.glob(name)
    for log in ("-wal", "-shm"):
        file.with_name(file.name + log).unlink(missing_ok=True)
    spoil(file)
    with alone(kept) as kiosk:
        kiosk.ready()
        kiosk.beats(2)
        if told:
            kiosk.until(said(kiosk, told), told)
        else:
            kiosk.until(lambda: any(p.stat().st_size > 50_000 for p in kept.glob(name)), "a catalog written again")
        assert kiosk.close() == 0
    if name == "records.db":
        book = RecordBook(file)
        assert list(book.payloads("health")), "it takes records again"
        book.close()


def test_everything_is_lost_at_once(kept: Path) -> None:
    """An empty data folder is a kiosk that has never been fed: it says so on the screen and lives."""
    for part in kept.iterdir():
        shutil.rmtree(part) if part.is_dir() else part.unlink()
    with alone(kept) as kiosk:
        kiosk.ready()
        kiosk.beats(2)
        assert kiosk.close() == 0


def test_settings_of_the_glass_are_spoilt(kept: Path) -> None:
    """It starts with those before, and the administrator hears of it."""
    (kept / "glass.before.toml").write_text('# \nscreen_hours = "00:00-24:00"\n', "utf-8")
    (kept / "glass.toml").write_bytes(b"\0" * 64)
    with alone(kept) as kiosk:
        kiosk.ready()
        kiosk.finding("GLASS_SPOILT")
        kiosk.beats(1)
        assert kiosk.close() == 0
