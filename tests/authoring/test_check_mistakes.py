"""Each mistake an author makes is found, at its place."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.authoring.build import SourceError
from kiosk.core.errors import KioskError

if TYPE_CHECKING:
    from tests.authoring.conftest import Source

INDEX = "stories/watch/index.md"
FRONT = "kind: story\ntitle: 一块表\nsources:\n  - title: 本地档案\n"
BODY = "他把表贴在耳朵上。\n"


def huge_png() -> bytes:
    """A few bytes that claim to be a picture of 30,000 x 30,000."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = b""
    for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")):
        chunks += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return b"\x89PNG\r\n\x1a\n" + chunks


FRONT_MISTAKES = {
    "unknown kind": ("kind: poem\ntitle: 甲乙\nsources: [{title: 甲}]\n", "2", "unknown-kind"),
    "no kind": ("title: 甲乙\nsources: [{title: 甲}]\n", "2", "missing-field"),
    "no title": ("kind: story\nsources: [{title: 甲}]\n", "2", "missing-field"),
    "500 characters": (FRONT.replace("一块表", "表" * 500), "3", "too-long"),
    "unknown field": (FRONT + "colour: red\n", "6", "unknown-field"),
    "unknown nested field": (FRONT + "person:\n  name: 甲\n  born: 1923\n", "8", "unknown-field"),
    "field twice": (FRONT + "title: 又一块表\n", "6", "twice"),
    "full-width colon": (FRONT + "subtitle： 三十年\n", "6", "wide-colon"),
    "open quote": (FRONT + 'subtitle: "三十年\n', "6", "bad-yaml"),
    "tab": (FRONT + "person:\n\tname: 甲\n", "7", "bad-yaml"),
    "anchor bomb": (FRONT + "a: &a [x, x]\nkeywords: [*a, *a]\n", "6", "bad-yaml"),
    "unknown era": (FRONT + "era: 新时代\n", "6", "unknown-value"),
    "unknown trade": (FRONT + "trade: gas\n", "6", "unknown-value"),
    "list for text": (FRONT + "subtitle: [a, b]\n", "6", "wrong-type"),
    "no number": (FRONT + "order: 第一\n", "6", "wrong-type"),
    "no date": (FRONT + "published: 去年\n", "6", "bad-date"),
    "unknown related": (FRONT + "related: [watch, nobody]\n", "6", "unknown-item"),
    "unknown quiz": (FRONT + "quiz: nobody\n", "6", "unknown-item"),
    "missing cover": (FRONT + "cover: cover.svg\n", "6", "missing-file"),
    "cover by ..": (FRONT + "cover: ../../pack.yaml\n", "6", "bad-path"),
    "absolute cover": (FRONT + "cover: /etc/hostname\n", "6", "bad-path"),
    "windows cover": (FRONT + "cover: 'C:\\Users\\a.jpg'\n", "6", "bad-path"),
    "cover on the net": (FRONT + "cover: http://example.com/a.jpg\n", "6", "bad-path"),
    "source without address": (FRONT.replace("本地档案", "本地档案\n    url: 见报纸"), "6", "bad-url"),
    "bad numeral": (FRONT + "numeral: 很多\n", "6", "bad-numeral"),
}

BODY_MISTAKES = {
    "raw html": ("好。\n\n一<b>块</b>表。\n", "9", "raw-html"),
    "script": ("<script>alert(1)</script>\n", "7", "raw-html"),
    "comment": ("好。<!-- 改 -->\n", "7", "raw-html"),
    "http link": ("见 http://example.com/a 。\n", "7", "link"),
    "https in a list": ("- 见 https://example.com\n", "7", "link"),
    "file link": ("见 [表](file:///etc/passwd)。\n", "7", "link"),
    "picture on the net": ("![表](https://example.com/a.png)\n\n好。\n", "7", "bad-path"),
    "picture by ..": ("![表](../a.png)\n\n好。\n", "7", "bad-path"),
    "missing picture": ('![表](a.png "一块表")\n\n好。\n', "7", "missing-file"),
    "picture in text": ("好 ![表](a.png) 表。\n", "7", "picture-in-text"),
    "unknown block": ("::: video a\n:::\n\n好。\n", "7", "unknown-block"),
    "unclosed block": ("::: timeline\n- 1923 | 生\n", "7", "unclosed-block"),
    "bad timeline": ("::: timeline\n- 1923 生\n:::\n\n好。\n", "8", "bad-timeline"),
    "unknown embed": ("::: segment nobody\n:::\n\n好。\n", "7", "unknown-item"),
    "uneven table": ("| 年 | 件 |\n|---|---|\n| 1 |\n", "9", "uneven-table"),
    "nothing": ("\n\n", "7", "no-text"),
}


