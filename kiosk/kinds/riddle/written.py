"""What all files of a wall of lanterns have in common: how long a text may be, and how a mistake is said."""

from __future__ import annotations

from kiosk.core.source import Fields, ItemSource, no_such_item
from kiosk.core.text import Lang, Text

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"riddle": 120, "aim": 8, "answer": 8, "hint": 40, "how": 300, "form": 8, "source": 80},
    "en": {"riddle": 400, "aim": 32, "answer": 48, "hint": 120, "how": 800, "form": 40, "source": 160},
}
"""Longest texts, in characters: what still fits the screen."""


def words(fields: Fields, key: str, most: dict[str, int], *, required: bool = False) -> str:
    """Text of a field. What is missing is said in the words of this file, which has no `---` lines."""
    said = fields.text(key, most=most[key])
    if required and not said and not isinstance(fields.data.get(key), list | dict):
        fields.error(
            "missing-field",
            key,
            Text(f"缺少“{key}”。", f"“{key}” is missing."),
            Text(
                "每则灯谜要有 riddle（谜面）、aim（谜目）、answer（谜底）。", "A riddle needs riddle, aim and answer."
            ),
        )
    return said


def length(fields: Fields, key: str, said: str, most: int) -> None:
    """Note a word of a list that does not fit the screen."""
    if len(said) > most:
        fields.error(
            "too-long",
            key,
            Text(f"“{said[:12]}…”有 {len(said)} 个字，最多 {most} 个。", f"“{said[:12]}…” has {len(said)} characters, at most {most} fit."),
            Text("请改短。", "Shorten it."),
        )  # fmt: skip


def known(source: ItemSource, fields: Fields, key: str, link: str) -> None:
    """Note an item that is not there."""
    if not source.knows(link):
        fields.error("unknown-item", key, *no_such_item(link))
