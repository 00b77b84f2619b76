"""Markdown body of an item to the block tree of `core.blocks`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import assert_never

from kiosk.authoring import inline, lines, paths, sentences
from kiosk.authoring.cache import default_cache
from kiosk.authoring.lines import Raw
from kiosk.authoring.pictures import INLINE_WIDTH, PictureError, inline_picture
from kiosk.core.blocks import (
    Block,
    Embed,
    Heading,
    ListBlock,
    ListItem,
    Moment,
    Paragraph,
    Picture,
    Quote,
    Sentence,
    Table,
    Timeline,
)
from kiosk.core.source import ItemSource, no_such_item
from kiosk.core.text import Text

EMBEDS = ("segment",)
_TAG = re.compile(r"<(/?[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>|<!--|<!\w|<\?\w")
_LINK = re.compile(r"(?:https?|ftp|file|javascript|data)\s*:[/\w]|www\.[\w-]+\.", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"(!?)\[([^\]]*)\]\([^)]*\)")
_WHO = re.compile(r"^(?:——|—|--|――)\s*(.+)$")


def parse_body(source: ItemSource, widest: int = INLINE_WIDTH) -> tuple[Block, ...]:
    """Blocks of `source.body`; every mistake goes to `source.findings`, and never raises.

    Pictures are added to `source.media`, at most `widest` pixels wide.
    """
    body = _Body(source, widest)
    for raw in lines.cut(source.body, source.body_line):
        body.add(raw)
    return tuple(body.blocks)


@dataclass(slots=True)
class _Body:
    """The body so far: its blocks and the number of the next sentence."""

    source: ItemSource
    widest: int = INLINE_WIDTH
    blocks: list[Block] = field(default_factory=list)
    key: int = 0

    def add(self, raw: Raw) -> None:
        self._forbidden(raw)
        match raw.type:
            case "heading":
                self._heading(raw)
            case "paragraph":
                rich = self._rich("\n".join(raw.lines))
                if rich.text:
                    self.blocks.append(Paragraph(rich.html, rich.text, self._number(rich.text)))
            case "quote":
                self._quote(raw)
            case "bullets" | "numbers":
                self._list(raw)
            case "table":
                self._table(raw)
            case "picture":
                self._picture(raw)
            case "fence":
                self._fence(raw)
            case "rule":
                self._warn("not-shown", raw.line, _NO_RULES)
            case _ as never:
                assert_never(never)

    def _number(self, text: str) -> tuple[Sentence, ...]:
        found = sentences.number(text, self.key)
        self.key += len(found)
        return found

    def _rich(self, markdown: str) -> inline.Inline:
        return inline.render(_MARKDOWN_LINK.sub(r"\2", markdown))

    def _heading(self, raw: Raw) -> None:
        match = lines.HEADING.match(raw.lines[0])
        assert match is not None  # this is how `cut` found it
        text = inline.plain(match[2])
        if text:
            self.blocks.append(Heading(min(max(len(match[1]), 2), 4), text, self._number(text)))

    def _quote(self, raw: Raw) -> None:
        said = [re.sub(lines.QUOTE, r"\1", line).strip() for line in raw.lines]
        who = ""
        if match := _WHO.match(said[-1]):
            who = inline.plain(match[1])
            said = said[:-1]
        text = "\n".join(filter(None, map(inline.plain, said)))
        if text:
            self.blocks.append(Quote(text, who, self._number(text)))

    def _list(self, raw: Raw) -> None:
        mark = lines.BULLET if raw.type == "bullets" else lines.NUMBER
        entries: list[str] = []
        for line in raw.lines:
            if match := mark.match(line):
                entries.append(match[1])
            else:
                entries[-1] += "\n" + line.strip()
        items = []
        for rich in map(self._rich, entries):
            if rich.text:
                items.append(ListItem(rich.html, rich.text, self._number(rich.text)))
        if items:
            self.blocks.append(ListBlock(raw.type == "numbers", tuple(items)))

    def _table(self, raw: Raw) -> None:
        rows = [tuple(map(inline.plain, _cells(line))) for line in (raw.lines[0], *raw.lines[2:])]
        width = len(rows[0])
        for n, row in enumerate(rows[1:]):
            if len(row) != width:
                self._error("uneven-table", raw.line + n + 2, _UNEVEN)
        even = tuple((row + ("",) * width)[:width] for row in rows)
        self.blocks.append(Table(even[0], even[1:]))

    def _picture(self, raw: Raw) -> None:
        match = lines.PICTURE.match(raw.lines[0])
        assert match is not None  # this is how `cut` found it
        source, name, alt = self.source, match["src"], match["alt"].strip()
        if not alt:
            self._warn("no-alt", raw.line, _NO_ALT)
        path = paths.own_file(source.folder, name, source.file, raw.line, source.findings)
        if path is None:
            return
        try:
            made = inline_picture(path, source.cache or default_cache(), self.widest)
        except PictureError as error:
            source.findings.error(error.code, source.file, raw.line, error.message, error.hint)
            return
        packed = source.path(f"pictures/{name.rpartition('.')[0].replace('/', '-')}{made.file.suffix}")
        packed = source.media.setdefault(str(made.file), packed)  # the same picture twice is packed once
        caption = inline.plain(match["caption"] or "")
        self.blocks.append(Picture(packed, alt, caption, made.width, made.height))

    def _fence(self, raw: Raw) -> None:
        match = lines.FENCE.match(raw.lines[0])
        assert match is not None  # this is how `cut` found it
        name, _, rest = match[1].partition(" ")
        inner = raw.lines[1:-1] if raw.closed else raw.lines[1:]
        if not raw.closed:
            self._error("unclosed-block", raw.line, _UNCLOSED)
        if name == "timeline":
            self._timeline(inner, raw.line + 1)
        elif name in EMBEDS:
            self._embed(name, rest.strip(), raw.line)
        else:
            self._error(
                "unknown-block",
                raw.line,
                (
                    Text(f"不认识的块“::: {name}”。", f"Unknown block “::: {name}”."),
                    Text("可用：::: timeline、::: segment。", "Use ::: timeline or ::: segment."),
                ),
            )

    def _timeline(self, inner: tuple[str, ...], first: int) -> None:
        entries = []
        for n, line in enumerate(inner):
            if not line.strip():
                continue
            match = lines.BULLET.match(line)
            when, bar, what = (match[1] if match else line).replace("｜", "|").partition("|")
            if match is None or not bar or not what.strip():
                self._error("bad-timeline", first + n, _BAD_TIMELINE)
                continue
            text = inline.plain(what)
            entries.append(Moment(inline.plain(when), text, self._number(text)))
        if entries:
            self.blocks.append(Timeline(tuple(entries)))

    def _embed(self, kind: str, item: str, line: int) -> None:
        if self.source.knows(item):
            self.blocks.append(Embed(kind, item))
            return
        self._error("unknown-item", line, no_such_item(item))

    def _forbidden(self, raw: Raw) -> None:
        """Note HTML, links and pictures inside text."""
        for n, line in enumerate(raw.lines):
            where = raw.line + n
            if tag := _TAG.search(line):
                self._error("raw-html", where, _html(tag[0]))
            if raw.type == "picture":
                continue
            link = _MARKDOWN_LINK.search(line)
            if link and link[1]:
                self._error("picture-in-text", where, _ALONE)
            elif link or _LINK.search(line):
                self._error("link", where, _NO_LINKS)

    def _error(self, code: str, line: int, words: tuple[Text, Text]) -> None:
        self.source.findings.error(code, self.source.file, line, *words)

    def _warn(self, code: str, line: int, words: tuple[Text, Text]) -> None:
        self.source.findings.warn(code, self.source.file, line, *words)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _html(tag: str) -> tuple[Text, Text]:
    return (
        Text(f"正文里不能用 HTML：{tag[:40]}", f"HTML cannot be used in the text: {tag[:40]}"),
        Text("删掉它；加粗用 **…**，着重用 *…*。", "Remove it; **…** makes bold and *…* stress."),
    )


_NO_LINKS = (
    Text("正文里不能放网址或链接。", "The text cannot hold addresses or links."),
    Text("出处写到开头的 sources 里。", "References go into `sources` at the top."),
)
_ALONE = (
    Text("图片要单独占一行。", "A picture stands on a line of its own."),
    Text("在图片前后各空一行。", "Leave a blank line before and after it."),
)
_NO_RULES = (
    Text("分隔线不会显示。", "A rule is not shown."),
    Text("用 ## 小标题分段。", "Part the text with ## headings."),
)
_NO_ALT = (
    Text("图片没有说明文字。", "The picture has no description."),
    Text(
        "在方括号里写图上有什么，给看不见的人听。", "Say in the brackets what it shows, for people who cannot see it."
    ),
)
_UNEVEN = (
    Text("这一行的格数和表头不一样。", "This row has another number of cells than the head."),
    Text("补上或删去“|”。", "Add or remove “|”."),
)
_UNCLOSED = (
    Text("“:::”块没有结束。", "The “:::” block is not closed."),
    Text("在块后面单独写一行 :::。", "Write a line with ::: after it."),
)
_BAD_TIMELINE = (
    Text("时间线的一行应是“- 年份 | 事情”。", "A timeline line is “- when | what”."),
    Text("请照格式说明改写。", "See the format reference."),
)
