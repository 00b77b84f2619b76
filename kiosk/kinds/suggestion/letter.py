"""A suggestion on its way: what the visitor has said so far, and the bytes that are sealed.

Qt-free, so that the office opens what the kiosk closed with the same lines.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass, replace
from typing import Any

from kiosk.core.errors import ContentError
from kiosk.core.text import Lang, Text
from kiosk.kinds.suggestion.model import MOST_TEXT

BLOCK = 2048
"""Bytes. Letters are filled up to a multiple of it: the length of a sealed one does not tell how much was written."""
MOST_CONTACT = 40
LEAST_TEXT = 2
CONTACTS = ("name", "number", "phone")

_ENDS = "。！？；，、.!?;,…"


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes to the office.

    Args:
        topic: key of the topic.
        text: what was written.
        name, number, phone: only if the visitor wants to be known.
        code: of the receipt.
        box: `pack/item`.
        day: ISO date, or empty when the clock could not be right.
        lang: of the screen it was written on.
    """

    topic: str = ""
    text: str = ""
    name: str = ""
    number: str = ""
    phone: str = ""
    code: str = ""
    box: str = ""
    day: str = ""
    lang: Lang = "zh"

    @property
    def ready(self) -> bool:
        """Whether there is something to send."""
        return bool(self.topic) and len("".join(self.text.split())) >= LEAST_TEXT

    @property
    def begun(self) -> bool:
        """Whether something would be lost."""
        return bool(self.text.strip() or self.named)

    @property
    def named(self) -> bool:
        """Whether the visitor said who they are."""
        return any((self.name, self.number, self.phone))


def write(letter: Letter, text: str) -> Letter:
    """The text field holds `text` now."""
    return replace(letter, text=clean(text)[:MOST_TEXT])


def fill(letter: Letter, field: str, text: str) -> Letter:
    """One of `CONTACTS` holds `text` now."""
    if field not in CONTACTS:
        return letter
    said: dict[str, Any] = {field: clean(text).replace("\n", " ")[:MOST_CONTACT]}
    return replace(letter, **said)


def toggle(letter: Letter, phrase: str) -> Letter:
    """Add a phrase after what is written, or take it out again. Does nothing when it does not fit."""
    if phrase in letter.text:
        before, _, after = letter.text.partition(phrase)
        return replace(
            letter,
            text=(
                before.rstrip() + after.lstrip() if letter.lang == "zh" else f"{before.rstrip()} {after.lstrip()}"
            ).strip(),
        )
    told = letter.text.rstrip()
    if told and told[-1] not in _ENDS:
        told += "。" if letter.lang == "zh" else "."
    joined = told + ("" if letter.lang == "zh" or not told else " ") + phrase
    return replace(letter, text=joined) if len(joined) <= MOST_TEXT else letter


def pack(letter: Letter) -> bytes:
    """Bytes to be sealed, of a length that says little."""
    plain = json.dumps({"format": 1, **asdict(letter)}, ensure_ascii=False).encode()
    return plain + b" " * (-len(plain) % BLOCK)


def unpack(plain: bytes) -> Letter:
    """A letter that was opened; whoever holds the public key may have written it, so nothing in it is trusted.

    Raises:
        ContentError: `BAD_LETTER`.
    """
    try:
        told = json.loads(plain)
        if told["format"] != 1:
            raise ValueError(told["format"])
        given = {key: clean(told.get(key, ""))[: MOST_TEXT * 2] for key in asdict(Letter())}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(
            "BAD_LETTER",
            Text("这条内容打开了，但看不懂。", "It was opened but cannot be read."),
            Text("请用新版工具再打开。", "Open it with a current tool."),
        ) from error
    return Letter(**{**given, "lang": "en" if given["lang"] == "en" else "zh"})


def clean(text: str) -> str:
    """Text without control characters; a terminal or a table may show it."""
    lines = text.replace("\r\n", "\n").replace("\u2029", "\n").replace("\t", " ")
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
