"""Keeps the library up to date: `kiosk sync` as a child process, again and again, with jitter; and what a stick is asked.

A hostile or broken medium can stop or kill the child; it cannot take the screen down. Thousands of kiosks may hang on one
share, so no two of them should ask at the same second. One child at a time; whoever stands there with a stick goes first:
a child that works on a share is ended for it, and goes on where it was afterwards.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from kiosk.core.errors import KioskError
from kiosk.core.program import kiosk_command
from kiosk.core.text import Text
from kiosk.packs.errors import medium_removed
from kiosk.packs.report import error_json

_log = logging.getLogger(__name__)
FIRST_MS = 5_000
STALLED_MS = 180_000
"""A child that says nothing new for so long hangs on its medium."""
LOST_MS = 2_000
"""So long may a child go on without progress when its stick is not there any more."""
DYING_MS = 2_000
"""A killed child that is still there then waits for a device inside the system; nobody waits for it."""


@dataclass(frozen=True, slots=True)
class Task:
    """What one child does.

    Args:
        kind: `round` (a share, in the background), `look` and `bring` (a stick).
        source: folder or address.
    """

    kind: Literal["round", "look", "bring"]
    source: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a task ended.

    Args:
        report: of the sync (`SyncReport.as_json`) or of the look (`MediumReport.as_json`); None when the child gave none.
        error: what a person should act on, with `code`, `message` and `hint`, or None.
        cancelled: ended from here, on purpose.
    """

    task: Task
    report: Mapping[str, Any] | None = None
    error: Mapping[str, Any] | None = None
    cancelled: bool = False

    @property
    def code(self) -> str:
        """Of the error, or empty."""
        return str(self.error["code"]) if self.error else ""


def sync_command(source: str, data: Path) -> list[str]:
    """Program and arguments of one sync from a share."""
    return kiosk_command("sync", "--background", "--progress=jsonl", "--from", source, "--data", str(data))


def bring_command(source: str, data: Path) -> list[str]:
    """Program and arguments of one sync from a stick."""
    return kiosk_command("sync", "--background", "--receipt", "--progress=jsonl", "--from", source, "--data", str(data))


def look_command(source: str, data: Path) -> list[str]:
    """Program and arguments of a look at a stick."""
    return kiosk_command("medium", "look", "--progress=jsonl", "--data", str(data), source)


