"""The running kiosk asked by monitoring."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from typing import Any

import pytest
from PySide6.QtGui import QImage
from support.kiosk import PORTRAIT, Kiosk, own_union, running
from support.union import Union

from kiosk.statusfeed import StatusFeed

__all__ = ["own_union"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


TOKEN = "monitoring-0123456789"


def ask(kiosk: Kiosk, port: int, path: str) -> tuple[int, bytes]:
    """From another thread, while the kiosk goes on."""
    found: list[tuple[int, bytes]] = []

    def request() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", path, headers={"Authorization": f"Bearer {TOKEN}"})
        answer = connection.getresponse()
        found.append((answer.status, answer.read()))
        connection.close()

    thread = threading.Thread(target=request)
    thread.start()
    kiosk.hand.wait(lambda: bool(found), path)
    thread.join()
    return found[0]


def test_a_running_kiosk_tells(own_union: Union) -> None:
    port = free_port()
    with running(own_union.data, attract=True, status_port=port, status_token=TOKEN) as kiosk:
        kiosk.hand.wait(lambda: kiosk.app.lanes.waiting == 0, "the lanes")
        feed = kiosk.app.status_feed
        feed.start()
        kiosk.hand.wait(lambda: kiosk.app.lanes.waiting == 0, "the facts")
        feed.look()
        status, body = ask(kiosk, port, "/status")
        told: dict[str, Any] = json.loads(body)
        assert (status, told["alive"], told["attract"], told["screen"]) == (200, True, True, list(PORTRAIT))
        assert told["packs"] and all(version >= 1 for version in told["packs"].values())
        assert told["disk"]["total_bytes"] > told["disk"]["free_bytes"] > 0
        assert told["memory_bytes"] > 10_000_000
        status, body = ask(kiosk, port, "/screenshot")
        picture = QImage.fromData(body)
        assert (status, (picture.width(), picture.height())) == (200, PORTRAIT)
        assert len({picture.pixel(x, y) for x in range(0, 1080, 90) for y in range(0, 1920, 90)}) > 3
        assert ask(kiosk, port, "/metrics")[0] == 200


@pytest.mark.qt_log_ignore("PopupList")
def test_no_picture_while_somebody_may_be_typing(own_union: Union) -> None:
    port = free_port()
    with running(own_union.data, status_port=port, status_token=TOKEN) as kiosk:
        kiosk.hand.wait(lambda: kiosk.app.lanes.waiting == 0, "the lanes")
        kiosk.app.status_feed.start()
        kiosk.app.shell.openSearch()
        kiosk.hand.wait(lambda: kiosk.names[-1] == "search", "the search page")
        assert ask(kiosk, port, "/screenshot")[0] == 409


@pytest.mark.expect_log("kiosk.statusfeed: the status server cannot listen")
def test_a_taken_port_does_not_stop_the_kiosk(own_union: Union) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running(own_union.data, status_port=port, status_token=TOKEN) as kiosk:
            kiosk.hand.wait(lambda: kiosk.app.lanes.waiting == 0, "the lanes")
            feed: StatusFeed = kiosk.app.status_feed
            feed.start()
            assert feed.server.port == 0
            taken.close()
            feed.look()
            assert feed.server.port == port


def test_without_a_port_nothing_is_made(own_union: Union) -> None:
    with running(own_union.data) as kiosk:
        kiosk.hand.wait(lambda: kiosk.app.lanes.waiting == 0, "the lanes")
        assert "status_feed" not in vars(kiosk.app)
