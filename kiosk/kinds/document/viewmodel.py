"""A law on the screen: which page is up, and what its parts say to each other."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.document.articlemodel import ArticleViewModel
from kiosk.kinds.document.comparemodel import CompareViewModel
from kiosk.kinds.document.covermodel import CoverViewModel
from kiosk.kinds.document.findmodel import FindViewModel
from kiosk.kinds.document.jumpmodel import JumpViewModel
from kiosk.kinds.document.marks import Marks
from kiosk.kinds.document.model import Document
from kiosk.kinds.document.reader import Reader
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.document"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class DocumentViewModel(ItemViewModel):
    """The law reader. `turned` when another page or article is on the screen."""

    turned = Signal()

    def __init__(
        self, opened: Opened, content: Document, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        lang = services.lang()
        self._reader = Reader(content, self.header.title, lang, self)
        marks = Marks(content, self.header.published, services.clock, lang, self)
        self._cover = CoverViewModel(self._reader, marks, next(iter(opened.links), None), self)
        self._search = FindViewModel(self._reader, self)
        self._article = ArticleViewModel(self._reader, marks, self._search, self)
        self._pad = JumpViewModel(self._reader, self)
        self._changes = CompareViewModel(self._reader, marks, self)
        self._reader.turned.connect(self.turned)

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`contents`, `article`, `jump`, `find` or `compare`."""
        return self._reader.phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self._reader.lang == "zh"

    @Property(str, constant=True)
    def official(self) -> str:
        """Full official title."""
        return self._reader.document.official

    @Property(int, constant=True)
    def total(self) -> int:
        """Number of articles, annexes included."""
        return self._reader.total

    @Property(CoverViewModel, constant=True)
    def cover(self) -> CoverViewModel:
        """The document as a whole."""
        return self._cover

    @Property(ArticleViewModel, constant=True)
    def article(self) -> ArticleViewModel:
        """The article on the screen."""
        return self._article

    @Property(FindViewModel, constant=True)
    def search(self) -> FindViewModel:
        """The search inside it."""
        return self._search

    @Property(JumpViewModel, constant=True)
    def pad(self) -> JumpViewModel:
        """The number pad."""
        return self._pad

    @Property(CompareViewModel, constant=True)
    def changes(self) -> CompareViewModel:
        """What was changed."""
        return self._changes

    @Slot()
    def start(self) -> None:
        """Read from the first article."""
        self._reader.show(0)

    @Slot(int)
    def show(self, article: int) -> None:
        """Open an article."""
        self._reader.show(article)

    @Slot(str)
    def to(self, phase: str) -> None:
        """Another page: `contents`, `jump`, `find`, `compare`."""
        if phase == "contents":
            self._reader.home()
        elif phase == "jump":
            self._pad.begin()
        else:
            self._reader.go(phase)

    @Slot(str)
    def openItem(self, uid: str) -> None:
        """Go on with another item."""
        self.services.navigator.openItem(uid)

    def step_back(self) -> bool:
        """To the page this one was opened from."""
        return self._reader.back()
