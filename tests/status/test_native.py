"""What Qt says reaches the log, from any thread, whoever holds the interpreter's lock, and even after the end."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.status.native import LARGEST, Native, record_of


@contextmanager
def heard(file: Path) -> Iterator[Native]:
    """Hears stderr. Not a fixture: between set-up and call pytest puts its own file there again."""
    made = Native(file)
    try:
        yield made
    finally:
        made.close()


def write(line: str) -> None:
    """As a library does, below Python."""
    os.write(2, line.encode() + b"\n")


def child(script: str, *args: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, which may hang or be killed."""
    head = "import faulthandler; faulthandler.dump_traceback_later(30, exit=True)\n"
    return subprocess.run(
        [sys.executable, "-c", head + script, *args], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("line", "record"),
    [
        ("qt.warning something is wrong", ("qt", logging.WARNING, "something is wrong")),
        ("qt.warning default: something is wrong", ("qt", logging.WARNING, "something is wrong")),
        ("qt.critical qt.qpa.xcb: gone", ("qt", logging.ERROR, "qt.qpa.xcb: gone")),
        ("qt.debug a", ("qt", logging.DEBUG, "a")),
        ("ALSA lib conf.c: Unknown PCM", ("stderr", logging.INFO, "ALSA lib conf.c: Unknown PCM")),
        ("qt.other thing", ("stderr", logging.INFO, "qt.other thing")),
        ("qt.warning PulseAudioService: pa_context_connect() failed", None),
        ("  ", None),
    ],
)
def test_a_line_becomes_a_record(line: str, record: tuple[str, int, str] | None) -> None:
    assert record_of(line) == record


@pytest.mark.expect_log("qt: something is wrong")
def test_a_message_is_logged_once_it_is_whole(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with heard(tmp_path / "stderr.txt") as native:
        os.write(2, b"qt.warning something ")
        native.look()
        assert caplog.records == []
        write("is wrong")
        native.look()
        native.look()
    assert [(r.name, r.levelno, r.getMessage()) for r in caplog.records] == [
        ("qt", logging.WARNING, "something is wrong")
    ]


@pytest.mark.expect_log("qt: something is wrong")
def test_what_python_writes_stays_where_it_was(tmp_path: Path) -> None:
    with heard(tmp_path / "stderr.txt"):
        sys.stderr.write("for a person at a terminal\n")
        write("qt.warning something is wrong")
        assert "person" not in (tmp_path / "stderr.txt").read_text("utf-8")


def test_the_file_is_bounded(tmp_path: Path) -> None:
    file, most = tmp_path / "stderr.txt", 0
    with heard(file) as native:
        for _ in range(40):
            write("x" * (LARGEST // 10))
            native.look()
            most = max(most, file.stat().st_size)
    assert LARGEST // 2 < most <= LARGEST * 1.2
    assert file.stat().st_size == 0


def test_the_end_of_the_last_line_is_not_waited_for(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    native = Native()
    os.write(2, b"free(): invalid pointer")
    native.close()
    assert caplog.messages == ["free(): invalid pointer"]


DIES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import qFatal
from kiosk.faults import install_hooks
install_hooks(native=Path(sys.argv[1]))
qFatal("nothing goes any more")
"""


@pytest.mark.expect_log("stderr: before the last end: qt.")
def test_the_last_words_are_told_by_the_next_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "logs" / "stderr.txt"
    assert child(DIES, str(file)).returncode < 0
    Native(file).close()
    assert "nothing goes any more" in caplog.text
    caplog.clear()
    Native(file).close()
    assert caplog.records == []


WAITS = """
import logging, sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.faults import install_hooks
logging.basicConfig(stream=sys.stdout, format="%(name)s: %(message)s")
folder = Path(sys.argv[1])
(folder / "Slide.qml").write_text("import QtQuick\\nItem { property int visible: 3 }\\n")
(folder / "Window.qml").write_text('import QtQuick\\nItem { Loader { source: "Slide.qml" } }\\n')
app = QGuiApplication([])
native = install_hooks()
engine = QQmlEngine()
made = QQmlComponent(engine, QUrl.fromLocalFile(str(folder / "Window.qml"))).create()
native.close()
print("made", made is not None)
"""


def test_qt_speaks_from_a_thread_that_is_waited_for(tmp_path: Path) -> None:
    """With a handler in Python this process hangs: `create` keeps the lock while the loader thread compiles, and warns."""
    done = child(WAITS, str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "made True" in done.stdout
    assert "qt: " in done.stdout
    assert "FINAL" in done.stdout
