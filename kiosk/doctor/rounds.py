"""The order in which things are looked at. A check that breaks is a line of its own: the others still speak."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.doctor.line import Line, of_error
from kiosk.settings import Settings


@dataclass(frozen=True, slots=True)
class Patient:
    """Whom the doctor looks at.

    Args:
        settings: in force; None when they cannot be read, and `trouble` says why.
        trouble: mistakes in the settings.
        env: environment.
    """

    settings: Settings | None
    trouble: tuple[KioskError, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)


Check: TypeAlias = Callable[[Patient], Iterable[Line]]


def checks() -> tuple[tuple[str, Check], ...]:
    """Every check with its name, in the order people read them."""
    from kiosk.doctor import data, machine, network, screen, setup

    return (
        ("settings", setup.settings),
        ("office_key", setup.office_key),
        ("storage", machine.storage),
        ("clock", machine.clock),
        ("databases", data.databases),
        ("trust", data.trust),
        ("packs", data.packs),
        ("logs", data.logs),
        ("sources", network.sources),
        ("status", network.status),
        ("screen", screen.screen),
    )


def examine(patient: Patient, only: Iterable[str] = ()) -> Iterator[Line]:
    """Look at everything; lines come as they are found.

    Args:
        only: names of checks; empty = all.
    """
    chosen = set(only)
    for name, check in checks():
        if not chosen or name in chosen:
            yield from _tried(name, check, patient)


def _tried(name: str, check: Check, patient: Patient) -> tuple[Line, ...]:
    try:
        return tuple(check(patient))
    except KioskError as error:
        return (of_error(name, error),)
    except Exception as error:  # noqa: BLE001 - the doctor must not die of what it looks for
        what = f"{type(error).__name__}: {error}"
        where = traceback.extract_tb(error.__traceback__)[-1]
        return (
            Line(
                name,
                "BUG",
                "bad",
                Text(f"检查没有做完（{what}）。", f"This check broke off ({what})."),
                Text(
                    f"请报告给维护者：{where.name}:{where.lineno}。", f"Please report it: {where.name}:{where.lineno}."
                ),
            ),
        )
