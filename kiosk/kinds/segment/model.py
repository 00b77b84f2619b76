"""A programme to watch or to hear, as it travels in a pack, and how it is read from an author's folder."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kiosk.core.findings import Finding, Level
from kiosk.core.source import ItemSource
from kiosk.core.text import LANGS, Text
from kiosk.kinds.segment.advice import advise, cannot_be_decoded
from kiosk.kinds.segment.captions import Cue, decode_captions, parse_captions
from kiosk.kinds.segment.probe import MediaFacts, probe

VIDEO_SUFFIXES = (".mp4", ".m4v", ".mkv", ".webm", ".mov")
AUDIO_SUFFIXES = (".m4a", ".mp3", ".opus", ".ogg", ".flac", ".wav")

_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5]?[0-9])")
_MARKS = re.compile(r"\*\*|\*|`|^#+\s*|^>\s*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place in the programme worth jumping to."""

    at_ms: int
    title: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One programme.

    Args:
        media: pack path of the video or the sound.
        duration_ms: 0 when the pack was built without ffprobe.
        width: of the picture in pixels; 0 for sound, or when unknown.
        captions: by language (`zh`, `en`), sorted by time.
        chapters: sorted by time.
        about: plain paragraphs, parted by empty lines.
        series, episode: the run it belongs to; the header takes them from here.
    """

    media: str
    video: bool
    duration_ms: int = 0
    width: int = 0
    height: int = 0
    captions: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()
    about: str = ""
    series: str = ""
    episode: int = 0


def parse(source: ItemSource) -> Segment | None:
    """Read one segment; None when there is no media to play. Every mistake goes into `source.findings`."""
    fields = source.fields
    series = fields.text("series", most=40)
    episode = fields.number("episode", 0, most=9999)
    name = fields.text("media", required=True)
    captions = _captions(source)
    chapters = _chapters(source)
    about = _MARKS.sub("", source.body).strip()
    if not about:
        source.findings.warn(
            "no-about",
            source.file,
            source.body_line,
            Text("没有节目介绍。", "There is nothing about the programme."),
            Text("在下面写一段话。", "Write a paragraph below the front matter."),
        )
    file = _own_file(source, "media", name) if name else None
    if file is None:
        return None
    video = file.suffix.lower() in VIDEO_SUFFIXES
    if not video and file.suffix.lower() not in AUDIO_SUFFIXES:
        fields.error(
            "unknown-media",
            "media",
            Text(f"不认识“{name}”这种文件。", f"“{name}” is no kind of media file we know."),
            Text(
                f"可用：{' '.join(VIDEO_SUFFIXES + AUDIO_SUFFIXES)}。",
                f"Use {' '.join(VIDEO_SUFFIXES + AUDIO_SUFFIXES)}.",
            ),
        )
        return None
    facts = _facts(source, name, file)
    if facts is None:
        return None
    _outside(source, facts.duration_ms, captions, chapters)
    source.media[name] = source.path(name)
    return Segment(
        media=source.path(name),
        video=bool(facts.video) if facts.duration_ms else video,
        duration_ms=facts.duration_ms,
        width=facts.width,
        height=facts.height,
        captions=captions,
        chapters=chapters,
        about=about,
        series=series,
        episode=episode,
    )


def text(segment: Segment) -> str:
    """What search looks through: the introduction, chapter titles and everything that is said."""
    said = (cue.text for cues in segment.captions.values() for cue in cues)
    return "\n".join((segment.about, *(chapter.title for chapter in segment.chapters), *said)).strip()


def seconds(segment: Segment) -> int:
    """How long it runs, rounded up; 0 when unknown."""
    return math.ceil(segment.duration_ms / 1000)


def _own_file(source: ItemSource, key: str, name: str, line: int | None = None) -> Path | None:
    """The file `name` of this item's folder; a mistake is noted when there is none or it lies outside."""
    place = source.fields.line(key) if line is None else line
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
    file = source.folder / name
    if not inside or not file.resolve().is_relative_to(source.folder.resolve()):
        source.findings.error(
            "outside-folder",
            source.file,
            place,
            Text(f"“{name}”不在这一项的文件夹里。", f"“{name}” is not inside this item's folder."),
            Text("把文件放进文件夹，只写文件名。", "Put the file into the folder and write its name only."),
        )
        return None
    if not file.is_file():
        source.findings.error(
            "missing-file",
            source.file,
            place,
            Text(f"找不到文件“{name}”。", f"The file “{name}” is not there."),
            Text("检查文件名，或者把文件放进这个文件夹。", "Check its name, or put it into this folder."),
        )
        return None
    return file


