"""Reading a pack source folder: `pack.yaml`, and every folder that holds an `index.md`."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.authoring.encoding import read_text
from kiosk.authoring.yamltext import parse_mapping
from kiosk.core.findings import Findings
from kiosk.core.occasions import Day, Playlist
from kiosk.core.source import Fields
from kiosk.core.text import LANGS, Lang, Text

PACK_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,38}")
ITEM_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
INDEX: dict[Lang, str] = {"zh": "index.md", "en": "index.en.md"}


@dataclass(frozen=True, slots=True)
class ItemFolder:
    """An item on the author's disk.

    Args:
        id: name of the folder.
        path: the folder.
        file: its path inside the pack source, with `/`.
    """

    id: str
    path: Path
    file: str


@dataclass(frozen=True, slots=True)
class PackSource:
    """What `pack.yaml` says, and the item folders, in the order of their paths."""

    id: str
    title: Text
    version: int
    languages: tuple[Lang, ...]
    trades: dict[str, Text] = field(default_factory=dict)
    items: tuple[ItemFolder, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    days: tuple[Day, ...] = ()
    handoff: str = ""
    """Address for hand-off cards, with `{item}` in it; may be empty."""


@dataclass(frozen=True, slots=True)
class Document:
    """One `index.md`: its front matter and the Markdown below it."""

    fields: Fields
    body: str
    body_line: int


def read_pack(folder: Path, findings: Findings) -> PackSource:
    """Read `pack.yaml` and find the items. Missing parts are noted and stand empty."""
    items = _find_items(folder, findings)
    file = folder / "pack.yaml"
    if not file.is_file():
        findings.error(
            "no-pack",
            "pack.yaml",
            "",
            Text("文件夹里没有 pack.yaml。", "There is no pack.yaml in the folder."),
            Text(
                "新建 pack.yaml，写上 id、title、version、languages。",
                "Write one with id, title, version and languages.",
            ),
        )
        return PackSource("", Text("", ""), 0, ("zh",), {}, items)
    text = read_text(file, "pack.yaml", findings)
    fields = parse_mapping(text, "pack.yaml", findings) if text is not None else None
    if fields is None:
        return PackSource("", Text("", ""), 0, ("zh",), {}, items)
    return _pack(fields, items)


def read_document(folder: ItemFolder, lang: Lang, findings: Findings) -> Document | None:
    """Read one language of an item; None when there is nothing to go on with (noted)."""
    name = INDEX[lang]
    file = f"{folder.file}/{name}"
    text = read_text(folder.path / name, file, findings)
    if text is None:
        return None
    front, body, body_line = split_front_matter(text)
    if front is None:
        findings.error(
            "no-front-matter",
            file,
            1,
            Text("文件开头没有两行 --- 之间的说明。", "The file does not start with fields between two --- lines."),
            Text(
                "第一行写 ---，下面写 kind、title 等，再写一行 ---。",
                "Start with a --- line, then kind, title …, then a --- line.",
            ),
        )
        return None
    fields = parse_mapping(front, file, findings, 2)
    return None if fields is None else Document(fields, body, body_line)


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Front matter, body, and the 1-based line on which the body starts; no front matter gives None and the whole text."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text, 1
    for n, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:n]), "\n".join(lines[n + 1 :]), n + 2
    return None, text, 1


def _pack(fields: Fields, items: tuple[ItemFolder, ...]) -> PackSource:
    pack_id = fields.text("id", required=True)
    if pack_id and not PACK_ID.fullmatch(pack_id):
        fields.error(
            "bad-id", "id", Text(f"包的 id “{pack_id}”写法不对。", f"The pack id “{pack_id}” is not allowed."), _ID_HINT
        )
    languages = fields.texts("languages") or ("zh",)
    for word in languages:
        if word not in LANGS:
            fields.error(
                "unknown-value",
                "languages",
                Text(f"不认识的语言“{word}”。", f"Unknown language “{word}”."),
                Text("可用：zh、en。", "Use zh, en."),
            )
    if "zh" not in languages:
        fields.error(
            "unknown-value",
            "languages",
            Text("languages 里要有 zh。", "languages must contain zh."),
            Text("index.md 是中文。", "index.md is the Chinese text."),
        )
    title = both(fields, "title")
    version = fields.number("version", 0, least=1, most=10**9)
    if "version" not in fields.data:
        fields.text("version", required=True)
    trades: dict[str, Text] = {}
    names = fields.mapping("trades")
    if names is not None:
        trades = {key: both(names, key) for key in names.data}
    from kiosk.authoring.occasions import read_days, read_handoff, read_playlists  # it builds on this module

    ids = frozenset(item.id for item in items)
    playlists, days, handoff = read_playlists(fields, ids), read_days(fields, ids), read_handoff(fields)
    fields.finish()
    spoken = tuple(lang for lang in LANGS if lang in languages)
    return PackSource(pack_id, title, version, spoken, trades, items, playlists, days, handoff)


def both(fields: Fields, key: str, most: int = 60) -> Text:
    """A required `{zh: …, en: …}` field, or one string for both; `most` characters in each."""
    value = fields.data.get(key)
    if not isinstance(value, dict):
        same = fields.text(key, required=True, most=most)
        return Text(same, same)
    words = fields.mapping(key)
    assert words is not None  # it is a mapping: seen above
    zh = words.text("zh", required=True, most=most)
    en = words.text("en", most=most) or zh
    words.finish()
    return Text(zh, en)


_ID_HINT = Text(
    "只用小写英文字母、数字和短横线，以字母或数字开头，例如 wang-jin-xi。",
    "Use lower-case letters, digits and dashes, starting with a letter or digit: wang-jin-xi.",
)


def _find_items(folder: Path, findings: Findings) -> tuple[ItemFolder, ...]:
    found: list[ItemFolder] = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "_")) and not Path(place, f).is_symlink())
        path = Path(place)
        file = path.relative_to(folder).as_posix()
        if "index.md" in files and path != folder:
            found.append(ItemFolder(path.name, path, file))
            continue
        stray = sorted(f for f in files if f.lower() in ("index.md", "index.en.md", "index.markdown", "index.md.txt"))
        if stray:
            findings.error(
                "misplaced-index",
                f"{file}/{stray[0]}".removeprefix("./"),
                "",
                Text("这个文件不会被读到。", "This file is not read."),
                Text(
                    "每个条目一个文件夹，正文叫 index.md（小写）。",
                    "Each item is a folder whose text is index.md (lower case).",
                ),
            )
    _check_ids(found, findings)
    return tuple(found)


def _check_ids(items: list[ItemFolder], findings: Findings) -> None:
    same: dict[str, list[ItemFolder]] = defaultdict(list)
    for item in items:
        same[item.id].append(item)
        if not ITEM_ID.fullmatch(item.id):
            findings.error(
                "bad-id",
                f"{item.file}/index.md",
                "",
                Text(f"文件夹名“{item.id}”不能作 id。", f"The folder name “{item.id}” cannot be an id."),
                _ID_HINT,
            )
    for item_id, group in same.items():
        for item in group[1:]:
            findings.error(
                "duplicate-id",
                f"{item.file}/index.md",
                "",
                Text(
                    f"id “{item_id}”已经用在 {group[0].file}。",
                    f"The id “{item_id}” is already used by {group[0].file}.",
                ),
                Text("给其中一个文件夹改名。", "Rename one of the folders."),
            )