@pytest.mark.parametrize(("front", "place", "code"), FRONT_MISTAKES.values(), ids=FRONT_MISTAKES.keys())
def test_mistakes_in_front_matter(source: Source, front: str, place: str, code: str) -> None:
    source.story(front=front)
    assert (INDEX, place, code) in source.codes("error")


@pytest.mark.parametrize(("body", "place", "code"), BODY_MISTAKES.values(), ids=BODY_MISTAKES.keys())
def test_mistakes_in_the_text(source: Source, body: str, place: str, code: str) -> None:
    source.story(body=body)
    assert source.codes("error") == [(INDEX, place, code)]


def test_a_good_source_has_no_findings_but_the_narration(source: Source) -> None:
    assert source.codes() == []
    assert [f.code for f in source.check().findings] == ["no-narration"]


ENCODINGS = {"GB18030": "gb18030", "UTF-16": "utf-16"}


@pytest.mark.parametrize(("name", "codec"), ENCODINGS.items())
def test_another_encoding_is_named_and_still_read(source: Source, name: str, codec: str) -> None:
    text = f"---\n{FRONT}colour: red\n---\n{BODY}"
    source.write(INDEX, text.encode(codec))
    checked = source.check()
    encoding = next(f for f in checked.findings if f.code == "encoding")
    assert name in encoding.message.zh
    assert (INDEX, "6", "unknown-field") in source.codes("error")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(source: Source) -> None:
    text = f"---\n{FRONT}---\n{BODY}".replace("\n", "\r\n")
    source.write(INDEX, b"\xef\xbb\xbf" + text.encode())
    assert source.codes() == []


def test_a_binary_text_file_is_refused(source: Source) -> None:
    source.write(INDEX, b"\xff\xfe\xff" * 3 + bytes(range(256)))
    assert {code for _, _, code in source.codes("error")} <= {"encoding", "no-front-matter"}


PACK_MISTAKES = {
    "missing": (None, "no-pack"),
    "bad id": ("id: Demo Pack\ntitle: 甲\nversion: 1\n", "bad-id"),
    "no version": ("id: demo\ntitle: 甲\n", "missing-field"),
    "version in words": ("id: demo\ntitle: 甲\nversion: 一\n", "wrong-type"),
    "unknown language": ("id: demo\ntitle: 甲\nversion: 1\nlanguages: [zh, fr]\n", "unknown-value"),
    "unknown field": ("id: demo\ntitle: 甲\nversion: 1\ntheme: red\n", "unknown-field"),
    "a list": ("- id: demo\n", "not-a-mapping"),
    "empty": ("", "not-a-mapping"),
}


@pytest.mark.parametrize(("text", "code"), PACK_MISTAKES.values(), ids=PACK_MISTAKES.keys())
def test_mistakes_in_pack_yaml(source: Source, text: str | None, code: str) -> None:
    if text is None:
        (source.folder / "pack.yaml").unlink()
    else:
        source.write("pack.yaml", text)
    assert ("pack.yaml", code) in [(file, found) for file, _, found in source.codes("error")]


def test_folder_names_and_misplaced_files(source: Source) -> None:
    source.story("Wang Jinxi")
    source.write("stories/notes/Index.md", "x")
    source.write("stories/half/index.en.md", "x")
    assert source.codes("error") == [
        ("stories/Wang Jinxi/index.md", "", "bad-id"),
        ("stories/half/index.en.md", "", "misplaced-index"),
        ("stories/notes/Index.md", "", "misplaced-index"),
    ]


