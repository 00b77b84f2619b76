"""A list on the author's disk -> its entries; the only part that touches the disk."""

from __future__ import annotations

from pathlib import Path

from kiosk.core.findings import Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.sdk.bank import sheet, written
from kiosk.sdk.bank.shape import Shape

_READERS = {".yaml": written.entries, ".yml": written.entries, ".xlsx": sheet.entries}


def read(path: Path, file: str, shape: Shape, findings: Findings) -> list[Fields]:
    """All entries that can be made out; every mistake goes into `findings`.

    Args:
        path: a .yaml or .xlsx file.
        file: its path inside the pack source.
        shape: what the list looks like.
        findings: where mistakes go. Those that the fields find later go to the same place.
    """
    if path.suffix.lower() not in _READERS:
        findings.error(
            "unknown-bank",
            file,
            "",
            Text("这里应是 .yaml 或 .xlsx 文件。", "A .yaml or .xlsx file is expected here."),
            Text("在 Excel 或 WPS 里另存为 .xlsx。", "Save it as .xlsx in Excel or WPS."),
        )
        return []
    data = _data(path, file, shape, findings)
    return [] if data is None else entries(data, path.suffix, file, shape, findings)


def entries(data: bytes, suffix: str, file: str, shape: Shape, findings: Findings) -> list[Fields]:
    """What `read` does with the bytes of the file. `suffix` is `.yaml`, `.yml` or `.xlsx`."""
    before = len(findings.errors)
    found = _READERS[suffix.lower()](data, file, shape, findings)
    if not found and len(findings.errors) == before:
        findings.error("empty-bank", file, "", shape.words.empty, shape.words.write)
    return found


def _data(path: Path, file: str, shape: Shape, findings: Findings) -> bytes | None:
    try:
        if path.stat().st_size <= shape.most_bytes:
            return path.read_bytes()
        message = Text("文件太大。", "The file is too big.")
        hint = Text("里面只放文字，不放图片。", "It holds words only, no pictures.")
    except FileNotFoundError:
        message = Text(f"没有找到“{path.name}”。", f"There is no “{path.name}”.")
        hint = Text("把它放在 index.md 旁边，检查文件名。", "Put it beside index.md and check its name.")
    except OSError as error:
        message = Text(f"文件打不开：{error.strerror}。", f"It cannot be opened: {error.strerror}.")
        hint = Text("关掉正在打开它的程序再试。", "Close the program that has it open and try again.")
    findings.error("no-bank", file, "", message, hint)
    return None
