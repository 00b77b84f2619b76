"""The tests themselves: what goes wrong unseen fails them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]

SAMPLES = """
import logging
import threading
import warnings

import pytest
from PySide6.QtCore import QObject, QTimer, Signal, qWarning
from PySide6.QtQml import QQmlComponent, QQmlEngine

log = logging.getLogger("shop")


class Bell(QObject):
    rung = Signal()


def test_passes_quietly():
    log.info("nothing to see")


@pytest.mark.expect_log("shop: the till is .*")
def test_passes_with_the_warning_it_announced():
    log.warning("the till is %s", "open")


def test_fails_on_a_warning_in_the_log():
    log.warning("the till is open")


@pytest.mark.expect_log("shop: the till")
def test_fails_when_the_announced_warning_does_not_come():
    pass


def test_fails_on_a_python_warning():
    warnings.warn("old", DeprecationWarning)


def test_fails_on_an_exception_in_a_slot(qtbot):
    def slot():
        raise ValueError("in a slot")

    bell = Bell()
    bell.rung.connect(slot)
    bell.rung.emit()


def test_fails_on_an_exception_in_a_thread():
    def work():
        raise ValueError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_fails_on_a_qt_warning(qtbot):
    qWarning("the glass is broken")


def test_fails_on_a_qml_warning(qtbot):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(b"import QtQml\\nQtObject { property int a: nothing.here }", "test.qml")
    thing = component.create()
    assert thing is not None
"""


def test_what_goes_wrong_unseen_fails(pytester: pytest.Pytester) -> None:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    (pytester.path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    (pytester.path / "tests").mkdir()
    pytester.makepyfile(test_samples=SAMPLES)
    done = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-rA", "test_samples.py")
    passed = {line.split("::")[1] for line in done.outlines if line.startswith("PASSED")}
    assert passed == {"test_passes_quietly", "test_passes_with_the_warning_it_announced"}
    done.assert_outcomes(passed=2, failed=7)
