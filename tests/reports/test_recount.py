"""Every number of a report is the one that plain SQL over the records gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.reporting.joined import Joined
from kiosk.reports import catalogue
from kiosk.reports.ledger import lines
from kiosk.reports.ledger.config import Setup, load
from kiosk.reports.material import Asked
from kiosk.reports.model import Report

Make = Callable[..., Report]
DAY = "date(at, 'localtime')"
FIRST, LAST = date(2026, 4, 10), date(2026, 5, 5)


@pytest.fixture(scope="module")
def joined(office, tmp_path_factory) -> Iterator[Joined]:
    empty: Path = tmp_path_factory.mktemp("data")
    setup = load(empty)
    people = {unit: 40 + 5 * n for n, unit in enumerate(sorted(office.truth.units))}
    opened = Joined(str(office.path), empty, Setup(setup.form, setup.ledgers, {}, people), "zh")
    yield opened
    opened.close()


@pytest.fixture
def make(joined: Joined) -> Make:
    def made(name: str, **asked: object) -> Report:
        return catalogue.make(name, joined.material(name, Asked(**asked)))  # type: ignore[arg-type]

    return made


def column(report: Report, key: str, table: int = 0) -> tuple:
    return report.tables[table].column(key)


def test_visits(make: Make, office) -> None:
    report = make("visits")
    days = office.all(
        f"SELECT {DAY}, COUNT(*), SUM(json_extract(payload, '$.seconds')), AVG(json_extract(payload, '$.pages'))"
        f" FROM record WHERE kind = 'visit' GROUP BY 1 ORDER BY 1"
    )
    told = [(str(d), v, t, p) for d, _, v, t, _, p, _ in report.tables[0].rows if v]
    assert [(d, v, t, round(p, 1)) for d, v, t, p in days] == told
    assert sum(column(report, "time")) == office.truth.visit_seconds
    assert sum(column(report, "records")) == office.truth.records
    assert (
        sum(column(report, "visits", 1))
        == office.truth.kinds["visit"]
        == office.one("SELECT COUNT(*) FROM record WHERE kind = 'visit'")
    )
    assert report.bars is not None and sum(b.value or 0 for b in report.bars.bars) == office.truth.kinds["visit"]
    assert f"{office.truth.kinds['visit']:,}" in report.headline.zh
    days_of = dict(office.all(f"SELECT device, COUNT(DISTINCT {DAY}) FROM record WHERE kind = 'visit' GROUP BY 1"))
    assert sorted(column(report, "days", 1)) == sorted(days_of.values())


def test_items_and_rooms(make: Make, office) -> None:
    report = make("items")
    rows = {row[0]: row for row in report.tables[0].rows}
    for uid, views, seconds in office.all(
        "SELECT uid, SUM(kind = 'view'), SUM(CASE WHEN kind = 'view' THEN json_extract(payload, '$.seconds') ELSE 0 END)"
        " FROM record WHERE uid <> '' GROUP BY 1"
    ):
        assert rows[uid][2:4] == (views, seconds)
    assert len(rows) == office.one("SELECT COUNT(DISTINCT uid) FROM record WHERE uid <> ''")
    films = office.all(
        "SELECT uid, AVG(json_extract(payload, '$.finished')), COUNT(*) FROM record WHERE kind = 'segment' GROUP BY 1"
    )
    assert {u: (round(share, 4), n) for u, share, n in films} == {u: (rows[u][7], rows[u][6]) for u, *_ in films}
    rooms = make("rooms")
    assert sum(column(rooms, "views")) == office.one("SELECT COUNT(*) FROM record WHERE kind = 'view'")
    own = "kind NOT IN ('visit', 'view', 'listen', 'admin', 'lecture', 'health')"
    assert sum(column(rooms, "taken")) == office.one(f"SELECT COUNT(*) FROM record WHERE {own} AND uid <> ''")


def test_quizzes_and_their_hardest_question(make: Make, office) -> None:
    report = make("quizzes")
    rows = {row[0]: row for row in report.tables[0].rows}
    for uid, answers, right, rounds, passed in office.all(
        "SELECT uid, SUM(json_extract(payload, '$.question') IS NOT NULL), SUM(json_extract(payload, '$.right')),"
        " SUM(json_extract(payload, '$.result')), SUM(json_extract(payload, '$.passed'))"
        " FROM record WHERE kind = 'quiz' GROUP BY 1"
    ):
        assert rows[uid][1:6] == (rounds, passed, round(passed / rounds, 4), answers, round(right / answers, 4))
    questions = {
        (uid, prompt): (n, wrong)
        for uid, prompt, n, wrong in office.all(
            "SELECT uid, json_extract(payload, '$.prompt'), COUNT(*), SUM(NOT json_extract(payload, '$.right'))"
            " FROM record WHERE kind = 'quiz' AND json_extract(payload, '$.question') IS NOT NULL GROUP BY 1, 2"
        )
    }
    assert {(u, p): (n, wrong) for u, p, n, wrong, *_ in report.tables[1].rows} == questions
    worst = max((wrong / n, n) for n, wrong in questions.values() if n >= 5)
    assert (report.hardest[0].wrong, report.hardest[0].answers) == (round(worst[0], 4), worst[1])
    assert sum(column(report, "answers")) == sum(office.truth.answered.values())


def test_riddles_lessons_surveys_votes(make: Make, office) -> None:
    riddles = make("riddles")
    assert column(riddles, "answers") == (office.truth.kinds["riddle"],)
    lit = office.one("SELECT AVG(json_extract(payload, '$.look') = 'lit') FROM record WHERE kind = 'riddle'")
    assert column(riddles, "right") == (round(lit, 4),)
    lessons = make("lessons")
    begun, done = (
        office.one("SELECT COUNT(*) FROM record WHERE kind = 'lesson' AND json_extract(payload, '$.event') = ?", event)
        for event in ("start", "finish")
    )
    assert (column(lessons, "started"), column(lessons, "finished")) == ((begun,), (done,))
    surveys = make("surveys")
    assert column(surveys, "finished") == (office.truth.kinds["survey"],)
    votes = make("votes")
    assert column(votes, "votes") == (sum(office.truth.votes.values()),)
    most = max(office.truth.votes.values())
    assert column(votes, "most") == (most,)
    assert column(votes, "first") == (
        "、".join(sorted((k for k, v in office.truth.votes.items() if v == most), key=lambda k: (len(k), k))),
    )
    recounted = {str(number): n for _, number, *_, n, _ in votes.tables[1].rows}
    assert recounted == dict(office.truth.votes)


def test_workshops(make: Make, office, joined: Joined) -> None:
    report = make("workshops")
    came = dict(office.all("SELECT unit, COUNT(DISTINCT device || person) FROM record WHERE person <> '' GROUP BY 1"))
    rows = {row[0]: row for row in report.tables[0].rows}
    assert {u: rows[u][2] for u in came} == came
    assert {u: rows[u][4] for u in office.truth.units} == dict(office.truth.units)
    for unit, people, took_part, rate, *_ in report.tables[0].rows[:-1]:
        assert rate == round(min(1.0, took_part / people), 4), unit
    assert report.tables[0].rows[-1][0].zh == "没报工号的"


@pytest.mark.parametrize("name", catalogue.REPORTS)
def test_days_workshop_and_kiosk_are_chosen_alike(make: Make, office, name: str) -> None:
    device = office.one("SELECT MIN(device) FROM record")
    parts = [
        make(name, first=first, last=last) for first, last in ((None, date(2026, 4, 20)), (date(2026, 4, 21), None))
    ]
    whole = make(name)
    for key in ("visits", "views", "answers", "rounds", "votes", "finished", "started", "times", "records"):
        for table in range(len(whole.tables[:1])):
            if key in [c.key for c in whole.tables[table].columns]:
                halves = [sum(v or 0 for v in p.tables[table].column(key)) for p in parts]
                assert sum(halves) == sum(v or 0 for v in whole.tables[table].column(key)), key
    here = make(name, device=device, first=FIRST, last=LAST)
    assert here.about.zh.startswith("2026-04-10 至 2026-05-05，") and here.about.zh.endswith(" 屏")


def test_one_kiosk_and_one_workshop(make: Make, office) -> None:
    device = office.one("SELECT MIN(device) FROM record")
    asked = (
        f"kind = 'quiz' AND json_extract(payload, '$.question') IS NOT NULL AND {DAY} BETWEEN '{FIRST}' AND '{LAST}'"
    )
    here = make("quizzes", device=device, first=FIRST, last=LAST)
    assert sum(column(here, "answers")) == office.one(
        f"SELECT COUNT(*) FROM record WHERE {asked} AND device = ?", device
    )
    unit = make("quizzes", unit="三车间", first=FIRST, last=LAST)
    assert sum(column(unit, "answers")) == office.one(f"SELECT COUNT(*) FROM record WHERE {asked} AND unit = '三车间'")


def test_ledger_of_activities(joined: Joined, office) -> None:
    made = lines.activities(joined.ledger_material(Asked()))
    counted = office.all(
        f"SELECT strftime('%Y-%m', at, 'localtime') || ' ' || uid, COUNT(*), MIN({DAY}), MAX({DAY}) FROM record"
        " WHERE kind IN ('quiz', 'riddle', 'vote', 'survey', 'lesson') GROUP BY 1 ORDER BY 1"
    )
    told = sorted((m.id, m.fields["times"], str(m.fields["first"]), str(m.fields["last"])) for m in made)
    assert told == counted
