"""The series of a programme: its episodes, and the next one, which begins by itself unless somebody minds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang
from kiosk.kinds.segment.countdown import Countdown
from kiosk.kinds.segment.episodes import Episode, after, another
from kiosk.kinds.segment.transcript import clock_words, numeral
from kiosk.sdk.ui import Navigator, Services

QML_IMPORT_NAME = "kiosk.kinds.segment"
QML_IMPORT_MAJOR_VERSION = 1

NEXT_AFTER_MS = 8_000


@QmlElement
@QmlUncreatable("made by the app")
class SeriesViewModel(QObject):
    """Episodes. `changed` while the next one is about to begin."""

    changed = Signal()

    def __init__(self, uid: str, episodes: tuple[Episode, ...], services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._uid = uid
        self._lang: Lang = services.lang()
        self._navigator: Navigator = services.navigator
        self._episodes = episodes
        self._next = after(episodes, uid)
        self._countdown = Countdown(NEXT_AFTER_MS, services.clock, self)
        self._countdown.moved.connect(self.changed)
        self._countdown.done.connect(self.playNext)

    @property
    def instead(self) -> Episode | None:
        """What to watch when this one cannot be played."""
        return another(self._episodes, self._uid)

    @Property("QVariantList", constant=True)
    def episodes(self) -> list[dict[str, Any]]:
        """This series; empty when there is nothing but this one."""
        if len(self._episodes) < 2:
            return []
        return [
            {
                "uid": one.uid,
                "title": one.title,
                "numeral": numeral(one.episode or place, self._lang),
                "clock": clock_words(one.seconds * 1000) if one.seconds else "",
                "here": one.uid == self._uid,
            }
            for place, one in enumerate(self._episodes, 1)
        ]

    @Property(str, constant=True)
    def nextTitle(self) -> str:
        """Title of the next programme; empty after the last."""
        return self._next.title if self._next else ""

    @Property(bool, notify=changed)
    def offering(self) -> bool:
        """Whether the next programme is about to begin."""
        return self._countdown.running()

    @Property(float, notify=changed)
    def offerShare(self) -> float:
        """How much of the countdown is over."""
        return self._countdown.share()

    @Property(int, notify=changed)
    def offerSeconds(self) -> int:
        """Seconds until the next programme."""
        return self._countdown.left()

    @Slot(str)
    def openEpisode(self, uid: str) -> None:
        """Watch another programme of the series."""
        if uid != self._uid:
            self._navigator.openItem(uid)

    @Slot()
    def playNext(self) -> None:
        """Watch the next programme now."""
        self._countdown.stop()
        if self._next:
            self._navigator.openItem(self._next.uid)

    @Slot()
    def cancelNext(self) -> None:
        """Stay here."""
        self._countdown.stop()

    def offer(self) -> bool:
        """Count down to the next programme; False when there is none."""
        if self._next:
            self._countdown.start()
        return self._next is not None

    def stay(self) -> None:
        """Whatever was touched, the next programme does not begin by itself any more."""
        self._countdown.stop()
