"""Joins records, packs and kinds into the material of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.kinds import discover
from kiosk.reporting.contents import Contents
from kiosk.reporting.source import BookSource, OfficeSource, Source
from kiosk.reports.catalogue import NEEDS, Needs, make
from kiosk.reports.material import Asked, Material

if TYPE_CHECKING:
    from kiosk.core.table import Table
    from kiosk.core.text import Lang
    from kiosk.records.entry import Entry
    from kiosk.reports.ledger.config import Setup
    from kiosk.reports.model import Report

_LABELS = {"quiz": ("question", "prompt"), "riddle": ("riddle", "face")}
"""Where a record of a kind has the id of its question, and its words."""
_MOST_HEARD = 20_000
"""Records that are looked through for words of questions; one that is not among them is called by its id."""
_WHOLE = ("survey", "suggestion")
"""Kinds whose details are always counted over all records, see `kiosk.reports.voices`."""


class Joined:
    """Records, packs and kinds of one question.

    Args:
        db: URL of the office's database; None: the book of the kiosk in `data`.
        data: data folder; its packs give titles and questions.
        setup: the office's names of kiosks and sizes of workshops.
        lang: of the reader.
        source: where the numbers come from; None: as `db` says.
        site: where this kiosk stands, in words; for its own book.
    """

    def __init__(
        self, db: str | None, data: Path, setup: Setup, lang: Lang, source: Source | None = None, *, site: str = ""
    ) -> None:
        self._site = "" if db else site
        self._kinds = discover()
        self._setup, self._lang = setup, lang
        self._heard: defaultdict[str, dict[str, str]] | None = None
        by_kind = {key: kind.facts for key, kind in self._kinds.items()}
        self.source: Source = source or (OfficeSource(db) if db else BookSource(data / "records.db", by_kind))
        self.contents = Contents(data, lang)

    def report(self, name: str, asked: Asked) -> Report:
        """Make a report.

        Args:
            name: one of `kiosk.reports.catalogue.REPORTS`.
            asked: see `Joined.asked`.

        Raises:
            ConfigError: `NO_REPORT`.
            StorageError: records or catalog cannot be read.
        """
        return make(name, self.material(name, asked))

    def material(self, name: str, asked: Asked) -> Material:
        """The material of a report."""
        return self._material(NEEDS[name], asked) if name in NEEDS else Material((), asked)

    def ledger_material(self, asked: Asked) -> Material:
        """Everything by day, for the ledger."""
        return self._material(Needs(frozenset({"day", "device", "uid", "kind", "measure"})), asked)

    def asked(self, first: date | None, last: date | None, unit: str, kiosk: str) -> Asked:
        """A question, with the kiosk named as the office names it or by the first letters of its device.

        Raises:
            ConfigError: `NO_KIOSK`, `BAD_DAYS`.
        """
        if first and last and first > last:
            raise ConfigError(
                "BAD_DAYS",
                Text(f"{first} 在 {last} 后面。", f"{first} is after {last}."),
                Text("--from 写前一天，--to 写后一天。", "--from is the earlier day."),
            )
        names = self._kiosks() if kiosk else {}
        found = [d for d in self.source.devices() if kiosk and (d.startswith(kiosk) or names.get(d) == kiosk)]
        if kiosk and len(found) != 1:
            raise ConfigError(
                "NO_KIOSK",
                Text(f"“{kiosk}”对应 {len(found)} 块屏。", f"“{kiosk}” is {len(found)} kiosks."),
                Text("写机器号的前几位，或 ledger.toml 里的名字。", "Give the first letters of its device, or its name in ledger.toml."),
            )  # fmt: skip
        return Asked(first, last, unit, found[0] if found else "")

    def details(self, kind: str, asked: Asked) -> Mapping[str, tuple[Table, ...]]:
        """Tables that a kind makes of each item's records and content."""
        key = kind.partition("-")[0]
        if key not in self._kinds:
            return {}
        whole = Asked() if key in _WHOLE else replace(asked, unit="")
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.source.entries(kind, whole):
            found[entry.uid].append(entry)
        if key == "suggestion":
            for uid, item in self.contents.items.items():
                if item.kind == key:
                    found.setdefault(uid, [])
        made = {
            uid: self._kinds[key].tables(self.contents.of(uid), _payloads(entries)) for uid, entries in found.items()
        }
        return {uid: tables for uid, tables in made.items() if tables}

    def close(self) -> None:
        """Let go of everything."""
        self.source.close()
        self.contents.close()

    def _material(self, needs: Needs, asked: Asked) -> Material:
        return Material(
            tuple(self.source.facts(needs, asked)),
            asked,
            self.contents.items,
            {key: kind.title for key, kind in self._kinds.items()},
            self._kiosks(),
            {**self._setup.people, **self.source.people()},
            lambda kind: self.details(kind, asked),
            lambda uid: self._labels(uid, asked),
            lambda: self.source.took_part(asked),
            date.today(),  # noqa: DTZ011  the reader's own calendar
        )

    def _kiosks(self) -> Mapping[str, str]:
        """The office's own names before those that kiosks give themselves."""
        said = self.source.names()
        return {
            d: name for d in self.source.devices() if (name := self._setup.kiosk(d) or said.get(d, "") or self._site)
        }

    def _labels(self, uid: str, asked: Asked) -> Mapping[str, str]:
        """Words of an item's questions: as its pack has them, and of those no longer in it as the records have them."""
        content = self.contents.of(uid)
        known = {q.id: q.prompt for q in getattr(content, "questions", ()) if hasattr(q, "prompt")}
        known |= {r.id: r.face for r in getattr(content, "riddles", ())}
        said = self._said(asked) if not known else {}
        return {key: words.replace("\n", "") for key, words in {**said.get(uid, {}), **known}.items()}

    def _said(self, asked: Asked) -> Mapping[str, Mapping[str, str]]:
        """Words of questions by item, from some of the records: the same questions are asked on every kiosk."""
        if self._heard is None:
            self._heard = defaultdict(dict)
            for kind, (name, words) in _LABELS.items():
                for entry in islice(self.source.entries(kind, asked), _MOST_HEARD):
                    key, said = entry.payload.get(name), entry.payload.get(words)
                    if isinstance(key, str) and isinstance(said, str) and said:
                        self._heard[entry.uid][key] = said
        return self._heard


def _payloads(entries: Iterable[Entry]) -> tuple[Mapping[str, Any], ...]:
    return tuple({"item": entry.uid, "device": entry.device, **entry.payload} for entry in entries)
