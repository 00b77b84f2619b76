"""Putting an answer into the author's `cases.yaml`: one case is added or changed, everything else stays as it was typed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.core.errors import ContentError, StorageError
from kiosk.core.findings import Findings
from kiosk.core.text import Text
from kiosk.kinds.suggestion.model import Case

FIELDS = (
    "id", "topic", "problem", "state", "received", "owner", "deadline", "measure", "answer", "answered", "closed", "receipts",
)  # fmt: skip
"""In the order in which a case is written."""
FILE = "cases.yaml"


@dataclass(frozen=True, slots=True)
class Book:
    """The cases of a box on the author's disk.

    Args:
        path: of `cases.yaml`.
        topics: key to name.
        cases: by number; empty when there is no file yet.
        named: `index.md` names the file.
    """

    path: Path
    topics: Mapping[str, str]
    cases: Mapping[str, Case]
    named: bool

    def of_receipt(self, receipt: str) -> Case | None:
        """The case that a receipt (its `code.public_hash`) belongs to."""
        return next((c for c in self.cases.values() if receipt in c.receipts), None)

    def next_number(self, today: date) -> str:
        """The number after the highest of this year: 2026-042."""
        head = f"{today.year}-"
        used = [int(n[len(head) :]) for n in self.cases if n.startswith(head) and n[len(head) :].isdigit()]
        return f"{head}{max(used, default=0) + 1:03d}"


def find_box(place: Path) -> Path:
    """The folder of the suggestion box in `place`: itself, or the only one below it.

    Raises:
        ContentError: `NO_BOX`: there is none, or more than one.
    """
    if (place / "index.md").is_file():
        return place
    found = [p.parent for p in sorted(place.rglob("index.md")) if _is_box(p)]
    if len(found) == 1:
        return found[0]
    names = "、".join(str(p.relative_to(place)) for p in found)
    raise ContentError(
        "NO_BOX",
        Text(f"{place} 里有 {len(found)} 个意见箱：{names}。", f"There are {len(found)} suggestion boxes in {place}: {names}.")
        if found
        else Text(f"{place} 里没有意见箱。", f"There is no suggestion box in {place}."),
        Text("指明意见箱的文件夹（里面有 index.md）。", "Name the folder of the box (the one with its index.md)."),
    )  # fmt: skip


def read(box: Path) -> Book:
    """The cases of a box.

    Args:
        box: its folder.

    Raises:
        ContentError: `BAD_SOURCE`: its files have mistakes; the first of them is said.
    """
    from kiosk.authoring.source import ItemFolder, read_document
    from kiosk.kinds.suggestion.caseparse import read_cases

    findings = Findings()
    document = read_document(ItemFolder(box.name, box, box.name), "zh", findings)
    topics: dict[str, str] = {}
    name = ""
    if document is not None:
        name = document.fields.text("cases", most=100)
        for entry in document.fields.mappings("topics"):
            topics[entry.text("key")] = entry.text("name")
    path = box / (name or FILE)
    cases = read_cases(path, path.name, tuple(topics), findings) if path.is_file() else {}
    _complain(findings)
    return Book(path, topics, cases, bool(name))


def put(book: Book, case: Mapping[str, Any]) -> Book:
    """Write a case, durably and only if the file has no mistake with it.

    Args:
        book: as it was read.
        case: all of its `FIELDS` that have a value.

    Raises:
        ContentError: `BAD_SOURCE`: the case has a mistake, which is said; the file was not changed.
        StorageError: `CANNOT_WRITE`.
    """
    from kiosk.kinds.suggestion.caseparse import read_cases

    fresh = book.path.with_name(f".{book.path.name}.new")
    try:
        old = book.path.read_text("utf-8-sig") if book.path.is_file() else ""
        with fresh.open("w", encoding="utf-8", newline="\n") as file:
            file.write(edited(old, case))
            file.flush()
            os.fsync(file.fileno())
        findings = Findings()
        cases = read_cases(fresh, book.path.name, tuple(book.topics), findings)
        _complain(findings)
        fresh.replace(book.path)
    except OSError as error:
        raise StorageError(
            "CANNOT_WRITE",
            Text(f"写不进 {book.path}：{error.strerror}。", f"Cannot write {book.path}: {error.strerror}."),
            Text("检查权限和空间，关掉正在打开它的程序。", "Check permissions and space, and close programs that have it open."),
        ) from error  # fmt: skip
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return Book(book.path, book.topics, cases, book.named)


def edited(text: str, case: Mapping[str, Any]) -> str:
    """The file's text with this case in the place of the one with its number, or at the end."""
    import yaml

    entry = {key: case[key] for key in FIELDS if case.get(key)}
    fresh = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)
    head, blocks = _blocks(text)
    for place, block in enumerate(blocks):
        parsed = yaml.load("".join(block), Loader=yaml.BaseLoader)  # noqa: S506  all scalars are strings
        if isinstance(parsed, list) and parsed and isinstance(parsed[0], dict) and parsed[0].get("id") == case["id"]:
            notes = "".join(line for line in block if line.lstrip().startswith("#"))
            tail = "\n" if block[-1].strip() == "" else ""
            blocks[place] = [fresh, notes, tail]
            return "".join([*head, *(line for b in blocks for line in b)])
    whole = text if text == "" or text.endswith("\n") else text + "\n"
    return whole + fresh


def _blocks(text: str) -> tuple[list[str], list[list[str]]]:
    """The lines before the first entry, and the lines of each entry."""
    head: list[str] = []
    blocks: list[list[str]] = []
    for line in text.splitlines(keepends=True):
        if line.startswith(("- ", "-\t")) or line.rstrip() == "-":
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
        else:
            head.append(line)
    return head, blocks


def _is_box(index: Path) -> bool:
    try:
        return any(
            line.replace(" ", "").rstrip() == "kind:suggestion" for line in index.read_text("utf-8-sig").splitlines()
        )
    except (OSError, UnicodeDecodeError):
        return False


def _complain(findings: Findings) -> None:
    if findings.errors:
        first = findings.errors[0]
        where = f"{first.file}:{first.place}" if first.place else first.file
        raise ContentError(
            "BAD_SOURCE",
            Text(f"{where}：{first.message.zh}", f"{where}: {first.message.en}"),
            first.hint,
        )
