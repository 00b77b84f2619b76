"""The office's database from empty and from every earlier revision, on both kinds of server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from fleet_world import BY_KIND, NOW, PRIVATE, contents, entry, make, share
from sqlalchemy import create_engine, text

from kiosk.core.errors import KioskError
from kiosk.fleet.batch import opened, read
from kiosk.fleet.office import Office, collect, database
from kiosk.fleet.office.recount import stale
from kiosk.fleet.office.rows import put, values
from kiosk.fleet.office.schema import HEAD, metadata
from kiosk.fleet.office.upgrade import MIGRATIONS, found_revision, upgrade

SCRIPTS = ScriptDirectory(str(MIGRATIONS))
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()][::-1]


def at_revision(url: str, revision: str) -> None:
    """A database as an earlier program left it, with records in it."""
    office = object.__new__(Office)
    office.url = database._url(url)
    office.postgres = office.url.get_backend_name() == "postgresql"
    office._engine = create_engine(office.url)
    with office._engine.begin() as c:
        upgrade(c, to=revision)
        put(c, [values(e, e.at, "clock") for e in (entry("hall-9", n) for n in range(1, 31))])
    office._engine.dispose()


def test_the_newest_is_known() -> None:
    assert SCRIPTS.get_current_head() == HEAD and REVISIONS[0] == "0001"


def test_from_empty(url: str) -> None:
    office = Office(url)
    with office.reader() as c:
        assert found_revision(c) == HEAD
        assert compare_metadata(MigrationContext.configure(c), metadata) == []
    assert not stale(office)
    office.close()
    Office(url).close()  # nothing to do the second time


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_from_an_earlier_revision(url: str, revision: str, tmp_path: Path) -> None:
    at_revision(url, revision)
    office = Office(url)
    with office.reader() as c:
        assert found_revision(c) == HEAD
        assert compare_metadata(MigrationContext.configure(c), metadata) == []
    before_sums = revision < "0002"
    assert stale(office) == before_sums
    made = make("hall-1", 1, [entry("hall-1", n) for n in range(1, 11)])
    (share(tmp_path) / "hall-1").mkdir()
    (share(tmp_path) / "hall-1" / "00000001-00000000.batch").write_bytes(made.raw)
    collect(office, [tmp_path], PRIVATE, BY_KIND, NOW)
    assert not stale(office)
    found = contents(office)
    assert len(found["record"]) == 40
    assert sum(row[7] for row in found["daily"] if row[5] == "records") == (40 if before_sums else 10)
    office.close()


def test_a_later_program(url: str) -> None:
    office = Office(url)
    with office.transaction() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    office.close()
    with pytest.raises(KioskError) as error:
        Office(url)
    assert error.value.code == "DATABASE_NEWER"


def test_an_interrupted_upgrade_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_revision(url, "0001")
    with monkeypatch.context() as patched:
        patched.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Office(url)
    engine = create_engine(database._url(url))
    with engine.connect() as c:
        assert found_revision(c) == "0001"
        assert not engine.dialect.has_table(c, "daily")
    engine.dispose()
    Office(url).close()


def test_alembic_is_imported_only_when_an_upgrade_is_due(tmp_path: Path) -> None:
    code = "import sys; from kiosk.fleet.office import Office; Office(sys.argv[1]).close(); print('alembic' in sys.modules)"
    said = [
        subprocess.run([sys.executable, "-c", code, str(tmp_path / "o.db")], capture_output=True, text=True, check=True).stdout.strip()
        for _ in range(2)
    ]  # fmt: skip
    assert said == ["True", "False"]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("mysql://a:secret@b/c", "BAD_DATABASE_URL"),
        ("postgresql+nothing://a:secret@b/c", "OFFICE_PARTS_MISSING"),
        ("sqlite://", "BAD_DATABASE_URL"),
        ("://", "BAD_DATABASE_URL"),
        ("postgresql://a:secret@localhost:1/c?connect_timeout=2", "DATABASE_UNREACHABLE"),
        ("/proc/nowhere/office.db", "BAD_DATABASE_URL"),
    ],
)
def test_addresses_that_cannot_be(address: str, code: str) -> None:
    with pytest.raises(KioskError) as error:
        Office(address)
    assert error.value.code == code and "secret" not in f"{error.value.message} {error.value}"


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "office.db").write_bytes(b"a letter to the office" * 400)
    with pytest.raises(KioskError) as error:
        Office(tmp_path / "office.db")
    assert error.value.code == "DATABASE_DAMAGED"


def test_the_batch_read_by_the_tests_is_sound() -> None:
    assert opened(read(make("hall-1", 1, [entry("hall-1", 1)]).raw, "x"), PRIVATE).entries[0].sequence == 1
