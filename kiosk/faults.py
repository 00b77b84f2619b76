"""One place for everything that goes wrong unseen.

PySide prints exceptions raised in slots and goes on; QML prints warnings and goes on. Here they all become log records, so
that an unattended machine keeps a trace and a test can fail on them.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from kiosk.status.native import PATTERN, Native

_log = logging.getLogger("kiosk.faults")


def install_hooks(recover: Callable[[], None] = lambda: None, native: Path | None = None) -> Native | None:
    """Route exceptions of slots and threads, Qt messages and QML warnings into logging.

    Args:
        recover: called after a bug of ours was logged; brings the visitor back to the start.
        native: file that Qt writes to and the log is made from; None for one without a name.

    Returns:
        To be closed at the end, so that the last message is heard; None where there is no stderr.
    """

    def unhandled(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        _unhandled(kind, error, trace)
        recover()

    sys.excepthook = unhandled
    threading.excepthook = lambda args: _unhandled(args.exc_type, args.exc_value, args.exc_traceback)
    from PySide6.QtCore import qSetMessagePattern

    qSetMessagePattern(PATTERN)
    try:
        return Native(native)
    except OSError:
        return None


def _unhandled(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or KeyboardInterrupt(), trace)
        return
    _log.critical("unexpected error", exc_info=(kind, error or kind(), trace))
