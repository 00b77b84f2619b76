"""The receipt on the screen: a code in groups, and a square that a telephone takes along."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import receipt
from kiosk.kinds.suggestion.pages import BoxPages
from kiosk.sdk.qr import square

QML_IMPORT_NAME = "kiosk.kinds.suggestion"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ReceiptViewModel(QObject):
    """The code that was given, while its page is up. `noted` when the visitor has it."""

    turned = Signal()
    noted = Signal()

    def __init__(self, pages: BoxPages, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._code = ""
        pages.turned.connect(self._turned)

    @Property("QStringList", notify=turned)
    def groups(self) -> list[str]:
        """The code in groups; empty on other pages."""
        return list(receipt.groups(self._code))

    @Property("QVariantMap", notify=turned)
    def square(self) -> dict[str, Any]:
        """The receipt for a phone (`kiosk.sdk.qr`)."""
        if not self._code:
            return {"size": 0, "runs": []}
        words = self.tr("意见回执 %1\n在任何一块屏的意见箱里点“查编号”，就能看到答复。")
        return dict(square(words.replace("%1", "-".join(receipt.groups(self._code)))))

    @Slot()
    def done(self) -> None:
        """The receipt was written down."""
        if self._pages.up("receipt"):
            self.noted.emit()

    @Slot(str)
    def show(self, code: str) -> None:
        """Put the receipt up."""
        self._code = code
        self._pages.turn("receipt")

    @Slot()
    def _turned(self) -> None:
        if self._pages.phase != "receipt":
            self._code = ""
        self.turned.emit()
