"""Receipts on a stick: which kiosks fetched what. The files are a stranger's; a bad one is said, not believed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.packs.errors import damaged_medium
from kiosk.packs.receipt import FOLDER, MAX_RECEIPT_BYTES, Receipt, parse
from kiosk.packs.source import FolderSource

_MOST = 5000


@dataclass(frozen=True, slots=True)
class Received:
    """One file in the outbox.

    Args:
        receipt: None when it cannot be read; then `error` says why.
    """

    file: str
    receipt: Receipt | None
    error: KioskError | None = None


def read_receipts(stick: Path) -> tuple[Received, ...]:
    """Every receipt on a stick, by name of the kiosk; at most some thousands."""
    folder = stick / FOLDER
    names = sorted(p.name for p in folder.glob("*.json"))[:_MOST] if folder.is_dir() else []
    return tuple(_read(stick, f"{FOLDER}/{name}") for name in names)


def _read(stick: Path, path: str) -> Received:
    try:
        with FolderSource(stick).open(path) as stream:
            if stream.size > MAX_RECEIPT_BYTES:
                raise damaged_medium(path)
            body = bytearray()
            while len(body) <= MAX_RECEIPT_BYTES and (chunk := stream.read(MAX_RECEIPT_BYTES + 1 - len(body))):
                body += chunk
        receipt = parse(bytes(body))
        if path != f"{FOLDER}/{receipt.device}.json":
            raise damaged_medium(path)
    except KioskError as error:
        return Received(path, None, error)
    return Received(path, receipt)
