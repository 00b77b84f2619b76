"""A law on the screen: its contents, one article at a time, a search inside it, and what was changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.document import find, words
from kiosk.kinds.document.model import Article, Comparison, Document
from kiosk.kinds.document.rows import Rows
from kiosk.kinds.document.standing import Standing, standing
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.document"
QML_IMPORT_MAJOR_VERSION = 1

MOST_BARS = 150
"""More articles than this are drawn by chapter."""
DIGITS = 4


@QmlElement
@QmlUncreatable("made by the app")
class DocumentViewModel(ItemViewModel):
    """What the law reader shows.

    `turned` when another page or article is on the screen, `asked` when what is searched for changed, `typed` when the number
    on the pad changed, `compared` when another comparison or filter is on.
    """

    turned = Signal()
    asked = Signal()
    typed = Signal()
    compared = Signal()

    def __init__(
        self, opened: Opened, content: Document, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._d = content
        self._lang = services.lang()
        self._standing = standing(content.in_force, content.repealed, services.clock.now(), self.header.published)
        self._trail: list[str] = []
        self._phase = "contents"
        self._at = 0
        self._digits = ""
        self._query = ""
        self._folded: tuple[tuple[str, ...], ...] = ()
        self._matches: tuple[find.Match, ...] = ()
        self._match = -1
        self._found: list[tuple[int, int]] = []
        self._pair = 0
        self._every = False
        self._row = 0
        self._changed = {
            r.article
            for c in content.comparisons[:1]
            for r in c.rows
            if r.article >= 0 and r.change in ("changed", "added")
        }
        self._outline = [(n, p.first, self._end(n)) for n, p in enumerate(content.parts)]
        loose = [n for n, a in enumerate(content.articles) if a.part < 0]
        if content.parts:  # an annex or a preamble is a line of its own among the chapters
            self._outline = sorted([*self._outline, *((-1, n, n + 1) for n in loose)], key=lambda e: (e[1], e[0] < 0))
        else:
            self._outline = [(-1, n, n + 1) for n in loose]
        self._contents = Rows(len(self._outline), self._content_row, self)
        self._articles = Rows(len(content.articles), self._article_row, self)
        self._results = Rows(0, self._result_row, self)
        self._shown: list[int] = []
        self._comparison_rows = Rows(0, self._comparison_row, self)
        self._filter()

    # --- the document -----------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`contents`, `article`, `jump`, `find` or `compare`."""
        return self._phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self._lang == "zh"

    @Property(str, constant=True)
    def official(self) -> str:
        """Full official title."""
        return self._d.official

    @Property(str, constant=True)
    def issued(self) -> str:
        """Who issued it, under which number."""
        return " · ".join(filter(None, (self._d.issuer, self._d.number)))

    @Property("QVariantMap", constant=True)
    def mark(self) -> dict[str, str]:
        """Is it in force: `tone`, `text`, `icon`, and `note` with the date that matters."""
        d = self._d
        day = {"inforce": d.in_force, "coming": d.in_force, "repealed": d.repealed, "unknown": d.in_force}[
            self._standing
        ]
        return {**self._said(self._standing), "note": self._dated(self._standing, day)}

    @Property("QStringList", constant=True)
    def history(self) -> list[str]:
        """Adopted, amended, replaced: one line each."""
        d, lines = self._d, []
        if d.adopted:
            lines.append(self.tr("%1通过或发布").replace("%1", words.day(d.adopted, self._lang)))
        if d.amended:
            said = self.tr("改过 %1 次，最近一次是%2").replace("%1", str(len(d.amended)))
            lines.append(said.replace("%2", words.day(d.amended[-1], self._lang)))
        if d.supersedes:
            lines.append(self.tr("代替：%1").replace("%1", d.supersedes))
        return lines

    @Property(str, constant=True)
    def notice(self) -> str:
        """What a reader must know: an extract; articles in Chinese only."""
        if self._d.articles_in and self._d.articles_in != self._lang:
            return self.tr("条文只有中文，以中文为准")
        return self.tr("这里只选了一部分条文") if self._d.extract else ""

    @Property(bool, constant=True)
    def repealed(self) -> bool:
        """The whole document does not hold any more."""
        return self._standing == "repealed"

    @Property("QVariantMap", constant=True)
    def successor(self) -> dict[str, str]:
        """What replaced it: `uid`, `label`; empty when it is not on this kiosk."""
        card = next(iter(self.opened.links), None)
        return {"uid": card.uid, "label": self.tr("看新的：%1").replace("%1", card.name or card.title)} if card else {}

    @Property(QObject, constant=True)
    def contents(self) -> Rows:
        """Chapters, or articles when there are none: `label`, `title`, `note`, `level`, `article`, `status`, `tone`."""
        return self._contents

    @Property(QObject, constant=True)
    def articles(self) -> Rows:
        """All articles, one page each."""
        return self._articles

    @Property(int, constant=True)
    def total(self) -> int:
        """Number of articles, annexes included."""
        return len(self._d.articles)

    @Property("QVariantList", constant=True)
    def bars(self) -> list[bool]:
        """One bar for each article, true where plain words are; for each chapter when there are many; empty beyond that."""
        if self.total <= MOST_BARS:
            return [bool(a.plain) for a in self._d.articles]
        parts = self._chapters()
        return [False] * len(parts) if 1 < len(parts) <= MOST_BARS else []

    @Property(int, notify=turned)
    def bar(self) -> int:
        """The bar of this article."""
        if self.total <= MOST_BARS:
            return self._at
        return sum(1 for p in self._chapters() if p <= self._at) - 1

    @Property("QStringList", constant=True)
    def barEnds(self) -> list[str]:
        """What the first and the last bar stand for."""
        if self.total <= MOST_BARS or not self.bars:
            return [words.label(self._d.articles[n], self._lang) for n in (0, -1)]
        parts = [p for p in self._d.parts if p.level == self._level()]
        return [words.part_label(p, self._lang) for p in (parts[0], parts[-1])]

    @Property(str, constant=True)
    def counted(self) -> str:
        """How many articles, and how many of them are explained."""
        plain = sum(bool(a.plain) for a in self._d.articles)
        numbered = sum(a.number > 0 for a in self._d.articles) or self.total
        said = self.tr("共 %1 条，上面长的 %2 条有大白话") if plain else self.tr("共 %1 条")
        return said.replace("%1", str(numbered)).replace("%2", str(plain))

    # --- one article ------------------------------------------------------------------------------------------------

    @Property(int, notify=turned)
    def at(self) -> int:
        """Index of the article on the screen."""
        return self._at

    @Property(str, notify=turned)
    def label(self) -> str:
        """第三十六条."""
        return words.label(self._d.articles[self._at], self._lang)

    @Property(str, notify=turned)
    def articleTitle(self) -> str:
        """Title of an annex; empty for articles."""
        return self._d.articles[self._at].about.title

    @Property(str, notify=turned)
    def partLine(self) -> str:
        """The chapter it stands in; the document when it has none."""
        part = self._d.articles[self._at].part
        return words.part_line(self._d.parts[part], self._lang) if part >= 0 else self.header.title

    @Property(str, notify=turned)
    def previousLabel(self) -> str:
        """The article before; empty at the first."""
        return words.label(self._d.articles[self._at - 1], self._lang) if self._at else ""

    @Property(str, notify=turned)
    def nextLabel(self) -> str:
        """The article after; empty at the last."""
        return words.label(self._d.articles[self._at + 1], self._lang) if self._at + 1 < self.total else ""

    @Property("QVariantMap", notify=turned)
    def articleMark(self) -> dict[str, str]:
        """What became of this article: `tone`, `text`, `icon`, `note`; the document's mark when nothing did."""
        a = self._d.articles[self._at]
        if self._gone(a) and self._standing != "repealed":
            return {
                **self._said("repealed"),
                "text": self.tr("这条已废止"),
                "note": self._dated("repealed", a.about.marked),
            }
        mark = dict(self.mark)
        if a.about.mark == "amended":
            mark["note"] = self.tr("这条%1改过").replace("%1", words.day(a.about.marked, self._lang))
        return mark

    @Property(bool, notify=turned)
    def wasChanged(self) -> bool:
        """The comparison has something to show for this article."""
        return self._at in self._changed

    @Slot(int, result="QVariantList")
    def chips(self, room: int) -> list[dict[str, Any]]:
        """At most `room` articles of this chapter around the current one: `article`, `text`, `name`."""
        part = self._d.articles[self._at].part
        first = last = self._at
        while first > 0 and self._d.articles[first - 1].part == part and self._at - first < room:
            first -= 1
        while last + 1 < self.total and self._d.articles[last + 1].part == part and last - self._at < room:
            last += 1
        begin = self._d.parts[part].first if part >= 0 else 0
        if last - first + 1 > room:  # turn by whole windows, so that chips stand still while the reader goes on
            first = begin + (self._at - begin) // room * room
            last = min(last, first + room - 1)
        return [
            {"article": n, "text": words.chip(a, self._lang), "name": words.label(a, self._lang)}
            for n, a in enumerate(self._d.articles[first : last + 1], first)
        ]

    # --- what a visitor does ----------------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Read from the first article."""
        self.show(0)

    @Slot(int)
    def show(self, article: int) -> None:
        """Open an article."""
        if 0 <= article < self.total:
            if self._phase != "article":
                self._forget()
            self._at = article
            self._go("article")

    @Slot(int)
    def settle(self, article: int) -> None:
        """The visitor has swept to another article."""
        if self._phase == "article" and 0 <= article < self.total and article != self._at:
            self._at = article
            self.turned.emit()

    @Slot(int)
    def step(self, step: int) -> None:
        """To the article before or after."""
        if self._phase == "article" and 0 <= self._at + step < self.total:
            self._at += step
            self.turned.emit()

    @Slot(str)
    def to(self, phase: str) -> None:
        """Another page: `contents`, `jump`, `find`, `compare`."""
        if phase == "jump":
            self._digits = ""
            self.typed.emit()
        if phase == "contents":
            self._trail.clear()
            self._phase = phase
            self._forget()
            self.turned.emit()
        else:
            self._go(phase)

    @Slot(str)
    def openItem(self, uid: str) -> None:
        """Go on with another item."""
        self.services.navigator.openItem(uid)

    def step_back(self) -> bool:
        """To the page this one was opened from."""
        if not self._trail:
            return False
        if self._phase == "find":
            self._forget()
        self._phase = self._trail.pop()
        self.turned.emit()
        return True

    # --- the number pad ---------------------------------------------------------------------------------------------

    @Property(str, notify=typed)
    def digits(self) -> str:
        """What was typed on the pad."""
        return self._digits

    @Property(int, notify=typed)
    def target(self) -> int:
        """The article of that number; -1 when there is none."""
        wanted = int(self._digits or 0)
        return next((n for n, a in enumerate(self._d.articles) if a.number == wanted and wanted), -1)

    @Property(str, notify=typed)
    def targetLine(self) -> str:
        """How the article begins, or why there is none."""
        if not self._digits:
            numbered = [a for a in self._d.articles if a.number]
            if not numbered:
                return ""
            said = self.tr("从%1到%2").replace("%1", words.label(numbered[0], self._lang))
            return said.replace("%2", words.label(numbered[-1], self._lang))
        if self.target < 0:
            return self.tr("没有第 %1 条").replace("%1", self._digits)
        return next(iter(self._d.articles[self.target].paragraphs), "")

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the pad: a figure, or `back`."""
        if key == "back":
            self._digits = self._digits[:-1]
        elif key.isdecimal() and len(self._digits) < DIGITS and (self._digits or key != "0"):
            self._digits += key
        self.typed.emit()

    @Slot()
    def jump(self) -> None:
        """Open the article on the pad."""
        if self.target >= 0:
            if self._trail and self._phase == "jump":
                self._phase = self._trail.pop()
            self.show(self.target)

    # --- search -----------------------------------------------------------------------------------------------------

    @Property(str, notify=asked)
    def query(self) -> str:
        """What is searched for."""
        return self._query

    @Property(QObject, constant=True)
    def results(self) -> Rows:
        """Articles with matches: `article`, `label`, `snippet`, `count`."""
        return self._results

    @Property(int, notify=asked)
    def matchCount(self) -> int:
        """Matches in the document."""
        return len(self._matches)

    @Property(str, notify=asked)
    def foundLine(self) -> str:
        """How much was found."""
        if not self._query.strip():
            return self.tr("写两三个字，比如“工资”")
        if not self._matches:
            return self.tr("没有“%1”").replace("%1", self._query.strip())
        said = self.tr("%1 处，在 %2 条里").replace("%1", str(len(self._matches)))
        return said.replace("%2", str(len(self._found)))

    @Property(bool, notify=turned)
    def searching(self) -> bool:
        """The article on the screen shows matches, and the buttons go from one to the next."""
        return self._match >= 0

    @Property(str, notify=turned)
    def matchLine(self) -> str:
        """第 3 处，共 12 处."""
        said = self.tr("第 %1 处，共 %2 处").replace("%1", str(self._match + 1))
        return said.replace("%2", str(len(self._matches)))

    @Property(int, notify=turned)
    def matchOffset(self) -> int:
        """Where the match stands in the article's text, as QML counts; -1 for none, or when it is in the plain words."""
        if not self.searching or self._matches[self._match].article != self._at:
            return -1
        return find.offset(self._d.articles[self._at], self._matches[self._match])

    @Property(bool, notify=turned)
    def matchPlain(self) -> bool:
        """The match stands in the plain words of the article on the screen."""
        return self.searching and self._matches[self._match].article == self._at and self.matchOffset < 0

    @Property(bool, notify=turned)
    def matchBefore(self) -> bool:
        """There is a match before this one."""
        return self._match > 0

    @Property(bool, notify=turned)
    def matchAfter(self) -> bool:
        """There is a match after this one."""
        return 0 <= self._match < len(self._matches) - 1

    @Slot(str)
    def ask(self, said: str) -> None:
        """The search field holds `said` now."""
        if said == self._query:
            return
        self._query = said
        self._folded = self._folded or find.fold(self._d.articles)
        self._matches = find.find(self._folded, said)
        self._match = -1
        self._found = []
        for n, match in enumerate(self._matches):
            if not self._found or self._matches[self._found[-1][0]].article != match.article:
                self._found.append((n, 0))
            self._found[-1] = (self._found[-1][0], self._found[-1][1] + 1)
        self._results.reset(len(self._found))
        self.asked.emit()

    @Slot(int)
    def showResult(self, place: int) -> None:
        """Open a result at its first match."""
        if 0 <= place < len(self._found):
            self._see(self._found[place][0])

    @Slot(int)
    def stepMatch(self, step: int) -> None:
        """To the match before or after."""
        if self.searching and 0 <= self._match + step < len(self._matches):
            self._see(self._match + step)

    # --- comparison -------------------------------------------------------------------------------------------------

    @Property("QVariantList", constant=True)
    def pairs(self) -> list[dict[str, str]]:
        """What can be compared: `older`, `newer`, `text`."""
        versions = self._d.versions
        return [
            {
                "older": versions[c.older].name,
                "newer": versions[c.newer].name,
                "text": f"{versions[c.older].name} → {versions[c.newer].name}",
            }
            for c in self._d.comparisons
        ]

    @Property("QVariantList", constant=True)
    def versions(self) -> list[dict[str, Any]]:
        """All versions by age: `name`, `days`, `number`, and its own mark."""
        now, out = self.services.clock.now(), []
        for v in self._d.versions:
            kind = standing(v.in_force, v.until, now, self.header.published)
            since = self.tr("%1起").replace("%1", words.day(v.in_force, self._lang))
            days = self.tr("%1起，到%2").replace("%1", words.day(v.in_force, self._lang)) if v.until else since
            days = days.replace("%2", words.day(v.until, self._lang))
            out.append({"name": v.name, "days": days, "number": v.number, **self._said(kind, version=True)})
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
    def comparison(self) -> Rows:
        """Its rows: `change`, `word`, `tone`, `label`, `pieces`, `article`."""
        return self._comparison_rows

    @Property(int, notify=compared)
    def comparedAt(self) -> int:
        """The row the buttons have gone to."""
        return self._row

    @Property(str, notify=compared)
    def comparedLine(self) -> str:
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
    def choosePair(self, pair: int) -> None:
        """Compare two other versions."""
        if 0 <= pair < len(self._d.comparisons) and pair != self._pair:
            self._pair = pair
            self._filter()

    @Slot()
    def toggleEvery(self) -> None:
        """Only what was changed, or everything."""
        self._every = not self._every
        self._filter()

    @Slot(int)
    def stepChange(self, step: int) -> None:
        """To the change before or after."""
        if self._comparison is None:
            return
        at = self._row + step
        while 0 <= at < len(self._shown) and self._comparison.rows[self._shown[at]].change == "same":
            at += step
        if 0 <= at < len(self._shown):
            self._row = at
            self.compared.emit()

    @Slot()
    def compareHere(self) -> None:
        """What was changed in the article on the screen."""
        if self.wasChanged and self._d.comparisons:
            if self._pair:
                self._pair = 0
                self._filter()
            rows = self._d.comparisons[0].rows
            self._row = next((n for n, place in enumerate(self._shown) if rows[place].article == self._at), 0)
            self.compared.emit()
            self._go("compare")

    # --- inner ------------------------------------------------------------------------------------------------------

    @property
    def _comparison(self) -> Comparison | None:
        return self._d.comparisons[self._pair] if self._d.comparisons else None

    def _go(self, phase: str) -> None:
        if phase != self._phase:
            if phase in self._trail:  # the same page is never twice on the way back
                del self._trail[self._trail.index(phase) :]
            else:
                self._trail.append(self._phase)
            self._phase = phase
        self.turned.emit()

    def _forget(self) -> None:
        """No search any more."""
        self._match = -1
        if self._query:
            self.ask("")
            self._articles.look_again()

    def _see(self, match: int) -> None:
        self._match = match
        self._at = self._matches[match].article
        self._articles.look_again()
        self._go("article")

    def _filter(self) -> None:
        self._row = 0
        rows = self._comparison.rows if self._comparison else ()
        self._shown = [n for n, r in enumerate(rows) if self._every or r.change != "same"]
        self._comparison_rows.reset(len(self._shown))
        self.compared.emit()

    def _level(self) -> int:
        return min((p.level for p in self._d.parts if p.level >= 2), default=1)

    def _chapters(self) -> list[int]:
        return [p.first for p in self._d.parts if p.level == self._level()]

    def _end(self, part: int) -> int:
        """Index behind the last article of a part."""
        parts = self._d.parts
        later = (p.first for p in parts[part + 1 :] if p.level <= parts[part].level)
        end = next(later, self.total)
        while end > parts[part].first + 1 and self._d.articles[end - 1].part < 0:
            end -= 1
        return end

    def _said(self, kind: Standing, *, version: bool = False) -> dict[str, str]:
        """A mark in words, icon and tone."""
        ended = self.tr("已被修改") if version else self.tr("已经废止")
        return {
            "inforce": {"tone": "done", "icon": "check", "text": self.tr("现行有效")},
            "coming": {"tone": "doing", "icon": "", "text": self.tr("还没施行")},
            "repealed": {"tone": "bad", "icon": "", "text": ended},
            "unknown": {"tone": "", "icon": "", "text": self.tr("请看日期")},
        }[kind]

    def _gone(self, a: Article) -> bool:
        """Whether this article alone does not hold any more, as far as the clock can say."""
        if a.about.mark != "repealed":
            return False
        day = a.about.marked
        return not day or standing("", day, self.services.clock.now(), self.header.published) == "repealed"

    def _dated(self, kind: Standing, day: str) -> str:
        if not day:
            return ""
        said = self.tr("%1废止") if kind == "repealed" else self.tr("%1起施行")
        return said.replace("%1", words.day(day, self._lang))

    def _content_row(self, place: int) -> dict[str, Any]:
        part, first, end = self._outline[place]
        marked = sum(self._gone(a) for a in self._d.articles[first:end])
        changed = sum(n in self._changed for n in range(first, end))
        status = ""
        if marked:
            status = self.tr("%1 条废止").replace("%1", str(marked)) if part >= 0 else self.tr("已经废止")
        elif changed:
            status = self.tr("改过 %1 条").replace("%1", str(changed)) if part >= 0 else self.tr("改过")
        row: dict[str, Any] = {"article": first, "status": status, "level": 2}
        if part >= 0:
            p = self._d.parts[part]
            return {**row, "title": words.part_line(p, self._lang), "note": words.span(self._d, first, end, self._lang),
                    "level": p.level}  # fmt: skip
        a = self._d.articles[first]
        begins = a.about.title or next(iter(a.paragraphs), "")
        return {**row, "title": words.label(a, self._lang), "note": begins}

    def _article_row(self, place: int) -> dict[str, Any]:
        a = self._d.articles[place]
        mine = [m for m in self._matches if m.article == place] if self.searching else []
        here = self._matches[self._match] if self.searching else None

        def line(n: int, text: str) -> str:
            return find.marked(text, [m for m in mine if m.line == n], here)

        return {
            "article": place,
            "label": words.label(a, self._lang),
            "title": a.about.title,
            "paragraphs": [line(n, p) for n, p in enumerate(a.paragraphs)],
            "plain": [line(len(a.paragraphs) + n, p) for n, p in enumerate(a.plain)],
            "aside": self.repealed or self._gone(a),
            "note": a.about.note,
            "spoken": self._spoken(a),
        }

    def _spoken(self, a: Article) -> str:
        return "\n".join((words.label(a, self._lang), *a.paragraphs, *a.plain))

    def _result_row(self, place: int) -> dict[str, Any]:
        first, count = self._found[place]
        match = self._matches[first]
        a = self._d.articles[match.article]
        return {
            "article": match.article,
            "label": words.label(a, self._lang),
            "snippet": find.snippet(a, match),
            "count": self.tr("%1 处").replace("%1", str(count)),
            "plain": match.line >= len(a.paragraphs),
        }

    def _comparison_row(self, place: int) -> dict[str, Any]:
        comparison = self._comparison
        assert comparison is not None
        row = comparison.rows[self._shown[place]]
        old, new = (words.translated_label(text, self._lang) for text in (row.old, row.new))
        pieces = row.pieces
        if not pieces and row.article >= 0:
            pieces = ("=" + "\n".join(self._d.articles[row.article].paragraphs),)
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
