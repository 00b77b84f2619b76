"""Where derived files (scaled pictures) are kept between two builds. Safe to delete at any time."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import platformdirs

from kiosk.core.errors import StorageError
from kiosk.core.text import Text


def default_cache() -> Path:
    """`KIOSK_CACHE`, or the user's cache folder."""
    named = os.environ.get("KIOSK_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_path("pioneer-kiosk")) / "authoring"


def derived(cache: Path, source: Path, recipe: str, make: Callable[[bytes, Path], None]) -> Path:
    """Folder of files made from `source`, made once for each content and recipe.

    Args:
        cache: root of the cache.
        source: file to read.
        recipe: name and version of what is made.
        make: gets the bytes of `source` and an empty folder to fill; what it raises is passed on and nothing is kept.

    Raises:
        StorageError: `source` cannot be read or the cache cannot be written.
    """
    try:
        return _derived(cache, source, recipe, make)
    except OSError as error:
        raise StorageError(
            "CANNOT_CACHE",
            Text(
                f"处理 {source.name} 时读写出错。", f"Reading {source.name}, or writing to {cache}, failed ({error})."
            ),
            Text(f"检查 {cache} 的空间和权限。", f"Check space and permissions of {cache}."),
        ) from error


def _derived(cache: Path, source: Path, recipe: str, make: Callable[[bytes, Path], None]) -> Path:
    raw = source.read_bytes()
    key = hashlib.sha256(recipe.encode() + b"\0" + raw).hexdigest()[:40]
    done = cache / key[:2] / key
    if done.is_dir():
        return done
    done.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".making-", dir=done.parent))
    try:
        make(raw, work)
        try:
            work.rename(done)
        except OSError:
            if not done.is_dir():  # somebody else made the same at the same time: theirs is as good
                raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return done
