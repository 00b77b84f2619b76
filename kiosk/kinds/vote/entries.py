"""Where a contest's entries stand in the source: `entries.yaml`, or a folder for each in `entries/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.authoring.encoding import read_text
from kiosk.authoring.yamltext import parse_yaml
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Text

FILE, FOLDER, ENTRY = "entries.yaml", "entries", "entry.md"
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Found:
    """One entry in the source.

    Args:
        fields: what is written about it.
        folder: where its files lie, relative to the item's folder; empty for the item's folder itself.
        body: words below the front matter of `entry.md`.
    """

    fields: Fields
    folder: str = ""
    body: str = ""


def read(source: ItemSource, findings: Findings) -> list[Found]:
    """All entries that can be made out; every mistake goes into `findings`."""
    listed, folders = source.folder / FILE, source.folder / FOLDER
    found: list[Found] = []
    if listed.is_file():
        found += [Found(f) for f in listing(listed, source.beside(FILE), findings)]
    if folders.is_dir():
        for folder in sorted(p for p in folders.iterdir() if p.is_dir() and not p.name.startswith(".")):
            one = _folder(source, folder, findings)
            found += [one] if one else []
    return found


def listing(path: Path, file: str, findings: Findings) -> list[Fields]:
    """The entries of a YAML list."""
    words = read_text(path, file, findings)
    parsed = parse_yaml(words, file, findings) if words is not None else None
    if parsed is None or parsed.data in (None, ""):
        return []
    if not isinstance(parsed.data, list):
        findings.error(
            "not-a-list", file, 1, Text("这里应是一个列表。", "A list is expected here."),
            Text("每件作品以“- number: …”开头。", "Each entry starts with “- number: …”."),
        )  # fmt: skip
        return []
    fields = []
    for place, entry in enumerate(parsed.data):
        prefix = f"{place}."
        line = parsed.lines.get(str(place), 1)
        if not isinstance(entry, dict):
            findings.error(
                "not-an-entry", file, line, Text("这一项不是一件作品。", "This is not an entry."),
                Text("每件作品是一组“名: 值”。", "An entry is a group of “name: value” lines."),
            )  # fmt: skip
            continue
        own = {key[len(prefix) :]: n for key, n in parsed.lines.items() if key.startswith(prefix)}
        fields.append(Fields(entry, {"": line, **own}, file, findings))
    return fields


def _folder(source: ItemSource, folder: Path, findings: Findings) -> Found | None:
    relative = f"{FOLDER}/{folder.name}"
    file = source.beside(f"{relative}/{ENTRY}")
    path = folder / ENTRY
    if not path.is_file():
        findings.error(
            "no-entry", file, "", Text(f"{relative} 里没有 {ENTRY}。", f"There is no {ENTRY} in {relative}."),
            Text("每件作品一个文件夹，里面放 entry.md。", "Each entry is a folder with an entry.md."),
        )  # fmt: skip
        return None
    words = read_text(path, file, findings)
    if words is None:
        return None
    head, body = _parted(words)
    parsed = parse_yaml(head, file, findings, first_line=2)
    if not isinstance(parsed.data, dict):
        findings.error(
            "no-front-matter", file, 1, Text("开头没有作品的信息。", "There is no front matter."),
            Text("文件以两行 --- 开头，中间写 number、title。", "Begin with two --- lines, number and title between them."),
        )  # fmt: skip
        return None
    return Found(Fields(parsed.data, {"": 1, **parsed.lines}, file, findings), relative, body)


def _parted(words: str) -> tuple[str, str]:
    """Front matter and what stands below it."""
    lines = words.lstrip("\ufeff").split("\n")
    if lines[0].strip() != _FENCE:
        return "", words
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    return ("", words) if end is None else ("\n".join(lines[1:end]), "\n".join(lines[end + 1 :]))
