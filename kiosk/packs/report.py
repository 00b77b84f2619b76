"""What a sync tells while it runs, and when it is over. Everything turns into plain JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from kiosk.core.errors import KioskError

Phase: TypeAlias = Literal["verify", "copy", "activate", "done"]
Code: TypeAlias = Literal["live", "unchanged", "withdrawn", "absent", "refused", "incomplete"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a sync is. Bytes count the copy only; both are 0 when nothing has to be copied."""

    phase: Phase
    publisher: str = ""
    pack: str = ""
    file: str = ""
    done_bytes: int = 0
    total_bytes: int = 0

    def as_json(self) -> dict[str, Any]:
        """For `json.dumps`."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class PackResult:
    """What became of one pack.

    Args:
        pack: empty when the whole publisher was refused.
        version: of the medium; 0 when unknown.
        code: `live` is on the screen since this sync; `unchanged` was already; `withdrawn` left the screen; `absent` is
            published but not on this medium; `refused` broke a rule of trust or content; `incomplete` lacks bytes:
            the next sync goes on.
        error: why, for `refused` and `incomplete`.
    """

    publisher: str
    pack: str
    version: int
    code: Code
    error: KioskError | None = None

    def as_json(self) -> dict[str, Any]:
        """For `json.dumps`."""
        return {
            "publisher": self.publisher,
            "pack": self.pack,
            "version": self.version,
            "code": self.code,
            "error": error_json(self.error),
        }


@dataclass(frozen=True, slots=True)
class SyncReport:
    """The outcome of one sync.

    Args:
        source: its label.
        results: one for each pack, and for each refused publisher.
        error: what stopped the sync as a whole; what was complete by then is live all the same.
        warning: the clock is wrong; nothing else depends on it.
        unknown: publishers on the medium that this kiosk does not trust.
        copied_bytes: bytes read from the medium as content.
        generation: of the store, afterwards.
    """

    source: str
    results: tuple[PackResult, ...]
    error: KioskError | None
    warning: KioskError | None
    unknown: tuple[str, ...]
    copied_bytes: int
    generation: int

    @property
    def changed(self) -> bool:
        """True when the screen shows something else now."""
        return any(r.code in ("live", "withdrawn") for r in self.results)

    @property
    def problem(self) -> KioskError | None:
        """The first thing a person should act on, or None; its `exit_code` is the command's."""
        if self.error is not None:
            return self.error
        return next((r.error for r in self.results if r.error is not None), None)

    def as_json(self) -> dict[str, Any]:
        """For `json.dumps`."""
        return {
            "source": self.source,
            "changed": self.changed,
            "results": [r.as_json() for r in self.results],
            "error": error_json(self.error),
            "warning": error_json(self.warning),
            "unknown": list(self.unknown),
            "copied_bytes": self.copied_bytes,
            "generation": self.generation,
        }


def error_json(error: KioskError | None) -> dict[str, Any] | None:
    """An error with its sentences in both languages."""
    if error is None:
        return None
    return {
        "code": error.code,
        "exit_code": error.exit_code,
        "message": {"zh": error.message.zh, "en": error.message.en},
        "hint": {"zh": error.hint.zh, "en": error.hint.en},
    }
