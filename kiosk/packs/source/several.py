"""Any source may supply any blob: one that speaks for its publishers, with others behind it that only lend bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.core.errors import StorageError
from kiosk.packs.source.base import Source, Stream


class Backed:
    """A source whose missing or damaged blobs are taken from others; signatures are read from it alone.

    Args:
        first: what is synced from.
        others: asked for blobs, in this order.
    """

    def __init__(self, first: Source, others: Sequence[Source]) -> None:
        self._first = first
        self._lenders = [_Lender(source) for source in (first, *others)]
        self.lanes = getattr(first, "lanes", 2)
        """Files open at a time."""

    @property
    def label(self) -> str:
        """The first one's."""
        return self._first.label

    @property
    def suppliers(self) -> Iterator[Source]:
        """Whoever may have a blob: those that are there; all when none is, so that it is said."""
        there = [lender for lender in self._lenders if not lender.gone()]
        return iter(there or self._lenders)

    def open(self, path: str) -> Stream:
        """A file of the first."""
        return self._first.open(path)

    def gone(self) -> bool:
        """True when the first is gone."""
        return self._first.gone()


class _Lender:
    """A source that is left alone once it was found gone: every question costs its time again."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lost: StorageError | None = None
        self.label = source.label

    def open(self, path: str) -> Stream:
        if self._lost is not None:
            raise self._lost
        try:
            return self._source.open(path)
        except StorageError as error:
            if error.code == "MEDIUM_REMOVED":
                self._lost = error
            raise

    def gone(self) -> bool:
        return self._lost is not None


def backed(sources: Sequence[Source]) -> list[Source]:
    """Each source with the others behind it; a single one as it is."""
    if len(sources) < 2:
        return list(sources)
    return [Backed(source, [*sources[:n], *sources[n + 1 :]]) for n, source in enumerate(sources)]
