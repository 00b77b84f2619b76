"""The order in which a sync asks publishers: those trusted by hand, then whom they grant, and so on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.core.errors import TrustError
from kiosk.core.text import Text
from kiosk.packs.errors import grant_refused
from kiosk.packs.grant import Grant
from kiosk.packs.guard import Rights, under

Grants = Mapping[str, Grant]
"""One parent's grants, by child."""


class Walk:
    """Who is listened to, found out level by level.

    A parent that is not on this medium, or whose metadata was refused, is still taken at its last accepted word. When
    two parents name different roots for one child, the word the kiosk already acts on holds.

    Args:
        by_hand: publishers that a person confirmed.
        accepted: grants in the database, by parent.
    """

    def __init__(self, by_hand: Iterable[Rights], accepted: Mapping[str, Grants]) -> None:
        self.circle: dict[str, Rights] = {r.publisher: r for r in by_hand}
        self._waiting = list(self.circle.values())
        self._accepted = dict(accepted)
        self._said: dict[str, Grants] = dict(accepted)

    def __iter__(self) -> Walk:
        return self

    def __next__(self) -> Rights:
        """The next publisher to ask; say what it granted with `heard` before the one after it."""
        if not self._waiting:
            raise StopIteration
        return self._waiting.pop(0)

    def heard(self, parent: Rights, grants: Grants | None) -> dict[str, TrustError]:
        """Follow a parent's grants.

        Args:
            parent: the publisher that was asked last.
            grants: what it says now; None: nothing was heard, its last word stays.

        Returns:
            Children whose grant is not followed, and why.
        """
        if grants is not None:
            self._said[parent.publisher] = grants
        refused: dict[str, TrustError] = {}
        for child, grant in sorted(self._said.get(parent.publisher, {}).items()):
            known = self.circle.get(child)
            if grant.revoked:
                continue
            if known is not None and known.by_hand and child not in (*parent.parents, parent.publisher):
                continue  # a person's word counts more
            try:
                self._follow(parent, grant)
            except TrustError as error:
                refused[child] = error
        return refused

    def _follow(self, parent: Rights, grant: Grant) -> None:
        rights = under(parent, grant)
        if self._others(parent.publisher, grant):
            rule = Text("别的单位为它授权了另一把密钥", "another publisher vouches for other keys of it")
            raise grant_refused(parent.publisher, grant.child, rule)
        if grant.child not in self.circle:
            self.circle[grant.child] = rights
            self._waiting.append(rights)

    def _others(self, parent: str, grant: Grant) -> bool:
        known = self.circle.get(grant.child)
        if known is not None:
            return known.root != grant.root
        mine = self._accepted.get(parent, {}).get(grant.child)
        if mine is not None and mine.root == grant.root and not mine.revoked:
            return False
        for other, grants in self._said.items():
            theirs = grants.get(grant.child)
            if other != parent and theirs is not None and not theirs.revoked and theirs.root != grant.root:
                return True
        return False
