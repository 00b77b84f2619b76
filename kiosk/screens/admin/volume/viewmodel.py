"""Two rows; the tray's keys change the chosen one at once, and are heard and seen at once."""

from __future__ import annotations

from PySide6.QtCore import Property, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.state.levels import DARKEST, Levels

QML_IMPORT_NAME = "kiosk.screens.admin.volume"
QML_IMPORT_MAJOR_VERSION = 1
STEP = 5


@QmlElement
@QmlUncreatable("made by the app")
class VolumeViewModel(DeskViewModel):
    """Sets through `Levels`.

    Args:
        sounds: folder of the test sounds.
    """

    told = Signal()
    room = "volume"

    def __init__(self, desk: Desk, levels: Levels, sounds: str) -> None:
        super().__init__(desk)
        self.changed.connect(self.told)
        self._levels = levels
        self._sound = QUrl.fromLocalFile(f"{sounds}/left.wav")
        self._playing = False
        self.picked = "volume"
        levels.changed.connect(self.changed)
        levels.refresh()

    def leave(self) -> None:
        """The page goes away."""
        self._levels.changed.disconnect(self.changed)

    def heading(self) -> str:
        """The page."""
        return self.tr("音量与亮度")

    def wall(self) -> Wall:
        """The chosen one, large."""
        level = self._level
        if self._levels.now is None or not self.picked:
            return Wall()
        if level is None:
            what = (
                self.tr("这台机器的音量在这里调不了")
                if self.picked == "volume"
                else self.tr("这块屏的亮度在这里调不了")
            )
            return Wall(what, lines=(self.tr("请用机身或显示器上的按键。"),))
        return Wall(self.tr("音量") if self.picked == "volume" else self.tr("亮度"), f"{level} %")

    def listed(self) -> list[Row]:
        """Both."""
        now = self._levels.now

        def shown(level: int | None) -> tuple[str, str]:
            return (
                ("", "off") if now is None else (self.tr("调不了"), "off") if level is None else (f"{level} %", "off")
            )

        volume, brightness = shown(now.volume if now else None), shown(now.brightness if now else None)
        return [
            Row("volume", self.tr("音量"), self.tr("整台机器的声音"), *volume),
            Row("brightness", self.tr("亮度"), self.tr("屏幕背光"), *brightness),
        ]

    def acts(self) -> list[Act]:
        """Hear it."""
        return [Act("play", self.tr("试听"), "sheet", "volume-high")] if self.picked == "volume" else []

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
        """Less or more."""
        level = self._level
        if level is None:
            return
        wanted = round(level / STEP) * STEP + by * STEP
        self.desk.note(self.picked, f"{wanted} %")
        (self._levels.set_volume if self.picked == "volume" else self._levels.set_brightness)(wanted)

    @property
    def _level(self) -> int | None:
        now = self._levels.now
        if now is None:
            return None
        return now.volume if self.picked == "volume" else now.brightness if self.picked == "brightness" else None
