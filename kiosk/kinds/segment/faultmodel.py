"""A programme that cannot be played: what happened, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.segment.seriesmodel import SeriesViewModel
from kiosk.kinds.segment.watchdog import Fault
from kiosk.sdk.ui import Navigator

QML_IMPORT_NAME = "kiosk.kinds.segment"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class FaultViewModel(QObject):
    """What is said instead of the programme."""

    changed = Signal()

    def __init__(self, series: SeriesViewModel, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._series = series
        self._navigator = navigator
        self._fault: Fault | None = None

    def tell(self, fault: Fault) -> None:
        """This happened."""
        self._fault = fault
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """What happened, when something did."""
        if self._fault is Fault.CUT:
            return self.tr("这一段后面放不出来")
        return self.tr("这一段放不出来") if self._fault else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is offered instead."""
        instead = self._series.instead
        return self.tr("可以看《%1》").replace("%1", instead.title) if instead else self.tr("别的节目都能看")

    @Property(str, notify=changed)
    def action(self) -> str:
        """The way out."""
        return self.tr("换一段") if self._series.instead else self.tr("返回")

    @Slot()
    def instead(self) -> None:
        """The way out of a fault."""
        other = self._series.instead
        if other:
            self._navigator.openItem(other.uid)
        else:
            self._navigator.back()
