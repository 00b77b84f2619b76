"""What an author should change in a media file before it goes on a kiosk, with the exact command that does it.

The limits are those of a panel PC without a graphics card: H.264, 8 bit, 4:2:0, 1280x720, 30 frames a second. AV1 shows a
black picture there and gives no error, so this is the only place where it can be noticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from kiosk.core.findings import Level
from kiosk.core.text import Text
from kiosk.kinds.segment.probe import MediaFacts

MOST_WIDTH, MOST_HEIGHT, MOST_FPS = 1280, 720, 30.0

_PLAIN_PIXELS = ("yuv420p", "yuvj420p", "")
_SOFT_VIDEO = ("h264", "vp8", "vp9", "mpeg4")
_NAMES = {"av1": "AV1", "hevc": "HEVC (H.265)", "prores": "ProRes", "vvc": "VVC (H.266)"}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing wrong with a media file."""

    level: Level
    code: str
    message: Text
    hint: Text


def advise(facts: MediaFacts, name: str) -> tuple[Advice, ...]:
    """All that is wrong with the file `name`, errors first."""
    if facts.video and not facts.frames:
        return (cannot_be_decoded(name),)
    if not facts.video:
        return ()
    convert = Text(
        f"转换：{conversion(facts, name)}（再把 media 改成新文件名）",
        f"Convert it: {conversion(facts, name)} (then put the new name into media)",
    )
    advice: list[Advice] = []
    if facts.video not in _SOFT_VIDEO:
        called = _NAMES.get(facts.video, facts.video)
        message = Text(
            f"{name} 的编码是 {called}，有的屏放不出来。", f"{name} is {called}, which some kiosks cannot show."
        )
        advice.append(Advice("warning", "video-codec", message, convert))
    if facts.pixels not in _PLAIN_PIXELS:
        message = Text(
            f"{name} 的像素格式是 {facts.pixels}，应为 8 位 4:2:0（yuv420p）。",
            f"{name} has the pixel format {facts.pixels}; it should be 8 bit 4:2:0 (yuv420p).",
        )
        advice.append(Advice("warning", "video-pixels", message, convert))
    if facts.width > MOST_WIDTH or facts.height > MOST_HEIGHT:
        message = Text(
            f"{name} 的画面是 {facts.width}x{facts.height}，最大用 {MOST_WIDTH}x{MOST_HEIGHT}。",
            f"{name} is {facts.width}x{facts.height}; use at most {MOST_WIDTH}x{MOST_HEIGHT}.",
        )
        advice.append(Advice("warning", "video-size", message, convert))
    if facts.fps > MOST_FPS + 0.05:
        message = Text(
            f"{name} 每秒 {facts.fps:g} 帧，最多用 {MOST_FPS:g} 帧。",
            f"{name} has {facts.fps:g} frames a second; use at most {MOST_FPS:g}.",
        )
        advice.append(Advice("warning", "video-fps", message, convert))
    return tuple(advice)


def cannot_be_decoded(name: str) -> Advice:
    """For a file no player can open."""
    return Advice(
        "error",
        "media-damaged",
        Text(f"{name} 打不开，文件可能坏了。", f"{name} cannot be decoded; the file may be damaged."),
        Text("请换一份完好的文件，或者重新导出。", "Use an intact copy, or export it again."),
    )


def conversion(facts: MediaFacts, name: str) -> str:
    """The ffmpeg command that makes a file every kiosk shows, to be run in the folder of `name`."""
    filters: list[str] = []
    if facts.width > MOST_WIDTH or facts.height > MOST_HEIGHT:
        filters.append(f"scale={MOST_WIDTH}:{MOST_HEIGHT}:force_original_aspect_ratio=decrease:force_divisible_by=2")
    if facts.fps > MOST_FPS + 0.05:
        filters.append(f"fps={MOST_FPS:g}")
    picture = f'-vf "{",".join(filters)}" ' if filters else ""
    made = f"{PurePosixPath(name).stem}.kiosk.mp4"
    return (
        f'ffmpeg -i "{name}" {picture}-c:v libx264 -profile:v high -pix_fmt yuv420p -crf 23 -preset medium '
        f'-c:a aac -b:a 96k -movflags +faststart "{made}"'
    )
