"""A built pack, a plain folder, becomes a manifest and blobs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack
from kiosk.packs.manifest import MAX_BLOB_BYTES, BlobRef, Manifest, ManifestFile, build
from kiosk.packs.publisher.blobs import Progress, Wanted, hash_file
from kiosk.packs.publisher.media import media_type
from kiosk.packs.signoff import SignOff, parse_signoff

HEAD = "pack.json"


@dataclass(frozen=True, slots=True)
class Built:
    """A checked built pack; `sources` says which file holds which blob."""

    manifest: Manifest
    sources: dict[str, Path]

    def wanted(self) -> list[Wanted]:
        """Its blobs, for the upload."""
        each = {f.blob.sha256: f for f in self.manifest.files}
        return [Wanted(s, f.blob.size, self.sources[s], f.path) for s, f in each.items()]

    def signed_off(self, signoff: tuple[SignOff, ...]) -> Built:
        """With these entries added to what the pack says itself; the same role and name counts once."""
        known = {(s.role, s.name) for s in signoff}
        kept = tuple(s for s in self.manifest.signoff if (s.role, s.name) not in known)
        return replace(self, manifest=replace(self.manifest, signoff=kept + signoff))


def read_built(folder: Path, signed_at: datetime, progress: Progress = lambda _n, _d, _t: None) -> Built:
    """Hash every file of a built pack and check the rules a kiosk will check.

    Raises:
        ContentError: `BAD_PACK`, naming the file.
        OSError: a file cannot be read.
    """
    head = _head(folder)
    files: list[ManifestFile] = []
    sources: dict[str, Path] = {}
    found = list(_walk(folder))
    total, done = sum(path.stat().st_size for path in found), 0
    for path in found:
        name = path.relative_to(folder).as_posix()
        if path.stat().st_size > MAX_BLOB_BYTES:
            raise bad_pack(Text("文件超过 4 GB，U盘（FAT32）放不下", "a FAT32 stick cannot hold more than 4 GiB"), name)

        def read(count: int, name: str = name) -> None:
            nonlocal done
            done += count
            progress(name, done, total)

        sha256, size = hash_file(path, read)
        files.append(ManifestFile(name, BlobRef(sha256, size, media_type(name))))
        sources[sha256] = path
    manifest = Manifest(
        pack=head.get("id", ""),
        version=head.get("version", 0),
        signed_at=signed_at,
        min_app=head.get("min_app", "0.1.0"),
        title=_title(head.get("title")),
        files=tuple(sorted(files, key=lambda f: f.path)),
        signoff=parse_signoff(head.get("signoff")),
    )
    build(manifest)  # every rule, with the author at hand
    return Built(manifest, sources)


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
