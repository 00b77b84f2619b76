"""The administrator's half of the house: sticks, syncs and the PIN, and which of their pages is shown when.

Visitors see of it: a sheet when a stick is put in, and a quiet mark in the skirting while something is brought in or
nothing has been renewed for long.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kiosk.core.clock import Clock
from kiosk.jobs import Lanes
from kiosk.screens.usb.watch import StickWatch
from kiosk.settings import Settings
from kiosk.settings.roles import Role
from kiosk.shell.adminpages import AdminPages
from kiosk.shell.gate import Gate
from kiosk.shell.page import Page
from kiosk.shell.shell import Shell
from kiosk.state.content import ContentStatus
from kiosk.state.health import Health
from kiosk.state.media import Media
from kiosk.state.pin import AdminPin
from kiosk.state.screenlife import ScreenLife
from kiosk.state.syncer import Syncer
from kiosk.state.visit import Visit

SCREENS = Path(__file__).resolve().parent.parent / "screens"
UNREACHED = timedelta(days=7)
"""Sources that answered none of the syncs for so long are told by the quiet mark."""
UNRENEWED = timedelta(days=180)
"""So is content that came by stick and is that old."""


class Duty(QObject):
    """Builds what the administrator needs, after the first frame.

    Args:
        changed_by_hand: called when an earlier version was put back, so that the catalog is written again.
        health: findings of the probes.
        note: writes an act and its detail into the record of the administrator's acts.
        end: ends this run with an exit code.
        turn: turns the picture.
        life: the screen's, and how loud it is.
        media: finds sticks; tests and tours bring their own.
    """

    def __init__(
        self,
        settings: Settings,
        lanes: Lanes,
        syncer: Syncer,
        visit: Visit,
        shell: Shell,
        clock: Clock,
        parent: QObject,
        *,
        changed_by_hand: Callable[[], None],
        life: ScreenLife,
        media: Media | None = None,
        health: Health | None = None,
        note: Callable[[str, str], None] = lambda _act, _detail: None,
        end: Callable[[int], None] = lambda _code: None,
        turn: Callable[[str], None] = lambda _way: None,
    ) -> None:
        super().__init__(parent)
        self.settings = self._settings = settings
        self.shell = self._shell = shell
        self.clock = self._clock = clock
        self.lanes = lanes
        self.visit = visit
        self.changed_by_hand = changed_by_hand
        self.media = media or Media(parent=self)
        self.pin = AdminPin(settings.pins, settings.data_dir, lanes, self)
        self.status = ContentStatus(settings, lanes, syncer, self.media, self.pin, visit, changed_by_hand, self)
        self.stick = StickWatch(self.status, self)
        self.gate = Gate(shell, self, self.pin, self)
        self.rooms: dict[str, Callable[[], Page]] = {"usb": self._usb_room, "sync": self._sync_room}
        """What makes each page behind the gate, by its name; others may add theirs."""
        self.admin = AdminPages(self, health or Health(visit, self), note, end, life, turn)
        self.rooms |= {name: partial(self.admin.make, name) for name in self.admin.rooms()}
        self.status.pinWanted.connect(self._pin_wanted)
        self.status.jobChanged.connect(self._mark)
        self.status.overviewChanged.connect(self._mark)
        self.stick.changed.connect(self._mark)
        self.stick.arrived.connect(self._arrived)
        self.stick.departed.connect(self._departed)
        self.stick.finished.connect(self._finished)
        visit.langChanged.connect(self._retell)

    def start(self) -> None:
        """Look for sticks from now on."""
        self.status.start()

    def stop(self) -> None:
        """Look no more."""
        self.media.stop()
        self.admin.stop()

    # pages

    def pin_page(self, accepted: Callable[[], None], needed: Role) -> Page:
        """The number pad."""
        from kiosk.screens.pin.viewmodel import PinViewModel

        vm = PinViewModel(self.pin, accepted, needed, lambda: self.visit.language)
        return Page("pin", SCREENS / "pin/PinScreen.qml", vm)

    def room(self, name: str) -> Page:
        """A page behind the gate."""
        return self.rooms[name]()

    def room_names(self) -> list[str]:
        """Every page behind the gate."""
        return list(self.rooms)

    def _usb_room(self) -> Page:
        from kiosk.screens.usb.viewmodel import UsbViewModel

        return Page("usb", SCREENS / "usb/UsbScreen.qml", UsbViewModel(self.stick, self._shell.home))

    def _sync_room(self) -> Page:
        from kiosk.screens.sync.viewmodel import SyncViewModel

        view_model = SyncViewModel(
            self.status, self.pin, self._settings.site, self._clock, lambda: self.gate.enter("usb"), self._shell.home
        )
        return Page("sync", SCREENS / "sync/SyncScreen.qml", view_model)

    def _sheet(self, occasion: str) -> None:
        from kiosk.screens.usb.sheet import SheetViewModel

        def act() -> None:
            self._shell.closeSheet()
            self.gate.enter("usb")

        view_model = SheetViewModel(occasion, act, self._shell.closeSheet)
        self._shell.raise_sheet(Page("usb.sheet", SCREENS / "usb/UsbSheet.qml", view_model))

    @Slot()
    def _retell(self) -> None:
        """The language changed."""
        self._mark()
        if self._shell.sheet is not None and isinstance(
            occasion := getattr(self._shell.sheet.vm, "occasion", None), str
        ):
            self._sheet(occasion)

    # the stick

    @Slot()
    def _arrived(self) -> None:
        shell = self._shell
        if self.status.willResume or any(p.name == "usb" for p in shell.pages):
            return  # it is back, and goes on by itself
        if self._settings.usb == "auto" or self.pin.is_open:
            self.gate.show("usb")
        else:
            if shell.attract:
                shell.wake()
            self._sheet("pin" if self.pin.is_set else "no-pin")

    @Slot()
    def _departed(self) -> None:
        self._shell.closeSheet()
        self.gate.leave("usb")

    @Slot(bool)
    def _finished(self, ok: bool) -> None:
        shell = self._shell
        if shell.page and shell.page.name == "home" and not shell.attract and self.status.medium is not None:
            self._sheet("done" if ok else "failed")

    @Slot()
    def _pin_wanted(self) -> None:
        self.gate.enter("usb" if self.stick.status.medium is not None else "sync")

    # the quiet mark

    @Slot()
    def _mark(self) -> None:
        status, now = self.status, self.stick.now
        if (status.task == "bring" and status.busy) or now.phase == "removed":
            self._shell.mark("tray-arrow-down", f"{now.fraction * 100:.0f} %")
        elif status.task == "round" and status.phase == "copying":
            self._shell.mark("tray-arrow-down", f"{float(status.progress) * 100:.0f} %")
        elif now.phase == "done" and now.plugged:
            self._shell.mark("check", self.tr("可拔U盘"))
        else:
            since = self._unrenewed()
            words = self.tr("%1月%2日").replace("%1", str(since.month)).replace("%2", str(since.day)) if since else ""
            self._shell.mark("calendar-clock-outline" if since else "", words)

    def _unrenewed(self) -> datetime | None:
        """The day the content is of, when that is long ago."""
        status, today = self.status, self._clock.now().astimezone().replace(tzinfo=None)
        if status.sources:
            well = [_time(r["when"]) for r in status.history if r["outcome"] == "ok"]
            tried = [_time(r["when"]) for r in status.history]
            latest = max((t for t in well or tried if t), default=None)
            return latest if latest and today - latest > UNREACHED else None
        latest = max((t for p in status.live if (t := _time(p["since"] or p["signedAt"]))), default=None)
        return latest if latest and today - latest > UNRENEWED else None


def _time(shown: str) -> datetime | None:
    try:
        return datetime.strptime(shown, "%Y-%m-%d %H:%M")  # noqa: DTZ007  the kiosk's own zone, as it is shown
    except ValueError:
        return None
