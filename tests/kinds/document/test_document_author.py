"""What an author of laws is told: every mistake at once, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.author import checked_item, content, told

from kiosk.authoring.check import Checked, check
from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.findings import Findings
from kiosk.kinds import discover
from kiosk.kinds.document.model import Article, Document, Part, text
from kiosk.kinds.document.numerals import said, value
from kiosk.kinds.document.read import boxed, read
from kiosk.samples import content_folder

FRONT = """---
kind: document
title: 样例规定
official: 样例规定
issuer: 样例工会
in_force: 2026-01-01
{more}sources:
  - {{title: 样例}}
---
"""
LINES = FRONT.count("\n")
GOOD = "## 第一章 总 则\n\n第一条 一。\n\n第二条 二。\n\n二之后的一段。\n\n## 第二章 附则\n\n第三条 三。\n"


def checked(place: Path, body: str = GOOD, more: str = "", english: str | None = None, **older: str) -> Checked:
    versions = {f"text.{key.removeprefix('v')}.md": words for key, words in older.items()}
    return checked_item(place, "law", {"index.md": FRONT.format(more=more) + body, "index.en.md": english, **versions})


def document(found: Checked, lang: str = "zh") -> Document:
    assert told(found) == []
    return content(Document, found, lang)


def mistakes(body: str, *, extract: bool = False) -> list[tuple[str, str]]:
    findings = Findings()
    boxed(read(body, 1, "law.md", findings, extract=extract))
    return [(f.code, f.place) for f in findings.errors]


def test_a_good_text_is_taken_word_for_word(tmp_path: Path) -> None:
    law = document(checked(tmp_path))
    assert [a.label for a in law.articles] == ["第一条", "第二条", "第三条"]
    assert law.articles[1].paragraphs == ("二。", "二之后的一段。")
    assert [(p.label, p.title, p.first) for p in law.parts] == [("第一章", "总则", 0), ("第二章", "附则", 2)]
    assert [a.part for a in law.articles] == [0, 0, 1]
    assert "二之后的一段。" in text(law)


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("第一条 一。\n\n第一条 又一。\n", "duplicate-article", 3),
        ("第一条 一。\n\n第三条 三。\n", "missing-article", 3),
        ("第二条 二。\n", "missing-article", 1),
        ("第一条 一。\n第二条 二。\n第四条 四。\n第三条 三。\n", "article-order", 4),
        ("第一条 一。\n\n第二条\n\n第三条 三。\n", "empty-article", 3),
        ("## 第一章 总则\n第一条 一。\n## 第三章 附则\n第二条 二。\n", "part-order", 3),
        ("## 第一章 总则\n第一条 一。\n## 第一章 附则\n第二条 二。\n", "twice-part", 3),
        ("## 第一章 总则\n## 第二章 附则\n第一条 一。\n", "empty-part", 1),
        ("第一条 一。\n## 第一章 总则\n散段。\n第二条 二。\n", "text-under-heading", 3),
        ("第一条 一。\n::: plain\n白话。\n", "unclosed-block", 2),
        ("第一条 一。\n::: plain\n:::\n", "empty-plain", 2),
        ("第一条 一。\n::: plain\n甲。\n:::\n::: plain 第一条\n乙。\n:::\n", "twice", 5),
        ("第一条 一。\n::: plain 第九条\n白话。\n:::\n", "plain-without-article", 2),
        ("第一条 一。\n::: repealed 去年\n:::\n", "bad-mark", 2),
        ("第一条 一。\n::: box\n:::\n", "unknown-block", 2),
        ("第一条 " + "长" * 8001 + "\n", "too-long", 1),
        ("", "no-text", 1),
    ],
)
def test_each_mistake_of_the_text_has_its_line(body: str, code: str, line: int) -> None:
    assert (code, str(line)) in mistakes(body)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    body = "第一条 一。\n\n第一条 二。\n\n第四条 四。\n\n::: plain 第九条\n白话。\n:::\n"
    found = told(checked(tmp_path, body, "adopted: 2027-01-01\nsuccessor: nothing\nrepealed: 去年\n"))
    codes = {code for code, _, _ in found}
    wanted = {"duplicate-article", "missing-article", "plain-without-article", "date-order", "unknown-item", "bad-date"}
    assert wanted <= codes
    assert ("duplicate-article", "index.md", str(LINES + 3 + 3)) in found


def test_numbers_between_articles_books_sections_and_annexes() -> None:
    body = (
        "## 第一编 一\n## 第一章 甲\n### 第一节 子\n第一条 一。\n### 第二节 丑\n第二条 二。\n第二条之一 二之一。\n"
        "第三条 三。\n## 第二编 二\n## 第一章 甲\n### 第一节 子\n第四条 四。\n## 附录：清单\n一、甲。\n二、乙。\n"
    )
    findings = Findings()
    r = read(body, 1, "law.md", findings)
    assert [f.code for f in findings.errors] == []
    assert [a.label for a in r.articles] == ["第一条", "第二条", "第二条之一", "第三条", "第四条", "附录"]
    assert (r.articles[2].number, r.articles[2].sub) == (2, 1)
    assert (r.articles[-1].about.title, r.articles[-1].part, len(r.articles[-1].paragraphs)) == ("清单", -1, 2)
    assert r.articles[1].part == 3, "an article stands in the innermost part"


def test_words_that_only_look_like_an_article_belong_to_the_one_before() -> None:
    r = read("第一条 一。\n第三条、第五条规定的除外。\n第二条　二。\n", 1, "law.md", Findings())
    assert [a.paragraphs for a in r.articles] == [("一。", "第三条、第五条规定的除外。"), ("二。",)]


def test_an_extract_may_have_gaps() -> None:
    assert mistakes("## 第四章 工时\n第三十六条 一。\n第三十八条 二。\n", extract=True) == []


def test_marks_of_single_articles() -> None:
    r = read("第一条 一。\n::: repealed 2026-05-01\n由新规定代替。\n:::\n第二条 二。\n", 1, "law.md", Findings())
    about = r.articles[0].about
    assert (about.mark, about.marked, about.note) == ("repealed", "2026-05-01", "由新规定代替。")


# --- versions -------------------------------------------------------------------------------------------------------

TWO = 'text: 2026年版\nversions:\n  - {key: "2020", name: 2020年版, in_force: 2020-01-01}\n'


def test_versions_are_compared_when_the_pack_is_built(tmp_path: Path) -> None:
    law = document(checked(tmp_path, more=TWO, v2020="第一条 一。\n第二条 二。\n二之前的一段。\n"))
    assert [(v.name, v.in_force, v.until) for v in law.versions] == [
        ("2020年版", "2020-01-01", "2026-01-01"),
        ("2026年版", "2026-01-01", ""),
    ]
    rows = law.comparisons[0].rows
    assert [(r.change, r.old, r.new, r.article) for r in rows] == [
        ("same", "第一条", "第一条", 0),
        ("changed", "第二条", "第二条", 1),
        ("added", "", "第三条", 2),
    ]
    assert rows[0].pieces == (), "what did not change is not carried twice"


def test_mistakes_of_an_older_version_name_its_file(tmp_path: Path) -> None:
    found = told(checked(tmp_path, more=TWO, v2020="---\nnote: 头\n---\n第一条 一。\n\n第三条 三。\n"))
    assert found == [("missing-article", "text.2020.md", "6")]


def test_a_version_without_its_file_or_out_of_order(tmp_path: Path) -> None:
    late = 'text: 新\nversions:\n  - {key: "2020", name: 旧, in_force: 2027-01-01}\n'
    assert [code for code, _, _ in told(checked(tmp_path, more=TWO))] == ["missing-file"]
    assert "date-order" in [code for code, _, _ in told(checked(tmp_path, more=late, v2020="第一条 一。\n"))]


# --- English --------------------------------------------------------------------------------------------------------

ENGLISH = """---
title: Sample rules
official: Sample rules
issuer: A union
---
## 第一章 General Provisions

