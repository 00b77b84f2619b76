from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

# Qt reads these when the application is made, which any test of this run may be the first to do.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
os.environ["QT_VIRTUALKEYBOARD_STYLE"] = "kiosk"

from .hall import CROWD, PEOPLE, Hall, write_catalog


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def running(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One kiosk for all tests: Qt allows one on-screen keyboard a process."""
    from PySide6.QtTest import QTest

    from kiosk.app import App, Options
    from kiosk.settings import Settings

    data = tmp_path_factory.mktemp("kiosk")
    write_catalog(data, PEOPLE + CROWD)
    before = dict(os.environ)
    app = App(Settings(data, idle_seconds=3600), Options(size=(1080, 1920), watch=False))
    warnings: list[str] = []
    app.engine.warnings.connect(lambda found: warnings.extend(w.toString() for w in found))
    hall = Hall(app, app.show(), QTest.createTouchDevice())
    hall.wait(lambda: app.shell.page is not None)
    yield hall
    app.close()
    os.environ.clear()
    os.environ.update(before)
    assert not warnings


@pytest.fixture
def hall(running: Hall) -> Iterator[Hall]:
    """The search page, portrait, nothing typed."""
    running.window.resize(1080, 1920)
    running.open_search()
    yield running
    running.app.visit.reset()
    running.app.shell.home()
    running.wait(lambda: running.find("search.field") is None)
