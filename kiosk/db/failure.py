"""One place that turns SQLite's errors into ours."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.core.errors import BusyError, StorageError
from kiosk.core.text import Text

_PRIMARY = 0xFF  # extended result codes keep the primary code in the low byte


def sqlite_failure(error: DBAPIError, path: Path) -> StorageError | None:
    """What a driver error means for people, or None when it is a mistake of the program (a constraint)."""
    cause = error.orig
    if not isinstance(cause, sqlite3.Error):
        return None
    code = getattr(cause, "sqlite_errorcode", 0) & _PRIMARY
    if code == sqlite3.SQLITE_FULL:
        return StorageError(
            "DISK_FULL",
            Text(f"磁盘已满，无法写入 {path.name}。", f"The disk is full: {path.name} cannot be written."),
            Text("请清理磁盘后重试。", "Free some space and try again."),
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyError(
            "BUSY",
            Text(f"{path.name} 正被另一个程序使用。", f"Another program is using {path.name}."),
            Text("请稍后再试。", "Try again in a moment."),
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StorageError(
            "DATABASE_DAMAGED",
            Text(f"数据库 {path.name} 已损坏：{cause}。", f"The database {path.name} is damaged: {cause}."),
            Text(
                "请重启先锋屏，它会自动修复；再运行 kiosk doctor 看看。",
                "Restart the kiosk, which mends it; then run kiosk doctor.",
            ),
        )
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StorageError(
            "DATABASE_UNREACHABLE",
            Text(f"无法读写数据库 {path}：{cause}。", f"The database {path} cannot be read or written: {cause}."),
            Text("请检查磁盘和文件夹权限。", "Check the disk and the permissions of its folder."),
        )
    return None
