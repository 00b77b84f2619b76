"""How long the texts of a lesson may be, and how a mistake in it is said."""

from __future__ import annotations

from kiosk.core.source import ItemSource, no_such_item
from kiosk.core.text import Lang, Text

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"word": 4, "key": 48, "more": 240, "prompt": 40, "option": 24, "why": 90, "shown": 10},
    "en": {"word": 12, "key": 150, "more": 700, "prompt": 120, "option": 72, "why": 280, "shown": 28},
}
"""Longest texts, in characters: what still fits the screen."""


def mistake(source: ItemSource, code: str, n: int, message: Text, hint: Text) -> None:
    """Note a mistake at a line of the lesson."""
    source.findings.error(code, source.file, n, message, hint)


def too_long(source: ItemSource, n: int, zh: str, en: str, long: int, most: int) -> None:
    """Note a text that does not fit the screen."""
    mistake(
        source, "too-long", n,
        Text(f"{zh}有 {long} 个字，最多 {most} 个。", f"The {en} has {long} characters, at most {most}."),
        Text("请改短，或者分成两步。", "Shorten it, or make two steps of it."),
    )  # fmt: skip


def twice(source: ItemSource, n: int, zh: str, en: str) -> None:
    """Note what stands twice in a step."""
    mistake(
        source, "twice", n, Text(f"这一步有两个{zh}。", f"This step has two of them: {en}."),
        Text("一步只放一个。", "One a step is enough."),
    )  # fmt: skip


def unknown(source: ItemSource, line: int, link: str) -> None:
    """Note an item that is not there."""
    mistake(source, "unknown-item", line, *no_such_item(link))