::: plain 第二条
Two.
:::
"""


def test_english_has_headings_and_plain_words_and_the_chinese_articles(tmp_path: Path) -> None:
    law = document(checked(tmp_path, english=ENGLISH), "en")
    assert law.articles_in == "zh" and law.articles[1].paragraphs[0] == "二。"
    assert [a.plain for a in law.articles] == [(), ("Two.",), ()]
    assert [p.title for p in law.parts] == ["General Provisions", "附则"]


def test_an_english_box_about_nothing_is_told_in_the_english_file(tmp_path: Path) -> None:
    found = told(checked(tmp_path, english=ENGLISH.replace("第二条", "第九条")))
    assert found == [("plain-without-article", "index.en.md", "8")]


def test_english_without_a_body_shows_no_chinese_boxes(tmp_path: Path) -> None:
    body = GOOD + "::: plain\n白话。\n:::\n"
    law = document(checked(tmp_path, body, english=ENGLISH.split("## ", maxsplit=1)[0]), "en")
    assert all(a.plain == () for a in law.articles) and len(law.articles) == 3


# --- sample content and the model -----------------------------------------------------------------------------------


def test_the_sample_laws_are_whole(tmp_path: Path) -> None:
    found = check(content_folder() / "policies", discover(), cache=tmp_path / ".cache")
    assert told(found) == [] and not list(found.findings)
    laws = {d.id: decode(Document, d.content) for d in found.items if d.lang == "zh"}
    english = {d.id: decode(Document, d.content) for d in found.items if d.lang == "en"}
    counts = {name: max(a.number for a in law.articles) for name, law in laws.items()}
    assert counts.items() >= {
        "labour-law": 107, "trade-union-law": 58, "annual-leave": 10, "working-hours": 9, "holidays": 8, "women-workers": 16,
    }.items()  # fmt: skip
    for name, law in laws.items():
        assert [bool(a.plain) for a in law.articles] == [bool(a.plain) for a in english[name].articles], name
        assert [a.paragraphs for a in law.articles] == [a.paragraphs for a in english[name].articles], name
    assert sum(bool(a.plain) for law in laws.values() for a in law.articles) >= 12
    assert all(any("flk.npc.gov.cn" in s.url for s in d.sources) for d in found.items)


def test_a_document_whose_contents_point_nowhere_is_refused() -> None:
    law = Document("样例", "样例", (Article("第一条", ("一。",), 0),), parts=(Part(2, "第一章", "总则", 0),))
    assert decode(Document, encode(law)) == law
    broken = encode(law)
    broken["parts"][0]["first"] = 9
    with pytest.raises(ContentError):
        decode(Document, broken)


@given(st.integers(1, 9999))
def test_numerals_say_and_read_every_number(number: int) -> None:
    assert value(said(number)) == number == value(str(number))


@given(st.lists(st.text(st.sampled_from("第一二三条章节 #:\nplain甲。"), max_size=30), max_size=20))
def test_reading_never_fails_on_what_an_author_may_write(lines: list[str]) -> None:
    r = read("\n".join(lines), 1, "law.md", Findings())
    boxed(r)
    assert all(-1 <= a.part < len(r.parts) for a in r.articles)
