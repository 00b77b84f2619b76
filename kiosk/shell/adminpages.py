"""Makes the administrator's pages, and keeps what they share: settings, trust, the self-test, the last events."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.design.assets import assets_folder
from kiosk.jobs import Err
from kiosk.screens.admin.parts.desk import Desk
from kiosk.settings.pin import hash_pin
from kiosk.settings.roles import KEY, Role
from kiosk.shell.page import Page
from kiosk.state.events import EventLog, StickWriter
from kiosk.state.firstrun import FirstRun, keep_first_run, read_first_run
from kiosk.state.glass import GlassSettings
from kiosk.state.health import Health
from kiosk.state.levels import Levels
from kiosk.state.reach import Reach
from kiosk.state.screenlife import ScreenLife
from kiosk.state.selftest import SelfTest
from kiosk.state.setupcode import forget_code
from kiosk.state.strangers import Strangers
from kiosk.state.trusted import Trusted
from kiosk.watch.codes import POWER_OFF, REBOOT, RESTART

if TYPE_CHECKING:
    from kiosk.shell.duty import Duty

ADMIN = Path(__file__).resolve().parent.parent / "screens" / "admin"
PLAIN = ADMIN / "parts" / "DeskScreen.qml"
CODES = {"restart": RESTART, "reboot": REBOOT, "off": POWER_OFF}


def watched() -> bool:
    """Whether somebody started the kiosk who brings it back: systemd, or `kiosk supervise`."""
    return any(os.environ.get(name) for name in ("NOTIFY_SOCKET", "INVOCATION_ID", "KIOSK_SUPERVISOR"))


class AdminPages(QObject):
    """One method a page; `make` finds it by the room's name.

    Args:
        duty: whose pages they are.
        health: findings of the probes.
        note: writes an act and its detail into the record of the administrator's acts.
        end: ends this run with an exit code.
        turn: turns the picture.
        life: the screen's, and how loud it is.
    """

    def __init__(
        self,
        duty: Duty,
        health: Health,
        note: Callable[[str, str], None],
        end: Callable[[int], None],
        life: ScreenLife,
        turn: Callable[[str], None] = lambda _way: None,
    ) -> None:
        super().__init__(duty)
        self._duty = duty
        settings, lanes, shell, clock = duty.settings, duty.lanes, duty.shell, duty.clock
        self.health = health
        self._note = note
        self._end = end
        self._turn = turn
        self._life = life
        self._setting_up = False
        self.glass = GlassSettings(settings, lanes, note, self)
        self.trusted = Trusted(settings.store, lanes, duty.changed_by_hand, note, self)
        self.tested = SelfTest(settings.data_dir, lanes, clock, self)
        self.levels = Levels(lanes, parent=self)
        self.reach = Reach(parent=self)
        self.writer = StickWriter(parent=self)
        self.log = EventLog()
        logging.getLogger().addHandler(self.log)
        self.desk = Desk(
            settings.site,
            clock,
            duty.pin,
            lanes,
            lambda: duty.visit.language,
            note,
            duty.gate.enter,
            shell.home,
            shell.back,
            shell.say,
        )

    def stop(self) -> None:
        """Listen no more."""
        logging.getLogger().removeHandler(self.log)

    def rooms(self) -> list[str]:
        """Names of the rooms there are."""
        return [name.removeprefix("page_") for name in dir(self) if name.startswith("page_")]

    def make(self, name: str) -> Page:
        """The page of a room of the administrator's own."""
        made: Page = getattr(self, f"page_{name}")()
        return made

    def page_status(self) -> Page:
        """How the kiosk is."""
        from kiosk.screens.admin.status.viewmodel import StatusViewModel

        vm = StatusViewModel(self.desk, self.health, self._duty.status, self.tested, self._duty.room_names)
        return Page("status", ADMIN / "status/StatusScreen.qml", vm)

    def page_settings(self) -> Page:
        """The settings."""
        from kiosk.screens.admin.settings.viewmodel import SettingsViewModel

        vm = SettingsViewModel(self.desk, self.glass, lambda: self._stop("restart"))
        return Page("settings", ADMIN / "settings/SettingsScreen.qml", vm)

    def page_who(self) -> Page:
        """Who may come in."""
        from kiosk.screens.admin.who.viewmodel import RolesViewModel

        return Page("who", PLAIN, RolesViewModel(self.desk, self.glass, self.choose_pin))

    def page_trusted(self) -> Page:
        """Whose packs are shown."""
        from kiosk.screens.admin.trusted.viewmodel import TrustedViewModel

        return Page("trusted", PLAIN, TrustedViewModel(self.desk, self.trusted))

    def page_network(self) -> Page:
        """What connects the kiosk."""
        from kiosk.screens.admin.network.viewmodel import NetworkViewModel

        return Page("network", PLAIN, NetworkViewModel(self.desk, self._duty.settings.sources, self.reach))

    def page_logs(self) -> Page:
        """What happened lately."""
        from kiosk.health.blackbox import NAME
        from kiosk.screens.admin.logs.viewmodel import LogsViewModel

        box = self._duty.settings.data_dir / "health" / NAME
        return Page("logs", PLAIN, LogsViewModel(self.desk, self.log, box, self._duty.status, self.writer))

    def page_power(self) -> Page:
        """The screen, and ending."""
        from kiosk.screens.admin.power.viewmodel import PowerViewModel, Screen

        screen = Screen(self._life.clean, self._sleep, self._duty.settings.cleaning_seconds)
        vm = PowerViewModel(self.desk, screen, self._stop, watched=watched(), busy=lambda: bool(self._duty.status.busy))
        return Page("power", PLAIN, vm)

    def page_volume(self) -> Page:
        """Volume and brightness."""
        from kiosk.screens.admin.volume.viewmodel import Own, VolumeViewModel

        own = Own(self._life, self._keep_volume)
        vm = VolumeViewModel(self.desk, own, self.levels, str(assets_folder() / "selftest"))
        return Page("volume", ADMIN / "volume/VolumeScreen.qml", vm)

    def page_selftest(self) -> Page:
        """The self-test."""
        from kiosk.screens.admin.selftest.viewmodel import SelfTestViewModel

        vm = SelfTestViewModel(
            self.desk, self.tested, self.reach, self._duty.settings.sources, assets_folder() / "selftest"
        )
        return Page("selftest", ADMIN / "selftest/SelfTestScreen.qml", vm)

    def page_newpin(self) -> Page:
        """The administrator's first PIN."""
        return self._pin_pad("it")

    def page_wizard(self) -> Page:
        """The set-up, where it was left."""
        from kiosk.screens.admin.wizard.viewmodel import Tools, WizardViewModel

        data = self._duty.settings.data_dir
        state = read_first_run(data) or FirstRun()
        if state.over:
            state = FirstRun()
        tools = Tools(
            self.glass,
            self.reach,
            Strangers(parent=self),
            self.trusted,
            lambda kept: self._duty.lanes.run("io", lambda: keep_first_run(data, kept), self._kept),
            self._turn,
            self._speak,
            self.choose_pin,
            self._set_up,
        )
        return Page("wizard", ADMIN / "wizard/WizardScreen.qml", WizardViewModel(self.desk, tools, state))

    def set_up(self) -> None:
        """A new kiosk: the set-up stands before everything else until it is gone through."""
        self._setting_up = True
        self._duty.shell.attractChanged.connect(self._again)
        self._again()

    @Slot()
    def _again(self) -> None:
        shell = self._duty.shell
        if self._setting_up and not shell.attract and not any(p.name in ("wizard", "newpin") for p in shell.pages):
            self._duty.pin.admit()
            self._duty.gate.enter("wizard")

    def _speak(self, lang: str) -> None:
        """The shell begins anew in another language, and the set-up in it."""
        from PySide6.QtCore import QTimer

        def reopen() -> None:
            if not any(p.name == "wizard" for p in self._duty.shell.pages):
                self._duty.pin.admit()
                self._duty.gate.enter("wizard")

        self._duty.visit.setLang(lang)
        QTimer.singleShot(0, self, reopen)

    def _set_up(self) -> None:
        self._setting_up = False
        self._note("setup", "done")
        self._stop("restart")

    def _kept(self, result: Any) -> None:
        if isinstance(result, Err):
            self.desk.failed(result.error)

    def _keep_volume(self, per_cent: int) -> None:
        self.glass.in_force("volume", per_cent)
        self.glass.put({"volume": per_cent}, self._kept)

    def _sleep(self) -> None:
        """Nobody is there any more, or the screen would wake for them."""
        self._duty.shell.endVisit()
        self._life.sleep()

    def choose_pin(self, role: Role) -> None:
        """Open the pad for a role's new PIN."""
        self._duty.shell.push(self._pin_pad(role))

    def _pin_pad(self, role: Role) -> Page:
        from kiosk.screens.pin.newpin import NewPinViewModel

        vm = NewPinViewModel(self._duty.pin, role, lambda typed: self._pin_chosen(role, typed), self.desk.lang)
        return Page("newpin", ADMIN.parent / "pin/PinScreen.qml", vm)

    def _pin_chosen(self, role: Role, typed: str) -> None:
        duty = self._duty

        def hashed(result: Any) -> None:
            if isinstance(result, Err):
                self.desk.failed(result.error)
                return
            self.glass.put({KEY[role]: result.value}, saved)

        def saved(result: Any) -> None:
            if isinstance(result, Err):
                self.desk.failed(result.error)
                return
            self.renew_pins()
            duty.shell.back()
            duty.shell.say(self.tr("密码换好了"), self.tr("从下一次进门起用它"), "good")

        def work() -> str:
            made = hash_pin(typed)
            if role == "it":
                forget_code(duty.settings.data_dir)
            return made

        duty.lanes.run("io", work, hashed)

    def renew_pins(self) -> None:
        """The door takes the PINs that were chosen on the glass at once."""
        held = self.glass.held
        self._duty.pin.renew({role: value for role, key in KEY.items() if (value := held[key].value)})

    def _stop(self, way: str) -> None:
        self._end(CODES[way])
