"""What an author is told: every mistake at once, each with its line or cell."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from support.author import checked_item, content, told

from kiosk.authoring.check import Checked, check
from kiosk.core.findings import Findings
from kiosk.kinds import discover
from kiosk.kinds.riddle import bank
from kiosk.kinds.riddle.model import Riddles
from kiosk.samples import content_folder

INDEX = """---
kind: riddle
title: 灯谜
{front}sources:
  - {{title: 民间}}
---
试一试。
"""
GOOD = "- riddle: 千条线\n  aim: 打一物\n  answer: 雨\n  others: [雪, 雾, 霜]\n  how: 因为。\n"


def checked(place: Path, riddles: str | bytes | None = GOOD, front: str = "", english: str | None = None) -> Checked:
    files = {"index.md": INDEX.format(front=front), "riddles.yaml": riddles, "riddles.en.yaml": english}
    head = None if english is None else "---\ntitle: Riddles\n---\n"
    return checked_item(place, "wall", {**files, "index.en.md": head})


def test_good_riddles_are_taken_as_they_are_written(tmp_path: Path) -> None:
    made = content(Riddles, checked(tmp_path))
    assert (made.tries, made.riddles[0].face, made.riddles[0].others) == (2, "千条线", ("雪", "雾", "霜"))
    assert len(made.sets) == 1 and made.sets[0].name == ""


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    riddles = """- riddle: 一
  aim: 打一字
- riddle: 二
  aim: 打一字打一字打一字
  answer: 乙
  others: [丙, 丁]
- riddle: 三
  aim: 打一字
  answer: 丙
  others: [丙, 丁, 戊]
  hint: [一, 二, 三, 四]
  set: nowhere
  read: no-such-item
  anwser: 丙
- 四
- riddle: 五
  aim: 打一字
  answer: ！
