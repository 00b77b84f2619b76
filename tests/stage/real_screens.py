"""Run on an X server: a lecture on two real screens, which are taken away, put back, moved and swapped."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from xmonitors import Monitors

PATIENCE = 2.0


def main(data: Path) -> None:
    """Print one line for each thing that holds; stop at the first that does not."""
    monitors = Monitors(os.environ["DISPLAY"])
    monitors.put("GLASS", 0, 0, 1280, 720, first=True)
    monitors.put("BEAMER", 1280, 0, 960, 540)
    from kiosk.app import App, Options
    from kiosk.settings import Settings

    app = App(Settings(data, calm=True, render="software"), Options(watch=False))
    app.show()

    def wait(what: str, ready: Callable[[], object], patience: float = PATIENCE) -> None:
        began = time.monotonic()
        while not ready():
            if time.monotonic() - began > patience:
                own, other = app.window.geometry().getRect(), audience() and audience().geometry().getRect()  # type: ignore[union-attr]
                sys.exit(f"not {what}: {own} {other} {[(s.name(), s.geometry().getRect()) for s in app.qt.screens()]}")
            app.qt.processEvents()
            time.sleep(0.003)
        sys.stdout.write(f"{what}\n")

    def audience():
        return app.stagehand.placing.audience if app.stagehand.placing else None

    def own_at(*rect: int) -> bool:
        return bool(app.window.geometry().getRect() == rect)

    def at(*rect: int) -> bool:
        return audience() is not None and audience().geometry().getRect() == rect and audience().isExposed()

    wait("the house", lambda: "duty" in vars(app), 20)
    app.shell.startLecture("hall/one-hook")
    wait("both windows", lambda: app.stagehand.vm and at(1280, 0, 960, 540) and own_at(0, 0, 1280, 720), 20)
    vm = app.stagehand.vm
    assert vm is not None
    vm.jump(6)
    monitors.take("BEAMER")
    wait("one window", lambda: not vm.two and audience() is None and own_at(0, 0, 1280, 720))
    monitors.put("BEAMER", 1280, 0, 960, 540)
    wait("both again", lambda: vm.two and at(1280, 0, 960, 540))
    vm.swap()
    wait("swapped", lambda: own_at(1280, 0, 960, 540) and at(0, 0, 1280, 720))
    monitors.take("BEAMER")
    wait("alone", lambda: not vm.two)
    monitors.put("BEAMER", 1280, 100, 1024, 768)
    wait("moved", lambda: own_at(1280, 100, 1024, 768) and at(0, 0, 1280, 720))
    for n in range(20):
        vm.swap()
        app.qt.processEvents()
        if n % 5 == 0:
            monitors.take("BEAMER")
            wait(f"alone {n}", lambda: not vm.two)
            monitors.put("BEAMER", 1280, 0, 960, 540)
            wait(f"together {n}", lambda: vm.two)
    wait("after twenty more", lambda: vm.two and own_at(1280, 0, 960, 540) and at(0, 0, 1280, 720), 4)
    assert vm.run.index == 6
    image = audience().grabWindow()  # type: ignore[union-attr]
    assert image.width() == 1280
    vm.leave()
    wait("a clean kiosk", lambda: app.shell.attract and audience() is None)
    app.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
