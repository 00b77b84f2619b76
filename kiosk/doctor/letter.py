"""What a kiosk without a network tells the office by way of a stick: the bundle's logs, scrubbed as the bundle is, quick to make."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.core.text import Text
from kiosk.doctor.bundle import clean, health_text, known_secrets, syncs, tail, versions
from kiosk.doctor.line import Line
from kiosk.doctor.rounds import Patient, examine
from kiosk.doctor.scrub import scrub
from kiosk.fleet.logs import MOST_OF_ONE
from kiosk.settings import Settings
from kiosk.settings.model import KEYS
from kiosk.status.logfile import log_files
from kiosk.status.logs import FOLDER as LOGS

QUICK = ("settings", "storage", "clock", "trust", "packs", "logs")
"""Checks that neither ask a server nor start a child."""
LOG_FILES = 3
"""Of each kind of log, the newest."""


def faults(chosen: Settings) -> tuple[Text, ...]:
    """What somebody should look at on the kiosk whose settings these are, one scrubbed sentence each; raises nothing."""
    patient = _patient(chosen)
    secrets = known_secrets(patient)
    return tuple(
        Text(scrub(line.message.zh, secrets), scrub(line.message.en, secrets))
        for line in examine(patient, QUICK)
        if line.level in ("look", "bad")
    )


def logs(chosen: Settings) -> dict[str, str]:
    """Scrubbed texts by name; what cannot be read says so in its place. Takes a second where the logs are full."""
    patient = _patient(chosen)
    secrets = known_secrets(patient)
    lines = tuple(examine(patient, QUICK))
    return {name: _text(make, secrets) for name, make in _parts(chosen, lines)}


def _patient(chosen: Settings) -> Patient:
    return Patient(chosen, env=dict(os.environ))


def _parts(chosen: Settings, lines: tuple[Line, ...]) -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "doctor.json", lambda: [line.as_json() for line in lines]
    yield "versions.json", versions
    yield "settings.json", lambda: {k.name: _shown(getattr(chosen, k.name), secret=k.secret) for k in KEYS}
    health = chosen.data_dir / "health"
    for file in sorted(health.iterdir()) if health.is_dir() else ():
        yield f"health/{file.name}.txt", partial(health_text, file)
    for name in ("kiosk.log", "supervise.log"):
        for file in log_files(chosen.data_dir / LOGS, name)[:LOG_FILES]:
            yield f"logs/{file.name}", partial(_end, file)
    yield "syncs.json", partial(syncs, chosen.data_dir)


def _end(file: Path) -> str:
    """As much as travels: what is cut anyway is not scrubbed first."""
    return tail(file)[-MOST_OF_ONE:]


def _shown(value: object, *, secret: bool) -> object:
    return bool(value) if secret else str(value)


def _text(make: Callable[[], Any], secrets: tuple[str, ...]) -> str:
    try:
        return clean(make(), secrets)
    except Exception as error:  # noqa: BLE001 - the other logs help all the same
        return f"(not available: {type(error).__name__})"
