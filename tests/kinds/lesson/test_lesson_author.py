"""A lesson from its author's folder: what is read, and every mistake at once with its line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.check import Checked, check
from kiosk.core.codec import decode
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.kinds import discover
from kiosk.kinds.lesson import KIND
from kiosk.kinds.lesson.model import Lesson
from kiosk.kinds.lesson.parse import parse
from kiosk.samples import content_folder

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
SOUND = """一句介绍。

## 提

提着走过去。

？提哪里？
- [x] 提把
- [ ] 瓶身
> 提把就是给手的。

## 拔

拔掉销子。
"""


def read(tmp_path: Path, body: str, front: dict[str, object] | None = None) -> tuple[Lesson | None, Findings]:
    """A lesson of this body; its first line is line 1."""
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "b.png").write_bytes(PNG + b"\x00")
    findings = Findings()
    fields = Fields(front or {}, {"": 1}, "l/index.md", findings)
    source = ItemSource(
        "l", "zh", tmp_path, "l/index.md", fields, body, 1, findings, item_ids=frozenset({"film"}), cache=tmp_path / "c"
    )
    return parse(source), findings


def codes(findings: Findings) -> list[tuple[str, str]]:
    return [(f.code, f.place) for f in findings.errors]


def test_a_lesson_is_read(tmp_path: Path) -> None:
    lesson, findings = read(tmp_path, SOUND, {"minutes": "4", "edition": "2"})
    assert findings.errors == [] and lesson is not None
    assert (lesson.edition, lesson.minutes, lesson.about) == (2, 4, "一句介绍。")
    assert [s.word for s in lesson.steps] == ["提", "拔"]
    question = lesson.steps[0].question
    assert question is not None and (question.type, question.options, question.right) == ("single", ("提把", "瓶身"), 0)
    assert question.why == "提把就是给手的。" and lesson.steps[1].question is None


def test_right_or_wrong_is_a_judge_question_whatever_their_order(tmp_path: Path) -> None:
    body = SOUND.replace("- [x] 提把\n- [ ] 瓶身", "- [x] 错\n- [ ] 对")
    lesson, _ = read(tmp_path, body)
    assert lesson is not None and lesson.steps[0].question is not None
    assert (lesson.steps[0].question.type, lesson.steps[0].question.options) == ("judge", ("对", "错"))
    assert lesson.steps[0].question.right == 1


def test_numbered_pictures_are_an_order_question(tmp_path: Path) -> None:
    body = SOUND.replace("- [x] 提把\n- [ ] 瓶身", "1. ![先](a.png)\n2. ![后](b.png)")
    lesson, findings = read(tmp_path, body)
    assert findings.errors == [] and lesson is not None and lesson.steps[0].question is not None
    question = lesson.steps[0].question
    assert (question.type, question.options) == ("order", ("先", "后")) and len(question.pictures) == 2


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    body = """介绍

## 一

正文

:::segment nothing

？没有对的
- [ ] 甲
- [ ] 乙

## 二

![图](missing.png)

？两个对的
- [x] 甲
- [x] 乙

## 三

正文

？只有一个
- [x] 甲

正文不能在这里

## 四

正文

？排序
1. 不是图
2. ![图](a.png)

### 五

正文

