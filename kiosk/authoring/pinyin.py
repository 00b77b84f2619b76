"""Pinyin and initials of names and titles, so that a visitor finds 王进喜 by typing `wjx`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SURNAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "任": "ren", "查": "zha", "朴": "piao", "区": "ou", "盖": "ge",
    "华": "hua", "尉": "wei", "员": "yun", "乐": "yue", "召": "shao", "繁": "po", "缪": "miao", "翟": "zhai", "洗": "xian",
    "折": "she", "黑": "he", "重": "chong", "秘": "bi", "冼": "xian", "贾": "jia", "覃": "qin", "晁": "chao", "宓": "mi",
    "种": "chong", "幺": "yao", "逄": "pang", "车": "che", "祭": "zhai", "俞": "yu", "沈": "shen", "石": "shi", "藏": "zang",
}  # fmt: skip
"""Surnames whose reading differs from that of the same character in a word, or that dictionaries get wrong."""
DOUBLE_SURNAMES = {"尉迟": ("yu", "chi"), "万俟": ("mo", "qi"), "长孙": ("zhang", "sun"), "单于": ("chan", "yu")}
_LONGEST_NAME = 4


def syllables(text: str, given: Sequence[str] = (), *, person: bool = False) -> list[str]:
    """Pinyin syllables without tone, lower case; runs of letters and digits stay as they are.

    Args:
        text: name or title.
        given: the author's syllables for the first characters.
        person: `text` is a person's name, so its first character is a surname.
    """
    from pypinyin import lazy_pinyin  # 0.3 s and 65 MB: only when a pack is checked

    words = "".join(ch if ch.isalnum() else " " for ch in text).lower()
    found = [word for part in lazy_pinyin(words) for word in part.split()]
    if person and 1 < len(text) <= _LONGEST_NAME:
        surname = DOUBLE_SURNAMES.get(text[:2]) or ((SURNAMES[text[0]],) if text[0] in SURNAMES else ())
        found[: len(surname)] = surname
    found[: len(given)] = [word.lower() for word in given]
    return found


def pinyin_fields(name: str, title: str, given: Sequence[str] = ()) -> tuple[str, str]:
    """Pinyin and initials of a name, then of the title when it says something else, parted by one space."""
    parts = [syllables(name, given, person=True)]
    if title != name:
        known = given if title.startswith(name) and len(given) <= len(name) else ()
        inherited = parts[0] if title.startswith(name) else known
        parts.append(syllables(title, inherited))
    return " ".join("".join(p) for p in parts), " ".join("".join(s[0] for s in p) for p in parts)
