"""What the content is and what becomes of it, for the administrator's sync screen and the quiet line that visitors see.

Facts come from three places, none of them on the GUI thread: `Media` (sticks), `Syncer` (children that look and copy) and
`packs.db` through `kiosk.packs.history` on the `db` lane. Everything QML reads is plain strings, numbers, lists and dicts
in the language of the visit.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang
from kiosk.jobs import Err, Lanes, Ok, Result
from kiosk.state import contentwords as words
from kiosk.state.media import Media
from kiosk.state.pin import AdminPin
from kiosk.state.progress import Job, began, ended, heard
from kiosk.state.syncer import Outcome, Syncer, Task
from kiosk.state.visit import Visit

if TYPE_CHECKING:
    from kiosk.packs.history import Overview
    from kiosk.settings import Settings

_log = logging.getLogger(__name__)
QML_IMPORT_NAME = "kiosk.state"
QML_IMPORT_MAJOR_VERSION = 1

RESUME_SECONDS = 900.0
"""So long after a stick was pulled out too early, the next one goes on without being asked."""
BUSY_MS = 3_000
"""Until a stick is tried again that met another sync at work, one that a person started."""


@QmlElement
@QmlUncreatable("made by the app")
class ContentStatus(QObject):
    """Content on the screen, on the stick and under way.

    Args:
        settings: `usb`, `sources`, `data_dir`.
        lanes: background work.
        syncer: runs the children.
        media: tells of sticks; not asked when `usb` is `off`.
        pin: who may bring content from a stick when `usb` is `pin`, and go back to an earlier version.
        visit: its language is the one of every sentence.
        changed_by_hand: called on the GUI thread after `revert`, so that the catalog is written again.
    """

    jobChanged = Signal()
    """phase, task, progress, bytes, speed, secondsLeft, pack, canRemove, busy."""
    mediumChanged = Signal()
    """medium, packs."""
    overviewChanged = Signal()
    """live, sources, history, clockWarning."""
    wordsChanged = Signal()
    """message, hint, tone, code, quiet; also sent when the language changed."""
    pinWanted = Signal()
    """What was asked for needs the administrator's PIN: enter it at `AdminPin`, then ask again."""
    finished = Signal(str, bool)
    """A task (`round`, `bring`, `revert`) is over; True when it went well."""

    def __init__(
        self,
        settings: Settings,
        lanes: Lanes,
        syncer: Syncer,
        media: Media,
        pin: AdminPin,
        visit: Visit,
        changed_by_hand: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lanes = lanes
        self._syncer = syncer
        self._media = media
        self._pin = pin
        self._visit = visit
        self._changed_by_hand = changed_by_hand
        self._stick = Job()
        self._share = Job()
        self._medium: Path | None = None
        self._report: Mapping[str, Any] | None = None
        self._look_error: Mapping[str, Any] | None = None
        self._just_put_in = False
        self._resume_until = 0.0
        self._again = QTimer(self, singleShot=True, interval=BUSY_MS)
        self._again.timeout.connect(self.look)
        self._overview: Overview | None = None
        self._rows: dict[str, list[dict[str, Any]]] = {}
        """Lists as they were last read: QML and the pages ask for them many times a second while a copy goes on."""
        self._reading = False
        self._read_again = False
        syncer.began.connect(self._began)
        syncer.progressed.connect(self._progressed)
        syncer.ended.connect(self._ended)
        media.found.connect(self._found)
        media.gone.connect(self._gone)
        visit.langChanged.connect(self._retell)
        pin.openChanged.connect(self.wordsChanged)

    def start(self) -> None:
        """Read what is there and begin to look for sticks."""
        self.refresh()
        if self._settings.usb != "off":
            self._media.start()

    # what is under way

    @Property(str, notify=jobChanged)
    def phase(self) -> str:
        """`idle`, `checking` (looking at a stick, or verifying), `copying`, `done`, `failed`."""
        return self._job.phase

    @Property(str, notify=jobChanged)
    def task(self) -> str:
        """What `phase` is about: `look` or `bring` (a stick), `round` (the shares), or empty."""
        return self._job.task

    @Property(bool, notify=jobChanged)
    def busy(self) -> bool:
        """A child is at work."""
        return self._job.phase in ("checking", "copying")

    @Property(float, notify=jobChanged)
    def progress(self) -> float:
        """0 to 1; 0 while nothing is known."""
        return self._job.share

    @Property(float, notify=jobChanged)
    def speed(self) -> float:
        """Bytes a second, smoothed over some seconds; 0 while unknown."""
        return self._job.speed

    @Property(int, notify=jobChanged)
    def secondsLeft(self) -> int:
        """Until the copy is whole; -1 while unknown."""
        return self._job.seconds_left

    @Property(str, notify=jobChanged)
    def progressText(self) -> str:
        """`312.0 MB / 1.0 GB · 41.2 MB/s`, or empty."""
        return words.progress(self._job)

    @Property(str, notify=jobChanged)
    def leftText(self) -> str:
        """“about 3 minutes left”, or empty."""
        return words.left(self._job.seconds_left)(self._lang)

    @Property(str, notify=jobChanged)
    def pack(self) -> str:
        """Id of the pack being copied."""
        return self._job.pack

    @Property(bool, notify=jobChanged)
    def canRemove(self) -> bool:
        """A stick is in, and nothing reads from it."""
        return self._medium is not None and not self._reads_medium

    @Property(bool, notify=jobChanged)
    def mustNotRemove(self) -> bool:
        """A stick is being read."""
        return self._medium is not None and self._reads_medium

    # the stick

    @Property("QVariant", notify=mediumChanged)
    def medium(self) -> Any:
        """The stick that is in, or null.

        `path`, `label`, `looked` (bool: `packs` is known), `missing` and `missingText` (bytes to copy), `free`, `fits`,
        `wanted` (packs to bring), `outbox` (the office wants results on it), `publishers` (list of `publisher`, `state`: `trusted`, `unknown`, `refused`,
        `message`, `hint`), `code`, `message`, `hint` (why it could not be looked at).
        """
        if self._medium is None:
            return None
        return words.medium(self._medium, self._report, self._look_error, self._lang)

    @Property("QVariantList", notify=mediumChanged)
    def packs(self) -> list[dict[str, Any]]:
        """Packs on the stick.

        Each: `publisher`, `pack`, `title`, `state` (`new`, `newer`, `same`, `older`, `withdrawn`, `absent`, `damaged`,
        `needs_newer_app`, `bad`), `stateText`, `from` and `version` (0 = none), `size`, `sizeText`, `missing`,
        `missingText` (bytes still to copy), `wanted` (bool), `taken` (bool: brought since the stick was put in),
        `message`, `hint`.
        """
        return self._kept("packs", lambda: words.packs(self._report, self._lang))

    @Property(str, constant=True)
    def usb(self) -> str:
        """The setting: `off`, `pin` or `auto`."""
        return self._settings.usb

    @Property(bool, notify=jobChanged)
    def willResume(self) -> bool:
        """A stick was pulled out too early; this one or another goes on by itself when it is put in."""
        return self._syncer.monotonic() < self._resume_until

    @Property(bool, notify=mediumChanged)
    def canBring(self) -> bool:
        """The stick holds something for this kiosk, or takes its results back."""
        return self._wanted > 0 or bool((self._report or {}).get("outbox"))

    @property
    def looked(self) -> bool:
        """Whether it is known what is live: before, an empty list says nothing."""
        return self._overview is not None

    def in_words(self, error: Mapping[str, Any]) -> str:
        """An error of a child in the language of the visit."""
        return words.text_of(error.get("message"))(self._lang)

    @property
    def results(self) -> Mapping[str, Any] | None:
        """What the last stick took back: `records`, `waiting` (batches), `error`; None when it was not asked to."""
        found: Mapping[str, Any] | None = (self._stick.report or {}).get("records")
        return found

    # what is live

    @Property("QVariantList", notify=overviewChanged)
    def live(self) -> list[dict[str, Any]]:
        """Packs on the screen.

        Each: `publisher`, `pack`, `title`, `version`, `since` and `signedAt` (text for people), `previous` (version that
        `revert` puts back, 0 = none), `pinned` (an earlier version put back by hand), `size`, `sizeText`.
        """
        return self._kept("live", lambda: words.live(self._overview, self._lang))

    @Property("QVariantList", notify=overviewChanged)
    def sources(self) -> list[dict[str, Any]]:
        """Configured sources. Each: `source`, `when`, `ok` (bool), `known` (bool: tried before), `message`, `hint`."""
        return self._kept("sources", lambda: words.sources(self._settings, self._overview, self._lang))

    @Property("QVariantList", notify=overviewChanged)
    def history(self) -> list[dict[str, Any]]:
        """The last 50 syncs, newest first; quiet rounds that changed nothing are folded into one row.

        Each: `when`, `source`, `outcome` (`ok`, `failed`), `code`, `changed` (list of `pack`, `version`, `what`: `live`
        or `withdrawn`), `changedText`, `bytes`, `bytesText`, `message`, `hint`, `times` (how many rounds the row stands
        for).
        """
        return self._kept("history", lambda: words.history(self._overview, self._lang))

    @Property("QVariant", notify=overviewChanged)
    def clockWarning(self) -> Any:
        """`message` and `hint` when the clock cannot be right, or null."""
        found = self._overview.clock if self._overview else None
        return {"message": found.message(self._lang), "hint": found.hint(self._lang)} if found else None

    # sentences

    @Property(str, notify=wordsChanged)
    def message(self) -> str:
        """What is going on, or how it ended; empty when there is nothing to say."""
        return self._said.message(self._lang)

    @Property(str, notify=wordsChanged)
    def hint(self) -> str:
        """What to do next."""
        return self._said.hint(self._lang)

    @Property(str, notify=wordsChanged)
    def tone(self) -> str:
        """`info`, `good` or `bad`, as notices have it."""
        return self._said.tone

    @Property(str, notify=wordsChanged)
    def code(self) -> str:
        """Error code when the last task failed, or empty."""
        return str(self._job.error["code"]) if self._job.error else ""

    @Property(str, notify=wordsChanged)
    def quiet(self) -> str:
        """The line for visitors; empty most of the time. A share being copied is nobody's concern."""
        return words.quiet(self._job, self._medium is not None, self._said)(self._lang)

    # wishes

    @Slot()
    def refresh(self) -> None:
        """Read live packs, history and clock again."""
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        store = self._settings.store

        def work() -> Overview:
            from kiosk.packs.history import read_overview

            return read_overview(store)

        self._lanes.run("db", work, self._read)

    @Slot()
    def look(self) -> None:
        """Look at the stick again."""
        if self._medium is not None:
            self._syncer.look(self._medium)

    @Slot()
    def bring(self) -> None:
        """Bring what the stick holds. Asks for the PIN (`pinWanted`) when the settings say so."""
        if self._medium is None:
            return
        if self._settings.usb == "pin" and not self._pin.is_open:
            self.pinWanted.emit()
            return
        self._syncer.bring(self._medium)

    @Slot()
    def syncNow(self) -> None:
        """A round over the shares now."""
        self._syncer.now()

    @Slot()
    def cancel(self) -> None:
        """Stop what is under way; the next time goes on where it stopped."""
        self._resume_until = 0.0
        self._syncer.cancel()

    @Slot()
    def dismiss(self) -> None:
        """The outcome has been read."""
        if not self.busy:
            self._resume_until = 0.0
            self._stick = self._share = Job()
            self._tell_job()

    @Slot(str, str)
    def revert(self, publisher: str, pack: str) -> None:
        """Put the version before back on the screen; always needs the PIN. `finished("revert", ok)` follows."""
        if not self._pin.is_open:
            self.pinWanted.emit()
            return
        store = self._settings.store

        def work() -> None:
            from kiosk.packs.history import revert

            revert(store, publisher, pack)

        self._lanes.run("db", work, self._reverted)

    # facts that come in

    @property
    def _lang(self) -> Lang:
        return self._visit.language

    @property
    def _job(self) -> Job:
        """What the screen is about: a stick and its outcome; the shares when there is none."""
        return self._stick if self._stick.task or self._medium is not None else self._share

    @property
    def _reads_medium(self) -> bool:
        return self._stick.phase in ("checking", "copying")

    @property
    def _wanted(self) -> int:
        return int(self._report["wanted"]) if self._report else 0

    @property
    def _said(self) -> words.Said:
        problem = self._look_error or (self._report or {}).get("error")
        if self._medium is not None and problem and not self._job.task:
            return words.Said(words.text_of(problem["message"]), words.text_of(problem["hint"]), "bad")
        return words.say(self._job, self._medium is not None, self._report, self._settings.usb, self._pin.is_set)

    @Slot(object)
    def _found(self, path: Path) -> None:
        if self._medium is not None and self._reads_medium:
            return  # one at a time; when this one is gone, the other one's turn comes
        self._put_in(path)

    def _put_in(self, path: Path) -> None:
        self._medium, self._report, self._look_error = path, None, None
        self._just_put_in = True
        self._tell_medium()
        self._syncer.look(path)

    @Slot(object)
    def _gone(self, path: Path) -> None:
        self._syncer.lost(path)
        if path != self._medium:
            return
        self._again.stop()
        self._medium, self._report, self._look_error = None, None, None
        if self._stick.phase in ("idle", "done"):
            self._stick = Job()
        self._tell_medium()
        if self._media.present:
            self._put_in(self._media.present[0])

    @Slot(object)
    def _began(self, task: Task) -> None:
        self._set_job(began(task.kind, task.source))

    @Slot(object)
    def _progressed(self, said: Mapping[str, Any]) -> None:
        task = self._syncer.task
        if task is not None:
            job = self._share if task.kind == "round" else self._stick
            self._set_job(heard(job, said, self._syncer.monotonic()))

    @Slot(object)
    def _ended(self, outcome: Outcome) -> None:
        match outcome.task.kind:
            case "look":
                self._looked(outcome)
            case "bring":
                self._brought(outcome)
            case "round":
                self._set_job(ended(self._share, outcome.report, outcome.error, cancelled=outcome.cancelled))
        if outcome.task.kind != "look" and not outcome.cancelled:
            self.refresh()
            self.finished.emit(outcome.task.kind, outcome.error is None)

    def _looked(self, outcome: Outcome) -> None:
        self._stick = Job()
        if self._medium is None or outcome.task.source != str(self._medium):
            self._tell_job()
            return
        self._report, self._look_error = outcome.report, outcome.error
        if outcome.code == "BUSY":
            self._again.start()
        self._tell_medium()
        fresh, self._just_put_in = self._just_put_in, outcome.code == "BUSY"
        # Where sticks are taken automatically, whoever shows the stick calls `bring` after a countdown that can be stopped.
        if fresh and self.willResume and not outcome.error and self._wanted and self._report and self._report["fits"]:
            self._syncer.bring(self._medium)

    def _brought(self, outcome: Outcome) -> None:
        removed = outcome.code == "MEDIUM_REMOVED"
        self._resume_until = self._syncer.monotonic() + RESUME_SECONDS if removed else 0.0
        self._set_job(ended(self._stick, outcome.report, outcome.error, cancelled=outcome.cancelled))
        if self._medium is not None and self._report is not None and outcome.report is not None:
            self._report = words.after(self._report, outcome.report)
            self._tell_medium()

    def _read(self, result: Result[Overview]) -> None:
        self._reading = False
        if isinstance(result, Ok):
            self._overview = result.value
            self._rows.clear()
            self.overviewChanged.emit()
        else:
            _log.warning("the history cannot be read: %s", result.error)
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _reverted(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self._share = Job(task="revert", phase="failed", error=words.error_dict(result.error))
            self._tell_job()
        else:
            self._changed_by_hand()
        self.refresh()
        self.finished.emit("revert", isinstance(result, Ok))

    def _set_job(self, job: Job) -> None:
        before = self._share if job.task == "round" else self._stick
        if job == before:
            return
        if job.task == "round":
            self._share = job
        else:
            self._stick = job
        self._tell_job()

    def _tell_job(self) -> None:
        self.jobChanged.emit()
        self.wordsChanged.emit()

    def _kept(self, name: str, make: Callable[[], list[dict[str, Any]]]) -> list[dict[str, Any]]:
        if name not in self._rows:
            self._rows[name] = make()
        return self._rows[name]

    def _tell_medium(self) -> None:
        self._rows.clear()
        self.mediumChanged.emit()
        self._tell_job()

    @Slot()
    def _retell(self) -> None:
        self._rows.clear()
        for signal in (self.jobChanged, self.mediumChanged, self.overviewChanged, self.wordsChanged):
            signal.emit()
