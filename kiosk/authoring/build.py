"""Building a pack from a checked source: a folder of documents, pictures and media, the same bytes for the same source."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.authoring.check import Checked, SourceError, check
from kiosk.core.codec import encode
from kiosk.core.errors import StorageError
from kiosk.core.findings import Findings
from kiosk.core.item import ItemDocument
from kiosk.core.kind import Kind
from kiosk.core.text import Lang, Text

__all__ = ["PACK_FORMAT", "BuiltPack", "SourceError", "build", "manifest"]

PACK_FORMAT = 1


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """A pack on disk, ready to be published.

    Args:
        id: id of the pack.
        version: its version.
        folder: where it lies, `OUT/<id>`.
        items: item ids.
        files: number of files, `pack.json` included.
        size: bytes of all files.
        findings: warnings.
    """

    id: str
    version: int
    folder: Path
    items: tuple[str, ...]
    files: int
    size: int
    findings: Findings


def build(
    folder: Path,
    out_dir: Path,
    kinds: Mapping[str, Kind],
    *,
    cache: Path | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> BuiltPack:
    """Check `folder` and write the pack to `out_dir/<pack id>`, replacing an older build in one step.

    Args:
        folder: the pack source.
        out_dir: where packs are built; made when it does not exist.
        kinds: kinds by key.
        cache: see `check`.
        progress: see `check`.

    Raises:
        SourceError: the source has mistakes.
        StorageError: the files could not be written.
    """
    checked = check(folder, kinds, cache=cache, progress=progress)
    if checked.findings.errors:
        raise SourceError(checked.findings)
    try:
        return _write(checked, out_dir)
    except OSError as error:
        raise StorageError(
            "CANNOT_WRITE",
            Text(
                f"写不进 {out_dir}：{error.strerror or error}。",
                f"Cannot write to {out_dir}: {error.strerror or error}.",
            ),
            Text("检查磁盘空间和权限。", "Check free space and permissions."),
        ) from error


def _write(checked: Checked, out_dir: Path) -> BuiltPack:
    out_dir.mkdir(parents=True, exist_ok=True)
    target = out_dir / checked.pack.id
    work = Path(tempfile.mkdtemp(prefix=f".{checked.pack.id}-", dir=out_dir))
    try:
        work.chmod(0o755)
        _fill(checked, work)
        files = [path for path in work.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        _replace(work, target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    ids = tuple(item.id for item in checked.pack.items)
    return BuiltPack(checked.pack.id, checked.pack.version, target, ids, len(files), size, checked.findings)


def _fill(checked: Checked, root: Path) -> None:
    _write_json(root / "pack.json", manifest(checked))
    for document in checked.items:
        _write_json(root / f"items/{document.id}/item.{document.lang}.json", encode(document))
    for name, file in checked.files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        _link_or_copy(file, place)


def manifest(checked: Checked) -> dict[str, Any]:
    """Content of `pack.json`."""
    pack = checked.pack
    langs: dict[str, list[Lang]] = {}
    first: dict[str, ItemDocument] = {}
    for document in checked.items:
        langs.setdefault(document.id, []).append(document.lang)
        first.setdefault(document.id, document)
    made: dict[str, Any] = {
        "format": PACK_FORMAT,
        "id": pack.id,
        "version": pack.version,
        "title": encode(pack.title),
        "languages": list(pack.languages),
        "trades": {key: encode(name) for key, name in pack.trades.items()},
        "items": [{"id": item_id, "kind": first[item_id].kind, "langs": langs[item_id]} for item_id in langs],
    }
    across = {"playlists": encode(pack.playlists), "days": encode(pack.days), "handoff": pack.handoff}
    return made | {key: value for key, value in across.items() if value}


def _write_json(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8", newline="\n")


def _link_or_copy(file: Path, place: Path) -> None:
    try:
        os.link(file.resolve(), place)
    except OSError:  # another disk, or a file system without links
        shutil.copyfile(file, place)


def _replace(work: Path, target: Path) -> None:
    """Put `work` in the place of `target`; a crash in between leaves one of the two whole."""
    if not target.exists():
        work.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent)) / target.name
    target.rename(old)
    try:
        work.rename(target)
    except OSError:
        old.rename(target)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
