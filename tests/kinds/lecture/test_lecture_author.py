"""A lecture from its author's folder: what is read, and every mistake at once with its line."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.lecture_pdf import locked_pdf, plain_pdf

from kiosk.core.blocks import Paragraph, Quote, Table, Timeline
from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.kinds.lecture.model import Lecture, Step, links, seconds, text
from kiosk.kinds.lecture.parse import parse

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
SOUND = """一句介绍。

第二段。

## 一钩准
minutes: 2
line: 四个锁孔，一次对上。
必讲: 四个锁孔

::: notes
先问大家：箱子有几个锁孔？
:::

## 四个角
layout: 两栏

左边。

---

右边。

---

## 他说
> 再检查一遍。
> —— 管延安

## 大事
::: timeline
- 1974 | 进青岛港
- 1984 | 开桥吊
:::

## 数
| 项 | 数 |
|---|---|
| 自然箱 | 70.3 |

## 看图
picture: a.png 一只钩

## 一段录像
segment: times-pioneer/hook
from: 0:20
to: 1:05

## 讲稿
页：deck.pdf 2

## 讲稿几页
page: deck.pdf 1-3
minutes: 3

## 考考你
quiz: labour
count: 3

## 举个手
poll: 箱子有几个\\n锁孔？
- 四个
- 八个

## 猜
riddle: other-pack/lantern
count: 1

## 提一条
suggestion: 哪里最费劲？

## 签到
signin: 是

