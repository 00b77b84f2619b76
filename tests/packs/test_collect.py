"""Giving space back: what is collected, what never is, and what a crash or Windows leaves for the next time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.core.errors import BusyError
from kiosk.packs import collect as collecting
from kiosk.packs.collect import collect
from kiosk.packs.publisher import publish

from .world import PUBLISHER, World

BIG = bytes(range(256)) * 12_000


def held(world: World) -> set[bytes]:
    return {p.read_bytes() for p in world.store.blobs.glob("*/*")}


def gc(world: World) -> int:
    with world.store.exclusive():
        return collect(world.store)


def test_case_30_a_shared_blob_stays_while_one_pack_shows_it(world: World) -> None:
    world.publish("may-day", files={"shared.png": b"shared", "own.png": b"own"})
    world.publish("safety", files={"shared.png": b"shared"})
    world.sync()
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    world.sync()
    assert gc(world) == len(b"own") + len(pack_json(world, "may-day"))
    assert b"shared" in held(world)
    assert b"own" not in held(world)
    assert world.live() == {"safety": 1}
    publish.remove(world.repo, PUBLISHER, "safety", world.keys)
    world.sync()
    gc(world)
    assert held(world) == set()


def pack_json(_world: World, pack: str) -> bytes:
    return b'{"id": "%s", "version": 1, "title": {"zh": "\\u4e94\\u4e00", "en": "May Day"}}' % pack.encode()


def test_the_live_version_the_one_before_and_the_one_to_come_are_kept(world: World) -> None:
    for version in (1, 2, 3):
        world.publish(version=version, files={"a.txt": b"body %d" % version})
        world.sync()
    world.publish(version=4, files={"a.txt": b"body 4", "film.mp4": BIG})
    world.blob(BIG).unlink()
    world.sync()  # not complete
    staged = {p.read_bytes() for p in world.store.staging.iterdir()}
    assert b"body 4" in staged
    gc(world)
    assert {b"body 2", b"body 3"} <= held(world)
    assert b"body 1" not in held(world)
    assert {p.read_bytes() for p in world.store.staging.iterdir()} == staged


def test_case_33_a_crash_after_the_rows_leaves_files_that_the_next_collection_finds(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.publish(files={"a.txt": b"first"})
    world.sync()
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    world.sync()

    class PowerCutError(Exception):
        pass

    def cut(_name: str, _path: str) -> int:
        raise PowerCutError

    monkeypatch.setattr(collecting, "_delete", cut)
    with pytest.raises(PowerCutError):
        gc(world)
    monkeypatch.undo()
    world.reopen()
    assert b"first" in held(world)
    assert gc(world) > 0
    assert held(world) == set()


def test_case_33_a_crash_between_two_files_is_finished_later(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.publish(files={f"{i}.txt": b"%d." % i for i in range(9)})
    world.sync()
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    world.sync()
    delete, left = collecting._delete, [4]

    def some(name: str, path: str) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return delete(name, path)

    monkeypatch.setattr(collecting, "_delete", some)
    with pytest.raises(KeyboardInterrupt):
        gc(world)
    monkeypatch.undo()
    world.reopen()
    assert len(held(world)) == 6
    gc(world)
    assert held(world) == set()


def test_a_file_in_use_on_windows_is_collected_later(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.publish(files={"a.txt": b"playing"})
    world.sync()
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    world.sync()
    unlink = os.unlink

    def busy(path: str) -> None:
        if Path(path).read_bytes() == b"playing":
            raise PermissionError(13, "in use")
        unlink(path)

    monkeypatch.setattr(os, "unlink", busy)
    gc(world)
    assert held(world) == {b"playing"}
    monkeypatch.undo()
    gc(world)
    assert held(world) == set()


def test_what_somebody_put_beside_the_blobs_disturbs_nobody(world: World) -> None:
    world.publish()
    world.sync()
    (world.store.blobs / "Thumbs.db").write_bytes(b"x")
    gc(world)
    assert (world.store.blobs / "Thumbs.db").exists()
    (world.store.blobs / "Thumbs.db").unlink()
    assert world.live() == {"may-day": 1}


def test_nothing_is_collected_while_somebody_else_changes_the_store(world: World) -> None:
    with world.store.exclusive(), pytest.raises(BusyError):
        gc(world)
