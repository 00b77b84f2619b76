"""The log: in the journal's own protocol, or in files that never grow without end."""

from __future__ import annotations

import logging
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import __version__
from kiosk.status import logs
from kiosk.status.flood import BURST, WINDOW, Flood
from kiosk.status.logfile import LogFile, log_files

posix = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Unix sockets")


def record(text: str = "hello", *args: object, name: str = "kiosk.x", level: int = logging.INFO) -> logging.LogRecord:
    return logging.LogRecord(name, level, __file__, 7, text, args, None, "f")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[tuple[Path, socket.socket]]:
    path = tmp_path / "journal"
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.settimeout(5)
    listening.bind(str(path))
    yield path, listening
    listening.close()


def parsed(datagram: bytes) -> dict[str, str]:
    """As journald reads it."""
    found: dict[str, str] = {}
    while datagram:
        line, _, rest = datagram.partition(b"\n")
        if b"=" in line:
            name, _, value = line.partition(b"=")
        else:
            name, (size,) = line, struct.unpack("<Q", rest[:8])
            value, rest = rest[8 : 8 + size], rest[9 + size :]
        found[name.decode()] = value.decode()
        datagram = rest
    return found


@posix
def test_the_journal_gets_fields(journal: tuple[Path, socket.socket]) -> None:
    from kiosk.status.journald import Journal

    path, listening = journal
    handler = Journal(path)
    try:
        raise ValueError("第一行\n第二行")
    except ValueError:
        handler.emit(
            logging.LogRecord("kiosk.faults", logging.CRITICAL, "a.py", 3, "bug %s", ("x",), sys.exc_info(), "f")
        )
    handler.close()
    fields = parsed(listening.recv(100_000))
    assert fields["MESSAGE"].startswith("bug x\nTraceback")
    assert "第二行" in fields["MESSAGE"]
    assert (fields["PRIORITY"], fields["LOGGER"], fields["EXCEPTION"]) == ("2", "kiosk.faults", "ValueError")
    assert (fields["SYSLOG_IDENTIFIER"], fields["CODE_LINE"]) == ("kiosk", "3")


@posix
@given(st.text(max_size=200), st.sampled_from([10, 20, 30, 40, 50, 5]))
def test_whatever_is_logged_arrives(text: str, level: int) -> None:
    from kiosk.status.journald import datagram

    clean = text.encode("utf-8", "backslashreplace").decode()
    assert parsed(datagram(record("%s", text, level=level), "kiosk"))["MESSAGE"] == clean


@posix
def test_a_huge_record_still_fits_into_a_datagram(journal: tuple[Path, socket.socket]) -> None:
    from kiosk.status.journald import Journal

    path, listening = journal
    handler = Journal(path)
    handler.emit(record("长" * 500_000))
    handler.close()
    assert 1000 < len(listening.recv(300_000)) < 200_000


@posix
def test_without_a_journal_the_line_goes_to_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kiosk.status.journald import Journal

    handler = Journal(tmp_path / "none")
    handler._otherwise.setStream(sys.stderr)
    handler.emit(record("alone"))
    handler.close()
    assert "alone" in capsys.readouterr().err


def test_files_turn_and_stay_few(tmp_path: Path) -> None:
    handler = LogFile(tmp_path / "logs", size=1000, files=3)
    for number in range(200):
        handler.emit(record("line %d", number))
    handler.close()
    found = sorted((tmp_path / "logs").iterdir())
    assert [f.name for f in found] == ["kiosk.log", "kiosk.log.1", "kiosk.log.2"]
    assert all(f.stat().st_size <= 1000 for f in found)
    assert "line 199" in (tmp_path / "logs/kiosk.log").read_text("utf-8")
    again = LogFile(tmp_path / "logs", size=1000, files=3)
    again.emit(record("the next run"))
    again.close()
    assert "line 199" in "".join(f.read_text("utf-8") for f in log_files(tmp_path / "logs"))
    assert "the next run" in (tmp_path / "logs/kiosk.log").read_text("utf-8")


