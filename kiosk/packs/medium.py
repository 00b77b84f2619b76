"""What a look at a medium tells. Plain values that turn into JSON; `kiosk.packs.look` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs.report import error_json

PublisherState: TypeAlias = Literal["trusted", "unknown", "refused"]
PackState: TypeAlias = Literal[
    "new", "newer", "same", "older", "withdrawn", "absent", "damaged", "needs_newer_app", "bad", "refused"
]
WANTED = frozenset({"new", "newer", "withdrawn"})


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """A publisher on the medium.

    Args:
        state: `unknown` is shown by its id alone; `refused` is trusted, but this is not its word (`error`).
    """

    publisher: str
    state: PublisherState
    error: KioskError | None = None

    def as_json(self) -> dict[str, Any]:
        """For `json.dumps`."""
        return {"publisher": self.publisher, "state": self.state, "error": error_json(self.error)}


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack that a trusted publisher names.

    Args:
        title: of a verified manifest, or of what is live; the id when there is neither.
        state: `absent` is published but not carried here; `withdrawn` leaves the screen; `refused` is more than the
            publisher may; `bad` breaks a rule of the format.
        live: version on the screen, 0 = none.
        version: on the medium, 0 = unknown.
        size: bytes of its distinct blobs, 0 = unknown.
        missing: bytes of them that are neither in the store nor staged.
    """

    publisher: str
    pack: str
    title: Text
    state: PackState
    live: int = 0
    version: int = 0
    size: int = 0
    missing: int = 0
    error: KioskError | None = None

    @property
    def wanted(self) -> bool:
        """Bringing the medium's content changes this pack."""
        return self.state in WANTED

    def as_json(self) -> dict[str, Any]:
        """For `json.dumps`."""
        return {
            "publisher": self.publisher,
            "pack": self.pack,
            "title": {"zh": self.title.zh, "en": self.title.en},
            "state": self.state,
            "from": self.live,
            "version": self.version,
            "size": self.size,
            "missing": self.missing,
            "wanted": self.wanted,
            "error": error_json(self.error),
        }


@dataclass(frozen=True, slots=True)
class MediumReport:
    """What a medium carries for this kiosk.

    Args:
        missing: bytes to copy for all wanted packs; blobs they share count once.
        size: bytes of all wanted packs.
        free: bytes that content may still take on the kiosk's disk.
        error: why nothing at all can be said: no packs here, nobody this kiosk trusts, pulled out.
    """

    source: str
    publishers: tuple[PublisherLine, ...] = ()
    packs: tuple[PackLine, ...] = ()
    missing: int = 0
    size: int = 0
    free: int = 0
    error: KioskError | None = None

    @property
    def fits(self) -> bool:
        """There is room for what is missing."""
        return self.missing <= self.free

    @property
    def wanted(self) -> int:
        """Packs that would change."""
        return sum(p.wanted for p in self.packs)

    def as_json(self) -> dict[str, Any]:
        """For `json.dumps`."""
        return {
            "source": self.source,
            "publishers": [p.as_json() for p in self.publishers],
            "packs": [p.as_json() for p in self.packs],
            "wanted": self.wanted,
            "missing": self.missing,
            "size": self.size,
            "free": self.free,
            "fits": self.fits,
            "error": error_json(self.error),
        }
