"""A lesson's own short film, looked at on the author's machine."""

from __future__ import annotations

import shutil
import subprocess

from kiosk.authoring import paths
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.lesson.model import Film

FILMS = (".mp4", ".m4v", ".mkv", ".webm", ".mov")
CODECS = ("h264", "hevc", "vp8", "vp9", "av1", "mpeg4")
_PATIENCE_S = 60


def own_film(source: ItemSource, name: str, title: str, line: int) -> Film | None:
    """Put a film into the pack; None after noting why it cannot be used."""
    path = paths.own_file(source.folder, name, source.file, line, source.findings)
    if path is None:
        return None
    program = shutil.which("ffprobe")
    ms = 0
    if program is None:
        source.findings.warn(
            "no-ffprobe", source.file, line, Text("这台电脑没有 ffprobe，片子没有检查。", "There is no ffprobe: it is unchecked."),
            Text("请安装 ffmpeg（Debian：apt install ffmpeg）。", "Install ffmpeg (Debian: apt install ffmpeg)."),
        )  # fmt: skip
    else:
        asked = "stream=codec_name:format=duration"
        command = [program, "-v", "error", "-select_streams", "v:0", "-show_entries", asked, "-of", "default=nw=1"]
        try:
            done = subprocess.run([*command, f"file:{path}"], capture_output=True, check=False, timeout=_PATIENCE_S)
            told = dict(row.partition("=")[::2] for row in done.stdout.decode("utf-8", "replace").split())
        except subprocess.TimeoutExpired:
            told = {}
        try:
            ms = round(float(told.get("duration", "0")) * 1000)
        except ValueError:
            ms = 0
        if told.get("codec_name") not in CODECS or ms <= 0:
            source.findings.error(
                "bad-film", source.file, line, Text(f"“{name}”放不了。", f"“{name}” cannot be played."),
                Text("重新导出成 MP4（H.264）。", "Export it again as MP4 (H.264)."),
            )  # fmt: skip
            return None
    source.media[name] = source.path(name)
    return Film(source.path(name), title, ms)
