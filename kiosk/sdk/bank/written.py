"""A YAML list -> its entries. Scalars stay the words that were written: `8`, `对`, `1960-03-25`."""

from __future__ import annotations

from typing import Any

from kiosk.core.findings import Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.sdk.bank.shape import Shape


def entries(data: bytes, file: str, shape: Shape, findings: Findings) -> list[Fields]:
    """All entries that can be made out, with the line of every field."""
    from kiosk.authoring.yamltext import parse_yaml  # the kiosk, which only decodes, starts without it

    parsed = parse_yaml(_decoded(data, file, findings), file, findings)
    if parsed.data is None or parsed.data == "":
        return []
    if not isinstance(parsed.data, list):
        findings.error("not-a-list", file, 1, Text("这里应是一个列表。", "A list is expected here."), shape.words.list)
        return []
    told = ((n, entry, parsed.lines.get(str(n), 1)) for n, entry in enumerate(parsed.data))
    return [
        Fields(entry, {"": line, **_own(parsed.lines, f"{n}.")}, file, findings)
        for n, entry, line in told
        if _is_group(entry, line, file, shape, findings)
    ]


def _is_group(entry: Any, line: int, file: str, shape: Shape, findings: Findings) -> bool:
    if isinstance(entry, dict):
        return True
    code, message = shape.words.not_one
    findings.error(code, file, line, message, shape.words.group)
    return False


def _own(lines: dict[str, int], prefix: str) -> dict[str, int]:
    return {key[len(prefix) :]: n for key, n in lines.items() if key.startswith(prefix)}


def _decoded(data: bytes, file: str, findings: Findings) -> str:
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
        return data.decode("gb18030", "replace")
