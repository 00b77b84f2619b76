"""What a phone carries away: title, a few sentences, source and perhaps an address, small enough for one QR code. Pure.

The text itself is in the code, so it works where there is no network at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST_BYTES = 440
"""Version 16 with correction M holds 450 bytes: 81 modules, 2.5 mm each on a 43" panel, read from arm's length."""
SENTENCES = 3
_SENTENCE = re.compile(r"[^。！!\n]*?[^。！？!?\n]{6,}(?:[。！]|[.!](?=\s|$))")


@dataclass(frozen=True, slots=True)
class Carried:
    """The parts of a card; all but the title may be empty."""

    title: str
    sentences: tuple[str, ...] = ()
    source: str = ""
    address: str = ""

    @property
    def said(self) -> str:
        """The sentences one after the other."""
        return "".join(_joined(self.sentences))

    def words(self) -> str:
        """As the phone shows it, line by line."""
        return "\n".join(filter(None, (self.title, self.said, self.source, self.address)))


def sentences(text: str) -> tuple[str, ...]:
    """Two or three whole sentences from the start of a text: no headings, no questions, no blanks to fill in."""
    found: list[str] = []
    for line in text.splitlines():
        good = [s.strip() for s in _SENTENCE.findall(line) if "__" not in s]
        found += good
        if len(found) >= 2:
            break
    return tuple(found[:SENTENCES])


def card(title: str, text: str, source: str, address: str, most: int = MOST_BYTES) -> Carried:
    """A card that fits.

    Sentences go first, from the last; then the last of them is cut; then the source goes; then the address; a title that
    is too long by itself is cut.

    Args:
        title: of the item.
        text: its plain text.
        source: where the facts were checked, as one line.
        address: for a phone with a network; may be empty.
        most: bytes of UTF-8.
    """
    made = Carried(title.strip(), sentences(text), source.strip(), address)
    while _size(made) > most and len(made.sentences) > 1:
        made = Carried(made.title, made.sentences[:-1], made.source, made.address)
    if _size(made) > most and made.sentences:
        room = most - _size(Carried(made.title, (), made.source, made.address)) - 1
        said = _cut(made.sentences[0], room)
        made = Carried(made.title, (said,) if len(said) > 8 else (), made.source, made.address)
    if _size(made) > most:
        made = Carried(made.title, made.sentences, "", made.address)
    if _size(made) > most:
        made = Carried(made.title, made.sentences, "", "")
    if _size(made) > most:
        made = Carried(_cut(made.title, most))
    return made


def _size(made: Carried) -> int:
    return len(made.words().encode())


def _joined(said: Iterable[str]) -> Iterable[str]:
    """Western sentences are parted by a blank."""
    for n, sentence in enumerate(said):
        yield (" " if n and sentence[:1].isascii() else "") + sentence


def _cut(words: str, most: int) -> str:
    """The start of `words` with an ellipsis, in at most so many bytes; whole characters only."""
    if len(words.encode()) <= most:
        return words
    return words.encode()[: max(0, most - 3)].decode(errors="ignore").rstrip("，、；,; ") + "…" if most >= 6 else ""
