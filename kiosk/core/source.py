"""The author's side of one item, as a kind's `parse` sees it.

`Fields` reads a YAML mapping and collects mistakes with their lines; it never raises for the author's mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from kiosk.core.findings import Findings
from kiosk.core.text import Lang, Text

_OTHER_PACK = re.compile(r"[a-z0-9][a-z0-9-]{1,38}/[a-z0-9][a-z0-9-]{0,63}")


def names_item(link: str, item_ids: frozenset[str]) -> bool:
    """Whether `link` is one of these items of its pack, or looks like one of another pack (`pack/item`)."""
    return link in item_ids or _OTHER_PACK.fullmatch(link) is not None


def no_such_item(link: str) -> tuple[Text, Text]:
    """Message and hint of the mistake `unknown-item`."""
    return (
        Text(f"这个包里没有条目“{link}”。", f"There is no item “{link}” in this pack."),
        Text("写条目的文件夹名；别的包写“包/条目”。", "Write the item's folder name, or pack/item for another pack."),
    )


@dataclass(slots=True)
class Fields:
    """A mapping from a YAML file, with the line of each key.

    Args:
        data: the mapping; all scalars are str unless the YAML says otherwise (no implicit bool, date or octal).
        lines: line number of each key, 1-based.
        file: path inside the pack source.
        findings: where mistakes go.
    """

    data: Mapping[str, Any]
    lines: Mapping[str, int]
    file: str
    findings: Findings
    _seen: set[str] = field(default_factory=set)

    def line(self, key: str) -> int:
        """Line of `key`, or of the mapping."""
        return self.lines.get(key, self.lines.get("", 1))

    def error(self, code: str, key: str, message: Text, hint: Text) -> None:
        """Note a mistake at the line of `key`."""
        self.findings.error(code, self.file, self.line(key), message, hint)

    def text(self, key: str, *, required: bool = False, most: int = 2000) -> str:
        """A string field; empty when missing or wrong (then a mistake is noted)."""
        self._seen.add(key)
        value = self.data.get(key)
        if value is None or value == "":
            if required:
                self.error(
                    "missing-field",
                    key,
                    Text(f"缺少“{key}”。", f"“{key}” is missing."),
                    Text(
                        f"在文件开头的两行 --- 之间加一行“{key}: …”。",
                        f"Add a line “{key}: …” between the two --- lines.",
                    ),
                )
            return ""
        if isinstance(value, bool | list | dict):
            self._wrong(key, Text("一行文字", "a line of text"))
            return ""
        said = str(value).strip()
        if len(said) > most:
            self.error(
                "too-long",
                key,
                Text(
                    f"“{key}”有 {len(said)} 个字，最多 {most} 个。",
                    f"“{key}” has {len(said)} characters, at most {most} fit.",
                ),
                Text("请改短。", "Shorten it."),
            )
            return said[:most]
        return said

    def number(self, key: str, default: int, *, least: int = 0, most: int = 100_000) -> int:
        """A whole number field."""
        self._seen.add(key)
        value = self.data.get(key)
        if value is None:
            return default
        try:
            number = int(str(value).strip())
        except ValueError:
            self._wrong(key, Text("一个整数", "a whole number"))
            return default
        if not least <= number <= most:
            self.error(
                "out-of-range",
                key,
                Text(
                    f"“{key}”是 {number}，应在 {least} 到 {most} 之间。",
                    f"“{key}” is {number}; it must be {least} to {most}.",
                ),
                Text("请改正这个数。", "Correct the number."),
            )
            return default
        return number

    def flag(self, key: str, default: bool) -> bool:
        """A yes/no field: yes/no, true/false, 是/否."""
        self._seen.add(key)
        value = self.data.get(key)
        if value is None:
            return default
        words = {
            "yes": True,
            "true": True,
            "是": True,
            "on": True,
            "no": False,
            "false": False,
            "否": False,
            "off": False,
        }
        answer = words.get(str(value).strip().lower())
        if answer is None:
            self._wrong(key, Text("“是”或“否”", "yes or no"))
            return default
        return answer

    def choice(self, key: str, options: Sequence[str], *, required: bool = False) -> str | None:
        """One word of `options`."""
        value = self.text(key, required=required)
        if not value:
            return None
        if value not in options:
            self.error(
                "unknown-value",
                key,
                Text(f"“{key}: {value}”不认识。", f"“{key}: {value}” is not known."),
                Text(f"可用：{'、'.join(options)}。", f"Use one of: {', '.join(options)}."),
            )
            return None
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; one string counts as a list of one."""
        self._seen.add(key)
        value = self.data.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value.strip(),)
        if not isinstance(value, list) or any(isinstance(v, list | dict) or v is None for v in value):
            self._wrong(key, Text("一个列表", "a list"))
            return ()
        return tuple(str(v).strip() for v in value)

    def mapping(self, key: str) -> Fields | None:
        """A nested mapping."""
        self._seen.add(key)
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self._wrong(key, Text("一组“名: 值”", "a group of “name: value” lines"))
            return None
        return self._inner(key, value)

    def mappings(self, key: str) -> tuple[Fields, ...]:
        """A list of nested mappings."""
        self._seen.add(key)
        value = self.data.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or any(not isinstance(v, Mapping) for v in value):
            self._wrong(key, Text("一个列表，每项是一组“名: 值”", "a list whose entries are groups of “name: value”"))
            return ()
        return tuple(self._inner(f"{key}.{i}", v) for i, v in enumerate(value))

    def finish(self) -> None:
        """Note every field nobody asked for: most are spelling mistakes."""
        for key in self.data:
            if key not in self._seen:
                self.error(
                    "unknown-field",
                    key,
                    Text(f"不认识的字段“{key}”。", f"Unknown field “{key}”."),
                    Text(
                        f"检查拼写；可用：{'、'.join(sorted(self._seen))}。",
                        f"Check the spelling; known: {', '.join(sorted(self._seen))}.",
                    ),
                )

    def _inner(self, key: str, value: Mapping[str, Any]) -> Fields:
        prefix = f"{key}."
        lines = {k[len(prefix) :]: n for k, n in self.lines.items() if k.startswith(prefix)}
        return Fields(value, {"": self.line(key), **lines}, self.file, self.findings)

    def _wrong(self, key: str, wanted: Text) -> None:
        self.error(
            "wrong-type",
            key,
            Text(f"“{key}”应是{wanted.zh}。", f"“{key}” must be {wanted.en}."),
            Text("请照格式说明改写。", "See the format reference."),
        )


