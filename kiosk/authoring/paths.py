"""Names of files that authors write into their text: only files below the item's own folder are theirs to name."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.core.findings import Findings
from kiosk.core.text import Text

_URL = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://|^//|^(?:data|javascript|mailto|file):", re.IGNORECASE)
_ABSOLUTE = re.compile(r"^(?:[/\\~]|[A-Za-z]:)")
_INSIDE = Text(
    "把文件放进这个条目的文件夹，只写文件名。", "Put the file into the item's folder and write its name only."
)


def own_file(folder: Path, name: str, file: str, place: str | int, findings: Findings) -> Path | None:
    """The file `name` of an item's folder, or None after noting why it cannot be used.

    Args:
        folder: the item's folder.
        name: what the author wrote.
        file: file that names it, for findings.
        place: line that names it.
        findings: where mistakes go.
    """
    problem = _problem(name)
    if problem is None:
        path = folder / name
        if not path.is_file():
            near = _near(folder, name)
            findings.error(
                "missing-file",
                file,
                place,
                Text(f"找不到文件“{name}”。", f"There is no file “{name}”."),
                Text(f"是不是“{near}”？", f"Did you mean “{near}”?") if near else _INSIDE,
            )
            return None
        if path.resolve().is_relative_to(folder.resolve()):
            return path
        problem = Text(f"“{name}”指到了文件夹外面。", f"“{name}” leads out of the folder.")
    findings.error("bad-path", file, place, problem, _INSIDE)
    return None


def is_link(name: str) -> bool:
    """Whether `name` is an address rather than a file name."""
    return bool(_URL.match(name.strip()))


def _problem(name: str) -> Text | None:
    if is_link(name):
        return Text(
            f"不能用网址“{name}”：屏幕不连外网。", f"An address cannot be used here: “{name}”; kiosks are offline."
        )
    if _ABSOLUTE.match(name) or "\\" in name or "\x00" in name:
        return Text(f"不能用绝对路径或反斜杠：“{name}”。", f"Absolute paths and backslashes cannot be used: “{name}”.")
    if ".." in name.split("/"):
        return Text(f"路径里不能有“..”：“{name}”。", f"A path must not contain “..”: “{name}”.")
    if len(name) > 200 or not name.strip():
        return Text("文件名太长或是空的。", "The file name is too long or empty.")
    return None


def _near(folder: Path, name: str) -> str:
    """A file that differs only in case or ending."""
    wanted = Path(name)
    parent = folder / wanted.parent
    if not parent.is_dir():
        return ""
    for other in sorted(parent.iterdir()):
        same_name = other.name.lower() == wanted.name.lower()
        same_stem = other.stem.lower() == wanted.stem.lower() and other.suffix not in ("", ".md", ".json")
        if other.is_file() and (same_name or same_stem):
            return other.name
    return ""
