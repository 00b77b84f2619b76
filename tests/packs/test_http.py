"""A web server as the source: a real nginx, killed and started again, and servers that misbehave.

Cases 26, 27, 28 (what a server hands out is not believed), 35 (it goes away) and 38 (it hangs).
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.servers import Nginx, free_port, make_certificate, needs, nginx, scripted

from kiosk.core.errors import StorageError
from kiosk.packs.report import Progress
from kiosk.packs.source import open_source
from kiosk.packs.source import wire as wire_module
from kiosk.packs.source.http import HttpSource
from kiosk.packs.source.patience import Patience
from kiosk.packs.sync import sync

from .world import World

BIG = bytes(range(256)) * 80_000  # 20 MB
QUICK = Patience(tries=3, first=0.02, longest=0.05)

pytestmark = needs("nginx")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server(world: World, tmp_path: Path) -> Iterator[Nginx]:
    with nginx(tmp_path / "nginx", world.repo) as running:
        yield running


def kept(world: World) -> int:
    return sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))


def raised(code: str, act: Callable[[], object]) -> StorageError:
    with pytest.raises(StorageError) as caught:
        act()
    assert caught.value.code == code
    return caught.value


def test_a_first_sync_and_one_with_nothing_new(world: World, server: Nginx) -> None:
    world.publish(files={f"items/{n}.json": str(n).encode() for n in range(300)})
    assert sync(world.store, open_source(server.url)).problem is None
    assert world.live() == {"may-day": 1}
    connections = {line.split()[0] for line in server.requests()}
    assert connections == {"200", "404"}
    before = len(server.requests())
    assert not sync(world.store, HttpSource(server.url + "/")).changed
    asked = sorted(line.split()[2].rpartition("/")[2] for line in server.requests()[before:])
    assert asked == ["2.root.json", "timestamp.json"]


def test_small_files_share_a_few_connections(world: World, server: Nginx) -> None:
    made = 0
    connect = socket.create_connection

    def counted(*args: object, **words: object) -> socket.socket:
        nonlocal made
        made += 1
        return connect(*args, **words)  # type: ignore[arg-type]

    world.publish(files={f"items/{n}.json": str(n).encode() for n in range(500)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "create_connection", counted)
        sync(world.store, HttpSource(server.url))
    assert world.live() == {"may-day": 1}
    assert made <= HttpSource.lanes + 1


@pytest.mark.parametrize("ranges", ["", "max_ranges 0;"], ids=["ranges", "no-ranges"])
def test_35_a_server_killed_in_a_film_and_started_again(world: World, tmp_path: Path, ranges: str) -> None:
    """Case 35: the download goes on at the byte where it broke off, also without ranges; nothing is copied twice."""
    world.publish(files={"video.mp4": BIG})
    with nginx(tmp_path / "nginx", world.repo, f"{ranges} limit_rate 8m;") as server:
        pauses = []

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 2:
                server.configure(ranges)
                server.start()

        def watch(now: Progress) -> None:
            if now.done_bytes > 2_000_000 and not pauses and server.process:
                server.kill()

        source = HttpSource(server.url, Patience(6, 0.1, 0.2, sleep=pause))
        report = sync(world.store, source, progress=watch)
    assert report.problem is None
    assert len(pauses) >= 2
    assert world.live() == {"may-day": 1}
    assert report.copied_bytes == kept(world)
    again = [line for line in server.requests() if world.blob(BIG).name in line]
    assert again[-1].startswith("200" if ranges else "206")


def test_35_a_server_that_stays_away_resumes_in_the_next_sync(world: World, tmp_path: Path) -> None:
    world.publish("aa-small", files={"x": b"1"})
    world.publish(files={"video.mp4": BIG})
    with nginx(tmp_path / "nginx", world.repo, "limit_rate 8m;") as server:

        def watch(now: Progress) -> None:
            if now.done_bytes > 2_000_000 and server.process:
                server.kill()

        first = sync(world.store, HttpSource(server.url, QUICK), progress=watch)
        assert first.error is not None
        assert first.error.code == "MEDIUM_REMOVED"
        assert {r.pack: r.code for r in first.results} == {"aa-small": "live", "may-day": "incomplete"}
        server.configure("")
        server.start()
        second = sync(world.store, HttpSource(server.url, QUICK))
    assert second.problem is None
    assert first.copied_bytes > 2_000_000
    assert first.copied_bytes + second.copied_bytes == kept(world)


def test_no_server_there(world: World) -> None:
    began = time.monotonic()
    source = HttpSource(f"http://127.0.0.1:{free_port()}", QUICK)
    report = sync(world.store, source)
    assert report.error is not None
    assert report.error.code == "MEDIUM_REMOVED"
    assert "连接被拒绝" in report.error.message.zh
    assert source.gone()
    assert time.monotonic() - began < 5


def test_a_name_that_is_not_known() -> None:
    error = raised("MEDIUM_REMOVED", lambda: HttpSource("http://packs.invalid", QUICK).open("x"))
    assert "name is not known" in error.message.en


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("return 404;", "NOT_ON_THIS_MEDIUM"),
        ("return 410;", "NOT_ON_THIS_MEDIUM"),
        ("return 401;", "NO_PERMISSION"),
        ("return 403;", "NO_PERMISSION"),
        ("return 400;", "DAMAGED_MEDIUM"),
        ("return 500;", "MEDIUM_REMOVED"),
        ("return 503;", "MEDIUM_REMOVED"),
        ("return 302 http://portal.invalid/login;", "MEDIUM_REMOVED"),
        ("return 302 file:///etc/passwd;", "MEDIUM_REMOVED"),
        ("return 302 $scheme://$http_host/again;", "MEDIUM_REMOVED"),
        ("gzip off; add_header Content-Encoding br; return 200 x;", "DAMAGED_MEDIUM"),
    ],
)  # fmt: skip
def test_what_a_server_answers(world: World, tmp_path: Path, answer: str, code: str) -> None:
    with nginx(tmp_path / "nginx", world.repo, f"location / {{ {answer} }}") as server:
        error = raised(code, lambda: HttpSource(server.url, QUICK).open("publishers/x"))
    assert "http" in error.message.en or "publishers/x" in error.message.en


def test_36_one_file_the_server_cannot_read_blocks_one_pack(world: World, tmp_path: Path) -> None:
    """Case 36 on a server: other packs finish."""
    world.publish(files={"video.mp4": BIG})
    world.publish("zz-after", files={"x": b"2"})
    with nginx(tmp_path / "nginx", world.repo, f"location ~ {world.blob(BIG).name} {{ return 500; }}") as server:
        report = sync(world.store, HttpSource(server.url, QUICK))
    assert {r.pack: r.code for r in report.results} == {"may-day": "incomplete", "zz-after": "live"}
    assert report.problem is not None
    assert report.problem.code == "DAMAGED_MEDIUM"
    assert "500" in report.problem.message.zh


def test_redirects_on_the_same_server_are_followed(world: World, tmp_path: Path) -> None:
    world.publish()
    rules = "location /old/ { rewrite ^/old/(.*) /$1 redirect; }"
    with nginx(tmp_path / "nginx", world.repo, rules) as server:
        assert sync(world.store, HttpSource(f"{server.url}/old", QUICK)).changed


def test_names_are_encoded(world: World, tmp_path: Path) -> None:
    odd = tmp_path / "served" / "工会 100% #1"
    odd.mkdir(parents=True)
    (odd / "a ?&+.json").write_bytes(b"found")
    with nginx(tmp_path / "nginx", tmp_path / "served") as server:
        source = HttpSource(f"{server.url}/工会 100%25 %231", QUICK)
        with source.open("a ?&+.json") as stream:
            assert stream.read(100) == b"found"


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a//b", "a\\b", "http://b/x", "a\0b"])
def test_a_source_asks_for_nothing_outside(path: str) -> None:
    raised("DAMAGED_MEDIUM", lambda: HttpSource("http://127.0.0.1:1", QUICK).open(path))


def head(length: int, more: str = "", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{more}\r\n".encode()


def fetch(url: str, most: int = 1_000_000, **how: float) -> bytes:
    body = bytearray()
    with HttpSource(url, QUICK, **how).open("blob") as stream:
        while chunk := stream.read(most):
            body += chunk
    return bytes(body)


def test_27_a_body_that_is_always_cut_short_is_damage() -> None:
    """Case 27: fewer bytes than announced, whatever is tried; the server as such is fine."""

    def answer(connection: socket.socket, request: str, number: int) -> None:
        connection.sendall(head(1000) + b"x" * 400)
        connection.close()

    with scripted(answer) as url:
        error = raised("DAMAGED_MEDIUM", lambda: fetch(url))
    assert "blob" in error.message.en


def test_27_a_body_is_never_read_beyond_its_length() -> None:
    """Case 27: what comes after belongs to nothing, and not to the next answer either."""

    def answer(connection: socket.socket, request: str, number: int) -> None:
        connection.sendall(head(5) + b"right" + b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong")
        connection.close()

    with scripted(answer) as url:
        source = HttpSource(url, QUICK)
        for _ in range(2):
            with source.open("blob") as stream:
                assert (stream.size, stream.read(100), stream.read(100)) == (5, b"right", b"")


@pytest.mark.parametrize("size", [-1, 1], ids=["shorter", "longer"])
def test_27_a_wrong_length_is_found_before_reading(world: World, tmp_path: Path, size: int) -> None:
    world.publish(files={"video.mp4": BIG})
    path = world.blob(BIG)
    path.write_bytes(BIG[:-1] if size < 0 else BIG + b"x")
    with nginx(tmp_path / "nginx", world.repo) as server:
        report = sync(world.store, HttpSource(server.url, QUICK))
    assert report.problem is not None
    assert report.problem.code == "DAMAGED_MEDIUM"
    assert report.copied_bytes < 1000


def test_without_a_length_nothing_is_taken() -> None:
    def answer(connection: socket.socket, request: str, number: int) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")

    with scripted(answer) as url:
        raised("DAMAGED_MEDIUM", lambda: fetch(url))


@pytest.mark.parametrize(
    ("ranged", "whole"),
    [
        ("Content-Range: bytes 4-9/10\r\n", True),
        ("Content-Range: bytes 4-9/*\r\n", True),
        ("Content-Range: bytes 3-9/10\r\n", False),
        ("Content-Range: nonsense\r\n", False),
        ("", False),
    ],
)
def test_28_a_rest_that_is_not_the_one_asked_for_is_not_appended(ranged: str, whole: bool) -> None:
    """Case 28: ranges are checked, not believed."""

    def answer(connection: socket.socket, request: str, number: int) -> None:
        if "Range: bytes=4-" in request:
            connection.sendall(head(6, ranged, "206 Partial Content") + b"456789")
            return
        connection.sendall(head(10) + b"0123")
        connection.close()

    with scripted(answer) as url:
        if whole:
            assert fetch(url) == b"0123456789"
        else:
            raised("DAMAGED_MEDIUM", lambda: fetch(url))


def test_28_a_file_that_is_replaced_between_two_answers(world: World, tmp_path: Path) -> None:
    """Case 28: half old, half new is found by its hash, and fetched once more."""
    world.publish(files={"video.mp4": BIG})
    path = world.blob(BIG)
    path.write_bytes(b"?" * len(BIG))
    with nginx(tmp_path / "nginx", world.repo, "limit_rate 20m;") as server:
        mended = False

        def watch(now: Progress) -> None:
            nonlocal mended
            if now.done_bytes > 2_000_000 and not mended:
                mended = True
                server.kill()
                path.write_bytes(BIG)
                server.configure("")
                server.start()

        report = sync(world.store, HttpSource(server.url), progress=watch)
    assert report.problem is None
    assert world.live() == {"may-day": 1}


def drip(connection: socket.socket, body: bytes, pause: float) -> None:
    for n in range(len(body)):
        connection.sendall(body[n : n + 1])
        time.sleep(pause)


def test_38_a_server_that_drips_its_headers_is_given_up() -> None:
    """Case 38: slow loris."""

    def answer(connection: socket.socket, request: str, number: int) -> None:
        drip(connection, b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000, 0.1)

    with scripted(answer) as url:
        began = time.monotonic()
        error = raised("MEDIUM_REMOVED", lambda: fetch(url, stall=0.5))
        assert time.monotonic() - began < 4
    assert "in time" in error.message.en


def test_38_a_server_that_stops_in_the_body_is_given_up() -> None:
    def answer(connection: socket.socket, request: str, number: int) -> None:
        connection.sendall(head(1000) + b"x" * 10)
        time.sleep(5)

    with scripted(answer) as url:
        began = time.monotonic()
        raised("MEDIUM_REMOVED", lambda: fetch(url, stall=0.3))
        assert time.monotonic() - began < 8


def test_38_a_server_that_crawls_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire_module, "_CRAWL_SECONDS", 0.4)

    def answer(connection: socket.socket, request: str, number: int) -> None:
        connection.sendall(head(100_000))
        drip(connection, b"x" * 600, 0.01)

    with scripted(answer) as url:
        raised("MEDIUM_REMOVED", lambda: fetch(url, stall=0.5))


def test_a_busy_server_says_when_to_come_back() -> None:
    slept: list[float] = []

    def answer(connection: socket.socket, request: str, number: int) -> None:
        connection.sendall(head(0, "Retry-After: 7\r\n", "503 Busy") if number == 1 else head(2) + b"ok")

    with scripted(answer) as url, HttpSource(url, Patience(3, 0.1, 0.1, sleep=slept.append)).open("x") as stream:
        assert stream.read(10) == b"ok"
    assert slept == [7.0]


def test_pauses_are_spread_and_grow() -> None:
    """Thousands of kiosks that lost the same server do not come back in step."""
    many = [list(Patience(6, 0.5, 8.0).pauses()) for _ in range(300)]
    for n in range(5):
        pauses = [one[n] for one in many]
        top = min(8.0, 0.5 * 2**n)
        assert max(pauses) <= top
        assert min(pauses) < top / 5
        assert max(pauses) > top * 4 / 5


def test_tls_by_an_authority_of_the_system(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority, files = make_certificate(tmp_path / "tls")
    world.publish()
    with nginx(tmp_path / "nginx", world.repo, certificate=files) as server:
        report = sync(world.store, HttpSource(server.url, QUICK))
        assert report.error is not None
        assert report.error.code == "MEDIUM_REMOVED"
        assert "证书" in report.error.message.zh
        assert world.live() == {}
        monkeypatch.setenv("SSL_CERT_FILE", str(authority))
        assert sync(world.store, HttpSource(server.url, QUICK)).changed
        raised("MEDIUM_REMOVED", lambda: HttpSource(server.url.replace("127.0.0.1", "localhost"), QUICK).open("x"))


def test_a_proxy_of_the_environment_is_used(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(connection: socket.socket, request: str, number: int) -> None:
        asked.append(request)
        connection.sendall(head(2) + b"ok")

    with scripted(answer) as url:
        monkeypatch.setenv("http_proxy", url.replace("http://", "http://user:p%40ss@"))
        with HttpSource("http://packs.invalid/union", QUICK).open("x") as stream:
            assert stream.read(10) == b"ok"
        monkeypatch.setenv("no_proxy", "packs.invalid")
        raised("MEDIUM_REMOVED", lambda: HttpSource("http://packs.invalid/union", QUICK).open("x"))
    assert asked[0].startswith("GET http://packs.invalid/union/x HTTP/1.1\r\n")
    assert "Proxy-Authorization: Basic dXNlcjpwQHNz" in asked[0]
