"""How the machine is, for the administrator's status page: findings of the probes, gathered by area."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.health.finding import Area, Finding, in_order, worst
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.state"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Health(QObject):
    """Gathers findings; whoever probes hands them in with `tell`.

    Args:
        visit: its language is the one of every sentence.
        safe: the kiosk runs in safe mode after a crash loop.
    """

    findingsChanged = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None, *, safe: bool = False) -> None:
        super().__init__(parent)
        self._visit = visit
        self._safe = safe
        self._by_area: dict[Area, tuple[Finding, ...]] = {}
        visit.langChanged.connect(self.findingsChanged)

    @Property("QVariantList", notify=findingsChanged)
    def findings(self) -> list[dict[str, Any]]:
        """The worst first. Each: `code`, `area`, `areaText`, `level` (`ok`, `off`, `look`, `bad`), `message`, `hint`."""
        return [found.row(self._visit.language) for found in self.found]

    @Property(str, notify=findingsChanged)
    def worst(self) -> str:
        """The worst level there is."""
        return worst(self.found)

    @Property(int, notify=findingsChanged)
    def count(self) -> int:
        """How many findings somebody should look at."""
        return sum(found.level in ("look", "bad") for found in self.found)

    @Property(bool, constant=True)
    def safe(self) -> bool:
        """Whether the kiosk runs in safe mode."""
        return self._safe

    @property
    def found(self) -> tuple[Finding, ...]:
        """Everything found, the worst first."""
        return in_order(finding for found in self._by_area.values() for finding in found)

    def tell(self, area: Area, found: tuple[Finding, ...]) -> None:
        """Replace what is known about one area."""
        if self._by_area.get(area) != found:
            self._by_area[area] = found
            self.findingsChanged.emit()
