"""Play the tour and keep what was seen."""

from __future__ import annotations

import json
import logging
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.text import Lang
from kiosk.settings import Settings
from kiosk.tour.clock import MovableClock

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.app import App
    from kiosk.tour.hand import Hand
    from kiosk.tour.scenes import Scene


@dataclass(frozen=True, slots=True)
class Seen:
    """One picture of the tour.

    Args:
        ms: from the first touch of the scene to the picture being ready.
        warnings: QML and Qt warnings, and errors of ours, that came meanwhile.
    """

    name: str
    file: str
    width: int
    height: int
    ms: int
    warnings: tuple[str, ...]


class _Listener(logging.Handler):
    """Collects warnings of Qt, QML and the product."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self.heard.append(f"{record.name}: {record.getMessage()}")

    def take(self) -> tuple[str, ...]:
        """What was heard since the last time."""
        heard, self.heard = tuple(self.heard), []
        return heard


# The tour breaks these on purpose; the product must say so in its log.
EXPECTED = ("kiosk.kinds.segment", "kiosk.shell.shell", "qt.multimedia")


def play(
    settings: Settings,
    out: Path,
    size: tuple[int, int],
    lang: Lang,
    *,
    only: Callable[[str], bool] = lambda _name: True,
    until: str = "",
    say: Callable[[str], None] = lambda _line: None,
) -> tuple[Seen, ...]:
    """Drive the app through every scene and write the pictures, `tour.json` and `contact-sheet.png` into `out`.

    Args:
        only: scenes to keep a picture of.
        until: the scene after which to stop; empty = all.

    Raises:
        kiosk.tour.hand.NotThereError: a scene was not reached; `failed.png` shows where the tour stood.
    """
    from kiosk.app import App, Options
    from kiosk.faults import install_hooks
    from kiosk.tour.extras import spoiled_copy
    from kiosk.tour.hand import Hand, NotThereError
    from kiosk.tour.onstage import PretendScreens
    from kiosk.tour.scenes import scenes
    from kiosk.tour.sheet import contact_sheet
    from kiosk.tour.stick import TourDuty

    out.mkdir(parents=True, exist_ok=True)
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    seen: list[Seen] = []
    with tempfile.TemporaryDirectory(prefix="pioneer-tour-") as scratch:
        data = spoiled_copy(settings.data_dir, Path(scratch))
        clock = MovableClock()
        options = Options(
            size=size, seed=7, watch=False, attract=True, today=date(2026, 5, 1), screens=lambda: PretendScreens(size)
        )
        app = App(replace(settings, data_dir=data, language=lang), options, clock)
        app.duty = TourDuty(app, Path(scratch) / "stick")
        native = install_hooks()
        window = app.show()
        window.requestActivate()
        hand = Hand(app.qt, window)
        try:
            for scene in scenes():
                ms = _act(scene, app, hand)
                if only(scene.name):
                    if native:
                        native.look()
                    warnings = tuple(w for w in listener.take() if not w.startswith(EXPECTED))
                    for end, shown in _windows(app).items():
                        image = shown.grabWindow()
                        file = f"{scene.name}{end}.png"
                        image.save(str(out / file))
                        seen.append(Seen(scene.name, file, image.width(), image.height(), ms, warnings))
                        warnings = ()
                    told = "".join(f"\n  ! {w}" for one in seen if one.name == scene.name for w in one.warnings)
                    say(f"{scene.name} {ms} ms{told}")
                if scene.name == until:
                    break
        except NotThereError:
            window.grabWindow().save(str(out / "failed.png"))
            raise
        finally:
            app.close()
            if native:
                native.close()
            logging.getLogger().removeHandler(listener)
    (out / "tour.json").write_text(
        json.dumps(
            {"size": list(size), "lang": lang, "profile": app.profile.value, "scenes": [asdict(s) for s in seen]},
            ensure_ascii=False,
            indent=1,
        ),
        "utf-8",
    )
    contact_sheet([out / s.file for s in seen], out / "contact-sheet.png")
    return tuple(seen)


def _windows(app: App) -> dict[str, QQuickWindow]:
    """The kiosk's own window, and during a lecture the audience's, by what its picture's name ends with."""
    placing = app.stagehand.placing if "stagehand" in vars(app) else None
    audience = placing.audience if placing else None
    return {"": app.window} | ({"-audience": audience} if audience else {})


def _act(scene: Scene, app: App, hand: Hand) -> int:
    """Play one scene until nothing moves, or a film has run a while; returns how long it took, ms."""
    began = time.monotonic()
    scene.act(app, hand)
    if scene.still:
        hand.settle()
    else:
        hand.wait(lambda: time.monotonic() - began > 1.2, "the film")
    return round((time.monotonic() - began) * 1000)
