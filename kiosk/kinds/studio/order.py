"""A request on its way: what a team has said so far, and what is written down of it. Pure; the office opens it with the same lines."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.core.errors import ContentError
from kiosk.core.text import Lang, Text
from kiosk.kinds.studio.model import MOST_PROBLEM, MOST_WISH

Way: TypeAlias = Literal["call", "visit", "come"]
WAYS: tuple[Way, ...] = ("call", "visit", "come")
"""Call the workshop's phone; come to the workshop; the team comes when the studio is open."""
FIELDS = ("problem", "wish", "team", "phone", "name")
MOST_SAID = {"team": 20, "phone": 20, "name": 20}
LEAST_PROBLEM, LEAST_TEAM, LEAST_PHONE = 2, 2, 3
BLOCK = 1024
"""Bytes. What is sealed is filled up to a multiple of it: its length does not tell how much was written."""


@dataclass(frozen=True, slots=True)
class Order:
    """A request.

    Args:
        card: number of the card that is being taken; empty: a new card.
        field: what it is about; empty when the studio names no fields.
        problem, wish: on a new card.
        way: how the studio should get in touch.
        team: workshop and team.
        phone: of the workshop; only needed for `call`.
        name: only if they want to give one.
        lang: of the screen it was written on.
    """

    card: str = ""
    field: str = ""
    problem: str = ""
    wish: str = ""
    way: Way = "call"
    team: str = ""
    phone: str = ""
    name: str = ""
    lang: Lang = "zh"

    @property
    def begun(self) -> bool:
        """Whether something would be lost."""
        return any(s.strip() for s in (self.problem, self.wish, self.team, self.phone, self.name))


def most(order: Order, field: str) -> int:
    """Characters that fit a text field."""
    return {**MOST_SAID, "problem": MOST_PROBLEM[order.lang], "wish": MOST_WISH[order.lang]}[field]


def write(order: Order, field: str, text: str) -> Order:
    """One of `FIELDS` holds `text` now."""
    if field not in FIELDS:
        return order
    changed: dict[str, Any] = {field: clean(text)[: most(order, field)]}
    return replace(order, **changed)


def phrase(order: Order, said: str) -> Order:
    """Put a phrase in front of what is written, or take it out again. Does nothing when both do not fit."""
    if said in order.problem:
        return replace(order, problem=order.problem.replace(said, "", 1).strip("，, "))
    told = order.problem.strip()
    joined = said + (("，" if order.lang == "zh" else ", ") + told if told else "")
    return replace(order, problem=joined) if len(joined) <= most(order, "problem") else order


def missing(order: Order, fields: tuple[str, ...]) -> str:
    """The first thing still to be said: `field`, `problem`, `team` or `phone`; empty when it can be sent.

    Args:
        fields: what the studio can be asked about.
    """
    if not order.card:
        if fields and order.field not in fields:
            return "field"
        if _told(order.problem) < LEAST_PROBLEM:
            return "problem"
    if _told(order.team) < LEAST_TEAM:
        return "team"
    if order.way == "call" and sum(c.isdigit() for c in order.phone) < LEAST_PHONE:
        return "phone"
    return ""


def plain_record(order: Order, code: str, day: str) -> dict[str, Any]:
    """Payload for a studio without an office key.

    Args:
        code: receipt.
        day: ISO date, or empty when the clock could not be right.
    """
    return {**_head(order), **_body(order, code, day)}


def sealed_record(order: Order, sealed: str, day: str) -> dict[str, Any]:
    """Payload of a request that only the office can read; of it the book knows only what the report and the limit count.

    Args:
        sealed: base64 of the sealed `letter`.
        day: ISO date, or empty when the clock could not be right.
    """
    return {**_head(order), "sealed": sealed, "day": day}


def letter(order: Order, code: str, day: str) -> bytes:
    """Bytes to be sealed, of a length that says little."""
    plain = json.dumps({"format": 1, **_head(order), **_body(order, code, day)}, ensure_ascii=False).encode()
    return plain + b" " * (-len(plain) % BLOCK)


def unpack(plain: bytes) -> dict[str, str]:
    """What a letter says, after the office opened it; anybody may have written it, so nothing in it is trusted.

    Raises:
        ContentError: `BAD_LETTER`.
    """
    try:
        told = json.loads(plain)
        if told["format"] != 1:
            raise ValueError(told["format"])
        wanted = ("event", "card", "field", "problem", "wish", "way", "team", "phone", "name", "code", "day")
        return {key: clean(str(told.get(key, "")))[:200] for key in wanted}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(
            "BAD_LETTER",
            Text("这张求助卡打开了，但看不懂。", "The card was opened but cannot be read."),
            Text("请用新版工具再打开。", "Open it with a current tool."),
        ) from error


def clean(text: str) -> str:
    """Text on one line, without control characters: a table or a terminal may show it."""
    joined = text.replace("\r", " ").replace("\n", " ").replace("\u2029", " ").replace("\t", " ")
    return "".join(c for c in joined if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def _head(order: Order) -> dict[str, Any]:
    return {"event": "take" if order.card else "order", "card": order.card, "field": order.field}


def _body(order: Order, code: str, day: str) -> dict[str, Any]:
    said = {key: getattr(order, key).strip() for key in ("problem", "wish", "team", "phone", "name")}
    return {**said, "way": order.way, "code": code, "day": day}


def _told(text: str) -> int:
    return len("".join(text.split()))
