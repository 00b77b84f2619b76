"""What to look for while somebody is still typing."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def typed(composing: str) -> str:
    """The letters as they were typed: the input method shows `wangjx` as `WANG J X`."""
    return re.sub(r"[\s']", "", composing).lower()


def question(text: str, composing: str) -> str:
    """The words to search for.

    Letters alone are looked up as pinyin or initials. Letters after Chinese characters are the pinyin of characters that are
    not chosen yet: what is chosen already is looked up, and keeps the results on the screen until the next choice.

    Args:
        text: what is in the field for good.
        composing: what the input method is still composing: letters, or characters and letters.
    """
    composing = typed(composing)
    chosen = "".join(_HAN.findall(composing))
    if composing and (chosen or _HAN.search(text)):
        return (text + chosen).strip()
    return (text + composing).strip()
