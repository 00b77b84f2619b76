"""What an export will put on a stick, decided before anything is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.manifest import Manifest
from kiosk.packs.paths import check_path
from kiosk.packs.publisher.blobs import Wanted, blob_place
from kiosk.packs.publisher.inspection import CheckedPublisher, check_metadata, publishers_in
from kiosk.packs.publisher.publish import no_such_pack
from kiosk.packs.publisher.repository import Repository, existing
from kiosk.packs.receipt import FOLDER

_METADATA_LAST = re.compile(r"publishers/[^/]+/metadata/(?:[0-9]+\.root|timestamp)\.json")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the stick will hold.

    Args:
        first: small files by path below the stick, in the order of writing.
        last: roots and timestamps, which make the rest count.
    """

    publishers: tuple[CheckedPublisher, ...]
    packs: tuple[tuple[str, Manifest], ...]
    blobs: tuple[Wanted, ...]
    first: dict[str, bytes]
    last: dict[str, bytes]


def plan_export(repo: Path, publisher: str | None, chosen: Sequence[str]) -> Plan:
    """Choose publishers, packs and files; signatures and manifests of the repository are checked on the way.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`, `NO_SUCH_PACK`.
        KioskError: the repository is not as it should be.
    """
    checked = _wanted_publishers(repo, publisher)
    content = _descendants(checked, publisher) if publisher else set(checked)
    packs = [(p, m) for p, c in checked.items() if p in content for m in c.packs if _is_chosen(p, m.pack, chosen)]
    for word in chosen:
        if not any(word in (m.pack, f"{p}/{m.pack}") for p, m in packs):
            raise no_such_pack(publisher or ", ".join(checked), word)
    carried = {(p, m.pack) for p, m in packs}
    first: dict[str, bytes] = {}
    last: dict[str, bytes] = {}
    for p, c in checked.items():
        # Roots and timestamp last, in the order of a kiosk's trust; the timestamp is the very last.
        for path in sorted(c.files, key=lambda f: (f.endswith("/timestamp.json"), len(f), f)):
            if "/targets/packs/" in path and (p, path.rsplit(".", 2)[-2]) not in carried:
                continue
            check_path(path)  # also means the same on FAT
            (last if _METADATA_LAST.fullmatch(path) else first)[path] = (repo / path).read_bytes()
    blobs = {
        f.blob.sha256: Wanted(f.blob.sha256, f.blob.size, blob_place(repo, f.blob.sha256), f"{m.pack}/{f.path}")
        for _, m in packs
        for f in m.files
    }
    return Plan(tuple(checked.values()), tuple(packs), tuple(blobs.values()), first, last)


def _wanted_publishers(repo: Path, publisher: str | None) -> dict[str, CheckedPublisher]:
    partial = (repo / FOLDER).is_dir()  # a stick that is copied to another one
    there = [p for p in publishers_in(repo) if Repository(repo, p).exists]
    if publisher is not None:
        existing(repo, publisher)
    checked = {p: check_metadata(repo, p, carried_only=partial) for p in there}
    if publisher is None:
        return checked
    grants = {p: c.grants for p, c in checked.items()}
    wanted, before = {publisher}, set[str]()
    while wanted != before:  # upwards for trust
        before = set(wanted)
        wanted |= {p for p, children in grants.items() if wanted & set(children)}
    wanted |= _below(grants, {publisher})
    return {p: c for p, c in checked.items() if p in wanted}


def _descendants(checked: dict[str, CheckedPublisher], publisher: str) -> set[str]:
    return _below({p: c.grants for p, c in checked.items()}, {publisher})


def _below(grants: dict[str, tuple[str, ...]], found: set[str]) -> set[str]:
    while more := {c for p in found for c in grants.get(p, ()) if c in grants} - found:
        found = found | more
    return found


def _is_chosen(publisher: str, pack: str, chosen: Sequence[str]) -> bool:
    return not chosen or pack in chosen or f"{publisher}/{pack}" in chosen
