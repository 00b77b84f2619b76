"""A built pack, a plain folder, becomes a manifest and blobs."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.packs.barrier import FsyncAll
from kiosk.packs.errors import bad_pack
from kiosk.packs.manifest import BlobRef, Manifest, ManifestFile, build
from kiosk.packs.publisher.media import media_type
from kiosk.packs.publisher.repository import Repository

HEAD = "pack.json"
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Built:
    """A checked built pack; `sources` says which file holds which blob."""

    manifest: Manifest
    sources: dict[str, Path]


def read_built(folder: Path, signed_at: datetime) -> Built:
    """Hash every file of a built pack and check the rules a kiosk will check.

    Raises:
        ContentError: `BAD_PACK`, naming the file.
    """
    head = _head(folder)
    files: list[ManifestFile] = []
    sources: dict[str, Path] = {}
    for path in _walk(folder):
        sha256, size = hash_file(path)
        name = path.relative_to(folder).as_posix()
        files.append(ManifestFile(name, BlobRef(sha256, size, media_type(name))))
        sources[sha256] = path
    manifest = Manifest(
        pack=head.get("id", ""),
        version=head.get("version", 0),
        signed_at=signed_at,
        min_app=head.get("min_app", "0.1.0"),
        title=_title(head.get("title")),
        files=tuple(sorted(files, key=lambda f: f.path)),
    )
    build(manifest)  # every rule, with the author at hand
    return Built(manifest, sources)


def upload(built: Built, repository: Repository, progress: Callable[[str, int, int], None]) -> None:
    """Copy the blobs the repository does not have yet; each appears whole and durable, or not at all.

    Raises:
        ContentError: a file changed since it was hashed.
        OSError: reading or writing failed.
    """
    total, done = built.manifest.size, 0
    barrier, drafts = FsyncAll(), dict[str, Path]()
    try:
        for file in {f.blob.sha256: f for f in built.manifest.files}.values():
            sha256 = file.blob.sha256
            if not repository.blob(sha256).exists():
                drafts[sha256] = repository.tmp / f"{sha256}.{secrets.token_hex(4)}"
                if _copy(built.sources[sha256], drafts[sha256]) != sha256:
                    raise bad_pack(
                        Text("文件在发布途中被改动", "the file changed while it was being published"), file.path
                    )
            done += file.blob.size
            progress(file.path, done, total)
        barrier.contents(drafts.values())
        for sha256, draft in drafts.items():
            repository.put_blob(sha256, draft)
        barrier.names(sorted({repository.blob(s).parent for s in drafts}))
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def hash_file(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def _copy(source: Path, draft: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as old, draft.open("xb") as new:
        while chunk := old.read(_CHUNK):
            digest.update(chunk)
            new.write(chunk)
    return digest.hexdigest()


def _head(folder: Path) -> dict[str, Any]:
    try:
        raw = json.loads((folder / HEAD).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ContentError(
            "BAD_PACK",
            Text(f"{folder} 里没有可读的 {HEAD}。", f"{folder} holds no readable {HEAD}."),
            Text(
                "请先运行 kiosk pack build，再发布它做出的文件夹。",
                "Run kiosk pack build first and publish the folder it makes.",
            ),
        ) from error
    if not isinstance(raw, dict):
        raise bad_pack(Text("顶层应是一个对象", "the top level must be an object"), HEAD)
    return raw


def _title(raw: object) -> Text:
    """Both languages; a pack in Chinese only is called by its Chinese name."""
    zh, en = (raw.get("zh"), raw.get("en")) if isinstance(raw, dict) else ("", "")
    return Text(zh or "", en or zh or "")


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        path = Path(entry.path)
        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
            raise bad_pack(Text("只能有普通文件", "only plain files are allowed"), entry.name)
        if entry.is_dir():
            yield from _walk(path)
        else:
            yield path
