"""A wall of lanterns on the screen: touch one, guess, see why, and light them all."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import plausible
from kiosk.kinds.riddle import compare, play, season, slip, words
from kiosk.kinds.riddle.model import Riddles
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Card, ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.riddle"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE = 0.6
"""Seconds after a page came up in which its buttons do nothing: the second tap of a double tap."""
STAKE = "riddle"


@QmlElement
@QmlUncreatable("made by the app")
class RiddleViewModel(ItemViewModel):
    """Rounds of `play`, one for each set, as QML reads them.

    `turned` when another page, lantern or wall is on the screen, `chosen` when the unsent answer or the hints changed.
    """

    turned = Signal()
    chosen = Signal()

    def __init__(
        self, opened: Opened, content: Riddles, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._riddles = content
        now = services.clock.now()
        self._order = season.order(content.sets, now.astimezone().date(), trusted=plausible(now))
        self._rounds: dict[int, play.Round] = {}
        self._ended: set[int] = set()
        self._began: dict[int, float] = {}
        self._set = 0
        self._page = 0
        self._pinyin = False
        self._turned_at = -SETTLE
        self._cards = {card.uid: card for card in (*opened.related, *opened.links)}
        self._hang(0)

    # --- the wall ---------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`wall`, `asking` or `answered`."""
        return self._round.phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property(str, notify=turned)
    def setName(self) -> str:
        """The set on the wall; empty when the item has only one."""
        return self._name(self._set)

    @Property(str, notify=turned)
    def nextSetName(self) -> str:
        """The set that hangs up next; empty when there is no other."""
        return self._name(self._following) if len(self._order) > 1 else ""

    @Property(int, notify=turned)
    def total(self) -> int:
        """Lanterns of the set."""
        return len(self._round.lanterns)

    @Property(int, notify=turned)
    def lit(self) -> int:
        """Lanterns that were guessed."""
        return self._round.lit

    @Property(bool, notify=turned)
    def done(self) -> bool:
        """No lantern is dark any more."""
        return self._round.done

    @Property(bool, notify=turned)
    def allDone(self) -> bool:
        """No lantern of any set is dark any more."""
        return all(place in self._rounds and self._rounds[place].done for place in range(len(self._order)))

    @Property("QStringList", notify=turned)
    def sentence(self) -> list[str]:
        """How it stands in two phrases: what hangs here, and how many of them are lit."""
        total, lit = self._said(self.total), self._said(self.lit)
        first = self.tr("%1盏都猜过了") if self.done else self.tr("今天挂%1盏")
        if not self.lit:
            second = self.tr("一盏也没亮") if self.done else self.tr("等你来猜")
        else:
            second = self.tr("全都亮了") if self.lit == self.total else self.tr("亮了%1盏")
        return [first.replace("%1", total), second.replace("%1", lit)]

    @Property("QVariantList", notify=turned)
    def lanterns(self) -> list[dict[str, Any]]:
        """The lanterns of this wall: `place`, `number`, `aim`, `look` and, once known, `answer`."""
        return words.on_page(self._round, self._page, self.services.lang())

    @Property(int, notify=turned)
    def page(self) -> int:
        """Index of the wall."""
        return self._page

    @Property(int, notify=turned)
    def pages(self) -> int:
        """Walls of the set."""
        return words.pages(self._round)

    @Property("QVariantMap", notify=turned)
    def invitation(self) -> dict[str, Any]:
        """What to go on with at the end: `uid`, `label`; empty when nothing of it is here."""
        links = (self._uid(link) for link in self._riddles.reads)
        card = next((self._cards[uid] for uid in links if uid in self._cards), None)
        return {"uid": card.uid, "label": self._inviting(card)} if card else {}

    # --- the open lantern -------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def face(self) -> str:
        """The riddle."""
        return self._round.open.riddle.face

    @Property(str, notify=turned)
    def aim(self) -> str:
        """What kind of thing is looked for, with the rule of its form if there is one."""
        riddle = self._round.open.riddle
        return self.tr("%1 · %2").replace("%1", riddle.aim).replace("%2", riddle.form) if riddle.form else riddle.aim

    @Property(str, notify=turned)
    def facePinyin(self) -> str:
        """The riddle's sound, for readers without Chinese."""
        helped = self._round.open.riddle.help
        return helped.face_pinyin if helped else ""

    @Property(str, notify=turned)
    def faceMeaning(self) -> str:
        """The riddle word by word, for readers without Chinese."""
        helped = self._round.open.riddle.help
        return helped.face if helped else ""

    @Property("QVariantList", notify=chosen)
    def options(self) -> list[dict[str, Any]]:
        """Answers to choose from: `letter`, `text`, `note` (sound and meaning) and `look` (`chosen`, `wrong` or empty)."""
        hung = self._round.open
        return [
            {
                "letter": self.tr("甲乙丙丁")[place],
                "text": word,
                "note": words.option_note(hung, place),
                "look": words.option_look(self._round, place),
            }
            for place, word in enumerate(hung.shown)
        ]

    @Property(bool, notify=chosen)
    def typing(self) -> bool:
        """The answer is being written."""
        return self._round.typing

    @Property(bool, notify=turned)
    def choosable(self) -> bool:
        """There are answers to choose from."""
        return bool(self._round.open.shown)

    @Property(str, notify=chosen)
    def typed(self) -> str:
        """What is written."""
        return self._round.typed

    @Property(bool, notify=chosen)
    def ready(self) -> bool:
        """Is there an answer to send?"""
        return self._round.ready

    @Property(str, notify=chosen)
    def status(self) -> str:
        """Which lantern, and how many guesses are left; after a wrong guess that it was wrong."""
        hung, left = self._round.open, str(self._round.left)
        if self._pinyin:
            return self.tr("先在键盘上选好汉字")
        if hung.tries and self.phase == "asking":
            missed = self.tr("不是“%1”，还能猜 %2 次")
            return missed.replace("%1", hung.said).replace("%2", left)
        which = self.tr("第%1盏　能猜 %2 次")
        return which.replace("%1", self._said(self._round.at + 1)).replace("%2", left)

    @Property(bool, notify=chosen)
    def warned(self) -> bool:
        """`status` is about a wrong guess."""
        return self._pinyin or (self.phase == "asking" and self._round.open.tries > 0)

    @Property("QStringList", notify=chosen)
    def hints(self) -> list[str]:
        """Hints given so far."""
        hung = self._round.open
        return list(hung.riddle.hints[: hung.hints])

    @Property(bool, notify=chosen)
    def moreHints(self) -> bool:
        """There is another hint."""
        hung = self._round.open
        return hung.hints < len(hung.riddle.hints)

    # --- after the answer -------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def look(self) -> str:
        """What became of the open lantern: `lit`, `missed` or `shown`; `dark` before."""
        return self._round.open.look

    @Property(str, notify=turned)
    def answer(self) -> str:
        """The answer, once it may be seen."""
        hung = self._round.open
        return hung.riddle.answer if hung.look != "dark" else ""

    @Property(str, notify=turned)
    def answerNote(self) -> str:
        """Its sound and meaning, for readers without Chinese."""
        helped = self._round.open.riddle.help
        return f"{helped.answer_pinyin} · {helped.answer}" if helped and self.answer else ""

    @Property(str, notify=turned)
    def verdict(self) -> str:
        """What became of the guess, in a word or two."""
        return {
            "lit": self.tr("猜中了"),
            "missed": self.tr("差一点"),
            "shown": self.tr("看过谜底"),
        }.get(self.look, "")

    @Property(str, notify=turned)
    def how(self) -> str:
        """How the riddle works."""
        return self._round.open.riddle.how if self.answer else ""

    @Property(str, notify=turned)
    def origin(self) -> str:
        """Where it comes from."""
        return self._round.open.riddle.source if self.answer else ""

    @Property("QVariantMap", notify=turned)
    def read(self) -> dict[str, Any]:
        """The item that belongs to this riddle: `uid`, `label`; empty when there is none here."""
        link = self._round.open.riddle.read
        card = self._cards.get(self._uid(link)) if link and self.answer else None
        return {"uid": card.uid, "label": self._inviting(card)} if card else {}

    @Property(bool, notify=turned)
    def more(self) -> bool:
        """Another lantern is still dark."""
        return play.next_dark(self._round) >= 0

    # --- what a visitor does ----------------------------------------------------------------------------------------

    @Slot(int)
    def touch(self, place: int) -> None:
        """Open a lantern."""
        if self.phase == "wall":
            self._began.setdefault(self._set, self._now())
            self._turn(play.touch(self._round, place, self._now()))

    @Slot(int)
    def choose(self, place: int) -> None:
        """Touch an answer."""
        self._keep(play.choose(self._round, place))

    @Slot(str)
    def write(self, typed: str) -> None:
        """The field holds `typed` now."""
        self._pinyin = False
        self._keep(play.write(self._round, typed))

    @Slot()
    def switchTyping(self) -> None:
        """From the answers to writing, or back."""
        self._pinyin = False
        self._keep(play.switch(self._round))

    @Slot()
    def hint(self) -> None:
        """Ask for a hint; it is recorded before it is read."""
        hinted = play.hint(self._round)
        if hinted is not self._round:
            self._record(play.record(hinted, "hint", self._now()))
            self._keep(hinted)
            self._stake()

    @Slot()
    def confirm(self) -> None:
        """Send the guess; nothing happens before there is one."""
        if not self._round.ready or not self._settled():
            return
        typing = self._round.typing
        if (
            typing
            and self.han
            and compare.unfinished(self._round.typed)
            and not self._round.open.riddle.answer.isascii()
        ):
            self._pinyin = True
            self.chosen.emit()
            return
        self._judged(play.submit(self._round), "try", "typed" if typing else "choice")

    @Slot()
    def giveUp(self) -> None:
        """Show the answer."""
        if self.phase == "asking" and self._settled():
            self._judged(play.give_up(self._round), "shown", "choice")

    @Slot(int)
    def step(self, step: int) -> None:
        """To the lantern before or after this one."""
        if self.phase != "wall":
            self._turn(play.touch(self._round, play.beside(self._round, step), self._now()))

    @Slot()
    def next(self) -> None:
        """To the next dark lantern, or to the wall when there is none."""
        if self.phase == "wall" or not self._settled():
            return
        place = play.next_dark(self._round)
        self._turn(play.touch(self._round, place, self._now()) if place >= 0 else play.close(self._round))

    @Slot()
    def wall(self) -> None:
        """Back to the wall."""
        self._turn(play.close(self._round))

    @Slot(int)
    def turnPage(self, step: int) -> None:
        """To the wall before or after this one."""
        page = self._page + step
        if self.phase == "wall" and 0 <= page < self.pages:
            self._page = page
            self._turn(self._round)

    @Slot()
    def nextSet(self) -> None:
        """Hang up the next set; what was lit in this one stays lit."""
        if self.phase == "wall" and self.nextSetName and self._settled():
            self._hang(self._following)
            self._turn(self._round)

    @Slot()
    def again(self) -> None:
        """Once more, with all lanterns dark: this set, or the first of them when all were played."""
        if self.phase == "wall" and self.done and self._settled():
            places = tuple(self._rounds) if self.allDone else (self._set,)
            for place in places:
                del self._rounds[place]
                self._ended.discard(place)
                self._began.pop(place, None)
            self._hang(min(places))
            self._turn(self._round)

    @Slot(str)
    def open(self, uid: str) -> None:
        """Go on with another item."""
        self.services.navigator.openItem(uid)

    def right_answer(self) -> str:
        """For the tour and tests, which guess right on purpose; QML does not see it."""
        return self._round.open.riddle.answer

    def step_back(self) -> bool:
        """From a lantern back to the wall."""
        if self.phase == "wall":
            return False
        self.wall()
        return True

    def leave(self) -> None:
        """What was lit is gone with the page."""
        self.services.navigator.atStake(STAKE, False)

    # --- setting type -----------------------------------------------------------------------------------------------

    @Slot(str, float, float, int, result="QVariantMap")
    def slip(self, face: str, width: float, height: float, largest: int) -> dict[str, Any]:
        """A riddle set downwards on paper of at most `width` x `height`; see `slip.Slip`."""
        set_ = asdict(slip.setting(face, width, height, largest))
        return {**set_, "columns": list(set_["columns"])}

    # --- inner ------------------------------------------------------------------------------------------------------

    @property
    def _round(self) -> play.Round:
        return self._rounds[self._set]

    @property
    def _following(self) -> int:
        return (self._set + 1) % len(self._order)

    def _name(self, place: int) -> str:
        return self._riddles.sets[self._order[place]].name

    def _hang(self, place: int) -> None:
        """Put a set on the wall; `place` counts in the order of the season."""
        self._set, self._page = place, 0
        if place not in self._rounds:
            key = self._riddles.sets[self._order[place]].key
            self._rounds[place] = play.start(self._riddles.of(key), self._riddles.tries, self.services.seed())

    def _keep(self, changed: play.Round) -> None:
        self._rounds[self._set] = changed
        self.chosen.emit()

    def _turn(self, changed: play.Round) -> None:
        """Another page is up; the wall shows the lantern that was open."""
        if self._round.at >= 0 and changed.at < 0:
            self._page = self._round.at // words.PAGE
        self._pinyin = False
        self._rounds[self._set] = changed
        self._turned_at = self._now()
        self.turned.emit()
        self.chosen.emit()

    def _judged(self, judged: play.Round, event: Any, by: play.By) -> None:
        """Keep what came of a guess; the record goes first, so that nothing later can lose it."""
        self._record(play.record(judged, event, self._now(), by))
        if judged.done and self._set not in self._ended:
            self._ended.add(self._set)
            began = self._began.get(self._set, self._now())
            key = self._riddles.sets[self._order[self._set]].key
            self._record(play.end_record(judged, key, round((self._now() - began) * 1000)))
        self._turn(judged)
        self._stake()

    def _record(self, payload: dict[str, Any]) -> None:
        self.services.recorder.append("riddle", self.opened.uid, payload)

    def _stake(self) -> None:
        """An unfinished wall is worth a question before it is reset."""
        at_stake = any(r.begun and not r.done for r in self._rounds.values())
        self.services.navigator.atStake(STAKE, at_stake)

    def _said(self, number: int) -> str:
        return words.number(number, self.services.lang())

    def _inviting(self, card: Card) -> str:
        return self.tr("去看看：%1").replace("%1", card.name or card.title)

    def _uid(self, link: str) -> str:
        return link if "/" in link else f"{self.opened.uid.split('/')[0]}/{link}"

    def _now(self) -> float:
        return self.services.clock.monotonic()

    def _settled(self) -> bool:
        return self._now() - self._turned_at >= SETTLE