@dataclass(slots=True)
class ItemSource:
    """One language of one item in a pack source folder.

    Args:
        id: folder name.
        lang: language of this file.
        folder: the item's folder on the author's disk.
        file: `stories/wang-jin-xi/index.md`, for findings.
        fields: front matter; the common fields are already taken out of it by the checker.
        body: Markdown below the front matter.
        body_line: line of the file on which the body starts, 1-based.
        findings: where mistakes go.
        media: files this item uses: the file (relative to `folder`, or absolute when it was derived from one) to its
            pack path; the kind adds to it, the builder packs exactly these.
        item_ids: every item id of the pack, to check links.
        cache: where derived files are kept between builds; None for the default place.
    """

    id: str
    lang: Lang
    folder: Path
    file: str
    fields: Fields
    body: str
    body_line: int
    findings: Findings
    media: dict[str, str] = field(default_factory=dict)
    item_ids: frozenset[str] = frozenset()
    cache: Path | None = None

    def knows(self, link: str) -> bool:
        """Whether `link` names an item of this pack, or looks like one of another pack (`pack/item`)."""
        return names_item(link, self.item_ids)

    def beside(self, name: str) -> str:
        """A file beside `index.md`, as findings name it."""
        return str(PurePath(self.file).parent / name).replace("\\", "/")

    def in_language(self, name: str, endings: Sequence[str] = ()) -> str:
        """What a file beside `index.md` is called in this language: `cases.yaml` is `cases.en.yaml`.

        Args:
            name: of the Chinese file.
            endings: others it may have; the first that is there.
        """
        stem, suffix = PurePath(name).stem, PurePath(name).suffix
        wanted = [f"{stem}.{self.lang}{ending}" for ending in dict.fromkeys((suffix, *endings))]
        return next((file for file in wanted if (self.folder / file).is_file()), wanted[0])

    def list_file(self, key: str, names: Sequence[str] = (), fields: Fields | None = None) -> str | None:
        """Name of the list beside `index.md`: what a field says, or the first of `names` that is there, or the first.

        Args:
            key: of the field.
            names: tried when the field is empty; without any, the answer is empty.
            fields: to read instead of `self.fields`.

        Returns:
            None after a mistake (`bad-path`: it is no bare file name).
        """
        told = self.fields if fields is None else fields
        said = told.text(key, most=100)
        if not said:
            return next((name for name in names if (self.folder / name).is_file()), names[0] if names else "")
        if said != PurePath(said).name or "\\" in said:
            told.error(
                "bad-path",
                key,
                Text(f"“{said}”不是一个文件名。", f"“{said}” is not a file name."),
                Text("放在 index.md 旁边，只写文件名。", "Keep it beside index.md and write its name only."),
            )
            return None
        return said

    def path(self, name: str) -> str:
        """The pack path of one of this item's own files."""
        return f"items/{self.id}/{name}"
