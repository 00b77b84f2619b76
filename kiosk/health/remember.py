"""What the clock doctor remembers, in a small file beside the data; replaced whole."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.health.clock import Seen

NAME = "clock.json"


def load_seen(folder: Path) -> Seen:
    """What was remembered; nothing when the file is missing or damaged."""
    try:
        said = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return Seen()
    return Seen(_time(said, "latest"), _time(said, "signed"))


def save_seen(folder: Path, seen: Seen) -> None:
    """Remember.

    Raises:
        StorageError: the disk takes it not.
    """
    said = {"latest": _text(seen.latest), "signed": _text(seen.signed)}
    unfinished = folder / f"{NAME}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(folder / NAME)
    except OSError as error:
        raise StorageError(
            "CLOCK_NOT_KEPT",
            Text(f"时间记录写不进 {folder}：{error}。", f"The time cannot be kept in {folder}: {error}."),
            Text("请检查磁盘。", "Check the disk."),
        ) from error


def _time(said: Any, key: str) -> datetime | None:
    text = said.get(key) if isinstance(said, dict) else None
    try:
        read = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return read.astimezone(UTC) if read is not None and read.tzinfo is not None else None


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
