"""Work in a child process that is killed at an instant of one's choice; for machines with `fork`."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable


def forked(work: Callable[[], object]) -> int:
    """Begin the work in a child; returns its process number. It ends with 1 when the work raises."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def run_and_kill(work: Callable[[], object], after: float) -> bool:
    """Run in a child and kill it; True when it had finished by itself."""
    child = forked(work)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return not os.WIFSIGNALED(status)


def length_of(work: Callable[[], object]) -> float:
    """Seconds of one whole run in a child."""
    began = time.monotonic()
    os.waitpid(forked(work), 0)
    return time.monotonic() - began
