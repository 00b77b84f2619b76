"""What a signature stands for: files whole, rules kept, versions higher, the three reviews recorded."""

from __future__ import annotations

import re

from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import Root, TargetFile, Targets

from kiosk.core.errors import ContentError, TrustError
from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack, damaged_medium
from kiosk.packs.ids import SHA256, pack_of_target
from kiosk.packs.manifest import Manifest, parse
from kiosk.packs.publisher.blobs import Progress, blob_place, hash_file
from kiosk.packs.publisher.repository import Published, Repository
from kiosk.packs.publisher.signing import WITHDRAWN_FIELD, withdrawn_versions
from kiosk.packs.signoff import ROLE_WORDS, missing_roles

SIGNOFF_FIELD = "x-kiosk-signoff"
"""Signed field of a root: `required` when no pack is published before all three reviews are recorded."""

_TARGET = re.compile(r"(?:packs|grants)/[a-z0-9][a-z0-9-]{1,38}\.json")


def check_changes(repository: Repository, state: Published, after: Targets, root: Root, progress: Progress) -> None:
    """Everything a reviewer's signature should stand for: files whole, rules kept, versions higher, sign-off complete.

    Raises:
        ContentError: `BAD_PACK`, `VERSION_NOT_HIGHER`, `SIGNOFF_MISSING`.
        StorageError: `DAMAGED_MEDIUM`.
        TrustError: `REPOSITORY_CHANGED`.
    """
    gone, kept = withdrawn_versions(state), after.unrecognized_fields.get(WITHDRAWN_FIELD, {})
    before = state.targets.signed.targets
    for pack, version in gone.items():
        if kept.get(pack, 0) < version and target_version(repository, after, pack) <= version:
            raise _forgotten(pack)
    for name, target in before.items():
        left = pack_of_target(name)
        if left and name not in after.targets and kept.get(left, 0) < read_manifest(repository, target, left).version:
            raise _forgotten(left)
    for name, target in after.targets.items():
        if before.get(name) == target:
            continue
        new = pack_of_target(name)
        if new is None:
            _target_body(repository, name, target)
            continue
        manifest = read_manifest(repository, target, new)
        known = read_manifest(repository, before[name], new).version if name in before else 0
        check_higher(manifest, max(known, gone.get(new, 0)))
        check_signoff(root, manifest)
        _check_blobs(repository, manifest, progress)


def read_manifest(repository: Repository, target: TargetFile, pack: str) -> Manifest:
    """The manifest a target names, checked against its hash.

    Raises:
        StorageError: `DAMAGED_MEDIUM`.
        ContentError: `BAD_PACK`.
    """
    manifest = parse(_target_body(repository, f"packs/{pack}.json", target))
    if manifest.pack != pack:
        raise bad_pack(Text(f"清单写的是 {manifest.pack}", f"the manifest says {manifest.pack}"), f"packs/{pack}.json")
    return manifest


def target_version(repository: Repository, targets: Targets, pack: str) -> int:
    """Version of a pack in the targets, 0 when it is not there."""
    target = targets.targets.get(f"packs/{pack}.json")
    return read_manifest(repository, target, pack).version if target else 0


def check_higher(manifest: Manifest, known: int) -> None:
    """A pack can only be replaced by a higher version.

    Raises:
        ContentError: `VERSION_NOT_HIGHER`.
    """
    if manifest.version <= known:
        raise ContentError(
            "VERSION_NOT_HIGHER",
            Text(
                f"“{manifest.pack}”第 {known} 版已经发布过，这次是第 {manifest.version} 版，内容却不同。",
                f"“{manifest.pack}” version {known} is published; this {manifest.version} has other content.",
            ),
            Text(
                f"请在 pack.yaml 里写 version: {known + 1}，重新制作。",
                f"Write version: {known + 1} in pack.yaml and build again.",
            ),
        )


def check_signoff(root: Root, manifest: Manifest) -> None:
    """The three reviews, when this publisher asks for them; the author cannot approve her own text.

    Raises:
        ContentError: `SIGNOFF_MISSING`, `SIGNOFF_SAME_PERSON`.
    """
    if root.unrecognized_fields.get(SIGNOFF_FIELD) != "required":
        return
    if missing := missing_roles(manifest.signoff):
        zh, en = ("、".join(ROLE_WORDS[r].zh for r in missing), ", ".join(ROLE_WORDS[r].en for r in missing))
        raise ContentError(
            "SIGNOFF_MISSING",
            Text(
                f"“{manifest.pack}”还没有完成三审三校：缺{zh}的人。没有发布。",
                f"“{manifest.pack}” lacks part of its three reviews: nobody is named for “{en}”. It was not published.",
            ),
            Text(
                "请用 --wrote、--checked、--approved 写上姓名。",
                "Name the people with --wrote, --checked and --approved.",
            ),
        )
    wrote = {s.name for s in manifest.signoff if s.role == "wrote"}
    approved = {s.name for s in manifest.signoff if s.role == "approved"}
    if both := wrote & approved:
        name = min(both)
        raise ContentError(
            "SIGNOFF_SAME_PERSON",
            Text(
                f"{name} 不能审定自己撰写的“{manifest.pack}”。",
                f"{name} cannot approve “{manifest.pack}”, being its author.",
            ),
            Text("请另一个人审定。", "Let somebody else approve it."),
        )


def _check_blobs(repository: Repository, manifest: Manifest, progress: Progress) -> None:
    done = 0
    for file in {f.blob.sha256: f for f in manifest.files}.values():
        place = blob_place(repository.base, file.blob.sha256)

        def read(count: int, name: str = file.path) -> None:
            nonlocal done
            done += count
            progress(name, done, manifest.size)

        try:
            found = hash_file(place, read)
        except OSError as error:
            raise damaged_medium(file.path) from error
        if found != (file.blob.sha256, file.blob.size):
            raise damaged_medium(file.path)


def _target_body(repository: Repository, name: str, target: TargetFile) -> bytes:
    sha256 = target.hashes.get("sha256", "")
    if not _TARGET.fullmatch(name) or not SHA256.fullmatch(sha256):
        raise bad_pack(Text("名字不合格", "a malformed name"), name[:80])
    folder, _, leaf = name.rpartition("/")
    path = repository.manifests.parent / folder / f"{sha256}.{leaf}"
    where = path.relative_to(repository.base).as_posix()
    try:
        body = path.read_bytes()
        target.verify_length_and_hashes(body)
    except (OSError, LengthOrHashMismatchError) as error:
        raise damaged_medium(where) from error
    return body


def _forgotten(pack: str) -> TrustError:
    return TrustError(
        "REPOSITORY_CHANGED",
        Text(
            f"这份待审内容会忘记“{pack}”已撤下的版本。没有签名。",
            f"This proposal forgets which version of “{pack}” was withdrawn. It was not signed.",
        ),
        Text("请提出的人用现在的程序重新提出。", "Let its author propose it again with the current program."),
    )
