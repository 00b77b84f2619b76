"""Markdown to blocks, and the offsets that the screen lights up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring import inline
from kiosk.authoring.blocks import parse_body
from kiosk.authoring.sentences import number, split
from kiosk.core.blocks import (
    Block,
    Embed,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Sentence,
    Table,
    Timeline,
    spoken,
    spoken_in_blocks,
    utf16_length,
    utf16_slice,
)
from kiosk.core.codec import decode, encode
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang
from kiosk.kinds.story import Story


def parse(body: str, lang: Lang = "zh") -> tuple[tuple[Block, ...], Findings]:
    """Blocks of `body`, and what is wrong with it."""
    findings = Findings()
    fields = Fields({}, {}, "index.md", findings)
    source = ItemSource(
        "x", lang, Path("no-such-folder"), "index.md", fields, body, 1, findings, item_ids=frozenset({"hook"})
    )
    return parse_body(source), findings


SENTENCES = {
    "full stops": ("他来了。他走了。", ["他来了。", "他走了。"]),
    "closing quote": ("他说：“走！”大家就走。", ["他说：“走！”", "大家就走。"]),
    "nested marks": ("真的？！好。", ["真的？！", "好。"]),
    "ellipsis": ("他想……算了。", ["他想……", "算了。"]),
    "no stop": ("玉门来的钻井工", ["玉门来的钻井工"]),
    "line break": ("第一行\n第二行", ["第一行", "第二行"]),
    "half-width in Chinese": ("真的?好!行", ["真的?", "好!", "行"]),
    "decimal": ("长 5.6 公里。", ["长 5.6 公里。"]),
    "English": ("He came. He went. Why?", ["He came.", "He went.", "Why?"]),
    "number": ("He led No. 1205 drilling team. It won.", ["He led No. 1205 drilling team.", "It won."]),
    "title": ("Mr. Wang met Dr. Li. They spoke.", ["Mr. Wang met Dr. Li.", "They spoke."]),
    "initials": ("J. R. Smith of the U.S. Army came.", ["J. R. Smith of the U.S. Army came."]),
    "lower case follows": ("It weighs 5 kg. or so.", ["It weighs 5 kg. or so."]),
    "English quote": ("“Go.” He went.", ["“Go.”", "He went."]),
    "lone marks": ("走。……", ["走。……"]),
    "blank": ("  \n ", []),
    "a.m.": ("At 7 a.m. sharp. At 7 p.m. He left.", ["At 7 a.m. sharp.", "At 7 p.m.", "He left."]),
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == wanted


def test_offsets_count_as_qt_counts() -> None:
    text = "𠮷野来了。他姓𠮷。"
    assert number(text, 5) == (Sentence(0, 6, 5), Sentence(6, 11, 6))
    assert utf16_slice(text, 6, 11) == "他姓𠮷。"


INLINE = {
    "bold": ("**一**块表", "<strong>一</strong>块表", "一块表"),
    "stress": ("*一*块表", "<em>一</em>块表", "一块表"),
    "both": ("***一***块表", "<strong><em>一</em></strong>块表", "一块表"),
    "soft break between characters": ("一块\n表", "一块表", "一块表"),
    "soft break between words": ("one\nwatch", "one watch", "one watch"),
    "hard break": ("一块  \n表", "一块<br>表", "一块\n表"),
    "hard break in bold": ("**一块  \n表**", "<strong>一块</strong><br><strong>表</strong>", "一块\n表"),
    "blanks": ("　　a    b　c ", "a b c", "a b c"),
    "blanks at a tag": ("a *b* c", "a <em>b </em>c", "a b c"),
    "signs": ("a < b & c > d", "a &lt; b &amp; c &gt; d", "a < b & c > d"),
    "entity": ("a &lt; b&nbsp;c", "a &lt; b\u00a0c", "a < b\u00a0c"),
    "html is text": ("<i>a</i>", "&lt;i&gt;a&lt;/i&gt;", "<i>a</i>"),
    "no list": ("1960. 年", "1960. 年", "1960. 年"),
    "no code": ("`a`", "`a`", "`a`"),
    "escape": (r"\*a\*", "*a*", "*a*"),
}


@pytest.mark.parametrize(("source", "html", "text"), INLINE.values(), ids=INLINE.keys())
def test_inline(source: str, html: str, text: str) -> None:
    assert inline.render(source) == inline.Inline(html, text)


def test_every_kind_of_block() -> None:
    body = """# 大标题
