"""Results into shares and buckets without a mount: a real Samba server and an S3 server on loopback."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from fleet_world import BY_KIND, NOW, PRIVATE, PUBLIC
from support.servers import Samba, free_port, moto, needs, samba

from kiosk.cli import main
from kiosk.cli.results import asked_for, carry
from kiosk.fleet import place as place_module
from kiosk.fleet.office import Office, acknowledge, collect, entries, logs
from kiosk.records import Record, open_book
from kiosk.settings import Settings

needs_samba = [
    needs("smbd"),
    pytest.mark.skipif(find_spec("smbclient") is None, reason="smbprotocol is not installed"),
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="smbd changes users: needs root"),
]
needs_s3 = pytest.mark.skipif(
    find_spec("s3fs") is None or find_spec("moto") is None, reason="s3fs or moto is not installed"
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with closing(Office(tmp_path / "office.db")) as opened:
        yield opened


@pytest.fixture
def kiosk(tmp_path: Path) -> Settings:
    chosen = Settings(tmp_path / "kiosk", site="大厅", office_key=str(PUBLIC))
    add(chosen, 5)
    return chosen


def add(chosen: Settings, count: int) -> str:
    with closing(open_book(chosen.data_dir / "records.db")) as book:
        for number in range(count):
            book.append(Record("v", "may/photo", "vote", 1, NOW, 1.0, True, {"n": number}))
        return book.device


def there_and_back(address: str, kiosk: Settings, office: Office) -> None:
    """The office prepares the place, the kiosk brings, the office collects, the kiosk learns that it may forget."""
    assert not asked_for(address, kiosk)
    acknowledge(office, address)
    assert asked_for(address, kiosk)
    first = carry(address, kiosk, force=False)
    assert (first.error, first.records, first.waiting, first.logs) == (None, 5, 1, True)
    device = add(kiosk, 3)
    assert carry(address, kiosk, force=True).records == 3
    done = collect(office, [address], PRIVATE, BY_KIND, NOW)
    assert [r.error.message.en for r in done.refused] == []
    assert (done.records, done.new, done.reports, done.unwritten) == (8, 2, 1, [])
    assert [e.sequence for e in entries(office, "vote")] == list(range(1, 9))
    assert "doctor.json" in logs(office, device)[1]
    after = carry(address, kiosk, force=False)
    assert (after.error, after.records) == (None, 0)
    again = collect(office, [address], PRIVATE, BY_KIND, NOW)
    assert (again.known, again.records) == (0, 0)  # the kiosk took away what the office has


class TestSmb:
    """Samba."""

    pytestmark = needs_samba

    @pytest.fixture
    def share(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Samba]:
        (tmp_path / "root").mkdir()
        monkeypatch.setenv("KIOSK_SMB_PASSWORD", Samba.password)
        with samba(tmp_path / "samba", tmp_path / "root") as server:
            yield server

    def test_there_and_back(self, share: Samba, kiosk: Settings, office: Office, tmp_path: Path) -> None:
        there_and_back(f"smb://{share.user}@127.0.0.1:{share.port}/drop/union", kiosk, office)
        names = [file.name for file in (tmp_path / "root").rglob("*")]
        assert "report.sealed" in names and not any(name.endswith(".tmp") for name in names)

    def test_a_share_that_takes_nothing(self, share: Samba, kiosk: Settings, office: Office) -> None:
        there = f"smb://{share.user}@127.0.0.1:{share.port}"
        acknowledge(office, f"{there}/drop")
        assert asked_for(f"{there}/closed", kiosk)
        error = carry(f"{there}/closed", kiosk, force=True).error
        assert error is not None
        assert error.code == "OUTBOX_READ_ONLY"
        assert "can be read, not written" in error.message.en and Samba.password not in error.say("en")
        assert carry(f"{there}/drop", kiosk, force=True).error is None  # nothing was lost by it

    def test_a_server_that_freezes(
        self, share: Samba, kiosk: Settings, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        address = f"smb://{share.user}@127.0.0.1:{share.port}/drop"
        acknowledge(office, address)
        monkeypatch.setattr(place_module, "SECONDS", 0.5)
        assert share.process is not None
        os.killpg(share.process.pid, signal.SIGSTOP)
        try:
            error = carry(address, kiosk, force=True).error
        finally:
            os.killpg(share.process.pid, signal.SIGCONT)
        assert error is not None
        assert error.code == "OUTBOX_UNREACHABLE"


def test_no_server_there(kiosk: Settings) -> None:
    if find_spec("smbclient") is None:
        pytest.skip("smbprotocol is not installed")
    assert not asked_for(f"smb://127.0.0.1:{free_port()}/drop", kiosk)


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with moto(tmp_path_factory.mktemp("moto")) as url:
        yield url


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty bucket `union`, and credentials in the environment."""
    import boto3

    for name, value in {
        "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "not-to-be-shown",
        "AWS_DEFAULT_REGION": "us-east-1", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="union")
    yield client
    for one in client.list_objects_v2(Bucket="union").get("Contents", ()):
        client.delete_object(Bucket="union", Key=one["Key"])
    client.delete_bucket(Bucket="union")
    client.close()


@needs_s3
def test_a_bucket_there_and_back(bucket: Any, kiosk: Settings, office: Office) -> None:
    there_and_back("s3://union/kiosks", kiosk, office)
    names = [one["Key"] for one in bucket.list_objects_v2(Bucket="union")["Contents"]]
    assert all(name.startswith("kiosks/outbox/records/") for name in names)


@needs_s3
def test_by_hand_into_a_bucket(
    bucket: Any, kiosk: Settings, office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def typed(place: object) -> int:
        words = ["records", "export", "--data", kiosk.data_dir, "--to", place, "--office-key", PUBLIC, "--json"]
        with pytest.raises(SystemExit) as done:
            main([str(word) for word in words])
        return int(done.value.code or 0)

    assert typed("s3://union") == 0
    assert json.loads(capsys.readouterr().out)["copied"] == 1
    assert collect(office, ["s3://union"], PRIVATE, BY_KIND, NOW).records == 5
    assert typed(tmp_path / "nowhere") == 64
    assert not (tmp_path / "nowhere").exists() and bucket


@needs_s3
def test_a_bucket_that_takes_nothing(
    bucket: Any, kiosk: Settings, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from s3fs import S3FileSystem

    acknowledge(office, "s3://union")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError("Access Denied")

    monkeypatch.setattr(S3FileSystem, "pipe_file", refused)
    error = carry("s3://union", kiosk, force=True).error
    assert error is not None
    assert error.code == "OUTBOX_READ_ONLY"
