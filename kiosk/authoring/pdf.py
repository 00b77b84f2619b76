"""PDF files, through one engine: what the author's check reads is what the stage will show.

PDFium keeps state of its own and is not made for threads: everything here runs under one lock. The file shown last stays
open, because the next page is nearly always one of the same file.
"""

from __future__ import annotations

import ctypes
import math
import threading
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pypdfium2
from pypdfium2 import raw

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

MOST_PAGES = 300
"""More are not one lecture; so many are still jumped through and rendered in bounded memory."""
MOST_SIDE = 8192
"""Pixels of the longer side of a rendered page."""
_MOST_TEXT = 4000
_LEAST_POINTS = 1.0

_RADICALS = str.maketrans(
    "⺟⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Radicals that fonts give for the same characters; nobody finds a page by them."""

_Stamp: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Args:
        width, height: in points, as shown (its rotation applied).
        text: its words, at most 4,000 characters; empty for a scan.
        title: of the outline, else its first line; may be empty.
        embedded: every font it uses travels in the file.
    """

    width: float
    height: float
    text: str = ""
    title: str = ""
    embedded: bool = True


class _Open:
    """The file shown last."""

    lock = threading.Lock()
    stamp: _Stamp | None = None
    document: pypdfium2.PdfDocument | None = None


def count(path: Path, name: str = "") -> int:
    """Pages of a file.

    Args:
        path: the file.
        name: what it is called; empty = as on the disk.

    Raises:
        ContentError: as for `pages`.
    """
    with _document(path, name) as document:
        return len(document)


def pages(path: Path, progress: Callable[[int, int], None] = lambda _done, _all: None) -> tuple[Page, ...]:
    """Every page, read in full.

    Args:
        path: the file.
        progress: called with pages read and pages in all.

    Raises:
        ContentError: `PDF_LOCKED` needs a password, `PDF_DAMAGED` cannot be read, `PDF_EMPTY` has no pages,
            `PDF_TOO_LONG` has more than `MOST_PAGES`.
    """
    with _document(path) as document:
        total = len(document)
        if total > MOST_PAGES:
            raise _too_long(path.name, total)
        outline = _outline(document)
        found = []
        for index in range(total):
            found.append(_page(document, path.name, index, outline.get(index, "")))
            progress(index + 1, total)
        return tuple(found)


def render(path: Path, page: int, width: int, height: int, name: str = "") -> tuple[bytes, int, int]:
    """Draw one page on white, as large as fits into `width` x `height` pixels.

    Args:
        path: the file.
        page: number from 1.
        width, height: of the box, in pixels.
        name: what the file is called; empty = as on the disk.

    Returns:
        Pixels in BGRA order, rows without padding, and their width and height.

    Raises:
        ContentError: as for `pages`; `PDF_NO_PAGE` when the file has no such page.
    """
    name = name or path.name
    with _document(path, name) as document:
        if not 1 <= page <= len(document):
            raise ContentError(
                "PDF_NO_PAGE",
                Text(
                    f"“{name}”有 {len(document)} 页，没有第 {page} 页。",
                    f"“{name}” has {len(document)} pages, and no page {page}.",
                ),
                Text("改页码，或者换成完整的 PDF。", "Correct the number, or use the whole PDF."),
            )
        shown = _load(document, name, page - 1)
        try:
            scale = min(min(width, MOST_SIDE) / shown.get_width(), min(height, MOST_SIDE) / shown.get_height())
            bitmap = shown.render(
                scale=max(scale, 1e-6), force_bitmap_format=raw.FPDFBitmap_BGRA, fill_color=(255, 255, 255, 255)
            )
            try:
                return _rows(bitmap), bitmap.width, bitmap.height
            finally:
                bitmap.close()
        except (pypdfium2.PdfiumError, MemoryError, ValueError) as error:
            raise _damaged(name) from error
        finally:
            shown.close()


def release() -> None:
    """Close the file kept open, so that it can be replaced or its medium pulled."""
    with _Open.lock:
        _close()


@contextmanager
def _document(path: Path, name: str = "") -> Iterator[pypdfium2.PdfDocument]:
    """The open file, under the lock."""
    name = name or path.name
    with _Open.lock:
        try:
            stat = path.stat()
        except OSError as error:
            raise _damaged(name) from error
        stamp = (str(path), stat.st_mtime_ns, stat.st_size)
        if _Open.document is None or _Open.stamp != stamp:
            _close()
            _Open.document, _Open.stamp = _opened(path, name), stamp
        yield _Open.document


def _opened(path: Path, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise _locked(name) from error
        raise _damaged(name) from error
    except OSError as error:
        raise _damaged(name) from error
    if len(document) < 1:
        document.close()
        raise ContentError(
            "PDF_EMPTY",
            Text(f"“{name}”一页也没有。", f"“{name}” has no pages."),
            Text("请重新导出 PDF。", "Export the PDF again."),
        )
    return document


def _close() -> None:
    if _Open.document is not None:
        _Open.document.close()
        _Open.document, _Open.stamp = None, None


def _load(document: pypdfium2.PdfDocument, name: str, index: int) -> pypdfium2.PdfPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise _damaged(name, index + 1) from error
    if min(page.get_width(), page.get_height()) < _LEAST_POINTS:
        page.close()
        raise _damaged(name, index + 1)
    return page


def _page(document: pypdfium2.PdfDocument, name: str, index: int, outlined: str) -> Page:
    page = _load(document, name, index)
    try:
        words = page.get_textpage()
        try:
            text = _clean(words.get_text_bounded())[:_MOST_TEXT]
        finally:
            words.close()
        first = next((line for line in text.split("\n") if line.strip()), "")
        return Page(page.get_width(), page.get_height(), text, (outlined or first)[:60].strip(), _embedded(page))
    except pypdfium2.PdfiumError as error:
        raise _damaged(name, index + 1) from error
    finally:
        page.close()


def _embedded(page: pypdfium2.PdfPage) -> bool:
    """Whether the file brings every font this page writes with."""
    seen: dict[int, bool] = {}
    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
        font = raw.FPDFTextObj_GetFont(piece.raw)
        if not font:
            continue
        place = ctypes.cast(font, ctypes.c_void_p).value or 0
        if place not in seen:
            seen[place] = raw.FPDFFont_GetIsEmbedded(font) != 0
    return all(seen.values())


def _outline(document: pypdfium2.PdfDocument) -> dict[int, str]:
    """The first title of the outline that leads to each page index."""
    titles: dict[int, str] = {}
    try:
        for mark in document.get_toc(max_depth=3):
            target = mark.get_dest()
            index = target.get_index() if target else None
            if index is not None and (title := _clean(mark.get_title()).replace("\n", " ").strip()):
                titles.setdefault(index, title)
    except pypdfium2.PdfiumError:
        return {}  # an outline that cannot be read only costs titles
    return titles


def _clean(text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", c) if "\u2f00" <= c <= "\u2fd5" else c for c in text)
    lines = plain.translate(_RADICALS).replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").split("\n")
    kept = ("".join(c for c in line if c.isprintable() or c == "\t").strip() for line in lines)
    return "\n".join(filter(None, kept))


def _rows(bitmap: pypdfium2.PdfBitmap) -> bytes:
    row, whole = bitmap.width * 4, bytes(bitmap.buffer)
    if bitmap.stride == row:
        return whole
    return b"".join(whole[y * bitmap.stride : y * bitmap.stride + row] for y in range(bitmap.height))


def fits(page: Page, width: int, height: int) -> tuple[int, int]:
    """Pixels `render` gives for a page in a box; for laying out before it is drawn."""
    scale = min(min(width, MOST_SIDE) / page.width, min(height, MOST_SIDE) / page.height)
    return math.ceil(page.width * scale), math.ceil(page.height * scale)


def _too_long(name: str, total: int) -> ContentError:
    return ContentError(
        "PDF_TOO_LONG",
        Text(f"“{name}”有 {total} 页，最多 {MOST_PAGES} 页。", f"“{name}” has {total} pages, at most {MOST_PAGES}."),
        Text("只导出要讲的页，或者分成几讲。", "Export only the pages you show, or make several lectures."),
    )


def _locked(name: str) -> ContentError:
    return ContentError(
        "PDF_LOCKED",
        Text(f"“{name}”设了密码，打不开。", f"“{name}” is locked with a password."),
        Text("导出一份不设密码的 PDF。", "Export it without a password."),
    )


def _damaged(name: str, page: int = 0) -> ContentError:
    zh = f"“{name}”第 {page} 页读不出来。" if page else f"“{name}”不是 PDF，或者坏了。"
    en = f"Page {page} of “{name}” cannot be read." if page else f"“{name}” is no PDF, or is damaged."
    return ContentError("PDF_DAMAGED", Text(zh, en), Text("请重新导出或重新拷贝。", "Export or copy it again."))