::: must
- 扫码也行
- 报工号也行
:::
"""


def source(folder: Path, body: str, front: dict[str, object] | None = None, lang: str = "zh") -> ItemSource:
    (folder / "a.png").write_bytes(PNG)
    if not (folder / "deck.pdf").is_file():
        plain_pdf(folder / "deck.pdf", 3)
    findings = Findings()
    fields = Fields({"lecturer": "讲者"} | (front or {}), {"": 1}, "l/index.md", findings)
    return ItemSource(
        "l", lang, folder, "l/index.md", fields, body, 1, findings, item_ids=frozenset({"labour"}), cache=folder / "c"
    )  # fmt: skip


def read(folder: Path, body: str, front: dict[str, object] | None = None) -> tuple[Lecture | None, Findings]:
    """A lecture of this body; its first line is line 1."""
    made = source(folder, body, front)
    return parse(made), made.findings


def codes(findings: Findings) -> list[tuple[str, str]]:
    return [(f.code, f.place) for f in findings.errors]


def test_a_lecture_is_read_whole(tmp_path: Path) -> None:
    lecture, findings = read(tmp_path, SOUND, {"minutes": "20"})
    assert codes(findings) == []
    assert lecture is not None
    assert lecture.about == "一句介绍。\n\n第二段。"
    steps = {step.title: step for step in lecture.steps}
    assert len(lecture.steps) == 16
    first = steps["一钩准"]
    assert (first.layout, first.ground, first.line, first.minutes) == ("title", "blue", "四个锁孔，一次对上。", 2.0)
    assert first.must_say == ("四个锁孔",)
    assert [b.text for b in first.notes if isinstance(b, Paragraph)] == ["先问大家：箱子有几个锁孔？"]
    columns = steps["四个角"]
    assert (columns.layout, columns.body, columns.aside) == ("columns", columns.body[:1], columns.aside[:1])
    assert isinstance(steps["他说"].body[0], Quote) and steps["他说"].layout == "quote"
    assert isinstance(steps["大事"].body[0], Timeline) and steps["大事"].layout == "timeline"
    assert isinstance(steps["数"].body[0], Table) and steps["数"].layout == "table"
    picture = steps["看图"].picture
    assert picture is not None and picture.alt == "一只钩" and picture.src.startswith("items/l/pictures/")
    segment = steps["一段录像"]
    assert (segment.kind, segment.item, segment.start, segment.stop) == ("segment", "times-pioneer/hook", 20.0, 65.0)
    page = steps["讲稿"]
    assert (page.kind, page.file, page.page, page.width, page.height) == ("page", "items/l/deck.pdf", 2, 960.0, 540.0)
    several = lecture.steps[8:11]
    assert [(s.page, s.minutes) for s in several] == [(1, 1.0), (2, 1.0), (3, 1.0)]
    assert (steps["考考你"].item, steps["考考你"].count) == ("labour", 3)
    poll = steps["举个手"].poll
    assert poll is not None and poll.options == ("四个", "八个") and poll.question == "箱子有几个\n锁孔？"
    assert steps["提一条"].line == "哪里最费劲？"
    assert steps["签到"].must_say == ("扫码也行", "报工号也行")
    assert decode(Lecture, encode(lecture)) == lecture
    assert links(lecture) == ("times-pioneer/hook", "labour", "other-pack/lantern")
    assert seconds(lecture) == 1200
    assert "70.3" in text(lecture) and "先问大家" not in text(lecture)


def test_ids_stay_when_steps_move(tmp_path: Path) -> None:
    before, _ = read(tmp_path, "## 甲\n\n字。\n\n## 乙\n\n字。\n")
    after, _ = read(tmp_path, "## 新\n\n字。\n\n## 乙\n\n字。\n\n## 甲\n\n字。\n")
    assert before is not None and after is not None
    assert {s.title: s.id for s in before.steps}.items() <= {s.title: s.id for s in after.steps}.items()


def test_the_translation_repeats_only_words(tmp_path: Path) -> None:
    chinese = "---\nkind: lecture\n---\n## 录像\nsegment: p1/hook\nfrom: 1\nto: 2\nmust: 说\n\n::: notes\n念。\n:::\n\n## 字\n\n字。\n"
    (tmp_path / "index.md").write_text(chinese, "utf-8")
    english = source(tmp_path, "## Film\n\n## Words\n\nWords.\n", lang="en")
    lecture = parse(english)
    zh = parse(source(tmp_path, chinese.split("---\n")[2]))
    assert lecture is not None and zh is not None, codes(english.findings)
    assert [s.title for s in lecture.steps] == ["Film", "Words"]
    assert [s.id for s in lecture.steps] == [s.id for s in zh.steps]
    film = lecture.steps[0]
    assert (film.item, film.start, film.stop, film.must_say) == ("p1/hook", 1.0, 2.0, ("说",))
    fewer = source(tmp_path, "## Film\n", lang="en")
    assert parse(fewer) is None
    assert ("steps-differ", "1") in codes(fewer.findings)


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("没有步骤。\n", "no-steps", "1"),
        ("# 大标题\n字。\n", "bad-heading", "1"),
        ("## 步\n\n::: notes\n没完\n", "unclosed-block", "3"),
        ("## 步\nquiz: labour\nriddle: labour\n", "two-kinds", "3"),
        ("## 步\nquiz: labour\nfrom: 1\n", "not-here", "3"),
        ("## 步\nquizz: labour\n字。\n", "unknown-field", "2"),
        ("## 步\nminutes: 2\nminutes: 3\n字。\n", "twice", "3"),
        ("## 步\nminutes: 很久\n字。\n", "bad-minutes", "2"),
        ("## 步\nlayout: 圆的\n字。\n", "unknown-value", "2"),
        ("## 步\nquiz: nothing-here\n", "unknown-item", "2"),
        ("## 步\nquiz: labour\ncount: 三\n", "bad-number", "3"),
        ("## 步\npicture: no.png 图\n", "missing-file", "2"),
        ("## 步\npicture: ../a.png 图\n", "bad-path", "2"),
        ("## 步\nfilm: no.mp4\n", "missing-file", "2"),
        ("## 步\nfilm: a.png\n", "unknown-media", "2"),
        ("## 步\npage: deck.pdf 9\n", "no-page", "2"),
        ("## 步\npage: deck.doc 9\n", "bad-page", "2"),
        ("## 步\nsegment: p1/hook\nfrom: 1:05\nto: 0:20\n", "bad-range", "4"),
        ("## 步\nsegment: p1/hook\nfrom: 早\n", "bad-clock", "3"),
        ("## 步\npoll: 问\n- 一个\n", "bad-options", "1"),
        ("## 步\npoll: 问\n- 一个\n- 一个\n", "bad-options", "1"),
        ("## 步\nquiz: labour\n\n这段不会显示。\n", "not-shown", "1"),
        ("## 步\nlayout: quote\n\n不是引文。\n\n也不是。\n", "wrong-layout", "1"),
        ("## 步\nlayout: columns\n\n只有一栏。\n", "one-column", "1"),
        ("## 步\n\n一\n\n---\n\n二\n\n---\n\n三\n", "three-columns", "9"),
        ("## 步\n\n::: segment labour\n:::\n", "segment-in-slide", "1"),
        ("## 步\nid: 甲\n\n字。\n", "bad-id", "2"),
        ("## 步\nid: a\n\n字。\n\n## 步\nid: a\n\n字。\n", "same-id", "7"),
        ("## \n\n字。\n", "no-title", "1"),
        ("## 步\n\n<b>字</b>\n", "raw-html", "3"),
    ],
)
def test_each_mistake_has_its_line(tmp_path: Path, body: str, code: str, line: str) -> None:
    lecture, findings = read(tmp_path, body)
    assert (code, line) in codes(findings)
    assert lecture is None


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, findings = read(
        tmp_path, "## 一\nquiz: nothing\n\n## 二\npage: no.pdf 1\n\n## 三\nlayout: 圆\n\n字\n", {"lecturer": ""}
    )
    assert {c for c, _ in codes(findings)} == {"missing-field", "unknown-item", "missing-file", "unknown-value"}


def test_a_slide_of_five_thousand_characters(tmp_path: Path) -> None:
    lecture, findings = read(tmp_path, "## 长\n\n" + "字" * 5000 + "\n")
    assert lecture is None
    (mistake,) = findings.errors
    assert (mistake.code, mistake.place) == ("too-long", "1")
    assert "5000 个字" in mistake.message.zh and "32 步" in mistake.hint.zh
    _, shorter = read(tmp_path, "## 长\n\n" + "字" * 200 + "\n")
    assert [f.code for f in shorter if f.level == "warning"] == ["hard-to-read", "no-plan"]


def test_a_plan_that_does_not_add_up(tmp_path: Path) -> None:
    lecture, findings = read(tmp_path, "## 一\nminutes: 12\n\n字。\n", {"minutes": "10"})
    assert lecture is not None and lecture.minutes == 10
    assert [f.code for f in findings] == ["plan-over"]
    summed, _ = read(tmp_path, "## 一\nminutes: 90 秒\n\n字。\n\n## 二\nminutes: 2.25\n\n字。\n")
    assert summed is not None and summed.minutes == 4


def test_broken_pdfs_are_told_once_each(tmp_path: Path) -> None:
    plain_pdf(tmp_path / "long.pdf", 500)
    locked_pdf(tmp_path / "locked.pdf")
    (tmp_path / "junk.pdf").write_bytes(b"this is no PDF")
    body = "".join(
        f"## 页 {name} {page}\npage: {name}.pdf {page}\n\n" for name in ("long", "locked", "junk") for page in (1, 2)
    )
    lecture, findings = read(tmp_path, body)
    assert lecture is None
    assert codes(findings) == [("pdf-too-long", "2"), ("pdf-locked", "8"), ("pdf-damaged", "14")]
    said = [f.say("zh") for f in findings.errors]
    assert "500 页，最多 300 页" in said[0] and "设了密码" in said[1] and "不是 PDF" in said[2]


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg")
def test_the_lectures_own_film(tmp_path: Path) -> None:
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red:s=64x64:d=2", "-y", str(tmp_path / "f.mp4")]
    subprocess.run(command, check=True)
    (tmp_path / "junk.mp4").write_bytes(b"no film")
    lecture, findings = read(tmp_path, "## 片\nfilm: f.mp4\nfrom: 0.5\nto: 1.5\n")
    assert codes(findings) == [] and lecture is not None
    assert (lecture.steps[0].file, lecture.steps[0].stop) == ("items/l/f.mp4", 1.5)
    _, findings = read(tmp_path, "## 片\nfilm: f.mp4\nto: 9\n\n## 坏\nfilm: junk.mp4\n")
    assert codes(findings) == [("after-the-end", "3"), ("bad-film", "6")]


PIECES = st.sampled_from(
    [
        "## 步", "## 步\\n二", "# 步", "##", "", "---", "字。", "字" * 400, "::: notes", ":::", "::: must", "::: timeline",
        "- 1938 | 事", "- 甲", "- 乙", "> 引", "> —— 谁", "| a | b |", "|---|---|", "| 1 | 2 |", "![图](a.png)", "picture: a.png 图",
        "page: deck.pdf 1", "page: deck.pdf", "page: deck.pdf 0-99", "page: x", "quiz: labour", "count: 2", "count: 99999", "from: 1",
        "to: 0:02", "to: 2", "segment: p1/x", "film: a.png", "poll: 问", "poll:", "signin:", "suggestion: 提", "riddle: labour",
        "minutes: 1", "minutes: 999", "layout: 两栏", "layout: bleed", "layout: quote", "ground: 红", "id: a", "id: a-p1", "必讲：说",
        "line: 一句", "::: segment labour", "story: labour", "bogus: 1",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", "0", "30"]))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_gives_a_lecture_or_findings(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], minutes: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "lecture-fuzz"
    folder.mkdir(exist_ok=True)
    lecture, findings = read(folder, "\n".join(pieces), {"minutes": minutes} if minutes else None)
    last = len(pieces) + 1
    assert all(f.place == "" or 1 <= int(f.place) <= last for f in findings)
    if lecture is None:
        assert findings.errors
    else:
        assert not findings.errors
        assert decode(Lecture, encode(lecture)) == lecture


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_survived(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "lecture-fuzz"
    folder.mkdir(exist_ok=True)
    lecture, findings = read(folder, "## 步\n" + body)
    assert (lecture is None) == bool(findings.errors)


def test_what_cannot_be_shown_is_refused() -> None:
    step = Step("a", "slide", "题")
    for wrong in (
        {"title": " "}, {"kind": "page"}, {"kind": "picture"}, {"kind": "quiz"}, {"kind": "poll"}, {"minutes": float("inf")},
        {"minutes": -1.0}, {"start": 5.0, "stop": 4.0}, {"kind": "segment"},
    ):  # fmt: skip
        with pytest.raises(ContentError) as told:
            replace(step, **wrong)  # type: ignore[arg-type]
        assert told.value.code == "BAD_STEP"
    for steps in ((), (step, step), tuple(replace(step, id=str(n)) for n in range(321))):
        with pytest.raises(ContentError) as told:
            Lecture("讲者", "", 10, steps)
        assert told.value.code == "BAD_LECTURE"
