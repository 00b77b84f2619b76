"""`kiosk supervise -- run …`: keeps the kiosk on the screen where no service manager does."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.core.program import kiosk_command

if TYPE_CHECKING:
    from kiosk.health.blackbox import BlackBox
    from kiosk.watch.restarts import Machine
    from kiosk.watch.supervisor import Event

_log = logging.getLogger(__name__)


@click.command("supervise", context_settings={"ignore_unknown_options": True})
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Data folder; default: from the settings.")
@click.option("--limit", type=click.FloatRange(1, 600), default=20.0, help="Seconds without a sign of life.")
@click.option("--start-limit", type=click.FloatRange(5, 3600), default=90.0, help="Seconds until it is on the screen.")
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def command(data: Path | None, limit: float, start_limit: float, words: tuple[str, ...]) -> int:
    """Start the kiosk, and start it again when it dies or hangs; exit codes 10, 11, 12 restart it, reboot, power off."""
    from kiosk.cli.chosen import settings
    from kiosk.status import logs
    from kiosk.watch.supervisor import Limits, Supervisor

    folder = settings(data).data_dir
    logs.set_up(folder, name="supervise", every=True)
    run = [*(words or ("run",))]
    if data is not None and "--data" not in run:
        run += ["--data", str(data)]

    def line(safe: bool, again: bool) -> Sequence[str]:
        return kiosk_command(*run, *(["--attract"] if again else []), *(["--safe"] if safe else []))

    keeper = Supervisor(line, Limits(start_limit, limit), _machine, lambda event: _note(folder, event))
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: keeper.close())
    return keeper.run()


def machine_command(what: str, platform: str = sys.platform) -> list[str]:
    """The system's own command to reboot or switch off.

    Args:
        what: `reboot` or `power off`.
    """
    if platform == "win32":
        return ["shutdown", "/r" if what == "reboot" else "/s", "/t", "0"]
    return ["systemctl", "reboot" if what == "reboot" else "poweroff"]


def _machine(wanted: Machine) -> None:
    subprocess.run(machine_command(wanted.what), check=False)


def _note(data: Path, event: Event) -> None:
    """Into the black box; the kiosk itself, which writes to it too, does not run at these moments."""
    _log.info("%s code=%d after %.1f s", event.name, event.code, event.seconds)
    if event.name not in ("ended", "hung", "safe"):
        return
    from kiosk.core.errors import StorageError
    from kiosk.health.blackbox import NAME, BlackBox

    box: BlackBox | None = None
    try:
        box = BlackBox(data / "health" / NAME)
        box.note(event.name, datetime.now(UTC), durable=True, code=event.code, seconds=round(event.seconds, 1))
    except StorageError as error:
        _log.warning("%s", error)
    finally:
        if box is not None:
            box.close()
