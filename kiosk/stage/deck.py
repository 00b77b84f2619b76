"""The slides of a loaded lecture, each made when it is first needed, and the notes beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QUrl

from kiosk.core.text import Lang, Text
from kiosk.kinds.lecture.model import Step
from kiosk.stage.lacks import lacking
from kiosk.stage.load import Loaded
from kiosk.stage.pages import PageKey
from kiosk.stage.slides import paragraphs, slide

TAG = Text("劳模讲堂", "Lecture")
KINDS: dict[str, tuple[str, Text]] = {
    "slide": ("card-text-outline", Text("一页", "Slide")),
    "page": ("file-document-outline", Text("文稿", "Page")),
    "picture": ("image-outline", Text("图片", "Picture")),
    "story": ("book-open-variant", Text("故事", "Story")),
    "segment": ("play-box-outline", Text("录像录音", "Film")),
    "quiz": ("help-box", Text("答题", "Quiz")),
    "poll": ("hand-back-right-outline", Text("举手", "Show of hands")),
    "riddle": ("lightbulb-outline", Text("灯谜", "Riddle")),
    "suggestion": ("comment-text-outline", Text("征求建议", "Suggestions")),
    "signin": ("account-check-outline", Text("签到", "Signing in")),
}
AHEAD = (0, 1, -1, 2)
"""Neighbours whose pages are drawn, most urgent first."""


class Deck:
    """What there is to show.

    Args:
        box: pixels of the audience's screen, asked anew each time.
    """

    def __init__(self, loaded: Loaded, lang: Lang, box: Callable[[], tuple[int, int]]) -> None:
        self.loaded = loaded
        self.steps: tuple[Step, ...] = loaded.lecture.steps
        self._lang = lang
        self._box = box
        self._slides: dict[int, dict[str, Any]] = {}

    def slide(self, index: int) -> dict[str, Any]:
        """One slide as QML reads it; an empty one beside the ends."""
        if not 0 <= index < len(self.steps):
            return {}
        if index not in self._slides:
            step, loaded = self.steps[index], self.loaded
            made = slide(step, loaded.lecture, loaded.files, loaded.linked.get(step.id), TAG(self._lang))
            for name in ("source", "poster", "media"):
                if made.get(name):
                    made[name] = QUrl.fromLocalFile(made[name])
            self._slides[index] = made | {"index": index, "kindWord": KINDS[step.kind][1](self._lang)}
        return self._slides[index]

    def page(self, index: int) -> PageKey | None:
        """The PDF page of a step, at the audience's resolution."""
        made = self.slide(index)
        if made.get("design") != "page":
            return None
        return PageKey(made["file"], made["page"], *self._box(), self.steps[index].file.rsplit("/", 1)[-1])

    def around(self, *indexes: int) -> list[PageKey]:
        """Pages to have ready."""
        keys = (self.page(index + by) for by in AHEAD for index in indexes)
        return [key for key in keys if key is not None]

    def lack(self, index: int) -> str:
        """What of a step is not here, for the speaker; empty when nothing is missing."""
        step = self.steps[index]
        found = lacking(step, self.slide(index), self.loaded)
        return found[1](self._lang) if found else ""

    def notes(self, index: int) -> list[dict[str, str]]:
        """The speaker's notes of a step."""
        return [{"mark": mark, "text": text} for mark, text in paragraphs(self.steps[index].notes)]

    def must_say(self, index: int) -> list[str]:
        """What must not be forgotten at this step."""
        return list(self.steps[index].must_say)

    def rows(self) -> list[dict[str, Any]]:
        """The list to jump from."""
        return [
            {
                "index": i, "title": step.title, "icon": KINDS[step.kind][0], "kindWord": KINDS[step.kind][1](self._lang),
                "minutes": step.minutes, "must": len(step.must_say), "lack": self.lack(i),
            }
            for i, step in enumerate(self.steps)
        ]  # fmt: skip
