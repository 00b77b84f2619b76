"""The composition root: builds every object of the running kiosk. The only file that knows all packages.

Order of the start: environment, Qt, the window on the home snapshot, the first frame. Everything a first frame does not need
(databases, multimedia, the keyboard) is loaded after it.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import random
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.clock import Clock, plausible
from kiosk.core.text import Lang
from kiosk.profile import Profile, choose_profile
from kiosk.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.core.kind import Kind
    from kiosk.shell.duty import Duty
    from kiosk.shell.hallwall import HallWall
    from kiosk.shell.page import Page
    from kiosk.shell.warm import Warm
    from kiosk.stage.carried import Carried
    from kiosk.stage.screens import Screens
    from kiosk.stage.stagehand import Stagehand
    from kiosk.state.bookcare import BookCare
    from kiosk.state.media import Media
    from kiosk.state.reports import Desk
    from kiosk.state.rounds import Rounds
    from kiosk.state.watchdog import Watchdog
    from kiosk.statusfeed import StatusFeed

_log = logging.getLogger(__name__)
PACKAGE = Path(__file__).resolve().parent


QUIET = 2.0
"""Seconds without a touch after which work that can wait is done."""


@dataclass(frozen=True, slots=True)
class Options:
    """How this run differs from the settings.

    Args:
        windowed: an ordinary window instead of the full screen.
        size: window size in pixels; None = the screen.
        seed: fixes what is drawn at random (tours and tests).
        watch: look for new generations of the library.
        attract: start with the attract loop (a kiosk that just switched on).
        today: fixes the poster of the day.
        painted: called once, when home is on the screen with its pictures.
        media: makes what finds sticks; None = this machine's.
        screens: makes what knows the screens on which a lecture is held; None = this machine's.
        lecture: item to be held as soon as the kiosk is up.
        stick: folder that carries it; None = this machine, or a stick that is in.
        set_up: this kiosk is new: begin with its set-up.
        wall: item that hangs over the whole screen as soon as the kiosk is up.
        warm: load the screens of all kinds while nobody touches; goes without saying where `watch` is.
        safe: after a crash loop: no sync, no lecture taken up again, and the administrator is told.
        crashed: the last run did not end in order.
    """

    windowed: bool = False
    size: tuple[int, int] | None = None
    seed: int | None = None
    watch: bool = True
    attract: bool = False
    today: date | None = None
    painted: Callable[[], None] | None = None
    media: Callable[[], Media] | None = None
    screens: Callable[[], Screens] | None = None
    lecture: str = ""
    stick: Path | None = None
    set_up: bool = False
    wall: str = ""
    warm: bool = False
    safe: bool = False
    crashed: bool = False


def screen_of(kind: Kind) -> Path:
    """QML file of a kind's screen."""
    return PACKAGE.joinpath(*kind.view_model.split(":")[0].split(".")[1:-1]) / kind.screen


def prepare_environment(profile: Profile, scratch: Path) -> None:
    """Say to Qt what must be said before it is loaded.

    Args:
        profile: how pictures get to the screen.
        scratch: a folder of this run: the keyboard's user dictionary would keep visitors' words otherwise.
    """
    if profile is Profile.SOFTWARE:
        os.environ["QT_QUICK_BACKEND"] = "software"
        if os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb"):
            # Else the first film loads Mesa to convert its pictures: 110 MB that stay.
            os.environ["QT_XCB_GL_INTEGRATION"] = "none"
    os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    os.environ["QT_VIRTUALKEYBOARD_STYLE"] = "kiosk"
    os.environ.setdefault("KIOSK_XDG_CONFIG_HOME", os.environ.get("XDG_CONFIG_HOME", ""))  # settings.places
    os.environ["XDG_CONFIG_HOME"] = str(scratch)
    # PipeWire is optional to QtMultimedia and its absence is not news.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false;qt.virtualkeyboard.*=false")


