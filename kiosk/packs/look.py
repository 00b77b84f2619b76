"""What a medium carries for this kiosk, before anything is taken from it.

A look is the first half of a sync (`hearing`): the same publishers are asked, the same signatures and rules are checked, the same plan
is made. Then it stops. It keeps nothing of what it heard, no blob is opened, and words are shown only when a publisher
this kiosk listens to has signed them; of a stranger nothing but its well-formed id.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.core.errors import ContentError, KioskError
from kiosk.core.text import Text
from kiosk.packs import schema
from kiosk.packs.hearing import Hearing
from kiosk.packs.ids import is_id
from kiosk.packs.manifest import Manifest, parse
from kiosk.packs.medium import MediumReport, PackLine, PackState, PublisherLine
from kiosk.packs.report import PackResult, Progress
from kiosk.packs.session import Refused, Verified
from kiosk.packs.source import FolderSource, Source
from kiosk.packs.store import Store
from kiosk.packs.sync import RESERVE

_MANIFEST = re.compile(r"publishers/[a-z0-9-]+/targets/packs/([0-9a-f]{64})\.[a-z0-9-]+\.json")
_MAX_LISTED = 1000
_BY_CODE: Mapping[str, PackState] = {
    "OLDER_THAN_KIOSK": "older",
    "NEEDS_NEWER_APP": "needs_newer_app",
    "BAD_PACK": "bad",
    "DAMAGED_MEDIUM": "damaged",
    "NO_PERMISSION": "damaged",
}


def look(
    store: Store,
    source: Source,
    *,
    progress: Callable[[Progress], None] = lambda _p: None,
    app: str = __version__,
    clock: Clock | None = None,
) -> MediumReport:
    """See what a medium carries. Changes neither the medium nor what the kiosk knows.

    Args:
        store: of this kiosk.
        source: stick, share or folder.
        progress: called for each publisher.
        app: version of this program, for `min_app`.
        clock: for grants that end.

    Raises:
        BusyError: a sync is running.
        StorageError: the kiosk's own database or disk failed.
    """
    with store.exclusive():
        return _Look(store, source, progress, app, clock or Clock()).look()


@dataclass(frozen=True, slots=True)
class _Live:
    version: int
    title: Text
    size: int


class _Look(Hearing):
    def __init__(
        self, store: Store, source: Source, progress: Callable[[Progress], None], app: str, clock: Clock
    ) -> None:
        # Sticks are not servers: a name that is away is not coming back in a moment.
        super().__init__(store, source, progress, app, clock, sleep=lambda _s: None)
        self.manifests: dict[tuple[str, str], Manifest] = {}
        """Verified ones that were read from the medium, by publisher and pack."""

    def look(self) -> MediumReport:
        error: KioskError | None = None
        try:
            self.ask_everybody()
        except KioskError as problem:
            error = problem
        live = self._live()
        missing = self._missing_blobs()
        packs = tuple(self._packs(live, missing))
        wanted = [w for p in self.plans for w in p.wanted]
        return MediumReport(
            source=self.source.label,
            publishers=tuple(self._publishers()),
            packs=packs,
            missing=sum(missing.values()),
            size=sum({f.blob.sha256: f.blob.size for w in wanted for f in w.manifest.files}.values()),
            free=max(0, self.store.free_bytes() - RESERVE),
            error=error,
        )

    def keep(self, outcome: Verified | Refused, grants: Mapping[str, bytes] | None) -> None:
        """A look leaves no trace, not even new roots: the sync that follows hears them again."""

    def hint(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*super().hint(), *_listed(self.source)]))

    def read(self, path: str, most: int) -> bytes:
        body = super().read(path, most)
        named = _MANIFEST.fullmatch(path)
        # The name holds the signed hash: what matches it was signed, also when a rule keeps it off the screen.
        if named and hashlib.sha256(body).hexdigest() == named[1]:
            try:
                manifest = parse(body)
            except ContentError:
                return body
            self.manifests[path.split("/")[1], manifest.pack] = manifest
        return body

    def _publishers(self) -> Iterable[PublisherLine]:
        refused = {r.publisher: r.error for r in self.results if not r.pack and r.code == "refused"}
        heard = {v.publisher for v in self.verified}
        for publisher in sorted(heard | refused.keys()):
            trusted = publisher in heard
            yield PublisherLine(publisher, "trusted" if trusted else "refused", refused.get(publisher))
        for publisher in self.unknown:
            yield PublisherLine(publisher, "unknown")

    def _packs(self, live: Mapping[tuple[str, str], _Live], missing: Mapping[str, int]) -> Iterable[PackLine]:
        rows: dict[tuple[str, str], PackLine] = {}
        for result in self.results:
            if result.pack:
                rows[result.publisher, result.pack] = self._told(result, live)
        for made in self.plans:
            for pack in made.withdrawn:
                known = live[made.publisher, pack]
                rows[made.publisher, pack] = PackLine(
                    made.publisher, pack, known.title, "withdrawn", live=known.version, size=known.size
                )
            for w in made.wanted:
                m, before = w.manifest, live.get((made.publisher, w.manifest.pack))
                rows[made.publisher, m.pack] = PackLine(
                    made.publisher,
                    m.pack,
                    m.title,
                    "newer" if before else "new",
                    live=before.version if before else 0,
                    version=m.version,
                    size=m.size,
                    missing=sum(missing.get(s, 0) for s in {f.blob.sha256 for f in m.files}),
                )
        return [rows[key] for key in sorted(rows)]

    def _told(self, result: PackResult, live: Mapping[tuple[str, str], _Live]) -> PackLine:
        key = (result.publisher, result.pack)
        known, carried = live.get(key), self.manifests.get(key)
        state: PackState
        match result.code:
            case "unchanged":
                state = "same"
            case "absent":
                state = "absent"
            case _:
                state = _BY_CODE.get(result.error.code if result.error else "", "refused")
        if carried is not None:
            title, size = carried.title, carried.size
        elif known is not None:
            title, size = known.title, known.size
        else:
            title, size = Text(result.pack, result.pack), 0
        here = known.version if known else 0
        version = carried.version if carried else here if state == "same" else 0
        return PackLine(*key, title, state, live=here, version=version, size=size, error=result.error)

    def _live(self) -> dict[tuple[str, str], _Live]:
        live, m, f = schema.live.c, schema.manifest.c, schema.file.c
        with self.store.db.reader() as connection:
            rows = connection.execute(
                select(live.publisher, live.pack, live.sha256, m.version, m.title_zh, m.title_en).join(
                    schema.manifest, (m.publisher == live.publisher) & (m.sha256 == live.sha256)
                )
            ).all()
            sizes: dict[tuple[str, str], int] = {}
            for publisher, sha256, _blob, size in connection.execute(
                select(f.publisher, f.manifest, f.sha256, f.size)
                .join(schema.live, (f.publisher == live.publisher) & (f.manifest == live.sha256))
                .distinct()
            ):
                sizes[publisher, sha256] = sizes.get((publisher, sha256), 0) + size
        return {
            (r.publisher, r.pack): _Live(r.version, Text(r.title_zh, r.title_en), sizes.get((r.publisher, r.sha256), 0))
            for r in rows
        }

    def _missing_blobs(self) -> dict[str, int]:
        """Bytes that would be copied, by blob: neither in the store nor staged."""
        blobs = {f.blob.sha256: f.blob.size for p in self.plans for w in p.wanted for f in w.manifest.files}
        here = self.store.present(blobs.keys())
        return {s: left for s, size in blobs.items() if s not in here and (left := size - self._staged(s, size)) > 0}

    def _staged(self, sha256: str, size: int) -> int:
        try:
            return min((self.store.staging / sha256).stat().st_size, size)
        except FileNotFoundError:
            return 0


def _listed(source: Source) -> tuple[str, ...]:
    """Folders below `publishers` with a well-formed name: a stick without a hint still says whom it carries."""
    if not isinstance(source, FolderSource):
        return ()
    try:
        with os.scandir(source.base / "publishers") as entries:
            names = [e.name for _, e in zip(range(_MAX_LISTED), entries, strict=False) if is_id(e.name)]
    except OSError:  # nothing to list; the sync says why
        return ()
    return tuple(sorted(names))
