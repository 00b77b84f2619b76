"""Reading aloud: one player that goes on while the visitor browses elsewhere."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

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
@QmlUncreatable("made by the app")  # stub gap: the decorator takes a reason
class Narrator(QObject):
    """Plays one `Track`. QtMultimedia is imported at the first `play`."""

    trackChanged = Signal()
    playingChanged = Signal()
    sentenceChanged = Signal()
    positionChanged = Signal()
    rateChanged = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._track: Track | None = None
        self._player: QMediaPlayer | None = None
        self._playing = False
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

    @Property(int, notify=trackChanged)
    def duration(self) -> int:
        """Length in ms."""
        return self._track.duration if self._track else 0

    @Property(int, notify=trackChanged)
    def count(self) -> int:
        """Number of sentences."""
        return len(self._track.starts) if self._track else 0

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
        """Start or go on."""
        if self._track is None:
            return
        player = self._ready_player()
        if player.source() != self._track.url:
            player.setSource(self._track.url)
            player.setPlaybackRate(self._rate)
            if self._position:
                player.setPosition(self._position)
        elif self._position >= self._track.duration - 50:
            player.setPosition(0)
        player.play()
        self._set_playing(True)

    @Slot()
    def pause(self) -> None:
        """Stop speaking, keep the place."""
        if self._player is not None:
            self._player.pause()
        self._set_playing(False)

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
        if self._player is not None and self._player.source() == self._track.url:
            self._player.setPosition(self._position)
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
        if rate == self._rate:
            return
        self._rate = rate
        if self._player is not None:
            self._player.setPlaybackRate(rate)
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

    def _halt(self) -> None:
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())
        self._set_playing(False)

    def _ready_player(self) -> QMediaPlayer:
        if self._player is None:
            from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

            self._player = QMediaPlayer(self)
            self._player.setAudioOutput(QAudioOutput(self._player))
            self._player.positionChanged.connect(self._moved)
            self._player.mediaStatusChanged.connect(self._status)
            self._player.errorOccurred.connect(self._error)
        return self._player

    @Slot("qlonglong")
    def _moved(self, ms: int) -> None:
        if self._track is None or not self._playing:
            return
        self._position = ms
        self.positionChanged.emit()
        self._follow()

    def _follow(self) -> None:
        if self._track is not None:
            self._set_sentence(bisect.bisect_right(self._track.starts, self._position) - 1)

    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == type(status).EndOfMedia and self._playing:
            self._set_playing(False)
            self.finished.emit()

    def _error(self, _code: object, message: str) -> None:
        self._set_playing(False)
        self.failed.emit(message)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playingChanged.emit()

    def _set_sentence(self, index: int) -> None:
        if index != self._sentence:
            self._sentence = index
            self.sentenceChanged.emit()
