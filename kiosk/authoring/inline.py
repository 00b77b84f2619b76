"""Inline Markdown of one paragraph to the little HTML a screen shows: strong, em, br."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

import markdown
import nh3

_TAGS = {"strong", "em", "br"}
_EAST = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\U00020000-\U0003ffff"
_SOFT_EAST = re.compile(rf"(?<=[{_EAST}])\n(?=[{_EAST}])")
_BLANKS = re.compile(r"[^\S\n\u00a0]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_BREAK = "\x01"
"""Stands for a hard line break on its way through the Markdown engine; no source text keeps control characters."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Rich text and the same as plain text; offsets into `text` are those of a rich-text view showing `html`."""

    html: str
    text: str


def render(source: str) -> Inline:
    """Render the Markdown of one paragraph. Anything but bold, stress and line breaks becomes plain text."""
    joined = _SOFT_EAST.sub("", _hard_breaks(_CONTROL.sub("", source).strip()))
    marked = _markdown().reset().convert(joined)
    reader = _Runs()
    reader.feed(nh3.clean(marked, tags=_TAGS, attributes={}))
    reader.close()
    return reader.result()


def plain(source: str) -> str:
    """Inline Markdown as plain text on one line."""
    return render(source).text.replace("\n", " ").strip()


def _hard_breaks(source: str) -> str:
    """Two blanks or a backslash at the end of a line make a break; other line ends are soft."""
    lines = source.split("\n")
    kept = [line.strip().rstrip("\\") + _BREAK if line.endswith(("  ", "\\")) else line.strip() for line in lines[:-1]]
    return "\n".join([*kept, lines[-1].strip()]).replace(f"{_BREAK}\n", _BREAK)


@cache
def _markdown() -> markdown.Markdown:
    """Python-Markdown with everything off that does not make bold, stress or plain text."""
    engine = markdown.Markdown()
    for name in ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"):
        engine.parser.blockprocessors.deregister(name)
    for name in (
        "backtick",
        "reference",
        "link",
        "image_link",
        "image_reference",
        "short_reference",
        "short_image_ref",
        "autolink",
        "automail",
        "html",
        "entity",
    ):
        engine.inlinePatterns.deregister(name)
    engine.preprocessors.deregister("html_block")
    engine.treeprocessors.deregister("prettify")
    return engine


class _Runs(HTMLParser):
    """Re-emits clean HTML with blanks collapsed across tags, as Qt's rich text collapses them, and counts along."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[tuple[str, frozenset[str]]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._pieces.append(("\n", frozenset()))
        else:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        style = frozenset(self._open)
        for n, part in enumerate(data.split(_BREAK)):
            if n:
                self._pieces.append(("\n", frozenset()))
            self._pieces.append((_BLANKS.sub(" ", part.replace("\n", " ")), style))

    def result(self) -> Inline:
        text, rich, style = "", "", frozenset[str]()
        for piece, styled in self._pieces:
            for ch in piece:
                if ch == " " and (not text or text[-1] in " \n"):
                    continue
                if ch == "\n":
                    rich, text = rich.rstrip(" ") if text.endswith(" ") else rich, text.rstrip(" ")
                    if not text:
                        continue
                wanted = frozenset[str]() if ch == "\n" else styled
                if ch != " " and wanted != style:
                    rich += _tags(style, "/") + _tags(wanted, "")
                    style = wanted
                rich += "<br>" if ch == "\n" else entities.escape(ch, quote=False)
                text += ch
        rich += _tags(style, "/")
        return _trim(rich, text)


def _tags(style: frozenset[str], slash: str) -> str:
    names = sorted(style, reverse=not slash)
    return "".join(f"<{slash}{name}>" for name in names)


def _trim(rich: str, text: str) -> Inline:
    """No blanks or breaks at the end."""
    while text.endswith((" ", "\n")):
        tail = "<br>" if text.endswith("\n") else " "
        at = rich.rfind(tail)
        rich, text = rich[:at] + rich[at + len(tail) :], text[:-1]
    return Inline(rich, text)
