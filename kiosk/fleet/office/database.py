"""The office's database by URL. One collector writes at a time, on either kind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from kiosk.core.errors import ConfigError, KioskError, StorageError
from kiosk.core.text import Text
from kiosk.db import sqlite_failure
from kiosk.fleet.office.schema import HEAD
from kiosk.fleet.office.upgrade import found_revision, upgrade

_LOCK = 7_305_118_226
"""Of PostgreSQL's advisory locks; any number that others do not use."""
_WRITE = "office_write"
_PATIENCE = 60
"""Seconds to wait for another collector's transaction."""


class Office:
    """The database, upgraded when it is opened.

    Args:
        url: `postgresql://user:password@host/name`, `sqlite:///file`, or the path of a SQLite file.

    Raises:
        ConfigError: `BAD_DATABASE_URL`, `OFFICE_PARTS_MISSING`.
        StorageError: it cannot be reached, or a newer program wrote it.
    """

    def __init__(self, url: str | Path) -> None:
        self.url = _url(url)
        self.postgres = self.url.get_backend_name() == "postgresql"
        try:
            more: dict[str, Any] = (
                {"pool_pre_ping": True} if self.postgres else {"connect_args": {"timeout": _PATIENCE}}
            )
            self._engine = create_engine(self.url, **more)
        except (ImportError, NoSuchModuleError) as error:
            raise ConfigError(
                "OFFICE_PARTS_MISSING",
                Text("这台电脑没有装办公室的组件（psycopg）。", "The office's parts are not installed here (psycopg)."),
                Text('运行 pip install "pioneer-kiosk[office]"。', 'Run pip install "pioneer-kiosk[office]".'),
            ) from error
        driver: Any = self._engine.dialect.dbapi
        self._driver_errors: tuple[type[Exception], ...] = (driver.OperationalError,)
        if not self.postgres:
            event.listen(self._engine, "connect", _on_connect)
            event.listen(self._engine, "begin", _on_begin)
        try:
            with self.reader() as c:
                due = found_revision(c) != HEAD
            if due:
                with self.transaction() as c:
                    upgrade(c)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write transaction; a second collector waits for its end."""
        with self._translated(), self._engine.connect().execution_options(**{_WRITE: True}) as c, c.begin():
            if self.postgres:
                c.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield c

    @contextmanager
    def reader(self) -> Iterator[Connection]:
        """A consistent view for reading."""
        level = {"isolation_level": "REPEATABLE READ"} if self.postgres else {}
        with self._translated(), self._engine.connect().execution_options(**level) as c:
            yield c

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            known = self._known(error, error.orig)
            if known is None:
                raise
            raise known from error
        except self._driver_errors as error:  # COPY speaks to the driver itself
            known = self._known(None, error)
            if known is None:
                raise
            raise known from error

    def _known(self, error: DBAPIError | None, cause: BaseException | None) -> KioskError | None:
        if not self.postgres:
            return sqlite_failure(error, Path(self.url.database or "")) if error is not None else None
        if not isinstance(cause, self._driver_errors):
            return None
        shown, why = self.url.render_as_string(hide_password=True), (str(cause).strip().splitlines() or [""])[0]
        return StorageError(
            "DATABASE_UNREACHABLE",
            Text(f"数据库 {shown} 用不了：{why}。", f"The database {shown} cannot be used: {why}."),
            Text("请检查地址、口令、磁盘和数据库服务。", "Check address, password, disk and whether the server runs."),
        )


def _url(given: str | Path) -> URL:
    plain = str(given)
    if "://" not in plain:
        path = Path(plain).expanduser().resolve()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _bad_url(plain) from error
        return URL.create("sqlite", database=str(path))
    try:
        url = make_url(plain)
    except (ArgumentError, ValueError) as error:
        raise _bad_url("…") from error  # it may hold a password
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql") or (
        url.get_backend_name() == "sqlite" and not url.database
    ):
        raise _bad_url(url.render_as_string(hide_password=True))
    return url


def _bad_url(shown: str) -> ConfigError:
    return ConfigError(
        "BAD_DATABASE_URL",
        Text(f"数据库地址 {shown} 不能用。", f"The database address {shown} cannot be used."),
        Text("写成 office.db 这样的文件名，或 postgresql://用户:口令@主机/库名。",
             "Give a file name such as office.db, or postgresql://user:password@host/name."),
    )  # fmt: skip


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # `_on_begin` says which kind of transaction
    for pragma in (f"busy_timeout={_PATIENCE * 1000}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _on_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
