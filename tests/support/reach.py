"""Whether fingers and arms get at what can be touched."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from support.kiosk import PORTRAIT, Kiosk


def pressables(kiosk: Kiosk) -> list[QQuickItem]:
    """What can be touched now."""
    return [i for i in kiosk.hand.items() if _is_pressable(i) and i.isEnabled() and i.width() > 0]


def check_reach(kiosk: Kiosk, size: tuple[int, int], least: int = 4) -> None:
    """20 mm at least; in portrait nothing above the middle of a standing person's reach."""
    floor = 20 * kiosk.app.panel.pxPerMm(*size)
    found = pressables(kiosk)
    for item in found:
        name = item.objectName() or item.metaObject().className()
        assert min(item.width(), item.height()) >= floor - 1, f"{name} is {item.width():.0f}x{item.height():.0f}"
        if size == PORTRAIT:
            assert item.mapToScene(QPointF(0, 0)).y() >= 767, f"{name} is out of reach"
    assert len(found) >= least


def _is_pressable(item: QQuickItem) -> bool:
    meta = item.metaObject()
    while meta is not None:
        if meta.className().startswith("Pressable"):
            return True
        meta = meta.superClass()
    return False
