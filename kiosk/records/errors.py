"""What can go wrong with the book, as sentences for whoever looks after the kiosk."""

from __future__ import annotations

from kiosk.core.errors import BusyError, StorageError
from kiosk.core.text import Text


def records_recovered(fault: Text, outcome: Text) -> StorageError:
    """The book mended itself."""
    return StorageError(
        "RECORDS_RECOVERED",
        Text(f"记录簿 records.db {fault.zh}，已{outcome.zh}。", f"records.db {fault.en}; it was {outcome.en}."),
        Text(
            "损坏的文件留在 records.damaged.db。如果反复发生，请更换磁盘。",
            "The damaged file is kept as records.damaged.db. If this happens again, replace the disk.",
        ),
    )


def records_in_use() -> BusyError:
    """The book must be mended or replaced, and another program has it open."""
    return BusyError(
        "RECORDS_IN_USE",
        Text("另一个程序正在使用 records.db。", "Another program is using records.db."),
        Text("请先退出先锋屏，再试一次。", "Close the kiosk first, then try again."),
    )


def no_backup() -> StorageError:
    """There is nothing to restore from."""
    return StorageError(
        "NO_BACKUP",
        Text("没有可用的记录备份。", "There is no usable backup of the records."),
        Text("用 kiosk records check 检查现在的记录簿。", "Run kiosk records check to look at the present book."),
    )


def records_damaged(name: str, faults: tuple[str, ...]) -> StorageError:
    """SQLite finds faults in the book."""
    first = faults[0] if faults else ""
    return StorageError(
        "DATABASE_DAMAGED",
        Text(f"数据库 {name} 已损坏：{first}。", f"The database {name} is damaged: {first}."),
        Text("先锋屏下次启动时会自动修复。", "The kiosk mends it by itself when it is started."),
    )
