"""What an author is told: every mistake at once, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.authoring.check import Checked, check
from kiosk.core.codec import decode
from kiosk.kinds import discover
from kiosk.kinds.studio.model import Studio
from kiosk.samples import content_folder

HEAD = "---\nkind: studio\ntitle: 工作室\nfields: [换模, 检测]\n{front}sources:\n  - {{title: 样例}}\n---\n"
FIRST = 8
"""Line of the body's first line, without further front matter."""


def checked(place: Path, body: str, front: str = "") -> Checked:
    item = place / "studios" / "one"
    item.mkdir(parents=True, exist_ok=True)
    (place / "pack.yaml").write_text("id: demo\ntitle: {zh: 示例, en: Demo}\nversion: 1\nlanguages: [zh]\n", "utf-8")
    (item / "index.md").write_text(HEAD.format(front=front) + body, "utf-8")
    return check(place, discover(), cache=place / ".cache")


def told(found: Checked) -> list[tuple[str, int]]:
    return [(f.code, int(f.place) - FIRST + 1) for f in found.findings.errors]


def studio(found: Checked) -> Studio:
    assert [f.say("en") for f in found.findings.errors] == []
    return decode(Studio, found.items[0].content)


WHOLE = """一间工作室。
## 成果
| 名称 | 类别 | 年份 | 状态 | 效果 |
|---|---|---|---|---|
| 快换板 | 专利 | 2024 | 在用、已授权 | 少等 33 分钟 |
## 前后对比
| 事情 | 单位 | 原来 | 现在 |
|---|---|---|---|
| 换模 | 分钟 | 42 | 9.5 |
## 师带徒
- 钳工 | 带头人
  - 钳工甲 | 2019 | 出师
    - 徒弟一 | 在学
  - 钳工乙
## 求助卡
| 编号 | 班组 | 难题 | 状态 | 方面 | 挂出 | 解决 |
|---|---|---|---|---|---|---|
| 1 | 一班 | 太慢 | 解决了 | 换模 | 2026-10-01 | 2026-10-09 |
## 常用语
- 量不准
"""


def test_a_whole_studio_is_read(tmp_path: Path) -> None:
    made = studio(checked(tmp_path, WHOLE))
    assert made.about == "一间工作室。" and made.fields == ("换模", "检测") and made.phrases == ("量不准",)
    assert made.results[0].states == ("used", "granted") and made.changes[0].after == 9.5
    assert [(p.role, p.note, p.learning, p.parent) for p in made.tree] == [
        ("钳工", "带头人", "", -1), ("钳工甲", "2019", "master", 0), ("徒弟一", "", "learning", 1), ("钳工乙", "", "", 0),
    ]  # fmt: skip
    assert made.cards[0].state == "solved" and made.cards[0].done == "2026-10-09"


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    body = """## 成果
| 名称 | 类别 | 年份 | 状态 |
|---|---|---|---|
| 板 | 发明 | 24 | 好用 |
| | 专利 | | |
| 少一格 | 专利 |
## 前后对比
| 事情 | 单位 | 原来 | 现在 |
|---|---|---|---|
| 换模 | 分钟 | 四十 | 9 |
| 次品 | 件 | 0 | 0 |
## 师带徒
- 钳工 | 甲 | 乙
## 求助卡
| 编号 | 班组 | 难题 | 状态 | 方面 | 挂出 | 解决 |
|---|---|---|---|---|---|---|
| 1 | 一班 | 慢 | 没人接 | 焊接 | 11月1日 | |
| 1 | 一班 | 慢 | 丢了 | 换模 | 2026-10-09 | 2026-10-01 |
## 不认识
"""
    found = told(checked(tmp_path, body))
    assert sorted(found) == sorted([
        ("unknown-section", 19), ("uneven-table", 6), ("missing-cell", 5), ("unknown-value", 4), ("bad-year", 4), ("unknown-value", 4),
        ("bad-number", 10), ("nothing-changed", 11), ("unknown-value", 13), ("unknown-field-of-work", 17), ("bad-date", 17),
        ("unknown-value", 18), ("dates-reversed", 18), ("same-number", 18),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("只有一句话。\n", ["empty-studio"]),
        ("- 列表\n## 成果\n| 名称 | 类别 |\n|---|---|\n| 板 | 专利 |\n", ["before-heading"]),
        ("## 成果\n没有表\n", ["not-a-table"]),
        ("## 成果\n| 名称 | 分类 |\n|---|---|\n| 板 | 专利 |\n", ["unknown-column", "missing-column"]),
        ("## 照片\n![](没有.png)\n", ["missing-file"]),
        ("## 前后照片\n### 工位\n![a](没有.png)\n", ["missing-file", "not-a-pair"]),
        ("## 前后照片\n![a](没有.png)\n", ["not-a-pair"]),
        ("## 师带徒\n- 一\n  - 二\n    - 三\n      - 四\n        - 五\n", ["too-deep"]),
        ("## 师带徒\n一段话\n", ["not-a-list"]),
        ("## 成员\n| 工种 |\n|---|\n| " + "长" * 30 + " |\n", ["too-long"]),
    ],
)
def test_mistakes_of_form(tmp_path: Path, body: str, codes: list[str]) -> None:
    assert sorted(code for code, _ in told(checked(tmp_path, body))) == sorted(codes)


def test_a_mistyped_office_key_stops_the_pack(tmp_path: Path) -> None:
    found = checked(tmp_path, WHOLE, "office_key: office1-abc\n")
    assert [f.code for f in found.findings.errors] == ["bad-office-key"]


def test_a_misspelt_field_is_told(tmp_path: Path) -> None:
    assert [f.code for f in checked(tmp_path, WHOLE, "officekey: x\n").findings.errors] == ["unknown-field"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_body_never_raises(tmp_path: Path, data: st.DataObject) -> None:
    lines = WHOLE.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        lines[at] = data.draw(
            st.sampled_from(
                [
                    "",
                    "|",
                    "- ",
                    "## ",
                    "###",
                    "|---|",
                    "| a | b |",
                    "  - x | y | z",
                    "![]()",
                    ":::",
                    lines[at] * 2,
                    lines[at][::-1],
                ]
            )
        )
    checked(tmp_path, "\n".join(lines))


def test_the_samples_have_no_mistakes_and_are_marked() -> None:
    found = check(content_folder() / "studios", discover())
    assert [f.say("en") for f in found.findings if f.level == "error"] == []
    made = [decode(Studio, d.content) for d in found.items]
    assert len(made) == 4 and all(s.sample for s in made)
    assert {bool(s.office_key) for s in made} == {True, False}
