"""Where the log goes: to the journal when systemd runs us, else into files of bounded size; a person at a terminal sees it too."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from kiosk import __version__
from kiosk.status.flood import Flood
from kiosk.status.logfile import LogFile

FOLDER = "logs"
"""In the data folder."""
_JOURNAL = Path("/run/systemd/journal/socket")


def set_up(
    data_dir: Path,
    *,
    env: Mapping[str, str] = os.environ,
    journal: Path = _JOURNAL,
    name: str = "kiosk",
    every: bool = False,
) -> None:
    """Send what is logged, from INFO upwards, to where it can be kept.

    Args:
        data_dir: the kiosk's data folder.
        env: `JOURNAL_STREAM` says that systemd runs us.
        journal: the journal's socket.
        name: of this program, for the journal and the files.
        every: equal lines are written, not counted: each is an event.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    chosen = handlers(data_dir, env=env, journal=journal, name=name)
    for handler in chosen:
        if not every:
            handler.addFilter(Flood())
        root.addHandler(handler)
    begins = logging.LogRecord("kiosk", logging.INFO, __file__, 0, "%s %s begins", (name, __version__), None)
    chosen[0].handle(begins)  # into what is kept; a terminal sees it anyway


def handlers(data_dir: Path, *, env: Mapping[str, str], journal: Path, name: str) -> list[logging.Handler]:
    """The handlers for this process."""
    if env.get("JOURNAL_STREAM") and journal.exists() and not _is_terminal():
        from kiosk.status.journald import Journal  # here: the first frame needs no sockets elsewhere

        return [Journal(journal, name)]
    chosen: list[logging.Handler] = [LogFile(data_dir / FOLDER, f"{name}.log")]
    if not _is_file():
        stream = logging.StreamHandler(sys.stderr)
        stream.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        chosen.append(stream)
    return chosen


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _is_file() -> bool:
    """Whether stderr is a file (`~/.xsession-errors`), which nobody keeps small, or nothing at all (Windows without a console)."""
    try:
        return sys.stderr is None or stat.S_ISREG(os.fstat(sys.stderr.fileno()).st_mode)
    except (OSError, ValueError):
        return False
