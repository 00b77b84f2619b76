"""The view model that most of the administrator's pages are: facts on the wall, rows to choose from, acts in the tray."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.text import Lang
from kiosk.jobs import Lanes
from kiosk.state.pin import AdminPin

QML_IMPORT_NAME = "kiosk.screens.admin.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page of the administrator is given.

    Args:
        note: writes an act and its detail into the record of the administrator's acts.
        enter: opens another of these pages, past the number pad when a higher PIN is needed.
        home: back to the visitors.
        say: shows a notice: title, note, tone.
    """

    site: str
    clock: Clock
    pin: AdminPin
    lanes: Lanes
    lang: Callable[[], Lang]
    note: Callable[[str, str], None]
    enter: Callable[[str], None]
    home: Callable[[], None]
    back: Callable[[], None]
    say: Callable[[str, str, str], None]

    def failed(self, error: KioskError) -> None:
        """Say that something did not work."""
        self.say(error.message(self.lang()), error.hint(self.lang()), "bad")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `tone`: `good`, `bad`, `off` or empty."""

    key: str
    title: str
    note: str = ""
    status: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One button of the tray. `tone`: `red` (one a page), `sheet` or `ink`."""

    key: str
    text: str
    tone: str = "sheet"
    icon: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Wall:
    """What the wall says of the page, or of the row that was chosen.

    Args:
        head: one line in Song.
        big: what is read off from a distance: a fingerprint, a value.
        lines: sentences below.
    """

    head: str = ""
    big: str = ""
    lines: tuple[str, ...] = ()
    finding: tuple[str, str, str] = ("", "", "info")


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be confirmed before it is done."""

    words: str
    yes: str
    then: Callable[[], None] = field(compare=False)


@QmlElement
@QmlUncreatable("derived by each page")
class DeskViewModel(QObject):
    """Pages say what they are by overriding the plain methods; QML reads the properties.

    Args:
        desk: what the page is given.
    """

    changed = Signal()
    rowsChanged = Signal()
    tabsChanged = Signal()
    buttonsChanged = Signal()
    duty = True
    patient = True
    room = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.picked = ""
        self.asked: Question | None = None
        self.writing = False
        self.written = ""
        self._shown: tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]] = ([], [], [])
        self.changed.connect(self._compare)

    @Slot()
    def _compare(self) -> None:
        """Lists are made anew on the glass only when they differ: nothing goes away under a finger."""
        before, self._shown = self._shown, (self._rows(), self._tabs(), self._buttons())
        for old, new, signal in zip(
            before, self._shown, (self.rowsChanged, self.tabsChanged, self.buttonsChanged), strict=True
        ):
            if old != new:
                signal.emit()

    def leave(self) -> None:
        """The page goes away."""

    # said by the page

    def heading(self) -> str:
        """The title: what was found, or what the page is."""
        return ""

    def wall(self) -> Wall:
        """The wall."""
        return Wall()

    def listed(self) -> list[Row]:
        """The list."""
        return []

    def tabbed(self) -> list[tuple[str, str, bool]]:
        """Chips above the acts: key, words, whether it is on."""
        return []

    def acts(self) -> list[Act]:
        """What can be done."""
        return []

    def said(self) -> str:
        """A line above the acts."""
        return ""

    def do(self, key: str) -> None:
        """An act was touched."""

    def turn(self, key: str) -> None:
        """A chip was touched."""

    def finish(self) -> None:
        """What was written is confirmed."""

    def latin(self) -> bool:
        """Whether letters are written rather than Chinese."""
        return False

    # a line of text

    def write(self, first: str = "") -> None:
        """Let a line be written on the wall."""
        self.writing, self.written = True, first
        self.changed.emit()

    @Property(bool, notify=changed)
    def typing(self) -> bool:
        """A line is being written."""
        return self.writing

    @Property(bool, notify=changed)
    def typesLatin(self) -> bool:
        """In letters."""
        return self.latin()

    @Property(str, notify=changed)
    def typed(self) -> str:
        """The line."""
        return self.written

    @Slot(str)
    def keepTyped(self, text: str) -> None:
        """The line is now this."""
        self.written = text

    @Slot()
    def confirm(self) -> None:
        """The keyboard's red key."""
        if self.writing and self.allowed():
            self.finish()
            self.changed.emit()

    def step_back(self) -> bool:
        """The back cell puts the pen down first."""
        if self.writing or self.asked is not None:
            self.writing, self.asked = False, None
            self.changed.emit()
            return True
        return False

    # read by QML

    @Property(str, notify=changed)
    def title(self) -> str:
        """On the wall."""
        return self.heading()

    @Property(str, notify=changed)
    def place(self) -> str:
        """Whose screen, and when."""
        now = self.desk.clock.now().astimezone()
        when = self.tr("%1月%2日").replace("%1", str(now.month)).replace("%2", str(now.day))
        return f"{self.desk.site}  {when} {now:%H:%M}"

    @Property(str, notify=changed)
    def head(self) -> str:
        """One line in Song."""
        return self.wall().head

    @Property(str, notify=changed)
    def big(self) -> str:
        """What is read from a distance."""
        return self.wall().big

    @Property("QStringList", notify=changed)
    def lines(self) -> list[str]:
        """Sentences."""
        return list(self.wall().lines)

    @Property("QStringList", notify=changed)
    def finding(self) -> list[str]:
        """Title, note and tone of what somebody should know; an empty title: nothing."""
        return list(self.wall().finding)

    @Property("QVariantList", notify=rowsChanged)
    def rows(self) -> list[dict[str, Any]]:
        """The list."""
        return self._rows()

    def _rows(self) -> list[dict[str, Any]]:
        return [
            {"key": r.key, "title": r.title, "note": r.note, "status": r.status, "tone": r.tone} for r in self.listed()
        ]

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The row that the wall tells about."""
        return self.picked

    @Property("QVariantList", notify=tabsChanged)
    def tabs(self) -> list[dict[str, Any]]:
        """Chips."""
        return self._tabs()

    def _tabs(self) -> list[dict[str, Any]]:
        return [{"key": key, "text": text, "on": on} for key, text, on in self.tabbed()]

    @Property("QVariantList", notify=buttonsChanged)
    def buttons(self) -> list[dict[str, Any]]:
        """The tray's buttons: the answers while something is asked."""
        return self._buttons()

    def _buttons(self) -> list[dict[str, Any]]:
        if self.asked is not None:
            found = [Act("no", self.tr("不了")), Act("yes", self.asked.yes, "red")]
        else:
            found = self.acts()
        return [{"key": a.key, "text": a.text, "tone": a.tone, "icon": a.icon, "enabled": a.enabled} for a in found]

    @Property(str, notify=changed)
    def note(self) -> str:
        """The line above the buttons."""
        return self.asked.words if self.asked is not None else self.said()

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """Something is to be confirmed."""
        return self.asked is not None

    @Slot(str)
    def pick(self, key: str) -> None:
        """A row was touched."""
        self.asked, self.writing = None, False
        self.picked = "" if key == self.picked else key
        self.changed.emit()

    @Slot(str)
    def tab(self, key: str) -> None:
        """A chip was touched."""
        self.asked = None
        self.turn(key)
        self.changed.emit()

    @Slot(str)
    def act(self, key: str) -> None:
        """A button was touched; nothing when this role may not."""
        if self.asked is not None:
            asked, self.asked = self.asked, None
            if key == "yes" and self.allowed():
                asked.then()
        elif any(a.key == key and a.enabled for a in self.acts()):
            self.do(key)
        self.changed.emit()

    def allowed(self) -> bool:
        """Whether whoever stands here may do what this page does."""
        return self.desk.pin.may(self.room)

    def ask(self, words: str, yes: str, then: Callable[[], None]) -> None:
        """Ask before something is done that cannot be taken back."""
        self.asked = Question(words, yes, then)
        self.changed.emit()
