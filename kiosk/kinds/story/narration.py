"""Reading `narration.json`: when each sentence of the recording beside it is heard."""

from __future__ import annotations

import json
from typing import Any

from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.story.model import Cue, Narration

AUDIO_SUFFIXES = (".m4a", ".mp3", ".opus", ".ogg")


def read_narration(source: ItemSource, sentences: tuple[str, ...]) -> Narration | None:
    """The narration of a story when there is one and it reads exactly `sentences`; else None and a warning.

    The recording is added to `source.media`.
    """
    stem = "narration" if source.lang == "zh" else f"narration.{source.lang}"
    cues_file = source.folder / f"{stem}.json"
    audio = next((f"{stem}{s}" for s in AUDIO_SUFFIXES if (source.folder / f"{stem}{s}").is_file()), None)
    if not cues_file.is_file() or audio is None:
        _warn(
            source,
            "no-narration",
            Text("没有朗读，屏幕上不会有“听”按钮。", "There is no narration, so there will be no listen button."),
        )
        return None
    try:
        document = json.loads(cues_file.read_text(encoding="utf-8"))
        engine, cues, said, duration = _decode(document)
    except (OSError, ValueError, KeyError, TypeError) as error:
        _warn(
            source, "bad-narration", Text(f"{cues_file.name} 读不懂。", f"{cues_file.name} cannot be read ({error}).")
        )
        return None
    if [_letters(words) for words in said] != [_letters(words) for words in sentences]:
        _warn(
            source,
            "stale-narration",
            Text(
                "正文改过，朗读对不上了，先不用它。",
                "The text has changed since it was narrated; the narration is left out.",
            ),
        )
        return None
    source.media[audio] = source.path(audio)
    return Narration(source.path(audio), engine, duration, cues)


def _decode(document: Any) -> tuple[str, tuple[Cue, ...], list[str], int]:
    entries = document["sentences"]
    cues = tuple(Cue(int(entry["start_ms"]), int(entry["end_ms"])) for entry in entries)
    said = [str(entry["text"]) for entry in entries]
    times = [ms for cue in cues for ms in (cue.start_ms, cue.end_ms)]
    if times != sorted(times) or (times and times[0] < 0):
        raise ValueError("times do not ascend")
    end = times[-1] if times else 0
    return str(document["engine"]), cues, said, max(int(document.get("duration_ms", end)), end)


def _letters(words: str) -> str:
    return "".join(ch for ch in words if ch.isalnum())


def _warn(source: ItemSource, code: str, message: Text) -> None:
    hint = Text("运行 kiosk pack narrate。", "Run `kiosk pack narrate`.")
    source.findings.warn(code, source.file, "", message, hint)
