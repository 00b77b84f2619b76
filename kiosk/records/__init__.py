"""What people did: an append-only book of records. One envelope for every kind, so a new kind needs no migration."""

from kiosk.records.book import Record, RecordBook, Rule
from kiosk.records.pages import Pages

__all__ = ["Pages", "Record", "RecordBook", "Rule"]
