"""Bringing the office's database to the newest revision. Alembic is imported only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from kiosk.core.errors import ConfigError, StorageError
from kiosk.core.text import Text
from kiosk.fleet.office.schema import HEAD

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def found_revision(connection: Connection) -> str | None:
    """The revision of the database; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if revision is None else str(revision)


def upgrade(connection: Connection, *, to: str = HEAD) -> None:
    """Upgrade inside the caller's transaction, which holds the lock.

    Raises:
        StorageError: `DATABASE_NEWER`: a later program wrote it.
        ConfigError: `OFFICE_PARTS_MISSING`: Alembic is not installed.
    """
    found = found_revision(connection)
    if found == to:
        return
    if found is not None and found > HEAD:  # revisions are numbers with leading zeros
        raise StorageError(
            "DATABASE_NEWER",
            Text(f"办公室数据库由更新的程序写成（{found}，本程序认识到 {HEAD}）。",
                 f"The office's database was written by a newer program ({found}; this one knows {HEAD})."),
            Text("请安装新版程序。", "Install the newer program."),
        )  # fmt: skip
    try:
        from alembic import command
        from alembic.config import Config
    except ImportError as error:
        raise ConfigError(
            "OFFICE_PARTS_MISSING",
            Text("这台电脑没有装办公室的组件（alembic）。", "The office's parts are not installed here (alembic)."),
            Text('运行 pip install "pioneer-kiosk[office]"。', 'Run pip install "pioneer-kiosk[office]".'),
        ) from error
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
