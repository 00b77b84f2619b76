"""The Qt half of the kit for kinds: what a view model gets, and what it may ask the house for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalog.cards import Akin, Card, Opened, PersonCard
from kiosk.core.clock import Clock
from kiosk.core.kind import Kind
from kiosk.core.text import Lang
from kiosk.jobs import Err, Lanes, Ok, Result
from kiosk.sdk.narrator import Narrator
from kiosk.settings.pin import Answer as PinAnswer

if TYPE_CHECKING:
    from kiosk.records import Pages, Rule

T = TypeVar("T")
QML_IMPORT_NAME = "kiosk.sdk"
QML_IMPORT_MAJOR_VERSION = 1

__all__ = [
    "Akin", "Card", "Door", "Err", "ItemViewModel", "Navigator", "Ok", "Opened", "PersonCard", "PinAnswer", "Recorder",
    "Result", "Services", "card_data", "file_url",
]  # fmt: skip


class Navigator(Protocol):
    """What a screen may ask of the shell."""

    def openItem(self, uid: str) -> None:
        """Show an item on top of this page."""

    def back(self) -> None:
        """Leave this page."""

    def startLecture(self, uid: str) -> None:
        """Hold a lecture on this machine's screens, past the PIN when there is one."""

    def rehearseLecture(self, uid: str) -> None:
        """Go through a lecture without an audience, past the PIN when there is one."""

    def hangWall(self, uid: str) -> None:
        """Hang this item over the whole screen of a hall, past the PIN when there is one; its view model has `hang`."""

    def say(self, title: str, note: str = "", tone: str = "info") -> None:
        """Show a notice: tone `good`, `bad` or `info`."""

    def keepAwake(self, holder: str, on: bool) -> None:
        """While any holder keeps it awake (a playing video), the kiosk does not count as idle."""

    def atStake(self, holder: str, on: bool) -> None:
        """While a holder has something to lose (an unfinished quiz), idle asks before it resets."""


class Recorder(Protocol):
    """Where results go, for good, the moment they are given."""

    def append(self, kind: str, uid: str, payload: Mapping[str, Any]) -> None:
        """Queue one record; it is committed on the `db` lane."""

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
        apart: bool = False,
    ) -> None:
        """Commit one record, then say so: thank nobody before `done` hears `Ok`.

        Args:
            done: hears `Ok(sequence)` when the record is on the disk, `Err` when it is not and never will be.
            person: worker number, card or name; the book keeps a keyed hash of it only.
            once: a second record of that name is not written; `done` hears the sequence of the first.
            rule: looks at the book in the same transaction and may refuse by raising a `KioskError`.
            apart: what may be anonymous: without the visit, and with the hour only, so that nothing ties it to what the
                same visitor did under a name.
        """

    def ask(self, question: Callable[[Pages], T], done: Callable[[Result[T]], None]) -> None:
        """Answer a question about the book on the `db` lane."""


class Door(Protocol):
    """The administrator's PIN, for an act of a kind that somebody has to answer for."""

    @property
    def is_set(self) -> bool:
        """False: no PIN was chosen, and nobody can answer."""

    def check(self, pin: str, done: Callable[[Result[PinAnswer]], None]) -> None:
        """Try a PIN for this one act; no door is opened by it. Nothing happens while one is being checked."""


@dataclass(frozen=True, slots=True)
class Services:
    """The house, as a kind sees it."""

    navigator: Navigator
    narrator: Narrator
    recorder: Recorder
    lanes: Lanes
    clock: Clock
    lang: Callable[[], Lang]
    software: bool
    """No GPU: video goes through the painted surface."""
    seed: Callable[[], int]
    """A fresh random seed; fixed in tests and tours."""
    visit: Callable[[], str] = lambda: ""
    """Id of this visit, for what may be done once in it; no person."""
    door: Door | None = None
    """The administrator's PIN; None where there is none."""


def file_url(path: str) -> QUrl:
    """URL of an absolute path; an empty URL for an empty path."""
    return QUrl.fromLocalFile(path) if path else QUrl()


def card_data(card: Card) -> dict[str, Any]:
    """A card as QML reads it."""
    return {
        "uid": card.uid, "kind": card.kind, "condition": card.condition, "title": card.title, "name": card.name,
        "subtitle": card.subtitle, "trade": card.trade, "era": card.era, "series": card.series, "episode": card.episode,
        "seconds": card.seconds, "listen": card.listen, "square": file_url(card.square), "thumb": file_url(card.thumb),
    }  # fmt: skip


@QmlElement
@QmlUncreatable("derived by each kind")
class ItemViewModel(QObject):
    """Base of each kind's view model.

    Args:
        opened: the item; `opened.condition` is `ok`.
        content: the kind's dataclass, already decoded.
        kind: the kind.
        services: the house.
    """

    over = Signal()
    """The item has come to its end by itself, and offers nothing to go on with."""

    def __init__(
        self, opened: Opened, content: Any, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self.header = opened.document.header
        self.kind = kind
        self.services = services
        self._seen: float | None = None

    def seen_share(self) -> float | None:
        """How much of the page has been on the screen, 0 to 1, for the record of the view; None where nothing tells it."""
        return self._seen

    @Slot(float)
    def sawTo(self, share: float) -> None:
        """The page has been seen down to here; `design/SeenTo.qml` tells it."""
        if 0 <= share <= 1:
            self._seen = max(self._seen or 0.0, share)

    @Property(str, constant=True)
    def tag(self) -> str:
        """Name of the room."""
        return self.kind.title(self.services.lang())

    @Property(str, constant=True)
    def title(self) -> str:
        """Title in one line."""
        return self.header.title

    @Property(str, constant=True)
    def display(self) -> str:
        """Title with line feeds where it breaks by meaning."""
        return self.header.display or self.header.title

    @Property(str, constant=True)
    def subtitle(self) -> str:
        """The line under the title; may be empty."""
        return self.header.subtitle

    @Property(QUrl, constant=True)
    def poster(self) -> QUrl:
        """The poster; empty when there is none."""
        return self.media(self.header.cover.poster) if self.header.cover else QUrl()

    @Property(str, constant=True)
    def posterAlt(self) -> str:
        """What the poster shows, in words."""
        return self.header.cover.alt if self.header.cover else ""

    @Property("QVariantList", constant=True)
    def akin(self) -> list[dict[str, Any]]:
        """What belongs to this item across kinds, best first, as `card_data`."""
        return [card_data(a.card) for a in self.opened.akin if a.card.condition == "ok"]

    def media(self, path: str) -> QUrl:
        """File URL of a pack path of this item; empty when the pack does not hold it."""
        return file_url(self.opened.media.get(path, ""))

    def narration_title(self) -> str:
        """What the skirting calls this page while it is read aloud."""
        return self.header.name or self.header.title

    def listen(self) -> bool:
        """Start reading this page aloud (the skirting's listen cell). False when it has no narration."""
        return False

    def can_listen(self) -> bool:
        """Whether `listen` would do anything."""
        return False

    def step_back(self) -> bool:
        """The skirting's back cell: one step back inside the page. False when there is none, and the page is left."""
        return False

    def hand_over(self) -> Any:
        """What the visitor has begun here, for the same page in another language; None for nothing.

        Whoever gives it has it no longer: `leave`, which follows, finds nothing to lose.
        """
        return None

    def go_on(self, begun: Any) -> None:
        """Go on with what `hand_over` gave; called once, when the page is up."""

    def leave(self) -> None:
        """The page is going away for good: stop timers and players."""
