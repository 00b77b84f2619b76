"""Even scrolling by Qt's own animation, as a flick does it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from benchmarks.inside.stage import Stage

QML = b"import QtQuick\nNumberAnimation { property: 'contentY' }"


def move(stage: Stage, view: QQuickItem, speed: int, seconds: float) -> None:
    """Scroll a view down at `speed` pixels a second."""
    component = QQmlComponent(stage.app.engine)
    component.setData(QML, QUrl("file:///motion.qml"))
    animation = component.create()
    if animation is None:
        raise RuntimeError(component.errorString())
    start = float(view.property("contentY"))
    for name, value in (
        ("target", view),
        ("from", start),
        ("to", start + speed * seconds),
        ("duration", round(seconds * 1000)),
    ):
        animation.setProperty(name, value)
    animation.setProperty("running", True)
    stage.until(lambda: not animation.property("running"), "the end of the motion")
    animation.deleteLater()
