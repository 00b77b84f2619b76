"""Shares and buckets without a mount: a real Samba server and an S3 server on loopback.

Cases 26 (what lies there is no plain file), 35 (it goes away), 37 (no permission), 38 (it hangs) and 45 (a reader never
holds up a publisher).
"""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from support.servers import Samba, free_port, moto, needs, samba

from kiosk.core.errors import ConfigError, StorageError
from kiosk.packs.report import Progress
from kiosk.packs.source import Source, open_source
from kiosk.packs.source import timely as timely_module
from kiosk.packs.sync import sync

from .world import World

BIG = bytes(range(256)) * 40_000  # 10 MB

needs_samba = [
    needs("smbd"),
    pytest.mark.skipif(find_spec("smbclient") is None, reason="smbprotocol is not installed"),
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="smbd changes users: needs root"),
]
needs_s3 = pytest.mark.skipif(
    find_spec("s3fs") is None or find_spec("moto") is None, reason="s3fs or moto is not installed"
)


def kept(world: World) -> int:
    return sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(StorageError) as caught:
        act()
    assert Samba.password not in caught.value.say("en") + str(caught.value)
    return caught.value.code


def given(source: Source, name: str) -> bytes:
    try:
        with source.open(name) as stream:
            return stream.read(1)
    except StorageError:
        return b""


@pytest.fixture
def share(world: World, tmp_path: Path) -> Iterator[Samba]:
    with samba(tmp_path / "samba", world.repo) as server:
        yield server


def smb(server: Samba, place: str = "open", user: str = "") -> Source:
    return open_source(f"smb://{user}127.0.0.1:{server.port}/{place}")


