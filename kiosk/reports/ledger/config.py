"""Which ledgers there are and what stands in their columns: `default.toml`, or the office's own `ledger.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from kiosk.core.errors import ConfigError
from kiosk.core.table import Column, Type
from kiosk.core.text import Text
from kiosk.reports.form import Form

Rows: TypeAlias = Literal["activities", "lectures", "suggestions", "prizes"]
Kind: TypeAlias = Literal["text", "integer", "decimal", "percent", "date", "duration", "photos"]
FIELDS: Mapping[str, frozenset[str]] = {
    "activities": frozenset({"number", "name", "category", "first", "last", "place", "times", "item"}),
    "lectures": frozenset(
        {"number", "day", "clock", "name", "place", "held", "time", "attendance", "signed", "steps", "results", "noted",
         "item"}
    ),
    "suggestions": frozenset(
        {"number", "case", "received", "topic", "problem", "owner", "state", "measure", "deadline", "answer", "answered",
         "closed", "days", "item"}
    ),
    "prizes": frozenset({"number", "name", "prize", "what", "ticket", "code", "state", "item"}),
}  # fmt: skip
"""What the records say of each sort of rows; a column's `from` is one of these."""
FILE = "ledger.toml"
_COLUMN = {"key", "title", "title_en", "type", "width", "from", "required", "hint", "hint_en"}
_LEDGER = {"name", "title", "title_en", "rows", "columns"}
_FORM = {"house", "filler", "reviewer"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One column of a ledger.

    Args:
        key: its name in commands and in the book; it stays when the title changes.
        title: its heading.
        kind: what it holds.
        width: in Latin letters; 0 leaves it to the writer.
        source: field of the records; empty: the officer fills it in.
        required: must not be empty at an inspection.
        hint: what to do when it is.
    """

    key: str
    title: Text
    kind: Kind = "text"
    width: int = 0
    source: str = ""
    required: bool = False
    hint: Text = Text("", "")  # noqa: RUF009  frozen

    @property
    def column(self) -> Column:
        """As a column of a table; photos are named in a text."""
        kind: Type = "text" if self.kind == "photos" else self.kind
        return Column(self.key, self.title, kind, self.width)


@dataclass(frozen=True, slots=True)
class Ledger:
    """One ledger."""

    name: str
    title: Text
    rows: Rows
    columns: tuple[Entry, ...]

    def column(self, key: str) -> Entry | None:
        """A column by its key."""
        return next((column for column in self.columns if column.key == key), None)


@dataclass(frozen=True, slots=True)
class Setup:
    """All ledgers of an office, and what stands on every sheet of paper."""

    form: Form
    ledgers: tuple[Ledger, ...]
    kiosks: Mapping[str, str] = field(default_factory=dict)
    """Names by the first letters of a device."""
    people: Mapping[str, int] = field(default_factory=dict)
    """Size of each workshop, where no roster says it."""

    def kiosk(self, device: str) -> str:
        """The name of a kiosk; empty when it has none."""
        return next((name for start, name in self.kiosks.items() if device.startswith(start)), "")

    def ledger(self, name: str) -> Ledger:
        """A ledger by name.

        Raises:
            ConfigError: `NO_LEDGER`.
        """
        for ledger in self.ledgers:
            if ledger.name == name:
                return ledger
        names = [ledger.name for ledger in self.ledgers]
        raise ConfigError(
            "NO_LEDGER",
            Text(f"没有叫“{name}”的台账。", f"There is no ledger “{name}”."),
            Text(f"有这些：{'、'.join(names)}。", f"There are: {', '.join(names)}."),
        )


def load(folder: Path) -> Setup:
    """The office's `ledger.toml`, or the one that ships.

    Raises:
        ConfigError: `BAD_LEDGER_FILE`, with every mistake in it.
    """
    own = folder / FILE
    try:
        if own.is_file():
            return parse(own.read_text("utf-8-sig"), str(own))
    except (OSError, UnicodeDecodeError) as error:
        raise _bad(str(own), [Text(f"读不了（{error}）", f"cannot be read ({error})")]) from error
    return parse(default_text(), "default.toml")


def default_text() -> str:
    """The file that ships, to be copied and changed."""
    return files(__package__).joinpath("default.toml").read_text("utf-8")


def parse(text: str, name: str) -> Setup:
    """Read a file of ledgers.

    Raises:
        ConfigError: `BAD_LEDGER_FILE`, with every mistake in it.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _bad(name, [Text(f"不是 TOML：{error}", f"no TOML: {error}")]) from error
    wrong: list[Text] = []
    form, ledgers = _form(found.get("form", {}), wrong), _ledgers(found.get("ledger"), wrong)
    kiosks = _table(found, "kiosks", str, wrong)
    people = _table(found, "people", int, wrong)
    _extra(found, {"form", "ledger", "kiosks", "people"}, "", wrong)
    if wrong:
        raise _bad(name, wrong)
    return Setup(form, ledgers, kiosks, people)


def _table(found: Mapping[str, Any], key: str, held: type, wrong: list[Text]) -> dict[str, Any]:
    table = found.get(key, {})
    if not isinstance(table, dict) or not all(type(value) is held and value for value in table.values()):
        wrong.append(Text(f"[{key}] 每行是 名字 = 值", f"[{key}] takes lines of name = value"))
        return {}
    return table


def _form(found: Any, wrong: list[Text]) -> Form:
    if not isinstance(found, dict):
        wrong.append(Text("[form] 不是一节", "[form] is no table"))
        return Form()
    _extra(found, _FORM, "form", wrong)
    house, filler, reviewer = (_word(found, key, "form", wrong) for key in ("house", "filler", "reviewer"))
    return Form(house, filler, reviewer)


def _ledgers(found: Any, wrong: list[Text]) -> tuple[Ledger, ...]:
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        wrong.append(Text("没有 [[ledger]]", "there is no [[ledger]]"))
        return ()
    ledgers = tuple(_ledger(one, f"ledger {number}", wrong) for number, one in enumerate(found, 1))
    names = [ledger.name for ledger in ledgers]
    for name in sorted({name for name in names if names.count(name) > 1}):
        wrong.append(Text(f"有两本台账叫“{name}”", f"two ledgers are called “{name}”"))
    return ledgers


def _ledger(found: dict[str, Any], where: str, wrong: list[Text]) -> Ledger:
    name = _word(found, "name", where, wrong, needed=True)
    where = name or where
    _extra(found, _LEDGER, where, wrong)
    said: Any = found.get("rows")
    rows: Rows = said if said in get_args(Rows) else "activities"
    if rows != said:
        wrong.append(_not_one(where, "rows", said, get_args(Rows)))
    columns = found.get("columns")
    if not isinstance(columns, list) or not columns or not all(isinstance(one, dict) for one in columns):
        wrong.append(Text(f"{where}：没有 columns", f"{where}: no columns"))
        columns = []
    entries = tuple(_entry(one, f"{where} columns {n}", FIELDS[rows], wrong) for n, one in enumerate(columns, 1))
    keys = [entry.key for entry in entries]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        wrong.append(Text(f"{where}：有两栏叫“{key}”", f"{where}: two columns are called “{key}”"))
    return Ledger(name, _title(found, where, wrong), rows, entries)


def _entry(found: dict[str, Any], where: str, fields: frozenset[str], wrong: list[Text]) -> Entry:
    key = _word(found, "key", where, wrong, needed=True)
    where = f"{where} ({key})" if key else where
    _extra(found, _COLUMN, where, wrong)
    kind, source = found.get("type", "text"), _word(found, "from", where, wrong)
    if kind not in get_args(Kind):
        wrong.append(_not_one(where, "type", kind, get_args(Kind)))
        kind = "text"
    if source and source not in fields:
        wrong.append(_not_one(where, "from", source, tuple(sorted(fields))))
    width, required = found.get("width", 0), found.get("required", False)
    if not isinstance(width, int) or isinstance(width, bool) or not 0 <= width <= 200:
        wrong.append(
            Text(f"{where}：width 要是 0 到 200 的整数", f"{where}: width must be a whole number from 0 to 200")
        )
        width = 0
    if not isinstance(required, bool):
        wrong.append(Text(f"{where}：required 要是 true 或 false", f"{where}: required must be true or false"))
    if source and kind == "photos":
        wrong.append(Text(f"{where}：照片不能从记录里来", f"{where}: photos cannot come from the records"))
    hint = _word(found, "hint", where, wrong)
    told = Text(hint, _word(found, "hint_en", where, wrong) or hint)
    return Entry(key, _title(found, where, wrong), kind, width, source, bool(required), told)


def _title(found: dict[str, Any], where: str, wrong: list[Text]) -> Text:
    zh = _word(found, "title", where, wrong, needed=True)
    return Text(zh, _word(found, "title_en", where, wrong) or zh)


def _word(found: dict[str, Any], key: str, where: str, wrong: list[Text], *, needed: bool = False) -> str:
    value = found.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()) or len(value) > 200:
        wrong.append(Text(f"{where}：{key} 要是一段字", f"{where}: {key} must be a text"))
        return ""
    return value.strip()


def _extra(found: Mapping[str, Any], known: set[str], where: str, wrong: list[Text]) -> None:
    for key in sorted(set(found) - known):
        place = f"{where}：" if where else ""
        wrong.append(Text(f"{place}不认得“{key}”", f"{where}{': ' if where else ''}unknown “{key}”"))


def _not_one(where: str, key: str, value: object, allowed: tuple[str, ...]) -> Text:
    return Text(f"{where}：{key} 不能是“{value}”，可以是 {'、'.join(allowed)}",
                f"{where}: {key} cannot be “{value}”; it can be {', '.join(allowed)}")  # fmt: skip


def _bad(name: str, wrong: list[Text]) -> ConfigError:
    return ConfigError(
        "BAD_LEDGER_FILE",
        Text(
            f"{name} 有错：{'；'.join(w.zh for w in wrong)}。",
            f"{name} has mistakes: {'; '.join(w.en for w in wrong)}.",
        ),
        Text("对照 kiosk ledger template 打印的样子改。", "Compare it with what kiosk ledger template prints."),
    )
