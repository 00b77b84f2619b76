"""Who votes, what they may still do, and a vote until it is on the disk."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.kinds.vote import ballot, booth, numbers
from kiosk.kinds.vote.floor import Floor
from kiosk.kinds.vote.nominationmodel import STAKE
from kiosk.kinds.vote.words import VoteWords
from kiosk.sdk.ui import Err, Result


class Voting(QObject):
    """One visitor's votes. `refused` when the number is none, or may not vote: it is typed anew.

    Args:
        floor: of the contest.
        words: why not, in words.
        turn: names the visit, so that a double tap writes one record.
        drawn: what a record holds of how the entry was found: the seed of the order, and its place in it.
    """

    refused = Signal()

    def __init__(
        self, floor: Floor, words: VoteWords, turn: str, drawn: Callable[[int], dict[str, int]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._words = words
        self._turn = turn
        self._drawn = drawn
        self._voter: booth.Voter | None = None
        self._given: tuple[booth.Voter, ballot.Vote] | None = None
        self._attempt = 0

    # --- what may be done -------------------------------------------------------------------------------------------

    @property
    def asks(self) -> bool:
        """One has to say who one is."""
        return self._floor.contest.identity != "none"

    @property
    def known(self) -> bool:
        """Who votes is known."""
        return self._voter is not None

    @property
    def mine(self) -> list[int]:
        """Numbers this visitor voted for and cannot vote for again now."""
        if self._voter is None:
            return []
        return [vote.entry for vote in ballot.standing(self._floor.contest, self._voter.mine, self._floor.moment())]

    @property
    def votable(self) -> bool:
        """The open entry could get this visitor's vote."""
        floor = self._floor
        if floor.stage != "open" or not floor.chosen or floor.busy or floor.chosen in self.mine:
            return False
        if self._voter is None:
            return self.asks
        return not self.spent and self.wait == 0

    @property
    def spent(self) -> bool:
        """All votes are given."""
        voter = self._voter
        return voter is not None and not ballot.left(self._floor.contest, voter.mine, self._floor.moment())

    @property
    def wait(self) -> int:
        """Seconds until a visitor without identity may begin."""
        if self._voter is None:
            return 0
        cooling = ballot.cooling(self._floor.contest, self._voter.mine, self._voter.last, self._floor.moment())
        return math.ceil(cooling)

    @property
    def who(self) -> str:
        """The last digits of the number in use; empty when nobody said."""
        return numbers.tail(self._voter.said) if self._voter and self.asks else ""

    def used(self) -> str:
        """What this visitor has used up, and what is left."""
        if self.wait and not self.mine:
            return self.tr("上一位刚投完，请等 %1 秒。").replace("%1", str(self.wait))
        if self.spent:
            return self._words.spent(shown=self._floor.results_shown)
        return self._words.allowed(self.who, len(self.mine))

    # --- what is done -----------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Nobody has said who they are."""
        self._voter = None

    @Slot(str)
    def look_up(self, said: str) -> None:
        """What the book knows of whoever this is."""
        contest, uid = self._floor.contest, self._floor.opened.uid
        self._floor.services.recorder.ask(lambda pages: booth.known(pages, contest, uid, said), self._known)

    def submit(self) -> None:
        """Give the open entry this visitor's vote."""
        voter, floor = self._voter, self._floor
        if voter is None:
            return
        vote = ballot.cast(floor.chosen, voter.token, voter.mine, floor.moment())
        floor.busy, floor.fault, self._given = True, "", (voter, vote)
        floor.changed.emit()
        uid = floor.opened.uid
        floor.services.recorder.submit(
            booth.VOTE, uid, {**vote.payload(), **self._drawn(vote.entry)}, self._voted, person=voter.said,
            once=f"vote|{uid}|{self._turn}|{vote.entry}|{self._attempt}", rule=booth.rule(floor.contest, uid, vote),
        )  # fmt: skip

    # --- inner ------------------------------------------------------------------------------------------------------

    def _known(self, result: Result[booth.Voter]) -> None:
        floor = self._floor
        floor.busy = False
        if isinstance(result, Err):
            unknown = result.error.code == "NOT_ON_ROSTER"
            broken = self.tr("记录本打不开，先不能投票。请告诉值班员。")
            floor.fault = result.error.say(floor.services.lang()) if unknown else broken
            if unknown:
                self.refused.emit()
            floor.changed.emit()
        elif not self.asks:
            self._voter = result.value
            floor.changed.emit()
        elif floor.phase == "identify":  # else the visitor turned back meanwhile
            voter = result.value
            why = ballot.judge(floor.contest, floor.chosen, voter.mine, voter.last, floor.moment())
            if why:
                floor.fault = self._words.why(why)
                self.refused.emit()
                floor.changed.emit()
            else:
                self._voter = voter
                floor.turn("confirm")

    def _voted(self, result: Result[int]) -> None:
        """The vote is on the disk, or it is not: only now anything is said."""
        assert self._given is not None
        (voter, vote), self._given, floor = self._given, None, self._floor
        floor.busy = False
        if isinstance(result, Err):
            if isinstance(result.error, booth.RefusedError):
                self._attempt += 1
                self._look_up_again(voter)
                floor.fault = self._words.why(result.error.why)
            else:
                floor.fault = floor.lost()
            floor.changed.emit()
            return
        self._attempt += 1
        self._voter = booth.Voter(voter.said, voter.token, (*voter.mine, vote), vote)
        floor.just, floor.chosen = vote.entry, vote.entry
        floor.services.navigator.atStake(STAKE, False)
        floor.turn("gallery")

    def _look_up_again(self, voter: booth.Voter) -> None:
        """The book knew better than the screen."""
        self._voter = None
        if self.asks:
            self._floor.phase = "gallery"
            self._floor.turned.emit()
        else:
            self.look_up(voter.said)
