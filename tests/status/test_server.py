"""Real requests to the status server."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pytest

from kiosk.status import server as serving
from kiosk.status.metrics import metrics
from kiosk.status.server import Doors, PrivateError, StatusServer, TooLateError
from kiosk.status.snapshot import STALE, Fault, Snapshot

TOKEN = "monitoring-0123456789"
FULL = Snapshot(
    "1.2.3", device="kiosk-0a1b", taken=100.0, started=40.0, frame_age=0.5, safe=True, waiting=2, rss=5_000_000,
    disk_free=10, disk_total=100, packs={"union/laws": 3, 'odd"\n/p': 1}, synced=1_800_000_000.0, sync_code="ok",
    faults=(Fault("DISK_FULL", "bad", "The disk is full."),), screen=(1080, 1920),
)  # fmt: skip


@dataclass
class House:
    snapshot: Snapshot = FULL
    now: float = 101.0
    picture: Callable[[], bytes] = lambda: b"\x89PNG"
    server: StatusServer = field(init=False)

    def ask(
        self, path: str, token: str = TOKEN, method: str = "GET", **headers: str
    ) -> tuple[int, Mapping[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        said = {"Authorization": f"Bearer {token}"} if token else {}
        connection.request(method, path, headers={**said, **headers})
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found


@pytest.fixture
def house() -> Iterator[House]:
    yield from served(TOKEN)


@pytest.fixture
def without_token() -> Iterator[House]:
    yield from served("")


def served(token: str) -> Iterator[House]:
    house = House()
    doors = Doors(lambda: house.snapshot, lambda: house.picture(), lambda: house.now)  # noqa: PLW0108  tests change it
    house.server = StatusServer(0, token, doors)
    house.server.start()
    yield house
    house.server.stop()


def test_liveness_needs_no_token_and_says_nothing_else(house: House) -> None:
    status, headers, body = house.ask("/healthz", token="")
    assert (status, json.loads(body)) == (200, {"alive": True})
    assert headers["Server"].strip() == "kiosk"
    house.now = FULL.taken + STALE + 1
    assert house.ask("/healthz", token="")[0] == 503


@pytest.mark.parametrize("path", ["/status", "/metrics", "/screenshot"])
def test_the_rest_needs_the_token(house: House, without_token: House, path: str) -> None:
    for wrong in ("", "x", TOKEN[:-1], TOKEN + "x", "ü"):
        status, headers, body = house.ask(path, token=wrong.encode("latin-1").decode("latin-1"))
        assert status == 401
        assert headers["WWW-Authenticate"] == "Bearer"
        assert b"1.2.3" not in body
    assert house.ask(f"{path}?token={TOKEN}", token="")[0] == 404
    assert house.ask(path)[0] == 200
    assert without_token.ask(path, token="")[0] == 403


def test_status(house: House) -> None:
    status, headers, body = house.ask("/status")
    found = json.loads(body)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "application/json", "no-store")
    assert (found["version"], found["alive"], found["up_seconds"], found["frame_age_seconds"]) == (
        "1.2.3",
        True,
        61.0,
        1.5,
    )
    assert found["packs"]["union/laws"] == 3
    assert found["faults"] == [{"code": "DISK_FULL", "level": "bad", "message": "The disk is full."}]


def test_metrics_are_what_prometheus_reads(house: House) -> None:
    _, headers, body = house.ask("/metrics")
    text = body.decode()
    assert headers["Content-Type"].startswith("text/plain; version=0.0.4")
    assert text == metrics(FULL, 101.0)
    assert 'kiosk_pack_version{publisher="union",pack="laws"} 3\n' in text
    assert r'kiosk_pack_version{publisher="odd\"\n",pack="p"} 1' in text
    assert 'kiosk_fault{code="DISK_FULL",level="bad"} 1\n' in text
    assert "kiosk_last_sync_ok 1\n" in text
    for line in text.splitlines():
        assert line.startswith("# ") or float(line.rpartition(" ")[2]) >= 0
    bare = metrics(replace(FULL, rss=0, disk_total=0, synced=0.0, frame_age=None), 101.0)
    assert not any(f"kiosk_{name}" in bare for name in ("memory_bytes", "disk_free_bytes", "last_sync_ok", "frame_age"))


def test_screenshots(house: House) -> None:
    assert house.ask("/screenshot")[2] == b"\x89PNG"
    status, headers, _ = house.ask("/screenshot")
    assert (status, headers["Retry-After"]) == (429, "5")
    house.now += serving.BETWEEN_PICTURES

    def private() -> bytes:
        raise PrivateError

    house.picture = private
    assert house.ask("/screenshot")[0] == 409
    house.now += serving.BETWEEN_PICTURES

    def late() -> bytes:
        raise TooLateError

    house.picture = late
    assert house.ask("/screenshot")[0] == 503


def test_other_requests(house: House) -> None:
    assert house.ask("/")[0] == 404
    assert house.ask("/status", method="POST")[0] == 501
    status, _, body = house.ask("/status", method="HEAD")
    assert (status, body) == (200, b"")
    assert house.ask("/status", Host="evil.example")[0] == 403
    assert house.ask("/status", Host="localhost:9")[0] == 200


def test_only_this_machine_is_heard(house: House) -> None:
    assert house.server._server is not None
    assert house.server._server.server_address[0] == "127.0.0.1"


def test_slow_clients_do_not_shut_others_out_for_long(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving._Handler, "timeout", 0.3)
    idle = [socket.create_connection(("127.0.0.1", house.server.port)) for _ in range(serving.CLIENTS)]
    time_limit = time.monotonic() + 10
    while True:
        try:
            if house.ask("/healthz")[0] == 200:
                break
        except (ConnectionError, http.client.HTTPException):
            pass
        assert time.monotonic() < time_limit
    for client in idle:
        client.close()


def test_many_at_once_are_answered_or_turned_away(house: House) -> None:
    begun, go_on = threading.Semaphore(0), threading.Event()

    def slow() -> bytes:
        begun.release()
        go_on.wait(10)
        return b"png"

    house.picture = slow
    found: list[int] = []
    waiting = threading.Thread(target=lambda: found.append(house.ask("/screenshot")[0]))
    waiting.start()
    assert begun.acquire(timeout=10)
    assert house.ask("/healthz")[0] == 200  # a picture under way holds up nobody
    go_on.set()
    waiting.join(10)
    assert found == [200]


def test_a_taken_port_is_an_error_and_a_stopped_server_is_gone(house: House) -> None:
    second = StatusServer(house.server.port, TOKEN, Doors(lambda: FULL, lambda: b""))
    with pytest.raises(OSError, match=r"in use|once|使用"):
        second.start()
    port = house.server.port
    house.server.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=2)
    house.server.start()
