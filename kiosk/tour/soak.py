"""Visits at high speed through every kind, for as long as asked; what the process uses is watched on the way."""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from statistics import median_high
from typing import Any

from PySide6.QtCore import QTimer

from kiosk.app import App, Options
from kiosk.catalog.cards import Card
from kiosk.faults import install_hooks
from kiosk.health.soak import SLOW_FRAME
from kiosk.health.vitals import Vitals, vitals
from kiosk.jobs import Err
from kiosk.settings import Settings
from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import PATIENCE, Hand, NotThereError
from kiosk.tour.monkey import Monkey

ACTS = 4
"""Of a visitor on a page."""
WARM_PART, WARM_LEAST = 0.2, 60
"""Visits until everything that is loaded once is loaded."""
LOOKS, SPAN = 100, 10
"""Memory is looked at so often, each time after a moment with nobody there; the medians of this many looks after the warm-up and
at the end are compared, for one film more or less in the kiosk's cache is 10 MB."""
GROWTH_GOAL = 0.02
HANDLES_GOAL = 8


@dataclass(frozen=True, slots=True)
class Soaked:
    """What was measured.

    Args:
        kinds: visits of each kind.
        warm, end: memory and handles after the warm-up and at the end, medians of some looks; bytes.
        frames, slow, longest: frames presented, those over 250 ms, seconds of the longest.
        complaints: warnings and errors that came, each once.
    """

    visits: int
    seconds: float
    kinds: dict[str, int]
    warm: Vitals
    end: Vitals
    frames: int
    slow: int
    longest: float
    complaints: tuple[str, ...] = ()

    @property
    def growth(self) -> float:
        """Of memory after the warm-up, as a fraction."""
        return self.end.rss / self.warm.rss - 1

    @property
    def more_handles(self) -> int:
        """Handles after the warm-up."""
        return self.end.handles - self.warm.handles

    @property
    def holds(self) -> bool:
        """Whether every goal is met."""
        return (
            self.growth <= GROWTH_GOAL
            and self.more_handles <= HANDLES_GOAL
            and self.longest <= SLOW_FRAME
            and not self.complaints
        )

    def as_json(self) -> dict[str, Any]:
        """For a program."""
        return {
            **asdict(self), "growth": self.growth, "more_handles": self.more_handles, "holds": self.holds,
        }  # fmt: skip


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one, once."""
        if len(self.heard) < 50:
            self.heard[f"{record.name}: {record.getMessage()}"[:300]] = None


def soak(
    settings: Settings,
    visits: int,
    *,
    seed: int = 1,
    kind: str = "",
    size: tuple[int, int] = (1080, 1920),
    say: Callable[[str], None] = lambda _line: None,
) -> Soaked:
    """Play visits on a copy of the catalog; records go to a scratch folder.

    Args:
        kind: only this one; empty = all in turn.

    Raises:
        kiosk.tour.hand.NotThereError: a page did not come.
    """
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    with tempfile.TemporaryDirectory(prefix="pioneer-soak-") as scratch:
        shutil.copytree(settings.data_dir / "catalog", Path(scratch) / "catalog")
        options = Options(size=size, seed=seed, watch=False, attract=True)
        app = App(replace(settings, data_dir=Path(scratch)), options, MovableClock())
        native = install_hooks()
        hand = Hand(app.qt, app.show())
        try:
            soaked = _play(app, hand, visits, seed, kind, say)
        finally:
            app.close()
            if native:
                native.close()
            logging.getLogger().removeHandler(listener)
        return replace(soaked, complaints=tuple(listener.heard))


class _Player:
    """Plays step by step from the kiosk's own event loop: what a page leaves behind goes only when that loop comes round."""

    def __init__(self, app: App, hand: Hand, visits: int, seed: int, kind: str, say: Callable[[str], None]) -> None:
        self._kind = kind
        self._app = app
        self._monkey = Monkey(app, hand, seed)
        self._visits = visits
        self._say = say
        self.kinds: dict[str, int] = {}
        self.warm = self.end = _vitals()
        self._seen: list[Vitals] = []

    def play(self) -> Iterator[None]:
        """Each step returns to the event loop."""
        app = self._app
        yield from self._until(lambda: "watchdog" in vars(app) and "duty" in vars(app), "the house")
        by_kind: dict[str, list[Card]] = {}
        yield from self._list(by_kind)
        names = list(by_kind)
        self.kinds = dict.fromkeys(names, 0)
        warm_after = max(WARM_LEAST, int(self._visits * WARM_PART))
        for n in range(self._visits):
            kind = names[n % len(names)]
            yield from self._visit(by_kind[kind][n // len(names) % len(by_kind[kind])])
            self.kinds[kind] += 1
            if (n + 1) % max(1, self._visits // LOOKS) == 0:
                yield from self._rest()
                self._seen.append(_vitals())
            if n + 1 == warm_after:
                app.watchdog.day = app.watchdog.day.next()
            if (n + 1) % max(1, self._visits // 20) == 0:
                now, longest = _vitals(), app.watchdog.day.longest
                self._say(f"{n + 1} visits, {now.rss >> 20} MB, {now.handles} handles, longest {longest:.3f} s")
        yield from self._rest()
        self._seen.append(_vitals())
        warm = self._seen[int(len(self._seen) * warm_after / self._visits) :] or self._seen
        self.warm, self.end = _middle(warm[:SPAN]), _middle(warm[-SPAN:])

    def _list(self, by_kind: dict[str, list[Card]]) -> Iterator[None]:
        found: list[tuple[Card, ...]] = []

        def listed(result: Any) -> None:
            if isinstance(result, Err):
                raise result.error
            found.append(result.value[0])

        self._app.library.list(None, "zh", listed)
        yield from self._until(lambda: found, "the catalog")
        for card in (c for c in found[0] if self._kind in ("", c.kind)):
            by_kind.setdefault(card.kind, []).append(card)

    def _visit(self, card: Card) -> Iterator[None]:
        shell = self._app.shell
        shell.wake()
        shell.openItem(card.uid)
        yield from self._until(lambda: shell.depth > 1, card.uid)
        for _ in range(ACTS):
            self._monkey.act()
            yield
        self._monkey.leave()
        yield

    def _rest(self) -> Iterator[None]:
        """Free memory goes back half a second after a visit."""
        yield from self._until(lambda: self._app.lanes.waiting == 0, "the lanes")
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            yield

    def _until(self, true: Callable[[], object], what: str) -> Iterator[None]:
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                raise NotThereError(what)
            yield


def _play(app: App, hand: Hand, visits: int, seed: int, kind: str, say: Callable[[str], None]) -> Soaked:
    player = _Player(app, hand, visits, seed, kind, say)
    steps = player.play()
    failed: list[Exception] = []
    timer = QTimer(interval=0)

    def step() -> None:
        try:
            next(steps)
        except StopIteration:
            app.qt.exit(0)
        except Exception as error:  # noqa: BLE001  raised again outside the event loop
            failed.append(error)
            app.qt.exit(1)

    timer.timeout.connect(step)
    began = time.monotonic()
    timer.start()
    app.qt.exec()
    timer.stop()
    if failed:
        raise failed[0]
    day = app.watchdog.day
    return Soaked(
        visits,
        time.monotonic() - began,
        player.kinds,
        player.warm,
        player.end,
        day.frames,
        day.slow,
        day.longest,
    )


def _middle(seen: Sequence[Vitals]) -> Vitals:
    return Vitals(*(median_high(values) for values in zip(*map(astuple, seen), strict=True)))


def _vitals() -> Vitals:
    found = vitals()
    if found is None:
        raise RuntimeError("this system does not tell what a process uses")
    return found
