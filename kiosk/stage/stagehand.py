"""Begins, interrupts, resumes and ends a lecture on this machine: loads it, takes the windows, keeps its state, writes its record."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.kind import Kind
from kiosk.jobs import Err, Lanes, Result
from kiosk.sdk.ui import Recorder
from kiosk.shell.page import Page
from kiosk.shell.shell import Shell
from kiosk.stage.deck import Deck
from kiosk.stage.keeper import FORGOTTEN_S, Keeper, Kept, interrupted, remembered_roles
from kiosk.stage.keys import command
from kiosk.stage.live.result import PRACTICE
from kiosk.stage.load import Loaded, load
from kiosk.stage.maker import WindowMaker
from kiosk.stage.pages import PROVIDER, Pages
from kiosk.stage.placing import Placing
from kiosk.stage.run import Run, begin, resumed
from kiosk.stage.screens import Screens
from kiosk.stage.viewmodel import StageViewModel
from kiosk.state.library import Library
from kiosk.state.visit import Visit

if TYPE_CHECKING:
    from kiosk.stage.rehearse.viewmodel import RehearsalViewModel

_log = logging.getLogger(__name__)
SCREEN = Path(__file__).resolve().parent / "StageScreen.qml"
REHEARSAL = SCREEN.with_name("RehearsalScreen.qml")
LARGEST = (2560, 1440)
"""Pixels a page is drawn at, at most: six of them are kept."""
REST_MS = 5_000
"""After a change of step: what the step before held has gone by then."""
ALONE_MS = 10 * 60_000
"""A rehearsal stays so long without a touch."""
_TOUCHES = frozenset((QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress))
_CLICKER = frozenset((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_Escape))
_PASSED_ON = frozenset(("next", "back"))
"""While a list is open these keys belong to it, unless they are a clicker's."""


