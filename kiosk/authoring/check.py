"""Checking a pack source: everything that is wrong with a folder, at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.authoring import glyphs
from kiosk.authoring.cache import default_cache
from kiosk.authoring.header import Common, read_common, split_fields
from kiosk.authoring.overlay import INHERITED, overlay
from kiosk.authoring.paths import own_file
from kiosk.authoring.pictures import PictureError, cover_pictures
from kiosk.authoring.source import INDEX, Document, ItemFolder, PackSource, read_document, read_pack
from kiosk.core.codec import encode
from kiosk.core.errors import ContentError
from kiosk.core.findings import Finding, Findings
from kiosk.core.item import ITEM_FORMAT, Cover, Header, ItemDocument
from kiosk.core.kind import Kind
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder holds and what is wrong with it.

    Args:
        findings: errors and warnings, by file and line.
        pack: what `pack.yaml` says.
        items: one document for each item and language; complete only when there are no errors.
        files: pack path to file on disk, of everything the documents name.
    """

    findings: Findings
    pack: PackSource
    items: tuple[ItemDocument, ...]
    files: dict[str, Path]


class SourceError(ContentError):
    """The source has mistakes, so nothing was built; `findings` are all of them."""

    def __init__(self, findings: Findings) -> None:
        count = len(findings.errors)
        super().__init__(
            "BAD_SOURCE",
            Text(f"内容里有 {count} 处错误，没有制作。", f"The content has {count} mistakes; nothing was built."),
            Text("改好后再制作。", "Mend them and build again."),
        )
        self.findings = findings


