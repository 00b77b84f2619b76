"""What a step cannot show, in words for the speaker: the audience only ever sees its title. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.core.text import Text
from kiosk.kinds.lecture.model import LINKED, Step
from kiosk.stage.load import Loaded

TOO_LONG = Text("字太多，这一页放不下", "Too much text for one slide")
WILL_NOT_PLAY = Text("这段放不出来", "It cannot be played")


def lacking(step: Step, made: Mapping[str, Any], loaded: Loaded) -> tuple[str, Text] | None:
    """What is known without opening a file; None when nothing is missing.

    Args:
        made: the step's slide.

    Returns:
        The name of the check (see `rehearse.model.Finding`) and the sentence.
    """
    if step.item and step.kind in LINKED and not (step.kind == "segment" and step.file):
        if step.id not in loaded.linked:
            return "link", Text(f"这台机器上没有 {step.item}", f"Not on this machine: {step.item}")
        if step.id not in loaded.contents:
            return "link", Text(f"{step.item} 打不开", f"Cannot be opened: {step.item}")
        if step.kind == "segment" and not loaded.linked[step.id].media:
            return "link", Text(f"{step.item} 没有录像", f"{step.item} has no film")
    if made["design"] == "gap":
        what = str(made["missing"])
        name = what.rsplit("/", 1)[-1]
        return "picture" if step.kind in ("picture", "slide") else "file", Text(
            f"包里没有 {name}", f"Not in the pack: {name}"
        )
    if made.get("cut"):
        return "text", TOO_LONG
    return None