@pytest.mark.usefixtures("share")
class TestSmb:
    """Samba."""

    pytestmark = needs_samba

    def test_a_guest_syncs(self, world: World, share: Samba) -> None:
        world.publish(files={"video.mp4": BIG, **{f"items/{n}": str(n).encode() for n in range(50)}})
        report = sync(world.store, smb(share))
        assert report.problem is None
        assert world.live() == {"may-day": 1}
        assert report.copied_bytes == kept(world)
        assert not sync(world.store, smb(share)).changed

    def test_a_user_with_a_password_that_is_nowhere_shown(
        self, world: World, share: Samba, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        world.publish()
        monkeypatch.setenv("KIOSK_SMB_PASSWORD", share.password)
        with caplog.at_level("DEBUG"):
            source = smb(share, "closed", f"{share.user}@")
            report = sync(world.store, source)
        assert report.changed
        assert report.source == source.label == f"smb://{share.user}@127.0.0.1:{share.port}/closed"
        assert share.password not in caplog.text + str(report.as_json())

    def test_37_a_wrong_password(self, world: World, share: Samba, monkeypatch: pytest.MonkeyPatch) -> None:
        """Case 37: no permission."""
        world.publish()
        monkeypatch.setenv("KIOSK_SMB_PASSWORD", "wrong")
        assert code_of(lambda: smb(share, "closed", f"{share.user}@").open("UNION-PACKS.json")) == "NO_PERMISSION"
        report = sync(world.store, smb(share, "closed", f"{share.user}@"))
        assert report.problem is not None

    def test_a_share_that_is_not_there(self, share: Samba) -> None:
        assert code_of(lambda: smb(share, "nowhere").open("UNION-PACKS.json")) == "MEDIUM_REMOVED"

    def test_no_server_there(self) -> None:
        source = open_source(f"smb://127.0.0.1:{free_port()}/open")
        assert code_of(lambda: source.open("x")) == "MEDIUM_REMOVED"
        assert source.gone()

    def test_26_what_is_no_plain_file(self, world: World, share: Samba) -> None:
        """Case 26: a folder, a FIFO, a link that leads outside; none blocks."""
        world.publish()
        (world.repo / "folder").mkdir()
        os.mkfifo(world.repo / "fifo")
        (world.repo / "link").symlink_to("/etc/passwd")
        began = time.monotonic()
        source = smb(share)
        assert [given(source, name) for name in ("folder", "fifo", "link", "UNION-PACKS.json")] == [b"", b"", b"", b"{"]
        assert time.monotonic() - began < 5

    @pytest.mark.filterwarnings("ignore:unclosed SMB handle:ResourceWarning")  # of the server that was killed
    def test_35_killed_in_a_film_and_started_again(self, world: World, share: Samba) -> None:
        """Case 35: what came stays, the rest comes with the next sync, nothing twice."""
        world.publish("aa-small", files={"x": b"1"})
        world.publish(files={"video.mp4": BIG})

        def watch(now: Progress) -> None:
            if now.done_bytes > 500_000 and share.process:
                share.kill()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(timely_module, "_MOST", 64 * 1024)
            first = sync(world.store, Slow(smb(share)), progress=watch)
        assert first.error is not None
        assert first.error.code == "MEDIUM_REMOVED"
        assert {r.pack: r.code for r in first.results} == {"aa-small": "live", "may-day": "incomplete"}
        gc.collect()
        share.start()
        second = sync(world.store, smb(share))
        assert second.problem is None
        assert first.copied_bytes + second.copied_bytes == kept(world)

    def test_38_a_server_that_freezes(self, world: World, share: Samba, monkeypatch: pytest.MonkeyPatch) -> None:
        """Case 38: every process of the server is stopped; the worker gives up in time."""
        world.publish()
        monkeypatch.setattr(timely_module, "SECONDS", 1.0)
        source = smb(share)
        source.open("UNION-PACKS.json").close()
        assert share.process is not None
        processes = [share.process.pid, *children(share.process.pid)]
        for process in processes:
            os.kill(process, signal.SIGSTOP)
        try:
            began = time.monotonic()
            report = sync(world.store, source)
            assert time.monotonic() - began < 5
        finally:
            for process in processes:
                os.kill(process, signal.SIGCONT)
        assert report.error is not None
        assert report.error.code == "MEDIUM_REMOVED"

    def test_45_a_reader_never_holds_up_a_publisher(self, world: World, share: Samba) -> None:
        """Case 45: `timestamp.json` is replaced while a kiosk has it open."""
        world.publish()
        stream = smb(share).open("publishers/wuxi/metadata/timestamp.json")
        world.publish(version=2)
        stream.close()
        assert sync(world.store, smb(share)).changed
        assert world.live() == {"may-day": 2}


class Slow:
    """Gives the test time to act: small reads, one file at a time."""

    lanes = 1

    def __init__(self, source: Source) -> None:
        self.source = source
        self.label = source.label
        self.gone = source.gone

    def open(self, path: str) -> Any:
        stream = self.source.open(path)
        read = stream.read

        def slowly(most: int) -> bytes:
            time.sleep(0.02)
            return read(min(most, 64 * 1024))

        stream.read = slowly  # type: ignore[method-assign]
        return stream


def children(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(word) for word in listed.stdout.split()]


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with moto(tmp_path_factory.mktemp("moto")) as url:
        yield url


@pytest.fixture
def bucket(endpoint: str, world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty bucket `union`, and credentials in the environment."""
    import boto3

    for name, value in {
        "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "not-to-be-shown",
        "AWS_DEFAULT_REGION": "us-east-1", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="union")
    try:
        yield client
    finally:
        for found in client.list_objects_v2(Bucket="union").get("Contents", []):
            client.delete_object(Bucket="union", Key=found["Key"])
        client.delete_bucket(Bucket="union")
        client.close()


def upload(client: Any, repo: Path) -> None:
    for path in repo.rglob("*"):
        if path.is_file():
            client.upload_file(str(path), "union", f"packs/{path.relative_to(repo).as_posix()}")


@needs_s3
def test_s3_syncs_and_hides_its_secret(world: World, bucket: Any, caplog: pytest.LogCaptureFixture) -> None:
    world.publish(files={"video.mp4": BIG, "a": b"1", "b": b"2"})
    upload(bucket, world.repo)
    report = sync(world.store, open_source("s3://union/packs/"))
    assert report.problem is None
    assert world.live() == {"may-day": 1}
    assert report.copied_bytes == kept(world)
    assert not sync(world.store, open_source("s3://union/packs")).changed
    assert "not-to-be-shown" not in caplog.text + str(report.as_json())


@needs_s3
def test_27_s3_with_a_damaged_object(world: World, bucket: Any) -> None:
    """Case 27: truncated, and changed."""
    world.publish("may-day", files={"video.mp4": BIG})
    world.publish("zz-after", files={"x": b"2"})
    upload(bucket, world.repo)
    name = f"packs/{world.blob(BIG).relative_to(world.repo).as_posix()}"
    for body in (BIG[:-1], BIG[:-1] + b"!"):
        bucket.put_object(Bucket="union", Key=name, Body=body)
        report = sync(world.store, open_source("s3://union/packs"))
        assert report.problem is not None
        assert report.problem.code == "DAMAGED_MEDIUM"
        assert world.live() == {"zz-after": 1}


@needs_s3
def test_s3_without_the_bucket_or_the_server(world: World, bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    world.publish()
    assert sync(world.store, open_source("s3://nowhere/packs")).problem is not None
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port()}")
    report = sync(world.store, open_source("s3://union/packs"))
    assert report.error is not None
    assert report.error.code == "MEDIUM_REMOVED"


@pytest.mark.parametrize(("spec", "module"), [("smb://server/share", "smbclient"), ("s3://bucket", "s3fs")])
def test_a_missing_extra_says_how_to_install_it(spec: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("kiosk.packs.source.smb", "kiosk.packs.source.s3"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ConfigError, match="MISSING_EXTRA") as caught:
        open_source(spec)
    assert f"pioneer-kiosk[{spec.partition(':')[0]}]" in caught.value.hint.en


def test_nothing_remote_is_loaded_for_a_folder(tmp_path: Path) -> None:
    code = (
        "import sys; from kiosk.packs.source import open_source; open_source(sys.argv[1]);"
        " print({'fsspec', 'smbclient', 's3fs', 'http.client', 'ssl'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("spec", "label"),
    [
        ("smb://u@h/s/", "smb://u@h/s"), (r"\\h\s\folder", "smb://h/s/folder"), ("file:///srv/a%20b", "/srv/a b"),
        ("https://h:8443/p/", "https://h:8443/p"),
    ],
)  # fmt: skip
@pytest.mark.skipif(os.name == "nt", reason="Windows opens UNC paths itself")
def test_what_a_source_calls_itself(spec: str, label: str) -> None:
    assert open_source(spec).label == label


@pytest.mark.parametrize("spec", ["", "ftp://x/y", "smb://u:secret@h/s", "http:///x", r"\\h", "s3://a b"])
def test_what_is_no_source(spec: str) -> None:
    with pytest.raises(ConfigError, match="BAD_SOURCE") as caught:
        open_source(spec)
    assert "secret" not in caught.value.say("zh") + caught.value.say("en")
