"""What people did: an append-only book of records. One envelope for every kind, so a new kind needs no migration."""

from kiosk.records.book import Record, RecordBook

__all__ = ["Record", "RecordBook"]
