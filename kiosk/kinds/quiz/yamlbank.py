"""`questions.yaml` -> drafts, with the line of every field.

Scalars are taken as they are written (`8`, `对`, `1960-03-25` stay words), so nothing turns into a number or a date.
"""

from __future__ import annotations

import re

import yaml

from kiosk.core.findings import Findings
from kiosk.core.text import Text
from kiosk.kinds.quiz.draft import Draft

FIELDS = ("type", "question", "options", "answer", "explain", "source", "read")
_LISTS = ("options", "answer")

_WIDE_COLON = re.compile(rf"^(\s*(?:-\s+)?(?:{'|'.join(FIELDS)})\s*)：[ \t]*", re.MULTILINE)


def read(data: bytes, file: str, findings: Findings) -> list[Draft]:
    """All entries that can be made out; every mistake goes into `findings`."""
    root = _compose(_mend(_decode(data, file, findings), file, findings), file, findings)
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        findings.error(
            "not-a-list",
            file,
            _line(root),
            Text("题库应是一个列表。", "The bank must be a list."),
            Text("每道题以“- type: …”开头。", "Each question starts with “- type: …”."),
        )
        return []
    return [draft for node in root.value if (draft := _draft(node, file, findings)) is not None]


def _decode(data: bytes, file: str, findings: Findings) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        findings.error(
            "not-utf-8",
            file,
            "",
            Text("文件不是 UTF-8 编码（可能是 GBK/GB18030）。", "The file is not UTF-8 (perhaps GBK/GB18030)."),
            Text("用记事本打开，另存为时编码选 UTF-8。", "Open it in an editor and save it as UTF-8."),
        )
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            return ""


def _mend(text: str, file: str, findings: Findings) -> str:
    """Note full-width colons after a field name and read on as if they were plain: YAML would glue lines together."""
    for match in _WIDE_COLON.finditer(text):
        name = match[1].strip(" -\t\n")
        findings.error(
            "wide-colon",
            file,
            text.count("\n", 0, match.end()) + 1,
            Text(f"“{name}”后面是中文冒号“：”。", f"There is a full-width colon after “{name}”."),
            Text("请改成英文冒号加一个空格“: ”。", "Use a plain colon and a space."),
        )
    return _WIDE_COLON.sub(r"\1: ", text)


def _compose(text: str, file: str, findings: Findings) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        findings.error(
            "bad-yaml",
            file,
            mark.line + 1 if mark else "",
            Text(f"这里写得不合 YAML 格式：{_problem(error)}。", f"This is not valid YAML: {_problem(error)}."),
            Text(
                "检查缩进是否对齐、不要用 Tab；文字里有“: ”或以引号、[、* 开头时，整句加双引号。",
                "Align indents, use no tabs; text that holds “: ” or starts with a quote, [ or * needs double quotes.",
            ),
        )
        return None


def _problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or error.__class__.__name__)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _draft(node: yaml.Node, file: str, findings: Findings) -> Draft | None:
    if not isinstance(node, yaml.MappingNode):
        findings.error(
            "not-a-question",
            file,
            _line(node),
            Text("这一项不是一道题。", "This entry is not a question."),
            Text("每道题是一组“名: 值”，以“- type: …”开头。", "A question is a group of “name: value” lines."),
        )
        return None
    places = {"": str(_line(node))}
    words: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in node.value:
        name, line = str(key.value), _line(key)
        if name not in FIELDS or name in places:
            _bad_field(name, line, file, findings)
            continue
        places[name] = str(line)
        if name in _LISTS:
            lists[name] = _texts(name, value, places, file, findings)
        else:
            words[name] = _text(name, value, file, findings)
    return Draft(
        file,
        places,
        words.get("type", ""),
        words.get("question", ""),
        lists.get("options", ()),
        lists.get("answer", ()),
        words.get("explain", ""),
        words.get("source", ""),
        words.get("read", ""),
    )


def _texts(name: str, node: yaml.Node, places: dict[str, str], file: str, findings: Findings) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        said = _text(name, node, file, findings)
        return (said,) if said else ()
    for i, entry in enumerate(node.value):
        places[f"{name}.{i}"] = str(_line(entry))
    return tuple(_text(name, entry, file, findings) for entry in node.value)


def _text(name: str, node: yaml.Node, file: str, findings: Findings) -> str:
    if not isinstance(node, yaml.ScalarNode):
        findings.error(
            "wrong-type",
            file,
            _line(node),
            Text(f"“{name}”里应是文字。", f"“{name}” must hold text."),
            Text("有“: ”、“{”或“[”的文字请加双引号。", "Put text with “: ”, “{” or “[” in double quotes."),
        )
        return ""
    empty = node.tag == "tag:yaml.org,2002:null" and node.value in ("", "~", "null")
    return "" if empty else str(node.value).strip()


def _bad_field(name: str, line: int, file: str, findings: Findings) -> None:
    twice = name in FIELDS
    findings.error(
        "repeated-field" if twice else "unknown-field",
        file,
        line,
        Text(f"“{name}”写了两次。", f"“{name}” is there twice.")
        if twice
        else Text(f"不认识的字段“{name}”。", f"Unknown field “{name}”."),
        Text(f"检查拼写和缩进；可用：{'、'.join(FIELDS)}。", f"Check spelling and indent; known: {', '.join(FIELDS)}."),
    )
