"""Rows; the tray's keys change the chosen one at once, and are heard and seen at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.state.levels import DARKEST, Levels
from kiosk.state.screenlife import ScreenLife

QML_IMPORT_NAME = "kiosk.screens.admin.volume"
QML_IMPORT_MAJOR_VERSION = 1
STEP = 5
KEEP_MS = 800
"""Without a further step, until the volume is kept: a finger steps ten times to where it wants to be."""


@dataclass(frozen=True, slots=True)
class Own:
    """The program's own volume, which every machine has.

    Args:
        life: sets it at once.
        keep: writes it into the settings.
    """

    life: ScreenLife
    keep: Callable[[int], None]


@QmlElement
@QmlUncreatable("made by the app")
class VolumeViewModel(DeskViewModel):
    """The program's volume, the machine's mixer, the backlight.

    Args:
        own: the program's volume.
        levels: mixer and backlight, where they let themselves be set.
        sounds: folder of the test sounds.
    """

    told = Signal()
    room = "volume"

    def __init__(self, desk: Desk, own: Own, levels: Levels, sounds: str) -> None:
        super().__init__(desk)
        self.changed.connect(self.told)
        self._own = own
        self._levels = levels
        self._sound = QUrl.fromLocalFile(f"{sounds}/left.wav")
        self._playing = False
        self._later = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._later.timeout.connect(self._keep)
        self.picked = "volume"
        self._signals = (levels.changed, own.life.changed)
        for signal in self._signals:
            signal.connect(self.changed)
        levels.refresh()

    def leave(self) -> None:
        """The page goes away; what was set last is kept."""
        if self._later.isActive():
            self._keep()
        for signal in self._signals:
            signal.disconnect(self.changed)

    def heading(self) -> str:
        """The page."""
        return self.tr("音量与亮度")

    def wall(self) -> Wall:
        """The chosen one, large."""
        level = self._level
        if not self.picked or (self._levels.now is None and self.picked != "volume"):
            return Wall()
        if level is None:
            what = (
                self.tr("这台机器的混音器在这里调不了")
                if self.picked == "mixer"
                else self.tr("这块屏的亮度在这里调不了")
            )
            return Wall(what, lines=(self.tr("请用机身或显示器上的按键。"),))
        return Wall(self._names()[self.picked], f"{level} %", self._limits() if self.picked == "volume" else ())

    def listed(self) -> list[Row]:
        """All three."""
        now, names = self._levels.now, self._names()

        def shown(level: int | None) -> tuple[str, str]:
            return (
                ("", "off") if now is None else (self.tr("调不了"), "off") if level is None else (f"{level} %", "off")
            )

        mixer, brightness = shown(now.volume if now else None), shown(now.brightness if now else None)
        return [
            Row("volume", names["volume"], self.tr("讲解、影片、提示音"), f"{self._own.life.wished} %", "off"),
            Row("mixer", names["mixer"], self.tr("整台机器，和上面的相乘"), *mixer),
            Row("brightness", names["brightness"], self.tr("屏幕背光"), *brightness),
        ]

    def acts(self) -> list[Act]:
        """Hear it."""
        heard = self.picked in ("volume", "mixer")
        return [Act("play", self.tr("试听"), "sheet", "volume-high")] if heard else []

    def do(self, _key: str) -> None:
        """Play a tone."""
        self._playing = True

    @Property(bool, notify=told)
    def canSet(self) -> bool:
        """The chosen one can be set from here."""
        return self._level is not None

    @Property(int, notify=told)
    def level(self) -> int:
        """Per cent."""
        return self._level or 0

    @Property(int, constant=True)
    def darkest(self) -> int:
        """The least brightness."""
        return DARKEST

    @Property(QUrl, notify=told)
    def playing(self) -> QUrl:
        """What is to be heard; empty for nothing."""
        return self._sound if self._playing else QUrl()

    @Slot()
    def played(self) -> None:
        """It was heard, or cannot be."""
        self._playing = False
        self.changed.emit()

    @Slot(int)
    def step(self, by: int) -> None:
        """Less or more; nothing when this role may not."""
        level = self._level
        if level is None or not self.allowed():
            return
        wanted = max(0, min(100, round(level / STEP) * STEP + by * STEP))
        match self.picked:
            case "volume":
                self._own.life.setVolume(wanted)
                self._later.start()
            case "mixer":
                self.desk.note(self.picked, f"{wanted} %")
                self._levels.set_volume(wanted)
            case "brightness":
                self.desk.note(self.picked, f"{wanted} %")
                self._levels.set_brightness(wanted)

    @Slot()
    def _keep(self) -> None:
        self._later.stop()
        self._own.keep(self._own.life.wished)

    def _names(self) -> dict[str, str]:
        return {"volume": self.tr("音量"), "mixer": self.tr("混音器"), "brightness": self.tr("亮度")}

    def _limits(self) -> tuple[str, ...]:
        """Why it sounds otherwise now."""
        life = self._own.life
        now = life.hour.volume
        if now == life.wished:
            return (self.tr("马上就变，关机以后也记得。"),)
        words = (
            self.tr("最响只到 %1 %，是“设置”里的上限。")
            if now == life.cap
            else self.tr("这个钟点是 %1 %，按“设置”里的时间表。")
        )
        return (words.replace("%1", str(now)),)

    @property
    def _level(self) -> int | None:
        now = self._levels.now
        match self.picked:
            case "volume":
                return self._own.life.wished
            case "mixer":
                return now.volume if now else None
            case "brightness":
                return now.brightness if now else None
        return None
