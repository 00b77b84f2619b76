"""What a publisher may do on this kiosk: decided here, from grants that were verified elsewhere. Pure.

Trust starts with the publishers a person confirmed by hand; they have no limits. Each may grant a namespace to a child,
which may grant a part of it on. A pack id belongs to one publisher at a time: the one that has it on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack, grant_ended, grant_refused, outside_namespace, size
from kiosk.packs.grant import Grant, within
from kiosk.packs.plan import Plan, Wanted
from kiosk.packs.report import PackResult

MAX_DEPTH = 4
"""Steps from a publisher trusted by hand: province, city, county, enterprise, workshop."""


@dataclass(frozen=True, slots=True)
class Rights:
    """A publisher this kiosk listens to.

    Args:
        root: the first root: confirmed by a person, or signed by the parent.
        parents: who granted whom, from the publisher trusted by hand down; empty for that one.
        valid_until: the earliest of its own grant and those above.
    """

    publisher: str
    root: bytes
    parents: tuple[str, ...] = ()
    namespace: str | None = None
    valid_until: date | None = None
    max_bytes: int | None = None

    @property
    def by_hand(self) -> bool:
        """True when a person confirmed its fingerprint."""
        return not self.parents


def under(parent: Rights, grant: Grant) -> Rights:
    """What the child of a grant may do.

    Raises:
        TrustError: `UNTRUSTED`: a cycle, too deep, or more than the parent has itself.
    """
    chain = (*parent.parents, parent.publisher)
    if grant.child in chain:
        raise grant_refused(parent.publisher, grant.child, Text("授权绕成了圈", "the grants form a circle"))
    if len(chain) > MAX_DEPTH:
        raise grant_refused(parent.publisher, grant.child, Text("授权层级太多", "too many levels of grants"))
    if not within(parent.namespace, grant.namespace):
        rule = Text(
            f"“{grant.namespace}”不在“{parent.namespace}”之内", f"“{grant.namespace}” is outside “{parent.namespace}”"
        )
        raise grant_refused(parent.publisher, grant.child, rule)
    ends = [d for d in (parent.valid_until, grant.valid_until) if d is not None]
    return Rights(grant.child, grant.root, chain, grant.namespace, min(ends, default=None), grant.max_bytes)


@dataclass(slots=True)
class Screen:
    """Who has which pack id on the screen, and how many bytes each pack has; grows while a sync is planned."""

    owners: dict[str, str]
    sizes: dict[tuple[str, str], int]


def limit(plan: Plan, circle: Mapping[str, Rights], screen: Screen, now: datetime) -> list[PackResult]:
    """Take out of a plan what its publisher may not bring. What is live stays.

    Args:
        plan: changed in place.
        circle: everybody this kiosk listens to, by id.
        screen: changed in place: what passes counts for the plans after it.
        now: see `kiosk.packs.clock.trusted_now`.

    Returns:
        What was taken out, and why.
    """
    passed: list[Wanted] = []
    refused: list[PackResult] = []
    for wanted in plan.wanted:
        error = _refusal(wanted, circle[plan.publisher], circle, screen, now)
        if error is None:
            passed.append(wanted)
            screen.owners.setdefault(wanted.manifest.pack, wanted.publisher)
            screen.sizes[wanted.publisher, wanted.manifest.pack] = wanted.manifest.size
        else:
            m = wanted.manifest
            refused.append(PackResult(plan.publisher, m.pack, m.version, "refused", error))
    plan.wanted = passed
    return refused


def _refusal(
    wanted: Wanted, rights: Rights, circle: Mapping[str, Rights], screen: Screen, now: datetime
) -> KioskError | None:
    pack = wanted.manifest.pack
    if not within(rights.namespace, pack):
        return outside_namespace(rights.publisher, pack, rights.namespace or "")
    if rights.valid_until is not None and now.date() > rights.valid_until:
        return grant_ended(rights.publisher, rights.valid_until.isoformat())
    owner = screen.owners.get(pack, rights.publisher)
    if owner != rights.publisher and (rights.publisher, pack) not in screen.sizes:
        rule = Text(f"“{owner}”已用了这个编号", f"“{owner}” already has a pack of this id")
        return bad_pack(rule, pack)
    for limited in (rights.publisher, *reversed(rights.parents)):
        most = circle[limited].max_bytes
        if most is not None and (total := _total(limited, wanted, circle, screen)) > most:
            rule = Text(
                f"“{limited}”的内容共 {size(total)}，只准 {size(most)}",
                f"the packs of “{limited}” are {size(total)} together, {size(most)} are granted",
            )
            return bad_pack(rule, pack)
    return None


def _total(publisher: str, wanted: Wanted, circle: Mapping[str, Rights], screen: Screen) -> int:
    """Bytes of a publisher and of all below it, once the wanted pack is there."""
    family = {p for p, r in circle.items() if p == publisher or publisher in r.parents}
    sizes = screen.sizes | {(wanted.publisher, wanted.manifest.pack): wanted.manifest.size}
    return sum(count for (owner, _pack), count in sizes.items() if owner in family)


def orphans(live: Iterable[str], circle: Mapping[str, Rights]) -> list[str]:
    """Publishers on the screen that nobody vouches for any more."""
    return sorted(set(live) - circle.keys())
