"""Laying the English file over the Chinese one: words are replaced, everything else stays."""

from __future__ import annotations

from typing import Any

from kiosk.core.source import Fields

INHERITED = 0
"""Line number of a field that comes from the Chinese file; real lines start at 1."""

FIXED = frozenset({"kind", "era", "trade", "order", "quoted", "published", "related", "cover"})
"""Common fields that are the same in every language."""


def overlay(base: Fields, words: Fields) -> Fields:
    """Fields of the translation: those of `words`, then what only `base` has (with line `INHERITED`).

    Mappings, and lists of mappings of one length, are joined entry by entry, so that a translation of
    `honours: [{name: …, year: …}]` need not repeat the years.
    """
    lines: dict[str, int] = dict.fromkeys(base.lines, INHERITED) | dict(words.lines)
    fixed = {key: base.data[key] for key in FIXED if key in base.data}
    lines |= {key: INHERITED for key in base.lines if key.split(".")[0] in fixed}
    lines[""] = INHERITED
    merged = {**_join(dict(base.data), dict(words.data)), **fixed}
    return Fields(merged, lines, words.file, words.findings)


def _join(base: Any, words: Any) -> Any:
    if isinstance(base, dict) and isinstance(words, dict):
        joined = {key: _join(base[key], words[key]) for key in base if key in words}
        return base | words | joined
    if _entries(base) and _entries(words) and len(base) == len(words):
        return [_join(b, w) for b, w in zip(base, words, strict=True)]
    return base if words in (None, "") else words


def _entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, dict) for v in value)
