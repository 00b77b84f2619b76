"""A lecture as a visitor leafs through it: who speaks, how long, what comes when, and what can be seen of it at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.lecture import order
from kiosk.kinds.lecture.model import LINKED, Lecture, Step
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.lecture"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class LectureViewModel(ItemViewModel):
    """What the lecture's page shows; nothing of it changes while it is open."""

    def __init__(
        self, opened: Opened, content: Lecture, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._lecture = content
        self._there = {card.uid for card in (*opened.links, *opened.related)}

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property("QStringList", constant=True)
    def who(self) -> list[str]:
        """Lecturer, and the unit when there is one."""
        return list(filter(None, (self._lecture.lecturer, self._lecture.unit)))

    @Property(str, constant=True)
    def occasion(self) -> str:
        """On which it is held; may be empty."""
        return self._lecture.occasion

    @Property(str, constant=True)
    def about(self) -> str:
        """A sentence or two; may be empty."""
        return self._lecture.about.replace("\n\n", "\n")

    @Property(int, constant=True)
    def minutes(self) -> int:
        """Planned for all of it."""
        return self._lecture.minutes

    @Property(int, constant=True)
    def count(self) -> int:
        """Steps."""
        return len(self._lecture.steps)

    @Property("QVariantList", constant=True)
    def slats(self) -> list[dict[str, Any]]:
        """The bar of the plan: `part` (`told`, `watched`, `together`) and `share` of the whole."""
        return [{"part": slat.part, "share": slat.share} for slat in order.slats(self._lecture)]

    @Property("QVariantList", constant=True)
    def parts(self) -> list[dict[str, Any]]:
        """What the colours mean: `part`, `words`; parts without a minute are left out."""
        named = {"told": self.tr("听 %1 分"), "watched": self.tr("看 %1 分"), "together": self.tr("动手 %1 分")}
        found = order.minutes(self._lecture)
        return [
            {"part": part, "words": named[part].replace("%1", order.share(found[part]))}
            for part in order.PARTS
            if found[part] > 0
        ]

    @Property("QVariantList", constant=True)
    def steps(self) -> list[dict[str, Any]]:
        """The run order: `number`, `title`, `note`, `part`, and `uid`, `act` of what can be opened at once."""
        return [self._row(number, step) for number, step in enumerate(self._lecture.steps, 1)]

    @Slot(str)
    def openItem(self, uid: str) -> None:
        """See at once what a step shows."""
        if uid in self._there:
            self.services.navigator.openItem(uid)

    @Slot()
    def begin(self) -> None:
        """Hold the lecture; the house asks for the PIN when there is one."""
        self.services.navigator.startLecture(self.opened.uid)

    @Slot()
    def rehearse(self) -> None:
        """Go through it without an audience; the house asks for the PIN when there is one."""
        self.services.navigator.rehearseLecture(self.opened.uid)

    def _row(self, number: int, step: Step) -> dict[str, Any]:
        uid = step.item if "/" in step.item or not step.item else f"{self.opened.uid.split('/')[0]}/{step.item}"
        opens = step.kind in LINKED and uid in self._there
        note = [self._word(step)]
        if step.minutes:
            note.append(self.tr("%1 分钟").replace("%1", order.share(step.minutes)))
        return {
            "number": number, "title": step.title, "note": self.tr("，").join(note), "part": order.part(step),
            "uid": uid if opens else "", "act": self._act(step) if opens else "",
        }  # fmt: skip

    def _word(self, step: Step) -> str:
        if step.kind == "segment" and step.file:
            return self.tr("录像")
        return {
            "slide": self.tr("讲"), "page": self.tr("讲稿第 %1 页").replace("%1", str(step.page)), "picture": self.tr("看图"),
            "story": self.tr("劳模故事"), "segment": self.tr("节目片段"), "quiz": self.tr("现场抢答"), "poll": self.tr("举手"),
            "riddle": self.tr("猜灯谜"), "suggestion": self.tr("提建议"), "signin": self.tr("签到"),
        }[step.kind]  # fmt: skip

    def _act(self, step: Step) -> str:
        return {
            "story": self.tr("看故事"), "segment": self.tr("看节目"), "quiz": self.tr("去答题"), "riddle": self.tr("去猜谜"),
        }.get(step.kind, "")  # fmt: skip