class Syncer(QObject):
    """Runs one child at a time.

    Args:
        sources: folders or addresses, tried in this order each round.
        data: the kiosk's data folder.
        interval: seconds between two rounds.
    """

    began = Signal(object)
    """A `Task`: its child was started."""
    progressed = Signal(object)
    """A line of progress of the child, as a dict."""
    reported = Signal(object)
    """The report of a sync, as a dict."""
    ended = Signal(object)
    """An `Outcome`; every `began` is followed by one, unless the kiosk closes."""

    def __init__(self, sources: Sequence[str | Path], data: Path, interval: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources = tuple(str(s) for s in sources)
        self._data = data
        self._interval = interval
        self._queue: list[Task] = []
        self._task: Task | None = None
        self._held = False
        self._process: QProcess | None = None
        self._report: Mapping[str, Any] | None = None
        self._error: Mapping[str, Any] | None = None
        self._percent: int | None = None
        self._ended_by: Literal["", "cancel", "precedence", "lost", "stalled"] = ""
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.now)
        self._stalled = QTimer(self, singleShot=True)
        self._stalled.timeout.connect(self._silent)
        self._lost = QTimer(self, singleShot=True)
        self._lost.timeout.connect(self._give_up)
        self._dying = QTimer(self, singleShot=True)
        self._dying.timeout.connect(self._leave_behind)
        self._at: tuple[object, ...] = ()
        """Where the child was last."""

    @staticmethod
    def monotonic() -> float:
        """The clock that speeds are measured with."""
        return time.monotonic()

    @property
    def task(self) -> Task | None:
        """What is under way."""
        return self._task

    def start(self) -> None:
        """Begin soon after the start of the kiosk."""
        if self._sources:
            self._next.start(FIRST_MS)

    def hold(self, *, on: bool) -> None:
        """Begin no new rounds (a lecture uses files of the live packs, and the processor); off: go on."""
        self._held = on
        if not on and self._sources and not self._next.isActive() and self._task is None:
            self._next.start(FIRST_MS)

    @Slot()
    def now(self) -> None:
        """A round over all sources; nothing when one is under way, or while they are held."""
        if self._held:
            return
        if not any(t is not None and t.kind == "round" for t in (self._task, *self._queue)):
            self._queue += [Task("round", s) for s in self._sources]
            self._step()

    def look(self, path: Path) -> None:
        """See what a stick carries."""
        self._first(Task("look", str(path)))

    def bring(self, path: Path) -> None:
        """Take in what a stick carries."""
        self._first(Task("bring", str(path)))

    def cancel(self) -> None:
        """End what is under way; a round waits for its next time, a share that a stick pushed aside is forgotten."""
        self._queue.clear()
        self._end("cancel")

    def lost(self, path: Path) -> None:
        """The stick is not there any more: its child is given a moment to notice by itself."""
        self._queue = [t for t in self._queue if t.source != str(path)]
        if self._task is not None and self._task.source == str(path) and self._percent != 100:
            self._lost.start(LOST_MS)

    def stop(self) -> None:
        """No more children; a running one is ended (it goes on from where it was next time)."""
        for timer in (self._next, self._stalled, self._lost, self._dying):
            timer.stop()
        self._queue.clear()
        if self._process is not None:
            self._process.finished.disconnect(self._finished)
            self._process.kill()
            self._process.waitForFinished(2000)
            self._process = None
            self._task = None

    def _first(self, task: Task) -> None:
        if task in (self._task, *self._queue):
            return
        self._queue.insert(sum(t.kind != "round" for t in self._queue), task)
        if self._task is not None and self._task.kind == "round":
            self._queue.insert(1, self._task)
            self._end("precedence")
        self._step()

    def _step(self) -> None:
        if self._process is not None:
            return
        if not self._queue:
            if self._sources:
                self._next.start(round(self._interval * 1000 * random.uniform(0.8, 1.2)))
            return
        self._task, self._ended_by = self._queue.pop(0), ""
        self._report = self._error = self._percent = None
        self._at = ()
        program, *arguments = self._command(self._task)
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._complained)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed_to_start)
        self._process = process
        self._stalled.start(STALLED_MS)
        self.began.emit(self._task)
        process.start(program, arguments)

    def _command(self, task: Task) -> list[str]:
        match task.kind:
            case "look":
                return look_command(task.source, self._data)
            case "bring":
                return bring_command(task.source, self._data)
        return sync_command(task.source, self._data)

    @Slot()
    def _read(self) -> None:
        process = self._process
        if process is None:
            return
        said = None
        while process.canReadLine():
            line = bytes(process.readLine().data()).decode("utf-8", "replace")
            try:
                raw = json.loads(line)
            except ValueError:
                continue
            if not isinstance(raw, dict):
                continue
            if isinstance(raw.get("report"), dict):
                self._report = raw["report"]
            elif isinstance(raw.get("error"), dict):
                self._error = raw["error"]
            elif isinstance(raw.get("progress"), dict):
                said = raw["progress"]
        if said is not None:  # of many lines only the last one is news
            self._heed(said)
            self.progressed.emit(said)

    def _heed(self, said: Mapping[str, Any]) -> None:
        done, total = said.get("done_bytes") or 0, said.get("total_bytes") or 0
        self._percent = 100 * done // total if total else None
        at = tuple(said.get(name) for name in ("phase", "publisher", "pack", "done_bytes"))
        if at == self._at:
            return  # it only says that it lives
        self._at = at
        self._stalled.start(STALLED_MS)
        if self._lost.isActive():
            self._lost.start(LOST_MS)
            if said.get("phase") in ("activate", "done") or (total and done >= total):
                self._lost.stop()  # all is copied: the stick is not needed any more

    @Slot()
    def _complained(self) -> None:
        if self._process is not None:
            for line in bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").splitlines():
                _log.info("child: %s", line)

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, _code: int = 0, _status: object = None) -> None:
        for timer in (self._stalled, self._lost, self._dying):
            timer.stop()
        process, task = self._process, self._task
        if process is None or task is None:
            return
        self._read()
        self._complained()
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        self._process = self._task = None
        outcome = self._outcome(task)
        if outcome.error:
            _log.info("%s %s: %s", task.kind, task.source, outcome.error.get("message", {}).get("en", ""))
        if outcome.report is not None and task.kind != "look":
            self.reported.emit(outcome.report)
        self.ended.emit(outcome)
        self._step()

    def _outcome(self, task: Task) -> Outcome:
        report, why = self._report, self._ended_by
        if report is not None:
            return Outcome(task, report, _problem(report), cancelled=why == "cancel")
        if why in ("cancel", "precedence"):
            return Outcome(task, cancelled=True)
        if why == "lost" or (why == "stalled" and task.kind != "round"):
            return Outcome(task, error=error_json(medium_removed(self._percent)))
        return Outcome(task, error=self._error or error_json(_broke_off()))

    @Slot(QProcess.ProcessError)
    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            _log.error("kiosk sync cannot be started")
            self._finished()

    @Slot()
    def _silent(self) -> None:
        _log.warning("sync has been silent for %d s: stopped", STALLED_MS // 1000)
        self._end("stalled")

    @Slot()
    def _give_up(self) -> None:
        self._end("lost")

    def _end(self, why: Literal["cancel", "precedence", "lost", "stalled"]) -> None:
        if self._process is not None:
            self._ended_by = why
            self._process.kill()
            self._dying.start(DYING_MS)

    @Slot()
    def _leave_behind(self) -> None:
        """Go on without a child that cannot even die. It holds the store's lock, so nothing is written twice."""
        process = self._process
        if process is not None:
            _log.warning("a child hangs in the system: left behind")
            process.finished.disconnect(self._finished)
            process.finished.connect(process.deleteLater)
            self._finished()


def _problem(report: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What a person should act on first, as `SyncReport.problem` has it."""
    if report.get("error"):
        error: Mapping[str, Any] = report["error"]
        return error
    return next((r["error"] for r in report.get("results", ()) if r.get("error")), None)


def _broke_off() -> KioskError:
    return KioskError(
        "BROKE_OFF",
        Text("更新没有做完就停了，原有内容照常播放。", "The update broke off; the old content keeps playing."),
        Text("会自动再试；总是这样请联系管理员。", "It is tried again by itself; if it keeps happening, ask for help."),
    )