class Stagehand(QObject):
    """At most one lecture at a time.

    Args:
        screens: makes what knows the screens; tests and tours bring their own.
        fixed: leave the kiosk's window where it is (a window on a desk).
        give_back: gives free memory back to the system; for a lane.
    """

    began = Signal(str)
    ended = Signal(str)

    def __init__(
        self,
        data: Path,
        lanes: Lanes,
        library: Library,
        kinds: Mapping[str, Kind],
        recorder: Recorder,
        *,
        visit: Visit,
        shell: Shell,
        clock: Clock,
        engine: QQmlEngine,
        window: QQuickWindow,
        parent: QObject,
        software: bool,
        screens: Callable[[], Screens] = Screens,
        fixed: bool = False,
        give_back: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._lanes = lanes
        self._library = library
        self._kinds = kinds
        self._recorder = recorder
        self._visit = visit
        self._shell = shell
        self._clock = clock
        self._engine = engine
        self._window = window
        self._software = software
        self._screens = screens
        self._fixed = fixed
        self._free = give_back
        self._starting = False
        self._began = 0.0
        self._pages: Pages | None = None
        self._watched: QQuickWindow | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._give_back)
        self._alone = QTimer(self, singleShot=True)
        self._alone.timeout.connect(self._nobody)
        self.keeper = Keeper(data, lanes, clock, self)
        self.keeper.failed.connect(self._not_kept)
        self.vm: StageViewModel | None = None
        self.rehearsal: RehearsalViewModel | None = None
        self.placing: Placing | None = None

    @property
    def busy(self) -> bool:
        """Whether a lecture is on, or about to be."""
        return self.vm is not None or self.rehearsal is not None or self._starting

    def resume(self, wanted: str = "", otherwise: Callable[[str], None] | None = None) -> None:
        """Go on with the lecture that was cut off, if one was; else begin the one that is wanted.

        Args:
            wanted: go on with this lecture only; empty = with any.
            otherwise: begins the wanted one; None = `begin`.
        """

        def found(result: Result[Kept | None]) -> None:
            kept = None if isinstance(result, Err) else result.value
            if kept is not None and wanted in ("", kept.run.lecture):
                self._load(kept.run.lecture, kept)
            elif wanted:
                (otherwise or self.begin)(wanted)

        self._lanes.run("io", lambda: interrupted(self._data, self._clock), found)

    def begin(self, uid: str, why: str = "") -> None:
        """Begin a lecture; nothing happens while one is on.

        Args:
            why: said instead of a general hint when it cannot be held.
        """
        if not self.busy:
            self._load(uid, None, why=why)

    def rehearse(self, uid: str) -> None:
        """Go through a lecture on this screen; nothing happens while one is on."""
        if not self.busy:
            self._open(uid, self._show_rehearsal)

    @Slot()
    def end(self) -> None:
        """The lecture is over: write the record, give the windows back, and leave a clean kiosk."""
        vm = self.vm
        if vm is None:
            return
        run = vm.run
        practice = vm.live.practice
        kind = PRACTICE if practice else "lecture"
        self._recorder.append(kind, run.lecture, record(run, vm, self._began))
        self.keeper.finish()
        self.close()
        self.ended.emit(run.lecture)
        if practice:
            self.rehearse(run.lecture)  # with the times beside the plan

    def close(self) -> None:
        """Give the windows back; what was kept stays, so that the lecture goes on at the next start."""
        self._leave_rehearsal()
        self._rest.stop()
        self._alone.stop()
        vm, self.vm = self.vm, None
        placing, self.placing = self.placing, None
        pages, self._pages = self._pages, None
        if vm is None or placing is None:
            return
        self._watch(None)
        self._window.removeEventFilter(self)
        placing.stop()
        self._shell.lower_stage()
        self._engine.removeImageProvider(PROVIDER)
        placing.deleteLater()
        if pages is not None:
            pages.clear()
            pages.deleteLater()
        self._lanes.run("io", _release, lambda _: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of both windows are the speaker's."""
        if event.type() in _TOUCHES:
            self._in_use()
        if event.type() != QEvent.Type.KeyPress or self.vm is None:
            return False
        key = cast("QKeyEvent", event)
        if not key.isAutoRepeat() and self.vm.live.key(key.key(), key.text(), self._clock.monotonic()):
            return True
        asked = command(key.key())
        yields = self.vm.typing or (self.vm.panel and asked in _PASSED_ON)
        if asked is None or (yields and key.key() not in _CLICKER):
            return False
        if not key.isAutoRepeat() or asked in ("larger", "smaller"):
            self.vm.obey(asked)
        return True

    # --- beginning --------------------------------------------------------------------------------------------------

    def _load(self, uid: str, kept: Kept | None, *, practice: bool = False, why: str = "") -> None:
        def ready(loaded: Loaded) -> None:
            self._raise(loaded, kept)
            if practice and self.vm is not None:
                self.vm.live.begin_practice()

        def failed() -> None:
            if kept is not None:
                self.keeper.finish()

        self._open(uid, ready, failed, why)

    def _open(
        self, uid: str, then: Callable[[Loaded], None], otherwise: Callable[[], None] = lambda: None, why: str = ""
    ) -> None:
        self._starting = True
        lang, kinds = self._visit.language, self._kinds

        def read(opened: Any, catalog: Any) -> Loaded | KioskError:
            try:
                return load(uid, opened, catalog, kinds, lang)
            except KioskError as error:
                return error

        def ready(result: Result[Loaded | KioskError]) -> None:
            self._starting = False
            loaded = result.error if isinstance(result, Err) else result.value
            if isinstance(loaded, KioskError):
                _log.info("%s cannot be held: %s", uid, loaded)
                self._shell.say(loaded.message(lang), why or loaded.hint(lang), "bad")
                otherwise()
            else:
                then(loaded)

        self._library.open(uid, lang, read, ready)

    def _show_rehearsal(self, loaded: Loaded) -> None:
        from kiosk.stage.rehearse.viewmodel import RehearsalViewModel  # fonts and papers: only when it is asked for

        vm = RehearsalViewModel(loaded, self._lanes, self._recorder, self._data, self._clock, self._visit.language)
        self.rehearsal = vm
        vm.left.connect(self._leave_rehearsal)
        vm.practiceWanted.connect(self._practise)
        if self._shell.attract:
            self._shell.wake()
        self._shell.raise_stage(Page("rehearsal", REHEARSAL, vm, loaded.uid))
        self._window.installEventFilter(self)
        self._in_use()
        vm.start()

    @Slot()
    def _leave_rehearsal(self) -> None:
        vm, self.rehearsal = self.rehearsal, None
        self._alone.stop()
        if vm is not None:
            self._window.removeEventFilter(self)
            vm.stop()
            self._shell.lower_stage()

    def _in_use(self) -> None:
        """Somebody is there, or was just now."""
        self._alone.start(ALONE_MS if self.rehearsal is not None else int(FORGOTTEN_S * 1000))

    @Slot()
    def _nobody(self) -> None:
        """What nobody looks at does not keep the kiosk from its visitors; a long rehearsal is let finish."""
        if self.rehearsal is not None and self.rehearsal.busy:
            self._in_use()
        elif self.rehearsal is not None:
            self._leave_rehearsal()
            self._shell.endVisit()
        elif self.vm is not None:
            _log.info("nobody touched the lecture for %d s; it is over", FORGOTTEN_S)
            self.end()
            self._shell.endVisit()

    @Slot()
    def _practise(self) -> None:
        vm = self.rehearsal
        if vm is not None:
            self._leave_rehearsal()
            self._load(vm.uid, None, practice=True)

    def _raise(self, loaded: Loaded, kept: Kept | None) -> None:
        steps = tuple(step.id for step in loaded.lecture.steps)
        now = self._clock.now().timestamp()
        run = resumed(kept.run, steps, kept.away(now)) if kept else begin(loaded.uid, steps)
        self._began = kept.began if kept else now
        if self._shell.attract:
            self._shell.wake()
        pages = Pages(self._lanes, self)
        self._pages = pages
        self._engine.addImageProvider(PROVIDER, pages.provider)
        lang = self._visit.language
        vm = StageViewModel(
            loaded.title, loaded.lecture, Deck(loaded, lang, self._box), pages, run, self._clock, lang,
            software=self._software, recorder=self._recorder,
        )  # fmt: skip
        self.vm = vm
        placing = Placing(
            WindowMaker(self._engine, vm), self._window, self._screens(), remembered_roles(self._data),
            fixed=self._fixed, parent=self,
        )  # fmt: skip
        self.placing = placing
        placing.changed.connect(self._placed)
        placing.rolesChanged.connect(lambda: self.keeper.keep_roles(placing.roles))
        vm.stepChanged.connect(self._tire)
        vm.swapWanted.connect(placing.swap)
        vm.left.connect(self.end)
        vm.kept.connect(lambda run, _now: self.keeper.keep(run, self._began))
        self.keeper.keep(run, self._began)
        if self._software:
            import kiosk.design.video.painted  # noqa: F401  registers the painted surface
        placing.start()
        self._shell.raise_stage(Page("stage", SCREEN, vm, loaded.uid))
        self._window.installEventFilter(self)
        self._in_use()
        self.began.emit(loaded.uid)

    @Slot()
    def _tire(self) -> None:
        if not self._rest.isActive():  # not put off by the next step
            self._rest.start()

    @Slot()
    def _give_back(self) -> None:
        """What films and pictures left goes back to the system; on a lane, as a film may play."""
        self._lanes.run("io", self._free, lambda _: None)

    @Slot()
    def _placed(self) -> None:
        if self.placing is not None and self.vm is not None:
            self.vm.set_two(self.placing.two)
            self._watch(self.placing.audience)

    def _watch(self, window: QQuickWindow | None) -> None:
        """Hear the keys of the audience's window too: it may be the one with the focus."""
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    def _box(self) -> tuple[int, int]:
        places = self.placing.places if self.placing else None
        if places is None:
            return 1920, 1080
        screen = places.audience or places.console
        return min(screen.width, LARGEST[0]), min(screen.height, LARGEST[1])

    @Slot(object)
    def _not_kept(self, error: KioskError) -> None:
        if self.vm is not None:
            self.vm.warn(error.message(self._visit.language))


def record(run: Run, vm: StageViewModel, began: float) -> dict[str, Any]:
    """What the record book keeps of a lecture; times in seconds."""
    return {
        "began": round(began),
        "seconds": round(run.elapsed),
        "planned": round(vm.plan.whole),
        "reached": run.furthest + 1,
        "count": len(run.steps),
        "steps": [
            {"id": step, "seconds": round(spent), "planned": round(due)}
            for step, spent, due in zip(run.steps, run.spent, vm.plan.steps, strict=True)
        ],
        **vm.live.record(),
    }


def _release() -> None:
    """Close the PDF, if one was opened."""
    import sys

    if (pdf := sys.modules.get("kiosk.authoring.pdf")) is not None:
        pdf.release()
