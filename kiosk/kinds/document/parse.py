"""A law as its author keeps it: front matter, the text in `index.md`, older versions in `text.<key>.md` beside it."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from kiosk.authoring.encoding import read_text
from kiosk.authoring.source import split_front_matter
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource, no_such_item
from kiosk.core.text import Lang, Text
from kiosk.kinds.document.compare import compare
from kiosk.kinds.document.model import MOST_VERSIONS, Article, Comparison, Document, Part, Version
from kiosk.kinds.document.numerals import value
from kiosk.kinds.document.read import Reading, boxed, read
from kiosk.kinds.document.standing import day_of

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"official": 60, "issuer": 60, "number": 40, "name": 12, "supersedes": 120},
    "en": {"official": 160, "issuer": 120, "number": 100, "name": 32, "supersedes": 240},
}
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")


def parse(source: ItemSource) -> Document | None:
    """The document of one language; None when there is no text. Every mistake goes into `source.findings`."""
    fields, most = source.fields, MOST[source.lang]
    extract = fields.flag("extract", default=False)
    document = Document(
        official=fields.text("official", required=True, most=most["official"]),
        issuer=fields.text("issuer", required=True, most=most["issuer"]),
        articles=(Article("?"),),
        number=fields.text("number", most=most["number"]),
        adopted=_day(fields, "adopted"),
        in_force=_day(fields, "in_force", required=True),
        repealed=_day(fields, "repealed"),
        amended=tuple(_iso(fields, "amended", day) for day in fields.texts("amended")),
        supersedes=fields.text("supersedes", most=most["supersedes"]),
        successor=_successor(source),
        extract=extract,
    )
    _dates_in_order(fields, document)
    name = fields.text("text", most=most["name"])
    versions = _versions(source, fields, name, document)
    own = read(source.body, source.body_line, source.file, source.findings, extract=extract)
    current = _chinese(source, own) if source.lang != "zh" else own
    if current is None or not current.articles:
        return None
    articles, parts = boxed(current), tuple(current.parts)
    if source.lang != "zh":
        articles, parts = _worded(articles), _translated(source, parts)
    texts = [_older(source, v) for v in versions[:-1]]
    return replace(
        document,
        articles=articles,
        parts=parts,
        versions=versions,
        comparisons=_comparisons([*texts, list(articles)]) if versions else (),
        articles_in="zh" if source.lang != "zh" else "",
    )


# --- dates and versions ---------------------------------------------------------------------------------------------


def _day(fields: Fields, key: str, *, required: bool = False) -> str:
    return _iso(fields, key, fields.text(key, required=required))


def _iso(fields: Fields, key: str, day: str) -> str:
    if day and day_of(day) is None:
        fields.error(
            "bad-date",
            key,
            Text(f"日期“{day}”写法不对。", f"“{day}” is not a date."),
            Text("写 2024-11-10。", "Write 2024-11-10."),
        )
        return ""
    return day


def _dates_in_order(fields: Fields, d: Document) -> None:
    for earlier, later in (("adopted", "in_force"), ("in_force", "repealed")):
        if (first := getattr(d, earlier)) and (second := getattr(d, later)) and first > second:
            fields.error(
                "date-order",
                later,
                Text(f"{later}（{second}）早于 {earlier}（{first}）。", f"{later} is before {earlier}."),
                Text("检查这两个日期。", "Check both dates."),
            )
    if list(d.amended) != sorted(d.amended):
        fields.error(
            "date-order",
            "amended",
            Text("amended 里的日期没有按先后排。", "The dates of `amended` are not in order."),
            Text("早的写在前面。", "Write the earliest first."),
        )


def _successor(source: ItemSource) -> str:
    link = source.fields.text("successor")
    if link and not source.knows(link):
        source.fields.error("unknown-item", "successor", *no_such_item(link))
    return link


def _versions(source: ItemSource, fields: Fields, name: str, current: Document) -> tuple[Version, ...]:
    """All versions by age with the current one at the end; empty when no older one is given."""
    found: list[Version] = []
    for entry in fields.mappings("versions"):
        key = entry.text("key", required=True)
        version = Version(
            key,
            entry.text("name", required=True, most=MOST[source.lang]["name"]),
            entry.text("number", most=MOST[source.lang]["number"]),
            _day(entry, "in_force", required=True),
        )
        entry.finish()
        if key and (not _KEY.fullmatch(key) or any(v.key == key for v in found)):
            entry.error(
                "bad-id",
                "key",
                Text(f"版本“{key}”写法不对，或写了两次。", f"The version “{key}” is not allowed, or given twice."),
                Text("用年份，例如 2013。", "Use the year, such as 2013."),
            )
        elif key and not (source.folder / f"text.{key}.md").is_file():
            entry.error(
                "missing-file",
                "key",
                Text(f"缺少 text.{key}.md。", f"text.{key}.md is missing."),
                Text("把旧文本放到 index.md 旁边。", "Put the older text beside index.md."),
            )
        elif key:
            found.append(version)
    if found and not name:
        fields.text("text", required=True)
    if len(found) >= MOST_VERSIONS:
        fields.error(
            "too-many",
            "versions",
            Text(f"旧版本最多 {MOST_VERSIONS - 1} 个。", f"At most {MOST_VERSIONS - 1} older versions fit."),
            Text("只留最近的几个。", "Keep the latest."),
        )
        return ()
    days = [v.in_force for v in found] + [current.in_force]
    if found and all(days) and any(a >= b for a, b in itertools.pairwise(days)):
        fields.error(
            "date-order",
            "versions",
            Text("versions 要从旧到新，都早于现在的文本。", "`versions` go from old to new, before the current text."),
            Text("检查 in_force。", "Check `in_force`."),
        )
    dated = [replace(v, until=days[n + 1]) for n, v in enumerate(found)]
    return (*dated, Version("", name, current.number, current.in_force, current.repealed)) if dated else ()


def _older(source: ItemSource, version: Version) -> list[Article]:
    """The articles of an older version; the Chinese document reports its mistakes."""
    name = f"text.{version.key}.md"
    findings = source.findings if source.lang == "zh" else Findings()
    file = f"{source.file.rpartition('/')[0]}/{name}"
    said = read_text(source.folder / name, file, findings)
    if said is None:
        return []
    _, body, line = split_front_matter(said)
    return read(body, line, file, findings, extract=source.fields.flag("extract", default=False)).articles


def _comparisons(texts: list[list[Article]]) -> tuple[Comparison, ...]:
    """Neighbours, and each older text with the current one."""
    last = len(texts) - 1
    pairs = [(last - 1, last)]
    pairs += [(n, n + 1) for n in range(last - 2, -1, -1)]
    pairs += [(n, last) for n in range(last - 2, -1, -1)]
    return tuple(Comparison(a, b, compare(texts[a], texts[b], current=b == last)) for a, b in pairs)


# --- English --------------------------------------------------------------------------------------------------------


def _chinese(source: ItemSource, own: Reading) -> Reading | None:
    """The Chinese text with the English boxes; the English file holds only headings and boxes."""
    file = source.file.rpartition("/")[0] + "/index.md"
    said = read_text(source.folder / "index.md", file, Findings())
    if said is None:
        return None
    _, body, line = split_front_matter(said)
    chinese = read(body, line, file, Findings(), extract=True)
    # What the English file lacks by design is no mistake there.
    lacking = ("no-text", "empty-part", "part-order", "missing-article", "empty-article")
    source.findings.found = [f for f in source.findings.found if f.file != source.file or f.code not in lacking]
    if not any(a.number for a in own.articles):  # else the file has no English body and this is the Chinese one again
        chinese.boxes = own.boxes
    else:
        chinese.boxes = {}
    chinese.file, chinese.findings = source.file, source.findings
    return chinese


def _worded(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Notes of the Chinese author about single articles are not English."""
    return tuple(replace(a, aside=replace(a.aside, note="")) if a.aside else a for a in articles)


def _translated(source: ItemSource, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Headings in English where the file has them: the n-th 章 of the file is the n-th of the text."""
    own = read(source.body, source.body_line, source.file, Findings(), extract=True)
    if any(a.number for a in own.articles):
        return parts
    words: dict[tuple[int, int], list[str]] = {}
    for part in own.parts:
        words.setdefault((part.level, value(part.label[1:-1])), []).append(part.title)
    out = []
    for part in parts:
        given = words.get((part.level, value(part.label[1:-1])), [])
        out.append(replace(part, title=given.pop(0)) if given else part)
    return tuple(out)
