"""Typed decoding of untrusted JSON into frozen dataclasses.

A pack is signed, but its author may use a newer or a broken tool: what reaches the screen has been decoded here, field by
field, or is shown as "cannot be shown". Unknown fields are ignored, so an older kiosk reads a newer minor format.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any, Literal, TypeVar, Union

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

T = TypeVar("T")
_MOST = 2**31 - 1
"""Qt's `int` and SQLite's agree up to here; every number of a document (ms, years, places) is smaller."""


def decode(cls: type[T], untrusted: object, where: str = "$") -> T:
    """Build a `cls` from parsed JSON.

    Args:
        cls: a dataclass whose fields are str, int, float, bool, None, Literal, tuple[X, ...], dict[str, X], unions of
            these, or other dataclasses.
        untrusted: what `json.loads` gave.
        where: path of the value, for the error.

    Raises:
        ContentError: a field is missing or has the wrong type; `code` is `BAD_DOCUMENT`.
    """
    return typing.cast("T", _value(cls, untrusted, where))


def encode(value: object) -> Any:
    """The inverse of `decode`: plain dicts, lists and scalars; empty optional fields are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: encode(v)
            for f in dataclasses.fields(value)
            if (v := getattr(value, f.name)) is not None and v != ()
        }
    if isinstance(value, tuple | list):
        return [encode(v) for v in value]
    if isinstance(value, dict):
        return {k: encode(v) for k, v in value.items()}
    return value


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _bad(where: str, wanted: str) -> ContentError:
    return ContentError(
        "BAD_DOCUMENT",
        Text(f"内容文件 {where} 处应为 {wanted}。", f"The document should have {wanted} at {where}."),
        Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool."),
    )


def _value(kind: Any, raw: object, where: str) -> object:  # one branch for each kind of type
    if dataclasses.is_dataclass(kind):
        return _record(typing.cast("type", kind), raw, where)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        if not isinstance(raw, list):
            raise _bad(where, "a list")
        return tuple(_value(args[0], v, f"{where}[{i}]") for i, v in enumerate(raw))
    if origin is dict:
        if not isinstance(raw, dict):
            raise _bad(where, "an object")
        return {str(_value(str, k, where)): _value(args[1], v, f"{where}.{k}") for k, v in raw.items()}
    if origin is Literal:
        if raw not in args:
            raise _bad(where, " | ".join(map(str, args)))
        return raw
    if origin in (Union, types.UnionType):
        return _union(args, raw, where)
    return _scalar(kind, raw, where)


def _scalar(kind: Any, raw: object, where: str) -> object:
    if kind is Any:
        return raw
    if kind in (int, float) and isinstance(raw, int) and not isinstance(raw, bool):
        if abs(raw) > _MOST:
            raise _bad(where, "a smaller number")
        return kind(raw)
    if not isinstance(raw, kind) or (kind is int and isinstance(raw, bool)):
        raise _bad(where, getattr(kind, "__name__", str(kind)))
    if isinstance(raw, str) and not raw.isascii() and not _whole(raw):
        raise _bad(where, "whole characters")  # half a surrogate pair can be neither stored nor shown
    return raw


def _whole(text: str) -> bool:
    """Whether no half of a surrogate pair is in it; encoding looks at a law of 200,000 characters in no time."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _union(args: tuple[Any, ...], raw: object, where: str) -> object:
    problem: ContentError | None = None
    for arg in args:
        if arg is types.NoneType:
            if raw is None:
                return None
            continue
        try:
            return _value(arg, raw, where)
        except ContentError as error:
            problem = error
    raise problem or _bad(where, "another type")


def _record(cls: type, raw: object, where: str) -> object:
    if not isinstance(raw, dict):
        raise _bad(where, "an object")
    hints = _hints(cls)
    given: dict[str, object] = {}
    for f in dataclasses.fields(cls):
        if f.name in raw:
            given[f.name] = _value(hints[f.name], raw[f.name], f"{where}.{f.name}")
        elif f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING:
            raise _bad(f"{where}.{f.name}", "a value")
    return cls(**given)
