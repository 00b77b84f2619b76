"""Two versions of a law, article by article and word by word. Done when a pack is built, never on the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from kiosk.kinds.document.model import Article, Row

ALIKE = 0.3
"""Share of common pairs of characters from which two articles are one that was changed."""
ISLAND = 1
"""Unchanged characters between two changes that are marked as changed with them: single ones only confuse."""
_WIDTHS = str.maketrans("（）：；，．％", "():;,.%")
_TOKEN = re.compile(r"\d+|[A-Za-z]+|\s|.", re.DOTALL)


def compare(old: Sequence[Article], new: Sequence[Article], *, current: bool) -> tuple[Row, ...]:
    """The rows of a comparison; which bracket is wide and which is narrow does not count.

    Args:
        old: articles of the older version.
        new: of the newer one.
        current: `new` is the current text, so that rows can name its articles.
    """
    rows = []
    for i, j in _pairs([_words(a) for a in old], [_words(a) for a in new]):
        before, after = (old[i] if i >= 0 else None), (new[j] if j >= 0 else None)
        place = j if current and j >= 0 else -1
        if before is None:
            assert after is not None
            rows.append(Row("added", "", after.label, place, ("+" + _text(after),)))
        elif after is None:
            rows.append(Row("removed", before.label, "", -1, ("-" + _text(before),)))
        elif _words(before) == _words(after):
            change = "same" if before.label == after.label else "moved"
            rows.append(Row("same" if change == "same" else "moved", before.label, after.label, place))
        else:
            rows.append(Row("changed", before.label, after.label, place, pieces(_text(before), _text(after))))
    return tuple(rows)


def pieces(old: str, new: str) -> tuple[str, ...]:
    """How `old` becomes `new`: `=`, `-` and `+` pieces. Without the `+` they are `old`, but for widths; without the `-`, `new`."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(
        None, [t.translate(_WIDTHS) for t in a], [t.translate(_WIDTHS) for t in b], autojunk=False
    )
    steps = [("".join(a[i1:i2]), "".join(b[j1:j2]), tag == "equal") for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
    joined: list[tuple[str, str, bool]] = []
    for n, (before, after, equal) in enumerate(steps):
        island = 0 < n < len(steps) - 1 and len(after) <= ISLAND and not _breaks(after)
        same = equal and not island
        if joined and joined[-1][2] == same:
            last = joined.pop()
            joined.append((last[0] + before, last[1] + after, same))
        else:
            joined.append((before, after, same))
    out = []
    for before, after, same in joined:
        out += ["=" + after] if same else [mark + words for mark, words in (("-", before), ("+", after)) if words]
    return tuple(out)


def _breaks(text: str) -> bool:
    """Punctuation and line feeds keep two changes apart."""
    return bool(re.fullmatch(r"[\s，。；：、,;:]", text))


def _text(article: Article) -> str:
    return "\n".join(((article.about.title,) if article.about.title else ()) + article.paragraphs)


def _words(article: Article) -> str:
    return _text(article).translate(_WIDTHS)


def _pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Which article became which: index pairs in the order of the newer text, -1 for none."""
    pairs: list[tuple[int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            pairs += _align(old, new, (i1, i2), (j1, j2))
    return pairs


def _align(old: list[str], new: list[str], o: tuple[int, int], n: tuple[int, int]) -> list[tuple[int, int]]:
    """The alignment of two stretches with the greatest sum of likeness."""
    (i1, i2), (j1, j2) = o, n
    grams_old = [_grams(t) for t in old[i1:i2]]
    grams_new = [_grams(t) for t in new[j1:j2]]
    rows, columns = i2 - i1, j2 - j1
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    likeness = [[_alike(a, b) for b in grams_new] for a in grams_old]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if likeness[i][j] >= ALIKE:
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + likeness[i][j])
    out, i, j = [], 0, 0
    while i < rows or j < columns:
        together = i < rows and j < columns and likeness[i][j] >= ALIKE
        if together and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            out.append((i1 + i, j1 + j))
            i, j = i + 1, j + 1
        elif i < rows and (j == columns or best[i][j] == best[i + 1][j]):
            out.append((i1 + i, -1))
            i += 1
        else:
            out.append((-1, j1 + j))
            j += 1
    return out


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(max(1, len(text) - 1)))


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
