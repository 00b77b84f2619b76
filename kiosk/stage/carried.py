"""A lecture on a stick: its packs are verified, copied and put on the screen as with any stick; then it is held.

`kiosk run --lecture PACK/ITEM` asks for it. A lecture that is here begins at once unless a stick is in, which may carry a
newer one; one that is nowhere is waited for: whoever puts the stick in needs to touch nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.core.text import Text
from kiosk.jobs import Err, Lanes, Result
from kiosk.packs.volumes import sticks
from kiosk.shell.shell import Shell
from kiosk.state.library import Library
from kiosk.state.media import Media
from kiosk.state.syncer import Outcome, Syncer
from kiosk.state.visit import Visit

_log = logging.getLogger(__name__)
GRACE_MS = 4_000
"""A stick that was in when the kiosk started has said by then whether it carries packs."""


class Carried(QObject):
    """Brings one lecture.

    Args:
        begin: holds it; called once, when it is here, or with the reason why it is not.
        media: finds sticks; None where the settings want none of them.
    """

    def __init__(
        self,
        lanes: Lanes,
        library: Library,
        syncer: Syncer,
        media: Media | None,
        shell: Shell,
        visit: Visit,
        begin: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._library = library
        self._syncer = syncer
        self._media = media
        self._shell = shell
        self._visit = visit
        self._begin = begin
        self._uid = ""
        self._here = False
        self._bringing: Path | None = None
        self._why = ""
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._no_stick)
        if media is not None:
            media.found.connect(self._found)
        syncer.progressed.connect(self._progressed)
        syncer.ended.connect(self._ended)

    def fetch(self, uid: str, place: Path | None = None) -> None:
        """Find a lecture and hold it.

        Args:
            uid: `PACK/ITEM`.
            place: folder that carries it; None = this machine or a stick.
        """
        self._uid = uid
        if place is not None:
            self._bring(place)
            return

        media = self._media

        def known(result: Result[bool]) -> None:
            self._here = not isinstance(result, Err) and result.value
            if media is None:
                self._go()
            else:
                self._lanes.run("io", lambda: bool(sticks(media.volumes())), listed)

        def listed(result: Result[bool]) -> None:
            if media is None or not self._uid or self._bringing is not None:
                return
            plugged = not isinstance(result, Err) and result.value
            media.start()
            if media.present:
                self._bring(media.present[0])
            elif plugged or not self._here:
                self._grace.start()
            else:
                self._go()

        self._library.open(uid, self._visit.language, lambda opened, _catalog: opened is not None, known)

    @Slot()
    def _no_stick(self) -> None:
        if self._here:
            self._go()
        elif self._uid and self._bringing is None:
            title = Text(f"这台机器上没有“{self._uid}”这一讲", f"The lecture “{self._uid}” is not on this machine")
            note = Text(
                "插上带着它的U盘：先验过、收下，再开讲。",
                "Put in the stick that carries it: it is verified and copied, and then it begins.",
            )
            self._say(title(self._lang), note(self._lang))

    @Slot(object)
    def _found(self, mount: Path) -> None:
        if self._uid and self._bringing is None:
            self._bring(mount)

    def _bring(self, place: Path) -> None:
        self._grace.stop()
        self._bringing = place
        self._tell("")
        self._syncer.bring(place)

    @Slot(object)
    def _progressed(self, said: dict[str, Any]) -> None:
        total = said.get("total_bytes") or 0
        if self._mine and total:
            self._tell(f"{100 * (said.get('done_bytes') or 0) // total} %")

    @property
    def _mine(self) -> bool:
        task = self._syncer.task
        return self._bringing is not None and task is not None and task.source == str(self._bringing)

    @Slot(object)
    def _ended(self, outcome: Outcome) -> None:
        if self._bringing is None or outcome.task.kind != "bring" or outcome.task.source != str(self._bringing):
            return
        lang = self._lang
        report = outcome.report or {}
        if report.get("unknown"):
            names = "、".join(map(str, report["unknown"]))
            self._why = Text(
                f"U盘上是 {names} 的内容，这台机器还不信任它：请管理员先在“信任的发布单位”里核对。",
                f"The stick is by {names}, whom this machine does not trust: an administrator has to compare it first.",
            )(lang)
        elif outcome.error:
            self._why = str(outcome.error["message"][lang])
        _log.info("brought %s for %s: %s", self._bringing, self._uid, self._why or "well")
        self._library.look(self._go)

    def _go(self) -> None:
        """It is here, or is not: the stage says which."""
        uid, self._uid = self._uid, ""
        self._bringing = None
        if uid:
            self._shell.dismissNotice()
            self._begin(uid, self._why)

    def _tell(self, share: str) -> None:
        title = Text("正在从U盘收这一讲", "Copying the lecture from the stick")
        note = Text("先验签名，再抄进来；收完就开讲。", "Its signature is verified first; it begins when all is here.")
        self._say(" ".join(filter(None, (title(self._lang), share))), note(self._lang))

    def _say(self, title: str, note: str) -> None:
        if self._shell.attract:
            self._shell.wake()  # nothing is read under the attract loop
        self._shell.say(title, note, "info")

    @property
    def _lang(self) -> Any:
        return self._visit.language
