"""A lecture's own film or recording, looked at on the author's machine."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from kiosk.authoring import paths
from kiosk.core.source import ItemSource
from kiosk.core.text import Text

FILMS = (".mp4", ".m4v", ".mkv", ".webm", ".mov", ".m4a", ".mp3", ".opus", ".ogg", ".flac", ".wav")
CODECS = ("h264", "hevc", "vp8", "vp9", "av1", "mpeg4")
SOUNDS = ("aac", "mp3", "opus", "vorbis", "flac", "pcm_s16le", "pcm_s24le")
_PATIENCE_S = 60


def own_film(source: ItemSource, name: str, line: int) -> tuple[str, float] | None:
    """Put a film into the pack.

    Returns:
        Its pack path and its length in seconds, 0 when unknown; None after noting why it cannot be used.
    """
    path = paths.own_file(source.folder, name, source.file, line, source.findings)
    if path is None:
        return None
    if path.suffix.lower() not in FILMS:
        source.findings.error(
            "unknown-media", source.file, line, Text(f"不认识“{name}”这种文件。", f"“{name}” is no kind of film we know."),
            Text(f"可用：{' '.join(FILMS)}。", f"Use {' '.join(FILMS)}."),
        )  # fmt: skip
        return None
    length = _length(source, path, name, line)
    if length is None:
        return None
    source.media[name] = source.path(name)
    return source.path(name), length


def _length(source: ItemSource, path: Path, name: str, line: int) -> float | None:
    program = shutil.which("ffprobe")
    if program is None:
        source.findings.warn(
            "no-ffprobe", source.file, line, Text("这台电脑没有 ffprobe，片子没有检查。", "There is no ffprobe: it is unchecked."),
            Text("请安装 ffmpeg（Debian：apt install ffmpeg）。", "Install ffmpeg (Debian: apt install ffmpeg)."),
        )  # fmt: skip
        return 0.0
    asked = "stream=codec_name:format=duration"
    command = [program, "-v", "error", "-show_entries", asked, "-of", "default=nw=1", f"file:{path}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE_S)
        told = [row.partition("=")[::2] for row in done.stdout.decode("utf-8", "replace").split()]
    except subprocess.TimeoutExpired:
        told = []
    codecs = [value for key, value in told if key == "codec_name"]
    try:
        seconds = float(dict(told).get("duration", "0"))
    except ValueError:
        seconds = 0.0
    if seconds <= 0 or not any(codec in (*CODECS, *SOUNDS) for codec in codecs):
        source.findings.error(
            "bad-film", source.file, line, Text(f"“{name}”放不了。", f"“{name}” cannot be played."),
            Text("重新导出成 MP4（H.264）。", "Export it again as MP4 (H.264)."),
        )  # fmt: skip
        return None
    return round(seconds, 3)
