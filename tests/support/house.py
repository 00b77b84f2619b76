"""Background lanes that own what uses them, so that a test leaves no timer and no object behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.jobs import Lanes


@contextmanager
def owned_lanes() -> Iterator[Lanes]:
    """Lanes to be used as the parent of every QObject of a test."""
    lanes = Lanes()
    yield lanes
    lanes.close()
    lanes.deleteLater()
    drop_deferred()


def drop_deferred() -> None:
    """Delete what waits to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
