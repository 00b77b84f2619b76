"""Several copies in flight: while one waits for the medium, another hashes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event, Lock
from typing import Generic, Self, TypeVar

Job = TypeVar("Job")

TICK = 0.05
"""Seconds between two looks of the calling thread."""


class Shared(Generic[Job]):
    """An iterator that several lanes take from."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = iter(jobs)
        self._lock = Lock()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Job:
        with self._lock:
            return next(self._jobs)


def in_lanes(
    lanes: Sequence[Iterator[Job]], work: Callable[[Job], bool], tick: Callable[[], None], stop: Event
) -> None:
    """Do every job; each lane is a thread that takes its own in their order.

    Args:
        lanes: what each lane takes; one `Shared` may be in several.
        work: does one; False: begin no other. What it raises is raised here.
        tick: called from this thread while the work goes on; what it raises ends the work.
        stop: set when no other job should begin; `work` may look at it to end early.
    """

    def lane(jobs: Iterator[Job]) -> None:
        try:
            for job in jobs:
                if stop.is_set():
                    return
                if not work(job):
                    stop.set()
        except BaseException:
            stop.set()
            raise

    with ThreadPoolExecutor(len(lanes), "copy") as pool:
        running = [pool.submit(lane, jobs) for jobs in lanes]
        try:
            while wait(running, TICK).not_done:
                tick()
        except BaseException:
            stop.set()
            raise
    for done in running:
        done.result()
