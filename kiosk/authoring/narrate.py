"""Making `narration.m4a` and `narration.json`: every sentence spoken, joined, and timed exactly.

Recordings by people are never overwritten: `narration.json` says what made it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from kiosk.authoring.check import SourceError, check
from kiosk.authoring.source import ItemFolder
from kiosk.authoring.speech import SpeechEngine
from kiosk.authoring.wavjoin import Span, join
from kiosk.core.blocks import spoken_in_blocks
from kiosk.core.codec import decode
from kiosk.core.errors import StorageError
from kiosk.core.findings import Findings
from kiosk.core.item import ItemDocument
from kiosk.core.kind import Kind
from kiosk.core.text import Lang, Text

SENTENCE_PAUSE_MS, BLOCK_PAUSE_MS = 350, 800
_AT_ONCE = 2

Outcome: TypeAlias = Literal["made", "current", "recorded", "silent"]
"""`current`: unchanged since last time. `recorded`: a person reads it, left alone. `silent`: nothing to read."""


@dataclass(frozen=True, slots=True)
class Narrated:
    """What became of one item in one language; `duration_ms` is 0 when nothing was made."""

    item: str
    lang: Lang
    outcome: Outcome
    sentences: int
    duration_ms: int = 0


def narrate(
    folder: Path,
    kinds: Mapping[str, Kind],
    engine: SpeechEngine,
    *,
    only: Collection[str] | None = None,
    cache: Path | None = None,
    progress: Callable[[str, int, int], None] = lambda _file, _done, _total: None,
) -> tuple[Narrated, ...]:
    """Narrate every item that has text to read, where the text or the engine has changed.

    Args:
        folder: the pack source.
        kinds: kinds by key.
        engine: what speaks.
        only: ids of the items wanted; None for all.
        cache: see `check`.
        progress: called with the item's folder, how many documents are done, and how many there are.

    Raises:
        SourceError: the wanted items have mistakes.
        StorageError: a program is missing, or a file cannot be written.
    """
    checked = check(folder, kinds, cache=cache)
    folders = {item.id: item for item in checked.pack.items if only is None or item.id in only}
    wrong = [f for f in checked.findings.errors if any(f.file.startswith(f"{i.file}/") for i in folders.values())]
    if wrong:
        raise SourceError(Findings(wrong))
    documents = [document for document in checked.items if document.id in folders]
    results = []
    for n, document in enumerate(documents):
        progress(folders[document.id].file, n, len(documents))
        results.append(_one(document, folders[document.id], kinds[document.kind], engine))
    progress("", len(documents), len(documents))
    return tuple(results)


def _one(document: ItemDocument, folder: ItemFolder, kind: Kind, engine: SpeechEngine) -> Narrated:
    blocks = getattr(decode(kind.content, document.content), "blocks", ())
    said = spoken_in_blocks(blocks)
    words = [text for text, _ in said]
    stem = "narration" if document.lang == "zh" else f"narration.{document.lang}"
    audio, cues = folder.path / f"{stem}.m4a", folder.path / f"{stem}.json"
    name = engine.name(document.lang)
    before = _read(cues)
    if not words:
        return Narrated(document.id, document.lang, "silent", 0)
    if before is not None and before.get("engine") == "recorded":
        return Narrated(document.id, document.lang, "recorded", len(words))
    if before is not None and audio.is_file() and before.get("engine") == name and _texts(before) == words:
        return Narrated(document.id, document.lang, "current", len(words))
    with tempfile.TemporaryDirectory(prefix="narration-") as place:
        spans, duration = _speak(said, document.lang, engine, Path(place))
        try:
            shutil.move(Path(place) / "narration.m4a", audio)
            cues.write_text(_document(name, document.lang, words, spans, duration), encoding="utf-8", newline="\n")
        except OSError as error:
            raise _failed(audio, str(error.strerror or error)) from error
    return Narrated(document.id, document.lang, "made", len(words), duration)


def _speak(
    said: Sequence[tuple[str, int]], lang: Lang, engine: SpeechEngine, place: Path
) -> tuple[tuple[Span, ...], int]:
    files = [place / f"{n:04}.wav" for n in range(len(said))]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda job: engine.say(job[0][0], lang, job[1]), zip(said, files, strict=True)))
    following = [block for _, block in said[1:]]
    pauses = [
        SENTENCE_PAUSE_MS if block == after else BLOCK_PAUSE_MS
        for (_, block), after in zip(said, following, strict=False)
    ]
    spans, duration = join(files, [*pauses, BLOCK_PAUSE_MS], place / "narration.wav")
    _encode(place / "narration.wav", place / "narration.m4a")
    return spans, duration


def _encode(wav: Path, target: Path) -> None:
    """AAC, 48 kbit/s mono, the same bytes for the same sound."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise StorageError(
            "NO_FFMPEG",
            Text("这台电脑没有 ffmpeg。", "ffmpeg is not installed."),
            Text("请安装（Debian：apt install ffmpeg）。", "Install it (Debian: apt install ffmpeg)."),
        )
    exact = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"]
    command = [
        program,
        "-nostdin",
        "-v",
        "error",
        "-y",
        "-i",
        str(wav),
        "-c:a",
        "aac",
        "-aac_coder",
        "fast",
        "-b:a",
        "48k",
        "-ac",
        "1",
    ]
    done = subprocess.run([*command, *exact, str(target)], capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        raise _failed(target, done.stderr.strip()[-200:])


def _failed(file: Path, detail: str) -> StorageError:
    return StorageError(
        "CANNOT_WRITE",
        Text(f"{file.name} 没能写成：{detail}", f"{file.name} could not be written: {detail}"),
        Text("检查磁盘空间和权限。", "Check free space and permissions."),
    )


def _read(file: Path) -> dict[str, Any] | None:
    if not file.is_file():
        return None
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:  # half written or edited by hand: made anew
        return None
    return document if isinstance(document, dict) else None


def _texts(document: dict[str, Any]) -> list[str]:
    entries = document.get("sentences")
    return [str(e.get("text")) for e in entries if isinstance(e, dict)] if isinstance(entries, list) else []


def _document(engine: str, lang: Lang, words: Sequence[str], spans: Sequence[Span], duration: int) -> str:
    sentences = [
        {"start_ms": span.start_ms, "end_ms": span.end_ms, "text": text}
        for span, text in zip(spans, words, strict=True)
    ]
    document = {"engine": engine, "lang": lang, "duration_ms": duration, "sentences": sentences}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
