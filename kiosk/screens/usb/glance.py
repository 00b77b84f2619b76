"""What the page about a stick shows at one moment. Pure: no Qt, no words of the interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Phase: TypeAlias = Literal["looking", "ready", "copying", "removed", "done", "refused"]
Group: TypeAlias = Literal["new", "same", "older", "bad", "foreign"]

_GROUPS: dict[str, Group] = {
    "new": "new",
    "newer": "new",
    "withdrawn": "new",
    "same": "same",
    "older": "older",
    "damaged": "bad",
    "needs_newer_app": "bad",
    "bad": "bad",
    "foreign": "foreign",
}
ORDER: tuple[Group, ...] = ("new", "bad", "same", "older", "foreign")


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack on the medium.

    Args:
        state: as `ContentStatus.packs` has it; `foreign` = of a publisher this kiosk does not trust.
        version: on the medium; 0 when unknown.
        here: on the kiosk; 0 = none.
        size: bytes still to be copied.
        wanted: to be brought in, or was since the stick was put in.
        taken: it is on the screen since then.
        problem: why it cannot be used, for a person.
    """

    publisher: str
    pack: str
    title: str
    state: str
    version: int = 0
    here: int = 0
    size: int = 0
    wanted: bool = False
    taken: bool = False
    problem: str = ""

    @property
    def key(self) -> str:
        """Unique on a medium."""
        return f"{self.publisher}/{self.pack}"

    @property
    def group(self) -> Group:
        """Where it is counted on the stick."""
        return "new" if self.wanted else _GROUPS.get(self.state, "bad")


@dataclass(frozen=True, slots=True)
class Results:
    """What the stick took back for the office.

    Args:
        records: new ones, sealed; those of before that the office has not got are on it too.
        logs: health report and logs are on it.
        problem: why it took nothing, for a person.
        visited: kiosks where it has been on this tour, this one among them.
        missed: kiosks on the office's list where it has not been.
        listed: the office wrote a list; without, `missed` says nothing.
    """

    records: int = 0
    logs: bool = False
    problem: str = ""
    visited: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Glance:
    """One moment.

    Args:
        current: id of the pack being copied.
        fraction: of the bytes to be copied, 0..1.
        speed: bytes a second; 0 = not known yet.
        seconds_left: -1 = not known yet.
        countdown: seconds until copying begins by itself; 0 = it does not.
        code: of what went wrong; empty when nothing did.
        problem: what went wrong, for a person, with `hint`: what to do next.
        room: what is missing on the disk, for a person; empty when everything fits.
        outbox: the office wants results on this stick.
        results: what it took; None before.
    """

    phase: Phase = "looking"
    label: str = ""
    packs: tuple[Pack, ...] = ()
    current: str = ""
    fraction: float = 0.0
    speed: float = 0.0
    seconds_left: int = -1
    countdown: int = 0
    code: str = ""
    problem: str = ""
    hint: str = ""
    room: str = ""
    plugged: bool = True
    outbox: bool = False
    results: Results | None = None

    @property
    def rows(self) -> tuple[Pack, ...]:
        """Packs as they are listed: first what comes."""
        return tuple(sorted(self.packs, key=lambda p: ORDER.index(p.group)))

    @property
    def wanted(self) -> int:
        """Packs to bring in, with those that are already."""
        return self.count("new")

    @property
    def taken(self) -> int:
        """Packs brought in since the stick was put in."""
        return sum(p.taken for p in self.packs)

    @property
    def size(self) -> int:
        """Bytes to be copied."""
        return sum(p.size for p in self.packs if p.wanted)

    def count(self, group: Group) -> int:
        """Packs of a group."""
        return sum(p.group == group for p in self.packs)

    def title_of(self, pack: str) -> str:
        """Title of a pack by its id; the id itself when it is not listed."""
        return next((p.title for p in self.packs if p.pack == pack), pack)


def shown_size(count: int) -> str:
    """Bytes for people, short."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if count >= factor:
            number = count / factor
            return f"{number:.1f} {unit}" if number < 10 and unit != "KB" else f"{number:.0f} {unit}"
    return f"{count} B"
