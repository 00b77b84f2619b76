"""Questions that may hang or take the process with them are asked in a child with a deadline."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.core.program import kiosk_command

MARK = "kiosk-probe "
"""Before the answer: libraries print what they like."""


class SilentError(Exception):
    """The child gave no answer: `timeout`, or its exit code with its last words."""


def ask(arguments: Sequence[str], seconds: float, env: Mapping[str, str]) -> dict[str, Any]:
    """The answer of `kiosk doctor --probe …`.

    Raises:
        SilentError: it hung or died.
    """
    command = kiosk_command("doctor", "--probe", *arguments)
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(env),
        errors="replace",
    )
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        process.kill()
        with contextlib.suppress(
            subprocess.TimeoutExpired
        ):  # it waits for a device inside the system; nobody waits for it
            process.communicate(timeout=2)
        raise SilentError("timeout") from error
    for line in out.splitlines():
        if line.startswith(MARK):
            answer: dict[str, Any] = json.loads(line.removeprefix(MARK))
            return answer
    last = (err.strip().splitlines() or [""])[-1]
    raise SilentError(f"{process.returncode}: {last[:200]}")
