"""A step as a slide that QML can draw. Pure: a step, its files and what it shows of other items in; plain values out.

`design` chooses the drawing. What a step needs and the pack does not hold becomes the design `gap`, and the lecture goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.core.blocks import Block, Heading, ListBlock, Paragraph, Picture, Quote, Table, Timeline
from kiosk.kinds.lecture.model import Lecture, Step
from kiosk.stage.textfit import fit

TEXT_SIZES = (76, 66, 58, 50, 44, 38, 34, 30)
WIDE, HALF, HIGH = 1632.0, 744.0, 640.0
"""Of the text area on the sheet of 1920 x 1080."""
MOST_ROWS, MOST_COLUMNS, MOST_MOMENTS = 9, 6, 7
TABLE_SIZES, HIGHEST_ROW = (60, 54, 48, 42, 36, 32), 132.0
ASKED, ASKED_SIZES = 1488.0, (150, 120, 100, 84, 70, 56, 44, 36)


@dataclass(frozen=True, slots=True)
class Linked:
    """What a step shows of another item; empty fields are unknown.

    Args:
        media: absolute path of the film or sound.
        poster: absolute path.
        words: a quotation or the first paragraph.
    """

    title: str
    display: str = ""
    subtitle: str = ""
    name: str = ""
    poster: str = ""
    media: str = ""
    video: bool = True
    seconds: int = 0
    numeral: str = ""
    words: str = ""


def slide(step: Step, lecture: Lecture, files: Mapping[str, str], linked: Linked | None, tag: str) -> dict[str, Any]:
    """The slide of a step.

    Args:
        files: absolute paths by pack path.
        linked: None when the step shows no other item, or that item is not here.
        tag: words of the hanging tag.
    """
    made: dict[str, Any] = {
        "id": step.id, "kind": step.kind, "title": step.title, "display": step.display or step.title, "line": step.line,
        "ground": step.ground, "tag": tag, "foot": "  ".join(filter(None, (lecture.occasion, lecture.lecturer, lecture.unit))),
    }  # fmt: skip
    if step.kind == "slide":
        return made | _slide(step, files)
    if step.kind == "page":
        return made | (_page(step, files) if files.get(step.file) else _gap(step.file))
    if step.kind == "picture":
        return made | _picture(step.picture, files, "picture")
    if step.kind == "segment":
        return made | _medium(step, files, linked)
    if step.kind == "story":
        return made | (_story(linked) if linked else _gap(step.item))
    asked: dict[str, Any] = {"design": "ask", "options": [], "poster": linked.poster if linked else ""}
    if step.poll:
        asked |= {"display": step.poll.question, "options": list(step.poll.options)}
    elif linked and not step.line:
        asked["line"] = linked.title
    fitted = fit((str((made | asked)["display"]),), ASKED, 260.0 if asked["options"] else 420.0, ASKED_SIZES)
    return made | asked | {"display": fitted.texts[0], "size": fitted.size}


def _slide(step: Step, files: Mapping[str, str]) -> dict[str, Any]:
    match step.layout:
        case "title":
            shown = _picture(step.picture, files, "title") if step.picture else {}
            return {"source": "", "alt": ""} | shown | {"design": "title"}
        case "picture" | "bleed":
            return _text(step.body, HALF, HIGH) | _picture(step.picture, files, step.layout)
        case "quote":
            said = next((b for b in step.body if isinstance(b, Quote)), None)
            words, who = (said.text, said.who) if said else ("\n".join(_texts(step.body)), "")
            fitted = fit((words,), 1480.0, 620.0, (100, 84, 72, 60, 48, 40, 34))
            return {"design": "quote", "words": "\n".join(fitted.texts), "who": who, "size": fitted.size}
        case "columns":
            left, right = _text(step.body, HALF, HIGH), _text(step.aside, HALF, HIGH)
            size = min(left["size"], right["size"])
            return {"design": "columns", "rows": left["rows"], "aside": right["rows"], "size": size}
        case "table":
            table = next((b for b in step.body if isinstance(b, Table)), None)
            return _table(table) if table else _text(step.body, WIDE, HIGH)
        case "timeline":
            line = next((b for b in step.body if isinstance(b, Timeline)), None)
            return _timeline(line) if line else _text(step.body, WIDE, HIGH)
        case _:
            return _text(step.body, WIDE, HIGH)


def _text(blocks: tuple[Block, ...], width: float, height: float) -> dict[str, Any]:
    rows = paragraphs(blocks)
    fitted = fit(tuple(text for _, text in rows), width, height, TEXT_SIZES)
    kept = [{"mark": mark, "text": text} for (mark, _), text in zip(rows, fitted.texts, strict=False)]
    return {"design": "text", "rows": kept, "size": fitted.size, "cut": fitted.cut}


def paragraphs(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """Mark and words of each paragraph: `h` heading, `q` quotation, a number, `·`, or nothing."""
    rows: list[tuple[str, str]] = []
    for block in blocks:
        match block:
            case Heading():
                rows.append(("h", block.text))
            case Paragraph():
                rows.append(("", block.text))
            case Quote():
                rows.append(("q", f"{block.text}{f'  ——{block.who}' if block.who else ''}"))
            case ListBlock():
                rows += [(str(n + 1) if block.ordered else "·", item.text) for n, item in enumerate(block.items)]
            case Table():
                rows += [("", "  ".join(row)) for row in (block.head, *block.rows)]
            case Timeline():
                rows += [("", f"{entry.when}  {entry.what}") for entry in block.entries]
            case _:
                pass
    return rows


def _texts(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    return tuple(text for _, text in paragraphs(blocks))


def _picture(picture: Picture | None, files: Mapping[str, str], design: str) -> dict[str, Any]:
    path = files.get(picture.src, "") if picture else ""
    if picture is None or not path:
        return _gap(picture.src if picture else "")
    return {
        "design": design, "source": path, "alt": picture.alt, "caption": picture.caption,
        "tall": picture.height > picture.width,
    }  # fmt: skip


def _table(table: Table) -> dict[str, Any]:
    head = list(table.head[:MOST_COLUMNS])
    rows = [list(row[:MOST_COLUMNS]) for row in table.rows[:MOST_ROWS]]
    cells = max((len(text) for row in (head, *rows) for text in row), default=1)
    row = min(HIGHEST_ROW, HIGH / (len(rows) + 1))
    size = next((s for s in TABLE_SIZES if cells * s <= 1560 / max(1, len(head)) and s * 1.7 <= row), 30)
    return {"design": "table", "head": head, "rows": rows, "size": size, "cut": len(table.rows) > MOST_ROWS}


def _timeline(line: Timeline) -> dict[str, Any]:
    entries = [{"when": e.when, "what": e.what} for e in line.entries[:MOST_MOMENTS]]
    height = HIGH / max(1, len(entries)) - 24
    size = min((fit((e["what"],), 1220.0, height, (48, 44, 40, 36, 32, 28)).size for e in entries), default=48)
    return {"design": "timeline", "entries": entries, "size": size, "cut": len(line.entries) > MOST_MOMENTS}


def _page(step: Step, files: Mapping[str, str]) -> dict[str, Any]:
    return {"design": "page", "file": files[step.file], "page": step.page}


def _medium(step: Step, files: Mapping[str, str], linked: Linked | None) -> dict[str, Any]:
    path = files.get(step.file, "") if step.file else (linked.media if linked else "")
    if not path:
        return _gap(step.file or step.item)
    video = linked.video if linked and not step.file else Path(step.file).suffix.lower() not in SOUNDS
    return {
        "design": "film" if video else "sound", "media": path, "startMs": round(step.start * 1000),
        "stopMs": round(step.stop * 1000), "poster": linked.poster if linked else "",
    }  # fmt: skip


SOUNDS = (".m4a", ".mp3", ".opus", ".ogg", ".flac", ".wav")


def _story(linked: Linked) -> dict[str, Any]:
    fitted = fit((linked.words,), 1000.0, 380.0, (56, 48, 42, 36))
    return {
        "design": "story", "display": linked.display or linked.title, "line": linked.subtitle, "name": linked.name,
        "poster": linked.poster, "numeral": linked.numeral, "words": "\n".join(fitted.texts), "size": fitted.size,
    }  # fmt: skip


def _gap(missing: str) -> dict[str, Any]:
    return {"design": "gap", "missing": missing}
