"""The page on which a lecture is rehearsed: the green and red sheet, filled while it is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.authoring.glyphs import FONTS
from kiosk.core.clock import Clock
from kiosk.core.text import Lang
from kiosk.jobs import Err, Lanes, Result
from kiosk.packs.durable import write_durably
from kiosk.sdk.ui import Recorder
from kiosk.stage.live.result import PRACTICE
from kiosk.stage.load import Loaded
from kiosk.stage.rehearse.checks import look
from kiosk.stage.rehearse.model import Rehearsal, headline
from kiosk.stage.rehearse.rehearser import MediaRound, media_of
from kiosk.stage.rehearse.sheet import MARKS, written
from kiosk.stage.soundcheck import SoundCheck

QML_IMPORT_NAME = "kiosk.stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the stagehand")
class RehearsalViewModel(QObject):
    """Goes through the lecture once and shows what it found."""

    changed = Signal()
    left = Signal()
    practiceWanted = Signal()

    def __init__(
        self, loaded: Loaded, lanes: Lanes, recorder: Recorder, data: Path, clock: Clock, lang: Lang,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.uid = loaded.uid
        self._loaded = loaded
        self._lanes = lanes
        self._recorder = recorder
        self._data = data
        self._clock = clock
        self._sound = SoundCheck(lanes, clock.monotonic, self)
        self._lang = lang
        self._sheet: Rehearsal | None = None
        self._spent: dict[str, float] = {}
        self._turns: MediaRound | None = None
        self._busy = True
        self._step = self.tr("正在一步一步打开…")
        self._saved = ""
        self._gone = False

    def start(self) -> None:
        """Begin looking."""
        loaded = self._loaded
        self._recorder.ask(lambda pages: pages.latest(PRACTICE, loaded.uid), self._practised)
        self._lanes.run("io", lambda: look(loaded), self._looked)

    def stop(self) -> None:
        """The page is left."""
        self._gone = True
        if self._turns is not None:
            self._turns.stop()

    @Property(str, constant=True)
    def title(self) -> str:
        """Of the lecture."""
        return self._loaded.title

    @Property(SoundCheck, constant=True)
    def sound(self) -> SoundCheck:
        """Whether the loudspeakers work."""
        return self._sound

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """It still looks."""
        return self._busy

    @Property(bool, notify=changed)
    def green(self) -> bool:
        """Nothing would go wrong."""
        return self._sheet is not None and self._sheet.green

    @Property(str, notify=changed)
    def headline(self) -> str:
        """What it does, or what came of it."""
        if self._busy or self._sheet is None:
            return self._step
        return headline(self._sheet)(self._lang)

    @Property(str, notify=changed)
    def about(self) -> str:
        """What is said of the whole, and where the sheet was written."""
        told = [f.words(self._lang) for f in self._sheet.findings] if self._sheet else []
        return "\n".join(filter(None, (*told, self._saved)))

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """A step each: `number`, `title`, `level`, `mark`, `found`, `planned`, `spent`."""
        if self._sheet is None:
            return []
        return [
            {
                "number": row.number, "title": row.title, "level": row.level, "mark": MARKS[row.level](self._lang),
                "found": "\n".join(f.words(self._lang) for f in row.findings), "planned": _clock(row.planned),
                "spent": "" if row.spent is None else _clock(row.spent),
                "late": row.spent is not None and row.spent > row.planned + 30,
            }
            for row in self._sheet.rows
        ]  # fmt: skip

    @Slot()
    def leave(self) -> None:
        """Done."""
        self.left.emit()

    @Slot()
    def practise(self) -> None:
        """Hold it without an audience, for the times."""
        self.practiceWanted.emit()

    @Slot()
    def save(self) -> None:
        """Write the sheet as a PDF into the data folder."""
        if self._sheet is None or self._busy:
            return
        sheet, day, lang = self._sheet, self._clock.now().astimezone().date(), self._lang
        file = self._data / "rehearsals" / f"{self.uid.replace('/', '-')}-{day:%Y%m%d}.pdf"

        def write() -> None:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_durably(file, written(sheet, FONTS, day, lang))

        def done(result: Result[None]) -> None:
            if self._gone:
                return
            failed = isinstance(result, Err)
            self._saved = self.tr("没存成") if failed else self.tr("存在 %1").replace("%1", str(file))
            self.changed.emit()

        self._lanes.run("io", write, done)

    def _practised(self, result: Result[dict[str, Any] | None]) -> None:
        kept = None if isinstance(result, Err) else result.value
        if kept is None or self._gone:
            return
        self._spent = {s["id"]: float(s["seconds"]) for s in kept.get("steps", ())}
        if self._sheet is not None:
            self._sheet = self._sheet.practised(self._spent)
            self.changed.emit()

    def _looked(self, result: Result[Rehearsal]) -> None:
        if self._gone:
            return
        if isinstance(result, Err):
            self._busy, self._step = False, result.error.message(self._lang)
            self.changed.emit()
            return
        turns = MediaRound(result.value.practised(self._spent), media_of(self._loaded), self)
        self._turns, self._sheet = turns, turns.sheet
        turns.moved.connect(self._moved)
        turns.done.connect(self._finished)
        turns.start()

    @Slot(int, int)
    def _moved(self, done: int, count: int) -> None:
        assert self._turns is not None
        self._sheet = self._turns.sheet.practised(self._spent)
        self._step = self.tr("正在试放，%1 / %2").replace("%1", str(min(done + 1, count))).replace("%2", str(count))
        self.changed.emit()

    @Slot(object)
    def _finished(self, sheet: Rehearsal) -> None:
        self._sheet, self._busy = sheet.practised(self._spent), False
        self.changed.emit()


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
