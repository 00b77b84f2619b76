"""A help card on its way: written, looked at once more, kept, and given a receipt."""

from __future__ import annotations

import base64
import secrets
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import receipt
from kiosk.kinds.studio import board, limit, order
from kiosk.kinds.studio.boardmodel import LINE, StudioBoardViewModel
from kiosk.kinds.studio.model import Studio
from kiosk.kinds.studio.order import Order
from kiosk.kinds.studio.pages import StudioPages
from kiosk.sdk.page import alive
from kiosk.sdk.ui import Err, Result

QML_IMPORT_NAME = "kiosk.kinds.studio"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class OrderViewModel(QObject):
    """The request. `turned` when another page is up, `edited` when it changed."""

    turned = Signal()
    edited = Signal()

    def __init__(self, studio: Studio, cards: StudioBoardViewModel, pages: StudioPages, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._board = cards
        self._pages = pages
        self._order = Order(lang=pages.services.lang())
        self._token = ""
        self._code = ""
        self._busy = False
        self._problem: tuple[str, str] = ("", "")
        pages.turned.connect(self.turned)
        pages.turned.connect(self.edited)

    @Property(bool, notify=turned)
    def taking(self) -> bool:
        """The request takes a card that hangs already."""
        return bool(self._order.card)

    @Property("QVariantMap", notify=edited)
    def draft(self) -> dict[str, Any]:
        """The request so far: as a card (`number`, `team`, `problem`, `wish` …), and `way`, `phone`, `name`, `field`."""
        told = self._order
        taken = self._board.find(told.card)
        card = self._board.said(taken) if taken else {
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
        return "" if self._pages.phase == "describe" and gap in ("team", "phone") else gap

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
        return list(receipt.groups(self._code)) if self._pages.phase == "receipt" else []

    @Slot(str, result=int)
    def most(self, field: str) -> int:
        """Characters that fit a text field."""
        return order.most(self._order, field)

    @Slot()
    def hang(self) -> None:
        """Begin a new card, or go on with the one that was begun."""
        if self._pages.up("front"):
            self._begin("")
            self._pages.turn("describe")

    @Slot()
    def take(self) -> None:
        """Take the card in front."""
        front = self._board.front
        if self._pages.up("front") and front is not None and front.state == "open":
            self._begin(front.number)
            self._pages.turn("contact")

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
                self._pages.services.navigator.say(self.tr("写满了，加不下这一句。"))
            self._edit(changed)

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """A text field holds `text` now."""
        if self._pages.phase in ("describe", "contact"):
            self._edit(order.write(self._order, field, text))

    @Slot()
    def next(self) -> None:
        """To the next step; nothing happens while something is missing."""
        if self._pages.up("describe", "contact") and not self.missing:
            self._pages.turn("contact" if self._pages.phase == "describe" else "review")

    @Slot()
    def submit(self) -> None:
        """Keep it, sealed if the studio has an office key, and only then give a receipt.

        A second tap finds it busy; a retry goes under the same token, so that whatever happened before it is stored once.
        """
        gap = order.missing(self._order, self._studio.fields)
        if not self._pages.up("review") or self._busy or gap:
            return
        self._busy, self._problem = True, ("", "")
        self.edited.emit()
        told, code, key = self._order, self._code, self._studio.office_key
        today = self._pages.today()
        day = today.isoformat() if today else ""
        if not key:
            self._keep(order.plain_record(told, code, day))
            return

        def close() -> dict[str, Any]:
            from kiosk.sdk.office import OfficeKey, seal

            sealed = seal(order.letter(told, code, day), OfficeKey.parse(key))
            return order.sealed_record(told, base64.b64encode(sealed).decode("ascii"), day)

        def closed(result: Result[dict[str, Any]]) -> None:
            if isinstance(result, Err):
                self._stored(result)
            else:
                self._keep(result.value)

        self._pages.services.lanes.run("io", close, alive(self, closed))

    @property
    def begun(self) -> bool:
        """Something would be lost."""
        return self._order.begun

    def hand_over(self) -> Order | None:
        """What was begun, for the studio in the other language; here it is forgotten. None while it is being kept."""
        begun = self._order if self._order.begun and not self._busy else None
        if begun is not None:
            self._order = Order(lang=self._pages.services.lang())
        return begun

    def go_on(self, begun: Order) -> None:
        """Go on with what `hand_over` gave."""
        self._begin(begun.card)
        said = {f: getattr(begun, f) for f in order.FIELDS}
        self._order = replace(self._order, way=begun.way, **said)
        self._pages.turn("contact" if begun.card else "describe")

    def _keep(self, payload: dict[str, Any]) -> None:
        services, uid = self._pages.services, self._pages.opened.uid
        services.recorder.submit(
            limit.KEY, uid, payload, alive(self, self._stored), person=limit.person(services.visit()),
            once=f"order:{self._token}", rule=limit.rule(uid, services.visit(), payload["day"]),
        )  # fmt: skip

    def _stored(self, result: Result[Any]) -> None:
        """The record is on the disk, or it never will be."""
        self._busy = False
        if isinstance(result, Err):
            lang = self._pages.services.lang()
            if isinstance(result.error, limit.LimitError):
                self._problem = (result.error.message(lang), result.error.hint(lang))
            else:
                again = self.tr("再挂一次试试，不行就直接去工作室。")
                self._problem = (self.tr("没有存上，你写的还在。"), f"{result.error.message(lang)} {again}")
            self.edited.emit()
            return
        self._order = Order(lang=self._pages.services.lang())
        self._pages.turn("receipt")

    def _begin(self, card: str) -> None:
        """A fresh request, unless one for the same card was begun."""
        if not self._order.begun or self._order.card != card:
            field = self._studio.fields[0] if len(self._studio.fields) == 1 and not card else ""
            taken = self._board.find(card)
            self._order = Order(card=card, field=taken.field if taken else field, lang=self._pages.services.lang())
        self._token, self._code, self._problem = secrets.token_hex(8), receipt.new_code(), ("", "")

    def _edit(self, changed: Order) -> None:
        if changed != self._order:
            self._order = changed
            self.edited.emit()
