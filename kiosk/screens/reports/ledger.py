"""The ledger on the glass: lines that filled themselves, what is missing, and what the officer adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang, Text
from kiosk.jobs import Err, Result
from kiosk.screens.reports.asker import Asker
from kiosk.state.reports import Cell, LedgerLine, LedgerPage

QML_IMPORT_NAME = "kiosk.screens.reports"
QML_IMPORT_MAJOR_VERSION = 1

_FORMATS = {
    "text": Text("写一两句话", "A sentence or two"),
    "integer": Text("填整数，例如 12", "A whole number, 12"),
    "decimal": Text("填数，例如 360.50", "A number, 360.50"),
    "percent": Text("填 0 到 1 的数，例如 0.85", "A share from 0 to 1, 0.85"),
    "date": Text("填日期，例如 2026-11-03", "A date, 2026-11-03"),
    "duration": Text("填秒数，例如 3600", "Seconds, 3600"),
}
PHOTOS_AT_DESK = Text(
    "照片用 kiosk ledger add --photo 加。",
    "Photos are added with kiosk ledger add --photo.",
)
PHOTOS = Text(
    "照片请在办公室电脑上加：U 盘上的照片没有签名，屏不打开。",
    "Photos are added on the office's computer: pictures on a stick are not signed, and a kiosk does not open them.",
)


@QmlElement
@QmlUncreatable("made by the report page")
class ReportLedger(QObject):
    """One ledger, one of its lines, one of its cells.

    Args:
        asker: has the ledgers.
        lang: of the words.
        at_desk: in a window of the office, not on a kiosk.
    """

    changed = Signal()
    moved = Signal(str)
    """The page to show: `ledger`, `line`, `cell`."""
    added = Signal(str, str)
    """The officer has filled something in: ledger, column."""

    def __init__(
        self, asker: Asker, lang: Callable[[], Lang], parent: QObject | None = None, *, at_desk: bool = False
    ) -> None:
        super().__init__(parent)
        self._asker, self._lang = asker, lang
        self._photos = PHOTOS_AT_DESK if at_desk else PHOTOS
        self._names: list[tuple[str, Text]] = []
        self._name = ""
        self._page: LedgerPage | None = None
        self._line = ""
        self._cell = ""
        self._only_gaps = False
        self._trouble: tuple[Text, Text] | None = None

    @property
    def current(self) -> tuple[str, Text]:
        """The open ledger."""
        return next(((n, t) for n, t in self._names if n == self._name), ("", Text("台账", "Ledger")))

    def begin(self) -> None:
        """Open the first ledger, or the one that was open."""
        self._asker.ask(lambda desk: list(desk.ledgers()), self._listed)

    @Property("QVariantList", notify=changed)
    def names(self) -> list[dict[str, Any]]:
        """The ledgers there are."""
        return [{"key": n, "text": _short(t)(self._lang()), "on": n == self._name} for n, t in self._names]

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        """It is being filled."""
        return self._page is None and self._trouble is None

    @Property(str, notify=changed)
    def title(self) -> str:
        """What was found."""
        if self._page is None:
            return self.tr("台账") if self._trouble is None else self._trouble[0](self._lang())
        if not self._page.lines:
            return self.tr("还没有一行")
        if not self._page.gaps:
            return self.tr("都齐了，可以迎检")
        return self.tr("还缺 %1 处").replace("%1", str(self._page.gaps))

    @Property(str, notify=changed)
    def about(self) -> str:
        """Which ledger, and how long it is."""
        if self._page is None:
            return "" if self._trouble is None else self._trouble[1](self._lang())
        words = self.tr("%1，%2 行，自动填到今天")
        return words.replace("%1", self._page.title(self._lang())).replace("%2", str(len(self._page.lines)))

    @Property(bool, notify=changed)
    def onlyGaps(self) -> bool:
        """Only lines that lack something are shown."""
        return self._only_gaps

    @Property("QVariantList", notify=changed)
    def lines(self) -> list[dict[str, Any]]:
        """The newest first."""
        lang = self._lang()
        lines = self._page.lines if self._page else ()
        return [
            {"id": line.id, "number": line.number, "name": line.name, "note": f"{line.day:%Y-%m-%d}",
             "missing": self.tr("缺 %1").replace("%1", self.tr("、").join(c.title(lang) for c in line.own if c.missing))
             if line.missing else ""}
            for line in lines
            if line.missing or not self._only_gaps
        ]  # fmt: skip

    @Property("QVariantList", notify=changed)
    def gaps(self) -> list[dict[str, Any]]:
        """What is missing, by column: the share of the lines that lack it."""
        lang, lines = self._lang(), self._page.lines if self._page else ()
        counts = Counter(cell.title(lang) for line in lines for cell in line.own if cell.missing)
        found = counts.most_common(5)
        second = found[1][1] if len(found) > 1 else 0
        return [
            {
                "label": title,
                "share": count / len(lines),
                "words": self.tr("%1 行").replace("%1", str(count)),
                "marked": count > second,
            }
            for title, count in found
        ]

    @Property(str, notify=changed)
    def lineTitle(self) -> str:
        """What the open line is about."""
        line = self._open_line()
        return line.name if line else ""

    @Property(str, notify=changed)
    def lineAbout(self) -> str:
        """What the records say of it."""
        line = self._open_line()
        parts = [f"{title(self._lang())}  {words}" for title, words in line.said if words != line.name] if line else []
        return "\n".join([self.tr("第 %1 号").replace("%1", line.number), *parts]) if line else ""

    @Property("QVariantList", notify=changed)
    def cells(self) -> list[dict[str, Any]]:
        """What the officer fills in."""
        line, lang = self._open_line(), self._lang()
        return [
            {"key": c.key, "title": c.title(lang), "value": c.value, "missing": c.missing(lang) if c.missing else "",
             "photos": c.kind == "photos", "note": self._photos(lang) if c.kind == "photos" else ""}
            for c in (line.own if line else ())
        ]  # fmt: skip

    @Property(str, notify=changed)
    def cellTitle(self) -> str:
        """The column that is filled in."""
        cell = self._open_cell()
        return cell.title(self._lang()) if cell else ""

    @Property(str, notify=changed)
    def cellHint(self) -> str:
        """What goes into it, or why it was refused."""
        cell = self._open_cell()
        if cell is None:
            return ""
        if self._trouble is not None:
            return " ".join(words(self._lang()) for words in self._trouble)
        return _FORMATS.get(cell.kind, _FORMATS["text"])(self._lang())

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        """What was typed does not fit."""
        return self._trouble is not None

    @Property(str, notify=changed)
    def cellValue(self) -> str:
        """What is in it."""
        cell = self._open_cell()
        return (
            cell.value.replace(",", "") if cell and cell.kind in ("integer", "decimal") else cell.value if cell else ""
        )

    @Property(bool, notify=changed)
    def digits(self) -> bool:
        """Numbers are typed."""
        cell = self._open_cell()
        return cell is not None and cell.kind != "text"

    @Slot(str)
    def choose(self, name: str) -> None:
        """Open another ledger."""
        if name != self._name:
            self._name = name
            self._load()

    @Slot()
    def toggleGaps(self) -> None:
        """Show only what lacks something, or everything."""
        self._only_gaps = not self._only_gaps
        self.changed.emit()

    @Slot(str)
    def openLine(self, line: str) -> None:
        """Look at a line."""
        self._line = line
        self.changed.emit()
        self.moved.emit("line")

    @Slot(str)
    def openCell(self, key: str) -> None:
        """Fill something in."""
        self._cell, self._trouble = key, None
        self.changed.emit()
        self.moved.emit("cell")

    @Slot(str)
    def write(self, words: str) -> None:
        """Write down what was typed."""
        ledger, line, key = self._name, self._line, self._cell
        if (cell := self._open_cell()) is not None and words.strip() == self.cellValue:
            self.moved.emit("line")  # nothing has changed
            return
        del cell
        self._asker.ask(lambda desk: desk.add(ledger, line, {key: words}), self._wrote)

    def again(self) -> None:
        """The language changed."""
        if self._name:
            self._load()

    def _listed(self, result: Result[list[tuple[str, Text]]]) -> None:
        if isinstance(result, Err):
            self._failed(result)
            return
        self._names = result.value
        self._name = self._name or (self._names[0][0] if self._names else "")
        self._load()

    def _load(self, *, keep: bool = False) -> None:
        name, lang = self._name, self._lang()
        if not keep:
            self._page = None
        self._trouble = None
        self.changed.emit()
        self._asker.ask(lambda desk: desk.ledger(name, lang), self._loaded)

    def _loaded(self, result: Result[LedgerPage]) -> None:
        if isinstance(result, Err):
            self._failed(result)
        elif result.value.name == self._name:
            self._page = result.value
            self.changed.emit()

    def _wrote(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self._failed(result)
            return
        self.added.emit(self._name, self._cell)
        self._load(keep=True)
        self.moved.emit("line")

    def _failed(self, result: Err) -> None:
        self._trouble = result.error.message, result.error.hint
        self.changed.emit()

    def _open_line(self) -> LedgerLine | None:
        lines = self._page.lines if self._page else ()
        return next((line for line in lines if line.id == self._line), None)

    def _open_cell(self) -> Cell | None:
        line = self._open_line()
        return next((cell for cell in line.own if cell.key == self._cell), None) if line else None


def _short(title: Text) -> Text:
    """A ledger among ledgers."""
    english = title.en.removeprefix("Ledger of ")
    return Text(title.zh.removesuffix("台账") or title.zh, english[:1].upper() + english[1:])
