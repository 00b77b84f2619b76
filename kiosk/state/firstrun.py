"""How far the first set-up has come: a small file, so that a power cut in the middle goes on where it was."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.packs.durable import write_durably
from kiosk.packs.errors import disk_failed

NAME = "setup.json"
STEPS = ("language", "site", "diagonal", "orientation", "source", "trust", "office", "pin", "hours", "done")


@dataclass(frozen=True, slots=True)
class FirstRun:
    """Where the set-up stands.

    Args:
        step: one of `STEPS`.
        over: it was gone through, or put off for good.
    """

    step: str = STEPS[0]
    over: bool = False

    @property
    def number(self) -> int:
        """Of the step, from 0."""
        return STEPS.index(self.step)

    def following(self) -> FirstRun:
        """One step on; after the last one it is over."""
        if self.step == STEPS[-1]:
            return replace(self, over=True)
        return replace(self, step=STEPS[self.number + 1])

    def before(self) -> FirstRun:
        """One step back."""
        return replace(self, step=STEPS[max(0, self.number - 1)])


def read_first_run(data: Path) -> FirstRun | None:
    """What was kept; None when the set-up was never begun, or the file is damaged."""
    try:
        said = json.loads((data / NAME).read_text("utf-8"))
        step, over = said["step"], said["over"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return FirstRun(step, over is True) if step in STEPS else None


def keep_first_run(data: Path, state: FirstRun) -> None:
    """Keep it.

    Raises:
        StorageError: `DISK_FAILED`.
    """
    try:
        data.mkdir(parents=True, exist_ok=True)
        write_durably(data / NAME, json.dumps({"step": state.step, "over": state.over}).encode())
    except OSError as error:
        raise disk_failed(str(data / NAME), error) from error


def wanted(data: Path, *, told: bool) -> bool:
    """Whether this kiosk is to be set up on the glass.

    Args:
        told: somebody wrote a file of settings, or set variables: the kiosk was set up by that.
    """
    kept = read_first_run(data)
    if kept is not None:
        return not kept.over
    return not told and not (data / "store").exists()
