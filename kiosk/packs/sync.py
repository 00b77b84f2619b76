"""Bring a kiosk up to what its publishers say, from one source. A power cut at any moment leaves the old or the new.

verify -> wanted -> space -> staging -> barrier -> rename -> barrier -> one transaction -> generation file

New roots are stored the moment they are verified, so that revoked keys stay revoked whatever happens next. Everything
else a publisher says is stored in the transaction that puts its packs on the screen: a medium that turns out damaged
does not make the next, slightly older one unacceptable.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.packs import ledger
from kiosk.packs.ballast import with_ballast
from kiosk.packs.barrier import Barrier, best_barrier
from kiosk.packs.clock import clock_warning, raised_floor, trusted_now
from kiosk.packs.collect import collect, garbage
from kiosk.packs.errors import damaged_medium, disk_failed, medium_removed, not_a_pack_medium, revoked, untrusted
from kiosk.packs.granted import (
    by_hand,
    live_packs,
    live_sizes,
    read_grants,
    store_grants,
    stored_bodies,
    stored_grants,
)
from kiosk.packs.guard import Rights, Screen, limit, orphans
from kiosk.packs.hint import HINT, hinted_publishers
from kiosk.packs.plan import Plan, Wanted, plan
from kiosk.packs.quiet import NothingNew, count_round, nothing_new
from kiosk.packs.recover import remembered
from kiosk.packs.repair import BEYOND_THIS_SOURCE, degraded, fall_back, healed, unsound
from kiosk.packs.report import PackResult, Progress, SyncReport
from kiosk.packs.scrub import glance
from kiosk.packs.session import Refused, TrustSession, Verified
from kiosk.packs.source import Source
from kiosk.packs.stage import Stage
from kiosk.packs.store import Store, bump_generation, utc_now
from kiosk.packs.tufstate import (
    accepted_targets,
    newest_root_version,
    same_chain,
    start_over,
    store_metadata,
    stored_metadata,
)
from kiosk.packs.walk import Walk

RESERVE = 32 * 1024 * 1024
"""Bytes that stay free for the databases."""

_MAX_HINT = 64 * 1024
_PATIENCE = (0.2, 0.6, 1.2, 1.0)
"""Seconds between looks for `timestamp.json`: on some shares it is away for a moment while it is replaced."""


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
        run = _Sync(store, source, progress, app, clock or Clock(), barrier or best_barrier(store.root))
        return run.run()


@dataclass(slots=True)
class _Sync:
    store: Store
    source: Source
    progress: Callable[[Progress], None]
    app: str
    clock: Clock
    barrier: Barrier
    sleep: Callable[[float], None] = time.sleep
    started: str = field(default_factory=utc_now)
    verified: list[Verified] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    results: list[PackResult] = field(default_factory=list)
    circle: dict[str, Rights] = field(default_factory=dict)
    signed: list[datetime] = field(default_factory=list)
    repairs: list[Wanted] = field(default_factory=list)
    bad: frozenset[str] = frozenset()
    hint: tuple[str, ...] | None = None
    unknown: tuple[str, ...] = ()
    error: KioskError | None = None

    def run(self) -> SyncReport:
        _clear_scratch(self.store)
        glance(self.store)
        same = nothing_new(self.store, self.source)
        if same is not None:
            return self._nothing_new(same)
        stage = Stage(self.store, self.source, self.barrier, self.progress, RESERVE)
        ready: list[Wanted] = []
        try:
            self._verify()
            ready = self._copy(stage)
        except KioskError as error:
            self.error = error
            self._leave_unfinished(error)
        warning = self._activate(stage, ready)
        self.progress(Progress("done", done_bytes=stage.copied, total_bytes=stage.total))
        return SyncReport(
            source=self.source.label,
            results=tuple(self.results),
            error=self.error,
            warning=warning,
            unknown=self.unknown,
            copied_bytes=stage.copied,
            generation=self.store.generation(),
        )

    def _nothing_new(self, same: NothingNew) -> SyncReport:
        for publisher in dict.fromkeys(r.publisher for r in same.results):
            self.progress(Progress("verify", publisher))
        count_round(self.store, same.run)
        self.progress(Progress("done"))
        warning = clock_warning(self.clock.now(), same.floor)
        return SyncReport(self.source.label, same.results, None, warning, (), 0, self.store.generation())

    def _verify(self) -> None:
        with self.store.db.reader() as connection:
            walk = Walk(by_hand(connection), stored_grants(connection))
            floor = ledger.time_floor(connection)
        self.circle = walk.circle
        carried = 0
        for rights in walk:
            self.progress(Progress("verify", rights.publisher))
            outcome = self._ask(rights)
            carried += outcome is not None
            self._hear(walk, rights, outcome)
        if not self._quiet(carried):
            self.unknown = tuple(p for p in self._hinted() if p not in walk.circle)
        wanted = [w for made in self.plans for w in made.wanted]
        self._limit(trusted_now(self.clock.now(), raised_floor(floor, [*self.signed, *self._times(wanted)])))
        if not carried:
            if self.source.gone():
                raise medium_removed()
            raise self._nobody()

    def _quiet(self, carried: int) -> bool:
        """True when everybody is here and says what was said before: a round that costs one file of each publisher."""
        same = all(r.code == "unchanged" for r in self.results) and not any(p.wanted or p.withdrawn for p in self.plans)
        return same and 0 < carried == len(self.verified) == len(self.circle)

    def _ask(self, rights: Rights) -> Verified | Refused | None:
        """None when the medium does not carry the publisher."""
        for pause in (0.0, *_PATIENCE):
            self.sleep(pause)
            outcome = TrustSession(self.store, self.source, rights.publisher, rights.root).verify()
            if not isinstance(outcome, Refused) or outcome.error.code != "NOT_ON_THIS_MEDIUM":
                return outcome
            if rights.publisher not in self._hinted():
                return None
        timestamp = f"publishers/{rights.publisher}/metadata/timestamp.json"
        return Refused(rights.publisher, damaged_medium(timestamp), {}, rights.root)

    def _hear(self, walk: Walk, rights: Rights, outcome: Verified | Refused | None) -> None:
        """Take in what one publisher says; roots and grants are kept at once, so that what is revoked stays revoked."""
        if isinstance(outcome, Refused) and outcome.error.code == "MEDIUM_REMOVED":
            self._keep(outcome, None)
            raise outcome.error
        with self.store.db.reader() as connection:
            held = stored_bodies(connection).get(rights.publisher, {})
        said = (
            read_grants(rights.publisher, outcome.targets, held, self._read) if isinstance(outcome, Verified) else None
        )
        refused = walk.heard(rights, said.grants if said else None)
        if said is not None:
            self.results += said.results
            self.signed += [g.signed_at for g in said.grants.values() if rights.by_hand]
            said.bodies = {child: body for child, body in said.bodies.items() if child not in refused}
        self.results += [PackResult(rights.publisher, "", 0, "refused", e) for e in refused.values()]
        if outcome is not None:
            self._keep(outcome, said.bodies if said is not None and said.bodies != held else None)
            self._take(outcome)

    def _keep(self, outcome: Verified | Refused, grants: Mapping[str, bytes] | None) -> None:
        if not outcome.roots and grants is None:
            return

        def commit() -> None:
            with remembered(self.store.db, self.store.root) as connection:
                if not same_chain(stored_metadata(connection, outcome.publisher), outcome.anchor):
                    start_over(connection, outcome.publisher)
                store_metadata(connection, outcome.publisher, outcome.roots)
                if grants is not None and isinstance(outcome, Verified):
                    self._accept(connection, outcome)
                    store_grants(connection, outcome.publisher, grants)

        with_ballast(self.store.root, commit)

    def _accept(self, connection: Connection, said: Verified) -> None:
        store_metadata(connection, said.publisher, said.metadata)
        ledger.raise_floor(connection, said.publisher, "timestamp", said.root_version, said.timestamp_version)

    def _take(self, outcome: Verified | Refused) -> None:
        if isinstance(outcome, Verified):
            self.verified.append(outcome)
            made = self._plan(outcome.publisher, outcome)
            self.results += made.results
        else:
            self.results.append(PackResult(outcome.publisher, "", 0, "refused", outcome.error))
            # An older medium may still carry bytes that are missing here.
            made = self._plan(outcome.publisher, None)
            made.withdrawn.clear()
        self.plans.append(made)

    def _limit(self, now: datetime) -> None:
        """Hold each publisher to its grant, and take off the screen what nobody vouches for any more."""
        with self.store.db.reader() as connection:
            live = live_packs(connection)
            counted = any(r.max_bytes is not None for r in self.circle.values())
            sizes = live_sizes(connection) if counted else dict.fromkeys(live, 0)
        for gone in orphans({publisher for publisher, _pack in live}, self.circle):
            self.plans.append(Plan(gone, withdrawn=[pack for publisher, pack in live if publisher == gone]))
        for key in [(made.publisher, pack) for made in self.plans for pack in made.withdrawn]:
            del sizes[key]
        screen = Screen({pack: publisher for publisher, pack in reversed(sizes)}, sizes)
        for made in self.plans:
            self.results += limit(made, self.circle, screen, now)

    def _nobody(self) -> KioskError:
        """Why nothing on this medium was looked at."""
        if not self.unknown:
            return not_a_pack_medium(self.source.label)
        with self.store.db.reader() as connection:
            grants = stored_grants(connection).values()
        taken_back = {child for said in grants for child, grant in said.items() if grant.revoked}
        stranger = self.unknown[0]
        return revoked(stranger) if stranger in taken_back else untrusted(stranger)

    def _plan(self, publisher: str, said: Verified | None) -> Plan:
        with self.store.db.reader() as connection:
            stored = stored_metadata(connection, publisher)
            held = ledger.held(connection, publisher)
        targets = said.targets if said else accepted_targets(stored)
        root = said.root_version if said else newest_root_version(stored)

        def read(pack: str, sha256: str, length: int) -> bytes:
            with self.store.db.reader() as connection:
                body = ledger.stored_manifest(connection, publisher, sha256)
            return (
                body
                if body is not None
                else self._read(f"publishers/{publisher}/targets/packs/{sha256}.{pack}.json", length)
            )

        return plan(publisher, targets, root, held, read, self.app)

    def _copy(self, stage: Stage) -> list[Wanted]:
        wanted = [w for p in self.plans for w in p.wanted]
        keys = [(w.publisher, w.sha256) for w in wanted]
        heard = [v.publisher for v in self.verified]
        coming = {(w.publisher, w.manifest.pack) for w in wanted}
        coming |= {(p.publisher, pack) for p in self.plans for pack in p.withdrawn}

        def note(connection: Connection) -> tuple[frozenset[str], bool]:
            ledger.note_wanted(connection, wanted)
            self.bad = unsound(connection)
            self.repairs = degraded(connection, coming) if self.bad else []
            return self.bad, bool(wanted or garbage(connection, keys, heard))

        bad, dirty = self.store.write(note)
        wanted = [replace(w, body=b"") for w in wanted]  # it is in the database now
        for made in self.plans:
            made.wanted = [w for w in wanted if w.publisher == made.publisher]
        if dirty:
            collect(self.store, keys, heard)
        if not wanted and not self.repairs:
            return []
        ready, failed, self.error = stage.fill([*wanted, *self.repairs], bad)
        tried = {(w.publisher, w.manifest.pack) for w in self.repairs}
        self.results = [r for r in self.results if (r.publisher, r.pack) not in tried or r.code != "unchanged"]
        self.results += failed
        try:
            return stage.settle(ready)
        except OSError as error:
            raise disk_failed(str(self.store.blobs), error) from error

    def _activate(self, stage: Stage, ready: list[Wanted]) -> KioskError | None:
        self.progress(Progress("activate", done_bytes=stage.copied, total_bytes=stage.total))
        live = [PackResult(w.publisher, w.manifest.pack, w.manifest.version, "live") for w in ready]
        gone = [PackResult(p.publisher, pack, 0, "withdrawn") for p in self.plans for pack in p.withdrawn]
        mended = {(w.publisher, w.sha256) for w in self.repairs}
        new = [w for w in ready if (w.publisher, w.sha256) not in mended]

        def commit() -> datetime | None:
            with remembered(self.store.db, self.store.root) as connection:
                floor = ledger.time_floor(connection)
                for wanted in new:
                    ledger.flip(connection, wanted, self._root_version(wanted.publisher))
                for made in self.plans:
                    ledger.withdraw(connection, made.publisher, made.withdrawn)
                healed(connection, self.bad & stage.settled)
                fell = self._fall_back(connection)
                changed = {r.publisher for r in live + gone}
                for said in self.verified:
                    if said.publisher in changed or not self._unfinished(said.publisher):
                        self._accept(connection, said)
                raised = raised_floor(floor, [*self.signed, *self._times(new)])
                if raised is not None and raised != floor:
                    ledger.set_time_floor(connection, raised)
                if changed or fell:
                    bump_generation(connection)
                outcome = self.error.code if self.error else "ok"
                told = [*self.results, *live, *gone]
                told += [PackResult("", "", 0, "refused", self.error)] if self.error else []
                run = ledger.Run(self.source.label, self.started, outcome, tuple(told), stage.copied)
                ledger.log_run(connection, run)
            return raised

        try:
            raised = with_ballast(self.store.root, commit)
        except KioskError as error:
            self.error = self.error or error
            self.results += [PackResult(r.publisher, r.pack, r.version, "incomplete", error) for r in live]
            return None
        self.store.publish_generation()
        self.results += live + gone
        return clock_warning(self.clock.now(), raised)

    def _fall_back(self, connection: Connection) -> bool:
        """Show the version before of what this source should have mended and could not; True when one is shown."""
        heard = {v.publisher for v in self.verified}
        lost = {(r.publisher, r.pack) for r in self.results if r.error and r.error.code in BEYOND_THIS_SOURCE}
        damaged = [w for w in self.repairs if w.publisher in heard and (w.publisher, w.manifest.pack) in lost]
        shown = [fall_back(self.store, connection, w) for w in damaged]  # each of them
        return any(shown)

    def _leave_unfinished(self, error: KioskError) -> None:
        told = {(r.publisher, r.pack) for r in self.results}
        for w in (w for p in self.plans for w in p.wanted):
            if (w.publisher, w.manifest.pack) not in told:
                self.results.append(PackResult(w.publisher, w.manifest.pack, w.manifest.version, "incomplete", error))

    def _times(self, ready: list[Wanted]) -> list[datetime]:
        """Signed times that move the time floor: a granted publisher cannot end the grants of the others."""
        return [w.manifest.signed_at for w in ready if self.circle[w.publisher].by_hand]

    def _root_version(self, publisher: str) -> int:
        for said in self.verified:
            if said.publisher == publisher:
                return said.root_version
        with self.store.db.reader() as connection:
            return newest_root_version(stored_metadata(connection, publisher))

    def _unfinished(self, publisher: str) -> bool:
        return any(r.publisher == publisher and r.code == "incomplete" for r in self.results)

    def _hinted(self) -> tuple[str, ...]:
        if self.hint is None:
            self.hint = self._hint()
        return self.hint

    def _hint(self) -> tuple[str, ...]:
        try:
            return hinted_publishers(self._read(HINT, _MAX_HINT))
        except KioskError as error:
            if error.code == "MEDIUM_REMOVED":
                raise
            return ()  # only a hint

    def _read(self, path: str, most: int) -> bytes:
        with self.source.open(path) as stream:
            body = bytearray()
            while len(body) <= most and (chunk := stream.read(most + 1 - len(body))):
                body += chunk
            return bytes(body)


def _clear_scratch(store: Store) -> None:
    try:
        for path in store.staging.glob("tuf-*"):
            shutil.rmtree(path)
    except OSError as error:
        raise disk_failed(str(store.staging), error) from error
