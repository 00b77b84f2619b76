"""Reading aloud: one reader that goes on while the visitor browses elsewhere."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "kiosk.sdk"
QML_IMPORT_MAJOR_VERSION = 1

RATES = (0.8, 1.0, 1.2, 1.5)


@dataclass(frozen=True, slots=True)
class Track:
    """One narration.

    Args:
        uid: the item it belongs to.
        title: what the mini player shows.
        url: the audio file.
        starts: start of each sentence, ms, ascending.
        duration: ms.
    """

    uid: str
    title: str
    url: QUrl
    starts: tuple[int, ...]
    duration: int


@QmlElement
@QmlUncreatable("made by the app")
class Narrator(QObject):
    """Knows what is read and where; the player itself is `NarratorDeck.qml`, loaded at the first `play`.

    A QMediaPlayer made in Python can freeze the GUI: an FFmpeg thread waits for the GIL while it holds a lock of Qt. One
    that QML makes has no Python side.
    """

    trackChanged = Signal()
    playingChanged = Signal()
    sentenceChanged = Signal()
    positionChanged = Signal()
    rateChanged = Signal()
    usedChanged = Signal()
    finished = Signal()
    failed = Signal(str)
    # To the deck.
    playRequested = Signal()
    pauseRequested = Signal()
    stopRequested = Signal()
    seekRequested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._track: Track | None = None
        self._playing = False
        self._used = False
        self._position = 0
        self._sentence = -1
        self._rate = 1.0

    @Property(str, notify=trackChanged)
    def uid(self) -> str:
        """Item being read, or empty."""
        return self._track.uid if self._track else ""

    @Property(str, notify=trackChanged)
    def title(self) -> str:
        """What is being read."""
        return self._track.title if self._track else ""

    @Property(QUrl, notify=trackChanged)
    def source(self) -> QUrl:
        """The recording."""
        return self._track.url if self._track else QUrl()

    @Property(int, notify=trackChanged)
    def duration(self) -> int:
        """Length in ms."""
        return self._track.duration if self._track else 0

    @Property(int, notify=trackChanged)
    def count(self) -> int:
        """Number of sentences."""
        return len(self._track.starts) if self._track else 0

    @Property(bool, notify=usedChanged)
    def used(self) -> bool:
        """Somebody has listened since the start: the deck is needed."""
        return self._used

    @Property(bool, notify=playingChanged)
    def playing(self) -> bool:
        """Whether it is speaking now."""
        return self._playing

    @Property(int, notify=positionChanged)
    def position(self) -> int:
        """Position in ms."""
        return self._position

    @Property(int, notify=sentenceChanged)
    def sentence(self) -> int:
        """Index of the sentence being read; -1 before the first."""
        return self._sentence

    @Property(float, notify=rateChanged)
    def rate(self) -> float:
        """Speed, 0.8 to 1.5."""
        return self._rate

    def load(self, track: Track) -> None:
        """Take up another narration, paused at its start. The same item is left where it is."""
        if self._track is not None and self._track.uid == track.uid and self._track.url == track.url:
            return
        self._halt()
        self._track = track
        self._position = 0
        self._set_sentence(-1)
        self.trackChanged.emit()
        self.positionChanged.emit()

    @Slot()
    def play(self) -> None:
        """Start or go on; from the start when it had come to the end."""
        if self._track is None:
            return
        if self._position >= self._track.duration - 50:
            self.seek(0)
        self._set_playing(True)
        if not self._used:
            self._used = True
            self.usedChanged.emit()
        self.playRequested.emit()

    @Slot()
    def pause(self) -> None:
        """Stop speaking, keep the place."""
        self._set_playing(False)
        self.pauseRequested.emit()

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self._playing:
            self.pause()
        else:
            self.play()

    @Slot(int)
    def seek(self, ms: int) -> None:
        """Go to a place in ms."""
        if self._track is None:
            return
        self._position = max(0, min(ms, self._track.duration))
        self.seekRequested.emit(self._position)
        self.positionChanged.emit()
        self._follow()

    @Slot(int)
    def seekSentence(self, index: int) -> None:
        """Go to the start of a sentence and read on from there."""
        if self._track is None or not self._track.starts:
            return
        self.seek(self._track.starts[max(0, min(index, len(self._track.starts) - 1))])
        self.play()

    @Slot()
    def nextSentence(self) -> None:
        """Skip this sentence."""
        self.seekSentence(self._sentence + 1)

    @Slot()
    def previousSentence(self) -> None:
        """Hear the sentence before once more."""
        self.seekSentence(max(0, self._sentence - 1))

    @Slot()
    def nextRate(self) -> None:
        """Step through the speeds: 1, 1.2, 1.5, 0.8."""
        self.setRate(RATES[(RATES.index(self._rate) + 1) % len(RATES)] if self._rate in RATES else 1.0)

    def setRate(self, rate: float) -> None:
        """Set the speed."""
        if rate != self._rate:
            self._rate = rate
            self.rateChanged.emit()

    @Slot()
    def stop(self) -> None:
        """Forget the track: the visit is over."""
        self._halt()
        self._track = None
        self._position = 0
        self._set_sentence(-1)
        self.setRate(1.0)
        self.trackChanged.emit()
        self.positionChanged.emit()

    # --- from the deck ----------------------------------------------------------------------------------------------

    @Slot(int)
    def moved(self, ms: int) -> None:
        """The player has come to `ms`."""
        if self._track is not None and self._playing and ms != self._position:
            self._position = ms
            self.positionChanged.emit()
            self._follow()

    @Slot()
    def ended(self) -> None:
        """The player has come to the end."""
        if self._playing and self._track is not None:
            self._position = self._track.duration
            self.positionChanged.emit()
            self._set_playing(False)
            self.finished.emit()

    @Slot(str)
    def broken(self, message: str) -> None:
        """The player cannot play the recording."""
        self._set_playing(False)
        self.failed.emit(message)

    def _halt(self) -> None:
        self.stopRequested.emit()
        self._set_playing(False)

    def _follow(self) -> None:
        if self._track is not None:
            self._set_sentence(bisect.bisect_right(self._track.starts, self._position) - 1)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playingChanged.emit()

    def _set_sentence(self, index: int) -> None:
        if index != self._sentence:
            self._sentence = index
            self.sentenceChanged.emit()
