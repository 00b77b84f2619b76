"""A ledger as a table, and what it lacks before an inspection."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.core.table import Cell, Table
from kiosk.core.text import Text
from kiosk.reports.ledger.book import Filled
from kiosk.reports.ledger.config import Entry, Ledger
from kiosk.reports.ledger.values import cell

PHOTOS = Text("{n} 张", "{n} photos")
_TO_DO = {
    True: Text("这一栏来自屏上的记录：补齐记录后再运行 kiosk ledger fill。", "It comes from the records: mend them, then run kiosk ledger fill."),
    False: Text("用 kiosk ledger add 填上。", "Fill it in with kiosk ledger add."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that an inspection would ask for.

    Args:
        ledger: title of the ledger.
        line: number of the line in its year: `2026-3`.
        name: what the line is about.
        column: heading of the column.
        key: of the column.
        todo: what to do.
    """

    ledger: Text
    line: str
    name: str
    column: Text
    key: str
    todo: Text


def table(ledger: Ledger, lines: Iterable[Filled]) -> Table:
    """The ledger as it is printed; photos are counted."""
    columns = tuple(entry.column for entry in ledger.columns)
    return Table(ledger.title, columns, tuple(tuple(_cell(e, line) for e in ledger.columns) for line in lines))


def missing(ledger: Ledger, lines: Iterable[Filled], sound: Callable[[str], bool]) -> tuple[Missing, ...]:
    """Required cells that are empty, and photos that are lost or are no longer what was added.

    Args:
        ledger: which.
        lines: to look at.
        sound: whether a photo is there as it was added.
    """
    found: list[Missing] = []
    for line in lines:
        for entry in ledger.columns:
            lost = [name for name in line.photos.get(entry.key, ()) if not sound(name)]
            if lost:
                names = "、".join(lost)
                found.append(_one(ledger, line, entry, Text(
                    f"照片 {names} 不见了或被改过：从备份拷回 photos 文件夹，或重新添加。",
                    f"Photos {names} are lost or changed: bring them back from a backup, or add them again.")))  # fmt: skip
            if entry.required and _cell(entry, line) is None:
                todo = entry.hint if entry.hint.zh else _TO_DO[bool(entry.source)]
                found.append(_one(ledger, line, entry, todo))
    return tuple(found)


def _one(ledger: Ledger, line: Filled, entry: Entry, todo: Text) -> Missing:
    name = line.record.get("name") or line.record.get("problem") or line.id
    return Missing(ledger.title, f"{line.year}-{line.number}", str(name), entry.title, entry.key, todo)


def _cell(entry: Entry, line: Filled) -> Cell:
    if entry.kind == "photos":
        count = len(line.photos.get(entry.key, ()))
        return Text(*(words.replace("{n}", str(count)) for words in (PHOTOS.zh, PHOTOS.en))) if count else None
    if entry.source:
        return cell(entry, line.record.get(entry.source))
    return cell(entry, line.added.get(entry.key))
