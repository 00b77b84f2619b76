"""The signed list of a pack version's files. Pure: bytes in, `Manifest` or an error for people out.

`parse` is given bytes whose hash a trusted publisher has signed; the publisher's tool may still be broken, newer or in
the wrong hands, so every rule is checked again here.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack, needs_newer_app
from kiosk.packs.ids import SHA256, is_id
from kiosk.packs.paths import check_path, check_together, is_visible
from kiosk.packs.signoff import SignOff, parse_signoff, signoff_json
from kiosk.packs.strictjson import load

FORMAT = 1
MAX_MANIFEST_BYTES = 8 * 1024 * 1024
MAX_FILES = 50_000
MAX_BLOB_BYTES = 4 * 1024**3 - 1  # the largest file a FAT32 stick can hold
MAX_VERSION = 2**31 - 1

_MAX_PARTS = 6 * MAX_FILES  # a file is five parts, and its path may hold commas
_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,79}")
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_APP = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){0,3}")


@dataclass(frozen=True, slots=True)
class BlobRef:
    """Bytes by their hash; `size` in bytes, `type` is a media type."""

    sha256: str
    size: int
    type: str


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """One file of a pack."""

    path: str
    blob: BlobRef


@dataclass(frozen=True, slots=True)
class Manifest:
    """One version of one pack."""

    pack: str
    version: int
    signed_at: datetime
    """UTC, whole seconds."""
    min_app: str
    title: Text
    files: tuple[ManifestFile, ...]
    signoff: tuple[SignOff, ...] = ()
    """Who wrote, checked and approved it; empty in packs that do not say."""

    @property
    def size(self) -> int:
        """Bytes of all distinct blobs."""
        return sum({f.blob.sha256: f.blob.size for f in self.files}.values())

    def same_content(self, other: Manifest) -> bool:
        """True when the two differ in nothing but the time of signing and who signed off."""
        mine = (self.pack, self.version, self.min_app, self.title, sorted(self.files, key=_by_path))
        return mine == (other.pack, other.version, other.min_app, other.title, sorted(other.files, key=_by_path))


def build(manifest: Manifest) -> bytes:
    """The bytes to sign: the same manifest always gives the same bytes.

    Raises:
        ContentError: `BAD_PACK`; what cannot be parsed again is never written.
    """
    body = json.dumps(
        {
            "format": FORMAT,
            "pack": manifest.pack,
            "version": manifest.version,
            "signed_at": manifest.signed_at.astimezone(UTC).strftime(_TIME),
            "min_app": manifest.min_app,
            "title": {"zh": manifest.title.zh, "en": manifest.title.en},
            "files": [
                {"path": f.path, "sha256": f.blob.sha256, "size": f.blob.size, "type": f.blob.type}
                for f in sorted(manifest.files, key=_by_path)
            ],
            **({"signoff": signoff_json(manifest.signoff)} if manifest.signoff else {}),
        },
        ensure_ascii=True,
        sort_keys=True,
        separators=(",", ":"),
    ).encode("ascii")
    parse(body)
    return body


def parse(untrusted: bytes) -> Manifest:
    """Check every rule of a manifest.

    Raises:
        ContentError: `BAD_PACK` with rule and path, or `NEEDS_NEWER_APP` for a newer format.
    """
    raw = _load(untrusted)
    if not isinstance(raw, dict):
        raise _bad("顶层应是一个对象", "the top level must be an object")
    found = raw.get("format")
    if isinstance(found, int) and not isinstance(found, bool) and found > FORMAT:
        raise needs_newer_app(raw["pack"] if is_id(raw.get("pack")) else "?", f"format {found}")
    if found != FORMAT or isinstance(found, bool):
        raise _bad("format 应为 1", "format must be 1")
    if not is_id(raw.get("pack")):
        raise _bad("pack 不是合格的编号", "pack is not a well-formed id")
    return Manifest(
        pack=raw["pack"],
        version=_whole(raw.get("version"), 1, MAX_VERSION, "version"),
        signed_at=_time(raw.get("signed_at")),
        min_app=_app(raw.get("min_app")),
        title=_title(raw.get("title")),
        files=_files(raw.get("files")),
        signoff=parse_signoff(raw.get("signoff")),
    )


def app_is_older(app: str, min_app: str) -> bool:
    """True when `app` (`1.2.3`) is below `min_app`; letters after the numbers of `app` are ignored."""
    numbers = re.match(r"[0-9.]*", app)
    return _release(numbers.group() if numbers else "") < _release(min_app)


def _release(version: str) -> tuple[int, ...]:
    parts = [int(p) for p in version.split(".") if p]
    return tuple(parts + [0] * (4 - len(parts)))


def _by_path(file: ManifestFile) -> str:
    return file.path


def _bad(zh: str, en: str, where: str = "") -> ContentError:
    return bad_pack(Text(zh, en), where)


def _load(untrusted: bytes) -> Any:
    if len(untrusted) > MAX_MANIFEST_BYTES:
        raise _bad("清单超过 8 MB", "the manifest is larger than 8 MB")
    try:
        return load(untrusted, MAX_MANIFEST_BYTES, _MAX_PARTS, _compact)
    except ValueError as error:
        raise _bad("清单不是合格的 JSON", "the manifest is not well-formed JSON") from error


class _Entry:
    """An entry of `files`, unchecked: a third of the memory of the object it was."""

    __slots__ = ("path", "sha256", "size", "type")

    def __init__(self, said: dict[str, Any]) -> None:
        self.path, self.sha256, self.size = said["path"], said.get("sha256"), said.get("size")
        media = said.get("type")
        self.type = sys.intern(media) if isinstance(media, str) else media


def _compact(said: dict[str, Any]) -> object:
    return _Entry(said) if "path" in said and "files" not in said else said


def _whole(untrusted: object, least: int, most: int, where: str) -> int:
    if not isinstance(untrusted, int) or isinstance(untrusted, bool) or not least <= untrusted <= most:
        raise _bad(f"应为 {least} 到 {most} 的整数", f"must be a whole number from {least} to {most}", where)
    return untrusted


def _time(untrusted: object) -> datetime:
    try:
        if isinstance(untrusted, str) and len(untrusted) == 20 and untrusted.isascii():
            return datetime.strptime(untrusted, _TIME).replace(tzinfo=UTC)
    except ValueError:
        pass  # said below
    raise _bad("应为 2026-05-01T08:00:00Z 这样的时间", "must be a time like 2026-05-01T08:00:00Z", "signed_at")


def _app(untrusted: object) -> str:
    if not isinstance(untrusted, str) or not _APP.fullmatch(untrusted):
        raise _bad("应为 1.2.3 这样的版本号", "must be a version like 1.2.3", "min_app")
    return untrusted


def _title(untrusted: object) -> Text:
    if isinstance(untrusted, dict):
        zh, en = untrusted.get("zh"), untrusted.get("en")
        if isinstance(zh, str) and isinstance(en, str) and all(0 < len(t) <= 200 and is_visible(t) for t in (zh, en)):
            return Text(zh, en)
    raise _bad(
        "应有中文和英文标题，各不超过 200 字",
        "must hold a Chinese and an English title of at most 200 characters",
        "title",
    )


def _files(untrusted: object) -> tuple[ManifestFile, ...]:
    if not isinstance(untrusted, list) or len(untrusted) > MAX_FILES:
        raise _bad(f"应是最多 {MAX_FILES} 项的列表", f"must be a list of at most {MAX_FILES}", "files")
    files = tuple(_file(_taken(untrusted, n)) for n in range(len(untrusted)))
    check_together(f.path for f in files)
    _one_size_each(files)
    return files


def _taken(entries: list[Any], place: int) -> object:
    """One entry, out of the list: 50,000 of them need not be there twice."""
    entry, entries[place] = entries[place], None
    return entry


def _file(untrusted: object) -> ManifestFile:
    if not isinstance(untrusted, _Entry) or not isinstance(untrusted.path, str):
        raise _bad("每一项都要有 path", "every entry needs a path", "files")
    path, sha256, media = check_path(untrusted.path), untrusted.sha256, untrusted.type
    if not isinstance(sha256, str) or not SHA256.fullmatch(sha256):
        raise _bad("sha256 应为 64 位小写十六进制", "sha256 must be 64 lower-case hex digits", path)
    if not isinstance(media, str) or not _TYPE.fullmatch(media):
        raise _bad("type 应为媒体类型", "type must be a media type", path)
    return ManifestFile(path, BlobRef(sha256, _whole(untrusted.size, 0, MAX_BLOB_BYTES, path), sys.intern(media)))


def _one_size_each(files: Iterable[ManifestFile]) -> None:
    sizes: dict[str, int] = {}
    for file in files:
        if sizes.setdefault(file.blob.sha256, file.blob.size) != file.blob.size:
            raise _bad("同一内容写了两种大小", "one content with two sizes", file.path)