## 第一天
走进
来。*好*。
> 拼命也要。
> 拿下。
> —— 王进喜

- 一把镊子
  很小
- 一盏灯

1. 甲
2. 乙

| 年 | 件 |
|---|---|
| 1958 | 12 \\| 13 |

::: timeline
- 1938 | 做工
- 1960｜到大庆。打井。
:::

::: segment hook
:::
"""
    blocks, findings = parse(body)
    assert list(findings) == []
    assert [type(block).__name__ for block in blocks] == (
        ["Heading", "Heading", "Paragraph", "Quote", "ListBlock", "ListBlock", "Table", "Timeline", "Embed"]
    )
    heading, _, paragraph, quote, bullets, numbers, table, timeline, embed = blocks
    assert isinstance(heading, Heading) and heading.level == 2
    assert isinstance(paragraph, Paragraph) and paragraph.html == "走进来。<em>好</em>。"
    assert isinstance(quote, Quote) and (quote.text, quote.who) == ("拼命也要。\n拿下。", "王进喜")
    assert isinstance(bullets, ListBlock) and not bullets.ordered and bullets.items[0].text == "一把镊子很小"
    assert isinstance(numbers, ListBlock) and numbers.ordered
    assert isinstance(table, Table) and table.rows == (("1958", "12 | 13"),)
    assert isinstance(timeline, Timeline) and timeline.entries[1].when == "1960"
    assert embed == Embed("segment", "hook")
    assert spoken(blocks) == (
        "大标题", "第一天", "走进来。", "好。", "拼命也要。", "拿下。", "一把镊子很小", "一盏灯", "甲", "乙",
        "1938，做工", "1960，到大庆。", "打井。",
    )  # fmt: skip
    assert [block for _, block in spoken_in_blocks(blocks)] == [0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 7, 7, 7]


def units(blocks: tuple[Block, ...]) -> list[tuple[str, tuple[Sentence, ...]]]:
    """Every text that is read, with its sentences."""
    found: list[tuple[str, tuple[Sentence, ...]]] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Quote():
                found.append((block.text, block.sentences))
            case ListBlock():
                found += [(item.text, item.sentences) for item in block.items]
            case Timeline():
                found += [(entry.what, entry.sentences) for entry in block.entries]
            case _:
                pass
    return found


MARKDOWN = st.text(
    st.one_of(
        st.sampled_from("#>-*_|:!?。.！？…“”[]()<>&;\\`~ \n\n　1a表𠮷"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=200,
)


@settings(deadline=None)  # other work on the machine is no failure
@given(MARKDOWN)
def test_any_text_gives_blocks_whose_sentences_cover_it(body: str) -> None:
    blocks, _ = parse(body)
    keys = []
    for text, sentences in units(blocks):
        at = 0
        for sentence in sentences:
            assert at <= sentence.start < sentence.end <= utf16_length(text)
            assert not utf16_slice(text, at, sentence.start).strip()
            at = sentence.end
            keys.append(sentence.key)
        assert not utf16_slice(text, at, utf16_length(text)).strip()
    assert keys == list(range(len(keys)))
    assert len(spoken(blocks)) == len(keys)


@settings(deadline=None)  # other work on the machine is no failure
@given(MARKDOWN)
def test_any_text_survives_the_journey_to_the_kiosk(body: str) -> None:
    story = Story(blocks=parse(body)[0])
    assert decode(Story, encode(story)) == story


@settings(deadline=None)  # other work on the machine is no failure
@given(MARKDOWN)
def test_rendering_only_makes_three_tags(source: str) -> None:
    made = inline.render(source)
    bare = made.html
    for tag in ("<strong>", "</strong>", "<em>", "</em>", "<br>"):
        bare = bare.replace(tag, "")
    assert "<" not in bare
    assert "  " not in made.text
    assert made.text == made.text.strip(" \n")


@settings(deadline=None)  # other work on the machine is no failure
@given(st.text(st.sampled_from("甲乙。！？…“”.!? \naB1"), max_size=60))
def test_cutting_never_loses_a_character(text: str) -> None:
    ranges = split(text)
    assert "".join(text[a:b] for a, b in ranges).replace(" ", "").replace("\n", "") == "".join(text.split())
