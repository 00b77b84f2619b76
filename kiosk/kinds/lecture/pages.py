"""Pages of a PDF as steps: the file is read once, and its mistakes are said once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.authoring import paths, pdf
from kiosk.core.errors import ContentError
from kiosk.core.source import ItemSource
from kiosk.core.text import Text


@dataclass(slots=True)
class Pages:
    """The PDFs of one lecture."""

    source: ItemSource
    read: dict[str, tuple[pdf.Page, ...] | None] = field(default_factory=dict)

    def of(self, name: str, line: int) -> tuple[pdf.Page, ...] | None:
        """Every page of a file of the item's folder; None when it cannot be used, which is noted once."""
        if name not in self.read:
            self.read[name] = self._pages(name, line)
        return self.read[name]

    def _pages(self, name: str, line: int) -> tuple[pdf.Page, ...] | None:
        source = self.source
        path = paths.own_file(source.folder, name, source.file, line, source.findings)
        if path is None:
            return None
        try:
            found = _read(path)
        except ContentError as error:
            code = error.code.lower().replace("_", "-")
            source.findings.error(code, source.file, line, error.message, error.hint)
            return None
        source.media[name] = source.path(name)
        bare = [number for number, page in enumerate(found, 1) if not page.embedded]
        if bare:
            source.findings.warn(
                "fonts-missing", source.file, line,
                Text(
                    f"“{name}”第 {bare[0]} 页等 {len(bare)} 页没有带上字体，屏幕上可能变样。",
                    f"{len(bare)} pages of “{name}”, the first is {bare[0]}, do not bring their fonts and may look otherwise.",
                ),
                Text("导出 PDF 时选“嵌入字体”。", "Choose “embed fonts” when you export it."),
            )  # fmt: skip
        return found


_kept: dict[tuple[str, int, int], tuple[pdf.Page, ...]] = {}
_KEPT = 4


def _read(path: Path) -> tuple[pdf.Page, ...]:
    """The pages of a file; both languages of a lecture ask for the same one."""
    stat = path.stat()
    stamp = (str(path), stat.st_mtime_ns, stat.st_size)
    if stamp not in _kept:
        if len(_kept) >= _KEPT:
            _kept.clear()
        _kept[stamp] = pdf.pages(path)
        pdf.release()
    return _kept[stamp]