class App:
    """The running kiosk."""

    def __init__(self, settings: Settings, options: Options = Options(), clock: Clock | None = None) -> None:
        self.settings = settings
        self.options = options
        self.profile = choose_profile(settings.render)
        self._scratch = tempfile.TemporaryDirectory(prefix="pioneer-kiosk-")
        prepare_environment(self.profile, Path(self._scratch.name))
        from kiosk import qtstart

        self.qt: QGuiApplication = qtstart.application()
        self.engine = qtstart.engine()
        from kiosk.design import assets, icons  # noqa: F401  registers the QML singletons
        from kiosk.jobs import Lanes
        from kiosk.sdk.narrator import Narrator
        from kiosk.shell.attract import AttractModel
        from kiosk.shell.guide import Guide
        from kiosk.shell.idle import Idle
        from kiosk.shell.panel import Panel
        from kiosk.shell.shell import Shell
        from kiosk.state.health import Health
        from kiosk.state.journal import Journal
        from kiosk.state.language import Interface
        from kiosk.state.library import Library
        from kiosk.state.recorder import Records
        from kiosk.state.screenlife import ScreenLife
        from kiosk.state.syncer import Syncer
        from kiosk.state.visit import Visit

        assets.load_fonts()
        self.clock = clock or Clock()
        self.lanes = Lanes(self.qt)
        self.visit = Visit(settings.language, self.qt, low=settings.reach)
        self.health = Health(self.visit, self.qt, safe=options.safe)
        self.library = Library(settings.data_dir / "catalog", self.lanes, self.qt)
        self.records = Records(settings.data_dir / "records.db", self.lanes, self.visit, self.clock, self.qt)
        self.syncer = Syncer(settings.sources, settings.data_dir, settings.sync_interval, self.qt)
        self.narrator = Narrator(self.qt)
        self.interface = Interface(self.visit, self.engine, self.qt)
        self.pages = PageMaker(self)
        self.life = ScreenLife(
            settings, self.visit, self.clock, self._occupied, lambda: self.trusted_today() is not None, self.qt
        )
        self.shell = Shell(
            self.pages,
            self.visit,
            self.narrator,
            self.clock,
            Idle(settings.idle_seconds, settings.countdown_seconds),
            self.qt,
        )
        self.guide = Guide(self.shell, self.visit, self.narrator, lambda: self.kinds, self.qt)
        self.journal = Journal(self.shell, self.visit, self.narrator, self.clock, self.records, self.qt)
        self.attract = AttractModel(self.library, self.visit, self.qt, self.trusted_today)
        self.panel = Panel(settings.diagonal_inches, settings.glove, settings.calm, settings.orientation, self.qt)
        self.records.failed.connect(self._record_failed)
        self.library.lost.connect(self._mend)
        self.shell.visitEnded.connect(self._visit_ended)
        self.shell.lectureWanted.connect(self._hold_lecture)
        self.shell.rehearsalWanted.connect(self._rehearse_lecture)
        self.shell.wallWanted.connect(lambda uid: self.hall_wall.ask(uid))  # noqa: PLW0108  made when it is asked for
        self.window: QQuickWindow

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of exhibit. Home needs none, so they are loaded after it."""
        from kiosk.kinds import discover

        return discover()

    @cached_property
    def duty(self) -> Duty:
        """Sticks, syncs and the administrator's pages. The first frame needs none of it."""
        from kiosk.shell.duty import Duty
        from kiosk.state.adminjournal import AdminJournal

        made = Duty(
            self.settings,
            self.lanes,
            self.syncer,
            self.visit,
            self.shell,
            self.clock,
            self.qt,
            changed_by_hand=lambda: self._mend(force=False),
            life=self.life,
            media=self.options.media() if self.options.media else None,
            health=self.health,
            note=lambda act, detail: self.records.append("admin", "", {"act": act, "detail": detail}),
            end=self.qt.exit,
            turn=self.panel.turn,
        )
        AdminJournal(made.pin, made.status, self.records, made)
        made.rooms["reports"] = self._reports_page
        return made

    def _reports_page(self) -> Page:
        """The officer's reports, over this kiosk's own records."""
        from kiosk.screens.reports.viewmodel import ReportsViewModel
        from kiosk.shell.page import Page
        from kiosk.state.reportstick import ReportStick, find

        media, data = self.duty.media, self.settings.data_dir

        def open_desk() -> Desk:
            from kiosk.reporting.desk import RecordsDesk  # on a lane: tables and workbooks take a moment to load

            return RecordsDesk(data, site=self.settings.site)

        vm = ReportsViewModel(
            open_desk,
            ReportStick(lambda: find(media.volumes())),
            self.lanes,
            self.visit,
            self.clock,
            site=self.settings.site,
            note=lambda act, detail: self.records.append("admin", "", {"act": act, "detail": detail}),
        )
        return Page("reports", PACKAGE / "screens/reports/ReportsScreen.qml", vm)

    @cached_property
    def stagehand(self) -> Stagehand:
        """Holds lectures."""
        from kiosk import memory
        from kiosk.stage.screens import Screens
        from kiosk.stage.stagehand import Stagehand

        made = Stagehand(
            self.settings.data_dir,
            self.lanes,
            self.library,
            self.kinds,
            self.records,
            visit=self.visit,
            shell=self.shell,
            clock=self.clock,
            engine=self.engine,
            window=self.window,
            parent=self.qt,
            software=self.profile is Profile.SOFTWARE,
            screens=self.options.screens or Screens,
            give_back=memory.give_back,
            fixed=self.options.windowed or (self.options.size is not None and self.options.screens is None),
        )
        made.began.connect(lambda _uid: self.syncer.hold(on=True))
        made.ended.connect(lambda _uid: self.syncer.hold(on=False))
        return made

    @cached_property
    def carried(self) -> Carried:
        """Brings the lecture that was asked for, from a stick when it is not here."""
        from kiosk.stage.carried import Carried

        media = self.duty.media if self.settings.usb != "off" else None
        return Carried(
            self.lanes, self.library, self.syncer, media, self.shell, self.visit,
            self.stagehand.begin, self.qt,
        )  # fmt: skip

    @cached_property
    def warm(self) -> Warm:
        """Loads the screens of all kinds ahead."""
        from kiosk.shell.warm import Warm

        screens = [(kind.view_model.split(":")[0], screen_of(kind)) for kind in self.kinds.values()]
        return Warm(self.engine, self.lanes, screens, self._quiet, self.qt)

    def _quiet(self) -> bool:
        return self.shell.stage is None and (
            self.shell.attract or self.clock.monotonic() - self.shell.last_touch > QUIET
        )

    @cached_property
    def hall_wall(self) -> HallWall:
        """Hangs a page over the whole screen of a hall."""
        from kiosk.shell.hallwall import HallWall

        return HallWall(self.shell, self.pages.item, lambda: self.duty.gate, lambda: self.duty.pin.is_set, self.qt)

    def _hold_lecture(self, uid: str) -> None:
        self.duty.gate.through(lambda: self.stagehand.begin(uid))

    def _rehearse_lecture(self, uid: str) -> None:
        self.duty.gate.through(lambda: self.stagehand.rehearse(uid))

    @cached_property
    def care(self) -> BookCare:
        """Looks after the record book."""
        from kiosk.state.bookcare import BookCare

        return BookCare(self.records, self.lanes, self.clock, lambda: bool(self.shell.attract), self.qt)

    @cached_property
    def watchdog(self) -> Watchdog:
        """Tells whoever started the kiosk that it lives."""
        from kiosk.state.watchdog import Watchdog
        from kiosk.watch.notify import Notifier

        made = Watchdog(self.window, Notifier(), self.qt)
        made.screenLost.connect(self._screen_lost)
        return made

    @cached_property
    def rounds(self) -> Rounds:
        """Looks after the machine."""
        from kiosk.state.rounds import Rounds

        dog = self.watchdog
        return Rounds(
            self.health,
            self.lanes,
            self.clock,
            self.settings.data_dir,
            lambda: dog.day,
            lambda day: setattr(dog, "day", day),
            self.qt,
            crashed=self.options.crashed,
        )

    def _screen_lost(self) -> None:
        from kiosk.watch.codes import RESTART

        if not self.options.windowed:
            self.qt.exit(RESTART)

    def _graphics_failed(self, _error: object, message: str) -> None:
        """Before the first frame, as a rule: the next start draws by itself."""
        import time

        from kiosk.watch.codes import RESTART
        from kiosk.watch.marker import graphics_failed

        _log.error("the graphics cannot be used: %s", message)
        graphics_failed(self.settings.data_dir, time.monotonic())
        self.qt.exit(RESTART)

    @cached_property
    def status_feed(self) -> StatusFeed:
        """Tells monitoring how the kiosk is; only made where the settings name a port."""
        from kiosk.statusfeed import StatusFeed

        settings = self.settings
        return StatusFeed(self, settings.data_dir, settings.status_port, settings.status_token, self.qt)

    def show(self) -> QQuickWindow:
        """Load the window and put it on the screen."""
        from kiosk import qtstart

        self.window = qtstart.load(
            self.engine,
            PACKAGE / "shell" / "Main.qml",
            {
                "shell": self.shell,
                "visit": self.visit,
                "narrator": self.narrator,
                "attractModel": self.attract,
                "panel": self.panel,
                "life": self.life,
            },
        )
        self.window.installEventFilter(self.shell)
        self.window.installEventFilter(self.life)  # the last one installed is asked first
        if not self.options.windowed:
            from kiosk.shell.keyguard import KeyGuard

            self.keys = KeyGuard(self.window, self.window, hold=self.options.size is None)
        self.window.sceneGraphError.connect(self._graphics_failed)
        self.shell.start()
        qtstart.place(self.window, windowed=self.options.windowed, size=self.options.size)
        if self.options.attract:
            self.shell.endVisit()

        if self.options.painted is not None:
            qtstart.FirstFrame(self.window, self.options.painted)
        qtstart.FirstFrame(self.window, self._warm)
        return self.window

    def _warm(self) -> None:
        """What the first frame did without."""
        from kiosk import memory, qtstart

        if not self.options.windowed:
            qtstart.hide_cursor()
        memory.give_back_large()
        if not gc.isenabled():
            gc.freeze()  # what was made so far stays for as long as the kiosk runs
            gc.enable()
        self.watchdog.start()
        self.life.start()
        self.library.warm()
        self.lanes.run("io", self._load, self._loaded)
        if self.options.watch:
            self._mend(force=False)
            self.library.watch()
            if not self.options.safe:
                self.syncer.start()

    def _load(self) -> None:
        """On a lane: importing takes a tenth of a second, and the first visitor may be touching already."""
        importlib.import_module("kiosk.shell.duty")
        if self.settings.status_port:
            importlib.import_module("kiosk.statusfeed")
        if self.options.lecture or (self.settings.data_dir / "stage").exists():
            importlib.import_module("kiosk.stage.stagehand")
        _ = self.kinds

    def _loaded(self, _result: object) -> None:
        if self.options.watch:
            self.care.start()
            self.duty.start()
            self.rounds.start()
            if self.settings.status_port:
                self.status_feed.start()
        else:
            _ = self.duty  # its door opens all the same
        if self.options.set_up:
            self.duty.admin.set_up()
        if self.options.watch or self.options.warm:
            self.warm.start()
        if self.options.wall:
            self.hall_wall.hang(self.options.wall)
        if self.options.safe:
            return
        if self.options.lecture or (self.settings.data_dir / "stage" / "run.json").exists():
            # The kiosk may have gone down in the middle of a lecture.
            self.stagehand.resume(self.options.lecture, lambda uid: self.carried.fetch(uid, self.options.stick))

    def _occupied(self) -> bool:
        """Whether somebody is there: the screen stays on."""
        return not self.shell.attract or self.shell.stage is not None

    def _mend(self, *, force: bool = True) -> None:
        """Write the catalog again where it is missing, old or (`force`) damaged; the screens follow by themselves."""
        from kiosk.jobs import Err
        from kiosk.library import ensure_catalog

        def done(result: object) -> None:
            if isinstance(result, Err):
                _log.error("the catalog cannot be rebuilt: %s", result.error)

        data = self.settings.data_dir
        self.lanes.run("io", lambda: ensure_catalog(data, force=force), done)

    def run(self) -> int:
        """Show the kiosk and run until it is closed; returns the exit code."""
        self.show()
        code = self.qt.exec()
        self.close()
        return int(code)

    def close(self) -> None:
        """Put everything away in the right order: QML first, then what it looked at."""
        from kiosk import qtstart

        if "rounds" in vars(self):
            self.rounds.stop()
            self.rounds.deleteLater()
        if "watchdog" in vars(self):
            self.watchdog.stop()
            self.watchdog.deleteLater()
        if "status_feed" in vars(self):
            self.status_feed.stop()
            self.status_feed.deleteLater()
        if "hall_wall" in vars(self):
            self.hall_wall.deleteLater()
        if "warm" in vars(self):
            self.warm.stop()
            self.warm.deleteLater()
        if "care" in vars(self):
            self.care.stop()
            self.care.deleteLater()
        if "duty" in vars(self):  # nothing is built only to be put away
            self.duty.stop()
            self.duty.deleteLater()
        if "carried" in vars(self):
            self.carried.deleteLater()
        if "stagehand" in vars(self):
            self.stagehand.close()
            self.stagehand.deleteLater()
        self.syncer.stop()
        self.narrator.stop()
        self.window.setProperty("locked", False)
        self.window.removeEventFilter(self.shell)
        self.window.removeEventFilter(self.life)
        if not self.options.windowed:
            self.keys.stop()
        self.window.close()
        self.window.deleteLater()
        qtstart.drop_deferred()
        self.engine.deleteLater()
        qtstart.drop_deferred()
        self.lanes.close()
        self.records.close()
        for part in (self.guide, self.shell, self.attract, self.panel, self.life, self.interface, self.narrator, self.syncer, self.records,
                     self.journal, self.health, self.library, self.visit, self.lanes):  # fmt: skip
            part.deleteLater()
        qtstart.drop_deferred()
        self._scratch.cleanup()

    def recover(self) -> None:
        """After a bug of ours: back to the start, without what caused it."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self.shell, self.shell.endVisit)

    def seed(self) -> int:
        """A seed for what is drawn at random; recorded with the result."""
        return self.options.seed if self.options.seed is not None else random.SystemRandom().getrandbits(48)

    def today(self) -> date:
        """The day, for the poster of the day."""
        return self.options.today or self.clock.now().astimezone().date()

    def trusted_today(self) -> date | None:
        """The day, or None when the machine's clock cannot be right."""
        now = self.clock.now()
        believed = plausible(now) and ("rounds" not in vars(self) or self.rounds.trusted)
        return self.today() if self.options.today or believed else None

    def _visit_ended(self) -> None:
        self.attract.turn()
        from PySide6.QtCore import QTimer

        from kiosk import memory, qtstart

        qtstart.forget_typed_words(Path(self._scratch.name))
        QTimer.singleShot(500, self.shell, memory.give_back)  # once its pages are gone

    def _record_failed(self, error: Any) -> None:
        self.shell.say(error.message(self.visit.language), error.hint(self.visit.language), "bad")


