"""What people did: an append-only book of records. One envelope for every kind, so a new kind needs no migration."""

from kiosk.records.book import RecordBook, Rule
from kiosk.records.entry import Entry
from kiosk.records.pages import Pages
from kiosk.records.recover import OpenBook, open_book
from kiosk.records.row import Record

__all__ = ["Entry", "OpenBook", "Pages", "Record", "RecordBook", "Rule", "open_book"]
