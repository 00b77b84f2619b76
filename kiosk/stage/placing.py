"""Puts the windows on their screens, and again whenever a screen comes, goes, moves or wakes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.stage.maker import WindowMaker
from kiosk.stage.screens import Screens
from kiosk.stage.windows import Places, Roles, Screen, arrange, remember, swapped

AGAIN_MS, MOST_TRIES = 400, 3


class Placing(QObject):
    """The kiosk's own window becomes the console; the audience's is made here.

    Args:
        maker: makes the audience's window.
        console: the kiosk's window.
        fixed: leave the kiosk's window where it is and as large as it is (a window on a desk).
        roles: which screen was whose the last time.
    """

    changed = Signal()
    rolesChanged = Signal()

    def __init__(
        self,
        maker: WindowMaker,
        console: QQuickWindow,
        screens: Screens,
        roles: Roles,
        *,
        fixed: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        maker.setParent(self)
        self._maker = maker
        self._console = console
        self.screens = screens
        self._fixed = fixed
        self._before = console.geometry()
        self._full = console.visibility() == QQuickWindow.Visibility.FullScreen
        self.roles = roles
        self.places: Places | None = None
        self._tries = 0
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        screens.setParent(self)
        screens.changed.connect(self.arrange)

    @property
    def audience(self) -> QQuickWindow | None:
        """The audience's window, while there is one."""
        return self._maker.window

    @property
    def two(self) -> bool:
        """Whether the audience has a screen of its own."""
        return self.places is not None and self.places.audience is not None

    def start(self) -> None:
        """Take the screens."""
        self.screens.start()
        self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Put each window where it belongs; while all screens sleep they stay where they are."""
        self._tries = 0
        self._again.start()
        self._arrange()

    @Slot()
    def _look_again(self) -> None:
        """A window manager may have moved a window afterwards: say it again, a few times."""
        self._tries += 1
        if self._tries <= MOST_TRIES:
            self._again.start()
            self._arrange()

    def _arrange(self) -> None:
        places = arrange(self.screens.read(), self.roles)
        if places is None:
            return
        if not self._fixed or places.audience is not None:
            self._put(self._console, places.console, fixed=self._fixed)
        before, self.places = self.places, places
        roles = remember(self.roles, places)
        if roles != self.roles:
            self.roles = roles
            self.rolesChanged.emit()
        if places.audience is None:
            # The stage moves into the kiosk's window before its own window goes.
            if before is None or before.audience is not None:
                self.changed.emit()
            self._maker.drop()
            return
        self._put(self._maker.make(), places.audience)
        if before != places:
            self.changed.emit()

    @Slot()
    def swap(self) -> None:
        """The other way round."""
        if self.places is not None and self.two:
            self.roles = swapped(self.places)
            self.rolesChanged.emit()
            self.arrange()

    def stop(self) -> None:
        """Give the screens back: the kiosk's window is where it was."""
        self.screens.stop()
        self._again.stop()
        self._maker.close()
        console = self._console
        if console.geometry() != self._before:
            _place(console, self._before, full=self._full)

    def _put(self, window: QQuickWindow, screen: Screen, *, fixed: bool = False) -> None:
        area = QRect(screen.x, screen.y, screen.width, screen.height)
        if fixed:
            return
        if window.geometry() != area or not window.isVisible():
            _place(window, area, full=True)


def _place(window: QQuickWindow, area: QRect, *, full: bool) -> None:
    """Geometry is set before and after: a window manager keeps a full screen where it is, and without one it has no size."""
    if window.visibility() == QQuickWindow.Visibility.FullScreen:
        window.setVisibility(QQuickWindow.Visibility.Windowed)
    screen = next((s for s in QGuiApplication.screens() if s.geometry() == area), None)
    if screen is not None:
        window.setScreen(screen)
    window.setGeometry(area)
    if full and screen is not None:
        window.showFullScreen()
        window.setGeometry(area)
    else:
        window.show()