class PageMaker:
    """Makes pages from screens and kinds."""

    def __init__(self, app: App) -> None:
        self._app = app

    def home(self) -> Any:
        """The entrance."""
        from kiosk.screens.home.viewmodel import HomeViewModel
        from kiosk.shell.page import Page

        app = self._app
        vm = HomeViewModel(app.library, app.visit, app.shell, app.today, app.settings.site, app.trusted_today)
        return Page("home", PACKAGE / "screens/home/HomeScreen.qml", vm)

    def catalog(self, kind: str = "", era: str = "", minutes: int = 0) -> Any:
        """A list."""
        from kiosk.screens.catalog.filters import Filter
        from kiosk.screens.catalog.viewmodel import CatalogViewModel
        from kiosk.shell.page import Page

        app = self._app
        first = Filter(kind=kind, era=era, minutes=minutes)
        vm = CatalogViewModel(
            app.library, app.visit, app.kinds, first, app.shell.openItem, app.shell.openSearch, app.shell.openPeople
        )
        return Page("catalog", PACKAGE / "screens/catalog/CatalogScreen.qml", vm)

    def playlist(self, uid: str) -> Any:
        """A playlist."""
        from kiosk.screens.playlist.viewmodel import PlaylistViewModel
        from kiosk.shell.page import Page

        app = self._app
        walk = app.guide.walk
        vm = PlaylistViewModel(app.library, app.visit, app.kinds, walk, uid, app.shell.openItem, app.shell.openPlaylist)
        return Page("playlist", PACKAGE / "screens/playlist/PlaylistScreen.qml", vm)

    def people(self, order: str = "era") -> Any:
        """Everybody the stories are about."""
        from kiosk.screens.people.viewmodel import ORDERS, PeopleViewModel
        from kiosk.shell.page import Page

        app = self._app
        chosen = next((known for known in ORDERS if known == order), ORDERS[0])
        vm = PeopleViewModel(app.library, app.visit, chosen, app.shell.openItem)
        return Page("people", PACKAGE / "screens/people/PeopleScreen.qml", vm)

    def search(self) -> Any:
        """The search page."""
        from kiosk.screens.search.viewmodel import SearchViewModel
        from kiosk.shell.page import Page

        app = self._app
        vm = SearchViewModel(app.library, app.visit, app.shell.openItem)
        return Page("search", PACKAGE / "screens/search/SearchScreen.qml", vm)

    def item(self, uid: str, done: Callable[[Any], None]) -> None:
        """An item's page, or the page that says why there is none."""
        from kiosk.core.codec import decode
        from kiosk.core.errors import ContentError
        from kiosk.jobs import Err

        kinds: Mapping[str, Any] = self._app.kinds

        lang = self._app.visit.language

        def prepare(opened: Any, catalog: Any) -> tuple[Any, Any, str]:
            """On the `db` lane: decode, so that a long story costs the GUI thread nothing."""
            if opened is None:
                return None, None, "gone"
            from kiosk.catalog.across import absolute

            kind = kinds.get(opened.document.kind)
            if opened.condition != "ok" or kind is None:
                return opened, None, "newer" if kind is None or opened.condition == "newer" else "broken"
            try:
                content = decode(kind.content, opened.document.content)
            except ContentError:
                return opened, None, "broken"
            links = catalog.by_uid(absolute(uid, kind.links(content)), lang)
            return replace(opened, links=links), content, "ok"

        def ready(result: Any) -> None:
            opened, content, condition = (None, None, "error") if isinstance(result, Err) else result.value
            done(self._item_page(uid, opened, content) if condition == "ok" else self._missing(opened, condition))

        self._app.library.open(uid, lang, prepare, ready)

    def _item_page(self, uid: str, opened: Any, content: Any) -> Any:
        from kiosk.shell.page import Page

        kind = self._app.kinds[opened.document.kind]
        module, name = kind.view_model.split(":")
        view_model = getattr(importlib.import_module(module), name)
        return Page(kind.key, screen_of(kind), view_model(opened, content, kind, self.services()), uid)

    def _missing(self, opened: Any, condition: str) -> Any:
        from kiosk.screens.missing.viewmodel import MissingViewModel
        from kiosk.shell.page import Page

        vm = MissingViewModel(opened.document.header.title if opened else "", condition)
        vm.backRequested.connect(self._app.shell.back)
        return Page("missing", PACKAGE / "screens/missing/MissingScreen.qml", vm)

    def services(self) -> Any:
        """The house, for a kind."""
        from kiosk.sdk.ui import Services

        app = self._app

        def lang() -> Lang:
            return app.visit.language

        return Services(
            navigator=app.shell,
            narrator=app.narrator,
            recorder=app.records,
            lanes=app.lanes,
            clock=app.clock,
            lang=lang,
            software=app.profile is Profile.SOFTWARE,
            seed=app.seed,
            visit=lambda: app.visit.id,
            door=app.duty.pin,
        )


def run_kiosk(settings: Settings, options: Options) -> int:
    """Run until closed, or until SIGINT or SIGTERM."""
    import signal

    from kiosk.faults import install_hooks
    from kiosk.status.logs import FOLDER

    app = App(settings, options)
    install_hooks(app.recover, settings.data_dir / FOLDER / "stderr.txt")
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: app.qt.exit(0))  # quit() would ask the locked window
    return app.run()
