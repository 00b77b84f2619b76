"""Typed decoding of untrusted JSON into frozen dataclasses.

A pack is signed, but its author may use a newer or a broken tool: what reaches the screen has been decoded here, field by
field, or is shown as "cannot be shown". Unknown fields are ignored, so an older kiosk reads a newer minor format.

What reads a type is put together once, and the place of a mistake is worked out only when there is one: a law of a thousand
articles is decoded while somebody waits for it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, Union

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

T = TypeVar("T")
_Read: TypeAlias = Callable[[object], object]
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
    wanted: Any = cls
    try:
        return typing.cast("T", _reader(wanted)(untrusted))
    except _MisfitError as misfit:
        raise _bad(where + "".join(reversed(misfit.path)), misfit.wanted) from None


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


def _bad(where: str, wanted: str) -> ContentError:
    return ContentError(
        "BAD_DOCUMENT",
        Text(f"内容文件 {where} 处应为 {wanted}。", f"The document should have {wanted} at {where}."),
        Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool."),
    )


class _MisfitError(Exception):
    """Something else was wanted; on its way out it learns where, from the inside."""

    def __init__(self, wanted: str, *path: str) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.path = list(path)


@cache
def _reader(kind: Any) -> _Read:  # one branch for each kind of type
    if dataclasses.is_dataclass(kind):
        return _record(typing.cast("type", kind))
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _tuple(_reader(args[0]))
    if origin is dict:
        return _dict(_reader(args[1]))
    if origin is Literal:
        return _literal(args)
    if origin in (Union, types.UnionType):
        return _union(args)
    return (lambda raw: raw) if kind is Any else _scalar(kind)


def _scalar(kind: type) -> _Read:
    def read(raw: object) -> object:
        if kind in (int, float) and isinstance(raw, int) and not isinstance(raw, bool):
            if abs(raw) > _MOST:
                raise _MisfitError("a smaller number")
            return kind(raw)
        if not isinstance(raw, kind) or (kind is int and isinstance(raw, bool)):
            raise _MisfitError(getattr(kind, "__name__", str(kind)))
        if isinstance(raw, str) and not raw.isascii() and not _whole(raw):
            raise _MisfitError("whole characters")  # half a surrogate pair can be neither stored nor shown
        return raw

    return read


def _whole(text: str) -> bool:
    """Whether no half of a surrogate pair is in it; encoding looks at a law of 200,000 characters in no time."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _tuple(of: _Read) -> _Read:
    def read(raw: object) -> object:
        if not isinstance(raw, list):
            raise _MisfitError("a list")
        made: list[object] = []
        try:
            for value in raw:
                made.append(of(value))
        except _MisfitError as misfit:
            misfit.path.append(f"[{len(made)}]")
            raise
        return tuple(made)

    return read


def _dict(of: _Read) -> _Read:
    word = _scalar(str)

    def read(raw: object) -> object:
        if not isinstance(raw, dict):
            raise _MisfitError("an object")
        made: dict[str, object] = {}
        for key, value in raw.items():
            plain = str(word(key))
            try:
                made[plain] = of(value)
            except _MisfitError as misfit:
                misfit.path.append(f".{key}")
                raise
        return made

    return read


def _literal(args: tuple[object, ...]) -> _Read:
    def read(raw: object) -> object:
        if raw not in args:
            raise _MisfitError(" | ".join(map(str, args)))
        return raw

    return read


def _union(args: tuple[Any, ...]) -> _Read:
    readers = tuple(_reader(arg) for arg in args if arg is not types.NoneType)
    optional = types.NoneType in args

    def read(raw: object) -> object:
        if raw is None and optional:
            return None
        problem: Exception | None = None
        for one in readers:
            try:
                return one(raw)
            except (_MisfitError, ContentError) as error:
                problem = error
        raise problem or _MisfitError("another type")

    return read


def _record(cls: type) -> _Read:
    fields: list[tuple[str, _Read, bool]] | None = None

    def read(raw: object) -> object:
        if not isinstance(raw, dict):
            raise _MisfitError("an object")
        nonlocal fields
        fields = fields or _fields(cls)  # not before: a type may hold itself
        given: dict[str, object] = {}
        for name, of, required in fields:
            if name in raw:
                try:
                    given[name] = of(raw[name])
                except _MisfitError as misfit:
                    misfit.path.append(f".{name}")
                    raise
            elif required:
                raise _MisfitError("a value", f".{name}")
        return cls(**given)

    return read


def _fields(cls: type) -> list[tuple[str, _Read, bool]]:
    """Name, reader, and whether it has to be there."""
    hints, missing = typing.get_type_hints(cls), dataclasses.MISSING
    return [
        (f.name, _reader(hints[f.name]), f.default is missing and f.default_factory is missing)
        for f in dataclasses.fields(cls)
    ]
