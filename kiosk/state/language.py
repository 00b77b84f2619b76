"""The language of the interface follows the visit."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Slot
from PySide6.QtQml import QQmlEngine

from kiosk.design.assets import assets_folder
from kiosk.state.visit import Visit

_log = logging.getLogger(__name__)


class Interface(QObject):
    """Installs the translator of the visit's language and retranslates QML."""

    def __init__(self, visit: Visit, engine: QQmlEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._engine = engine
        self._translator = QTranslator(self)
        visit.langChanged.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Chinese is the source language and needs no file."""
        QCoreApplication.removeTranslator(self._translator)
        if self._visit.language != "zh":
            path = assets_folder() / "i18n" / f"{self._visit.language}.qm"
            if self._translator.load(str(path)):
                QCoreApplication.installTranslator(self._translator)
            else:
                _log.error("no translation file %s", path.name)
        self._engine.retranslate()
