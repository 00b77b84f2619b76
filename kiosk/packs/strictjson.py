"""JSON from somebody else: one reading of it, or none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NoReturn

_LONGEST_NUMBER = 20


def load(
    untrusted: bytes, most: int, parts: int = 100_000, shape: Callable[[dict[str, Any]], object] | None = None
) -> Any:
    """Parse JSON that says every key once and holds only ordinary numbers.

    Args:
        untrusted: UTF-8.
        most: bytes allowed.
        parts: values allowed, more or less: three bytes of JSON can become two hundred bytes of memory.
        shape: makes something smaller of each object as it is read.

    Raises:
        ValueError: it is too long or not such JSON.
    """
    if len(untrusted) > most:
        raise ValueError(f"longer than {most} bytes")
    if sum(untrusted.count(c) for c in (b",", b"[", b"{")) > parts:
        raise ValueError(f"more than {parts} values")

    def made(pairs: list[tuple[str, Any]]) -> object:
        return shape(_once(pairs)) if shape else _once(pairs)

    try:
        return json.loads(
            untrusted.decode("utf-8"), object_pairs_hook=made, parse_constant=_no_constant, parse_int=_short
        )
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key is repeated")
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _short(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError("a number is too long")
    return int(digits)
