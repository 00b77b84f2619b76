"""Cells as places. `Fields` know numbers, the lines of a text file: a cell is one number too until somebody reads it."""

from __future__ import annotations

from kiosk.core.findings import Finding, Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text

_WIDE = 100_000
"""Wider than any sheet."""


def number(row: int, column: int) -> int:
    """A cell as one number; row and column count from 0."""
    return (row + 1) * _WIDE + column + 1


def cell(row: int, column: int) -> str:
    """Name of a cell as Excel shows it; row and column count from 0."""
    letters, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def place(fields: Fields, key: str = "") -> str:
    """Line or cell of a field, or of the whole entry, as findings say it."""
    line = fields.line(key)
    return _name(line) if isinstance(fields.findings, CellFindings) else str(line)


class CellFindings(Findings):
    """Findings of a sheet: the number that stands for a cell is said as its name."""

    def __init__(self, told: Findings) -> None:
        super().__init__()
        self._told = told

    @property
    def errors(self) -> list[Finding]:
        """What has been told so far."""
        return self._told.errors

    def error(self, code: str, file: str, place: str | int, message: Text, hint: Text) -> None:
        """Note a mistake at a cell."""
        self._told.error(code, file, _name(int(place)), message, hint)

    def warn(self, code: str, file: str, place: str | int, message: Text, hint: Text) -> None:
        """Note something the author should know, at a cell."""
        self._told.warn(code, file, _name(int(place)), message, hint)


def _name(number: int) -> str:
    row, column = divmod(number, _WIDE)
    return cell(row - 1, column - 1)