？没框
- 甲
- [x] 乙
"""
    lesson, findings = read(tmp_path, body, {"minutes": "11", "reads": ["nowhere"]})
    assert lesson is None
    assert codes(findings) == [
        ("out-of-range", "1"), ("unknown-item", "1"),
        ("unknown-item", "7"), ("missing-file", "15"), ("after-question", "28"), ("bad-heading", "38"), ("no-box", "43"),
        ("no-right-answer", "9"), ("many-right-answers", "17"), ("no-text", "13"), ("bad-options", "25"),
        ("no-picture", "35"), ("bad-options", "34"),
    ]  # fmt: skip
    assert all(f.message.zh and f.message.en and f.hint.zh and f.hint.en for f in findings)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("介绍\n\n## 一\n\n正文", "bad-steps"),
        ("\n".join(f"## 步{n}\n\n正文" for n in range(9)), "bad-steps"),
        (SOUND + "\n？第二题\n- [x] 甲\n- [ ] 乙\n？第三题\n", "two-questions"),
        (SOUND.replace("- [ ] 瓶身", "- [ ] 提把"), "same-options"),
        (SOUND.replace("- [ ] 瓶身", "1. ![图](a.png)"), "mixed-question"),
        (SOUND.replace("## 拔", "## 步骤名太长"), "too-long"),
        (SOUND.replace("拔掉销子。", "拔" * 49), "too-long"),
        (SOUND + "\n![一](a.png)\n\n![二](a.png)\n", "twice"),
        (SOUND + "\n:::timeline\n", "unknown-block"),
    ],
)
def test_a_mistake(tmp_path: Path, body: str, code: str) -> None:
    lesson, findings = read(tmp_path, body)
    assert lesson is None and code in [f.code for f in findings.errors]


def test_a_film_counts_towards_ten_minutes(tmp_path: Path) -> None:
    if shutil.which("ffmpeg") is None:
        pytest.skip("no ffmpeg")
    made = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red:s=64x64:r=1:d=640", "-y", str(tmp_path / "f.mp4")]
    subprocess.run(made, check=True)
    lesson, findings = read(tmp_path, SOUND + "\n![看一遍](f.mp4)\n")
    assert [f.code for f in findings.errors] == ["too-long-lesson"]
    assert lesson is not None and lesson.steps[1].film is not None and lesson.steps[1].film.ms == 640_000


def test_a_film_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    if shutil.which("ffprobe") is None:
        pytest.skip("no ffprobe")
    (tmp_path / "f.mp4").write_bytes(b"not a film")
    _, findings = read(tmp_path, SOUND + "\n![看一遍](f.mp4)\n")
    assert [f.code for f in findings.errors] == ["bad-film"]


def test_the_other_language_has_the_same_steps(tmp_path: Path) -> None:
    folder = tmp_path / "lessons" / "l"
    folder.mkdir(parents=True)
    (tmp_path / "pack.yaml").write_text("id: p1\ntitle: {zh: 一, en: One}\nversion: 1\nlanguages: [zh, en]\n", "utf-8")
    front = "---\nkind: lesson\ntitle: 课\npublished: 2026-11-01\nsources:\n  - {title: 书}\n---\n"
    (folder / "index.md").write_text(front + SOUND, "utf-8")
    (folder / "index.en.md").write_text("---\ntitle: L\n---\nAbout.\n\n## Lift\n\nLift it.\n", "utf-8")
    found = [f.code for f in check(tmp_path, discover(), cache=tmp_path / "c").findings.errors]
    assert set(found) == {"bad-steps", "steps-differ"}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["## 甲", "# 乙", "## ", "字", "？问", "? ask", "- [x] 对", "- [ ] 错", "- 无框", "1. ![图](x.png)", "1. 字",
             "> 因为", ":::segment film", ":::segment", ":::", "![](../x.png)", "![a](x.mp4)", "", "|", "\x00", "---"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_body_is_a_lesson_or_mistakes(lines: list[str]) -> None:
    findings = Findings()
    fields = Fields({}, {"": 1}, "l/index.md", findings)
    source = ItemSource(
        "l",
        "zh",
        Path("/nonexistent"),
        "l/index.md",
        fields,
        "\n".join(lines),
        1,
        findings,
        item_ids=frozenset({"film"}),
    )
    lesson = parse(source)
    assert (lesson is None) == bool(findings.errors)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check(content_folder() / "lessons", discover(), cache=tmp_path_factory.mktemp("cache"))


def test_the_sample_lessons_have_no_mistakes(samples: Checked) -> None:
    assert [f.say("en") for f in samples.findings] == []
    lessons = [d for d in samples.items if d.lang == "zh"]
    assert len(lessons) == 3 and len(samples.items) == 6


def test_each_sample_step_teaches_shows_and_asks(samples: Checked) -> None:
    types = set()
    for document in samples.items:
        lesson = decode(Lesson, document.content)
        assert 3 <= lesson.minutes <= 10 and document.sources
        for step in lesson.steps:
            assert step.picture is not None and step.question is not None and step.question.why
            types.add(step.question.type)
    assert types == {"single", "judge", "order"}


def test_both_languages_ask_the_same(samples: Checked) -> None:
    both: dict[str, list[object]] = {}
    for document in samples.items:
        lesson = decode(Lesson, document.content)
        shape = [(s.question.type, s.question.right, len(s.question.options)) for s in lesson.steps if s.question]
        both.setdefault(document.id, []).append(shape)
    assert all(zh == en for zh, en in both.values())


def test_its_links_are_its_programmes_and_what_to_read(samples: Checked) -> None:
    safety = next(d for d in samples.items if d.id == "safety-four-words" and d.lang == "zh")
    content = decode(Lesson, safety.content)
    assert KIND.links(content) == ("times-pioneer/nozzle-eye", "contract-four-things", "quizzes/safety")
    assert KIND.seconds(content) == 240
