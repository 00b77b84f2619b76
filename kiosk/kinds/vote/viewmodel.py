"""A contest on the screen: look, choose, say who you are, vote; nominate; see the wall of results."""

from __future__ import annotations

import math
import random
import uuid
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.vote import ballot, booth, numbers
from kiosk.kinds.vote.floor import Floor
from kiosk.kinds.vote.model import Contest, Entry
from kiosk.kinds.vote.nominationmodel import STAKE, NominationViewModel
from kiosk.kinds.vote.wallmodel import WALLS, ContestWallViewModel
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Err, ItemViewModel, Opened, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.vote"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 6
"""Entries on one page."""
SECOND = 1_000
AWAKE = "vote.media"


@QmlElement
@QmlUncreatable("made by the app")
class VoteViewModel(ItemViewModel):
    """One visitor in front of a contest.

    `turned` when another page is on the screen, `changed` when something on it changed, `doorAsked` when somebody touched the
    wall of a hall: for how long, or shortly.
    """

    turned = Signal()
    changed = Signal()
    doorAsked = Signal(bool)

    def __init__(
        self, opened: Opened, content: Contest, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._contest = content
        self._floor = Floor(content, opened, services, self)
        self._floor.turned.connect(self.turned)
        self._floor.changed.connect(self.changed)
        self._seed = services.seed()
        self._order = [e.number for e in content.entries]
        random.Random(self._seed).shuffle(self._order)
        self._page = 0
        self._chosen = 0
        self._just = 0
        self._turn = uuid.uuid4().hex
        self._voter: booth.Voter | None = None
        self._typing = numbers.Typing()
        self._given: tuple[booth.Voter, ballot.Vote] | None = None
        self._attempt = 0
        self._wall = ContestWallViewModel(self._floor, self.media, self)
        self._nomination = NominationViewModel(self._floor, self._turn, self._seed, self)
        self._second = QTimer(self, interval=SECOND)
        self._second.timeout.connect(self._tick)
        if content.identity == "none":
            self._look_up(self._turn)

    # --- the contest ------------------------------------------------------------------------------------------------

    @Property(ContestWallViewModel, constant=True)
    def wall(self) -> ContestWallViewModel:
        """The results."""
        return self._wall

    @Property(NominationViewModel, constant=True)
    def nomination(self) -> NominationViewModel:
        """The form for a nomination."""
        return self._nomination

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`gallery`, `detail`, `identify`, `confirm`, `wall`, `hall`, `nominate` or `nominated`."""
        return self._floor.phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property(bool, constant=True)
    def software(self) -> bool:
        """Film goes through the painted surface."""
        return self.services.software

    @Property(str, constant=True)
    def genre(self) -> str:
        """What the entries are."""
        return self._contest.genre

    @Property(str, constant=True)
    def about(self) -> str:
        """A sentence or two."""
        return self._contest.about

    @Property(str, notify=changed)
    def stage(self) -> str:
        """`before`, `open`, `after` or `clock`."""
        return self._floor.stage

    @Property(int, constant=True)
    def total(self) -> int:
        """Entries."""
        return len(self._order)

    @Property(int, notify=turned)
    def page(self) -> int:
        """Index of the page."""
        return self._page

    @Property(int, constant=True)
    def pages(self) -> int:
        """Pages of entries."""
        return max(1, -(-len(self._order) // PAGE))

    @Property(str, constant=True)
    def counting(self) -> str:
        """How many of what: 职工摄影 24 幅."""
        words = {
            "photo": self.tr("摄影 %1 幅"),
            "poem": self.tr("诗 %1 首"),
            "essay": self.tr("征文 %1 篇"),
            "speech": self.tr("演讲 %1 场"),
            "person": self.tr("候选 %1 位"),
        }
        return words[self._contest.genre].replace("%1", str(self.total))

    @Property("QVariantList", notify=turned)
    def shown(self) -> list[dict[str, Any]]:
        """The entries of this page: see `_data`."""
        at = self._page * PAGE
        return [self._data(number) for number in self._order[at : at + PAGE]]

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """Number of the entry that is open; 0 none."""
        return self._chosen

    @Property("QVariantMap", notify=changed)
    def entry(self) -> dict[str, Any]:
        """The open entry with all its words."""
        entry = self._floor.entries.get(self._chosen)
        if entry is None:
            return {}
        return {
            **self._data(entry.number),
            "lines": list(entry.lines),
            "picture": self.media(entry.picture) if entry.picture else QUrl(),
            "media": self.media(entry.media) if entry.media else QUrl(),
            "video": entry.video,
        }

    @Property("QVariantList", notify=changed)
    def mine(self) -> list[int]:
        """Numbers this visitor voted for and cannot vote for again now."""
        if self._voter is None:
            return []
        return [vote.entry for vote in ballot.standing(self._contest, self._voter.mine, self._floor.moment())]

    # --- what can be done -------------------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def status(self) -> str:
        """One sentence above the buttons."""
        where = self._floor.stage
        if where == "before":
            return self.tr("%1 开始投票，先看看作品。").replace("%1", self._floor.date(self._contest.opens))
        if where == "clock":
            return self.tr("这块屏的钟不准，先不收票。请告诉值班员。")
        if where == "after":
            return self.tr("投票截止了。") if self._floor.results_shown else self.tr("投票截止了，结果由工会公布。")
        if self._floor.fault and self._floor.phase in ("gallery", "detail"):
            return self._floor.fault
        return self._used()

    @Property(bool, notify=changed)
    def warned(self) -> bool:
        """`status` says that something went wrong."""
        return bool(self._floor.fault) and self._floor.stage == "open"

    @Property(int, notify=changed)
    def just(self) -> int:
        """The entry that just got a vote; 0 none."""
        return self._just

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """A vote or a nomination is being written."""
        return self._floor.busy

    @Property(bool, notify=changed)
    def votable(self) -> bool:
        """The open entry could get this visitor's vote."""
        if self._floor.stage != "open" or not self._chosen or self._floor.busy or self._chosen in self.mine:
            return False
        if self._voter is None:
            return self._contest.identity != "none"
        return not self.spent and self.wait == 0

    @Property(bool, notify=changed)
    def spent(self) -> bool:
        """All votes are given."""
        return self._voter is not None and not ballot.left(self._contest, self._voter.mine, self._floor.moment())

    @Property(int, notify=changed)
    def wait(self) -> int:
        """Seconds until a visitor without identity may begin."""
        if self._voter is None:
            return 0
        return math.ceil(ballot.cooling(self._contest, self._voter.mine, self._voter.last, self._floor.moment()))

    @Property(bool, constant=True)
    def asks(self) -> bool:
        """One has to say who one is."""
        return self._contest.identity != "none"

    @Property(bool, constant=True)
    def card(self) -> bool:
        """With a card."""
        return self._contest.identity == "card"

    @Property(str, notify=changed)
    def who(self) -> str:
        """The last digits of the number in use; empty when nobody said."""
        return numbers.tail(self._voter.said) if self._voter and self.asks else ""

    @Property(bool, notify=changed)
    def nominating(self) -> bool:
        """People may be nominated."""
        return self._floor.nominating

    @Property(bool, notify=changed)
    def resultsShown(self) -> bool:
        """Counts may be seen."""
        return self._floor.results_shown

    # --- who is it --------------------------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def typed(self) -> str:
        """Digits in the field."""
        return self._typing.digits

    @Property(int, constant=True)
    def places(self) -> int:
        """Digits a number has at least."""
        return self._contest.numbers.least

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """The number is long enough to be looked up."""
        return len(self._typing.digits) >= self._contest.numbers.least and not self._floor.busy

    @Property(str, notify=changed)
    def fault(self) -> str:
        """What is wrong with the number, or with the vote."""
        return self._floor.fault

    # --- what a visitor does ----------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, number: int) -> None:
        """Open an entry; touched again it is shown whole."""
        if self._floor.phase != "gallery" or number not in self._floor.entries or self._floor.busy:
            return
        self._floor.fault, self._just = "", 0
        if number == self._chosen:
            self._go("detail")
            return
        self._chosen = number
        self._floor.changed.emit()

    @Slot()
    def whole(self) -> None:
        """Show the open entry whole."""
        if self._floor.phase == "gallery" and self._chosen:
            self._go("detail")

    @Slot(int)
    def step(self, by: int) -> None:
        """In the whole view, to the entry before or after."""
        if self._floor.phase == "detail" and not self._floor.busy:
            at = self._order.index(self._chosen)
            self._chosen = self._order[(at + by) % len(self._order)]
            self._page = self._order.index(self._chosen) // PAGE
            self._floor.fault, self._just = "", 0
            self._go("detail")

    @Slot(int)
    def turnPage(self, by: int) -> None:
        """To the page before or after this one."""
        page = self._page + by
        if self._floor.phase == "gallery" and 0 <= page < self.pages and not self._floor.busy:
            self._page, self._chosen, self._just, self._floor.fault = page, 0, 0, ""
            self._go("gallery")

    @Slot()
    def vote(self) -> None:
        """The red button that names the number: vote, or first ask who it is."""
        if not self.votable or not self._floor.settled:
            return
        if self._voter is None:
            self._typing, self._floor.fault, self._just = numbers.Typing(), "", 0
            self._go("identify")
        elif self._floor.phase in ("gallery", "detail", "confirm"):
            self._submit(self._voter)

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit from the pad, a keyboard or a card reader."""
        if self._floor.phase == "identify" and not self._floor.busy:
            self._floor.fault = ""
            self._typing = numbers.press(self._typing, digit, self._floor.now())
            self._floor.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._floor.fault = ""
        self._typing = numbers.erase(self._typing)
        self._floor.changed.emit()

    @Slot()
    def identify(self) -> None:
        """The number is complete: a key of the pad, Enter, or the end of a card."""
        if self._floor.phase != "identify" or self._floor.busy or not self._typing.digits:
            return
        wrong = numbers.fault(self._contest.numbers, self._typing.digits)
        if wrong:
            self._floor.fault = self._wrong_number(wrong)
            self._floor.changed.emit()
            return
        self._floor.busy = True
        self._floor.changed.emit()
        self._look_up(self._typing.digits)

    @Slot()
    def forget(self) -> None:
        """Somebody else votes now."""
        if self.asks and not self._floor.busy and self._floor.phase in ("gallery", "detail", "confirm", "identify"):
            self._voter, self._just, self._floor.fault, self._typing = None, 0, "", numbers.Typing()
            self.services.navigator.atStake(STAKE, False)
            self._go("gallery")

    @Slot()
    def gallery(self) -> None:
        """Back to the entries."""
        if self._floor.phase == "nominated" and not self._floor.settled:
            return
        if self._floor.phase == "confirm":
            # Whoever turns back before the vote leaves no number behind for the next one.
            self._voter = None
        self._floor.fault, self._typing = "", numbers.Typing()
        self._go("gallery")

    @Slot(bool)
    def playing(self, on: bool) -> None:
        """A sound or film of an entry plays."""
        self.services.navigator.keepAwake(AWAKE, on)

    def step_back(self) -> bool:
        """From any page of the contest to its entries; from the confirmation to the number."""
        if self._floor.phase == "gallery":
            return False
        if not self._floor.busy:
            self.gallery()
        return True

    def leave(self) -> None:
        """The visitor is gone, and with them who they were."""
        self._second.stop()
        self._wall.stop()
        self._voter, self._typing = None, numbers.Typing()
        self.services.navigator.atStake(STAKE, False)
        self.services.navigator.keepAwake(AWAKE, False)

    # --- the wall of results ----------------------------------------------------------------------------------------

    @property
    def patient(self) -> bool:
        """The wall of results is looked at from afar: it stays for a while."""
        return self._floor.phase == "wall"

    @Slot(int)
    def showWall(self, columns: int) -> None:
        """To the results, if they may be seen. All stand with their pictures, or `columns` of many."""
        if self.resultsShown and self._floor.phase == "gallery":
            self._go("wall")
            self._wall.begin(columns)

    def hang(self) -> None:
        """This page is the wall of a hall and nothing else, until it goes; numbers come when they may be seen."""
        self._go("hall")

    @Slot()
    def askHall(self) -> None:
        """The wall shall cover the screen: the house asks for the PIN first."""
        self.services.navigator.hangWall(self.opened.uid)

    @Slot(bool)
    def door(self, held: bool) -> None:
        """The wall of a hall was touched."""
        self.doorAsked.emit(held)

    # --- inner ------------------------------------------------------------------------------------------------------

    def _data(self, number: int) -> dict[str, Any]:
        entry: Entry = self._floor.entries[number]
        return {
            "value": number,
            "number": f"{number:02}",
            "title": entry.title,
            "by": entry.by,
            "tile": self.media(entry.tile) if entry.tile else QUrl(),
            "alt": entry.alt,
            "first": next((line for line in entry.lines if line), ""),
            "sounds": bool(entry.media),
        }

    def _look_up(self, said: str) -> None:
        contest, uid = self._contest, self.opened.uid
        self.services.recorder.ask(lambda pages: booth.known(pages, contest, uid, said), self._known)

    def _known(self, result: Result[booth.Voter]) -> None:
        self._floor.busy = False
        if isinstance(result, Err):
            unknown = result.error.code == "NOT_ON_ROSTER"
            self._typing = numbers.Typing() if unknown else self._typing
            broken = self.tr("记录本打不开，先不能投票。请告诉值班员。")
            self._floor.fault = result.error.say(self.services.lang()) if unknown else broken
            self._floor.changed.emit()
            return
        voter = result.value
        if self.asks:
            if self._floor.phase != "identify":
                return  # the visitor turned back meanwhile
            why = ballot.judge(self._contest, self._chosen, voter.mine, voter.last, self._floor.moment())
            if why:
                self._floor.fault, self._typing = self._why(why), numbers.Typing()
                self._floor.changed.emit()
                return
            self._voter = voter
            self._go("confirm")
            return
        self._voter = voter
        if self.wait:
            self._second.start()
        self._floor.changed.emit()

    def _submit(self, voter: booth.Voter) -> None:
        vote = ballot.cast(self._chosen, voter.token, voter.mine, self._floor.moment())
        self._floor.busy, self._floor.fault, self._given = True, "", (voter, vote)
        self._floor.changed.emit()
        uid = self.opened.uid
        payload = {**vote.payload(), "seed": self._seed, "place": self._order.index(self._chosen)}
        self.services.recorder.submit(
            booth.VOTE, uid, payload, self._voted, person=voter.said,
            once=f"vote|{uid}|{self._turn}|{vote.entry}|{self._attempt}", rule=booth.rule(self._contest, uid, vote),
        )  # fmt: skip

    def _voted(self, result: Result[int]) -> None:
        """The vote is on the disk, or it is not: only now anything is said."""
        assert self._given is not None
        (voter, vote), self._given, self._floor.busy = self._given, None, False
        if isinstance(result, Err):
            if isinstance(result.error, booth.RefusedError):
                self._attempt += 1
                self._look_up_again(voter)
                self._floor.fault = self._why(result.error.why)
            else:
                self._floor.fault = self._floor.lost()
            self._floor.changed.emit()
            return
        self._attempt += 1
        self._voter = booth.Voter(voter.said, voter.token, (*voter.mine, vote), vote)
        self._just, self._chosen = vote.entry, vote.entry
        self.services.navigator.atStake(STAKE, False)
        self._go("gallery")

    def _look_up_again(self, voter: booth.Voter) -> None:
        """The book knew better than the screen."""
        self._voter = None
        if self.asks:
            self._floor.phase = "gallery"
            self._floor.turned.emit()
        else:
            self._look_up(voter.said)

    def _go(self, phase: str) -> None:
        if self._floor.phase in WALLS and phase not in WALLS:
            self._wall.stop()
        if self._floor.phase == "detail":
            self.playing(False)
        if phase == "detail" and self._floor.entries[self._chosen].media and self.services.software:
            from kiosk.design.video import painted  # noqa: F401  registers the painted picture; brings QtMultimedia
        self._floor.turn(phase)

    def _tick(self) -> None:
        if self.wait == 0:
            self._second.stop()
        self._floor.changed.emit()

    def _used(self) -> str:
        given = len(self.mine)
        if not self._order:
            return self.tr("现在是提名的时候，候选名单出来以后再投票。")
        if self.wait and not self.mine:
            return self.tr("上一位刚投完，请等 %1 秒。").replace("%1", str(self.wait))
        if self._voter is not None and self.spent:
            done = self.tr("%1 票都投完了，谢谢你。").replace("%1", str(self._contest.limit))
            return (
                done
                if self._floor.results_shown or self._contest.results == "never"
                else done + self.tr("截止后公布票数。")
            )
        limit = self.tr("每人每天 %1 票") if self._contest.per == "day" else self.tr("每人 %1 票")
        words = limit.replace("%1", str(self._contest.limit))
        if self.who:
            words = self.tr("尾号 %1：").replace("%1", self.who) + words
        if given:
            words += self.tr("，已投 %1 票").replace("%1", str(given))
        return words + self.tr("。投完不能改。")

    def _why(self, why: ballot.Refusal) -> str:
        return {
            "before": self.tr("还没有开始投票。"),
            "after": self.tr("投票截止了。"),
            "clock": self.tr("这块屏的钟不准，先不收票。请告诉值班员。"),
            "unknown": self.tr("没有这件作品。"),
            "same": self.tr("你已经投过这一件，换一件吧。"),
            "used": self.tr("今天的票都投完了，明天再来。") if self._contest.per == "day" else self.tr("票都投完了。"),
            "cooling": self.tr("上一位刚投完，请等一等。"),
            "stale": self.tr("请再碰一次。"),
        }.get(why, "")

    def _wrong_number(self, wrong: numbers.Fault) -> str:
        rule = self._contest.numbers
        if wrong in ("short", "long"):
            size = str(rule.least) if rule.least == rule.most else f"{rule.least}–{rule.most}"
            return (
                self.tr("应是 %1 位，现在是 %2 位。").replace("%1", size).replace("%2", str(len(self._typing.digits)))
            )
        return self.tr("没有这样的号，看看是不是输错了一位。")
