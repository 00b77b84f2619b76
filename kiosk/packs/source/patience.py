"""How often, and after what pause, something is asked again. Thousands of kiosks ask the same server: never in step."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Exponential backoff with full jitter: the n-th pause is anywhere between 0 and `first * 2**n`, at most `longest`.

    Args:
        tries: in all, the first included.
        first: seconds.
        longest: seconds.
        sleep: waits; replaced in tests.
        through_absence: go on although the source as a whole does not answer: a server comes back, a stick does not.
    """

    tries: int
    first: float
    longest: float
    sleep: Callable[[float], None] = time.sleep
    through_absence: bool = False

    def pauses(self) -> Iterator[float]:
        """Seconds before the second try, the third, and so on."""
        for n in range(self.tries - 1):
            yield random.uniform(0.0, min(self.longest, self.first * 2**n))


ON_A_FOLDER = Patience(tries=3, first=0.3, longest=1.0)
"""A share hiccups; a bad sector stays bad, and each try costs seconds of the stick's own retries."""

ON_A_SERVER = Patience(tries=6, first=0.5, longest=8.0)
"""A server that is being restarted is back within seconds."""
