"""One place for everything that goes wrong unseen.

PySide prints exceptions raised in slots and goes on; QML prints warnings and goes on. Here they all become log records, so
that an unattended machine keeps a trace and a test can fail on them.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

_log = logging.getLogger("kiosk.faults")
_qt_log = logging.getLogger("qt")

# Known noise of Qt itself, none of it ours to mend.
QUIET = (
    "propertyCache.append",  # Qt Virtual Keyboard, PopupList
    "This plugin does not support",
    "QStandardPaths: XDG_RUNTIME_DIR",
    "PulseAudioService",
    "No audio device detected",
    "No RHI backend",  # a film on the software profile: expected
)


def install_hooks(recover: Callable[[], None] = lambda: None) -> None:
    """Route exceptions of slots and threads, Qt messages and QML warnings into logging.

    Args:
        recover: called after a bug of ours was logged; brings the visitor back to the start.
    """

    def unhandled(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        _unhandled(kind, error, trace)
        recover()

    sys.excepthook = unhandled
    threading.excepthook = lambda args: _unhandled(args.exc_type, args.exc_value, args.exc_traceback)
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }

    def handler(kind: QtMsgType, _context: Any, message: str | None) -> None:
        text = message or ""
        if not any(quiet in text for quiet in QUIET):
            _qt_log.log(levels.get(kind, logging.WARNING), "%s", text)

    qInstallMessageHandler(handler)


def _unhandled(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or KeyboardInterrupt(), trace)
        return
    _log.critical("unexpected error", exc_info=(kind, error or kind(), trace))
