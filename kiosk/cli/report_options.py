"""Options that reports and ledgers share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.core.errors import StorageError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.reporting.joined import Joined
    from kiosk.reports.form import Form
    from kiosk.reports.ledger.config import Setup

DAY = click.DateTime(["%Y-%m-%d"])
FROM = click.option("--from", "first", type=DAY, default=None, help="First day, 2026-11-01.")
TO = click.option("--to", "last", type=DAY, default=None, help="Last day.")
UNIT = click.option("--unit", default="", help="One workshop only.")
KIOSK = click.option("--kiosk", default="", help="One kiosk only: the first letters of its device, or its name.")
DB = click.option("--db", default=None, envvar="KIOSK_OFFICE_DB", metavar="URL", help="The office's database: a URL or a file. Default: KIOSK_OFFICE_DB, else this kiosk's own records.")  # fmt: skip
OFFICE = click.option("--office", type=click.Path(path_type=Path, file_okay=False), default=None, help="The office's folder with ledger.toml and ledger.db. Default: office in the data folder.")  # fmt: skip
FORMAT = click.option("--format", "kind", type=click.Choice(["xlsx", "csv", "pdf"]), default=None, help="Default: by the name of OUT, else xlsx.")  # fmt: skip
OUT = click.option("--out", type=click.Path(path_type=Path), default=None, help="File to write, or a folder. Default: here.")  # fmt: skip
NUMBER = click.option("--number", is_flag=True, help="Give the document the next number of this year.")


def day(said: datetime | None) -> date | None:
    """The day of an option."""
    return said.date() if said else None


def office_folder(office: Path | None, data: Path | None) -> Path:
    """The office's folder."""
    from kiosk.cli.chosen import settings

    return office or settings(data).data_dir / "office"


@contextmanager
def joined(db: str | None, data: Path | None, setup: Setup) -> Iterator[Joined]:
    """Records, packs and kinds; closed at the end of the block."""
    from kiosk.cli.chosen import settings
    from kiosk.reporting.joined import Joined

    chosen = settings(data)
    opened = Joined(db, chosen.data_dir, setup, reader_language(), site=chosen.site)
    try:
        yield opened
    finally:
        opened.close()


def form_of(setup: Setup, folder: Path, title: str, *, numbered: bool) -> Form:
    """What stands around a table; with the next number of the year if it is wanted."""
    now = datetime.now().astimezone()
    form = replace(setup.form, day=now.date())
    if not numbered:
        return form
    from kiosk.reports.ledger.book import LedgerBook

    book = LedgerBook(folder)
    try:
        return replace(form, number=book.document(now.year, title, now))
    finally:
        book.close()


def target(out: Path | None, kind: str | None, name: str) -> tuple[Path, str]:
    """File and format to write: from what was said, by its ending, or xlsx."""
    ending = out.suffix.lower().lstrip(".") if out else ""
    chosen = kind or (ending if ending in ("xlsx", "csv", "pdf") else "xlsx")
    if out is None or out.is_dir() or not out.suffix:
        out = (out or Path()) / f"{name}.{chosen}"
    return out, chosen


def write(out: Path, data: bytes) -> None:
    """Write a file whole and durably, for the owner only: reports may hold what people said.

    Raises:
        StorageError: `CANNOT_WRITE`.
    """
    from kiosk.packs.durable import write_durably

    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        write_durably(out, data, mode=0o600)
    except OSError as error:
        raise StorageError(
            "CANNOT_WRITE",
            Text(f"写不进 {out}：{error.strerror}。", f"Cannot write {out}: {error.strerror}."),
            Text("换个位置，或关掉正在打开它的程序。", "Choose another place, or close the program that has it open."),
        ) from error
