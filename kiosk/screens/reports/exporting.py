"""Taking a report along: format, place, writing, and when the stick may be pulled out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang, Text
from kiosk.jobs import Err, Ok, Result
from kiosk.screens.reports.asker import Asker
from kiosk.state.reports import FORMATS, Desk, Format
from kiosk.state.reportstick import Place, ReportStick

QML_IMPORT_NAME = "kiosk.screens.reports"
QML_IMPORT_MAJOR_VERSION = 1
LOOK_MS = 1500
Make: TypeAlias = Callable[[Desk, Format], bytes]

_FORMATS = {
    "xlsx": (Text("表格 xlsx", "Workbook xlsx"), Text("能筛选、能接着算，带图", "Filters, sums and a chart")),
    "pdf": (Text("打印 pdf", "Pages pdf"), Text("A4 横排，留着签字盖章的地方", "A4 landscape, with room for seal and signature")),
    "csv": (Text("数据 csv", "Data csv"), Text("给别的程序用", "For other programs")),
}  # fmt: skip


@QmlElement
@QmlUncreatable("made by the report page")
class ReportExport(QObject):
    """One export at a time.

    Args:
        asker: makes the file.
        stick: takes it.
        lang: of the words.
    """

    changed = Signal()
    written = Signal(str)
    """A report is on the stick, under this name."""

    def __init__(
        self, asker: Asker, stick: ReportStick, lang: Callable[[], Lang], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._asker, self._stick, self._lang = asker, stick, lang
        self._format: Format = "xlsx"
        self._make: Make | None = None
        self._name = ""
        self._place: Place | None = None
        self._looking = self._busy = False
        self._end: tuple[str, Text, Text] | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def open_for(self, name: str, make: Make) -> None:
        """Something may be taken along.

        Args:
            name: of the file, without its ending.
            make: makes it on the lane.
        """
        self._name, self._make, self._end = name, make, None
        self._timer.start()
        self._look()
        self.changed.emit()

    def shut(self) -> None:
        """Look for sticks no more."""
        self._timer.stop()
        self._make = None

    @Property("QVariantList", notify=changed)
    def formats(self) -> list[dict[str, Any]]:
        """The three formats."""
        lang = self._lang()
        return [
            {"key": key, "text": _FORMATS[key][0](lang), "note": _FORMATS[key][1](lang), "on": key == self._format}
            for key in FORMATS
        ]

    @Property(bool, notify=changed)
    def there(self) -> bool:
        """There is a place to write to."""
        return self._place is not None

    @Property(str, notify=changed)
    def place(self) -> str:
        """Where it goes, in words."""
        place = self._place
        if place is None:
            return self.tr("插好 U 盘，这里会认出来")
        if not place.stick:
            return self.tr("存到 %1").replace("%1", place.folder)
        if place.make:
            return self.tr("U 盘上没有备好的文件夹，会新建“%1”").replace("%1", place.folder)
        return self.tr("写进 U 盘上备好的 %1").replace("%1", place.folder)

    @Property(str, notify=changed)
    def action(self) -> str:
        """On the button."""
        if self._busy:
            return self.tr("正在写，插着别动") if self._place is None or self._place.stick else self.tr("正在存")
        return self.tr("写到 U 盘") if self._place is None or self._place.stick else self.tr("存到电脑")

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """It is being made or written."""
        return self._busy

    @Property(str, notify=changed)
    def tone(self) -> str:
        """How it ended: `good`, `bad`, or empty."""
        return self._end[0] if self._end else ""

    @Property(str, notify=changed)
    def endTitle(self) -> str:
        """How it ended."""
        return self._end[1](self._lang()) if self._end else ""

    @Property(str, notify=changed)
    def endNote(self) -> str:
        """And what to do now."""
        return self._end[2](self._lang()) if self._end else ""

    @Slot(str)
    def choose(self, key: str) -> None:
        """Choose a format."""
        if not self._busy:
            self._format = next(known for known in FORMATS if known == key)
            self._end = None
            self.changed.emit()

    @Slot()
    def go(self) -> None:
        """Make it and write it."""
        if self._busy or self._make is None or self._place is None:
            return
        make, kind = self._make, self._format
        self._busy, self._end = True, None
        self.changed.emit()
        self._asker.ask(lambda desk: make(desk, kind), self._made)

    def _made(self, result: Result[bytes]) -> None:
        if isinstance(result, Err):
            self._over(("bad", result.error.message, result.error.hint))
        elif self._place is None:
            self._stick.look(self._too_late)
        else:
            self._stick.write(self._place, f"{self._name}.{self._format}", result.value, self._wrote)

    def _too_late(self, result: Result[Place]) -> None:
        if isinstance(result, Err):
            self._over(("bad", result.error.message, result.error.hint))
        else:
            self._over(("bad", Text("U 盘换过了，没有写。", "The stick was changed; nothing was written."), Text("再点一次。", "Touch again.")))  # fmt: skip

    def _wrote(self, result: Result[str]) -> None:
        if isinstance(result, Err):
            self._over(("bad", result.error.message, result.error.hint))
            return
        where = Text(result.value, result.value)
        if self._place is None or self._place.stick:
            safe = Text("写好了，可以拔了", "Written: the stick may be pulled out")
            self._over(("good", safe, Text(f"{where.zh}，读回来核对过，一字不差。", f"{where.en}: read back and compared, byte for byte.")))  # fmt: skip
        else:
            self._over(("good", Text("存好了", "Saved"), where))
        self.written.emit(result.value)

    def _over(self, end: tuple[str, Text, Text]) -> None:
        self._busy, self._end = False, end
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        if not self._looking and not self._busy:
            self._looking = True
            self._stick.look(self._looked)

    def _looked(self, result: Result[Place]) -> None:
        self._looking = False
        place = result.value if isinstance(result, Ok) else None
        if place != self._place and not self._busy:
            gone = place is None and self._end is not None and self._end[0] == "good"
            self._place = place
            if gone or place is not None:
                self._end = None
            self.changed.emit()