def test_a_link_out_of_the_folder_is_refused(source: Source, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text("<svg/>")
    (source.folder / "stories/watch/cover.svg").symlink_to(tmp_path / "secret.svg")
    source.story(front=FRONT + "cover: cover.svg\n")
    assert source.codes("error") == [(INDEX, "6", "bad-path")]


BREAKS = {
    "many lines": ("一块表", "一\\n块\\n表\\n呀", "many-lines"),
    "differs": ("一块表", "一块钟", "display-differs"),
    "lone character": ("一块老表", "一块老\\n表", "lone-character"),
    "comma first": ("好，表在走", "好\\n，表在走", "bad-break"),
    "number from unit": ("干了30年活", "干了30\\n年活", "bad-break"),
    "long line": ("一块走了三十年还准的老表", "一块走了三十年还准的老表", "long-line"),
}


@pytest.mark.parametrize(("title", "display", "code"), BREAKS.values(), ids=BREAKS.keys())
def test_titles_that_break_badly_are_warned_about(source: Source, title: str, display: str, code: str) -> None:
    source.story(front=FRONT.replace("一块表", title) + f'display: "{display}"\n')
    assert (INDEX, "6", code) in source.codes("warning")


def test_characters_that_no_font_has_are_shown(source: Source) -> None:
    source.story(body="他叫𠮷野，很高兴😀。\n")
    finding = next(f for f in source.check().findings if f.code == "missing-glyph")
    assert "😀" in finding.message.zh


def test_no_sources_is_a_warning(source: Source) -> None:
    source.story(front="kind: story\ntitle: 一块表\n")
    assert source.codes() == [(INDEX, "2", "no-sources")]


def test_everything_is_listed_at_once_and_nothing_is_built(source: Source) -> None:
    """The whole list of bad input in one pack: all of it is reported with file and line, and no pack appears."""
    source.story("a1", "kind: poem\ntitle: 诗\nsources: [{title: 甲}]\n")
    source.write("stories/a2/index.md", "没有开头的说明。\n")
    source.story("a3", FRONT + "colour: red\n")
    source.story("a4", "kind: story\ntitle： 冒号\nsources: [{title: 甲}]\n")
    source.story("a5", FRONT + "cover: nowhere.png\n")
    source.write("stories/a6/index.md", f"---\n{FRONT}---\n{BODY}".encode("gb18030"))
    source.story("a7", FRONT.replace("一块表", "表" * 500))
    source.story("a8", body="<script>alert(1)</script>\n\n见 file:///etc/passwd 和 http://example.com 。\n")
    source.story("a9", FRONT + "cover: big.png\n")
    source.write("stories/a9/big.png", huge_png())
    source.story("b1", FRONT + "cover: ../../../outside.png\n")
    source.story("b2")
    source.story("../more/b2")
    source.write(
        "segments/b3/index.md", "---\nkind: segment\ntitle: 片\nmedia: video.mp4\nsources: [{title: 甲}]\n---\n简介。\n"
    )
    source.write("segments/b3/video.mp4", b"this is no film at all")
    found = source.codes("error")
    for wanted in (
        ("stories/a1/index.md", "2", "unknown-kind"),
        ("stories/a2/index.md", "1", "no-front-matter"),
        ("stories/a3/index.md", "6", "unknown-field"),
        ("stories/a4/index.md", "3", "wide-colon"),
        ("stories/a5/index.md", "6", "missing-file"),
        ("stories/a6/index.md", "", "encoding"),
        ("stories/a7/index.md", "3", "too-long"),
        ("stories/a8/index.md", "7", "raw-html"),
        ("stories/a8/index.md", "9", "link"),
        ("stories/a9/index.md", "6", "huge-picture"),
        ("stories/b1/index.md", "6", "bad-path"),
        ("stories/b2/index.md", "", "duplicate-id"),
    ):
        assert wanted in found
    assert any(file.startswith("segments/b3/") for file, _, _ in found)
    with pytest.raises(SourceError) as failure:
        source.build()
    assert isinstance(failure.value, KioskError)
    assert len(failure.value.findings.errors) == len(found)
    assert not source.out.exists()


def test_every_finding_says_what_and_what_to_do_in_both_languages(source: Source) -> None:
    for n, (front, _, _) in enumerate(FRONT_MISTAKES.values()):
        source.story(f"f{n}", front)
    for n, (body, _, _) in enumerate(BODY_MISTAKES.values()):
        source.story(f"b{n}", body=body)
    findings = list(source.check().findings)
    assert len(findings) > len(FRONT_MISTAKES) + len(BODY_MISTAKES)
    for finding in findings:
        for text in (finding.message, finding.hint):
            assert text.zh, finding
            assert text.en, finding
            assert not any("\u4e00" <= ch < "\u9fff" for ch in text.en if ch not in "".join(finding.message.zh)), (
                finding
            )
