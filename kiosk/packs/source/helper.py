"""A thread that does what may block for ever, for somebody who does not wait that long."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")

_blocked: set[Helper] = set()


class TookTooLongError(Exception):
    """The helper is left behind; whether the act ever ends is unknown."""


class Helper:
    """Does one act after the other; a daemon, so that nobody waits for it at the end of the process."""

    def __init__(self) -> None:
        self._acts: SimpleQueue[Callable[[], Any] | None] = SimpleQueue()
        self._answers: SimpleQueue[_Answer[Any]] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="medium", daemon=True)
        self._thread.start()

    def ask(self, act: Callable[[], _T], seconds: float) -> _T:
        """The answer of `act`, or what it raises.

        Raises:
            TookTooLongError: the helper must not be asked again.
        """
        self._acts.put(act)
        try:
            answer: _Answer[_T] = self._answers.get(timeout=seconds)
        except Empty:
            _blocked.add(self)
            raise TookTooLongError from None
        return answer.take()

    def dismiss(self, last: Callable[[], object] | None = None) -> None:
        """No more acts but this one, whose answer nobody waits for."""
        if last is not None:
            self._acts.put(last)
        self._acts.put(None)

    @property
    def alive(self) -> bool:
        """False once the last act has ended after all."""
        return self._thread.is_alive()

    def _work(self) -> None:
        while (act := self._acts.get()) is not None:
            self._answers.put(_Answer(act))
            del act  # it may hold the source, which dismisses this thread when nobody needs it


class _Answer(Generic[_T]):
    def __init__(self, act: Callable[[], _T]) -> None:
        self._error: BaseException | None = None
        try:
            self._value = act()
        except BaseException as error:  # noqa: BLE001 - raised where the answer is taken
            self._error = error

    def take(self) -> _T:
        if self._error is not None:
            raise self._error
        return self._value


def left_behind() -> bool:
    """True while a helper of this process is blocked."""
    return any(helper.alive for helper in _blocked)


def leave(code: int) -> None:
    """End the process at once when a helper is blocked: the ordinary end closes files, which may block too.

    A thread in an uninterruptible wait keeps even a killed process in the table until the wait is over; nothing in user
    space can change that.
    """
    if left_behind():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
