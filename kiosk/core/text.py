"""Words for people, in both languages of the product.

The Qt screens are translated by Qt (`qsTr`, `assets/i18n/`). Everything below Qt (the command line, `kiosk pack check`,
errors) says its sentences through `Text`, so that neither language can be forgotten: both are arguments.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def __call__(self, lang: Lang) -> str:
        """The sentence in `lang`."""
        return self.en if lang == "en" else self.zh


def reader_language() -> Lang:
    """The language of whoever sits at this terminal: `KIOSK_LANG`, then the locale; Chinese when nothing is said."""
    for name in ("KIOSK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").lower()
        if value and value.split(".")[0] not in ("c", "posix"):
            return "zh" if value.startswith("zh") else "en"
    return "zh"
