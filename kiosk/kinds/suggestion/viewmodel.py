"""The suggestion box on the screen: its public list, a letter in four steps, the receipt, and finding it again."""

from __future__ import annotations

import base64
import logging
import uuid
from dataclasses import replace
from datetime import date
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import receipt as receipt_code
from kiosk.core.clock import plausible
from kiosk.kinds.suggestion import board, code, letter
from kiosk.kinds.suggestion.days import said
from kiosk.kinds.suggestion.letter import Letter
from kiosk.kinds.suggestion.model import BEST, MOST_TEXT, Box, Case
from kiosk.sdk.content import Kind
from kiosk.sdk.qr import square
from kiosk.sdk.ui import Err, ItemViewModel, Opened, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.suggestion"
QML_IMPORT_MAJOR_VERSION = 1

Phase: TypeAlias = Literal["list", "case", "topic", "text", "contact", "review", "receipt", "lookup", "waiting"]
STEPS: tuple[Phase, ...] = ("topic", "text", "contact", "review")
SETTLE = 0.6
"""Seconds after a page came up in which its buttons do nothing: the second tap of a double tap."""
STAKE = "suggestion"
KEY = "suggestion"
_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class SuggestionViewModel(ItemViewModel):
    """What QML shows and does.

    `turned` when another page is up, `edited` when what the visitor writes changed, `ratedChanged` when ratings did,
    `phrasesChanged` when a sentence went in or out.
    """

    turned = Signal()
    edited = Signal()
    ratedChanged = Signal()
    phrasesChanged = Signal()

    def __init__(
        self, opened: Opened, content: Box, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._box = content
        self._phase: Phase = "list"
        self._turned_at = -SETTLE
        self._topic = ""
        self._case: Case | None = None
        self._receipt = ""  # public hash of the code that led here; empty on the public way
        self._letter = Letter()
        self._token = ""
        self._busy = False
        self._problem: tuple[str, str] = ("", "")
        self._typed = ""
        self._verdict = ""
        self._since = ""
        self._counts: dict[str, int] = {}
        self._mine: dict[str, int] = {}
        self._toggled = ("", -SETTLE)

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
        """The cases are invented."""
        return self._box.sample

    @Property(bool, constant=True)
    def demo(self) -> bool:
        """Letters are sealed to a key that everybody can open."""
        return self._box.demo

    # --- the list ---------------------------------------------------------------------------------------------------

    @Property(int, constant=True)
    def numeral(self) -> int:
        """The number on the wall: how many were solved, or how many there are; -1 for none."""
        told = board.tally(self._box)
        return told.solved or told.cases or -1

    @Property(str, constant=True)
    def summary(self) -> str:
        """What the list comes to, in a line."""
        told = board.tally(self._box)
        if not told.cases:
            return self.tr("还没有公开的意见，等你提第一条")
        line = self.tr("公开 %1 件，解决 %2 件").replace("%1", str(told.cases)).replace("%2", str(told.solved))
        if told.days >= 0:
            line += self.tr("，平均 %1 天答复").replace("%1", str(told.days))
        return self.tr("%1（样例）").replace("%1", line) if self._box.sample else line

    @Property("QVariantList", notify=turned)
    def filters(self) -> list[dict[str, Any]]:
        """Topics to filter by: `key`, `name`, `count`, `on`; empty when there is nothing to choose from."""
        counts = {t.key: len(board.shown(self._box, t.key)) for t in self._box.topics}
        if sum(bool(n) for n in counts.values()) < 2:
            return []
        every = {"key": "", "name": self.tr("全部"), "count": len(self._box.cases), "on": self._topic == ""}
        return [every] + [
            {"key": t.key, "name": t.name, "count": counts[t.key], "on": self._topic == t.key} for t in self._box.topics
        ]

    @Property("QVariantList", notify=turned)
    def cases(self) -> list[dict[str, Any]]:
        """The rows: `id`, `title`, `note`, `status`, `tone`, `icon`."""
        return [
            {"id": c.id, "title": c.problem, "note": self._note(c), **self._status(c)}
            for c in board.shown(self._box, self._topic)
        ]

    @Slot(str)
    def filter(self, topic: str) -> None:
        """Show the cases of a topic, or of all."""
        self._topic = topic
        self.turned.emit()

    @Slot(str)
    def openCase(self, number: str) -> None:
        """Show a case."""
        case = next((c for c in self._box.cases if c.id == number), None)
        if case is not None and self._phase == "list" and self._settled():
            self._show_case(case, "")

    # --- a case -----------------------------------------------------------------------------------------------------

    @Property("QVariantMap", notify=turned)
    def case(self) -> dict[str, Any]:
        """The open case: `title`, `number`, `topic`, `status`, `tone`, `icon`, `days` (-1: unknown), `daysLine`, `mine`."""
        c = self._case
        if c is None:
            return {}
        days = board.days_open(c, self._today())
        line = self.tr("提了 %1 天，还没办完") if c.state in board.OPEN else self.tr("用了 %1 天")
        return {
            "title": c.problem,
            "number": c.id,
            "topic": self._box.topic(c.topic).name,
            "days": days,
            "daysLine": line.replace("%1", str(days)) if days >= 0 else "",
            "mine": self._receipt != "",
            **self._status(c),
        }

    @Property("QVariantList", notify=turned)
    def facts(self) -> list[dict[str, Any]]:
        """What is known of the open case, in reading order: `label`, `text`, `loud` (the answer)."""
        c = self._case
        if c is None:
            return []
        day = self._said
        deadline = day(c.deadline)
        if board.late(c, self._today()):
            deadline = self.tr("%1，已经过了").replace("%1", deadline)
        told = [
            (self.tr("答复"), c.answer, True),
            (self.tr("怎么办的"), c.measure, False),
            (self.tr("谁负责"), c.owner or self.tr("还没有人接"), False),
            (self.tr("什么时候收到"), day(c.received), False),
            (self.tr("期限"), deadline, False),
            (self.tr("哪天答复"), day(c.answered), False),
        ]
        return [{"label": label, "text": words, "loud": loud} for label, words, loud in told if words]

    @Property(bool, notify=turned)
    def ratable(self) -> bool:
        """There is an answer to rate."""
        return self._case is not None and self._case.answer != ""

    @Property(int, notify=ratedChanged)
    def myRating(self) -> int:
        """What this visitor gave the open case; 0 for nothing yet."""
        return self._mine.get(self._case.id, 0) if self._case else 0

    @Property(str, notify=ratedChanged)
    def ratings(self) -> str:
        """What others gave; empty when they are too few to be shown."""
        many, mean = board.average(self._counts, self._case.id) if self._case else (0, 0.0)
        line = self.tr("%1 人打过分，平均 %2 分")
        return line.replace("%1", str(many)).replace("%2", f"{mean:.1f}") if many else ""

    @Slot(int)
    def rate(self, stars: int) -> None:
        """Rate the open case; once in a visit, or once with its receipt."""
        case = self._case
        if case is None or not self.ratable or not 1 <= stars <= BEST or self.myRating or not self._settled():
            return
        self._mine[case.id] = stars
        self.ratedChanged.emit()
        who = self._rater

        def done(result: Result[int]) -> None:
            if isinstance(result, Err):
                self._mine.pop(case.id, None)
                self.ratedChanged.emit()
                self._say_not_kept(result)

        payload = {"event": "rating", "case": case.id, "rated": board.rated(case.id, stars)}
        once = f"rating:{self.opened.uid}:{case.id}:{who}"
        self.services.recorder.submit(KEY, self.opened.uid, payload, done, person=who, once=once)

    # --- writing ----------------------------------------------------------------------------------------------------

    @Property("QVariantList", constant=True)
    def topics(self) -> list[dict[str, Any]]:
        """What a suggestion may be about: `key`, `name`."""
        return [{"key": t.key, "name": t.name} for t in self._box.topics]

    @Property(int, notify=turned)
    def step(self) -> int:
        """Index of the step of writing; -1 on other pages."""
        return STEPS.index(self._phase) if self._phase in STEPS else -1

    @Property(str, notify=edited)
    def topicName(self) -> str:
        """The topic that was chosen."""
        return self._box.topic(self._letter.topic).name

    @Property(str, notify=edited)
    def text(self) -> str:
        """What is written."""
        return self._letter.text

    @Property(int, constant=True)
    def most(self) -> int:
        """Characters that fit."""
        return MOST_TEXT

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

    @Property(int, constant=True)
    def answerDays(self) -> int:
        """Days within which the office promises to answer; 0 for no promise."""
        return self._box.answer_days

    @Slot()
    def begin(self) -> None:
        """Write a suggestion."""
        if self._phase in ("list", "receipt") and self._settled():
            if self._letter.begun:
                self._turn("text")
                return
            self._fresh()
            only = self._box.topics[0].key if len(self._box.topics) == 1 else ""
            self._letter = replace(self._letter, topic=only)
            self._turn("text" if only else "topic")

    @Property(bool, notify=turned)
    def drafting(self) -> bool:
        """Something is written and not sent yet."""
        return self._letter.begun

    @Slot(str)
    def choose(self, topic: str) -> None:
        """It is about this."""
        if self._phase == "topic" and self._settled() and topic in {t.key for t in self._box.topics}:
            self._letter = replace(self._letter, topic=topic)
            self._turn("text")

    @Slot(str)
    def write(self, text: str) -> None:
        """The text field holds `text` now."""
        if self._phase == "text":
            self._edit(letter.write(self._letter, text))

    @Slot(str)
    def togglePhrase(self, phrase: str) -> None:
        """Add a sentence, or take it out; the second tap of a double tap does nothing."""
        now = self.services.clock.monotonic()
        if self._phase == "text" and (self._toggled[0] != phrase or now - self._toggled[1] >= SETTLE):
            self._toggled = (phrase, now)
            changed = letter.toggle(self._letter, phrase)
            if changed is self._letter:
                self.services.navigator.say(self.tr("写满了，加不下这一句。"))
            self._edit(changed)

    @Slot(str, str)
    def fill(self, field: str, text: str) -> None:
        """A contact field holds `text` now."""
        if self._phase == "contact":
            self._edit(letter.fill(self._letter, field, text))

    @Slot()
    def next(self) -> None:
        """To the next step of writing."""
        if self._phase in ("text", "contact") and self._letter.ready and self._settled():
            self._turn("contact" if self._phase == "text" else "review")

    @Slot()
    def rewrite(self) -> None:
        """From the review back to the text."""
        if self._phase == "review" and not self._busy and self._settled():
            self._turn("text")

    @Slot()
    def submit(self) -> None:
        """Seal it, store it, and only then give a receipt.

        A second tap finds it busy; a retry goes under the same token, so that whatever happened before it is stored once.
        """
        if self._phase != "review" or self._busy or not self._letter.ready or not self._settled():
            return
        self._busy, self._problem = True, ("", "")
        today = self._today()
        told = replace(self._letter, day=today.isoformat() if today else "")
        key, sealed_for = self._box.office_key, self._box.office_key[-7:]
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
            payload = {"event": "letter", "sealed": sealed, "key": sealed_for, "day": told.day}
            self.services.recorder.submit(
                KEY, self.opened.uid, payload, self._stored, person=who, once=f"letter:{self._token}", apart=True
            )

        self.services.lanes.run("io", close, self._alive(closed))

    def _stored(self, result: Result[int]) -> None:
        """The record is on the disk, or it never will be."""
        if not self._busy:
            return  # the page was left meanwhile
        if isinstance(result, Err):
            self._not_stored(result)
            return
        self._busy = False
        kept = self._letter.code
        self._letter = Letter()  # the words are the office's now
        self._typed = kept
        self._turn("receipt")

    def _not_stored(self, result: Err) -> None:
        _log.error("a letter was not stored: %s", result.error.code)  # for the office; never a word of the letter
        self._busy = False
        self._problem = (
            self.tr("没有存上，你写的还在。"),
            self.tr("这块屏这会儿存不进去。再交一次试试，不行就去工会办公室。"),
        )
        self.edited.emit()

    # --- the receipt ------------------------------------------------------------------------------------------------

    @Property("QStringList", notify=turned)
    def receipt(self) -> list[str]:
        """The code that was given, in groups; empty on other pages."""
        return list(receipt_code.groups(self._typed)) if self._phase == "receipt" else []

    @Property("QVariantMap", notify=turned)
    def qr(self) -> dict[str, Any]:
        """The receipt for a phone: `size` in modules and `runs` of dark ones as [column, row, length]."""
        if self._phase != "receipt":
            return {"size": 0, "runs": []}
        words = self.tr("意见回执 %1\n在任何一块屏的意见箱里点“查编号”，就能看到答复。")
        return dict(square(words.replace("%1", "-".join(receipt_code.groups(self._typed)))))

    @Slot()
    def done(self) -> None:
        """The receipt was written down."""
        if self._phase == "receipt" and self._settled():
            self._fresh()
            self._turn("list")

    # --- looking a receipt up ---------------------------------------------------------------------------------------

    @Property("QStringList", constant=True)
    def keys(self) -> list[str]:
        """The characters a code may have."""
        return list(receipt_code.ALPHABET)

    @Property(str, notify=edited)
    def typed(self) -> str:
        """What was typed of a code."""
        return self._typed if self._phase in ("lookup", "waiting") else ""

    @Property(str, notify=edited)
    def verdict(self) -> str:
        """Empty while typing; `wrong` (cannot be a code), `unknown` (none of ours), `looking`."""
        return self._verdict

    @Property(str, notify=turned)
    def since(self) -> str:
        """Day on which a letter that waits for its answer was put in; may be empty."""
        return self._said(self._since) if self._since else ""

    @Property(int, notify=turned)
    def sinceDays(self) -> int:
        """Days since then; -1 when unknown."""
        today = self._today()
        gone = board.between(self._since, today.isoformat()) if today else None
        return -1 if gone is None else gone

    @Slot()
    def find(self) -> None:
        """Look a receipt up."""
        if self._phase in ("list", "waiting") and self._settled():
            self._typed, self._verdict = "", ""
            self._turn("lookup")

    @Slot(str)
    def press(self, character: str) -> None:
        """One more character; the ninth asks."""
        bare = receipt_code.normal(character)
        if self._phase != "lookup" or self._verdict == "looking" or len(self._typed) + len(bare) > receipt_code.LENGTH:
            return
        if not bare or any(c not in receipt_code.ALPHABET for c in bare):
            return
        self._typed, self._verdict = self._typed + bare, ""
        if len(self._typed) == receipt_code.LENGTH:
            self._look()
        self.edited.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last character away."""
        if self._phase == "lookup" and self._verdict != "looking":
            self._typed, self._verdict = self._typed[:-1], ""
            self.edited.emit()

    @Slot()
    def eraseAll(self) -> None:
        """Begin again."""
        if self._phase == "lookup" and self._verdict != "looking":
            self._typed, self._verdict = "", ""
            self.edited.emit()

    def _look(self) -> None:
        typed = self._typed
        if not receipt_code.sound(typed):
            self._verdict = "wrong"
            return
        self._verdict = "looking"
        self.services.lanes.run(
            "io", lambda: (code.public_hash(typed), code.book_hash(typed)), self._alive(self._hashed)
        )

    def _hashed(self, result: Result[tuple[str, str]]) -> None:
        if isinstance(result, Err):
            self._verdict = "unknown"
            self.edited.emit()
            return
        public, booked = result.value
        if self._phase != "lookup":
            return
        case = board.found(self._box, public)
        if case is not None:
            self._show_case(case, public)
            return
        uid = self.opened.uid

        def answered(told: Result[Any]) -> None:
            if self._phase != "lookup":
                return
            letters = [] if isinstance(told, Err) else [p for p in told.value if p.get("event") == "letter"]
            if letters:
                self._since = str(letters[0].get("day") or "")
                self._turn("waiting")
            else:
                self._verdict = "unknown"
                self.edited.emit()

        self.services.recorder.ask(lambda pages: pages.of(KEY, uid, pages.person(booked)), self._alive(answered))

    # --- the house --------------------------------------------------------------------------------------------------

    @Slot()
    def home(self) -> None:
        """Back to the list; what is written waits for its writer."""
        self._close()
        self._turn("list")

    def step_back(self) -> bool:
        """One step back: through the steps of writing, then to the list."""
        if self._phase == "list":
            return False
        if self._busy:
            return True
        before: dict[Phase, Phase] = {"text": "topic", "contact": "text", "review": "contact", "waiting": "lookup"}
        to = before.get(self._phase, "list")
        if to == "topic" and len(self._box.topics) == 1:
            to = "list"
        if to == "list":
            self.home()
        else:
            self._typed = ""
            self._turn(to)
        return True

    def leave(self) -> None:
        """The page goes away: nothing that was written stays in memory."""
        self._fresh()
        self.services.navigator.atStake(STAKE, False)

    # --- inner ------------------------------------------------------------------------------------------------------

    @property
    def _rater(self) -> str:
        # Not what the book knows the letter by: a rating names its case, and must not lead to the letter.
        return f"receipt:{self._receipt}" if self._receipt else f"visit:{self.services.visit()}"

    def _show_case(self, case: Case, receipt: str) -> None:
        self._case, self._receipt = case, receipt
        self._turn("case")
        if not case.answer:
            return
        uid, who = self.opened.uid, self._rater

        def ask(pages: Any) -> tuple[dict[str, int], list[dict[str, Any]]]:
            return pages.tally(KEY, uid, "rated"), list(pages.of(KEY, uid, pages.person(who)))

        def told(result: Result[tuple[dict[str, int], list[dict[str, Any]]]]) -> None:
            if isinstance(result, Err):
                return  # ratings are an extra; the case itself is there
            self._counts, own = result.value
            for payload in own:
                word = str(payload.get("rated") or "")
                number, _, stars = word.rpartition(":")
                if number and stars.isdigit():
                    self._mine[number] = int(stars)
            self.ratedChanged.emit()

        self.services.recorder.ask(ask, self._alive(told))

    def _alive(self, then: Any) -> Any:
        """`then` while this page lives: a method of it is dropped with it, a bare function is not."""
        from shiboken6 import isValid

        def told(result: Any) -> None:
            if isValid(self):
                then(result)

        return told

    def _say_not_kept(self, result: Err) -> None:
        self.services.navigator.say(self.tr("没有记上，再碰一次。"), result.error.message(self.services.lang()), "bad")

    def _edit(self, changed: Letter) -> None:
        before = self.phrases
        self._letter = changed
        self._problem = ("", "")
        self._stake()
        self.edited.emit()
        if self.phrases != before:
            self.phrasesChanged.emit()

    def _fresh(self) -> None:
        """Forget what was written, typed and opened."""
        self._letter = Letter(code=receipt_code.new_code(), box=self.opened.uid, lang=self.services.lang())
        self._token = uuid.uuid4().hex
        self._busy, self._problem = False, ("", "")
        self._close()

    def _close(self) -> None:
        """Forget what was looked up."""
        self._typed, self._verdict, self._since = "", "", ""
        self._case, self._receipt = None, ""
        self._mine, self._counts = {}, {}

    def _turn(self, phase: Phase) -> None:
        self._phase = phase
        self._turned_at = self.services.clock.monotonic()
        self._stake()
        self.turned.emit()
        self.edited.emit()
        self.phrasesChanged.emit()
        self.ratedChanged.emit()

    def _stake(self) -> None:
        """Words that are not sent, and a code nobody has noted, are worth a question before they are wiped."""
        self.services.navigator.atStake(STAKE, self._letter.begun or self._phase == "receipt")

    def _settled(self) -> bool:
        return self.services.clock.monotonic() - self._turned_at >= SETTLE

    def _today(self) -> date | None:
        now = self.services.clock.now()
        return now.astimezone().date() if plausible(now) else None

    def _said(self, day: str) -> str:
        return said(day, self._today(), self.services.lang())

    def _status(self, case: Case) -> dict[str, str]:
        status, tone, icon = {
            "waiting": (self.tr("没人接"), "bad", "account-question-outline"),
            "taken": (self.tr("有人接"), "doing", "square-medium"),
            "solved": (self.tr("解决了"), "done", "check-bold"),
            "declined": (self.tr("没采纳"), "", "minus-thick"),
        }[case.state]
        return {"status": status, "tone": tone, "icon": icon}

    def _note(self, case: Case) -> str:
        """The second line of a row: who, and since when."""
        days = board.days_open(case, self._today())
        if case.state in board.OPEN:
            who = case.owner if case.state == "taken" else self.tr("编号 %1").replace("%1", case.id)
            line = self.tr("%1　期限过了，已经 %2 天") if board.late(case, self._today()) else self.tr("%1　已经 %2 天")
            return line.replace("%1", who).replace("%2", str(days)) if days >= 0 else who
        line = self.tr("%1　%2答复")
        return line.replace("%1", case.owner or self._box.topic(case.topic).name).replace(
            "%2", self._said(case.answered)
        )
