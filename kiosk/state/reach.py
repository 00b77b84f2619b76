"""Whether a source answers now.

Each question has a thread of its own, which may hang as long as a dead share likes: nobody waits for it, and after a while
the answer is that there is none.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.settings.sources import is_unc, scheme

Answer: TypeAlias = Literal["asking", "well", "empty", "missing", "refused", "silent"]
"""`empty`: it answers, but nobody has published there; `silent`: no answer in time."""
PATIENCE_MS = 6_000
_PORTS = {"http": 80, "https": 443, "smb": 445, "s3": 443}


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of a question.

    Args:
        ms: until the answer.
    """

    answer: Answer
    ms: int = 0


class Reach(QObject):
    """Asks sources.

    Args:
        ask: what is called in the thread; tests bring their own.
    """

    changed = Signal()
    _answered = Signal(str, int, object)

    def __init__(self, ask: Callable[[str], Reached] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask or ask_source
        self._round = 0
        self._found: dict[str, Reached] = {}
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self._give_up)

    @property
    def found(self) -> dict[str, Reached]:
        """By source."""
        return dict(self._found)

    @property
    def asking(self) -> bool:
        """Somebody has not answered yet."""
        return any(r.answer == "asking" for r in self._found.values())

    def ask(self, sources: tuple[str, ...]) -> None:
        """Ask them all anew; `changed` follows with every answer."""
        self._round += 1
        number = self._round
        self._found = dict.fromkeys(sources, Reached("asking"))
        for source in sources:
            threading.Thread(target=self._aside, args=(source, number), daemon=True, name="reach").start()
        self._late.start()
        self.changed.emit()

    def _aside(self, source: str, number: int) -> None:
        found = self._ask(source)
        with suppress(RuntimeError):  # the kiosk was closed meanwhile
            self._answered.emit(source, number, found)

    @Slot(str, int, object)
    def _take(self, source: str, number: int, found: Reached) -> None:
        if number == self._round and self._found.get(source, Reached("well")).answer == "asking":
            self._found[source] = found
            self.changed.emit()

    @Slot()
    def _give_up(self) -> None:
        self._found = {s: Reached("silent") if r.answer == "asking" else r for s, r in self._found.items()}
        self.changed.emit()


def ask_source(source: str) -> Reached:
    """Ask one source; may hang on a share. Only what everybody may see is asked: a folder's names, a port."""
    began = time.monotonic()
    answer = _address(source) if scheme(source) not in ("", "file") else _folder(source)
    return Reached(answer, round((time.monotonic() - began) * 1000))


def _folder(source: str) -> Answer:
    folder = Path(source if is_unc(source) or not source.startswith("file:") else urlsplit(source).path)
    try:
        return "well" if (folder / "publishers").is_dir() else "empty" if folder.is_dir() else "missing"
    except PermissionError:
        return "refused"
    except OSError:
        return "missing"


def _address(source: str) -> Answer:
    parts = urlsplit(source)
    if not parts.hostname and scheme(source) != "s3":
        return "missing"
    host = parts.hostname or ""
    try:
        with socket.create_connection((host, parts.port or _PORTS.get(scheme(source), 80)), timeout=PATIENCE_MS / 1000):
            return "well"
    except TimeoutError:
        return "silent"
    except ConnectionRefusedError:
        return "refused"
    except OSError:
        return "missing"
