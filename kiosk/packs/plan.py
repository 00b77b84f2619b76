"""From verified targets to the packs worth copying. Decides; reads manifests through the function it is given."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tuf.api.metadata import TargetFile

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack, damaged_medium, needs_newer_app, older_than_kiosk
from kiosk.packs.ids import SHA256, pack_of_target, target_of_pack
from kiosk.packs.manifest import MAX_MANIFEST_BYTES, Manifest, app_is_older, parse
from kiosk.packs.report import PackResult

Read = Callable[[str, str, int], bytes]
"""Manifest body by pack, hash and length."""

_MEDIUM_FAULTS = frozenset({"DAMAGED_MEDIUM", "NO_PERMISSION"})


@dataclass(frozen=True, slots=True)
class LiveRow:
    """What is on the screen of one pack."""

    sha256: str
    prev: str | None
    version: int
    pinned: bool


@dataclass(frozen=True, slots=True)
class Held:
    """What the kiosk has of one publisher.

    Args:
        live: by pack.
        floors: target name to root version and version.
    """

    live: Mapping[str, LiveRow]
    floors: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pack version to copy and to put on the screen."""

    publisher: str
    sha256: str
    manifest: Manifest
    body: bytes


@dataclass(slots=True)
class Plan:
    """What a sync has to do for one publisher, and what it already knows to report."""

    publisher: str
    wanted: list[Wanted] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    results: list[PackResult] = field(default_factory=list)


def plan(
    publisher: str, targets: Mapping[str, TargetFile], root_version: int, held: Held, read: Read, app: str
) -> Plan:
    """Compare what the publisher says with what the kiosk has.

    Args:
        targets: verified, but the names in it are not checked yet.
        read: gives the bytes of a manifest.
        app: version of this program.

    Raises:
        StorageError: `MEDIUM_REMOVED`, from `read`.
    """
    made = Plan(publisher)
    for name, target in sorted(targets.items()):
        if name.startswith("grants/"):
            continue
        pack = pack_of_target(name)
        if pack is None:
            rule = Text(f"目标名不合格：{name[:80]!a}", f"a malformed target name: {name[:80]!a}")
            made.results.append(PackResult(publisher, "", 0, "refused", bad_pack(rule)))
            continue
        try:
            _one(made, pack, target, root_version, held, read, app)
        except KioskError as error:
            if error.code == "MEDIUM_REMOVED":
                raise
            made.results.append(_failed(publisher, pack, held, error))
    made.withdrawn = sorted(held.live.keys() - {p for n in targets if (p := pack_of_target(n))})
    return made


def _one(made: Plan, pack: str, target: TargetFile, root_version: int, held: Held, read: Read, app: str) -> None:
    sha256 = target.hashes.get("sha256", "")
    if not SHA256.fullmatch(sha256) or target.length > MAX_MANIFEST_BYTES:
        raise bad_pack(Text("清单没有 sha256 或太大", "its manifest has no sha256 or is too large"), pack)
    live = held.live.get(pack)
    if live is not None and (sha256 == live.sha256 or (live.pinned and sha256 == live.prev)):
        made.results.append(PackResult(made.publisher, pack, live.version, "unchanged"))
        return
    body = read(pack, sha256, target.length)
    if len(body) != target.length or hashlib.sha256(body).hexdigest() != sha256:
        raise damaged_medium(f"publishers/{made.publisher}/targets/packs/{sha256}.{pack}.json")
    manifest = parse(body)
    if manifest.pack != pack:
        raise bad_pack(Text(f"清单是 {manifest.pack} 的", f"the manifest is that of {manifest.pack}"), pack)
    if app_is_older(app, manifest.min_app):
        raise needs_newer_app(pack, manifest.min_app)
    floor_root, floor = held.floors.get(target_of_pack(pack), (0, 0))
    if floor_root == root_version and manifest.version < floor:
        raise older_than_kiosk(pack, manifest.version, floor)
    made.wanted.append(Wanted(made.publisher, sha256, manifest, body))


def _failed(publisher: str, pack: str, held: Held, error: KioskError) -> PackResult:
    version = held.live[pack].version if pack in held.live else 0
    if error.code == "NOT_ON_THIS_MEDIUM":
        return PackResult(publisher, pack, version, "absent")
    return PackResult(publisher, pack, version, "incomplete" if error.code in _MEDIUM_FAULTS else "refused", error)
