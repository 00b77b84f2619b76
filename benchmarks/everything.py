"""A kiosk after years: every kind of exhibit with its largest items, 10,000 items in all, and 1,000,000 records in the book.

The sample packs are built, signed and synced as a union would; beside them stands a pack of stories that fills the shelves,
and in it what is large of its kind: a law of 200,000 characters and a contest of 200 entries.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.library import fill
from kiosk.catalog.build import build
from kiosk.catalog.reader import Catalog
from kiosk.catalog.snapshot import SnapshotFile
from kiosk.core.codec import decode
from kiosk.kinds import discover
from kiosk.kinds.document.numerals import said
from kiosk.kinds.survey.model import Question, Survey
from kiosk.kinds.vote import ballot, booth
from kiosk.packs.store import Store
from kiosk.records import RecordBook
from kiosk.records.schema import record
from kiosk.samples import Samples, bring, build_packs, content_folder, make_media, publish_packs

ITEMS, RECORDS, ANSWERS = 10_000, 1_000_000, 10_000
LAW, CONTEST, SURVEY = "large/law", "large/contest", "surveys/satisfaction"
ARTICLE = "为了保护劳动者的合法权益，调整劳动关系，建立和维护适应社会主义市场经济的劳动制度，制定本条。"
FRONT = "published: 2026-11-01\nsources:\n  - {title: x}\n---\n"


def make(place: Path) -> Path:
    """Build packs, library and records; returns the data folder."""
    samples = Samples(place / "content", place)
    shutil.copytree(
        content_folder(), samples.content, ignore=shutil.ignore_patterns("model-workers", "posters", ".cache")
    )
    _large(samples.content / "large")
    make_media(samples.content, lambda _: None)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    if problem := bring(samples).problem:
        raise problem
    _shelves(place / "shelves", samples.data)
    _records(samples.data)
    return samples.data


def _large(pack: Path) -> None:
    law, contest = pack / "law", pack / "contest"
    law.mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: large\ntitle: {zh: 大, en: Large}\nversion: 1\nlanguages: [zh]\n", "utf-8")
    lines = [
        "---\nkind: document\ntitle: 例法\nofficial: 例法\nissuer: x\nadopted: 1994-07-05\nin_force: 1995-01-01\n"
        + FRONT
    ]
    for n in range(1, 1001):
        lines += [f"## 第{said(n // 50 + 1)}章 总则\n"] * (n % 50 == 1) + [f"第{said(n)}条 " + ARTICLE * 5 + "\n"]
    (law / "index.md").write_text("\n".join(lines), "utf-8")
    shutil.copytree(content_folder() / "contests/contests/my-work/entries", contest / "entries")
    head = "---\nkind: vote\ntitle: 两百件\ngenre: photo\nvotes: 20\nresults: live\n"
    (contest / "index.md").write_text(head + FRONT + "x\n", "utf-8")
    entries = (f"- {{number: {n}, title: 第{n}幅, picture: entries/0{1 + n % 6}.svg, alt: x}}\n" for n in range(1, 201))
    (contest / "entries.yaml").write_text("".join(entries), "utf-8")


def _shelves(place: Path, data: Path) -> None:
    """The catalog of what is live and of as many stories as are missing."""
    stories = fill(place, ITEMS, 600)
    store = Store(data / "store")
    try:
        live = list(store.live())
        known = {file.sha256 for pack in live for file in pack.files.values()}

        def blob(name: str) -> Path:
            return Path(store.blob_path(name)) if name in known else stories.blob(name)

        build([*live, stories], blob, discover(), data / "catalog", store.generation() + 1)
    finally:
        store.close()


def _records(data: Path) -> None:
    """Votes of a contest, finished questionnaires, and what the house notes."""
    book, made = RecordBook(data / "records.db"), _made(_survey(data))
    try:
        while some := [row for _, row in zip(range(20_000), made, strict=False)]:
            with book.transaction() as c:
                c.execute(insert(record), [{"device": book.device, "boot": 1, **row} for row in some])
    finally:
        book.close()


def _survey(data: Path) -> Survey:
    folder = data / "catalog"
    opened = Catalog(folder / SnapshotFile(folder).read().catalog).open(SURVEY, "zh")
    assert opened is not None
    return decode(Survey, opened.document.content)


def _answer(question: Question, rnd: random.Random) -> Any:
    keys = [o.key for o in question.options]
    match question.type:
        case "single" | "scale":
            return rnd.choice(keys)
        case "matrix":
            return {row.key: rnd.choice(keys) for row in question.rows}
        case "number":
            return rnd.randint(5, 90)
        case "text":
            return "都好"
        case _:
            return rnd.sample(keys, 3)


def _made(survey: Survey) -> Iterator[dict[str, Any]]:
    rnd, start = random.Random(5), datetime(2024, 1, 1, tzinfo=UTC)
    for n in range(RECORDS):
        at = start + timedelta(minutes=n)
        row = {"at": at.isoformat(timespec="milliseconds"), "monotonic": n * 60.0, "clock_trusted": 1, "visit": f"v{n // 9}", "version": 1, "person": "", "once": None, "unit": ""}  # fmt: skip
        if n % 2:
            entry, voter = min(200, 1 + int(rnd.expovariate(1 / 40))), f"{n // 4:032x}"
            vote = ballot.Vote(entry, voter, at.date().isoformat(), at.strftime(ballot.MINUTES), 0.0, True)
            yield {**row, "kind": booth.VOTE, "uid": CONTEST, "payload": json.dumps(vote.payload()), "person": voter}
        elif n % (RECORDS // ANSWERS) == 0:
            given = {q.id: _answer(q, rnd) for q in survey.questions}
            payload = json.dumps(
                {"event": "answer", "edition": survey.edition, "lang": "zh", "answers": given, "ms": 90_000}
            )
            yield {**row, "kind": "survey", "uid": SURVEY, "payload": payload}
        else:
            yield {
                **row,
                "kind": "view",
                "uid": f"bench/s{n % ITEMS:05}",
                "payload": json.dumps({"seconds": n % 90, "pages": 3}),
            }
