"""A lecture made from a PDF or PowerPoint file: a folder that an officer goes on with, and that passes the check as it is."""

from __future__ import annotations

import math
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.authoring import lecture_pptx, pdf
from kiosk.authoring.lecture_draft import MINUTES_A_STEP, Cover, Draft, parted, plain, write
from kiosk.authoring.lecture_pptx import PptSlide
from kiosk.authoring.pinyin import syllables
from kiosk.core.errors import ContentError, StorageError
from kiosk.core.text import Text

DECK = "deck.pdf"
KEPT = "index.before.md"
_MOST_ID = 38

Progress = Callable[[Text, int, int], None]
"""Called with what is being done, and how much of how many is done."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was made.

    Args:
        pack: the pack source folder.
        item: the lecture's folder inside it.
        steps: how many it has.
        notes: how many of them have speaker notes.
        pages: steps that show a page as it looked; the others are text slides.
        said: what the officer should know, in order.
        new_pack: `pack.yaml` was written too.
    """

    pack: Path
    item: Path
    steps: int
    notes: int
    pages: int
    said: tuple[Text, ...] = ()
    new_pack: bool = False


@dataclass(slots=True)
class _Read:
    """A file, read: its steps, and the PDF they name."""

    drafts: tuple[Draft, ...]
    pdf: Path | None
    said: list[Text] = field(default_factory=list)


def import_lecture(
    file: Path, to: Path | None = None, *, replace: bool = False, progress: Progress = lambda *_: None
) -> Imported:
    """Make a lecture from a PDF or PPTX file.

    Args:
        file: the file; it is copied, never changed.
        to: pack source folder, made when it does not exist; None: a folder beside the file, named after it.
        replace: an import of the same file may be done again; the text before is kept as `index.before.md`.
        progress: what is being done.

    Raises:
        ContentError: the file cannot be used; codes of `pdf` and `lecture_pptx`, and `UNKNOWN_DECK`.
        StorageError: `LECTURE_EXISTS` it is there already, `CANNOT_WRITE` the folder cannot be written.
    """
    suffix = file.suffix.lower()
    if suffix not in (".pdf", ".pptx", ".ppt"):
        raise ContentError(
            "UNKNOWN_DECK",
            Text(f"“{file.name}”不是 PDF 也不是 PPTX。", f"“{file.name}” is neither PDF nor PPTX."),
            Text("另存为 PDF 或 .pptx 再导入。", "Save it as PDF or .pptx and import that."),
        )
    pack = to or file.parent / name_of(file.stem)
    item = pack / "lectures" / name_of(file.stem)
    if (item / "index.md").exists() and not replace:
        raise StorageError(
            "LECTURE_EXISTS",
            Text(f"{item} 里已经有这一讲，没有动它。", f"The lecture is in {item} already; nothing was changed."),
            Text(
                f"要重做就加 --replace，原来的文字会留成 {KEPT}；或者用 --to 换一个文件夹。",
                f"Add --replace to make it again, the text is kept as {KEPT}; or choose another folder with --to.",
            ),
        )
    with tempfile.TemporaryDirectory(prefix="kiosk-deck-") as work:
        read = _pdf(file, progress) if suffix == ".pdf" else _pptx(file, Path(work), progress)
        return _write(file, pack, item, read)


def name_of(stem: str) -> str:
    """Folder name of a file: lower-case letters, digits and dashes; Chinese by its syllables."""
    words = re.sub(r"[^a-z0-9]+", "-", "-".join(syllables(stem)).lower()).strip("-")
    cut = words[:_MOST_ID].rsplit("-", 1)[0] if len(words) > _MOST_ID else words
    return cut if len(cut) > 1 else f"lecture-{cut}".rstrip("-")


def _pdf(file: Path, progress: Progress) -> _Read:
    doing = Text("读 PDF", "Reading the PDF")
    try:
        pages = pdf.pages(file, lambda done, total: progress(doing, done, total))
    finally:
        pdf.release()
    said = []
    scans = sum(not page.text for page in pages)
    if scans:
        said.append(
            Text(
                f"有 {scans} 页没有文字（多半是扫描的），标题请自己写。",
                f"{scans} pages hold no words (scans, most likely): write their titles yourself.",
            )
        )
    return _Read(tuple(Draft(page.title, page=number) for number, page in enumerate(pages, 1)), file, said)


