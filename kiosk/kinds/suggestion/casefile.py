"""`cases.yaml` on the author's disk -> the fields of each case, with the line of every one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kiosk.core.findings import Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text

MOST_BYTES = 5_000_000


def read(path: Path, file: str, findings: Findings) -> list[Fields]:
    """All cases that can be made out; mistakes go to `findings`.

    Args:
        path: of the YAML file.
        file: its path inside the pack source.
        findings: where mistakes go.
    """
    from kiosk.authoring.yamltext import parse_yaml

    told = _text(path, file, findings)
    if told is None:
        return []
    parsed = parse_yaml(told, file, findings)
    if parsed.data is None or parsed.data == "":
        return []
    if not isinstance(parsed.data, list):
        findings.error(
            "not-a-list",
            file,
            1,
            Text("这里应是一个列表。", "A list is expected here."),
            Text("每件意见以“- id: …”开头。", "Each case starts with “- id: …”."),
        )
        return []
    return [f for i, entry in enumerate(parsed.data) if (f := _entry(entry, i, parsed.lines, file, findings))]


def _text(path: Path, file: str, findings: Findings) -> str | None:
    try:
        if path.stat().st_size > MOST_BYTES:
            findings.error(
                "too-big",
                file,
                "",
                Text("文件太大。", "The file is too big."),
                Text("里面只放文字。", "It holds words only."),
            )
            return None
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        findings.error(
            "no-cases",
            file,
            "",
            Text(f"没有找到“{path.name}”。", f"There is no “{path.name}”."),
            Text("把它放在 index.md 旁边；还没有公开的意见，就删掉 cases 这一行。", "Put it beside index.md, or delete the line `cases`."),
        )  # fmt: skip
    except OSError as error:
        findings.error(
            "no-cases",
            file,
            "",
            Text(f"文件打不开：{error.strerror}。", f"It cannot be opened: {error.strerror}."),
            Text("关掉正在打开它的程序再试。", "Close the program that has it open and try again."),
        )
    except UnicodeDecodeError:
        findings.error(
            "not-utf-8",
            file,
            "",
            Text("文件不是 UTF-8 编码（可能是 GBK）。", "The file is not UTF-8 (perhaps GBK)."),
            Text("用记事本打开，另存为时编码选 UTF-8。", "Open it in an editor and save it as UTF-8."),
        )
    return None


def _entry(entry: Any, number: int, lines: dict[str, int], file: str, findings: Findings) -> Fields | None:
    prefix = f"{number}."
    line = lines.get(str(number), 1)
    if not isinstance(entry, dict):
        findings.error(
            "not-a-case",
            file,
            line,
            Text("这一项不是一件意见。", "This entry is not a case."),
            Text("每件意见是一组“名: 值”，以“- id: …”开头。", "A case is a group of “name: value” lines."),
        )
        return None
    own = {key[len(prefix) :]: n for key, n in lines.items() if key.startswith(prefix)}
    return Fields(entry, {"": line, **own}, file, findings)
