"""Any order of publishing, withdrawing, rotating, granting, old and damaged media, reverting and losing the database.

Whatever happens: every byte on the screen is the signed one, nothing goes back, and floors only rise under one root.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from kiosk.core.errors import ConfigError
from kiosk.packs import recover, schema
from kiosk.packs.publisher import publish
from kiosk.packs.publisher.grants import grant, revoke
from kiosk.packs.publisher.keys import KeyRing, open_keys
from kiosk.packs.store import Store

from .world import PUBLISHER, World, build_pack, check_store, make_world

COUNTY = "county-a"
PACKS = {PUBLISHER: ("may-day", "safety"), COUNTY: ("county-a-news", "county-a-law")}

who = st.sampled_from([PUBLISHER, COUNTY])
which = st.integers(0, 1)


class Kiosk(RuleBasedStateMachine):
    """One city, one county below it, one kiosk, and a drawer of sticks."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="machine-"))
        self.world: World = make_world(self.place)
        self.sticks: list[Path] = []
        self.versions: dict[tuple[str, str], int] = {}
        self.listed: set[tuple[str, str]] = set()
        self.highest: dict[tuple[str, str], int] = {}
        self.floors: dict[tuple[str, str], tuple[int, int]] = {}
        self.granted = True

    @initialize()
    def begin(self) -> None:
        self.made = publish.init(self.world.repo, COUNTY, self.place / f"keys-{COUNTY}")
        grant(self.world.repo, PUBLISHER, self.made.root, self.world.keys, namespace=COUNTY)

    def keys(self, publisher: str) -> KeyRing:
        return self.world.keys if publisher == PUBLISHER else open_keys(self.place / f"keys-{COUNTY}", COUNTY)

    @rule(publisher=who, n=which, same=st.booleans())
    def publish(self, publisher: str, n: int, same: bool) -> None:
        """A next version; some of its bytes are those of other packs."""
        pack = PACKS[publisher][n]
        version = self.versions.get((publisher, pack), 0) + 1
        files = {"a.txt": f"{pack} {version}".encode(), "shared.bin": b"s" * 3000 if same else bytes([version % 256])}
        publish.add(
            self.world.repo, publisher, build_pack(self.place / "built", pack, version, files), self.keys(publisher)
        )
        self.versions[publisher, pack] = version
        self.listed.add((publisher, pack))

    @precondition(lambda self: self.listed)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        publisher, pack = data.draw(st.sampled_from(sorted(self.listed)))
        publish.remove(self.world.repo, publisher, pack, self.keys(publisher))
        self.listed.remove((publisher, pack))

    @rule(publisher=who, role=st.sampled_from(["root", "targets", "snapshot", "timestamp"]))
    def rotate(self, publisher: str, role: str) -> None:
        publish.rotate(self.world.repo, publisher, role, self.keys(publisher))  # type: ignore[arg-type]

    @rule()
    def grant_or_revoke(self) -> None:
        if self.granted:
            revoke(self.world.repo, PUBLISHER, COUNTY, self.world.keys)
        else:
            grant(self.world.repo, PUBLISHER, self.made.root, self.world.keys, namespace=COUNTY)
        self.granted = not self.granted

    @rule()
    def put_a_stick_into_the_drawer(self) -> None:
        self.sticks.append(self.world.snapshot(f"stick-{len(self.sticks)}"))

    @precondition(lambda self: self.sticks)
    @rule(data=st.data(), file=st.integers(0, 10**6), place=st.integers(0, 10**6), flip=st.integers(1, 255))
    def damage_a_stick(self, data: st.DataObject, file: int, place: int, flip: int) -> None:
        stick = data.draw(st.sampled_from(self.sticks))
        files = sorted(p for p in stick.rglob("*") if p.is_file() and p.stat().st_size)
        path = files[file % len(files)]
        body = bytearray(path.read_bytes())
        body[place % len(body)] ^= flip
        path.chmod(0o644)
        path.write_bytes(body)

    @rule()
    def sync_with_the_office(self) -> None:
        """The office's folder is whole: afterwards the kiosk has what it says, but for what was put back by hand."""
        report = self.world.sync()
        assert report.problem is None or report.problem.code == "REVOKED", report.problem
        shown = {(p.publisher, p.pack): p for p in self.world.store.live()}
        wanted = {key for key in self.listed if self.granted or key[0] == PUBLISHER}
        assert shown.keys() == wanted
        for key, pack in shown.items():
            assert pack.version == self.versions[key] or pack.pinned

    @precondition(lambda self: self.sticks)
    @rule(data=st.data())
    def sync_with_a_stick(self, data: st.DataObject) -> None:
        self.world.sync(data.draw(st.sampled_from(self.sticks)))

    @rule(publisher=who, n=which)
    def revert(self, publisher: str, n: int) -> None:
        try:
            self.world.store.revert(PACKS[publisher][n])
        except ConfigError as error:
            assert error.code in ("NO_SUCH_PACK", "NOTHING_TO_REVERT")

    @rule(copy_too=st.booleans())
    def lose_the_database(self, copy_too: bool) -> None:
        self.world.store.close()
        for name in (recover.NAME, *((recover.BACKUP,) if copy_too else ())):
            (self.world.store.root / name).unlink(missing_ok=True)
        self.world.store = Store(self.world.store.root)

    @invariant()
    def nothing_is_half(self) -> None:
        check_store(self.world.store)

    @invariant()
    def nothing_is_older(self) -> None:
        """Only a person can put an older version back."""
        for pack in self.world.store.live():
            key = (pack.publisher, pack.pack)
            assert pack.version >= self.highest.get(key, 0) or pack.pinned, key
            self.highest[key] = max(self.highest.get(key, 0), pack.version)

    @invariant()
    def floors_only_rise(self) -> None:
        with self.world.store.db.reader() as connection:
            for row in connection.execute(select(schema.floor)):
                now = (row.root_version, row.version)
                assert now >= self.floors.get((row.publisher, row.role), (0, 0))
                self.floors[row.publisher, row.role] = now

    def teardown(self) -> None:
        self.world.store.close()
        shutil.rmtree(self.place)


@pytest.mark.timeout(300)
@pytest.mark.expect_log("DATABASE_RECOVERED")
def test_any_order_of_everything() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    logging.getLogger("kiosk.packs.recover").setLevel(logging.WARNING)
    run_state_machine_as_test(
        Kiosk,
        settings=settings(
            max_examples=25,
            stateful_step_count=18,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