"""
    assert told(checked(tmp_path, riddles)) == [
        ("missing-field", "riddles.yaml", "1"),
        ("too-long", "riddles.yaml", "4"),
        ("other-count", "riddles.yaml", "6"),
        ("same-answer", "riddles.yaml", "10"),
        ("too-many", "riddles.yaml", "11"),
        ("unknown-set", "riddles.yaml", "12"),
        ("unknown-item", "riddles.yaml", "13"),
        ("unknown-field", "riddles.yaml", "14"),
        ("not-a-riddle", "riddles.yaml", "15"),
        ("no-answer", "riddles.yaml", "18"),
    ]


SETS = "sets:\n  - {key: a, name: 元宵, from: 01-01, until: 01-15}\n"


@pytest.mark.parametrize(
    ("front", "code"),
    [
        (SETS.replace("01-15", "1-15"), "bad-date"),
        (SETS.replace("01-15", "[01-15, 02-15]"), "dates-differ"),
        (SETS.replace("01-15", "2027-01-15"), "bad-window"),
        (SETS.replace("01-01", "2027-02-01").replace("01-15", "2027-01-15"), "bad-window"),
        (SETS + SETS.split("\n", 1)[1], "twice"),
        (SETS + "  - {key: b, name: 中秋}\n", "empty-set"),
        ("tries: 9\n", "out-of-range"),
        ("riddles: ../x.yaml\n", "bad-path"),
        ("riddles: gone.yaml\n", "no-bank"),
        ("reads: [no-such-item]\n", "unknown-item"),
        ("tires: 2\n", "unknown-field"),
    ],
)
def test_front_matter_is_checked_too(tmp_path: Path, front: str, code: str) -> None:
    riddles = GOOD + "  set: a\n" if "key: a" in front else GOOD
    assert code in [c for c, _, _ in told(checked(tmp_path, riddles, front))]


@pytest.mark.parametrize(
    ("riddles", "code"),
    [
        (None, "no-bank"),
        ("", "empty-bank"),
        ("riddle: 一\n", "not-a-list"),
        ("- riddle: [\n", "bad-yaml"),
        ("- riddle： 一\n", "wide-colon"),
        (GOOD + GOOD, "same-riddle"),
        (GOOD.encode("gb18030"), "not-utf-8"),
        (GOOD + "  set: a\n", "unknown-set"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_of_riddles_is_told(tmp_path: Path, riddles: str | bytes | None, code: str) -> None:
    assert code in [c for c, _, _ in told(checked(tmp_path, riddles))]


def test_what_could_be_better_is_a_warning(tmp_path: Path) -> None:
    riddles = "- riddle: 甲\n  aim: 打一物\n  answer: 算盘\n  hint: 就是算盘\n"
    found = checked(tmp_path, riddles)
    assert told(found) == []
    assert {"missing-explanation", "hint-tells"} <= {f.code for f in found.findings}


ENGLISH = (
    "- riddle: A thousand threads\n  aim: a thing\n  answer: rain\n  others: [snow, fog, frost]\n  how: Because.\n"
)


def test_a_translation_keeps_the_characters_and_adds_sound_and_meaning(tmp_path: Path) -> None:
    found = checked(tmp_path, english=ENGLISH)
    assert told(found) == []
    riddle = content(Riddles, found, "en").riddles[0]
    assert (riddle.face, riddle.answer, riddle.aim) == ("千条线", "雨", "a thing")
    assert riddle.help is not None
    assert (riddle.help.face, riddle.help.face_pinyin) == ("A thousand threads", "qiān tiáo xiàn")
    assert (riddle.help.answer_pinyin, riddle.help.others[0]) == ("yǔ", "xuě · snow")
    assert riddle.id == content(Riddles, found).riddles[0].id


def test_a_translation_must_follow_the_chinese_file(tmp_path: Path) -> None:
    assert told(checked(tmp_path, english=ENGLISH + ENGLISH)) == [("translation-length", "riddles.en.yaml", "")]
    short = ENGLISH.replace("[snow, fog, frost]", "[snow]").replace("answer: rain", "anwser: rain")
    assert told(checked(tmp_path, english=short)) == [
        ("missing-field", "riddles.en.yaml", "1"),
        ("unknown-field", "riddles.en.yaml", "3"),
        ("translation-differs", "riddles.en.yaml", "4"),
    ]


def sheet(path: Path, rows: list[list[object]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for n, row in enumerate(rows):
            page.write_row(n, 0, row)


def test_a_workbook_is_read_and_its_mistakes_are_told_by_cell(tmp_path: Path) -> None:
    checked(tmp_path, None)
    rows: list[list[object]] = [
        ["灯谜登记表"],
        ["谜面", "谜目", "谜底", "别的答案", "也算对", "提示", "解谜", "出处", "备注"],
        ["示例：不算", "", "", "", "", "", "", "", ""],
        ["千条线", "打一物", "雨", "雪|雾；霜", "下雨", "天上来", "因为。", "民间", "好"],
        ["萤", "打一字", "", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", "", ""],
        ["画时圆", "打一字", "日", "月|田", "", "", "因为。", "", ""],
    ]
    sheet(tmp_path / "wall/riddles.xlsx", rows)
    found = check(tmp_path, discover(), cache=tmp_path / ".cache")
    assert told(found) == [("missing-field", "riddles.xlsx", "C5"), ("other-count", "riddles.xlsx", "D7")]
    riddle = content(Riddles, found).riddles[0]
    assert (riddle.others, riddle.accept, riddle.hints) == (("雪", "雾", "霜"), ("下雨",), ("天上来",))


def test_a_workbook_without_header_or_that_is_none_is_told(tmp_path: Path) -> None:
    checked(tmp_path, None)
    sheet(tmp_path / "wall/riddles.xlsx", [["一", "二"]])
    assert told(check(tmp_path, discover(), cache=tmp_path / ".cache")) == [("no-header", "riddles.xlsx", "A1")]
    (tmp_path / "wall/riddles.xlsx").write_bytes(b"nonsense")
    assert told(check(tmp_path, discover(), cache=tmp_path / ".cache")) == [("unreadable-workbook", "riddles.xlsx", "")]


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_the_reader_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "riddles.yaml"
    path.write_bytes(data)
    findings = Findings()
    for fields in bank.read(path, "riddles.yaml", findings):
        fields.text("riddle")
        fields.finish()


def test_the_sample_wall_has_two_sets_of_old_riddles_in_two_languages(tmp_path: Path) -> None:
    found = check(content_folder() / "riddles", discover(), cache=tmp_path)
    assert [f.say("en") for f in found.findings] == []
    zh, en = content(Riddles, found), content(Riddles, found, "en")
    assert [(s.name, len(zh.of(s.key))) for s in zh.sets] == [("元宵灯谜", 12), ("五一灯谜", 8)]
    assert [r.id for r in zh.riddles] == [r.id for r in en.riddles]
    assert all(r.hints and r.how and r.source and len(r.others) == 3 for r in (*zh.riddles, *en.riddles))
    assert all(r.help and len(r.help.others) == 3 for r in en.riddles)
