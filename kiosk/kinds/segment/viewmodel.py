"""The player of one programme: what its screen shows and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.kind import Kind
from kiosk.kinds.segment.countdown import Countdown
from kiosk.kinds.segment.episodes import Episode, after, another, series
from kiosk.kinds.segment.model import Segment
from kiosk.kinds.segment.playback import Playback
from kiosk.kinds.segment.resume import ResumeBook
from kiosk.kinds.segment.transcript import clock_words, cues_for, line_at, lines, numeral, spoken
from kiosk.kinds.segment.watchdog import Fault
from kiosk.sdk.narrator import Narrator
from kiosk.sdk.ui import ItemViewModel, Opened, Services

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

QML_IMPORT_NAME = "kiosk.kinds.segment"
QML_IMPORT_MAJOR_VERSION = 1

AWAKE = "segment"
NEXT_AFTER_MS = 8_000
WATCHED_STEP_MS = 1_000


class VisitBook(QObject):
    """The resume book of a running kiosk; a child of its narrator, whose empty track marks the end of a visit."""

    def __init__(self, narrator: Narrator) -> None:
        super().__init__(narrator)
        self.book = ResumeBook()
        self._narrator = narrator
        narrator.trackChanged.connect(self._track)

    @staticmethod
    def of(narrator: Narrator) -> VisitBook:
        """The one of this narrator."""
        found = narrator.findChild(VisitBook)
        return found if isinstance(found, VisitBook) else VisitBook(narrator)

    def _track(self) -> None:
        if not self._narrator.uid:
            self.book.clear()


@QmlElement
@QmlUncreatable("made by the app")
class SegmentViewModel(ItemViewModel):
    """`phase` is `ready`, `playing`, `paused`, `ended` or `fault`."""

    phaseChanged = Signal()
    positionChanged = Signal()
    durationChanged = Signal()
    captionChanged = Signal()
    captionsOnChanged = Signal()
    lineChanged = Signal()
    pictureChanged = Signal()
    nextChanged = Signal()

    def __init__(
        self, opened: Opened, content: Segment, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._segment = content
        self._lang = services.lang()
        self._url = self.media(content.media)
        self._cues = cues_for(content, self._lang)
        self._lines = lines(self._cues, content.chapters)
        this = Episode(opened.uid, self.header.title, self.header.episode, self.header.seconds, self.header.series)
        self._episodes = series(this, opened.series or opened.related, kind.key)
        self._next = after(self._episodes, opened.uid)
        self._phase = "ready"
        self._fault: Fault | None = None
        self._duration = content.duration_ms
        self._captions_on = True
        self._caption = ("", "")
        self._line = -1
        self._surface = False
        self._pictured = False
        self._shown = False
        self._awake = False
        self._watched_ms = 0
        self._player: Playback | None = None
        self._countdown = Countdown(NEXT_AFTER_MS, services.clock, self)
        self._countdown.moved.connect(self.nextChanged)
        self._countdown.done.connect(self.playNext)
        self._visit_book = VisitBook.of(services.narrator)
        self._visit = self._visit_book.book.visit
        self._position = self._visit_book.book.place(opened.uid)
        services.narrator.playingChanged.connect(self._narrator_spoke)
        services.narrator.trackChanged.connect(self._visit_may_be_over)
        self._speak()

    # --- what never changes -----------------------------------------------------------------------------------------

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

    @Property(bool, constant=True)
    def hasCaptions(self) -> bool:
        """Whether there is anything to show under the picture."""
        return bool(self._cues)

    @Property("QVariantList", constant=True)
    def cuts(self) -> list[int]:
        """Starts of the chapters, ms."""
        return [chapter.at_ms for chapter in self._segment.chapters]

    @Property("QVariantList", constant=True)
    def transcript(self) -> list[dict[str, Any]]:
        """Lines to read and to touch; chapter titles have a `numeral`."""
        return [
            {
                "start": line.start_ms,
                "clock": clock_words(line.start_ms),
                "text": line.text,
                "numeral": numeral(line.number, self._lang) if line.number else "",
            }
            for line in self._lines
        ]

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
                "here": one.uid == self.opened.uid,
            }
            for place, one in enumerate(self._episodes, 1)
        ]

    # --- what changes -----------------------------------------------------------------------------------------------

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        """`ready`, `playing`, `paused`, `ended` or `fault`."""
        return self._phase

    @Property(str, notify=phaseChanged)
    def faultTitle(self) -> str:
        """What happened, when `phase` is `fault`."""
        if self._fault is Fault.CUT:
            return self.tr("这一段后面放不出来")
        return self.tr("这一段放不出来") if self._fault else ""

    @Property(str, notify=phaseChanged)
    def faultNote(self) -> str:
        """What is offered instead."""
        instead = another(self._episodes, self.opened.uid)
        return self.tr("可以看《%1》").replace("%1", instead.title) if instead else self.tr("别的节目都能看")

    @Property(str, notify=phaseChanged)
    def faultAction(self) -> str:
        """The way out."""
        return self.tr("换一段") if another(self._episodes, self.opened.uid) else self.tr("返回")

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

    @Property(str, notify=captionChanged)
    def caption(self) -> str:
        """What is being said; may be empty."""
        return self._caption[0]

    @Property(str, notify=captionChanged)
    def captionBefore(self) -> str:
        """What was said before it."""
        return self._caption[1]

    @Property(bool, notify=captionsOnChanged)
    def captionsOn(self) -> bool:
        """Whether captions are shown."""
        return self._captions_on

    @Property(int, notify=lineChanged)
    def line(self) -> int:
        """Row of `transcript` being spoken; -1 before the first."""
        return self._line

    @Property(bool, notify=pictureChanged)
    def surface(self) -> bool:
        """Whether a player (and a surface for its film) is wanted."""
        return self._surface

    @Property(bool, notify=pictureChanged)
    def pictured(self) -> bool:
        """Whether the film shows a picture; the poster until then."""
        return self._pictured

    @Property(str, constant=True)
    def nextTitle(self) -> str:
        """Title of the next programme; empty after the last."""
        return self._next.title if self._next else ""

    @Property(bool, notify=nextChanged)
    def offering(self) -> bool:
        """Whether the next programme is about to begin."""
        return self._countdown.running()

    @Property(float, notify=nextChanged)
    def offerShare(self) -> float:
        """How much of the countdown is over."""
        return self._countdown.share()

    @Property(int, notify=nextChanged)
    def offerSeconds(self) -> int:
        """Seconds until the next programme."""
        return self._countdown.left()

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
        self._countdown.stop()
        self._keep_place()
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
        self._countdown.stop()
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
        self._countdown.stop()
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
        if 0 <= row < len(self._lines):
            self.seek(self._lines[row].start_ms)
            if self._phase != "playing":
                self.play()

    @Slot()
    def toggleCaptions(self) -> None:
        """Captions on or off."""
        self._captions_on = not self._captions_on
        self.captionsOnChanged.emit()

    @Slot(str)
    def openEpisode(self, uid: str) -> None:
        """Watch another programme of the series."""
        if uid != self.opened.uid:
            self.services.navigator.openItem(uid)

    @Slot()
    def playNext(self) -> None:
        """Watch the next programme now."""
        self._countdown.stop()
        if self._next:
            self.services.navigator.openItem(self._next.uid)

    @Slot()
    def cancelNext(self) -> None:
        """Stay here."""
        self._countdown.stop()

    @Slot()
    def instead(self) -> None:
        """The way out of a fault."""
        other = another(self._episodes, self.opened.uid)
        if other:
            self.services.navigator.openItem(other.uid)
        else:
            self.services.navigator.back()

    def leave(self) -> None:
        """The page is going away for good."""
        self.services.narrator.playingChanged.disconnect(self._narrator_spoke)
        self.services.narrator.trackChanged.disconnect(self._visit_may_be_over)
        self.hide()
        self._record(False)

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

    def _moved(self, ms: int) -> None:
        step = ms - self._position
        if self._phase == "playing" and 0 < step < WATCHED_STEP_MS:
            self._watched_ms += step
        self._set_position(ms)

    def _go(self, ms: int) -> None:
        self._set_position(ms)
        if self._player is not None:
            self._player.seek(ms)

    def _set_position(self, ms: int) -> None:
        if ms != self._position:
            self._position = ms
            self.positionChanged.emit()
            self._speak()

    def _speak(self) -> None:
        caption = spoken(self._cues, self._position)
        if caption != self._caption:
            self._caption = caption
            self.captionChanged.emit()
        line = line_at(self._lines, self._position)
        if line != self._line:
            self._line = line
            self.lineChanged.emit()

    def _measured(self, ms: int) -> None:
        if ms > 0 and ms != self._duration:
            self._duration = ms
            self.durationChanged.emit()

    def _has_picture(self) -> None:
        self._pictured = True
        self.pictureChanged.emit()

    def _ended(self) -> None:
        self._set_position(self._duration)
        self._enter("ended")
        self._keep_place()
        self._record(True)
        if self._next:
            self._countdown.start()
        else:
            self.over.emit()

    def _failed(self, fault: Fault) -> None:
        self._fault = fault
        self._put_away()
        self._enter("fault")

    def _keep_place(self) -> None:
        self._visit_book.book.keep(self._visit, self.opened.uid, self._position, self._duration)

    def _record(self, finished: bool) -> None:
        """One record for each time it was watched: at its end, or when the page is left."""
        if self._watched_ms > 0 or finished:
            payload = {"item": self.opened.uid, "watched_ms": self._watched_ms, "finished": finished}
            self.services.recorder.append(self.kind.key, self.opened.uid, payload)
        self._watched_ms = 0

    def _narrator_spoke(self) -> None:
        if self.services.narrator.playing:
            self.pause()

    def _visit_may_be_over(self) -> None:
        """The record belongs to this visit, so it is written before the page is left."""
        if not self.services.narrator.uid:
            self.pause()
            self._record(False)
