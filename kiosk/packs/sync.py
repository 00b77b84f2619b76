"""Bring a kiosk up to what its publishers say, from one source. A power cut at any moment leaves the old or the new.

verify -> wanted -> space -> staging -> barrier -> rename -> barrier -> one transaction -> generation file

The first half, up to the plan, is `hearing`. Everything a publisher says but its roots and grants is stored in the transaction that puts its packs on the screen: a medium that turns out damaged
does not make the next, slightly older one unacceptable.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.packs import ledger
from kiosk.packs.ballast import with_ballast
from kiosk.packs.barrier import Barrier, best_barrier
from kiosk.packs.clock import clock_warning, raised_floor
from kiosk.packs.collect import collect, garbage
from kiosk.packs.errors import disk_failed
from kiosk.packs.hearing import Hearing, accept
from kiosk.packs.plan import Wanted
from kiosk.packs.quiet import NothingNew, count_round, nothing_new
from kiosk.packs.recover import remembered
from kiosk.packs.repair import BEYOND_THIS_SOURCE, degraded, fall_back, healed, unsound
from kiosk.packs.report import PackResult, Progress, SyncReport
from kiosk.packs.scrub import glance
from kiosk.packs.source import Source
from kiosk.packs.stage import Stage
from kiosk.packs.store import Store, bump_generation, utc_now
from kiosk.packs.tufstate import newest_root_version, stored_metadata

RESERVE = 32 * 1024 * 1024
"""Bytes that stay free for the databases."""


def sync(
    store: Store,
    source: Source,
    *,
    progress: Callable[[Progress], None] = lambda _p: None,
    app: str = __version__,
    clock: Clock | None = None,
    barrier: Barrier | None = None,
) -> SyncReport:
    """Verify, copy, switch.

    Args:
        store: of this kiosk.
        source: stick, share or folder; never written.
        progress: called often, from this thread.
        app: version of this program, for `min_app`.
        clock: for the warning about a wrong clock.
        barrier: how to make files durable; chosen for the system when None.

    Returns:
        What became of every pack. Failures of medium, trust and space are in it; they are not raised.

    Raises:
        BusyError: another sync is running.
        StorageError: the kiosk's own database or disk failed before anything could be decided.
    """
    with store.exclusive():
        heard = Hearing(store, source, progress, app, clock or Clock())
        return _Sync(heard, barrier or best_barrier(store.root)).run()


@dataclass(slots=True)
class _Sync:
    heard: Hearing
    barrier: Barrier
    started: str = field(default_factory=utc_now)
    repairs: list[Wanted] = field(default_factory=list)
    bad: frozenset[str] = frozenset()
    error: KioskError | None = None

    @property
    def store(self) -> Store:
        return self.heard.store

    @property
    def results(self) -> list[PackResult]:
        return self.heard.results

    def run(self) -> SyncReport:
        _clear_scratch(self.store)
        glance(self.store)
        same = nothing_new(self.store, self.heard.source)
        if same is not None:
            return self._nothing_new(same)
        stage = Stage(self.store, self.heard.source, self.barrier, self.heard.progress, RESERVE)
        ready: list[Wanted] = []
        try:
            self.heard.ask_everybody()
            ready = self._copy(stage)
        except KioskError as error:
            self.error = error
            self._leave_unfinished(error)
        warning = self._activate(stage, ready)
        self.heard.progress(Progress("done", done_bytes=stage.copied, total_bytes=stage.total))
        return SyncReport(
            source=self.heard.source.label,
            results=tuple(self.results),
            error=self.error,
            warning=warning,
            unknown=self.heard.unknown,
            copied_bytes=stage.copied,
            generation=self.store.generation(),
        )

    def _nothing_new(self, same: NothingNew) -> SyncReport:
        for publisher in dict.fromkeys(r.publisher for r in same.results):
            self.heard.progress(Progress("verify", publisher))
        count_round(self.store, same.run)
        self.heard.progress(Progress("done"))
        warning = clock_warning(self.heard.clock.now(), same.floor)
        return SyncReport(self.heard.source.label, same.results, None, warning, (), 0, self.store.generation())

    def _copy(self, stage: Stage) -> list[Wanted]:
        wanted = [w for p in self.heard.plans for w in p.wanted]
        keys = [(w.publisher, w.sha256) for w in wanted]
        heard = [v.publisher for v in self.heard.verified]
        coming = {(w.publisher, w.manifest.pack) for w in wanted}
        coming |= {(p.publisher, pack) for p in self.heard.plans for pack in p.withdrawn}

        def note(connection: Connection) -> tuple[frozenset[str], bool]:
            ledger.note_wanted(connection, wanted)
            self.bad = unsound(connection)
            self.repairs = degraded(connection, coming) if self.bad else []
            return self.bad, bool(wanted or garbage(connection, keys, heard))

        bad, dirty = self.store.write(note)
        wanted = [replace(w, body=b"") for w in wanted]  # it is in the database now
        for made in self.heard.plans:
            made.wanted = [w for w in wanted if w.publisher == made.publisher]
        if dirty:
            collect(self.store, keys, heard)
        if not wanted and not self.repairs:
            return []
        ready, failed, self.error = stage.fill([*wanted, *self.repairs], bad)
        tried = {(w.publisher, w.manifest.pack) for w in self.repairs}
        self.results[:] = [r for r in self.results if (r.publisher, r.pack) not in tried or r.code != "unchanged"]
        self.results.extend(failed)
        try:
            return stage.settle(ready)
        except OSError as error:
            raise disk_failed(str(self.store.blobs), error) from error

    def _activate(self, stage: Stage, ready: list[Wanted]) -> KioskError | None:
        self.heard.progress(Progress("activate", done_bytes=stage.copied, total_bytes=stage.total))
        live = [PackResult(w.publisher, w.manifest.pack, w.manifest.version, "live") for w in ready]
        gone = [PackResult(p.publisher, pack, 0, "withdrawn") for p in self.heard.plans for pack in p.withdrawn]
        mended = {(w.publisher, w.sha256) for w in self.repairs}
        new = [w for w in ready if (w.publisher, w.sha256) not in mended]

        def commit() -> datetime | None:
            with remembered(self.store.db, self.store.root) as connection:
                floor = ledger.time_floor(connection)
                for wanted in new:
                    ledger.flip(connection, wanted, self._root_version(wanted.publisher))
                for made in self.heard.plans:
                    ledger.withdraw(connection, made.publisher, made.withdrawn)
                healed(connection, self.bad & stage.settled)
                fell = self._fall_back(connection)
                changed = {r.publisher for r in live + gone}
                for said in self.heard.verified:
                    if said.publisher in changed or not self._unfinished(said.publisher):
                        accept(connection, said)
                raised = raised_floor(floor, [*self.heard.signed, *self.heard.times(new)])
                if raised is not None and raised != floor:
                    ledger.set_time_floor(connection, raised)
                if changed or fell:
                    bump_generation(connection)
                outcome = self.error.code if self.error else "ok"
                told = [*self.results, *live, *gone]
                told += [PackResult("", "", 0, "refused", self.error)] if self.error else []
                run = ledger.Run(self.heard.source.label, self.started, outcome, tuple(told), stage.copied)
                ledger.log_run(connection, run)
            return raised

        try:
            raised = with_ballast(self.store.root, commit)
        except KioskError as error:
            self.error = self.error or error
            self.results.extend([PackResult(r.publisher, r.pack, r.version, "incomplete", error) for r in live])
            return None
        self.store.publish_generation()
        self.results.extend(live + gone)
        return clock_warning(self.heard.clock.now(), raised)

    def _fall_back(self, connection: Connection) -> bool:
        """Show the version before of what this source should have mended and could not; True when one is shown."""
        heard = {v.publisher for v in self.heard.verified}
        lost = {(r.publisher, r.pack) for r in self.results if r.error and r.error.code in BEYOND_THIS_SOURCE}
        damaged = [w for w in self.repairs if w.publisher in heard and (w.publisher, w.manifest.pack) in lost]
        shown = [fall_back(self.store, connection, w) for w in damaged]  # each of them
        return any(shown)

    def _leave_unfinished(self, error: KioskError) -> None:
        told = {(r.publisher, r.pack) for r in self.results}
        for w in (w for p in self.heard.plans for w in p.wanted):
            if (w.publisher, w.manifest.pack) not in told:
                self.results.append(PackResult(w.publisher, w.manifest.pack, w.manifest.version, "incomplete", error))

    def _root_version(self, publisher: str) -> int:
        for said in self.heard.verified:
            if said.publisher == publisher:
                return said.root_version
        with self.store.db.reader() as connection:
            return newest_root_version(stored_metadata(connection, publisher))

    def _unfinished(self, publisher: str) -> bool:
        return any(r.publisher == publisher and r.code == "incomplete" for r in self.results)


def _clear_scratch(store: Store) -> None:
    try:
        for path in store.staging.glob("tuf-*"):
            shutil.rmtree(path)
    except OSError as error:
        raise disk_failed(str(store.staging), error) from error
