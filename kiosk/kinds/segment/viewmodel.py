"""The player of one programme: what its screen shows and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.kind import Kind
from kiosk.kinds.segment.episodes import Episode, series
from kiosk.kinds.segment.faultmodel import FaultViewModel
from kiosk.kinds.segment.model import Segment
from kiosk.kinds.segment.playback import Playback
from kiosk.kinds.segment.seriesmodel import SeriesViewModel
from kiosk.kinds.segment.speechmodel import SpeechViewModel
from kiosk.kinds.segment.transcript import clock_words
from kiosk.kinds.segment.watchdog import Fault
from kiosk.kinds.segment.watched import Watched
from kiosk.sdk.ui import ItemViewModel, Opened, Services

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

QML_IMPORT_NAME = "kiosk.kinds.segment"
QML_IMPORT_MAJOR_VERSION = 1

AWAKE = "segment"


@QmlElement
@QmlUncreatable("made by the app")
class SegmentViewModel(ItemViewModel):
    """`phase` is `ready`, `playing`, `paused`, `ended` or `fault`."""

    phaseChanged = Signal()
    positionChanged = Signal()
    durationChanged = Signal()
    pictureChanged = Signal()

    def __init__(
        self, opened: Opened, content: Segment, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._segment = content
        self._url = self.media(content.media)
        self._speech = SpeechViewModel(content, services.lang(), self)
        this = Episode(opened.uid, self.header.title, self.header.episode, self.header.seconds, self.header.series)
        episodes = series(this, opened.series or opened.related, kind.key)
        self._series = SeriesViewModel(opened.uid, episodes, services, self)
        self._fault = FaultViewModel(self._series, services.navigator, self)
        self._phase = "ready"
        self._duration = content.duration_ms
        self._surface = False
        self._pictured = False
        self._shown = False
        self._awake = False
        self._player: Playback | None = None
        self._watched = Watched(kind.key, opened.uid, services)
        self._position = self._watched.place
        services.narrator.playingChanged.connect(self._narrator_spoke)
        services.narrator.trackChanged.connect(self._visit_may_be_over)
        self._speech.at(self._position)

    @Property(SpeechViewModel, constant=True)
    def speech(self) -> SpeechViewModel:
        """What is being said."""
        return self._speech

    @Property(SeriesViewModel, constant=True)
    def series(self) -> SeriesViewModel:
        """The programmes around this one."""
        return self._series

    @Property(FaultViewModel, constant=True)
    def fault(self) -> FaultViewModel:
        """What is said when it cannot be played."""
        return self._fault

    @Property(str, constant=True)
    def about(self) -> str:
        """The introduction."""
        return self._segment.about

    @Property(bool, constant=True)
    def video(self) -> bool:
        """A film; otherwise sound only."""
        return self._segment.video

    @Property(bool, constant=True)
    def software(self) -> bool:
        """Which surface shows the film."""
        return self.services.software

    @Property("QVariantList", constant=True)
    def cuts(self) -> list[int]:
        """Starts of the chapters, ms."""
        return [chapter.at_ms for chapter in self._segment.chapters]

    # --- what changes -----------------------------------------------------------------------------------------------

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        """`ready`, `playing`, `paused`, `ended` or `fault`."""
        return self._phase

    @Property(int, notify=positionChanged)
    def position(self) -> int:
        """Where it is, ms."""
        return self._position

    @Property(str, notify=positionChanged)
    def clock(self) -> str:
        """Where it is, in words."""
        return clock_words(self._position, padded=True)

    @Property(int, notify=durationChanged)
    def duration(self) -> int:
        """How long it is, ms; 0 while unknown."""
        return self._duration

    @Property(str, notify=durationChanged)
    def length(self) -> str:
        """How long it is, in words."""
        return self.tr("共 %1").replace("%1", clock_words(self._duration, padded=True)) if self._duration else ""

    @Property(bool, notify=pictureChanged)
    def surface(self) -> bool:
        """Whether a player (and a surface for its film) is wanted."""
        return self._surface

    @Property(bool, notify=pictureChanged)
    def pictured(self) -> bool:
        """Whether the film shows a picture; the poster until then."""
        return self._pictured

    # --- what can be done -------------------------------------------------------------------------------------------

    @Slot()
    def show(self) -> None:
        """The page is on the screen: begin, the first time."""
        if not self._shown:
            self._shown = True
            self.play()

    @Slot()
    def hide(self) -> None:
        """Another page covers this one: hold the place, let go of the player."""
        self._series.stay()
        self._watched.keep(self._position, self._duration)
        self._put_away()
        if self._phase == "playing":
            self._enter("paused")

    @Slot(QObject)
    def attach(self, player: QMediaPlayer) -> None:
        """QML has made the player that `surface` asked for."""
        if self._surface and self._player is None:
            self._begin(player)

    @Slot()
    def play(self) -> None:
        """Start, go on, or start again from the beginning."""
        if self._phase == "fault":
            return
        self._series.stay()
        self.services.narrator.pause()
        if not self._url.isValid() or self._url.isEmpty():
            self._failed(Fault.MISSING)
            return
        if self._phase == "ended":
            self._go(0)
        self._enter("playing")
        if self._player is not None:
            self._player.play()
        elif not self._surface:
            # Registers the painted surface and the player's type, which `attach` is called with.
            from kiosk.design.video import painted  # noqa: F401

            self._surface = True
            self.pictureChanged.emit()

    @Slot()
    def pause(self) -> None:
        """Hold the place and the picture."""
        if self._phase == "playing":
            if self._player is not None:
                self._player.pause()
            self._enter("paused")

    @Slot()
    def toggle(self) -> None:
        """The red button."""
        if self._phase == "playing":
            self.pause()
        else:
            self.play()

    @Slot(int)
    def seek(self, ms: int) -> None:
        """Go to a place."""
        if self._phase == "fault" or self._duration <= 0:
            return
        self._series.stay()
        self._go(max(0, min(ms, self._duration)))
        if self._phase == "ended":
            self._enter("paused")

    @Slot(int)
    def skip(self, ms: int) -> None:
        """Go on or back by a stretch."""
        self.seek(self._position + ms)

    @Slot(int)
    def jump(self, row: int) -> None:
        """Go to a line of the transcript and play on from there."""
        start = self._speech.start(row)
        if start is not None:
            self.seek(start)
            if self._phase != "playing":
                self.play()

    def leave(self) -> None:
        """The page is going away for good."""
        self.services.narrator.playingChanged.disconnect(self._narrator_spoke)
        self.services.narrator.trackChanged.disconnect(self._visit_may_be_over)
        self.hide()
        self._watched.record(finished=False)

    # --- inner ------------------------------------------------------------------------------------------------------

    def _begin(self, player: QMediaPlayer) -> None:
        self._player = Playback(player, self._url, self._position, self.services.clock, self)
        self._player.moved.connect(self._moved)
        self._player.measured.connect(self._measured)
        self._player.pictured.connect(self._has_picture)
        self._player.ended.connect(self._ended)
        self._player.failed.connect(self._failed)
        if self._phase == "playing":
            self._player.play()

    def _put_away(self) -> None:
        player, self._player = self._player, None
        if player is not None:
            player.close()
        if self._surface or self._pictured:
            self._surface = self._pictured = False
            self.pictureChanged.emit()

    def _enter(self, phase: str) -> None:
        if phase == self._phase:
            return
        self._phase = phase
        awake = phase == "playing"
        if awake != self._awake:
            self._awake = awake
            self.services.navigator.keepAwake(AWAKE, awake)
        self.phaseChanged.emit()

    @Slot(int)
    def _moved(self, ms: int) -> None:
        if self._phase == "playing":
            self._watched.step(ms - self._position)
        self._set_position(ms)

    def _go(self, ms: int) -> None:
        self._set_position(ms)
        if self._player is not None:
            self._player.seek(ms)

    def _set_position(self, ms: int) -> None:
        if ms != self._position:
            self._position = ms
            self.positionChanged.emit()
            self._speech.at(ms)

    @Slot(int)
    def _measured(self, ms: int) -> None:
        if ms > 0 and ms != self._duration:
            self._duration = ms
            self.durationChanged.emit()

    @Slot()
    def _has_picture(self) -> None:
        self._pictured = True
        self.pictureChanged.emit()

    @Slot()
    def _ended(self) -> None:
        self._set_position(self._duration)
        self._enter("ended")
        self._watched.keep(self._position, self._duration)
        self._watched.record(finished=True)
        if not self._series.offer():
            self.over.emit()

    @Slot(object)
    def _failed(self, fault: Fault) -> None:
        self._fault.tell(fault)
        self._put_away()
        self._enter("fault")

    @Slot()
    def _narrator_spoke(self) -> None:
        if self.services.narrator.playing:
            self.pause()

    @Slot()
    def _visit_may_be_over(self) -> None:
        """The record belongs to this visit, so it is written before the page is left."""
        if not self.services.narrator.uid:
            self.pause()
            self._watched.record(finished=False)
