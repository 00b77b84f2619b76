"""The first half of a sync: ask every publisher, check what is signed, and plan what to bring. Copies nothing.

New roots and grants are stored the moment they are verified, so that what is revoked stays revoked whatever happens next.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.packs import ledger
from kiosk.packs.ballast import with_ballast
from kiosk.packs.clock import raised_floor, trusted_now
from kiosk.packs.errors import damaged_medium, medium_removed, not_a_pack_medium, revoked, untrusted
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
from kiosk.packs.recover import remembered
from kiosk.packs.report import PackResult, Progress
from kiosk.packs.session import Refused, TrustSession, Verified
from kiosk.packs.source import Source
from kiosk.packs.store import Store
from kiosk.packs.tufstate import (
    accepted_targets,
    newest_root_version,
    same_chain,
    start_over,
    store_metadata,
    stored_metadata,
)
from kiosk.packs.walk import Walk

_MAX_HINT = 64 * 1024
_PATIENCE = (0.2, 0.6, 1.2, 1.0)
"""Seconds between looks for `timestamp.json`: on some shares it is away for a moment while it is replaced."""


def accept(connection: Connection, said: Verified) -> None:
    """From now on nothing older of this publisher counts."""
    store_metadata(connection, said.publisher, said.metadata)
    ledger.raise_floor(connection, said.publisher, "timestamp", said.root_version, said.timestamp_version)


@dataclass(slots=True)
class Hearing:
    """One round of asking, and what came of it.

    Attributes:
        store: of this kiosk.
        source: stick, share or folder; never written.
        progress: called for each publisher.
        app: version of this program, for `min_app`.
        clock: for grants that end.
        sleep: waits between looks.
        verified: publishers whose signatures hold.
        plans: what to bring and what to take off the screen.
        results: what is known of packs and publishers so far.
        circle: the rights of everybody this kiosk listens to.
        signed: times of grants that move the time floor.
        unknown: publishers the medium names that nobody here knows.
    """

    store: Store
    source: Source
    progress: Callable[[Progress], None]
    app: str
    clock: Clock
    sleep: Callable[[float], None] = time.sleep
    verified: list[Verified] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    results: list[PackResult] = field(default_factory=list)
    circle: dict[str, Rights] = field(default_factory=dict)
    signed: list[datetime] = field(default_factory=list)
    unknown: tuple[str, ...] = ()
    _hints: tuple[str, ...] | None = None

    def ask_everybody(self) -> None:
        """Ask each publisher, and hold each to its grant.

        Raises:
            KioskError: the medium is gone, or carries nobody this kiosk listens to.
        """
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
        self._limit(trusted_now(self.clock.now(), raised_floor(floor, [*self.signed, *self.times(wanted)])))
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
            self.keep(outcome, None)
            raise outcome.error
        with self.store.db.reader() as connection:
            held = stored_bodies(connection).get(rights.publisher, {})
        said = (
            read_grants(rights.publisher, outcome.targets, held, self.read) if isinstance(outcome, Verified) else None
        )
        refused = walk.heard(rights, said.grants if said else None)
        if said is not None:
            self.results += said.results
            self.signed += [g.signed_at for g in said.grants.values() if rights.by_hand]
            said.bodies = {child: body for child, body in said.bodies.items() if child not in refused}
        self.results += [PackResult(rights.publisher, "", 0, "refused", e) for e in refused.values()]
        if outcome is not None:
            self.keep(outcome, said.bodies if said is not None and said.bodies != held else None)
            self._take(outcome)

    def keep(self, outcome: Verified | Refused, grants: Mapping[str, bytes] | None) -> None:
        """Store new roots and grants at once."""
        if not outcome.roots and grants is None:
            return

        def commit() -> None:
            with remembered(self.store.db, self.store.root) as connection:
                if not same_chain(stored_metadata(connection, outcome.publisher), outcome.anchor):
                    start_over(connection, outcome.publisher)
                store_metadata(connection, outcome.publisher, outcome.roots)
                if grants is not None and isinstance(outcome, Verified):
                    accept(connection, outcome)
                    store_grants(connection, outcome.publisher, grants)

        with_ballast(self.store.root, commit)

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
                else self.read(f"publishers/{publisher}/targets/packs/{sha256}.{pack}.json", length)
            )

        return plan(publisher, targets, root, held, read, self.app)

    def times(self, ready: list[Wanted]) -> list[datetime]:
        """Signed times that move the time floor: a granted publisher cannot end the grants of the others."""
        return [w.manifest.signed_at for w in ready if self.circle[w.publisher].by_hand]

    def _hinted(self) -> tuple[str, ...]:
        if self._hints is None:
            self._hints = self.hint()
        return self._hints

    def hint(self) -> tuple[str, ...]:
        """Publishers that the medium says it carries; only a hint."""
        try:
            return hinted_publishers(self.read(HINT, _MAX_HINT))
        except KioskError as error:
            if error.code == "MEDIUM_REMOVED":
                raise
            return ()

    def read(self, path: str, most: int) -> bytes:
        """A file of the medium, cut off one byte beyond `most`."""
        with self.source.open(path) as stream:
            body = bytearray()
            while len(body) <= most and (chunk := stream.read(most + 1 - len(body))):
                body += chunk
            return bytes(body)
