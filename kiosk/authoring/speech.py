"""Speech engines: one sentence in, one WAV file out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.authoring.readings import mark_readings
from kiosk.authoring.spoken import say
from kiosk.core.errors import ContentError, StorageError
from kiosk.core.text import Lang, Text


class SpeechEngine(Protocol):
    """What turns a sentence into sound."""

    def name(self, lang: Lang) -> str:
        """Engine, voice and settings in one word or two; another name means that narrations are made anew."""
        ...

    def say(self, sentence: str, lang: Lang, wav: Path) -> None:
        """Write `sentence` as 16-bit mono PCM to `wav`.

        Raises:
            KioskError: the engine is missing or failed.
        """
        ...


WORDING = 2
"""Raised when `spoken` or `readings` change, so that narrations are made anew."""


@dataclass(frozen=True, slots=True)
class Voice:
    """An espeak-ng voice; speed in words a minute, pitch from 0 to 99."""

    name: str
    speed: int
    pitch: int


VOICES: Mapping[Lang, Voice] = {"zh": Voice("cmn-latn-pinyin", 175, 38), "en": Voice("en-gb", 165, 42)}
"""The plain `cmn` voice says many words of its own dictionary in English: it takes their pinyin for Latin text."""


class EspeakEngine:
    """espeak-ng: robotic, but everywhere, offline and exact; a recording by a colleague is better."""

    def __init__(self, voices: Mapping[Lang, Voice] = VOICES) -> None:
        self._voices = voices

    def name(self, lang: Lang) -> str:
        """Engine, voice, speed, pitch, and the version of how words are written for it."""
        voice = self._voices[lang]
        return f"espeak-ng {voice.name} {voice.speed} {voice.pitch} w{WORDING}"

    def say(self, sentence: str, lang: Lang, wav: Path) -> None:
        """Speak through a child process; two may run at a time."""
        program = shutil.which("espeak-ng")
        if program is None:
            raise StorageError(
                "NO_ESPEAK",
                Text("这台电脑没有 espeak-ng。", "espeak-ng is not installed."),
                Text(
                    "安装它（Debian：apt install espeak-ng），或自己录音。",
                    "Install it (Debian: apt install espeak-ng), or record.",
                ),
            )
        voice = self._voices[lang]
        words = say(sentence, lang)
        if lang == "zh":
            words = toned_pinyin(words)
        command = [program, "-v", voice.name, "-s", str(voice.speed), "-p", str(voice.pitch), "-b", "1", "-w", str(wav)]
        done = subprocess.run([*command, "--stdin"], input=words.encode(), capture_output=True, timeout=60, check=False)
        if done.returncode or not wav.is_file():
            detail = done.stderr.decode(errors="replace").strip()[-200:]
            raise ContentError(
                "SPEECH_FAILED",
                Text(
                    f"这句话没能读出来：“{sentence[:40]}”。",
                    f"This sentence could not be spoken: “{sentence[:40]}” ({detail}).",
                ),
                Text("换个写法再试。", "Write it otherwise and try again."),
            )


def toned_pinyin(text: str) -> str:
    """Chinese as pinyin with tone numbers, punctuation kept: it knows 长大 from 长短, which the engine does not."""
    from pypinyin import Style, lazy_pinyin  # slow to import: only when something is spoken

    syllables = lazy_pinyin(
        mark_readings(text),
        style=Style.TONE3,
        tone_sandhi=True,
        neutral_tone_with_five=True,
        v_to_u=False,
        errors=_as_it_is,
    )
    return " ".join(" ".join(syllables).split())


def _as_it_is(run: str) -> str:
    return run.translate(_ASCII_MARKS)


_ASCII_MARKS = str.maketrans("，。；：？！、", ",.;:?!,")
