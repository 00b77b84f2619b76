"""Starts the kiosk and starts it again when it dies or hangs: for Windows, and sessions without systemd.

The child says how it is by datagrams in the words of systemd's notify protocol (`kiosk.watch.notify`).
"""

from __future__ import annotations

import logging
import os
import secrets
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kiosk.watch.codes import CLOSED
from kiosk.watch.notify import SUPERVISOR, Notifier
from kiosk.watch.restarts import LOOP_SECONDS, Machine, Restarts, Start, Stop

_log = logging.getLogger(__name__)
_LOOK = 0.1
HUNG = -1000
"""Exit code, for our own book-keeping, of a kiosk that was killed because it did not live."""
EventName: TypeAlias = Literal["started", "ready", "hung", "ended", "safe"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that a kiosk may be silent.

    Args:
        start: until it is on the screen; a kiosk that upgrades its databases asks for more.
        beat: between two signs of life.
        stop: until it has closed after it was told to.
    """

    start: float = 90.0
    beat: float = 20.0
    stop: float = 10.0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for the black box.

    Args:
        code: exit code of `ended` and `hung`.
        seconds: how long it lived, or how long it took until it was `ready`.
    """

    name: EventName
    code: int = 0
    seconds: float = 0.0
    safe: bool = False


@dataclass(slots=True)
class _Child:
    process: subprocess.Popen[bytes]
    started: float
    deadline: float
    ready: bool = False
    safe: bool = False


@dataclass(slots=True)
class Supervisor:
    """Keeps one kiosk on the screen.

    Args:
        command: gives the arguments of the kiosk; called with whether it starts in safe mode and whether it was on before.
        limits: how long it may be silent.
        machine: reboots or switches off the machine.
        tell: hears of events.
        env: environment of the child.
    """

    command: Callable[[bool, bool], Sequence[str]]
    limits: Limits = field(default_factory=Limits)
    machine: Callable[[Machine], None] = lambda _what: None
    tell: Callable[[Event], None] = lambda _event: None
    env: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    _closing: bool = False
    _again: bool = False

    def close(self) -> None:
        """Close the kiosk and end; may be called by a signal handler."""
        self._closing = True

    def _closed(self) -> bool:
        return self._closing

    def run(self) -> int:
        """Until the kiosk was closed on purpose; returns the exit code.

        Raises:
            OSError: there is no loopback interface, or no such program.
        """
        token = secrets.token_hex(8)
        outer = Notifier(self.env)  # we may be a service ourselves
        restarts, decision = Restarts(), Start(0.0, safe=False)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
            ear.bind(("127.0.0.1", 0))
            ear.settimeout(_LOOK)
            env = {k: v for k, v in self.env.items() if k not in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")}
            env[SUPERVISOR] = f"{ear.getsockname()[1]}:{token}"
            while True:
                self._wait(decision.after, outer)
                if self._closed():
                    return CLOSED
                child = self._start(env, safe=decision.safe)
                code = self._watch(child, ear, token, outer)
                lived = time.monotonic() - child.started
                self.tell(Event("hung" if code == HUNG else "ended", code, lived, child.safe))
                if self._closed():
                    return CLOSED
                if lived > LOOP_SECONDS and child.safe:
                    restarts = Restarts(restarts.faults, safe=True)
                restarts, next_ = restarts.ended(code, time.monotonic())
                if isinstance(next_, Stop):
                    return next_.code
                if isinstance(next_, Machine):
                    outer.say("STOPPING=1")
                    self.machine(next_)
                    return next_.code
                if next_.safe and not child.safe:
                    self.tell(Event("safe", code))
                self._again, decision = True, next_

    def _start(self, env: Mapping[str, str], *, safe: bool) -> _Child:
        now = time.monotonic()
        process = subprocess.Popen([*self.command(safe, self._again)], env=dict(env))
        self.tell(Event("started", safe=safe))
        return _Child(process, now, now + self.limits.start, safe=safe)

    def _watch(self, child: _Child, ear: socket.socket, token: str, outer: Notifier) -> int:
        """Until it has ended, by itself or by us."""
        told_to_stop = False
        while (code := child.process.poll()) is None:
            now = time.monotonic()
            if self._closed() and not told_to_stop:
                child.process.terminate()
                told_to_stop, child.deadline = True, now + self.limits.stop
            if now > child.deadline:
                _log.error("the kiosk does not answer: it is ended")
                child.process.kill()
                child.process.wait()
                return HUNG
            outer.say("WATCHDOG=1")
            self._hear(child, ear, token, outer)
        return code

    def _hear(self, child: _Child, ear: socket.socket, token: str, outer: Notifier) -> None:
        try:
            said = ear.recv(4096).decode("utf-8", "replace").split("\n")
        except TimeoutError:
            return
        except ConnectionResetError:
            return  # Windows tells a datagram socket that an earlier peer is gone
        if not secrets.compare_digest(said[0].encode(), token.encode()) or self._closed():
            return
        now = time.monotonic()
        for line in said[1:]:
            name, _, value = line.partition("=")
            match name:
                case "READY":
                    child.ready, child.deadline = True, now + self.limits.beat
                    self.tell(Event("ready", seconds=now - child.started, safe=child.safe))
                    outer.say("READY=1")
                case "WATCHDOG" if child.ready:
                    child.deadline = now + self.limits.beat
                case "EXTEND_TIMEOUT_USEC" if value.isdigit():
                    child.deadline = max(child.deadline, now + int(value) / 1e6)
                case "STOPPING":
                    child.deadline = now + self.limits.stop
                case "STATUS":
                    outer.say(line)
                case _:
                    pass

    def _wait(self, seconds: float, outer: Notifier) -> None:
        end = time.monotonic() + seconds
        while not self._closed() and time.monotonic() < end:
            outer.say("WATCHDOG=1")
            time.sleep(min(_LOOK, seconds))
