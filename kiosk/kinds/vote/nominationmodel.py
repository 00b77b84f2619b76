"""The nomination form: who, from where, and why."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.vote import booth
from kiosk.kinds.vote.floor import Floor
from kiosk.sdk.ui import Err, Result

QML_IMPORT_NAME = "kiosk.kinds.vote"
QML_IMPORT_MAJOR_VERSION = 1

STAKE = "vote"
MOST_TEXT = {"name": 12, "unit": 30, "why": 300}


@QmlElement
@QmlUncreatable("made by the app")
class NominationViewModel(QObject):
    """What one visitor writes. `changed` when a word of it is another.

    Args:
        floor: of the contest.
        visit: a random word that stands for the visitor.
        seed: of the visit, for the records.
    """

    changed = Signal()

    def __init__(self, floor: Floor, visit: str, seed: int, parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self._visit = visit
        self._seed = seed
        self._attempt = 0
        self._form = {"name": "", "unit": "", "why": ""}
        floor.changed.connect(self.changed)

    @Property("QVariantMap", notify=changed)
    def form(self) -> dict[str, str]:
        """`name`, `unit` and `why` as far as they are written."""
        return dict(self._form)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Everything is filled in."""
        return all(word.strip() for word in self._form.values()) and not self._floor.busy

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why it was not handed in."""
        return self._floor.fault

    @Slot()
    def begin(self) -> None:
        """Open the form."""
        floor = self._floor
        if floor.nominating and floor.phase in ("gallery", "nominated") and not floor.busy and floor.settled:
            self._form = dict.fromkeys(self._form, "")
            floor.fault = ""
            self._attempt += 1
            floor.turn("nominate")

    @Slot(str, str)
    def write(self, field: str, words: str) -> None:
        """A field of the form holds `words` now."""
        if field in self._form and self._floor.phase == "nominate":
            self._form[field] = words[: MOST_TEXT[field]]
            self._floor.services.navigator.atStake(STAKE, any(w.strip() for w in self._form.values()))
            self._floor.changed.emit()

    @Slot()
    def send(self) -> None:
        """Hand the nomination in."""
        floor = self._floor
        if floor.phase != "nominate" or not self.ready or not floor.settled:
            return
        floor.busy, floor.fault = True, ""
        floor.changed.emit()
        words = {k: v.strip() for k, v in self._form.items()}
        payload = {**words, "at": floor.moment().local, "seed": self._seed}
        uid = floor.opened.uid
        floor.services.recorder.submit(
            booth.NOMINATION, uid, payload, self._sent, person=self._visit,
            once=f"nomination|{uid}|{self._visit}|{self._attempt}", rule=booth.at_most(uid, self._visit),
        )  # fmt: skip

    def _sent(self, result: Result[int]) -> None:
        floor = self._floor
        floor.busy = False
        if isinstance(result, Err):
            refused = isinstance(result.error, booth.RefusedError)
            many = self.tr("一次最多提 %1 位").replace("%1", str(booth.MOST_NOMINATIONS))
            floor.fault = many if refused else floor.lost()
            floor.changed.emit()
            return
        floor.services.navigator.atStake(STAKE, False)
        self._form = dict.fromkeys(self._form, "")
        if floor.phase == "nominate":
            floor.turn("nominated")
