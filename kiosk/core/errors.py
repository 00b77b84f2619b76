"""Errors we know. Anything else that is raised is our bug.

Each error says what happened, and what to do next, in the reader's language. Boundaries wrap foreign exceptions once,
in the package that talks to the foreign thing.
"""

from __future__ import annotations

from kiosk.core.text import Lang, Text


class KioskError(Exception):
    """A failure with a sentence for people.

    Args:
        code: stable machine name, upper case (`UNTRUSTED`, `DISK_FULL`).
        message: what happened, and where.
        hint: what to do next.
    """

    exit_code = 70  # sysexits: EX_SOFTWARE

    def __init__(self, code: str, message: Text, hint: Text) -> None:
        super().__init__(f"{code}: {message.en}")
        self.code = code
        self.message = message
        self.hint = hint

    def say(self, lang: Lang) -> str:
        """Message and hint in one line."""
        return f"{self.message(lang)} {self.hint(lang)}".strip()


class ContentError(KioskError):
    """The author must mend the content."""

    exit_code = 65  # EX_DATAERR


class TrustError(KioskError):
    """Signature, rollback or grant: never opened, never partly shown."""

    exit_code = 77  # EX_NOPERM


class StorageError(KioskError):
    """Disk, medium or database."""

    exit_code = 74  # EX_IOERR


class BusyError(StorageError):
    """Somebody else is at it; try again."""

    exit_code = 75  # EX_TEMPFAIL


class ConfigError(KioskError):
    """A setting has a value that cannot be."""

    exit_code = 78  # EX_CONFIG
