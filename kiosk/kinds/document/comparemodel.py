"""What was changed: two versions side by side, article by article."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.document import find, words
from kiosk.kinds.document.marks import Marks
from kiosk.kinds.document.model import Comparison
from kiosk.kinds.document.reader import Reader
from kiosk.kinds.document.rows import LazyRows
from kiosk.kinds.document.standing import standing

QML_IMPORT_NAME = "kiosk.kinds.document"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class CompareViewModel(QObject):
    """The comparison. `compared` when another one or another filter is on."""

    compared = Signal()

    def __init__(self, reader: Reader, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._marks = marks
        self._pair = 0
        self._every = False
        self._row = 0
        self._shown: list[int] = []
        self._rows = LazyRows(0, self._described, self)
        self._filter()

    @Property("QVariantList", constant=True)
    def pairs(self) -> list[dict[str, str]]:
        """What can be compared: `older`, `newer`, `text`."""
        versions = self._reader.document.versions
        return [
            {
                "older": versions[c.older].name,
                "newer": versions[c.newer].name,
                "text": f"{versions[c.older].name} → {versions[c.newer].name}",
            }
            for c in self._reader.document.comparisons
        ]

    @Property("QVariantList", constant=True)
    def versions(self) -> list[dict[str, Any]]:
        """All versions by age: `name`, `days`, `number`, and its own mark."""
        now, out = self._marks.now(), []
        for v in self._reader.document.versions:
            kind = standing(v.in_force, v.until, now, self._marks.published)
            since = self.tr("%1起").replace("%1", words.day(v.in_force, self._reader.lang))
            days = self.tr("%1起，到%2").replace("%1", words.day(v.in_force, self._reader.lang)) if v.until else since
            days = days.replace("%2", words.day(v.until, self._reader.lang))
            out.append({"name": v.name, "days": days, "number": v.number, **self._marks.said(kind, version=True)})
        return out

    @Property(int, notify=compared)
    def pair(self) -> int:
        """The comparison on the screen."""
        return self._pair

    @Property(bool, notify=compared)
    def every(self) -> bool:
        """Unchanged articles are shown as well."""
        return self._every

    @Property(QObject, constant=True)
    def rows(self) -> LazyRows:
        """Its rows: `change`, `word`, `tone`, `label`, `pieces`, `article`."""
        return self._rows

    @Property(int, notify=compared)
    def at(self) -> int:
        """The row the buttons have gone to."""
        return self._row

    @Property(str, notify=compared)
    def line(self) -> str:
        """How much was changed."""
        if self._comparison is None:
            return ""
        kinds = [r.change for r in self._comparison.rows]
        parts = []
        for change, said in (
            ("changed", self.tr("改了 %1 条")),
            ("added", self.tr("新加 %1 条")),
            ("removed", self.tr("删去 %1 条")),
            ("moved", self.tr("换了条号 %1 条")),
        ):
            if count := kinds.count(change):  # type: ignore[arg-type]
                parts.append(said.replace("%1", str(count)))
        return self.tr("，").join(parts) or self.tr("一个字也没改")

    @Slot(int)
    def choose(self, pair: int) -> None:
        """Compare two other versions."""
        if 0 <= pair < len(self._reader.document.comparisons) and pair != self._pair:
            self._pair = pair
            self._filter()

    @Slot()
    def toggleEvery(self) -> None:
        """Only what was changed, or everything."""
        self._every = not self._every
        self._filter()

    @Slot(int)
    def step(self, by: int) -> None:
        """To the change before or after."""
        if self._comparison is None:
            return
        at = self._row + by
        while 0 <= at < len(self._shown) and self._comparison.rows[self._shown[at]].change == "same":
            at += by
        if 0 <= at < len(self._shown):
            self._row = at
            self.compared.emit()

    @Slot()
    def here(self) -> None:
        """What was changed in the article on the screen."""
        if self._reader.at in self._reader.changed and self._reader.document.comparisons:
            if self._pair:
                self._pair = 0
                self._filter()
            rows = self._reader.document.comparisons[0].rows
            self._row = next((n for n, place in enumerate(self._shown) if rows[place].article == self._reader.at), 0)
            self.compared.emit()
            self._reader.go("compare")

    @property
    def _comparison(self) -> Comparison | None:
        return self._reader.document.comparisons[self._pair] if self._reader.document.comparisons else None

    def _filter(self) -> None:
        self._row = 0
        rows = self._comparison.rows if self._comparison else ()
        self._shown = [n for n, r in enumerate(rows) if self._every or r.change != "same"]
        self._rows.reset(len(self._shown))
        self.compared.emit()

    def _described(self, place: int) -> dict[str, Any]:
        comparison = self._comparison
        assert comparison is not None
        row = comparison.rows[self._shown[place]]
        old, new = (words.translated_label(text, self._reader.lang) for text in (row.old, row.new))
        pieces = row.pieces
        if not pieces and row.article >= 0:
            pieces = ("=" + "\n".join(self._reader.document.articles[row.article].paragraphs),)
        said = {
            "same": ("", self.tr("没改")),
            "moved": ("", self.tr("只换条号")),
            "changed": ("doing", self.tr("改了")),
            "added": ("done", self.tr("新加")),
            "removed": ("bad", self.tr("删去")),
        }[row.change]
        return {
            "change": row.change,
            "tone": said[0],
            "word": said[1],
            "label": f"{old} → {new}" if old and new and old != new else new or old,
            "pieces": [{"kind": p[0], "text": find.escaped(p[1:])} for p in pieces],
            "article": row.article,
        }
