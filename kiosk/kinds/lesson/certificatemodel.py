"""The end of a lesson: a name, and a certificate that is recorded before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import plausible
from kiosk.kinds.lesson import code
from kiosk.kinds.lesson.card import Certificate, day, masked, words
from kiosk.kinds.lesson.desk import Desk
from kiosk.kinds.lesson.whomodel import WhoViewModel
from kiosk.sdk.page import alive
from kiosk.sdk.qr import square
from kiosk.sdk.ui import Err, Result

if TYPE_CHECKING:
    from kiosk.records import Pages, Rule

QML_IMPORT_NAME = "kiosk.kinds.lesson"
QML_IMPORT_MAJOR_VERSION = 1

MOST_NAME = 12


@QmlElement
@QmlUncreatable("made by the app")
class CertificateViewModel(QObject):
    """The certificate. `turned` when its page came up, `wrote` when the name changed."""

    turned = Signal()
    wrote = Signal()

    def __init__(self, desk: Desk, who: WhoViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._who = who
        self._certificate: Certificate | None = None
        self._name = self._code = ""
        self._qr: dict[str, Any] = {}
        self._busy = False
        desk.turned.connect(self.turned)
        desk.turned.connect(self.wrote)

    @Property(str, notify=wrote)
    def name(self) -> str:
        """The name for the certificate."""
        return self._name

    @Property(bool, notify=wrote)
    def busy(self) -> bool:
        """The record book is being asked or written."""
        return self._busy

    @Property("QVariantMap", notify=turned)
    def told(self) -> dict[str, Any]:
        """The certificate, once it is recorded: `name`, `number`, `day`, `code`, `edition`, `qr`."""
        made = self._certificate
        if made is None:
            return {}
        return {
            "name": made.name, "number": masked(made.number), "day": day(made.day, self._desk.services.lang()),
            "code": code.spaced(made.code), "edition": made.edition, "qr": self._qr,
        }  # fmt: skip

    @Property("QVariantMap", notify=turned)
    def invitation(self) -> dict[str, Any]:
        """What to go on with: `uid`, `label`; empty when nothing of it is here."""
        links = (*self._desk.lesson.reads, *(c.uid for c in self._desk.opened.related))
        card = next((found for link in links if (found := self._desk.card(link))), None)
        return {"uid": card.uid, "label": self.tr("接着看：%1").replace("%1", card.name or card.title)} if card else {}

    @Slot(str)
    def writeName(self, name: str) -> None:
        """The field of the name holds `name` now."""
        if not self._busy:
            self._name = name.strip()[:MOST_NAME]
            self.wrote.emit()

    @Slot()
    def make(self) -> None:
        """Record the certificate; it is shown when it is on the disk."""
        course = self._desk.course
        if self._desk.phase != "finish" or course is None or self._busy or not self._desk.pace.settled:
            return
        now = self._desk.services.clock.now()
        number = self._who.said
        if not self._code:
            self._code = code.code_from(f"{self._desk.services.seed()} {now.isoformat()} {self._desk.pace.now}")
        made = Certificate(
            self._desk.title,
            self._desk.lesson.edition,
            self._code,
            now.astimezone() if plausible(now) else None,
            self._name,
            number,
        )
        payload = {
            "event": "certificate", "code": made.code, "edition": made.edition, "title": self._desk.title,
            "steps": len(self._desk.lesson.steps), "misses": sum(course.misses),
        }  # fmt: skip
        self._set_busy(True)
        self._desk.services.recorder.submit(
            "lesson", self._desk.opened.uid, payload, alive(self, lambda result: self._certified(made, result)),
            person=number or self._name, once=f"lesson {made.code}", rule=_of_the_house(number) if number else None,
        )  # fmt: skip

    def _certified(self, made: Certificate, result: Result[int]) -> None:
        """The book has the certificate, or has not and never will."""
        if self._desk.phase != "finish" or made.code != self._code:
            return
        self._busy = False
        if isinstance(result, Err):
            self.wrote.emit()
            if self._desk.stranger(result.error):
                return
            self._desk.services.navigator.say(
                self.tr("证书没有存上"), self.tr("请再点一次，还不行就告诉工会的同志"), "bad"
            )
            return
        self._certificate = made
        self._qr = dict(square(words(made, self._desk.services.lang())))
        self._desk.show("card")

    def _set_busy(self, on: bool) -> None:
        self._busy = on
        self.wrote.emit()

    def forget(self) -> None:
        """Nothing of the one before is left."""
        self._certificate = None
        self._name = self._code = ""
        self._qr = {}
        self._busy = False


def _of_the_house(number: str) -> Rule:
    def rule(pages: Pages) -> None:
        pages.expected(number)

    return rule
