"""Reading a text file that may have been saved by any editor.

Files are UTF-8. Chinese editors also save GB18030 (often called ANSI) and UTF-16: those are mistakes with a name, and
their text is still read so that all other mistakes of the file can be listed too.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from kiosk.core.findings import Findings
from kiosk.core.text import Text

LARGEST_TEXT = 4 * 1024 * 1024
"""Bytes; a longer text file is not one an author wrote."""


def read_text(path: Path, file: str, findings: Findings) -> str | None:
    """The text of a file with line feeds only, or None after noting why it cannot be read.

    Args:
        path: the file.
        file: its path inside the pack source, for findings.
        findings: where mistakes go.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        findings.error(
            "unreadable",
            file,
            "",
            Text("文件读不出来。", f"The file cannot be read ({error.strerror or error})."),
            Text("检查文件是否还在、有没有权限。", "Check that it exists and that you may read it."),
        )
        return None
    if len(raw) > LARGEST_TEXT:
        findings.error(
            "too-large",
            file,
            "",
            Text("文本文件超过 4 MB。", "The text file is larger than 4 MB."),
            Text("这大概不是文本文件。", "It is probably not a text file."),
        )
        return None
    text, encoding = _decode(raw)
    if encoding != "UTF-8":
        findings.error(
            "encoding",
            file,
            "",
            Text(f"文件不是 UTF-8，看起来是 {encoding}。", f"The file is not UTF-8; it looks like {encoding}."),
            Text("在编辑器里“另存为”，编码选 UTF-8。", "Use “Save as” in the editor and choose UTF-8."),
        )
    return None if text is None else text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(raw: bytes) -> tuple[str | None, str]:
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if raw.startswith(mark):
            return raw.decode("utf-16", "replace"), "UTF-16"
    try:
        return raw.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("gb18030"), "GB18030"
    except UnicodeDecodeError:
        return None, "二进制 binary"
