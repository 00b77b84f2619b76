"""A window with the quiz screen in it, and a house that remembers what it was asked for."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from kiosk import kinds
from kiosk.core.errors import KioskError
from kiosk.core.item import Cover, Header, ItemDocument
from kiosk.design import assets, icons  # noqa: F401  registers what kiosk.design's QML is made of
from kiosk.jobs import Err, Ok, Result
from kiosk.kinds.quiz import KIND
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.quiz.viewmodel import QuizViewModel
from kiosk.records import Pages, RecordBook, Rule
from kiosk.records.row import Record
from kiosk.sdk.narrator import Narrator
from kiosk.sdk.ui import Card, Opened, PinAnswer, Services

ROOT = Path(kinds.__file__).parents[2]
SCREEN = ROOT / "kiosk/kinds/quiz/QuizScreen.qml"
T = TypeVar("T")
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
TOUCH = QTest.createTouchDevice()

_STAGE = """
import QtQuick
import kiosk.design

Rectangle {
    id: root
    property alias screen: loader.item
    property bool night: false
    property int readSize: 1
    property bool calm: true
    color: Theme.paper
    Binding { target: Theme; property: "night"; value: root.night }
    Binding { target: Theme; property: "readSize"; value: root.readSize }
    Binding { target: Theme; property: "calm"; value: root.calm }
    Binding { target: Theme; property: "landscape"; value: root.width > root.height }
    function load(url: url, vm: QtObject): void { loader.setSource(url, { vm: vm }); }
    Loader { id: loader; width: root.width; height: root.height - Theme.skirting }
    Rectangle { y: root.height - height; width: root.width; height: Theme.skirting; color: Theme.ink
        Rectangle { width: parent.width; height: Theme.strip; color: Theme.gold } }
}
"""


@dataclass
class Hand:
    """A clock turned by hand."""

    seconds: float = 1000.0
    day: datetime = datetime(2026, 11, 22, 4, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.day + timedelta(seconds=self.seconds)


@dataclass
class House:
    """Navigator and recorder."""

    opened: list[str] = field(default_factory=list)
    stakes: list[bool] = field(default_factory=list)
    records: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    backs: int = 0
    book: RecordBook | None = None
    folder: TemporaryDirectory[str] | None = None
    lazy: bool = False
    waiting: list[Callable[[], None]] = field(default_factory=list)
    pin: str = "2468"
    wrong_pins: int = 0

    @property
    def is_set(self) -> bool:
        return bool(self.pin)

    def check(self, pin: str, done: Callable[[Result[PinAnswer]], None]) -> None:
        self.wrong_pins = 0 if pin == self.pin else self.wrong_pins + 1
        answer = PinAnswer(ok=pin == self.pin, tries_left=5 - self.wrong_pins, locked_seconds=0)
        self._tell(lambda: answer, done)

    def openItem(self, uid: str) -> None:
        self.opened.append(uid)

    def back(self) -> None:
        self.backs += 1

    def say(self, title: str, note: str = "", tone: str = "info") -> None:
        raise AssertionError(title)

    def keepAwake(self, holder: str, on: bool) -> None:
        raise AssertionError(holder)

    def atStake(self, holder: str, on: bool) -> None:
        assert holder == "quiz"
        self.stakes.append(on)

    def append(self, kind: str, uid: str, payload: Mapping[str, Any]) -> None:
        self.records.append((kind, uid, dict(payload)))
        self.submit(kind, uid, payload, lambda told: None)

    def submit(
        self,
        kind: str,
        uid: str,
        payload: Mapping[str, Any],
        done: Callable[[Result[int]], None],
        *,
        person: str = "",
        once: str = "",
        rule: Rule | None = None,
    ) -> None:
        now = datetime.now(UTC)
        entry = Record("visit", uid, kind, 1, now, 0.0, True, dict(payload), person, once)
        self._tell(lambda: self.open_book().append(entry, rule), done)

    def ask(self, question: Callable[[Pages], T], done: Callable[[Result[T]], None]) -> None:
        self._tell(lambda: self.open_book().ask(question), done)

    def open_book(self) -> RecordBook:
        """The real book, in a folder of its own."""
        if self.book is None:
            self.folder = TemporaryDirectory()
            self.book = RecordBook(Path(self.folder.name) / "records.db")
        return self.book

    def _tell(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """Like the lanes: the answer comes after the call has returned."""
        try:
            told: Result[T] = Ok(work())
        except KioskError as error:
            told = Err(error)
        if self.lazy:
            self.waiting.append(lambda: done(told))
        else:
            QTimer.singleShot(0, lambda: done(told))


class Stage:
    """The screen in a real window, driven by touches and keys."""

    def __init__(
        self,
        size: tuple[int, int],
        quiz: Quiz,
        *,
        header: Header | None = None,
        related: Sequence[Card] = (),
        media: Mapping[str, str] | None = None,
        seed: int = 7,
        night: bool = False,
    ) -> None:
        self.clock = Hand()
        self.house = House()
        assets.load_fonts()
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(ROOT))
        self.warnings: list[str] = []
        self.engine.warnings.connect(lambda found: self.warnings.extend(w.toString() for w in found))
        self.narrator = Narrator()
        services = Services(
            navigator=self.house,
            narrator=self.narrator,
            recorder=self.house,
            lanes=cast("Any", None),
            clock=cast("Any", self.clock),
            lang=lambda: "zh",
            software=True,
            seed=lambda: seed,
            door=self.house,
        )
        document = ItemDocument(1, "quiz", 1, "five", "zh", header or Header("劳动常识五题", "劳动常识\n五题"), {})
        opened = Opened("basics/five", "ok", document, dict(media or {}), tuple(related))
        self.vm = QuizViewModel(opened, quiz, KIND, services)
        self.view = QQuickView(self.engine, None)  # type: ignore[call-overload]  # the stub wants a window
        component = QQmlComponent(self.engine)
        component.setData(_STAGE.encode(), QUrl.fromLocalFile(str(ROOT / "stage.qml")))
        root = component.createWithInitialProperties({"night": night})
        assert isinstance(root, QQuickItem), component.errorString()
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.setContent(component.url(), component, root)
        self.root = root
        self._component = component
        self.view.resize(*size)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)
        root.load(QUrl.fromLocalFile(str(SCREEN)), self.vm)  # type: ignore[attr-defined]
        self.settle()

    def close(self) -> None:
        """Take the window down, the screen before what it shows."""
        self.vm.leave()
        self.view.close()
        self.root.load(QUrl(), None)  # type: ignore[attr-defined]
        QTest.qWait(0)
        self.view.deleteLater()
        QTest.qWait(0)
        if self.house.book is not None:
            self.house.book.close()

    def settle(self) -> None:
        """Let bindings, layout and one frame happen; pass the time in which a new page ignores taps."""
        self.clock.seconds += 1
        QTest.qWait(1)
        QTest.qWait(1)
        self.view.grabWindow()

    def find(self, name: str) -> QQuickItem | None:
        """The shown item with this object name."""
        return next((i for i in self._shown(self.view.contentItem()) if i.objectName() == name), None)

    def item(self, name: str) -> QQuickItem:
        """The shown item with this object name; it must be there."""
        found = self.find(name)
        assert found is not None, f"{name} is not on the screen, only {sorted(set(self.names()))}"
        return found

    def names(self) -> list[str]:
        """Object names of all that is shown."""
        return [i.objectName() for i in self._shown(self.view.contentItem()) if i.objectName()]

    def texts(self) -> list[str]:
        """Every text a visitor sees, without line breaks."""
        said = (i.property("text") for i in self._shown(self.view.contentItem()))
        return [t.replace("\n", "") for t in said if isinstance(t, str) and t]

    def text(self, name: str) -> str:
        """The text of one item, without line breaks."""
        return str(self.item(name).property("text")).replace("\n", "")

    def box(self, item: QQuickItem) -> tuple[float, float, float, float]:
        """Left, top, right and bottom on the window."""
        at = item.mapToScene(QPointF(0, 0))
        return at.x(), at.y(), at.x() + item.width(), at.y() + item.height()

    def touch(self, name: str) -> None:
        """A finger on the middle of an item."""
        left, top, right, bottom = self.box(self.item(name))
        self.touch_at(QPoint(round((left + right) / 2), round((top + bottom) / 2)))

    def touch_at(self, point: QPoint) -> None:
        """A finger at a place of the window."""
        QTest.touchEvent(self.view, TOUCH).press(0, point, self.view).commit()
        QTest.touchEvent(self.view, TOUCH).release(0, point, self.view).commit()
        self.settle()

    def key(self, key: Qt.Key) -> None:
        """A key of a keyboard."""
        QTest.keyClick(self.view, key)
        self.settle()

    def choose(self, option: str) -> None:
        """Touch the option with these words."""
        self.touch(f"quiz.option.{self.vm.question.options.index(option)}")

    def wait(self, seconds: float) -> None:
        """Turn the clock and let the countdown look at it."""
        self.clock.seconds += seconds
        seen = self.vm.question.secondsLeft
        for _ in range(100):
            QTest.qWait(20)
            if self.vm.question.secondsLeft != seen:
                break
        self.settle()

    def shot(self, path: str) -> None:
        """A picture of the window."""
        QTest.qWait(60)
        self.settle()
        assert self.view.grabWindow().save(path)

    def _shown(self, item: QQuickItem) -> list[QQuickItem]:
        if not item.isVisible():
            return []
        found = [item]
        for child in item.childItems():
            found += self._shown(child)
        return found


def cover(path: Path) -> tuple[Cover, dict[str, str]]:
    """A cover whose pictures are all one file."""
    return Cover("p.png", "s.png", "t.png", "海报"), {n: str(path) for n in ("p.png", "s.png", "t.png")}
