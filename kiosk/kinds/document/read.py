"""Cutting the text of a law into headings and articles; every mistake is noted with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kiosk.core.findings import Findings
from kiosk.core.text import Text
from kiosk.kinds.document.model import MOST_IN_ARTICLE, Article, Aside, Mark, Part
from kiosk.kinds.document.numerals import CHARACTERS, numbered, said, value
from kiosk.kinds.document.standing import day_of

_NUMERAL = rf"[{CHARACTERS}\d]{{1,9}}"
ARTICLE = re.compile(rf"^\**第({_NUMERAL})条(?:之([一二三四五六七八九十]{{1,3}}))?\**(?:[\s\u3000]+(.*)|$)")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")
_PART = re.compile(rf"^第({_NUMERAL})([编章节])[\s\u3000]*(.*)$")
_FENCE = re.compile(r"^\s*:::+\s*(.*?)\s*$")
_INNER = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")
LEVELS = {"编": 1, "章": 2, "节": 3}
MARKS: tuple[Mark, ...] = ("amended", "repealed")


@dataclass(slots=True)
class Reading:
    """What was read so far.

    Args:
        file: for findings.
        findings: where mistakes go.
        extract: gaps between articles are meant.
        boxes: plain boxes by the label they name or follow, with their line.
    """

    file: str
    findings: Findings
    extract: bool = False
    parts: list[Part] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    boxes: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    numbers: dict[tuple[int, int], int] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)
    part_lines: list[int] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)

    def error(self, code: str, line: int, message: Text, hint: Text) -> None:
        """Note a mistake."""
        self.findings.error(code, self.file, line, message, hint)


def read(body: str, first_line: int, file: str, findings: Findings, *, extract: bool = False) -> Reading:
    """Read the text of one version.

    Args:
        body: Markdown.
        first_line: line of the file on which it starts.
        file: for findings.
        findings: where mistakes go.
        extract: only some articles are given, gaps are no mistakes.
    """
    r = Reading(file, findings, extract)
    all_lines = body.split("\n")
    at = 0
    while at < len(all_lines):
        line, where = all_lines[at].strip().strip("\u3000\ufeff"), first_line + at
        at += 1
        if not line:
            continue
        if fence := _FENCE.match(line):
            inner: list[str] = []
            while at < len(all_lines) and not _FENCE.match(all_lines[at]):
                inner.append(all_lines[at].strip())
                at += 1
            closed = at < len(all_lines) and not _FENCE.match(all_lines[at])[1]  # type: ignore[index]
            at += 1 if closed else 0
            _block(r, fence[1], [i for i in inner if i], where, closed)
        elif heading := _HEADING.match(line):
            _heading(r, heading[1], where)
        elif article := ARTICLE.match(line):
            _article(r, article, where)
        else:
            _paragraph(r, line, where)
    _judge(r)
    return r


def boxed(r: Reading) -> tuple[Article, ...]:
    """The articles with their plain boxes; a box without its article is a mistake."""
    labels = {a.label for a in r.articles}
    for label, (_, line) in r.boxes.items():
        if label not in labels:
            r.error(
                "plain-without-article",
                line,
                Text(f"大白话写的是“{label}”，正文里没有。", f"The plain box is about “{label}”, which is not there."),
                Text("改正条号，或把它放到那一条后面。", "Correct the number, or put it behind its article."),
            )
    return tuple(replace(a, plain=r.boxes[a.label][0]) if a.label in r.boxes else a for a in r.articles)


def _heading(r: Reading, words: str, line: int) -> None:
    words = words.strip("* ")
    match = _PART.match(words)
    if match is None:
        if len(r.articles) == 0 and not r.parts and not words.startswith(("附", "前言", "序")):
            return  # the document's own title
        label, _, title = words.replace("\u3000", " ").replace("：", " ").partition(" ")
        _open(r, Article(label.strip(), aside=Aside(title.strip()) if title.strip() else None), line)
        return
    number, level = value(match[1]), LEVELS[match[2]]
    last = r.counts.get(level, 0)
    allowed = (
        (last + 1, 1) if level == LEVELS["章"] and LEVELS["编"] in r.counts and not _since(r, level) else (last + 1,)
    )
    if number not in allowed and not r.extract:
        kind = "twice-part" if number and number <= last else "part-order"
        r.error(
            kind,
            line,
            Text(
                f"“第{match[1]}{match[2]}”不接着上一个，这里应是“第{said(last + 1)}{match[2]}”。",
                f"“第{match[1]}{match[2]}” does not follow; “第{said(last + 1)}{match[2]}” is expected here.",
            ),
            Text("检查是写错了、漏了，还是重复了。", "See whether it is mistyped, missing or given twice."),
        )
    r.counts[level] = number or last + 1
    for below in [lv for lv in r.counts if lv > level and level != LEVELS["编"]]:
        del r.counts[below]
    if level == LEVELS["编"]:
        r.counts.pop(LEVELS["节"], None)
    title = _INNER.sub("", match[3].strip())  # 总　则 is set apart only on paper
    r.parts.append(Part(level, f"第{match[1]}{match[2]}", title, len(r.articles)))
    r.part_lines.append(line)


def _since(r: Reading, level: int) -> bool:
    """Whether a part of `level` has come since the last 编."""
    for part in reversed(r.parts):
        if part.level == LEVELS["编"]:
            return False
        if part.level == level:
            return True
    return False


def _article(r: Reading, match: re.Match[str], line: int) -> None:
    number, sub = value(match[1]), value(match[2] or "")
    label = f"第{match[1]}条" + (f"之{match[2]}" if match[2] else "")
    before = r.numbers.get((number, sub))
    last = max(r.numbers, default=(0, 0))
    if before is not None:
        r.error(
            "duplicate-article",
            line,
            Text(f"“{label}”写了两次，第一次在第 {before} 行。", f"“{label}” is given twice, first on line {before}."),
            Text("改正条号，或删去一处。", "Correct the number or delete one."),
        )
    elif (number, sub) < last:
        r.error(
            "article-order",
            line,
            Text(f"“{label}”排在“第{said(last[0])}条”后面。", f"“{label}” stands behind “第{said(last[0])}条”."),
            Text("按条号排好。", "Put the articles in order."),
        )
    elif not r.extract and (number, sub) not in ((last[0] + 1, 0), (last[0], last[1] + 1)):
        first = said(last[0] + 1)
        upto = "" if number - last[0] <= 2 else f"至第{said(number - 1)}条"
        r.error(
            "missing-article",
            line,
            Text(f"“{label}”前面缺第{first}条{upto}。", f"第{first}条{upto} is missing before “{label}”."),
            Text("补上；只选几条就写“extract: 是”。", "Add it; if this is an extract, write `extract: yes`."),
        )
    r.numbers.setdefault((number, sub), line)
    words = (match[3] or "").strip()
    _open(r, Article(label, (words,) if words else (), len(r.parts) - 1), line)


def _open(r: Reading, article: Article, line: int) -> None:
    r.lines[len(r.articles)] = line
    r.articles.append(article)


def _paragraph(r: Reading, line: str, where: int) -> None:
    if not r.articles:
        _open(r, Article("前言", (line,)), where)
        return
    last = r.articles[-1]
    if r.parts and r.parts[-1].first == len(r.articles):
        r.error(
            "text-under-heading",
            where,
            Text(f"“{r.parts[-1].label}”下面的这一段不属于任何一条。", "This paragraph belongs to no article."),
            Text("前面写上“第…条”。", "Begin it with its article number."),
        )
    r.articles[-1] = replace(last, paragraphs=(*last.paragraphs, line))


def _block(r: Reading, head: str, inner: list[str], line: int, closed: bool) -> None:
    name, _, rest = head.partition(" ")
    rest = rest.strip()
    if not closed:
        r.error(
            "unclosed-block",
            line,
            Text(f"“::: {name}”块没有结束。", f"The “::: {name}” block is not closed."),
            Text("在块后面单独写一行 :::。", "Write a line with ::: after it."),
        )
    if name == "plain":
        _plain(r, rest, tuple(inner), line)
    elif name in MARKS:
        _mark(r, name, rest, inner, line)
    else:
        r.error(
            "unknown-block",
            line,
            Text(f"不认识的块“::: {name}”。", f"Unknown block “::: {name}”."),
            Text("可用：::: plain、::: amended、::: repealed。", "Use ::: plain, ::: amended or ::: repealed."),
        )


def _plain(r: Reading, named: str, inner: tuple[str, ...], line: int) -> None:
    label = named or (r.articles[-1].label if r.articles else "")
    if (wanted := numbered(named)) != (0, 0):  # 第3条 is 第三条
        label = next((a.label for a in r.articles if numbered(a.label) == wanted), label)
    if not label or not inner:
        r.error(
            "empty-plain",
            line,
            Text("大白话是空的，或前面没有条文。", "The plain box is empty, or no article is before it."),
            Text("写在条文后面，或写“::: plain 第三条”。", "Put it behind its article, or write `::: plain 第三条`."),
        )
    elif label in r.boxes:
        r.error(
            "twice",
            line,
            Text(f"“{label}”有两段大白话。", f"“{label}” has two plain boxes."),
            Text("合成一段。", "Make them one."),
        )
    else:
        r.boxes[label] = (inner, line)


def _mark(r: Reading, name: str, rest: str, inner: list[str], line: int) -> None:
    if not r.articles or (rest and day_of(rest) is None):
        r.error(
            "bad-mark",
            line,
            Text(f"“::: {name} {rest}”要写在条文后面，日期写 2021-12-24。", f"“::: {name} {rest}” cannot be read."),
            Text("例如 ::: repealed 2021-12-24", "For example ::: repealed 2021-12-24"),
        )
        return
    mark: Mark = "repealed" if name == "repealed" else "amended"
    last = r.articles[-1]
    r.articles[-1] = replace(last, aside=replace(last.about, mark=mark, marked=rest, note=" ".join(inner)))


def _judge(r: Reading) -> None:
    """Mistakes that show only at the end."""
    for n, article in enumerate(r.articles):
        size = sum(map(len, article.paragraphs))
        if size == 0 and article.about.mark != "repealed":
            r.error(
                "empty-article",
                r.lines[n],
                Text(f"“{article.label}”下面没有字。", f"There is no text under “{article.label}”."),
                Text("补上条文。", "Add its text."),
            )
        elif size > MOST_IN_ARTICLE:
            r.error(
                "too-long",
                r.lines[n],
                Text(
                    f"“{article.label}”有 {size} 个字，最多 {MOST_IN_ARTICLE} 个。",
                    f"“{article.label}” has {size} characters, at most {MOST_IN_ARTICLE} fit on one page.",
                ),
                Text("用 ## 小标题分开。", "Part it with ## headings."),
            )
    for n, part in enumerate(r.parts):
        after = r.parts[n + 1] if n + 1 < len(r.parts) else None
        ends = after.first if after and after.level <= part.level else len(r.articles)
        if part.first >= ends:
            r.error(
                "empty-part",
                r.part_lines[n],
                Text(f"“{part.label}”下面没有条文。", f"There are no articles under “{part.label}”."),
                Text("补上条文，或删去这个标题。", "Add its articles, or delete the heading."),
            )
    if not r.articles:
        r.error(
            "no-text",
            1,
            Text("没有正文。", "There is no text."),
            Text("写上条文：第一条 ……", "Write the articles: 第一条 …"),
        )