def _facts(source: ItemSource, name: str, file: Path) -> MediaFacts | None:
    """What ffprobe says, with its advice noted; None when the file cannot be played."""
    beside = str(PurePosixPath(source.file).parent / name)
    facts = probe(file) if file.stat().st_size else None
    if facts == "no-ffprobe":
        if not any(f.code == "no-ffprobe" for f in source.findings):
            source.findings.warn(
                "no-ffprobe",
                beside,
                "",
                Text(
                    "这台电脑没有 ffprobe，音视频没有检查，时长也不知道。",
                    "There is no ffprobe here: media is not checked and has no length.",
                ),
                Text("请安装 ffmpeg（Debian：apt install ffmpeg）。", "Install ffmpeg (Debian: apt install ffmpeg)."),
            )
        return MediaFacts(duration_ms=0)
    advice = (cannot_be_decoded(name),) if facts is None else advise(facts, name)
    for one in advice:
        _note(source, Finding(one.level, one.code, beside, "", one.message, one.hint))
    return None if facts is None or any(one.level == "error" for one in advice) else facts


def _note(source: ItemSource, finding: Finding) -> None:
    """Note it once: the same files are read again for the item's other language."""
    if finding not in source.findings.found:
        source.findings.found.append(finding)


def _captions(source: ItemSource) -> dict[str, tuple[Cue, ...]]:
    given = source.fields.mapping("captions")
    if given is None:
        source.findings.warn(
            "no-captions",
            source.file,
            source.fields.line("captions"),
            Text("没有字幕，听不见的人看不懂。", "There are no captions for those who cannot hear."),
            Text("加上 captions: {zh: captions.zh.vtt}。", "Add captions: {zh: captions.zh.vtt}."),
        )
        return {}
    found: dict[str, tuple[Cue, ...]] = {}
    for lang in LANGS:
        name = given.text(lang)
        file = _own_file(source, "captions", name, given.line(lang)) if name else None
        if file is not None:
            found[lang] = _read_captions(source, name, file)
    given.finish()
    return found


def _read_captions(source: ItemSource, name: str, file: Path) -> tuple[Cue, ...]:
    beside = str(PurePosixPath(source.file).parent / name)
    words, encoding = decode_captions(file.read_bytes())
    if encoding != "utf-8":
        message = Text(f"字幕的编码是 {encoding}。", f"The captions are encoded as {encoding}.")
        _note(
            source, Finding("warning", "not-utf8", beside, "", message, Text("请另存为 UTF-8。", "Save them as UTF-8."))
        )
    cues, problems = parse_captions(words)
    for bad in problems:
        level: Level = "error" if bad.fatal else "warning"
        _note(source, Finding(level, bad.code, beside, str(bad.line), bad.message, bad.hint))
    if not cues and not problems:
        message = Text("字幕文件里没有字幕。", "The caption file holds no captions.")
        hint = Text(
            "写上字幕，或者去掉 captions 里的这一行。", "Write the captions, or take this file out of captions."
        )
        _note(source, Finding("error", "empty-captions", beside, "", message, hint))
    return cues


def _chapters(source: ItemSource) -> tuple[Chapter, ...]:
    chapters: list[Chapter] = []
    for entry in source.fields.mappings("chapters"):
        clock, title = entry.text("at", required=True), entry.text("title", required=True, most=30)
        entry.finish()
        match = _CLOCK.fullmatch(clock)
        if match and title:
            hours, minutes, secs = (int(part or 0) for part in match.groups())
            chapters.append(Chapter(((hours * 60 + minutes) * 60 + secs) * 1000, title))
        elif clock and not match:
            entry.error(
                "bad-clock",
                "at",
                Text(f"看不懂时间“{clock}”。", f"The time “{clock}” cannot be read."),
                Text('写成分:秒，加引号，例如 "1:05"。', 'Write minutes:seconds in quotes, for example "1:05".'),
            )
    return tuple(sorted(chapters, key=lambda chapter: chapter.at_ms))


def _outside(
    source: ItemSource, duration_ms: int, captions: dict[str, tuple[Cue, ...]], chapters: tuple[Chapter, ...]
) -> None:
    """Note what lies behind the end of the media."""
    if not duration_ms:
        return
    late = {
        "captions": [cue.start_ms for cues in captions.values() for cue in cues],
        "chapters": [c.at_ms for c in chapters],
    }
    for key, starts in late.items():
        if any(start >= duration_ms for start in starts):
            source.findings.warn(
                "after-the-end",
                source.file,
                source.fields.line(key),
                Text(f"{key} 里有的时间在节目结束以后。", f"Some times in {key} lie after the end of the programme."),
                Text(
                    f"节目长 {duration_ms / 1000:.1f} 秒，请核对。",
                    f"The programme lasts {duration_ms / 1000:.1f} s; check the times.",
                ),
            )
