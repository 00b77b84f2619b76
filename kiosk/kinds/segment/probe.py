"""What a media file is, as ffprobe tells it. The facts are pure; only `probe` starts a process."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from kiosk.core.errors import StorageError
from kiosk.core.text import Text

_SECONDS_TRIED = 2
_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """One media file; empty strings and zeros stand for what it does not have.

    Args:
        fps: mean frames a second.
        pixels: ffmpeg's name of the pixel format, such as `yuv420p`.
        frames: pictures that were really decoded from the first two seconds.
    """

    duration_ms: int
    video: str = ""
    width: int = 0
    height: int = 0
    fps: float = 0.0
    pixels: str = ""
    frames: int = 0
    audio: str = ""


def probe(file: Path) -> MediaFacts | Literal["no-ffprobe"] | None:
    """Look at `file` and decode its first two seconds.

    Returns:
        The facts; None when it cannot be read as media; `"no-ffprobe"` when the program is not on this computer.

    Raises:
        StorageError: ffprobe did not answer within a minute; `code` is `PROBE_TIMEOUT`.
    """
    program = shutil.which("ffprobe")
    if program is None:
        return "no-ffprobe"
    window = f"%+{_SECONDS_TRIED}"
    asked = ["-v", "error", "-of", "json", "-show_format", "-show_streams", "-count_frames", "-read_intervals", window]
    command = [program, *asked, f"file:{file}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE_S)
    except subprocess.TimeoutExpired as slow:
        raise StorageError(
            "PROBE_TIMEOUT",
            Text(
                f"检查 {file.name} 超过了 {_PATIENCE_S} 秒。",
                f"Looking at {file.name} took longer than {_PATIENCE_S} s.",
            ),
            Text("把文件复制到本机硬盘上再试。", "Copy the file to a local disk and try again."),
        ) from slow
    return media_facts(done.stdout.decode("utf-8", errors="replace")) if done.returncode == 0 else None


def media_facts(untrusted_json: str) -> MediaFacts | None:
    """Read ffprobe's JSON; None when there is neither a picture nor a sound track in it."""
    try:
        told = json.loads(untrusted_json)
    except (ValueError, RecursionError):
        return None
    streams = told.get("streams") if isinstance(told, dict) else None
    known = [s for s in streams if isinstance(s, dict)] if isinstance(streams, list) else []
    video = next((s for s in known if s.get("codec_type") == "video" and not _is_cover(s)), None)
    audio = next((s for s in known if s.get("codec_type") == "audio"), None)
    if video is None and audio is None:
        return None
    form = told.get("format")
    lengths = [_number(part.get("duration")) for part in (form, video, audio) if isinstance(part, dict)]
    picture = video or {}
    return MediaFacts(
        duration_ms=round(max(lengths, default=0.0) * 1000),
        video=str(picture.get("codec_name", "")),
        width=int(_number(picture.get("width"))),
        height=int(_number(picture.get("height"))),
        fps=_rate(picture.get("avg_frame_rate")) or _rate(picture.get("r_frame_rate")),
        pixels=str(picture.get("pix_fmt", "")),
        frames=int(_number(picture.get("nb_read_frames"))),
        audio=str((audio or {}).get("codec_name", "")),
    )


def _is_cover(stream: dict[str, Any]) -> bool:
    """A picture attached to a sound file is no video."""
    disposition = stream.get("disposition")
    return isinstance(disposition, dict) and disposition.get("attached_pic") == 1


def _number(untrusted: object) -> float:
    try:
        number = float(str(untrusted))
    except ValueError:
        return 0.0
    return number if math.isfinite(number) and 0 <= number < 10**9 else 0.0


def _rate(untrusted: object) -> float:
    try:
        return round(float(Fraction(str(untrusted))), 3)
    except (ValueError, ZeroDivisionError, OverflowError):
        return 0.0
