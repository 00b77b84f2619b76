"""YAML as authors write it: every scalar is a string, every key knows its line, every mistake is a finding.

YAML's own guesses (`yes` is a boolean, `12:30` is 750, `1959-01-01` is a date) are switched off. Anchors are refused:
nobody needs them here, and they can make a small file enormous.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from kiosk.core.findings import Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WIDE_COLON = re.compile(r"^(\s*(?:-\s+)?[A-Za-z_][A-Za-z0-9_-]*\s*)：", re.MULTILINE)
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_DEEPEST = 20


@dataclass(slots=True)
class Yaml:
    """Parsed YAML: plain dicts, lists and strings.

    Args:
        data: the value; None when it could not be parsed.
        lines: 1-based line of each key by its path (`person.name`, `honours.0.year`); `""` is the whole.
    """

    data: Any = None
    lines: dict[str, int] = field(default_factory=dict)


def parse_yaml(text: str, file: str, findings: Findings, first_line: int = 1) -> Yaml:
    """Parse `text`; mistakes go to `findings`, and then `data` may be None.

    Args:
        text: YAML.
        file: path inside the pack source.
        findings: where mistakes go.
        first_line: line of the file on which `text` starts.
    """
    for match in _WIDE_COLON.finditer(text):
        key = match[1].strip(" -")
        line = first_line + text.count("\n", 0, match.start(1) + len(match[1]))
        findings.error(
            "wide-colon",
            file,
            line,
            Text(f"“{key}”后面是全角冒号“：”。", f"“{key}” is followed by a full-width colon “：”."),
            Text("改成半角冒号加一个空格“: ”。", "Use an ordinary colon and a space: “: ”."),
        )
    mended = _HIDDEN.sub(" ", _WIDE_COLON.sub(r"\1: ", text))
    reader = _Reader(file, findings, first_line)
    try:
        node = yaml.compose(mended, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        reader.broken(line, error.problem or str(error))
        return Yaml(lines={"": first_line})
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reader.broken(first_line, str(error).split("\n")[0])
        return Yaml(lines={"": first_line})
    result = Yaml(lines={"": first_line})
    if node is not None:
        result.data = reader.value(node, "", result.lines, 0)
    return result


def parse_mapping(text: str, file: str, findings: Findings, first_line: int = 1) -> Fields | None:
    """Parse `text`, which must be a mapping; None when it is not (noted)."""
    before = len(findings.found)
    parsed = parse_yaml(text, file, findings, first_line)
    if isinstance(parsed.data, dict):
        return Fields(parsed.data, parsed.lines, file, findings)
    if parsed.data is not None or len(findings.found) == before:
        findings.error(
            "not-a-mapping",
            file,
            first_line,
            Text("这里应是一行行的“名: 值”。", "Lines of the form “name: value” are expected here."),
            Text("请照格式说明改写。", "See the format reference."),
        )
    return None


class _Reader:
    """Turns composed nodes into plain values."""

    def __init__(self, file: str, findings: Findings, first_line: int) -> None:
        self._file, self._findings, self._first = file, findings, first_line
        self._seen: set[int] = set()

    def broken(self, line: int, problem: str) -> None:
        self._findings.error(
            "bad-yaml",
            self._file,
            line,
            Text("这一行附近的 YAML 写法有错。", f"The YAML near this line is broken: {problem}."),
            Text(
                "检查缩进（只用空格）、冒号后的空格，含冒号或引号的文字请用双引号括起来。",
                "Check the indent (spaces only), the space after each colon, and put text with colons in double quotes.",
            ),
        )

    def value(self, node: yaml.Node, path: str, lines: dict[str, int], depth: int) -> Any:
        line = self._first + node.start_mark.line
        if path:
            lines.setdefault(path, line)
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        if id(node) in self._seen or depth > _DEEPEST:
            self.broken(line, "anchors, aliases and deep nesting are not supported")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [
                self.value(n, f"{path}.{i}" if path else str(i), lines, depth + 1) for i, n in enumerate(node.value)
            ]
        return self._mapping(node, path, lines, depth)

    def _mapping(self, node: yaml.Node, path: str, lines: dict[str, int], depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = self._first + key_node.start_mark.line
            if not isinstance(key_node, yaml.ScalarNode):
                self.broken(line, "a name must be one word")
                continue
            key = str(key_node.value)
            if key in data:
                self._findings.error(
                    "twice",
                    self._file,
                    line,
                    Text(f"“{key}”写了两次。", f"“{key}” is given twice."),
                    Text("只留一个。", "Keep one."),
                )
                continue
            inner = f"{path}.{key}" if path else key
            lines[inner] = line
            data[key] = self.value(value_node, inner, lines, depth + 1)
        return data
