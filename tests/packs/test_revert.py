"""Back to the version before, by an administrator: the store, and `kiosk packs`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.cli import main
from kiosk.core.errors import ConfigError
from kiosk.packs import schema

from .world import PUBLISHER, World, make_world

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def hall(tmp_path: Path) -> World:
    """A kiosk whose data folder is `tmp_path`, with two versions of a pack."""
    world = make_world(tmp_path)
    for version in (1, 2):
        world.publish(version=version, files={"a.txt": b"body %d" % version})
        world.sync()
    world.store.close()
    return world


@pytest.fixture
def kiosk(hall: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command of `kiosk packs` on it."""
    monkeypatch.setenv("KIOSK_CONFIG", str(hall.base / "none.toml"))
    (hall.base / "none.toml").write_text("", "utf-8")

    def run(*words: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(["packs", *words, "--data", str(hall.base)])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return run


def listed(kiosk: Run) -> dict[str, Any]:
    code, said = kiosk("list", "--json")
    assert code == 0
    (line,) = json.loads(said)
    return dict(line)


def floors(world: World) -> list[tuple[str, int]]:
    world.reopen()
    with world.store.db.reader() as connection:
        found = [tuple(r) for r in connection.execute(select(schema.floor.c.role, schema.floor.c.version))]
    world.store.close()
    return sorted(found)  # type: ignore[arg-type]


def test_the_list_says_since_when_from_whom_and_signed_when(kiosk: Run) -> None:
    line = listed(kiosk)
    assert (line["publisher"], line["pack"], line["version"], line["previous"]) == (PUBLISHER, "may-day", 2, 1)
    assert line["title"] == {"zh": "五一", "en": "May Day"}
    assert line["since"] >= line["signed_at"][:10]
    assert (line["pinned"], line["damaged"]) == (False, 0)
    code, said = kiosk("list")
    assert code == 0
    assert f"{PUBLISHER}/may-day\t2" in said


def test_a_version_put_back_holds_until_the_third_and_floors_do_not_move(hall: World, kiosk: Run) -> None:
    before = floors(hall)
    assert kiosk("revert", "may-day")[0] == 0
    line = listed(kiosk)
    assert (line["version"], line["previous"], line["pinned"]) == (1, 2, True)
    assert floors(hall) == before
    hall.reopen()
    assert [r.code for r in hall.sync().results] == ["unchanged"]
    assert hall.live() == {"may-day": 1}
    hall.publish(version=3)
    assert [r.code for r in hall.sync().results] == ["live"]
    assert hall.live() == {"may-day": 3}
    hall.store.close()


def test_back_and_forth(kiosk: Run) -> None:
    assert kiosk("revert", "may-day")[0] == 0
    assert kiosk("revert", "may-day", "--publisher", PUBLISHER)[0] == 0
    assert listed(kiosk)["version"] == 2


def test_nothing_to_go_back_to_and_nothing_of_that_name(hall: World, kiosk: Run) -> None:
    code, said = kiosk("revert", "other")
    assert code != 0
    assert "other" in said
    hall.reopen()
    hall.publish("safety")
    hall.sync()
    with pytest.raises(ConfigError, match="NOTHING_TO_REVERT"):
        hall.store.revert("safety")
    hall.store.close()


@pytest.mark.expect_log("is damaged")
def test_a_version_before_that_is_damaged_is_not_shown(hall: World, kiosk: Run) -> None:
    blob = hall.store.blob_path(hall.blob(b"body 1").name)
    blob.chmod(0o644)
    blob.write_bytes(b"rotten")
    code, said = kiosk("scrub", "--all", "--json")
    assert code == 74
    assert [d["fault"] for d in json.loads(said[: said.rindex("}") + 1])["damaged"]] == ["content"]
    code, said = kiosk("revert", "may-day")
    assert code != 0
    assert listed(kiosk)["version"] == 2


def test_scrub_and_gc_say_what_they_did(kiosk: Run) -> None:
    code, said = kiosk("scrub", "--json")
    assert (code, json.loads(said)["damaged"]) == (0, [])
    assert json.loads(said)["blobs"] == 4
    assert json.loads(kiosk("scrub", "--json")[1])["blobs"] == 0  # within a week
    assert json.loads(kiosk("scrub", "--all", "--megabytes", "1", "--json")[1])["blobs"] == 4
    assert json.loads(kiosk("gc", "--json")[1]) == {"freed_bytes": 0}
    assert kiosk("gc")[0] == kiosk("scrub")[0] == 0
