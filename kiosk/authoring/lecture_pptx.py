"""PowerPoint files: titles, words and notes through python-pptx, pages through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import struct
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

PATIENCE_S = 300
OFFICES = ("soffice", "libreoffice")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, LookupError, ValueError, TypeError, AttributeError,
    SyntaxError, RuntimeError,
)  # fmt: skip
"""What zipfile, lxml (whose errors are SyntaxErrors) and python-pptx raise for damaged files."""
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class PptSlide:
    """One slide.

    Args:
        title: of its title placeholder, else its first words; may be empty.
        lines: every other paragraph of it, cells of tables included.
        notes: paragraphs of the notes page.
        pictures: pictures, charts and diagrams on it; they are not in `lines`.
        hidden: the author hid it: it has no page.
    """

    title: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pictures: int = 0
    hidden: bool = False


def slides(path: Path, progress: Callable[[int, int], None] = lambda _done, _all: None) -> tuple[PptSlide, ...]:
    """Every slide of a .pptx file.

    Raises:
        ContentError: `NO_PPTX_TOOL` python-pptx is not installed, `PPTX_LOCKED` it is an old .ppt or has a password,
            `PPTX_DAMAGED` it cannot be read, `PPTX_EMPTY` it has no slides.
    """
    try:
        from pptx import Presentation
        from pptx.exc import PythonPptxError
    except ImportError as error:
        raise ContentError(
            "NO_PPTX_TOOL",
            Text(
                "这台电脑没有 python-pptx，读不了 PPT。",
                "python-pptx is not installed: PowerPoint files cannot be read.",
            ),
            Text(
                "请装上：pip install 'pioneer-kiosk[office]'；或者在 PPT 里另存为 PDF 再导入。",
                "Install it: pip install 'pioneer-kiosk[office]'; or save it as PDF and import that.",
            ),
        ) from error
    try:
        with path.open("rb") as file:
            if file.read(4) == _OLE:
                raise _locked(path.name)
        shown = list(Presentation(str(path)).slides)
        found = []
        for number, slide in enumerate(shown, 1):
            found.append(_slide(slide))
            progress(number, len(shown))
    except (PythonPptxError, *_BROKEN) as error:
        raise ContentError(
            "PPTX_DAMAGED",
            Text(f"“{path.name}”不是 PPTX，或者坏了。", f"“{path.name}” is no PPTX, or is damaged."),
            Text("在 PPT 里打开，另存为 .pptx 再试。", "Open it, save it as .pptx, and try again."),
        ) from error
    if not found:
        raise ContentError(
            "PPTX_EMPTY",
            Text(f"“{path.name}”一页也没有。", f"“{path.name}” has no slides."),
            Text("请换一份 PPT。", "Use another file."),
        )
    return tuple(found)


def office() -> str | None:
    """The LibreOffice of this computer; None when there is none."""
    return next((found for name in OFFICES if (found := shutil.which(name))), None)


def to_pdf(path: Path, folder: Path) -> Path | None:
    """Let LibreOffice print a presentation.

    Args:
        path: the presentation.
        folder: where the PDF goes.

    Returns:
        The PDF; None when LibreOffice is not installed, does not finish within five minutes or makes nothing.
    """
    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="kiosk-office-") as profile:
        command = [
            program, "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}",
            "--convert-to", "pdf", "--outdir", str(folder), str(path),
        ]  # fmt: skip
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_S)
        except (subprocess.SubprocessError, OSError):
            return None
    made = folder / f"{path.stem}.pdf"
    return made if made.is_file() else None


def _slide(slide: Any) -> PptSlide:
    heading = slide.shapes.title
    title = " ".join(heading.text_frame.text.split()) if heading is not None and heading.has_text_frame else ""
    lines: list[str] = []
    pictures = 0
    for shape in _shapes(slide.shapes):
        if heading is not None and shape.shape_id == heading.shape_id:
            continue
        pictures += _drawn(shape)
        lines += _words(shape)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    said = tuple(p.text.strip() for p in notes.paragraphs if p.text.strip()) if notes is not None else ()
    if not title and lines:
        title, lines = lines[0], lines[1:]
    return PptSlide(title, tuple(lines), said, pictures, slide.element.get("show") == "0")


def _shapes(shapes: Any) -> Iterator[Any]:
    """Shapes in reading order, those inside groups included."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        else:
            yield shape


def _drawn(shape: Any) -> bool:
    """A picture, a chart or a diagram: what words cannot carry over."""
    tag = str(shape.element.tag)
    return tag.endswith("}pic") or (tag.endswith("}graphicFrame") and not getattr(shape, "has_table", False))


def _words(shape: Any) -> list[str]:
    if getattr(shape, "has_table", False):
        rows = ["，".join(c.text.strip() for c in row.cells if c.text.strip()) for row in shape.table.rows]
        return [row for row in rows if row]
    if getattr(shape, "has_text_frame", False):
        return [p.text.strip() for p in shape.text_frame.paragraphs if p.text.strip()]
    return []


def _locked(name: str) -> ContentError:
    return ContentError(
        "PPTX_LOCKED",
        Text(
            f"“{name}”是旧的 .ppt 格式，或者设了密码。", f"“{name}” is an old .ppt file, or is locked with a password."
        ),
        Text("在 PPT 里打开，去掉密码，另存为 .pptx。", "Open it, remove the password, and save it as .pptx."),
    )
