"""The supervisor over real processes: small ones that behave as told, and the kiosk itself."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.kiosk import shared_union

from kiosk.cli.supervise import machine_command
from kiosk.health.blackbox import NAME, read
from kiosk.watch.notify import SUPERVISOR, Notifier
from kiosk.watch.restarts import Machine
from kiosk.watch.supervisor import HUNG, Event, Limits, Supervisor

posix = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="POSIX signals")
BACK = 5.0
"""Seconds, or twice the first start on a machine with other things to do; `benchmarks unattended` measures it on a quiet one."""
QUICK = Limits(10.0, 0.5, 2.0)
ENDED = pytest.mark.expect_log("the kiosk does not answer: it is ended")

CHILD = """
import sys, time, os
from kiosk.watch.notify import Notifier
n = Notifier()
n.say("READY=1")
mode = sys.argv[1]
if mode.startswith("exit"):
    sys.exit(int(mode[4:]))
end = time.monotonic() + 30
while time.monotonic() < end:
    if mode != "silent":
        n.say("WATCHDOG=1")
    time.sleep(0.05)
"""


class Nursery:
    """A supervisor on a thread of its own; `modes` are what the children do, one after the other; the last one stays."""

    def __init__(self, *modes: str, limits: Limits = QUICK) -> None:
        self.events: list[Event] = []
        self.machine: list[Machine] = []
        self.lines: list[tuple[bool, bool]] = []
        self._modes = list(modes)
        self.code: int | None = None
        self.keeper = Supervisor(self._line, limits, self.machine.append, self.events.append)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self.code = self.keeper.run()

    def _line(self, safe: bool, again: bool) -> Sequence[str]:
        self.lines.append((safe, again))
        mode = self._modes.pop(0) if len(self._modes) > 1 else self._modes[0]
        return [sys.executable, "-c", CHILD, mode]

    def until(self, true: Callable[[], object], seconds: float = 20.0) -> None:
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, self.events
            time.sleep(0.01)

    def names(self) -> list[str]:
        return [e.name for e in self.events]

    def close(self) -> int | None:
        self.keeper.close()
        self._thread.join(60)
        assert not self._thread.is_alive()
        return self.code


@ENDED
def test_who_is_silent_is_started_again_and_who_beats_is_left_alone() -> None:
    nursery = Nursery("silent", "beat")
    nursery.until(lambda: nursery.names().count("ready") == 2)
    hung = next(e for e in nursery.events if e.name == "hung")
    assert hung.code == HUNG and 0.4 < hung.seconds < 60
    began = len(nursery.events)
    time.sleep(1.2)
    assert len(nursery.events) == began, "more than two limits have passed"
    assert nursery.lines == [(False, False), (False, True)]
    assert nursery.close() == 0


@pytest.mark.parametrize(("code", "wanted"), [(0, None), (64, None), (78, None), (11, "reboot"), (12, "power off")])
def test_exit_codes(code: int, wanted: str | None) -> None:
    nursery = Nursery(f"exit{code}")
    nursery.until(lambda: nursery.code is not None)
    assert nursery.code == code
    assert nursery.names().count("started") == 1
    assert [m.what for m in nursery.machine] == ([wanted] if wanted else [])


def test_a_crash_loop_ends_in_safe_mode_and_a_wish_ends_that() -> None:
    nursery = Nursery(*["exit1"] * 5, "exit10", "beat")
    nursery.until(lambda: len(nursery.lines) == 7 and nursery.names()[-1] == "ready")
    assert [safe for safe, _ in nursery.lines] == [False] * 5 + [True, False]
    nursery.close()


@ENDED
def test_a_stranger_on_the_port_is_not_believed() -> None:
    nursery = Nursery("silent", "beat")
    nursery.until(lambda: "ready" in nursery.names())
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        env = {}
        for line in Path(f"/proc/{_child_of(os.getpid())}/environ").read_bytes().split(b"\0"):
            name, _, value = line.decode().partition("=")
            env[name] = value
        port = int(env[SUPERVISOR].split(":")[0])
        end = time.monotonic() + 30
        while "hung" not in nursery.names():
            assert time.monotonic() < end, "a stranger kept it alive"
            stranger.sendto(b"0123456789abcdef\nWATCHDOG=1", ("127.0.0.1", port))
            time.sleep(0.02)
    nursery.close()


def test_systemd_hears_the_same_words(tmp_path: Path) -> None:
    path = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(path))
        notifier = Notifier({"NOTIFY_SOCKET": str(path)})
        notifier.say("READY=1", "STATUS=on the screen")
        assert systemd.recv(4096) == b"READY=1\nSTATUS=on the screen"
        notifier.close()


@pytest.mark.expect_log("notify: the service manager cannot be told")
def test_a_manager_that_is_gone_does_not_stop_the_kiosk(tmp_path: Path) -> None:
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "gone")})
    notifier.say("WATCHDOG=1")
    notifier.say("WATCHDOG=1")
    notifier.close()


def test_nobody_to_tell() -> None:
    assert not Notifier({}).heard
    Notifier({}).say("READY=1")


def test_commands_of_the_machine() -> None:
    assert machine_command("reboot", "linux") == ["systemctl", "reboot"]
    assert machine_command("power off", "win32") == ["shutdown", "/s", "/t", "0"]


class Real:
    """`kiosk supervise` over the real kiosk, off-screen."""

    def __init__(self, data: Path, log: Path, *words: str) -> None:
        self.data = data
        self.back = BACK
        self._log = data / "logs" / "supervise.log"  # a file as stderr is left alone: nobody keeps it small
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_LANG": "en"}
        line = [sys.executable, "-m", "kiosk", "supervise", "--data", str(data), "--limit", "2.5", "--", "run"]
        with log.open("wb") as out:
            self.process = subprocess.Popen([*line, "--size", "540x960", *words], env=env, stderr=out)

    def count(self, event: str) -> int:
        text = self._log.read_text("utf-8", "replace") if self._log.exists() else ""
        return text.count(f"kiosk.cli.supervise: {event} ")

    def until(self, event: str, count: int, seconds: float = 60.0) -> float:
        began = time.monotonic()
        while self.count(event) < count:
            assert time.monotonic() - began < seconds, self._log.read_text("utf-8", "replace")
            assert self.process.poll() is None, self._log.read_text("utf-8", "replace")
            time.sleep(0.01)
        return time.monotonic() - began

    @property
    def kiosk(self) -> int:
        child = _child_of(self.process.pid)
        assert child is not None
        return child

    def close(self) -> int:
        self.process.terminate()
        return self.process.wait(60)


@contextmanager
def supervised(tmp_path: Path) -> Iterator[Real]:
    data = shared_union().copy(tmp_path / "union").data
    real = Real(data, tmp_path / "log")
    try:
        real.back = max(BACK, 2 * real.until("ready", 1))
        yield real
    finally:
        real.process.terminate()
        real.process.wait(60)


def _child_of(parent: int) -> int | None:
    for children in Path(f"/proc/{parent}/task").glob("*/children"):
        for pid in children.read_text("ascii").split():
            if SUPERVISOR.encode() in Path(f"/proc/{pid}/environ").read_bytes():
                return int(pid)
    return None


@posix
def test_the_kiosk_is_back_within_five_seconds(tmp_path: Path, qapp: object) -> None:
    """Killed; its threads stopped: each time it is on the screen again, and the black box knows."""
    with supervised(tmp_path) as real:
        for n in range(1, 3):
            os.kill(real.kiosk, signal.SIGKILL)
            assert real.until("ready", 1 + n) < real.back
        os.kill(real.kiosk, signal.SIGSTOP)
        real.until("hung", 1)
        assert real.until("ready", 4) < real.back
        pid = real.kiosk
        assert real.close() == 0
        assert not Path(f"/proc/{pid}").exists(), "closing the supervisor closes the kiosk"
    events = [(e.event, e.facts.get("crashed")) for e in read(real.data / "health" / NAME)]
    assert [e for e in events if e[0] in ("ended", "hung")] == [("ended", None)] * 2 + [("hung", None), ("ended", None)]


BUSY = """
import sys
from PySide6.QtCore import QTimer
from kiosk import app
whole = app.App._warm
def warm(self):
    whole(self)
    if "--attract" not in sys.argv:
        QTimer.singleShot(200, lambda: [None for _ in iter(int, 1)])
app.App._warm = warm
from kiosk.cli import main
main(sys.argv[1:])
"""


@ENDED
def test_a_gui_thread_that_spins_for_ever_is_ended(tmp_path: Path, qapp: object) -> None:
    data = shared_union().copy(tmp_path / "union").data
    events: list[Event] = []

    def line(safe: bool, again: bool) -> Sequence[str]:
        extra = ["--attract"] if again else []
        return [sys.executable, "-c", BUSY, "run", "--data", str(data), "--size", "540x960", *extra]

    keeper = Supervisor(line, Limits(60.0, 2.5, 3.0), tell=events.append)
    thread = threading.Thread(target=keeper.run, daemon=True)
    thread.start()
    end = time.monotonic() + 30
    while [e.name for e in events].count("ready") < 2:
        assert time.monotonic() < end, events
        time.sleep(0.02)
    keeper.close()
    thread.join(10)
    assert [e.name for e in events][:5] == ["started", "ready", "hung", "started", "ready"]
    assert events[4].seconds < max(BACK, 2 * events[1].seconds)
