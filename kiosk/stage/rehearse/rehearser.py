"""Goes through a lecture: first what lies on the disk, then each medium, one after the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.kinds.lecture.model import Step
from kiosk.stage.load import Loaded
from kiosk.stage.rehearse.media import Medium, Probe
from kiosk.stage.rehearse.model import Finding, Rehearsal
from kiosk.stage.slides import SOUNDS


class MediaRound(QObject):
    """Probes the media of a lecture in turn; lives on the GUI thread.

    `moved` says after each how many are done; `done` gives the finished sheet.
    """

    moved = Signal(int, int)
    done = Signal(object)

    def __init__(self, sheet: Rehearsal, media: tuple[Medium, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self._media = media
        self._at = 0
        self._known: dict[tuple[str, int, int], tuple[Finding, ...]] = {}
        self._stopped = False

    def start(self) -> None:
        """Begin, or go on."""
        if self._stopped:
            return
        self.moved.emit(self._at, len(self._media))
        if self._at == len(self._media):
            self.done.emit(self.sheet)
            return
        medium = self._media[self._at]
        known = self._known.get((medium.path, medium.start, medium.stop))
        if known is None:
            Probe(medium, self._found, self).start()
        else:
            self._found(known)

    def stop(self) -> None:
        """Nothing more is wanted."""
        self._stopped = True

    def _found(self, findings: tuple[Finding, ...]) -> None:
        medium = self._media[self._at]
        self._known[medium.path, medium.start, medium.stop] = findings
        self.sheet = self.sheet.adding(medium.step, *findings)
        self._at += 1
        self.start()


def media_of(loaded: Loaded) -> tuple[Medium, ...]:
    """The films and sounds of a lecture that are here."""
    return tuple(m for step in loaded.lecture.steps if (m := _medium(step, loaded)) is not None)


def _medium(step: Step, loaded: Loaded) -> Medium | None:
    if step.kind != "segment":
        return None
    linked = loaded.linked.get(step.id)
    path = loaded.files.get(step.file, "") if step.file else (linked.media if linked else "")
    if not path:
        return None
    video = linked.video if linked and not step.file else Path(step.file).suffix.lower() not in SOUNDS
    return Medium(step.id, path, video, round(step.start * 1000), round(step.stop * 1000))
