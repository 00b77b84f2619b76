"""The body of a studio, cut at its `##` headings: tables, lists and pictures with the line of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.authoring import inline, lines, paths
from kiosk.authoring.cache import default_cache
from kiosk.authoring.lines import Raw
from kiosk.authoring.pictures import PictureError, inline_picture
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio.model import Shot

NAMES = {
    "members": Text("成员", "Members"),
    "honours": Text("荣誉", "Honours"),
    "results": Text("成果", "Results"),
    "changes": Text("前后对比", "Before and after"),
    "pairs": Text("前后照片", "Before and after pictures"),
    "tree": Text("师带徒", "Masters and apprentices"),
    "pictures": Text("照片", "Pictures"),
    "cards": Text("求助卡", "Help cards"),
    "phrases": Text("常用语", "Common phrases"),
}


@dataclass(slots=True)
class Sections:
    """Raw blocks under each known heading; `about` is what stands before the first."""

    about: list[str] = field(default_factory=list)
    blocks: dict[str, list[Raw]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: cells by column key, and its line."""

    cells: dict[str, str]
    line: int

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a nested list: how far it is indented, its parts between bars, and its line."""

    indent: int
    parts: tuple[str, ...]
    line: int


def sections(source: ItemSource) -> Sections:
    """Cut the body; headings nobody knows are mistakes."""
    found = Sections()
    here: str | None = ""
    known = {name.lower(): key for key, both in NAMES.items() for name in (both.zh, both.en)}
    for raw in lines.cut(source.body, source.body_line):
        match = lines.HEADING.match(raw.lines[0]) if raw.type == "heading" else None
        if match and len(match[1]) <= 2:
            name = inline.plain(match[2])
            here = known.get(name.lower())
            if here is None:
                names = [both(source.lang) for both in NAMES.values()]
                _error(source, "unknown-section", raw.line, Text(f"不认识的小标题“{name}”。", f"Unknown heading “{name}”."),
                       Text(f"可用：{'、'.join(names)}。", f"Use one of: {', '.join(names)}."))  # fmt: skip
            elif here in found.blocks:
                _error(source, "twice", raw.line, Text(f"“{name}”写了两次。", f"“{name}” is given twice."),
                       Text("合成一处。", "Join the two."))  # fmt: skip
            else:
                found.blocks[here] = []
        elif here == "":
            if raw.type == "paragraph":
                found.about.append(inline.plain("\n".join(raw.lines)))
            else:
                _error(source, "before-heading", raw.line, Text("第一个小标题前面只能写一两句话。", "Before the first heading stand only a sentence or two."),
                       Text("把它移到“## …”下面。", "Move it below a “## …”."))  # fmt: skip
        elif here is not None:
            found.blocks[here].append(raw)
    return found


def table(source: ItemSource, found: Sections, key: str, columns: dict[str, Text], needed: Sequence[str]) -> list[Row]:
    """Rows of the one table of a section; empty cells of `needed` columns are mistakes.

    Args:
        columns: key of each column to its name in both languages.
        needed: columns that must be there and filled.
    """
    rows: list[Row] = []
    names = "、".join(c.zh for c in columns.values()), ", ".join(c.en for c in columns.values())
    for raw in found.blocks.get(key, ()):
        if raw.type != "table":
            _error(source, "not-a-table", raw.line, Text(f"“{NAMES[key].zh}”下面只放一张表。", f"Below “{NAMES[key].en}” stands one table."),
                   Text(f"表头写：{names[0]}。", f"Its head: {names[1]}."))  # fmt: skip
            continue
        head = [_column(cell, columns) for cell in _cells(raw.lines[0])]
        for cell, column in zip(_cells(raw.lines[0]), head, strict=True):
            if column is None:
                _error(source, "unknown-column", raw.line, Text(f"不认识的列“{cell}”。", f"Unknown column “{cell}”."),
                       Text(f"可用：{names[0]}。", f"Use: {names[1]}."))  # fmt: skip
        missing = [c for c in needed if c not in head]
        for column in missing:
            _error(source, "missing-column", raw.line, Text(f"缺少列“{columns[column].zh}”。", f"The column “{columns[column].en}” is missing."),
                   Text("在表头里加上。", "Add it to the head."))  # fmt: skip
        for n, line in enumerate(raw.lines[2:]):
            cells = [inline.plain(c) for c in _cells(line)]
            where = raw.line + n + 2
            if len(cells) != len(head):
                _error(source, "uneven-table", where, Text(f"这一行有 {len(cells)} 格，表头有 {len(head)} 格。", f"{len(cells)} cells, the head has {len(head)}."),
                       Text("补上或删去“|”。", "Add or remove “|”."))  # fmt: skip
                continue
            row = Row({c: cell for c, cell in zip(head, cells, strict=True) if c}, where)
            empty = [c for c in needed if c not in missing and not row[c]]
            for column in empty:
                _error(source, "missing-cell", where, Text(f"“{columns[column].zh}”没有写。", f"“{columns[column].en}” is empty."),
                       Text("每一行都要写。", "Every row needs it."))  # fmt: skip
            if not empty and not missing:
                rows.append(row)
    return rows


def entries(source: ItemSource, found: Sections, key: str) -> list[Entry]:
    """Entries of the nested list of a section."""
    made = []
    for raw in found.blocks.get(key, ()):
        if raw.type != "bullets":
            _error(source, "not-a-list", raw.line, Text(f"“{NAMES[key].zh}”下面写列表，每行一个“- ”。", f"Below “{NAMES[key].en}” stands a list."),
                   Text("每行以“- ”开头，徒弟比师傅多缩进两格。", "Begin each line with “- ”; indent what is below by two blanks."))  # fmt: skip
            continue
        for n, line in enumerate(raw.lines):
            if match := lines.BULLET.match(line):
                indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
                parts = tuple(inline.plain(p).strip() for p in match[1].replace("｜", "|").split("|"))
                made.append(Entry(indent, parts, raw.line + n))
            else:
                _error(source, "not-an-entry", raw.line + n, Text("列表里的这一行没有“- ”。", "This line of the list has no “- ”."),
                       Text("加上“- ”，或接到上一行后面。", "Add “- ”, or join it to the line before."))  # fmt: skip
    return made


def shot(source: ItemSource, raw: Raw) -> Shot | None:
    """A picture on a line of its own, re-encoded and added to what is packed."""
    match = lines.PICTURE.match(raw.lines[0])
    if match is None:
        return None
    name, alt = match["src"], match["alt"].strip()
    if not alt:
        source.findings.warn("no-alt", source.file, raw.line, Text("图片没有说明文字。", "The picture has no description."),
                             Text("在方括号里写图上有什么。", "Say in the brackets what it shows."))  # fmt: skip
    path = paths.own_file(source.folder, name, source.file, raw.line, source.findings)
    if path is None:
        return None
    try:
        made = inline_picture(path, source.cache or default_cache())
    except PictureError as error:
        source.findings.error(error.code, source.file, raw.line, error.message, error.hint)
        return None
    packed = source.path(f"pictures/{name.rpartition('.')[0].replace('/', '-')}{made.file.suffix}")
    packed = source.media.setdefault(str(made.file), packed)  # the same picture twice is packed once
    return Shot(packed, alt, inline.plain(match["caption"] or ""), made.width, made.height)


def _column(cell: str, columns: dict[str, Text]) -> str | None:
    said = inline.plain(cell).lower()
    return next((key for key, name in columns.items() if said in (name.zh.lower(), name.en.lower())), None)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _error(source: ItemSource, code: str, line: int, message: Text, hint: Text) -> None:
    source.findings.error(code, source.file, line, message, hint)
