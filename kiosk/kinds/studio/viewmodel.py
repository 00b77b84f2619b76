"""A studio on the screen: its wall of numbers, the rooms behind it, and a help card that is written, kept and given a receipt."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
from shiboken6 import isValid

from kiosk.core import receipt
from kiosk.core.clock import plausible
from kiosk.kinds.studio import board, order, words
from kiosk.kinds.studio.model import HelpCard, Studio
from kiosk.kinds.studio.order import Order
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Err, ItemViewModel, Opened, Result, Services, card_data

QML_IMPORT_NAME = "kiosk.kinds.studio"
QML_IMPORT_MAJOR_VERSION = 1

Phase: TypeAlias = Literal[
    "front", "results", "patents", "tree", "people", "changes", "gallery", "links", "describe", "contact", "review", "receipt"
]  # fmt: skip
ROOMS: tuple[Phase, ...] = ("results", "patents", "tree", "people", "changes", "gallery", "links")
SETTLE = 0.6
"""Seconds after a page came up in which its buttons do nothing: the second tap of a double tap."""
STAKE = "studio"
LINE = 12
"""Characters of a card's problem on one line, Chinese."""


@QmlElement
@QmlUncreatable("made by the app")
class StudioViewModel(ItemViewModel):
    """What QML shows and does. `turned` when another page or card is up, `edited` when the request changed."""

    turned = Signal()
    edited = Signal()

    def __init__(
        self, opened: Opened, content: Studio, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._studio = content
        self._cards = board.hung(content)
        self._phase: Phase = "front"
        self._card = 0
        self._at = 0
        self._turned_at = -SETTLE
        self._order = Order(lang=services.lang())
        self._token = ""
        self._code = ""
        self._busy = False
        self._problem: tuple[str, str] = ("", "")

    # --- the wall ---------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """Which page is up."""
        return self._phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property(bool, constant=True)
    def sample(self) -> bool:
        """Everything here is invented."""
        return self._studio.sample

    @Property(str, constant=True)
    def leader(self) -> str:
        """Who leads it."""
        return self._studio.head

    @Property(str, constant=True)
    def about(self) -> str:
        """A sentence or two."""
        return self._studio.about

    @Property("QStringList", constant=True)
    def fields(self) -> list[str]:
        """What the studio knows about."""
        return list(self._studio.fields)

    @Property("QVariantList", constant=True)
    def changes(self) -> list[dict[str, Any]]:
        """Numbers before and after, with the slats of each."""
        return [words.change(c) for c in self._studio.changes]

    @Property("QVariantList", constant=True)
    def tiles(self) -> list[dict[str, Any]]:
        """The three counts of the wall: `room`, `count`, `word`, `note`."""
        studio = self._studio
        patents = [r for r in studio.results if r.sort == "patent"]
        young, done = words.apprentices(studio)
        used = sum("used" in r.states for r in studio.results)
        pending, granted = (sum(state in r.states for r in patents) for state in ("pending", "granted"))
        found = [
            ("results", len(studio.results), self.tr("项成果"), self.tr("%1 项在用").replace("%1", str(used))),
            (
                "patents",
                len(patents),
                self.tr("项专利"),
                (self.tr("%1 项待授权") if pending else self.tr("%1 项已授权")).replace("%1", str(pending or granted)),
            ),
            ("tree", young, self.tr("个徒弟"), self.tr("%1 个已出师").replace("%1", str(done))),
            ("people", len(studio.members), self.tr("种角色"), self.tr("谁在这里")),
            ("people", len(studio.honours), self.tr("项荣誉"), self.tr("和成员一起看")),
        ]
        told = [{"room": r, "count": n, "word": w, "note": note} for r, n, w, note in found if n]
        return told[:3]

    @Property("QVariantList", constant=True)
    def rooms(self) -> list[dict[str, Any]]:
        """What else there is to see: `room`, `word`, `count`; only what is not empty."""
        studio = self._studio
        found = (
            ("people", self.tr("成员"), len(studio.members) + len(studio.honours)),
            ("changes", self.tr("对比"), len(studio.changes) + len(studio.pairs)),
            ("gallery", self.tr("照片"), len(studio.pictures)),
            ("links", self.tr("接着看"), len(self.opened.related)),
        )
        return [{"room": r, "word": w, "count": n} for r, w, n in found if n]

    @Property(int, constant=True)
    def cardCount(self) -> int:
        """Help cards on the wall."""
        return len(self._cards)

    @Property(int, constant=True)
    def openCount(self) -> int:
        """Help cards nobody has taken."""
        return sum(c.state == "open" for c in self._cards)

    @Property("QVariantMap", notify=turned)
    def card(self) -> dict[str, Any]:
        """The card in front; empty when none hangs."""
        return self._said(self._cards[self._card]) if self._cards else {}

    @Property(int, notify=turned)
    def cardAt(self) -> int:
        """Its place, from 0."""
        return self._card

    @Slot(int)
    def turnCard(self, step: int) -> None:
        """Another card to the front; after the last comes the first."""
        if self._phase == "front" and self._cards:
            self._card = (self._card + step) % len(self._cards)
            self.turned.emit()

    # --- the rooms behind it ----------------------------------------------------------------------------------------

    @Property("QVariantList", notify=turned)
    def results(self) -> list[dict[str, Any]]:
        """Results, or only patents: `name`, `sort`, `year`, `gain`, `state`, `tone`."""
        shown = [r for r in self._studio.results if self._phase != "patents" or r.sort == "patent"]
        sorts = {
            "patent": self.tr("专利"), "method": self.tr("操作法"), "tooling": self.tr("工装"), "improvement": self.tr("改进"),
            "paper": self.tr("论文"), "standard": self.tr("标准"), "prize": self.tr("获奖"),
        }  # fmt: skip
        states = {
            "used": self.tr("在用"), "trial": self.tr("试用"), "retired": self.tr("停用"), "granted": self.tr("已授权"), "pending": self.tr("待授权"),
        }  # fmt: skip
        return [
            {
                "name": r.name, "sort": sorts[r.sort], "year": r.year, "gain": r.gain,
                "state": self.tr("、").join(states[s] for s in r.states if s),
                "tone": "done" if "used" in r.states else "doing" if {"trial", "pending"} & set(r.states) else "",
            }
            for r in shown
        ]  # fmt: skip

    @Property("QVariantList", constant=True)
    def members(self) -> list[dict[str, Any]]:
        """Who is here: `role`, `does`."""
        return [{"role": m.role, "does": m.does} for m in self._studio.members]

    @Property("QVariantList", constant=True)
    def honours(self) -> list[dict[str, Any]]:
        """Honours: `name`, `year`."""
        return [{"name": h.name, "year": h.year} for h in self._studio.honours]

    @Property("QVariantMap", constant=True)
    def tree(self) -> dict[str, Any]:
        """The master-apprentice tree."""
        return words.people(self._studio)

    @Property("QVariantList", constant=True)
    def pairs(self) -> list[dict[str, Any]]:
        """Pictures before and after: `what`, `before`, `after`."""
        return [
            {"what": p.what, "before": words.shot(p.before, self.media), "after": words.shot(p.after, self.media)}
            for p in self._studio.pairs
        ]

    @Property("QVariantList", constant=True)
    def pictures(self) -> list[dict[str, Any]]:
        """The gallery."""
        return [words.shot(p, self.media) for p in self._studio.pictures]

    @Property("QVariantList", constant=True)
    def links(self) -> list[dict[str, Any]]:
        """Stories and films to go on with."""
        return [card_data(card) for card in self.opened.related]

    @Property(int, notify=turned)
    def at(self) -> int:
        """Which comparison or picture is up."""
        return self._at

    @Slot(str)
    def enter(self, room: str) -> None:
        """Into one of the rooms."""
        if self._phase == "front" and room in ROOMS:
            self._at = 0
            self._turn(room)

    @Slot()
    def home(self) -> None:
        """Back to the studio's wall."""
        if self._phase in ROOMS or (self._phase == "receipt" and self._settled()):
            self._turn("front")

    @Slot(int)
    def show(self, place: int) -> None:
        """Another comparison or picture of this room; beyond the ends nothing happens."""
        studio = self._studio
        many = len(studio.pictures) if self._phase == "gallery" else len(studio.changes) + len(studio.pairs)
        if self._phase in ("gallery", "changes") and 0 <= place < many and place != self._at:
            self._at = place
            self.turned.emit()

    @Slot(str)
    def open(self, uid: str) -> None:
        """Go on with a story or a film."""
        if self._phase == "links" and any(card.uid == uid for card in self.opened.related):
            self.services.navigator.openItem(uid)

    # --- a request --------------------------------------------------------------------------------------------------

    @Property(bool, notify=turned)
    def taking(self) -> bool:
        """The request takes a card that hangs already."""
        return bool(self._order.card)

    @Property("QVariantMap", notify=edited)
    def draft(self) -> dict[str, Any]:
        """The request so far: as a card (`number`, `team`, `problem`, `wish` …), and `way`, `phone`, `name`, `field`."""
        told = self._order
        taken = next((c for c in self._cards if told.card and c.number == told.card), None)
        card = self._said(taken) if taken else {
            "number": "", "team": told.team.strip(), "problem": board.broken(told.problem, LINE), "wish": told.wish.strip(),
            "state": "", "word": "", "since": "", "field": told.field,
        }  # fmt: skip
        mine = {f: getattr(told, f) for f in order.FIELDS}
        return {
            **card,
            "way": told.way,
            "phone": told.phone.strip(),
            "name": told.name.strip(),
            "topic": told.field,
            "mine": mine,
        }

    @Property("QStringList", constant=True)
    def phrases(self) -> list[str]:
        """Beginnings to choose instead of typing them."""
        return list(self._studio.phrases)

    @Property(str, notify=edited)
    def missing(self) -> str:
        """What this page still needs before one can go on; empty when nothing."""
        gap = order.missing(self._order, self._studio.fields)
        return "" if self._phase == "describe" and gap in ("team", "phone") else gap

    @Property(bool, constant=True)
    def sealed(self) -> bool:
        """Only the office can read it."""
        return bool(self._studio.office_key)

    @Property(bool, notify=edited)
    def busy(self) -> bool:
        """It is being kept."""
        return self._busy

    @Property("QStringList", notify=edited)
    def trouble(self) -> list[str]:
        """Why it was not kept: two sentences; empty when nothing is wrong."""
        return [s for s in self._problem if s]

    @Property("QStringList", notify=turned)
    def receipt(self) -> list[str]:
        """The code, in groups."""
        return list(receipt.groups(self._code)) if self._phase == "receipt" else []

    @Slot(str, result=int)
    def most(self, field: str) -> int:
        """Characters that fit a text field."""
        return order.most(self._order, field)

    @Slot()
    def hang(self) -> None:
        """Begin a new card, or go on with the one that was begun."""
        if self._phase == "front" and self._settled():
            self._begin("")
            self._turn("describe")

    @Slot()
    def take(self) -> None:
        """Take the card in front."""
        if self._phase == "front" and self._settled() and self._cards and self._cards[self._card].state == "open":
            self._begin(self._cards[self._card].number)
            self._turn("contact")

    @Slot(str)
    def chooseField(self, field: str) -> None:
        """What it is about."""
        if field in self._studio.fields and not self._busy:
            self._edit(replace(self._order, field=field))

    @Slot(str)
    def chooseWay(self, way: str) -> None:
        """How to get in touch."""
        if way in order.WAYS and not self._busy:
            self._edit(replace(self._order, way=way))

    @Slot(str)
    def choosePhrase(self, said: str) -> None:
        """Put a phrase in, or take it out again."""
        if said in self._studio.phrases and not self._busy:
            changed = order.phrase(self._order, said)
            if changed is self._order:
                self.services.navigator.say(self.tr("写满了，加不下这一句。"))
            self._edit(changed)

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """A text field holds `text` now."""
        if self._phase in ("describe", "contact"):
            self._edit(order.write(self._order, field, text))

    @Slot()
    def next(self) -> None:
        """To the next step; nothing happens while something is missing."""
        if self._phase in ("describe", "contact") and not self.missing and self._settled():
            self._turn("contact" if self._phase == "describe" else "review")

    @Slot()
    def back(self) -> None:
        """To the step before, as the skirting does it."""
        self.step_back()

    @Slot()
    def submit(self) -> None:
        """Keep it, sealed if the studio has an office key, and only then give a receipt.

        A second tap finds it busy; a retry goes under the same token, so that whatever happened before it is stored once.
        """
        gap = order.missing(self._order, self._studio.fields)
        if self._phase != "review" or self._busy or gap or not self._settled():
            return
        self._busy, self._problem = True, ("", "")
        self.edited.emit()
        told, code, key = self._order, self._code, self._studio.office_key
        today = self._today()
        day = today.isoformat() if today else ""
        if not key:
            self._keep(order.plain_record(told, code, day))
            return

        def close() -> dict[str, Any]:
            from kiosk.sdk.office import OfficeKey, seal

            sealed = seal(order.letter(told, code, day), OfficeKey.parse(key))
            return order.sealed_record(told, base64.b64encode(sealed).decode("ascii"))

        def closed(result: Result[dict[str, Any]]) -> None:
            if isinstance(result, Err):
                self._stored(result)
            else:
                self._keep(result.value)

        self.services.lanes.run("io", close, self._alive(closed))

    def _keep(self, payload: dict[str, Any]) -> None:
        self.services.recorder.submit(
            "studio", self.opened.uid, payload, self._alive(self._stored), once=f"order:{self._token}"
        )

    def _stored(self, result: Result[Any]) -> None:
        """The record is on the disk, or it never will be."""
        self._busy = False
        if isinstance(result, Err):
            lang = self.services.lang()
            again = self.tr("再挂一次试试，不行就直接去工作室。")
            self._problem = (self.tr("没有存上，你写的还在。"), f"{result.error.message(lang)} {again}")
            self.edited.emit()
            return
        self._order = Order(lang=self.services.lang())
        self._turn("receipt")
        self._stake()

    # --- the house --------------------------------------------------------------------------------------------------

    def step_back(self) -> bool:
        """One step back inside the studio."""
        before: dict[str, Phase] = {
            "describe": "front", "contact": "front" if self._order.card else "describe", "review": "contact", "receipt": "front",
        }  # fmt: skip
        if self._phase == "front" or self._busy:
            return self._busy
        self._turn(before.get(self._phase, "front"))
        return True

    def leave(self) -> None:
        """The page goes for good; an unfinished card with it."""
        self.services.navigator.atStake(STAKE, False)

    def _begin(self, card: str) -> None:
        """A fresh request, unless one for the same card was begun."""
        if not self._order.begun or self._order.card != card:
            field = self._studio.fields[0] if len(self._studio.fields) == 1 and not card else ""
            taken = next((c.field for c in self._cards if card and c.number == card), field)
            self._order = Order(card=card, field=taken, lang=self.services.lang())
        self._token, self._code, self._problem = secrets.token_hex(8), receipt.new_code(), ("", "")

    def _edit(self, changed: Order) -> None:
        if changed != self._order:
            self._order = changed
            self.edited.emit()
            self._stake()

    def _turn(self, phase: Phase) -> None:
        self._phase = phase
        self._turned_at = self._now()
        self.turned.emit()
        self.edited.emit()

    def _stake(self) -> None:
        self.services.navigator.atStake(STAKE, self._order.begun)

    def _said(self, card: HelpCard) -> dict[str, Any]:
        """A card as QML shows it: `word` and `state`, and `since` in one sentence."""
        gone = board.days(card, self._today())
        word = {"open": self.tr("没人接"), "taken": self.tr("有人接"), "solved": self.tr("解决了")}[card.state]
        if gone < 0:
            since = card.note
        elif card.state == "solved":
            since = self.tr("用了 %n 天解决", "", gone)
        elif card.state == "taken":
            since = self.tr("挂了 %n 天，有人在做", "", gone)
        else:
            since = self.tr("挂了 %n 天，还没人接", "", gone)
        if gone >= 0 and card.note:
            since = self.tr("%1。%2").replace("%1", since).replace("%2", card.note)
        problem = board.broken(card.problem, LINE) if self.han else card.problem
        return {
            "number": card.number, "team": card.team, "problem": problem, "wish": card.wish, "state": card.state,
            "word": word, "since": since, "field": card.field,
        }  # fmt: skip

    def _today(self) -> date | None:
        now = self.services.clock.now()
        return now.astimezone().date() if plausible(now) else None

    def _alive(self, done: Callable[[Result[Any]], None]) -> Callable[[Result[Any]], None]:
        """`done`, unless this page has been left for good meanwhile."""
        return lambda result: done(result) if isValid(self) else None

    def _now(self) -> float:
        return self.services.clock.monotonic()

    def _settled(self) -> bool:
        return self._now() - self._turned_at >= SETTLE