def check(
    folder: Path,
    kinds: Mapping[str, Kind],
    *,
    cache: Path | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Checked:
    """Read and judge a pack source. Never raises for an author's mistake.

    Args:
        folder: the pack source.
        kinds: kinds by key, from `kiosk.kinds.discover`.
        cache: where scaled pictures are kept; None for the default place.
        progress: called with the path of each item before it is read.
    """
    findings = Findings()
    pack = read_pack(folder, findings)
    checker = _Checker(pack, kinds, cache or default_cache(), frozenset(item.id for item in pack.items))
    documents: list[ItemDocument] = []
    files: dict[str, Path] = {}
    for item in pack.items:
        progress(item.file)
        documents += checker.item(item, findings, files)
    if not pack.items:
        findings.error(
            "no-items",
            "pack.yaml",
            "",
            Text("这个文件夹里没有条目。", "The folder holds no items."),
            Text("每个条目一个文件夹，里面放 index.md。", "Each item is a folder with an index.md."),
        )
    findings.found = _in_order(findings.found)
    return Checked(findings, pack, tuple(documents), files)


@dataclass(frozen=True, slots=True)
class _Checker:
    pack: PackSource
    kinds: Mapping[str, Kind]
    cache: Path
    item_ids: frozenset[str]

    def item(self, folder: ItemFolder, findings: Findings, files: dict[str, Path]) -> list[ItemDocument]:
        """Documents of one item in each language it is written in."""
        chinese = read_document(folder, "zh", findings)
        if chinese is None:
            return []
        made: list[ItemDocument] = []
        first = self._document(folder, "zh", chinese, findings, files, None)
        if first:
            made.append(first)
        if "en" in self.pack.languages and (folder.path / INDEX["en"]).is_file():
            later = Findings()
            english = read_document(folder, "en", later)
            if english is not None:
                body = english if english.body.strip() else replace(english, body=chinese.body)
                merged = replace(body, fields=overlay(chinese.fields, english.fields))
                second = self._document(folder, "en", merged, later, files, first.header if first else None)
                made += [second] if second else []
            findings.found += _own(later.found, findings.found)
        return made

    def _document(
        self,
        folder: ItemFolder,
        lang: Lang,
        document: Document,
        findings: Findings,
        files: dict[str, Path],
        zh: Header | None,
    ) -> ItemDocument | None:
        common_fields, own_fields = split_fields(document.fields)
        common = read_common(common_fields, self.pack, lang, zh, self.item_ids)
        source = ItemSource(
            id=folder.id,
            lang=lang,
            folder=folder.path,
            file=document.fields.file,
            fields=own_fields,
            body=document.body,
            body_line=document.body_line,
            findings=findings,
            item_ids=self.item_ids,
            cache=self.cache,
        )
        cover = self._cover(source, common, common_fields.line("cover"))
        kind = self._kind(common, common_fields)
        content = kind.parse(source) if kind else None
        if kind is None or content is None:
            return None
        own_fields.finish()
        series, episode = own_fields.text("series"), own_fields.number("episode", 0)  # the kind has judged them
        header = replace(common.header, series=series, episode=episode)
        header = _complete(header, encode(content), kind.seconds(content), cover)
        text = kind.text(content)
        _warn_glyphs(source, header, text)
        files.update({packed: folder.path / file for file, packed in source.media.items()})
        return ItemDocument(
            ITEM_FORMAT, kind.key, kind.format, folder.id, lang, header, encode(content), text, common.sources
        )

    def _kind(self, common: Common, fields: Fields) -> Kind | None:
        if common.kind and common.kind not in self.kinds:
            fields.error(
                "unknown-kind",
                "kind",
                Text(f"没有“{common.kind}”这种内容。", f"There is no kind “{common.kind}”."),
                Text(f"可用：{'、'.join(self.kinds)}。", f"Use one of: {', '.join(self.kinds)}."),
            )
        return self.kinds.get(common.kind)

    def _cover(self, source: ItemSource, common: Common, line: int) -> Cover | None:
        if not common.cover:
            return None
        path = own_file(source.folder, common.cover, source.file, line, source.findings)
        if path is None:
            return None
        try:
            made = cover_pictures(path, self.cache)
        except PictureError as error:
            source.findings.error(error.code, source.file, line, error.message, error.hint)
            return None
        names = {}
        for part, file in (("poster", made.poster), ("square", made.square), ("thumb", made.thumb)):
            names[part] = source.path(f"cover/{file.name}")
            source.media[str(file)] = names[part]
        if not common.alt:
            source.findings.warn(
                "no-alt",
                source.file,
                line,
                Text("封面没有说明文字 alt。", "The cover has no `alt` text."),
                Text("写图上有什么，给看不见的人听。", "Say what it shows, for people who cannot see it."),
            )
        return Cover(**names, alt=common.alt)


def _complete(header: Header, content: dict[str, Any], seconds: int, cover: Cover | None) -> Header:
    """The header with what only the content knows; what has `narration` or `media` can be listened to."""
    return replace(
        header,
        seconds=seconds,
        listen=bool(content.get("narration") or content.get("media")),
        cover=cover,
    )


def _warn_glyphs(source: ItemSource, header: Header, text: str) -> None:
    titles = glyphs.missing_from(header.display + header.line + header.name, glyphs.TITLES)
    reading = glyphs.missing_from(f"{header.title}\n{header.subtitle}\n{text}", glyphs.READING)
    missing = tuple(dict.fromkeys((*titles, *reading)))
    if missing:
        shown = " ".join(missing[:20])
        source.findings.warn(
            "missing-glyph",
            source.file,
            "",
            Text(f"屏幕的字体里没有这些字：{shown}", f"The screen's fonts lack these characters: {shown}"),
            Text("换个写法，或请维护人员把字补进字体。", "Write it otherwise, or ask to have them added to the fonts."),
        )


def _own(translated: list[Finding], chinese: list[Finding]) -> list[Finding]:
    """Findings of a translation without those that concern fields it only inherits."""
    said = {(f.code, f.message) for f in chinese}
    inherited = str(INHERITED)
    kept = [f for f in translated if f.place != inherited or (f.code, f.message) not in said]
    return [replace(f, place="") if f.place == inherited else f for f in kept]


def _in_order(found: list[Finding]) -> list[Finding]:
    """By file and line, each once; the pack itself first."""

    def place(finding: Finding) -> tuple[bool, str, int, str]:
        number = int(finding.place) if finding.place.isdecimal() else 0
        return (finding.file != "pack.yaml", finding.file, number, finding.place)

    return sorted(dict.fromkeys(found), key=place)
