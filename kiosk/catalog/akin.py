"""What belongs together across kinds: the same person, the same law, the same topic. Pure; computed when a catalog is built.

A name counts when it is said: a person's name anywhere in a text, a document's title between 《》 or before an article
number, as Chinese texts cite laws. Whoever is spoken of leads back to whoever speaks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.catalog.cards import Reason

MOST_AKIN = 6
MOST_OF_A_KIND = 3
COMMON = 40
"""A keyword of more items than this says nothing."""
MOST_CITING = 200
"""Of an item spoken of more often, only the first are led back to; the best six are kept anyway."""
_STATE = "中华人民共和国"
_NUMBER = "[零〇一二三四五六七八九十百千]+"
_QUOTED = re.compile(r"《([^《》\n]{2,40})》")
_CITED = re.compile(rf"(?:《([^《》\n]{{2,40}})》|([\u4e00-\u9fff]{{2,24}}?))(第{_NUMBER}条(?:之{_NUMBER})?)")
_WEIGHT: dict[Reason, float] = {"link": 5, "person": 6, "law": 4, "topic": 1}


@dataclass(frozen=True, slots=True)
class Thing:
    """What is looked at of one item.

    Args:
        uid: `pack/item`.
        kind: its kind.
        title: in one line.
        person: whom it is about; empty when nobody.
        keywords: of its header.
        text: its plain text, without the title.
        leads: items its header or its content leads to, as `pack/item`.
        related: those of them that its page shows by itself already.
    """

    uid: str
    kind: str
    title: str
    person: str = ""
    keywords: tuple[str, ...] = ()
    text: str = ""
    leads: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """One item that belongs to another.

    Args:
        uid: the other.
        reason: the strongest.
        note: the articles cited, the word shared or the name; may be empty.
    """

    uid: str
    reason: Reason
    note: str = ""


def ties(things: Sequence[Thing]) -> dict[str, tuple[Tie, ...]]:
    """The ties of every item that has some, best first, at most six and three of one kind.

    Args:
        things: each item once, in the order in which equals are shown.
    """
    found = _Web({thing.uid: n for n, thing in enumerate(things)})
    for thing in things:
        for other in thing.leads:
            found.tie(thing.uid, other, "link", "")
    _by_person(things, found)
    _by_law(things, found)
    _by_topic(things, found)
    return {t.uid: best for t in things if (best := found.best(t, things))}


class _Web:
    """Scores between pairs, both ways."""

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places
        self._scores: dict[str, dict[str, dict[Reason, float]]] = defaultdict(dict)
        self._notes: dict[tuple[str, str, Reason], str] = {}

    def tie(self, one: str, other: str, reason: Reason, note: str, share: float = 1.0) -> None:
        if one == other or one not in self._places or other not in self._places:
            return
        for a, b in ((one, other), (other, one)):
            score = self._scores[a].setdefault(b, {})
            score[reason] = score.get(reason, 0) + share * _WEIGHT[reason]
            self._notes.setdefault((a, b, reason), note)

    def best(self, thing: Thing, things: Sequence[Thing]) -> tuple[Tie, ...]:
        scored = self._scores.get(thing.uid, {})
        order = sorted(scored, key=lambda uid: (-sum(scored[uid].values()), self._places[uid]))
        kinds: Counter[str] = Counter()
        kept: list[Tie] = []
        for uid in order:
            kind = things[self._places[uid]].kind
            if uid in thing.related or kinds[kind] >= MOST_OF_A_KIND:
                continue
            kinds[kind] += 1
            reason = max(scored[uid], key=lambda r: (scored[uid][r], r))
            kept.append(Tie(uid, reason, self._notes[thing.uid, uid, reason]))
            if len(kept) == MOST_AKIN:
                break
        return tuple(kept)


def _by_person(things: Sequence[Thing], found: _Web) -> None:
    about: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        if len(thing.person) >= (6 if thing.person.isascii() else 2):
            about[thing.person].append(thing.uid)
    starts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in about:
        starts[name[0], name[1]].append(name)
    spoken: Counter[str] = Counter()
    for thing in things:
        said = "\n".join((thing.title, *thing.keywords, thing.text))
        head = "\n".join((thing.title, *thing.keywords))
        for pair in starts.keys() & set(pairwise(said)):
            for name in starts[pair]:
                if name not in said or name == thing.person or spoken[name] >= MOST_CITING:
                    continue
                spoken[name] += 1
                for uid in about[name]:
                    found.tie(thing.uid, uid, "person", name, 1.0 if name in head else 0.5)
    for name, uids in about.items():
        for one, other in _pairs(uids[:COMMON]):
            found.tie(one, other, "person", name)


def _by_law(things: Sequence[Thing], found: _Web) -> None:
    titled: dict[str, str] = {}
    for thing in things:
        for name in {thing.title, thing.title.removeprefix(_STATE)}:
            if len(name) >= 3:
                titled.setdefault(name, thing.uid)
    for thing in things:
        for uid, articles in _cited(thing.text, titled).items():
            note = "、".join(dict.fromkeys(articles[:3])) + ("…" if len(set(articles)) > 3 else "")
            found.tie(thing.uid, uid, "law", note, 1 + min(len(articles), 5) / 5)


def _cited(text: str, titled: Mapping[str, str]) -> dict[str, list[str]]:
    """Items whose titles a text cites, with the articles it names."""
    cited: dict[str, list[str]] = defaultdict(list)
    for name in _QUOTED.findall(text):
        if name in titled:
            cited.setdefault(titled[name], [])
    for quoted, bare, article in _CITED.findall(text):
        uid = titled.get(quoted) if quoted else next((titled[e] for e in _endings(bare) if e in titled), None)
        if uid:
            cited[uid].append(article)
    return cited


def _endings(words: str) -> Iterator[str]:
    """What may be a title at the end of a run of characters, longest first."""
    return (words[n:] for n in range(len(words) - 2))


def _by_topic(things: Sequence[Thing], found: _Web) -> None:
    shared: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        for word in dict.fromkeys(thing.keywords):
            shared[word].append(thing.uid)
    for word, uids in shared.items():
        if 2 <= len(uids) <= COMMON:
            for one, other in _pairs(uids):
                found.tie(one, other, "topic", word, 2 / len(uids))


def _pairs(uids: Iterable[str]) -> Iterator[tuple[str, str]]:
    seen: list[str] = []
    for uid in uids:
        for earlier in seen:
            yield earlier, uid
        seen.append(uid)