def test_a_file_that_is_too_big_already_is_turned(tmp_path: Path) -> None:
    (tmp_path / "kiosk.log").write_bytes(b"x" * 5000)
    handler = LogFile(tmp_path, size=1000, files=3)
    handler.emit(record("small"))
    handler.close()
    assert (tmp_path / "kiosk.log").stat().st_size < 200
    assert (tmp_path / "kiosk.log.1").stat().st_size == 5000


def test_a_disk_that_refuses_costs_lines_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file is in the way", "ascii")
    handler = LogFile(tmp_path / "logs")
    for _ in range(3):
        handler.emit(record("lost"))
    (tmp_path / "logs").unlink()
    handler.emit(record("kept"))
    handler.close()
    lines = (tmp_path / "logs/kiosk.log").read_text("utf-8").splitlines()
    assert "refused 3 lines" in lines[0]
    assert lines[1].endswith("INFO kiosk.x: kept")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "kiosk.log").symlink_to("/dev/full")
    handler = LogFile(tmp_path, size=10**9)
    handler.emit(record("lost"))
    handler.emit(record("lost too"))
    (tmp_path / "kiosk.log").unlink()
    handler.emit(record("kept"))
    handler.close()
    assert "refused" in (tmp_path / "kiosk.log").read_text("utf-8")


def test_equal_lines_are_counted() -> None:
    now = [0.0]
    flood = Flood(lambda: now[0])
    passed = sum(flood.filter(record("%s", "QML: binding loop", name="qt")) for _ in range(500))
    assert passed == BURST
    assert flood.filter(record("something else"))
    now[0] = WINDOW + 1
    last = record("%s", "QML: binding loop", name="qt")
    assert flood.filter(last)
    assert last.getMessage() == f"QML: binding loop (and {500 - BURST} more like it before)"


def test_many_different_lines_take_no_memory() -> None:
    flood = Flood(lambda: 0.0)
    for number in range(5000):
        assert flood.filter(record(f"message {number}"))
    assert len(flood._seen) <= 256


ASK = """
import logging, sys
from pathlib import Path
from kiosk.status import logs
logs.set_up(Path(sys.argv[1]), journal=Path(sys.argv[2]))
logging.getLogger("kiosk.test").info("said")
logging.getLogger("kiosk.test").debug("not said")
assert "logging.handlers" not in sys.modules
"""


def ask(tmp_path: Path, *, stderr: object = subprocess.PIPE, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(tmp_path / "data"), str(tmp_path / "journal")],
        stderr=stderr, text=True, check=True, timeout=60, env={**os.environ, **env},
    )  # fmt: skip
    return done.stderr or ""


def test_a_pipe_and_files(tmp_path: Path) -> None:
    assert ask(tmp_path, JOURNAL_STREAM="") == "INFO kiosk.test: said\n"
    text = (tmp_path / "data" / logs.FOLDER / "kiosk.log").read_text("utf-8")
    assert [line.split(" ", 1)[1] for line in text.splitlines()] == [
        f"INFO kiosk: kiosk {__version__} begins",
        "INFO kiosk.test: said",
    ]


def test_a_file_as_stderr_is_left_alone(tmp_path: Path) -> None:
    with (tmp_path / "xsession-errors").open("w") as file:
        ask(tmp_path, stderr=file, JOURNAL_STREAM="")
    assert (tmp_path / "xsession-errors").read_text("ascii") == ""
    assert (tmp_path / "data" / logs.FOLDER / "kiosk.log").exists()


@posix
def test_under_systemd_only_the_journal_is_written(tmp_path: Path, journal: tuple[Path, socket.socket]) -> None:
    assert ask(tmp_path, JOURNAL_STREAM="8:12345") == ""
    assert parsed(journal[1].recv(10_000))["MESSAGE"].endswith("begins")
    assert parsed(journal[1].recv(10_000))["MESSAGE"] == "said"
    assert not (tmp_path / "data").exists()
