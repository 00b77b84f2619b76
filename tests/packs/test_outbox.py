"""A receipt is left where the office asked for one, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.packs.device import device_id
from kiosk.packs.outbox import leave_receipt
from kiosk.packs.receipt import Fetched, parse
from packs.world import PUBLISHER, World

NOW = datetime(2026, 5, 1, 8, tzinfo=UTC)


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(p.relative_to(folder)): (p.lstat().st_mtime_ns, p.read_bytes() if p.is_file() else b"")
        for p in sorted(folder.rglob("*"))
    }


def asked(world: World) -> Path:
    folder = world.repo / "outbox" / "receipts"
    folder.mkdir(parents=True)
    return folder


def left(world: World) -> str:
    return leave_receipt(world.store, world.repo, world.base / "data", "一车间", NOW)


def child(world: World, *more: str) -> subprocess.CompletedProcess[str]:
    """`kiosk sync` as the kiosk runs it for a stick."""
    (world.base / "data").mkdir(exist_ok=True)
    if not (world.base / "data" / "store").exists():
        (world.base / "data" / "store").symlink_to(world.store.root)
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "sync", *more, "--from", str(world.repo), "--data", str(world.base / "data")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_receipt_says_what_is_on_the_screen(world: World) -> None:
    folder = asked(world)
    world.publish("may-day", 3)
    world.sync()
    assert left(world) == "left"
    (file,) = folder.iterdir()
    said = parse(file.read_bytes())
    assert file.name == f"{said.device}.json"
    assert (said.site, said.at, said.packs) == ("一车间", NOW, (Fetched(PUBLISHER, "may-day", 3),))


def test_the_device_keeps_its_name(tmp_path: Path) -> None:
    first = device_id(tmp_path / "data")
    assert device_id(tmp_path / "data") == first
    assert device_id(tmp_path / "other") != first
    (tmp_path / "data" / "device").write_bytes(b"\0\0\0")
    assert device_id(tmp_path / "data") not in ("", first)


def test_a_second_visit_replaces_the_first_receipt(world: World) -> None:
    folder = asked(world)
    left(world)
    world.publish("may-day", 1)
    world.sync()
    left(world)
    (file,) = folder.iterdir()
    assert parse(file.read_bytes()).packs


@pytest.mark.parametrize("flags", [("--receipt",), ()])
def test_a_stick_that_asks_for_nothing_is_never_written(world: World, flags: tuple[str, ...]) -> None:
    world.publish("may-day", 1)
    before = tree(world.repo)
    done = child(world, *flags)
    assert done.returncode == 0, done.stderr
    assert world.live() == {"may-day": 1}
    assert tree(world.repo) == before


def test_only_a_stick_is_asked_never_a_share(world: World) -> None:
    folder = asked(world)
    world.publish("may-day", 1)
    assert child(world).returncode == 0
    assert list(folder.iterdir()) == []
    assert child(world, "--receipt").returncode == 0
    assert [parse(f.read_bytes()).packs for f in folder.iterdir()] == [(Fetched(PUBLISHER, "may-day", 1),)]


@pytest.mark.skipif(os.name == "nt", reason="needs links")
@pytest.mark.parametrize("link", ["outbox", "outbox/receipts"])
def test_no_link_leads_off_the_stick(world: World, link: str) -> None:
    elsewhere = world.base / "elsewhere"
    (elsewhere / "receipts").mkdir(parents=True)
    place = world.repo / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(elsewhere if link == "outbox" else elsewhere / "receipts")
    assert left(world) in ("not_asked", "not_writable")
    assert list((elsewhere / "receipts").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_in_place_of_the_receipt_is_replaced_not_followed(world: World) -> None:
    folder, victim = asked(world), world.base / "victim"
    victim.write_text("mine")
    device = device_id(world.base / "data")
    (folder / f"{device}.json").symlink_to(victim)
    (folder / f".{device}.tmp").symlink_to(victim)
    assert left(world) == "left"
    assert victim.read_text() == "mine"
    assert parse((folder / f"{device}.json").read_bytes()).device == device


def test_a_file_where_the_folder_should_be(world: World) -> None:
    (world.repo / "outbox").mkdir()
    (world.repo / "outbox" / "receipts").write_bytes(b"")
    assert left(world) == "not_asked"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
def test_case_37_a_read_only_stick_is_imported_all_the_same(world: World) -> None:
    asked(world)
    world.publish("may-day", 1)
    stick = world.base / "stick"
    stick.mkdir()
    bound = subprocess.run(["mount", "--bind", str(world.repo), str(stick)], capture_output=True, check=False)
    if bound.returncode != 0:
        pytest.skip("this system allows no mounts")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(stick)], check=True, capture_output=True)
        world_ro = World(world.base, world.store, world.root, world.fingerprint)
        (world.base / "data").mkdir()
        (world.base / "data" / "store").symlink_to(world.store.root)
        before = tree(stick)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "kiosk",
                "sync",
                "--receipt",
                "--from",
                str(stick),
                "--data",
                str(world.base / "data"),
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert "回执" in done.stderr or "receipt" in done.stderr
        assert world_ro.live() == {"may-day": 1}
        assert tree(stick) == before
    finally:
        subprocess.run(["umount", str(stick)], check=True)
