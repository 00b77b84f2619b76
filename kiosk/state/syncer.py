"""Keeps the library up to date: `kiosk sync` as a child process, again and again, with jitter.

A hostile or broken medium can stop or kill the child; it cannot take the screen down. Thousands of kiosks may hang on one
share, so no two of them should ask at the same second.
"""

from __future__ import annotations

import json
import logging
import random
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

_log = logging.getLogger(__name__)
FIRST_MS = 5_000
STALLED_MS = 180_000
"""A child that says nothing for so long hangs on its medium."""


def sync_command(source: str, data: Path) -> list[str]:
    """Program and arguments of one sync."""
    head = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    return [*head, "sync", "--background", "--progress=jsonl", "--from", source, "--data", str(data)]


class Syncer(QObject):
    """Runs one sync at a time over all sources.

    Args:
        sources: as in the settings, tried in this order each round.
        data: the kiosk's data folder.
        interval: seconds between two rounds.
    """

    progressed = Signal(object)
    reported = Signal(object)

    def __init__(self, sources: tuple[str, ...], data: Path, interval: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._data = data
        self._interval = interval
        self._queue: list[str] = []
        self._process: QProcess | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.now)
        self._stalled = QTimer(self, singleShot=True, interval=STALLED_MS)
        self._stalled.timeout.connect(self._kill)

    def start(self) -> None:
        """Begin soon after the start of the kiosk."""
        if self._sources:
            self._next.start(FIRST_MS)

    def now(self) -> None:
        """A round over all sources; nothing when one is under way."""
        if self._process is None and not self._queue:
            self._queue = list(self._sources)
            self._step()

    def stop(self) -> None:
        """No more syncs; a running one is ended (it goes on from where it was next time)."""
        self._next.stop()
        self._queue.clear()
        if self._process is not None:
            self._process.finished.disconnect(self._finished)
            self._process.kill()
            self._process.waitForFinished(2000)
            self._process = None

    def _step(self) -> None:
        if not self._queue:
            self._next.start(round(self._interval * 1000 * random.uniform(0.8, 1.2)))
            return
        program, *arguments = sync_command(self._queue.pop(0), self._data)
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed_to_start)
        self._process = process
        self._stalled.start()
        process.start(program, arguments)

    def _read(self) -> None:
        process = self._process
        if process is None:
            return
        self._stalled.start()
        while process.canReadLine():
            line = bytes(process.readLine().data()).decode("utf-8", "replace")
            try:
                said = json.loads(line)
            except ValueError:
                continue
            if "report" in said:
                self._heed(said["report"])
            else:
                self.progressed.emit(said.get("progress"))

    def _heed(self, report: dict[str, object]) -> None:
        error = report.get("error")
        if error:
            _log.info("sync from %s: %s", report.get("source"), error)
        self.reported.emit(report)

    def _finished(self, _code: int = 0, _status: object = None) -> None:
        self._stalled.stop()
        if self._process is not None:
            self._read()
            self._process.deleteLater()
            self._process = None
        self._step()

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            _log.error("kiosk sync cannot be started")
            self._finished()

    def _kill(self) -> None:
        _log.warning("sync has been silent for %d s: stopped", STALLED_MS // 1000)
        if self._process is not None:
            self._process.kill()
