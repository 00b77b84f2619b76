"""The doctor's rounds: clock every minute, disk and process from time to time, the verdict; into health and black box.

Everything that touches the disk runs on the lane `io`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.core.errors import ConfigError, StorageError
from kiosk.health import storage
from kiosk.health.blackbox import NAME, BlackBox, read
from kiosk.health.clock import Seen, judge, seen_now, signed_came
from kiosk.health.finding import Finding
from kiosk.health.glass import judge_glass
from kiosk.health.remember import load_seen, save_seen
from kiosk.health.soak import Day, safe_mode
from kiosk.health.soak import judge as judge_day
from kiosk.health.sound import judge_sound
from kiosk.health.vitals import vitals
from kiosk.jobs import Err, Lanes, Result
from kiosk.state.health import Health

_log = logging.getLogger(__name__)
MINUTE_MS = 60_000
LOOK_EVERY = 10
"""Minutes between two looks at disk and process."""
KEEP_EVERY = 60
"""Minutes between two writings of the time that was seen: flash wears out."""
MOST_LINES = 40
"""Log lines an hour that go into the black box: a fault that repeats must not push out what led to it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What one look brought."""

    disk: storage.Disk
    sound: Finding
    signed: datetime | None
    seen: Seen | None = None
    last: str = ""
    restarts: int = 0
    glass: tuple[Finding, ...] = ()


class Rounds(QObject):
    """Looks after the machine while the kiosk runs.

    Args:
        data: the data folder.
        day: what the frames of this day were like, read and written.
        new_day: begins a new one.
    """

    clockChanged = Signal()
    """`trusted` is another."""
    _heard = Signal(str, str)

    def __init__(
        self,
        health: Health,
        lanes: Lanes,
        clock: Clock,
        data: Path,
        day: Callable[[], Day],
        new_day: Callable[[Day], None],
        parent: QObject | None = None,
        *,
        crashed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._health = health
        self._lanes = lanes
        self._clock = clock
        self._data = data
        self._day = day
        self._new_day = new_day
        self._crashed = crashed
        self._seen = Seen()
        self._trusted = True
        self._began = clock.monotonic()
        self._date: date | None = None
        self._minutes = 0
        self._restarts = 0
        self._last = ""
        self._glass: tuple[Finding, ...] = ()
        self._busy = False
        self._lines = 0
        self._box: BlackBox | None = None
        self._told: frozenset[str] = frozenset()
        self._ear = _Ear(self._heard.emit)
        self._heard.connect(self._log_line)  # queued when it comes from another thread
        self._timer = QTimer(self, interval=MINUTE_MS)
        self._timer.timeout.connect(self.minute)

    @property
    def trusted(self) -> bool:
        """Whether the machine's clock is believed."""
        return self._trusted

    def start(self) -> None:
        """Begin."""
        first = self._crashed
        self._lanes.run("io", lambda: self._first(crashed=first), self._checked)
        logging.getLogger().addHandler(self._ear)
        self._timer.start()

    def stop(self) -> None:
        """The kiosk closes; that it did so in order is noted."""
        self._timer.stop()
        logging.getLogger().removeHandler(self._ear)
        self._lanes.run("io", self._last_words, lambda _result: None, must=True)

    def note(self, event: str, **facts: object) -> None:
        """Something for the black box."""
        now = self._clock.now()
        self._lanes.run("io", lambda: self._write(event, now, facts), lambda _result: None)

    @Slot()
    def check(self) -> None:
        """Look at everything now."""
        if not self._busy:
            self._busy = True
            self._lanes.run("io", self._look, self._checked)

    @Slot()
    def minute(self) -> None:
        """A minute has passed."""
        self._minutes += 1
        now = self._clock.now()
        self._judge_clock(now)
        if self._minutes % KEEP_EVERY == 0:
            self._lines = 0
            self._keep()
        if self._minutes % LOOK_EVERY == 0:
            self.check()
        today = now.astimezone().date()
        if self._date is not None and today != self._date:
            self._end_day()
        self._date = today

    # on the lane

    def _first(self, *, crashed: bool) -> Checked:
        seen = load_seen(self._data / "health")
        path = self._data / "health" / NAME
        now = self._clock.now()
        try:
            entries = read(path)
            self._box = BlackBox(path)
        except (StorageError, OSError) as error:
            _log.warning("no black box: %s", error)
            entries = ()
        ends = [e for e in entries if e.event in ("hung", "ended")]
        last = ends[-1].line() if ends and entries[-1].number - ends[-1].number < 20 else ""
        unwanted = sum(
            e.event == "start" and bool(e.facts.get("crashed")) and e.when.date() == now.date() for e in entries
        )
        self._write("start", now, {"app": __version__, "crashed": crashed})
        found = self._look()
        return replace(found, seen=seen, last=last, restarts=unwanted + crashed)

    def _look(self) -> Checked:
        return Checked(storage.look(self._data), judge_sound(), _signed(self._data / "store"), glass=_glass(self._data))

    def _write(self, event: str, now: datetime, facts: dict[str, object]) -> None:
        if self._box is None:
            return
        try:
            self._box.note(event, now, durable=True, **facts)
        except StorageError as error:
            _log.info("%s", error)  # not a warning: that would come back here

    def _last_words(self) -> None:
        self._write("stop", self._clock.now(), {})
        if self._box is not None:
            self._box.close()
            self._box = None

    # on the GUI thread

    def _checked(self, result: Result[Checked]) -> None:
        self._busy = False
        if isinstance(result, Err):
            _log.warning("the machine cannot be looked at: %s", result.error)
            return
        found, now = result.value, self._clock.now()
        if found.seen is not None:
            self._seen, self._last, self._restarts = found.seen, found.last, found.restarts
        self._glass = found.glass
        repaired = signed_came(now, found.signed, self._seen)
        if repaired != self._seen:
            self._seen = repaired
            self._keep()
        self._judge_clock(now)
        self._health.tell("storage", storage.judge(found.disk))
        self._health.tell("sound", (found.sound,))
        self._new_day(self._day().seen(vitals(), self._clock.monotonic() - self._began))
        self._judge_run()

    def _judge_run(self) -> None:
        days = int((self._clock.monotonic() - self._began) // 86_400)
        day = self._day()
        verdict = judge_day(Day(day.warm, day.latest, day.frames, day.slow, day.longest, self._restarts), days)
        safe = (safe_mode(self._last),) if self._health.safe else ()
        self._health.tell("run", (*safe, *self._glass, *(v for v in verdict if v.level != "ok" or not self._glass)))
        self._note_findings()

    def _judge_clock(self, now: datetime) -> None:
        finding = judge(now, self._seen)
        self._seen = seen_now(now, self._seen)
        self._health.tell("clock", (finding,))
        trusted = finding.level == "ok"
        if trusted != self._trusted:
            self._trusted = trusted
            self.clockChanged.emit()

    def _note_findings(self) -> None:
        """What is newly wrong goes into the black box."""
        wrong = frozenset(f.code for f in self._health.found if f.level in ("look", "bad"))
        for code in sorted(wrong - self._told):
            self.note("finding", code=code)
        self._told = wrong

    def _keep(self) -> None:
        seen, folder = self._seen, self._data / "health"

        def kept(result: Result[None]) -> None:
            if isinstance(result, Err):
                _log.info("%s", result.error)

        self._lanes.run("io", lambda: save_seen(folder, seen), kept)

    def _end_day(self) -> None:
        day = self._day()
        rss = day.latest.rss >> 20 if day.latest else 0
        self.note(
            "day",
            rss=rss,
            growth=round(day.growth, 3),
            handles=day.latest.handles if day.latest else 0,
            frames=day.frames,
            slow=day.slow,
            longest=round(day.longest, 3),
            restarts=self._restarts,
        )
        self._restarts = 0
        self._new_day(day.next())

    @Slot(str, str)
    def _log_line(self, level: str, line: str) -> None:
        self._lines += 1
        if self._lines <= MOST_LINES:
            self.note(level, said=line)


class _Ear(logging.Handler):
    """Hears warnings and errors for the black box."""

    def __init__(self, tell: Callable[[str, str], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Pass one line on."""
        self._tell("error" if record.levelno >= logging.ERROR else "warning", f"{record.name}: {record.getMessage()}")


def _glass(data: Path) -> tuple[Finding, ...]:
    from kiosk.settings import load

    try:
        return judge_glass(load(overrides={"data_dir": str(data)}).spoilt)
    except ConfigError as error:
        _log.info("a settings file was spoilt while the kiosk runs: %s", error)
        return ()


def _signed(store: Path) -> datetime | None:
    """The newest signed time that was accepted; None when there is none, or it cannot be read: others tell that."""
    if not (store / "packs.db").is_file():
        return None
    from kiosk.packs import ledger
    from kiosk.packs.store import Store

    try:
        with closing(Store(store)) as opened, opened.db.reader() as connection:
            return ledger.time_floor(connection)
    except StorageError as error:
        _log.info("the time floor cannot be read: %s", error)
        return None
