"""What every test runs under: no display, no sound card, no home folder, and nothing may go wrong unseen.

pytest-qt fails a test on exceptions in slots; pytest itself on exceptions in threads and finalisers, as warnings are errors.
This file adds: log records of WARNING and above that the test did not announce with
`@pytest.mark.expect_log("logger: message")`, a regular expression, and messages of Qt and QML of that level, except those
that `@pytest.mark.qt_log_ignore("pattern", ...)` names.
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.status.native import PATTERN, record_of

# Qt reads these when the application is made, which any test may be the first to do.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
os.environ["QT_VIRTUALKEYBOARD_STYLE"] = "kiosk"
os.environ["QT_MESSAGE_PATTERN"] = PATTERN
os.environ["QT_LOGGING_RULES"] = "qt.multimedia.*=false;qt.virtualkeyboard.*=false"

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

LONG = {
    "test_tour.py",
    "test_faults.py",
    "test_powercut_sync.py",
    "test_powercut_trust.py",
    "test_spoilt_data.py",
    "test_lecture_stick.py",
}
"""Files whose tests take a minute and more each."""

# Deadlines of milliseconds say more about a busy machine than about the code.
# `make test` tries the same examples each time, as one who changes a line wants to know; `make search` looks for new ones.
settings.register_profile("kiosk", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile(os.environ.get("KIOSK_EXAMPLES", "kiosk"))


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests out of the home folder of whoever runs them."""
    config.addinivalue_line("markers", "expect_log(pattern): a log record `logger: message` that this test must cause")
    home = tempfile.TemporaryDirectory(prefix="kiosk-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        folder = Path(home.name) / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The kiosk runs without QtWidgets; so do the tests."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with one long test first: files go to the processes in this order, and nothing should run alone at the end."""
    items.sort(key=lambda item: item.path.name not in LONG)


class Witness(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.seen.append(f"{record.name}: {record.getMessage()}")

    def judge(self, expected: list[str]) -> None:
        """Fail on records that nobody announced."""
        surprises = [line for line in self.seen if not any(re.search(pattern, line) for pattern in expected)]
        if surprises:
            pytest.fail("unexpected log records:\n" + "\n".join(surprises), pytrace=False)


def _watched(item: pytest.Item) -> Iterator[Witness]:
    witness = Witness()
    logging.getLogger().addHandler(witness)
    try:
        yield witness
    finally:
        logging.getLogger().removeHandler(witness)


def _expected(item: pytest.Item) -> list[str]:
    return [mark.args[0] for mark in item.iter_markers("expect_log")]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Fixtures are watched too."""
    for witness in _watched(item):
        yield
        witness.judge(_expected(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """An expected record must come."""
    for witness in _watched(item):
        yield
        witness.judge(_expected(item))
        missing = [pattern for pattern in _expected(item) if not any(re.search(pattern, line) for line in witness.seen)]
        if missing:
            pytest.fail("these log records did not come:\n" + "\n".join(missing), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Putting away is watched too."""
    for witness in _watched(item):
        yield
        witness.judge(_expected(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """What Qt said on stderr, captured below Python, fails the test."""
    report: pytest.TestReport = yield  # type: ignore[assignment]
    if report.passed and (said := _surprises(item, report)):
        report.outcome = "failed"
        report.longrepr = "Qt said:\n" + "\n".join(said)
    return report  # type: ignore[return-value]


QT_ITSELF = r"^QUnifiedTimer::stopAnimationDriver: driver is not running$"
"""Said whenever an animation dies in its first frame: the queued stop finds the driver stopped; nothing comes of it."""


def _surprises(item: pytest.Item, report: pytest.TestReport) -> list[str]:
    ignored = [QT_ITSELF, *(pattern for mark in item.iter_markers("qt_log_ignore") for pattern in mark.args)]
    lines = [
        line
        for title, text in report.sections
        if title == f"Captured stderr {report.when}"
        for line in text.splitlines()
    ]
    messages = [found for found in map(record_of, lines) if found and found[0] == "qt" and found[1] >= logging.WARNING]
    return [message for _, _, message in messages if not any(re.search(pattern, message) for pattern in ignored)]
