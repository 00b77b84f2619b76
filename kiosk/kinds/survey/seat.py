"""The sitting that is on the screen, for all parts of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.kinds.survey.model import Survey
from kiosk.kinds.survey.sitting import Sitting, start
from kiosk.sdk.page import Pace
from kiosk.sdk.ui import Services


class Seat(QObject):
    """One visitor's sitting. `turned` when another page is on the screen, `chosen` when the answer on this one changed."""

    turned = Signal()
    chosen = Signal()

    def __init__(self, survey: Survey, uid: str, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self.survey = survey
        self.uid = uid
        self.services = services
        self.pace = Pace(services.clock)
        self.sitting = start(survey, services.seed())

    @property
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    def turn(self, changed: Sitting | None = None) -> None:
        """Another page is up; of this sitting, or as `changed`."""
        self.sitting = changed or self.sitting
        self.pace.turned()
        self.turned.emit()
        self.chosen.emit()

    def keep(self, changed: Sitting) -> None:
        """The answer on this page, as it is now."""
        if changed is not self.sitting:
            self.sitting = changed
            self.chosen.emit()
