"""What a contest says to a visitor: how many votes there are, why one cannot be given, what is wrong with a number."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.kinds.vote import ballot, numbers
from kiosk.kinds.vote.model import Contest


class VoteWords(QObject):
    """Sentences in the visitor's language."""

    def __init__(self, contest: Contest, parent: QObject) -> None:
        super().__init__(parent)
        self._contest = contest

    def counting(self) -> str:
        """How many of what: 摄影 24 幅."""
        words = {
            "photo": self.tr("摄影 %1 幅"),
            "poem": self.tr("诗 %1 首"),
            "essay": self.tr("征文 %1 篇"),
            "speech": self.tr("演讲 %1 场"),
            "person": self.tr("候选 %1 位"),
        }
        return words[self._contest.genre].replace("%1", str(len(self._contest.entries)))

    def allowed(self, who: str, given: int) -> str:
        """How many votes there are and were given; `who` are the last digits of a number, or nothing."""
        limit = self.tr("每人每天 %1 票") if self._contest.per == "day" else self.tr("每人 %1 票")
        words = limit.replace("%1", str(self._contest.limit))
        if who:
            words = self.tr("尾号 %1：").replace("%1", who) + words
        if given:
            words += self.tr("，已投 %1 票").replace("%1", str(given))
        return words + self.tr("。投完不能改。")

    def spent(self, *, shown: bool) -> str:
        """All votes are given; `shown`: the results may be seen."""
        done = self.tr("%1 票都投完了，谢谢你。").replace("%1", str(self._contest.limit))
        return done if shown or self._contest.results == "never" else done + self.tr("截止后公布票数。")

    def why(self, why: ballot.Refusal) -> str:
        """Why a vote cannot be given."""
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

    def wrong(self, wrong: numbers.Fault, digits: int) -> str:
        """What is wrong with a number of so many digits."""
        rule = self._contest.numbers
        if wrong in ("short", "long"):
            size = str(rule.least) if rule.least == rule.most else f"{rule.least}–{rule.most}"
            return self.tr("应是 %1 位，现在是 %2 位。").replace("%1", size).replace("%2", str(digits))
        return self.tr("没有这样的号，看看是不是输错了一位。")
