"""What a kiosk without a network tells the office by way of a stick: the bundle's logs, scrubbed as the bundle is, quick to make."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from kiosk.core.text import Text
from kiosk.doctor.bundle import clean, health_text, known_secrets, syncs, tail, versions
from kiosk.doctor.line import Line
from kiosk.doctor.rounds import Patient, examine
from kiosk.doctor.scrub import scrub
from kiosk.settings import Settings
from kiosk.settings.model import KEYS
from kiosk.status.logfile import log_files
from kiosk.status.logs import FOLDER as LOGS

QUICK = ("settings", "storage", "clock", "trust", "packs", "logs")
"""Checks that neither ask a server nor start a child."""
LOG_FILES = 3
"""Of each kind of log, the newest."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Scrubbed texts.

    Args:
        faults: what somebody should look at, one sentence each.
        logs: by name; what cannot be read says so in its place.
    """

    faults: tuple[Text, ...]
    logs: dict[str, str]


def letter(chosen: Settings) -> Letter:
    """Look at the kiosk whose settings these are; takes a fraction of a second and raises nothing."""
    patient = Patient(chosen, env=dict(os.environ))
    secrets = known_secrets(patient)
    lines = tuple(examine(patient, QUICK))
    logs = {name: _text(make, secrets) for name, make in _parts(chosen, lines)}
    faults = tuple(
        Text(scrub(line.message.zh, secrets), scrub(line.message.en, secrets))
        for line in lines
        if line.level in ("look", "bad")
    )
    return Letter(faults, logs)


def _parts(chosen: Settings, lines: tuple[Line, ...]) -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "doctor.json", lambda: [line.as_json() for line in lines]
    yield "versions.json", versions
    yield "settings.json", lambda: {k.name: _shown(getattr(chosen, k.name), secret=k.secret) for k in KEYS}
    health = chosen.data_dir / "health"
    for file in sorted(health.iterdir()) if health.is_dir() else ():
        yield f"health/{file.name}.txt", partial(health_text, file)
    for name in ("kiosk.log", "supervise.log"):
        for file in log_files(chosen.data_dir / LOGS, name)[:LOG_FILES]:
            yield f"logs/{file.name}", partial(tail, file)
    yield "syncs.json", partial(syncs, chosen.data_dir)


def _shown(value: object, *, secret: bool) -> object:
    return bool(value) if secret else str(value)


def _text(make: Callable[[], Any], secrets: tuple[str, ...]) -> str:
    try:
        return clean(make(), secrets)
    except Exception as error:  # noqa: BLE001 - the other logs help all the same
        return f"(not available: {type(error).__name__})"