def _pptx(file: Path, work: Path, progress: Progress) -> _Read:
    doing = Text("读 PPT", "Reading the slides")
    shown = tuple(
        s for s in lecture_pptx.slides(file, lambda done, total: progress(doing, done, total)) if not s.hidden
    )
    progress(Text("用 LibreOffice 出页", "LibreOffice makes the pages"), 0, 0)
    made = lecture_pptx.to_pdf(file, work)
    said: list[Text] = []
    if made is not None:
        try:
            pages = pdf.count(made)
        finally:
            pdf.release()
        if pages == len(shown):
            drafts = tuple(Draft(s.title, s.notes, page=number) for number, s in enumerate(shown, 1))
            return _Read(drafts, made, said)
        said.append(
            Text(
                f"LibreOffice 出了 {pages} 页，PPT 有 {len(shown)} 页，对不上，改用文字页。",
                f"LibreOffice made {pages} pages of {len(shown)} slides: text slides are used instead.",
            )
        )
    elif lecture_pptx.office() is None:
        said.append(
            Text(
                "这台电脑没有 LibreOffice，做成了文字页。要原样的页：装上它再导入一次，或者在 PPT 里另存为 PDF 导入。",
                "LibreOffice is not installed: these are text slides. For the pages as they look, install it and import "
                "again, or save the slides as PDF and import that.",
            )
        )
    else:
        said.append(
            Text(
                "LibreOffice 没有做出 PDF，做成了文字页。可以在 PPT 里另存为 PDF 再导入。",
                "LibreOffice made no PDF: these are text slides. You can save the slides as PDF and import that.",
            )
        )
    pictures = sum(s.pictures for s in shown)
    if pictures:
        said.append(
            Text(
                f"{pictures} 张图片或图表没有带过来，请自己加。",
                f"{pictures} pictures or charts were not taken over: add them yourself.",
            )
        )
    return _Read(tuple(_text(s) for s in shown), None, said)


def _text(slide: PptSlide) -> Draft:
    return Draft(slide.title, slide.notes, slide.lines)


def _write(file: Path, pack: Path, item: Path, read: _Read) -> Imported:
    drafts = tuple(part for draft in read.drafts for part in parted(draft))
    title = plain(file.stem)[:60] or "讲课"
    cover = Cover(title, f"讲稿“{file.name}”"[:200], max(1, math.ceil(MINUTES_A_STEP * len(drafts))))
    new = not (pack / "pack.yaml").exists()
    said = list(read.said)
    try:
        item.mkdir(parents=True, exist_ok=True)
        if (item / "index.md").exists():
            (item / "index.md").replace(item / KEPT)
            said.append(Text(f"原来的文字留在 {KEPT}。", f"The text before is kept as {KEPT}."))
        if read.pdf is not None:
            shutil.copyfile(read.pdf, item / DECK)
        (item / "index.md").write_text(write(cover, drafts, DECK), "utf-8")
        if new:
            (pack / "pack.yaml").write_text(
                f"id: {name_of(pack.resolve().name)}\ntitle: {{zh: {_yaml(title)}, en: {_yaml(title)}}}\nversion: 1\nlanguages: [zh]\n",
                "utf-8",
            )
    except OSError as error:
        raise StorageError(
            "CANNOT_WRITE",
            Text(f"写不进 {item}：{error.strerror}。", f"Cannot write to {item}: {error.strerror}."),
            Text("换一个文件夹，或检查权限和空间。", "Choose another folder, or check permissions and space."),
        ) from error
    said.append(
        Text(
            "请在 index.md 开头写上讲者 lecturer，并给每一步写 minutes。",
            "Name the lecturer at the top of index.md, and plan `minutes` for each step.",
        )
    )
    return Imported(
        pack=pack,
        item=item,
        steps=len(drafts),
        notes=sum(bool(draft.notes) for draft in drafts),
        pages=sum(draft.page > 0 for draft in drafts),
        said=tuple(said),
        new_pack=new,
    )


def _yaml(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
