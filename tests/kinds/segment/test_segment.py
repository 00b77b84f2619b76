from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.core.codec import decode, encode
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.kinds.segment import KIND, Segment
from kiosk.kinds.segment.report import table

EXAMPLE = Path(__file__).parents[3] / "kiosk/kinds/segment/example"
FILE = "segments/chime/index.md"
COMMON = ("kind", "title", "subtitle", "sources")

needs_ffmpeg = pytest.mark.skipif(
    not (shutil.which("ffprobe") and shutil.which("ffmpeg")), reason="ffmpeg is not installed"
)
Read = Callable[..., tuple[Segment | None, Findings]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "chime"))


@pytest.fixture
def read(folder: Path) -> Read:
    def _read(**changes: Any) -> tuple[Segment | None, Findings]:
        _, front, body = (folder / "index.md").read_text("utf-8").split("---\n", 2)
        data = {k: v for k, v in yaml.load(front, yaml.BaseLoader).items() if k not in COMMON}
        data = {k: v for k, v in (data | changes).items() if v is not None}
        findings = Findings()
        source = ItemSource("chime", "zh", folder, FILE, Fields(data, {"": 1}, FILE, findings), body, 10, findings)
        segment = KIND.parse(source)
        source.fields.finish()
        assert source.media == ({} if segment is None else {data["media"]: segment.media})
        return segment, findings

    return _read


@needs_ffmpeg
def test_the_example_reads_and_travels(read: Read) -> None:
    segment, findings = read()
    assert not findings.found
    assert isinstance(segment, Segment)
    assert (segment.media, segment.video, segment.width) == ("items/chime/audio.m4a", False, 0)
    assert 1900 <= segment.duration_ms <= 2200
    assert [c.at_ms for c in segment.chapters] == [1000]
    assert (segment.series, segment.episode) == ("样例", 1)
    assert {lang: len(cues) for lang, cues in segment.captions.items()} == {"zh": 2, "en": 2}
    assert KIND.seconds(segment) in (2, 3)
    assert "检查节目" in KIND.text(segment) and "余音还在" in KIND.text(segment)
    assert decode(Segment, json.loads(json.dumps(encode(segment)))) == segment


@pytest.mark.parametrize(
    ("changes", "code", "lives"),
    [
        ({"media": None}, "missing-field", False),
        ({"media": "gone.mp4"}, "missing-file", False),
        ({"media": "../chime/audio.m4a"}, "outside-folder", False),
        ({"media": "/etc/hostname"}, "outside-folder", False),
        ({"media": "index.md"}, "unknown-media", False),
        ({"captions": {"zh": "gone.vtt"}}, "missing-file", True),
        ({"captions": {"fr": "captions.en.vtt"}}, "unknown-field", True),
        ({"captions": None}, "no-captions", True),
        ({"chapters": [{"at": "soon", "title": "x"}]}, "bad-clock", True),
        ({"chapters": [{"at": "1:00", "title": "x"}]}, "after-the-end", True),
        ({"episode": "first"}, "wrong-type", True),
        ({"seires": "x"}, "unknown-field", True),
    ],
)
@needs_ffmpeg
def test_mistakes_are_found(read: Read, changes: dict[str, Any], code: str, lives: bool) -> None:
    segment, findings = read(**changes)
    assert [f.code for f in findings] == [code]
    assert (segment is not None) == lives


def test_a_link_out_of_the_folder_is_refused(read: Read, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.m4a").write_bytes(b"x")
    (folder / "link.m4a").symlink_to(tmp_path / "secret.m4a")
    segment, findings = read(media="link.m4a")
    assert segment is None
    assert [f.code for f in findings] == ["outside-folder"]


@needs_ffmpeg
@pytest.mark.parametrize("content", [b"", b"not media" * 100], ids=["empty", "noise"])
def test_damaged_media_is_an_error(read: Read, folder: Path, content: bytes) -> None:
    (folder / "audio.m4a").write_bytes(content)
    segment, findings = read()
    assert segment is None
    assert [(f.code, f.file) for f in findings.errors] == [("media-damaged", "segments/chime/audio.m4a")]


@needs_ffmpeg
def test_a_large_fast_film_gets_a_command_that_works(read: Read, folder: Path) -> None:
    make = "ffmpeg -v error -f lavfi -i testsrc2=size=1440x810:rate=50 -t 0.4 -c:v libx264 -pix_fmt yuv422p big.mp4"
    subprocess.run(make.split(), cwd=folder, check=True)
    segment, findings = read(media="big.mp4", captions=None, chapters=None)
    assert segment is not None and segment.video
    assert (segment.width, segment.height) == (1440, 810)
    assert {f.code for f in findings} == {"video-pixels", "video-size", "video-fps", "no-captions"}
    hint = next(f.hint.en for f in findings if f.code == "video-size")
    command = re.search(r"ffmpeg .*\.mp4\"", hint)
    assert command is not None
    subprocess.run(command[0].replace("ffmpeg", "ffmpeg -v error", 1), shell=True, cwd=folder, check=True)
    better, findings = read(media="big.kiosk.mp4", captions=None, chapters=None)
    assert better is not None and (better.width, better.height) == (1280, 720)
    assert {f.code for f in findings} == {"no-captions"}


def test_without_ffprobe_there_is_one_warning_and_no_length(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    segment, findings = read()
    assert segment is not None and (segment.duration_ms, segment.video) == (0, False)
    assert [(f.level, f.code) for f in findings] == [("warning", "no-ffprobe")]


@needs_ffmpeg
def test_gb18030_captions_are_read_with_a_warning(read: Read, folder: Path) -> None:
    captions = folder / "captions.zh.vtt"
    captions.write_bytes(captions.read_text("utf-8").encode("gb18030"))
    segment, findings = read()
    assert segment is not None and segment.captions["zh"][0].text == "钟声响了。"
    assert [(f.level, f.code) for f in findings] == [("warning", "not-utf8")]


def test_the_report_counts_and_distrusts() -> None:
    good = [
        {"item": "derrick", "watched_ms": 60_000, "finished": True},
        {"item": "derrick", "watched_ms": 30_000, "finished": False},
        {"item": "one-hook", "watched_ms": 0, "finished": False},
    ]
    bad: list[dict[str, object]] = [
        {},
        {"item": 3},
        {"item": "x", "watched_ms": -1, "finished": True},
        {"item": "x", "watched_ms": True, "finished": True},
    ]
    made = table([*good, *bad])
    assert made.rows == (("derrick", 2, 1, 0.5, 90), ("one-hook", 1, 0, 0.0, 0))
    assert table([]).rows == ()
    assert all(len(row) == len(made.columns) for row in made.rows)
