"""A letter on the screen: what it is about, what it says, who writes it; sealed and stored before anybody is thanked."""

from __future__ import annotations

import base64
import logging
import uuid
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import receipt as receipt_code
from kiosk.kinds.suggestion import code, letter
from kiosk.kinds.suggestion.letter import Letter
from kiosk.kinds.suggestion.model import MOST_TEXT, Box
from kiosk.kinds.suggestion.pages import KEY, STEPS, BoxPages
from kiosk.sdk.page import SETTLE, alive
from kiosk.sdk.ui import Err, Result

QML_IMPORT_NAME = "kiosk.kinds.suggestion"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class LetterViewModel(QObject):
    """What is being written.

    `turned` when another page is up, `edited` when what the visitor writes changed, `phrasesChanged` when a sentence went in
    or out, `stored` with the code of its receipt when it is on the disk.
    """

    turned = Signal()
    edited = Signal()
    phrasesChanged = Signal()
    stored = Signal(str)

    def __init__(self, box: Box, pages: BoxPages, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._pages = pages
        self._letter = Letter()
        self._token = ""
        self._busy = False
        self._problem: tuple[str, str] = ("", "")
        self._toggled = ("", -SETTLE)
        for changed in (self.turned, self.edited, self.phrasesChanged):
            pages.turned.connect(changed)

    @Property("QVariantList", constant=True)
    def topics(self) -> list[dict[str, Any]]:
        """What a suggestion may be about: `key`, `name`."""
        return [{"key": t.key, "name": t.name} for t in self._box.topics]

    @Property(int, constant=True)
    def answerDays(self) -> int:
        """Days within which the office promises to answer; 0 for no promise."""
        return self._box.answer_days

    @Property(int, constant=True)
    def most(self) -> int:
        """Characters that fit."""
        return MOST_TEXT

    @Property(int, notify=turned)
    def step(self) -> int:
        """Index of the step of writing; -1 on other pages."""
        return STEPS.index(self._pages.phase) if self._pages.phase in STEPS else -1

    @Property(bool, notify=turned)
    def begun(self) -> bool:
        """Something is written and not sent yet."""
        return self._letter.begun

    @Property(str, notify=edited)
    def topicName(self) -> str:
        """The topic that was chosen."""
        return self._box.topic(self._letter.topic).name

    @Property(str, notify=edited)
    def text(self) -> str:
        """What is written."""
        return self._letter.text

    @Property(bool, notify=edited)
    def ready(self) -> bool:
        """There is something to send."""
        return self._letter.ready

    @Property("QVariantList", notify=phrasesChanged)
    def phrases(self) -> list[dict[str, Any]]:
        """Sentences to choose: `text`, `on`."""
        known = (*self._box.topic(self._letter.topic).phrases, *self._box.phrases)
        return [{"text": p, "on": p in self._letter.text} for p in dict.fromkeys(known)]

    @Property("QVariantMap", notify=edited)
    def contact(self) -> dict[str, str]:
        """What the visitor said of themselves: `name`, `number`, `phone`; each may be empty."""
        return {field: getattr(self._letter, field) for field in letter.CONTACTS}

    @Property(bool, notify=edited)
    def named(self) -> bool:
        """The visitor said who they are."""
        return self._letter.named

    @Property(bool, notify=edited)
    def busy(self) -> bool:
        """It is being sealed and stored."""
        return self._busy

    @Property(str, notify=edited)
    def problem(self) -> str:
        """Why it was not stored; empty when nothing is wrong."""
        return self._problem[0]

    @Property(str, notify=edited)
    def remedy(self) -> str:
        """What to do about it."""
        return self._problem[1]

    @Slot()
    def begin(self) -> None:
        """Write a suggestion, or go on with the one that was begun."""
        if not self._pages.up("list", "receipt"):
            return
        if self._letter.begun:
            self._pages.turn("text")
            return
        self.forget()
        only = self._box.topics[0].key if len(self._box.topics) == 1 else ""
        self._letter = replace(self._letter, topic=only)
        self._pages.turn("text" if only else "topic")

    @Slot(str)
    def choose(self, topic: str) -> None:
        """It is about this."""
        if self._pages.up("topic") and topic in {t.key for t in self._box.topics}:
            self._letter = replace(self._letter, topic=topic)
            self._pages.turn("text")

    @Slot(str)
    def write(self, text: str) -> None:
        """The text field holds `text` now."""
        if self._pages.phase == "text":
            self._edit(letter.write(self._letter, text))

    @Slot(str)
    def togglePhrase(self, phrase: str) -> None:
        """Add a sentence, or take it out; the second tap of a double tap does nothing."""
        now = self._pages.pace.now
        if self._pages.phase == "text" and (self._toggled[0] != phrase or now - self._toggled[1] >= SETTLE):
            self._toggled = (phrase, now)
            changed = letter.toggle(self._letter, phrase)
            if changed is self._letter:
                self._pages.services.navigator.say(self.tr("写满了，加不下这一句。"))
            self._edit(changed)

    @Slot(str, str)
    def fill(self, field: str, text: str) -> None:
        """A contact field holds `text` now."""
        if self._pages.phase == "contact":
            self._edit(letter.fill(self._letter, field, text))

    @Slot()
    def next(self) -> None:
        """To the next step of writing."""
        if self._pages.up("text", "contact") and self._letter.ready:
            self._pages.turn("contact" if self._pages.phase == "text" else "review")

    @Slot()
    def rewrite(self) -> None:
        """From the review back to the text."""
        if self._pages.up("review") and not self._busy:
            self._pages.turn("text")

    @Slot()
    def submit(self) -> None:
        """Seal it, store it, and only then give a receipt.

        A second tap finds it busy; a retry goes under the same token, so that whatever happened before it is stored once.
        """
        if not self._pages.up("review") or self._busy or not self._letter.ready:
            return
        self._busy, self._problem = True, ("", "")
        today = self._pages.today()
        told = replace(self._letter, day=today.isoformat() if today else "")
        key = self._box.office_key
        self.edited.emit()

        def close() -> tuple[str, str]:
            from kiosk.sdk.office import OfficeKey, seal

            sealed = seal(letter.pack(told), OfficeKey.parse(key))
            return base64.b64encode(sealed).decode("ascii"), code.book_hash(told.code)

        def closed(result: Result[tuple[str, str]]) -> None:
            if isinstance(result, Err):
                self._not_stored(result)
                return
            if told.code != self._letter.code:
                return  # the page was left before it was sealed: nothing is stored, nobody is thanked
            sealed, who = result.value
            payload = {"event": "letter", "sealed": sealed, "key": key[-7:], "day": told.day}
            self._pages.services.recorder.submit(
                KEY, self._pages.uid, payload, self._kept, person=who, once=f"letter:{self._token}", apart=True
            )

        self._pages.services.lanes.run("io", close, alive(self, closed))

    def forget(self) -> None:
        """A fresh sheet, under another code."""
        services = self._pages.services
        self._letter = Letter(code=receipt_code.new_code(), box=self._pages.uid, lang=services.lang())
        self._token = uuid.uuid4().hex
        self._busy, self._problem = False, ("", "")

    def hand_over(self) -> Letter | None:
        """What was begun, for the same page in the other language; here it is forgotten. None while it is being stored."""
        begun = self._letter if self._letter.begun and not self._busy else None
        if begun is not None:
            self.forget()
        return begun

    def go_on(self, begun: Letter) -> None:
        """Go on with what `hand_over` gave."""
        self.forget()
        topics = {t.key for t in self._box.topics}
        topic = begun.topic if begun.topic in topics else next(iter(topics), "")
        self._letter = replace(
            self._letter, topic=topic, text=begun.text, **{f: getattr(begun, f) for f in letter.CONTACTS}
        )

    def _kept(self, result: Result[int]) -> None:
        """The record is on the disk, or it never will be."""
        if not self._busy:
            return  # the page was left meanwhile
        if isinstance(result, Err):
            self._not_stored(result)
            return
        self._busy = False
        given = self._letter.code
        self._letter = Letter()  # the words are the office's now
        self.stored.emit(given)

    def _not_stored(self, result: Err) -> None:
        _log.error("a letter was not stored: %s", result.error.code)  # for the office; never a word of the letter
        self._busy = False
        self._problem = (
            self.tr("没有存上，你写的还在。"),
            self.tr("这块屏这会儿存不进去。再交一次试试，不行就去工会办公室。"),
        )
        self.edited.emit()

    def _edit(self, changed: Letter) -> None:
        before = self.phrases
        self._letter = changed
        self._problem = ("", "")
        self.edited.emit()
        if self.phrases != before:
            self.phrasesChanged.emit()
