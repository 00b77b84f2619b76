"""Sequence numbers of a book: the last one given, the next one, and up to which the office has everything."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from kiosk.records.schema import note, record

ACKNOWLEDGED = "acknowledged"


def last_given(c: Connection) -> int:
    """The highest sequence number the book knows of, deleted ones too."""
    given = c.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name='record'").scalar()
    highest = c.execute(select(func.max(record.c.sequence))).scalar()
    return max(int(given or 0), int(highest or 0))


def give_no_number_up_to(c: Connection, last: int) -> None:
    """The next record comes after `last`."""
    c.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name='record'")
    c.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES ('record', ?)", (last,))


def acknowledged(c: Connection) -> int:
    """Up to which sequence number the office has everything."""
    return int(c.execute(select(note.c.value).where(note.c.name == ACKNOWLEDGED)).scalar() or 0)


def acknowledge(c: Connection, upto: int) -> None:
    """The office has everything up to `upto`; a lower number than before says nothing new."""
    upto = min(upto, last_given(c))
    if upto > acknowledged(c):
        c.execute(note.delete().where(note.c.name == ACKNOWLEDGED))
        c.execute(insert(note).values(name=ACKNOWLEDGED, value=str(upto)))
