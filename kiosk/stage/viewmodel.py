"""The stage as its windows see it: one view model for the audience and the console."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import Clock
from kiosk.core.text import Lang
from kiosk.kinds.lecture.model import Lecture
from kiosk.sdk.ui import Recorder
from kiosk.stage import run as happening
from kiosk.stage.deck import Deck
from kiosk.stage.keys import Command
from kiosk.stage.lacks import WILL_NOT_PLAY
from kiosk.stage.live.viewmodel import LiveViewModel
from kiosk.stage.pages import Pages
from kiosk.stage.plan import Plan, planned, standing
from kiosk.stage.reel import Reel
from kiosk.stage.run import Event, Picture, Run, Stroke, happen
from kiosk.stage.soundcheck import SoundCheck

QML_IMPORT_NAME = "kiosk.stage"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 1_000
LONGEST_TICK_S = 30.0
"""A machine that was asleep for longer was not lecturing."""
KEEP_EVERY_MS = 5_000
"""The place in a medium and the watch are kept so often; everything else at once."""
_SIZES = (30, 36, 42, 50, 60)
_TOOLS = ("", "pointer", "pen", "marker", "zoom")


@QmlElement
@QmlUncreatable("made by the stagehand")
class StageViewModel(QObject):
    """What is shown, and what the speaker can do."""

    kept = Signal(object, bool)
    """The run changed; `True` when it must be kept at once."""
    left = Signal()
    swapWanted = Signal()
    stepChanged = Signal()
    pictureChanged = Signal()
    coverChanged = Signal()
    strokesChanged = Signal()
    drawingChanged = Signal()
    regionChanged = Signal()
    timeChanged = Signal()
    toolChanged = Signal()
    panelChanged = Signal()
    notesChanged = Signal()
    screensChanged = Signal()
    pagesChanged = Signal()
    reelChanged = Signal()
    pointerChanged = Signal()
    warningChanged = Signal()
    lackChanged = Signal()

    def __init__(
        self,
        title: str,
        lecture: Lecture,
        deck: Deck,
        pages: Pages,
        run: Run,
        clock: Clock,
        lang: Lang,
        *,
        software: bool,
        recorder: Recorder | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.deck = deck
        self.run = run
        self._live = LiveViewModel(
            title, lecture.steps, deck.loaded.contents, lambda: self.run, self._do, lang, recorder=recorder, parent=self
        )
        self.plan: Plan = planned(tuple(s.minutes for s in lecture.steps), lecture.minutes)
        self._title = title
        self._sound = SoundCheck(pages.lanes, clock.monotonic, self)
        self._pages = pages
        self._clock = clock
        self._lang = lang
        self._software = software
        self._two = False
        self._tool = ""
        self._panel = ""
        self._raised = False
        self._warning = ""
        self.typing = False
        """Somebody types: all keys but a clicker's belong to the field."""
        self._drawing: list[QPointF] = []
        self._pointer = QPointF()
        self._pointing = False
        self._shown = -1
        self._revision = 0
        self._reels = [Reel(self), Reel(self)]
        for reel in self._reels:
            reel.phaseChanged.connect(self._reel_phase)
        for told in (self.stepChanged, self.pagesChanged, self.reelChanged):
            told.connect(self.lackChanged)
        self._at = clock.monotonic()
        self._kept_at = self._at
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._tick.start()
        pages.drawn.connect(self._drawn)
        self._want_pages()

    # --- the lecture ------------------------------------------------------------------------------------------------

    @Property(str, constant=True)
    def title(self) -> str:
        """Of the lecture."""
        return self._title

    @Property(LiveViewModel, constant=True)
    def live(self) -> LiveViewModel:
        """The audience's part."""
        return self._live

    @Property(SoundCheck, constant=True)
    def sound(self) -> SoundCheck:
        """Whether the loudspeakers work."""
        return self._sound

    @Property(bool, constant=True)
    def software(self) -> bool:
        """No GPU."""
        return self._software

    @Property(int, constant=True)
    def count(self) -> int:
        """Steps."""
        return len(self.run.steps)

    @Property("QVariantList", constant=True)
    def rows(self) -> list[dict[str, Any]]:
        """The list of steps."""
        return self.deck.rows()

    @Slot(int, result="QVariantMap")
    def slide(self, index: int) -> dict[str, Any]:
        """What a step looks like."""
        return self.deck.slide(index)

    @Property(int, notify=stepChanged)
    def index(self) -> int:
        """The speaker's step."""
        return self.run.index

    @Property("QVariantMap", notify=stepChanged)
    def current(self) -> dict[str, Any]:
        """Its slide."""
        return self.deck.slide(self.run.index)

    @Property("QVariantMap", notify=stepChanged)
    def following(self) -> dict[str, Any]:
        """The slide after it; empty at the end."""
        return self.deck.slide(self.run.index + 1)

    @Property("QVariantList", notify=stepChanged)
    def notes(self) -> list[dict[str, str]]:
        """Notes of this step."""
        return self.deck.notes(self.run.index)

    @Property("QStringList", notify=stepChanged)
    def mustSay(self) -> list[str]:
        """What must be said at this step."""
        return self.deck.must_say(self.run.index)

    @Property(str, notify=lackChanged)
    def lack(self) -> str:
        """What of this step cannot be shown, for the speaker; the audience sees its title."""
        index = self.run.index
        key, reel = self.deck.page(index), self.reel
        fault = self._pages.fault(key) if key else None
        if fault is not None:
            return fault.message(self._lang)
        if reel is not None and reel.step == index and reel.phase == "failed":
            return WILL_NOT_PLAY(self._lang)
        return self.deck.lack(index)

    @Property(int, notify=notesChanged)
    def notesSize(self) -> int:
        """Pixels."""
        return _SIZES[self.run.notes]

    # --- what the audience sees -------------------------------------------------------------------------------------

    @Property(int, notify=pictureChanged)
    def seen(self) -> int:
        """The step on the audience's screen."""
        return self.run.seen.index

    @Property(bool, notify=pictureChanged)
    def held(self) -> bool:
        """Whether the audience keeps its picture."""
        return self.run.held is not None

    @Property(str, notify=coverChanged)
    def screen(self) -> str:
        """`show`, `black` or `white`."""
        return self.run.screen

    @Property("QVariantList", notify=strokesChanged)
    def strokes(self) -> list[dict[str, Any]]:
        """Drawn on the audience's picture."""
        return _lines(self.run.seen.strokes)

    @Property("QVariantList", notify=strokesChanged)
    def ownStrokes(self) -> list[dict[str, Any]]:
        """Drawn on the speaker's step."""
        return _lines(self.run.own.strokes)

    @Property("QVariantList", notify=drawingChanged)
    def drawing(self) -> list[QPointF]:
        """The stroke under the finger."""
        return self._drawing

    @Property("QVariantMap", notify=regionChanged)
    def region(self) -> dict[str, float]:
        """Part of the slide on the audience's screen."""
        return _region(self.run.seen)

    @Property("QVariantMap", notify=regionChanged)
    def ownRegion(self) -> dict[str, float]:
        """Part of the speaker's slide that is shown."""
        return _region(self.run.own)

    @Property(bool, notify=regionChanged)
    def zoomed(self) -> bool:
        """Whether the speaker's slide is zoomed."""
        return self.run.region.width < 1.0

    @Property(QPointF, notify=pointerChanged)
    def pointer(self) -> QPointF:
        """Where the pointer is, as shares of the slide."""
        return self._pointer

    @Property(bool, notify=pointerChanged)
    def pointing(self) -> bool:
        """Whether it is seen."""
        return self._pointing

    # --- pages ------------------------------------------------------------------------------------------------------

    @Property(int, notify=pagesChanged)
    def pages(self) -> int:
        """Grows when a page was drawn."""
        return self._revision

    @Slot(int, result=str)
    def pageUrl(self, index: int) -> str:
        """Address of a step's page; empty until it is drawn."""
        key = self.deck.page(index)
        return self._pages.url(key) if key else ""

    @Slot(int, result=bool)
    def pageBroken(self, index: int) -> bool:
        """Whether it never will be."""
        key = self.deck.page(index)
        return key is not None and self._pages.fault(key) is not None

    # --- media ------------------------------------------------------------------------------------------------------

    @Property(Reel, constant=True)
    def firstReel(self) -> Reel:
        """Of the first slide holder."""
        return self._reels[0]

    @Property(Reel, constant=True)
    def secondReel(self) -> Reel:
        """Of the second one."""
        return self._reels[1]

    @Property(Reel, notify=reelChanged)
    def reel(self) -> Reel | None:
        """What plays on the audience's screen; None when its slide has no medium."""
        return next((r for r in self._reels if r.step == self.run.seen.index and r.phase != "idle"), None)

    @Property(bool, notify=stepChanged)
    def medium(self) -> bool:
        """Whether the speaker's step has one."""
        return self._has_medium(self.run.index)

    @Slot(int)
    def shown(self, index: int) -> None:
        """The audience sees a slide now: its medium begins, or goes on where it was."""
        self._shown = index
        self.reelChanged.emit()
        reel = self.reel
        if reel is not None and index == self.run.index:
            if self.run.media_ms > 0 and reel.phase in ("loading", "ready"):
                reel.seek(self.run.media_ms)
            if self.run.playing and self.run.held is None:
                reel.play()

    @Slot()
    def play(self) -> None:
        """Play or pause."""
        reel = self.reel
        if reel is None or reel.step != self.run.index:
            return
        (reel.pause if reel.playing else reel.play)()
        self._do(happening.Media(reel.position, reel.playing))

    @Slot(int)
    def seek(self, ms: int) -> None:
        """Go to a place in the medium."""
        reel = self.reel
        if reel is not None and reel.step == self.run.index:
            reel.seek(ms)
            self._do(happening.Media(ms, reel.playing))

    # --- the watch --------------------------------------------------------------------------------------------------

    @Property(str, notify=timeChanged)
    def leftText(self) -> str:
        """Time left, `18:24`; with a minus when it is over."""
        left = standing(self.plan, self.run.spent, self.run.index).left
        return ("-" if left < 0 else "") + _minutes(abs(left))

    @Property(str, notify=timeChanged)
    def elapsedText(self) -> str:
        """Time since the beginning."""
        return _minutes(self.run.elapsed)

    @Property(str, notify=timeChanged)
    def stepText(self) -> str:
        """Time at this step, and what was planned for it."""
        spent, due = self.run.spent[self.run.index], self.plan.steps[self.run.index]
        return f"{_minutes(spent)} / {_minutes(due)}"

    @Property(str, notify=timeChanged)
    def pace(self) -> str:
        """`early`, `good`, `late` or `over`."""
        return standing(self.plan, self.run.spent, self.run.index).pace

    @Property(str, notify=timeChanged)
    def paceText(self) -> str:
        """The same in words."""
        now = standing(self.plan, self.run.spent, self.run.index)
        if now.left < 0:
            return self.tr("超时了")
        minutes = max(1, round(abs(now.behind) / 60))
        if now.pace == "good":
            return self.tr("正好")
        words = self.tr("快了 %1 分钟") if now.behind < 0 else self.tr("慢了 %1 分钟")
        return words.replace("%1", str(minutes))

    @Property(float, notify=timeChanged)
    def progress(self) -> float:
        """Share of the planned time."""
        return min(1.0, self.run.elapsed / self.plan.whole)

    @Property(str, notify=timeChanged)
    def clockText(self) -> str:
        """The time of day."""
        return self._clock.now().astimezone().strftime("%H:%M")

    @Property(bool, notify=timeChanged)
    def timed(self) -> bool:
        """Whether the watch runs."""
        return self.run.timed

    @Slot()
    def tick(self) -> None:
        """A second has passed, or about that."""
        now = self._clock.monotonic()
        passed, self._at = now - self._at, now
        self.run = happen(self.run, happening.Tick(min(max(0.0, passed), LONGEST_TICK_S)))
        self._follow_reel()
        self.timeChanged.emit()
        if (now - self._kept_at) * 1000 >= KEEP_EVERY_MS:
            self._kept_at = now
            self.kept.emit(self.run, False)

    # --- what the speaker does --------------------------------------------------------------------------------------

    @Slot()
    def next(self) -> None:
        """On; at the end nothing happens."""
        self._go(happening.Go(1))

    @Slot()
    def back(self) -> None:
        """One step back."""
        self._go(happening.Go(-1))

    @Slot(int)
    def jump(self, index: int) -> None:
        """To a step of the list."""
        self._go(happening.Jump(index))
        self.openPanel("")

    @Slot(str)
    def cover(self, screen: str) -> None:
        """Black or white screen, or lift it."""
        if screen in ("black", "white"):
            self._do(happening.Cover("black" if screen == "black" else "white"))

    @Slot()
    def hold(self) -> None:
        """Let the audience keep its picture, or follow again."""
        self._follow_reel()
        self._do(happening.Hold())

    @Slot()
    def reveal(self) -> None:
        """Let the audience see what the speaker sees."""
        self._do(happening.Reveal())

    @Slot()
    def undo(self) -> None:
        """Take the last stroke back."""
        self._do(happening.Undo())

    @Slot()
    def wipe(self) -> None:
        """Take all strokes back."""
        self._do(happening.Wipe())

    @Slot()
    def watch(self) -> None:
        """Stop the watch, or let it go on."""
        self._do(happening.Watch())

    @Slot(int)
    def resize(self, by: int) -> None:
        """Larger or smaller notes."""
        self._do(happening.Notes(by))

    @Slot(float, float, float)
    def zoom(self, x: float, y: float, width: float) -> None:
        """Fill the screen with a part of the slide; a width of 1 is the whole."""
        self._do(happening.Zoom(happening.Region(x, y, width)))
        if self._tool == "zoom":
            self.choose("zoom")

    @Property(str, notify=toolChanged)
    def tool(self) -> str:
        """What a finger on the slide does: `pointer`, `pen`, `marker`, `zoom`, or nothing."""
        return self._tool

    @Slot(str)
    def choose(self, tool: str) -> None:
        """Take a tool; the same again puts it away. Zooming out takes no tool."""
        if tool not in _TOOLS:
            return
        if tool == "zoom" and self.run.region.width < 1.0 and self._tool != "zoom":
            self.zoom(0.0, 0.0, 1.0)
            return
        self._tool = "" if tool == self._tool else tool
        self.lift()
        self.toolChanged.emit()

    @Slot(float, float)
    def press(self, x: float, y: float) -> None:
        """A finger with a tool came down on the slide, at shares of it."""
        if self._tool in ("pen", "marker"):
            self._drawing = [QPointF(x, y)]
            self.drawingChanged.emit()
        elif self._tool == "pointer":
            self._point(x, y)

    @Slot(float, float)
    def move(self, x: float, y: float) -> None:
        """It moved."""
        if self._drawing and len(self._drawing) < happening.MOST_POINTS:
            self._drawing = [*self._drawing, QPointF(x, y)]
            self.drawingChanged.emit()
        elif self._tool == "pointer":
            self._point(x, y)

    @Slot()
    def lift(self) -> None:
        """It left the glass."""
        drawn, self._drawing = self._drawing, []
        if drawn:
            points = tuple(v for p in drawn for v in (p.x(), p.y()))
            self._do(happening.Draw(Stroke("marker" if self._tool == "marker" else "pen", points)))
            self.drawingChanged.emit()
        if self._pointing:
            self._pointing = False
            self.pointerChanged.emit()

    # --- panels and screens -----------------------------------------------------------------------------------------

    @Property(str, notify=panelChanged)
    def panel(self) -> str:
        """What lies over the console: `list`, `live`, `sound`, `leave`, or nothing."""
        return self._panel

    @Slot(str)
    def openPanel(self, panel: str) -> None:
        """Open or close one."""
        if panel != self._panel:
            self._panel = panel
            self.panelChanged.emit()

    @Property(bool, notify=panelChanged)
    def raised(self) -> bool:
        """One screen: the console has come up over the slide."""
        return self._raised

    @Slot(bool)
    def setRaised(self, on: bool) -> None:
        """Bring the console up, or put it away."""
        if on != self._raised:
            self._raised = on
            self.panelChanged.emit()
        if not on:
            self.openPanel("")

    @Property(bool, notify=screensChanged)
    def two(self) -> bool:
        """Whether the audience has a screen of its own."""
        return self._two

    @Property(str, notify=warningChanged)
    def warning(self) -> str:
        """What the speaker should know; never shown to the audience."""
        return self._warning

    def warn(self, words: str) -> None:
        """Tell the speaker."""
        self._warning = words
        self.warningChanged.emit()

    def set_two(self, two: bool) -> None:
        """Screens came or went; what plays goes on in its new window where it was."""
        self._follow_reel()
        if two != self._two:
            self._two = two
            self.screensChanged.emit()
        self._want_pages()

    @Slot()
    def swap(self) -> None:
        """Change the screens over."""
        self.swapWanted.emit()

    @Slot()
    def leave(self) -> None:
        """The lecture is over."""
        self._tick.stop()
        self.tick()
        self.left.emit()

    def obey(self, asked: Command) -> None:
        """A key of the keyboard or the clicker."""
        if asked in ("next", "back", "first", "last"):
            self.openPanel("")
        {
            "next": self.next,
            "back": self.back,
            "first": lambda: self.jump(0),
            "last": lambda: self.jump(len(self.run.steps) - 1),
            "black": lambda: self.cover("black"),
            "white": lambda: self.cover("white"),
            "start": self._present,
            "hold": self.hold,
            "undo": self.undo,
            "larger": lambda: self.resize(1),
            "smaller": lambda: self.resize(-1),
            "pointer": lambda: self.choose("pointer"),
            "pen": lambda: self.choose("pen"),
            "marker": lambda: self.choose("marker"),
            "zoom": lambda: self.choose("zoom"),
            "play": self.play,
            "swap": self.swap,
            "list": self._list,
            "escape": self._escape,
        }[asked]()

    def _present(self) -> None:
        self.reveal()
        if not self.run.timed:
            self.watch()

    def _list(self) -> None:
        self.setRaised(True)
        self.openPanel("" if self._panel == "list" else "list")

    def _escape(self) -> None:
        """One thing back at a time; at last the question whether to leave."""
        if self._panel:
            self.openPanel("")
        elif self._live.target:
            self._live.ask(self._live.target)
        elif self.run.card:
            self._live.close()
        elif self._tool:
            self.choose(self._tool)
        elif self.run.region.width < 1.0:
            self.zoom(0.0, 0.0, 1.0)
        elif self.run.screen != "show" or self.run.held is not None:
            self.reveal()
        elif self._raised and not self._two:
            self.setRaised(False)
        else:
            self.setRaised(True)
            self.openPanel("leave")

    # --- inner ------------------------------------------------------------------------------------------------------

    def _go(self, event: Event) -> None:
        before = self.run.index
        self.lift()
        self._follow_reel()
        after = happen(self.run, event)
        if after.index != before:
            reel = self.reel
            if reel is not None and after.held is None:
                reel.pause()
            if self._has_medium(after.index):
                after = happen(after, happening.Media(0, playing=True))
        self._become(after)

    def _do(self, event: Event) -> None:
        self._become(happen(self.run, event))

    def _become(self, after: Run) -> None:
        before, self.run = self.run, after
        if after is before:
            return
        if after.held is not None and before.held is None and (reel := self.reel) is not None:
            reel.pause()
        moved = after.index != before.index
        for changed, signal in (
            (after.seen.index != before.seen.index or (after.held is None) != (before.held is None), self.pictureChanged),
            (moved, self.stepChanged),
            (after.screen != before.screen, self.coverChanged),
            (after.seen.strokes != before.seen.strokes or after.own.strokes != before.own.strokes, self.strokesChanged),
            (after.seen.region != before.seen.region or after.region != before.region, self.regionChanged),
            (moved or after.timed != before.timed, self.timeChanged),
            (after.notes != before.notes, self.notesChanged),
            (moved, self.reelChanged),
        ):  # fmt: skip
            if changed:
                signal.emit()
        if moved or after.card != before.card or after.live != before.live:
            self._live.moved()
        if moved:
            self._want_pages()
        self.kept.emit(after, True)

    def _has_medium(self, index: int) -> bool:
        return self.deck.slide(index).get("design") in ("film", "sound")

    def _follow_reel(self) -> None:
        """Take the place in the medium into the run."""
        reel = self.reel
        if self.run.held is not None:
            return  # it waits, and goes on where it was when the audience follows again
        if reel is not None and reel.settled and reel.step == self.run.index == self._shown:
            self.run = happen(self.run, happening.Media(reel.position, reel.playing))

    @Slot()
    def _reel_phase(self) -> None:
        self._follow_reel()
        self.reelChanged.emit()

    def _point(self, x: float, y: float) -> None:
        self._pointer, self._pointing = QPointF(x, y), True
        self.pointerChanged.emit()

    def _want_pages(self) -> None:
        self._pages.want(self.deck.around(self.run.index, self.run.seen.index))
        self._revision += 1
        self.pagesChanged.emit()

    @Slot(str)
    def _drawn(self, _name: str) -> None:
        self._revision += 1
        self.pagesChanged.emit()


def _minutes(seconds: float) -> str:
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def _lines(strokes: tuple[Stroke, ...]) -> list[dict[str, Any]]:
    return [
        {"tool": s.tool, "points": [QPointF(x, y) for x, y in zip(s.points[::2], s.points[1::2], strict=True)]}
        for s in strokes
    ]


def _region(picture: Picture) -> dict[str, float]:
    return {"x": picture.region.x, "y": picture.region.y, "width": picture.region.width}
