"""A SQLite file with the product's rules: WAL, chosen durability, foreign keys, one writer, a known schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeAlias

from sqlalchemy import URL, Connection, MetaData, create_engine, event
from sqlalchemy.exc import DBAPIError

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.db.failure import sqlite_failure

Synchronous: TypeAlias = Literal["FULL", "NORMAL"]
Upgrade: TypeAlias = Callable[[Connection, int], None]

_WRITE = "kiosk_write"


class Database:
    """One SQLite file.

    Args:
        path: the file; its folder is made when missing.
        schema: tables, made when the file is new.
        version: of the schema, kept in `PRAGMA user_version`.
        synchronous: `FULL` survives a power cut with every commit in place; `NORMAL` may lose the last commits, never
            the consistency. Use `NORMAL` for what can be rebuilt.
        busy_timeout: seconds to wait for another writer.
        upgrade: called inside the opening transaction with the connection and the older version found.

    Raises:
        StorageError: the file cannot be opened, is damaged, or was written by a newer program (`DATABASE_NEWER`).
    """

    def __init__(
        self,
        path: Path,
        schema: MetaData,
        *,
        version: int = 1,
        synchronous: Synchronous = "FULL",
        busy_timeout: float = 5.0,
        upgrade: Upgrade | None = None,
    ) -> None:
        self.path = path
        self._synchronous = synchronous
        self._busy_timeout = busy_timeout
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _no_folder(path, error) from error
        self._engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": busy_timeout})
        event.listen(self._engine, "connect", self._on_connect)
        event.listen(self._engine, "begin", _on_begin)
        try:
            self._prepare(schema, version, upgrade)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write transaction (`BEGIN IMMEDIATE`): committed at the end of the block, rolled back on any exception."""
        with (
            self._translated(),
            self._engine.connect().execution_options(**{_WRITE: True}) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def reader(self) -> Iterator[Connection]:
        """A consistent view for reading; what others commit meanwhile is not seen."""
        with self._translated(), self._engine.connect() as connection:
            yield connection

    def quick_check(self) -> tuple[str, ...]:
        """Faults that SQLite finds in the file; empty when it is sound."""
        with self.reader() as connection:
            rows = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(20)")]
        return () if rows == ["ok"] else tuple(rows)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _on_connect(self, connection: sqlite3.Connection, _record: Any) -> None:
        # The driver must not begin transactions by itself: _on_begin says which kind.
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={int(self._busy_timeout * 1000)}",
            "journal_mode=WAL",
            f"synchronous={self._synchronous}",
            "foreign_keys=ON",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            known = sqlite_failure(error, self.path)
            if known is None:
                raise
            raise known from error

    def _prepare(self, schema: MetaData, version: int, upgrade: Upgrade | None) -> None:
        with self.reader() as connection:
            found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if found == version:
            return
        with self.transaction() as connection:
            found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            if found > version:
                raise _newer(self.path, found, version)
            if found == 0:
                schema.create_all(connection)
            elif found < version:
                if upgrade is None:
                    raise _older(self.path, found, version)
                upgrade(connection, found)
            connection.exec_driver_sql(f"PRAGMA user_version={version}")


def _on_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _no_folder(path: Path, error: OSError) -> StorageError:
    return StorageError(
        "DATABASE_UNREACHABLE",
        Text(f"无法建立文件夹 {path.parent}：{error}。", f"The folder {path.parent} cannot be made: {error}."),
        Text(
            "请检查磁盘和权限，或改用另一个 data_dir。", "Check the disk and permissions, or choose another data_dir."
        ),
    )


def _newer(path: Path, found: int, version: int) -> StorageError:
    return StorageError(
        "DATABASE_NEWER",
        Text(
            f"{path.name} 由更新的程序写成（格式 {found}，本程序认识到 {version}）。",
            f"{path.name} was written by a newer program (schema {found}; this one knows {version}).",
        ),
        Text("请安装新版程序，不要删除这个文件。", "Install the newer program; do not delete the file."),
    )


def _older(path: Path, found: int, version: int) -> StorageError:
    return StorageError(
        "DATABASE_OLDER",
        Text(
            f"{path.name} 的格式是 {found}，需要升级到 {version}。",
            f"{path.name} has schema {found} and must be upgraded to {version}.",
        ),
        Text("请先备份，再运行 kiosk doctor。", "Make a backup, then run kiosk doctor."),
    )
