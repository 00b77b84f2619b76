"""`kiosk report` and `kiosk ledger` on a kiosk's own book and on the office's database."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import python_calamine
from support.catalogs import Shelf, put_item

from kiosk.cli import main
from kiosk.core.codec import encode
from kiosk.kinds.suggestion.model import DEMO_KEY, Box, Case, Topic
from kiosk.kinds.survey.model import Option, Question, Survey
from kiosk.kinds.vote.model import Contest, Entry
from kiosk.records import Record, open_book
from kiosk.reports.catalogue import REPORTS

AT = datetime(2026, 5, 1, 2, 30, tzinfo=UTC)
Run = Callable[..., tuple[int, str, str]]
SURVEY = Survey(
    "e1",
    (
        Question("shift", "single", "哪个班？", options=(Option("day", "白班"), Option("night", "夜班"))),
        Question("food", "single", "午饭怎样？", options=(Option("good", "好"), Option("bad", "不好"))),
        Question("why", "text", "为什么？", most=50),
    ),
)
CONTEST = Contest("photo", (Entry(1, "炉前", "一车间"), Entry(2, "夜班", "三车间")), cool_down=60)
BOX = Box(
    DEMO_KEY,
    (Topic("food", "食堂"),),
    cases=(
        Case("2026-001", "food", "加一台微波炉", "solved", "2026-04-01", "后勤科", "装在二楼", "2026-04-20", "装好了",
             "2026-04-10", "2026-04-10"),
        Case("2026-002", "food", "通宵开放", "waiting", "2026-04-05"),
    ),
)  # fmt: skip


def vote(entry: int, voter: str, monotonic: float) -> dict[str, Any]:
    return {
        "entry": entry,
        "voter": voter,
        "day": "2026-05-01",
        "at": "2026-05-01T10:30",
        "monotonic": monotonic,
        "trusted": True,
    }


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """A copy of it for each test."""
    return shutil.copytree(made, tmp_path / "data")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk with a survey, a contest and a box, whose visitors did something."""
    data = tmp_path_factory.mktemp("made") / "data"
    shelf = Shelf(data)
    pack = shelf.pack("may")
    for item, kind, title, content in (
        ("canteen", "survey", "食堂问卷", SURVEY), ("photos", "vote", "摄影评选", CONTEST), ("box", "suggestion", "意见箱", BOX),
    ):  # fmt: skip
        put_item(pack, item, kind=kind, content=encode(content), title=title, display=title)
    shelf.build()
    (data / "store").mkdir()
    with closing(open_book(data / "records.db")) as book:

        def put(kind: str, item: str, payload: dict[str, Any], n: float = 0, person: str = "") -> None:
            uid = f"may/{item}" if item else ""
            book.append(Record(f"v{n}", uid, kind, 1, AT + timedelta(minutes=n), 5.0 + n, True, payload, person=person))

        for n in range(12):
            put("visit", "", {"seconds": 60 + n, "ended": "idle", "pages": 3}, n)
        people = [("day", "good")] * 14 + [("day", "bad")] * 6 + [("night", "good")] * 8 + [("night", "bad")] * 3
        for n, (shift, food) in enumerate(people):
            answers = {"shift": shift, "food": food, "why": f"心里话{n}"}
            put("survey", "canteen", {"event": "answer", "edition": "e1", "answers": answers, "ms": 1000}, n)
        put("vote", "photos", vote(1, "a", 100.0), 1)
        put("vote", "photos", vote(2, "b", 200.0), 2)
        put("vote", "photos", vote(2, "c", 300.0), 3)
        put("vote", "photos", vote(1, "d", 301.0), 4)  # too soon: the rules of the contest refuse it
        put("quiz-draw", "quiz", {
            "frozen": True, "title": "五一答题", "tickets": ["a" * 16, "b" * 16], "commitment": "c", "seed": "s", "key": "00" * 16,
            "prizes": [["一等奖", "自行车", 1]], "time": "10:00",
        }, 5)  # fmt: skip
        put("quiz-draw", "quiz", {"number": 2, "place": 0, "time": "10:01"}, 6)
        put("quiz", "quiz", {"question": "q", "prompt": "几点？", "right": False, "ms": 1000}, 7, "0417")
    return data


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: Path, tmp_path: Path) -> Run:
    for name in list(os.environ):
        if name.startswith("KIOSK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_LANG", "zh")
    monkeypatch.setenv("KIOSK_DATA_DIR", str(data))
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return int(done.value.code or 0), said.out, said.err

    return run


def rows(answer: tuple[int, str, str], table: int = 0) -> list[list[Any]]:
    assert answer[0] == 0, answer
    return json.loads(answer[1])["tables"][table]["rows"]


def test_there_is_a_list(kiosk: Run) -> None:
    assert list(json.loads(kiosk("report", "list", "--json")[1])) == sorted(REPORTS)
    assert "workshops    各车间参加情况" in kiosk("report", "list")[1]


def test_a_survey_is_counted_with_small_groups_hidden(kiosk: Run) -> None:
    answer = kiosk("report", "show", "surveys", "--json")
    assert rows(answer) == [["食堂问卷", 31, 0, 1.0, 1.0]]
    counts = {(r[0], r[1]): r[2] for r in rows(answer, 2)}
    assert counts == {
        ("哪个班？", "白班"): 20,
        ("哪个班？", "夜班"): 11,
        ("午饭怎样？", "好"): 22,
        ("午饭怎样？", "不好"): 9,
    }
    assert "心里话" not in answer[1]
    told = kiosk("report", "crosstab", "may/canteen", "shift", "food")
    assert told[0] == 0 and "不到 5 人" in told[1]
    grid = [line.split() for line in told[1].splitlines() if line.startswith(("白班", "夜班"))]
    assert grid == [["白班"], ["夜班"]], "three people of the night shift cannot be worked out from the other cells"


def test_what_people_wrote_is_sorted_for_the_office(kiosk: Run, tmp_path: Path) -> None:
    out = tmp_path / "words.csv"
    assert kiosk("report", "words", "may/canteen", "--out", out)[0] == 0
    words = [line.split(",")[1] for line in out.read_text("utf-8-sig").splitlines()[1:]]
    assert words == sorted(f"心里话{n}" for n in range(31))


def test_days_and_workshops_do_not_cut_a_survey_into_pieces(kiosk: Run) -> None:
    whole = kiosk("report", "show", "surveys", "--json")
    part = kiosk("report", "show", "surveys", "--json", "--from", "2026-05-02", "--unit", "一车间")
    assert json.loads(part[1])["tables"][1:] == json.loads(whole[1])["tables"][1:]


def test_votes_are_recounted_under_the_rules(kiosk: Run) -> None:
    answer = kiosk("report", "show", "votes", "--json")
    assert rows(answer) == [["摄影评选", 4, "1、2", 2, 0.5]]
    assert [r[:5] for r in rows(answer, 1)] == [[1, 2, "夜班", "三车间", 2], [2, 1, "炉前", "一车间", 1]]
    checks = {r[0]["en"]: r[1] for r in rows(answer, 2)}
    assert checks["Refused by the rules"] == "1" and checks["Recount and tally agree"] == {"zh": "否", "en": "no"}


def test_cases_and_prizes(kiosk: Run) -> None:
    answer = kiosk("report", "show", "suggestions", "--json")
    assert json.loads(answer[1])["headline"]["zh"] == "到期 1 件，按时办结 100%"
    assert [r[0] for r in rows(answer, 2)] == ["2026-002", "2026-001"]
    prizes = kiosk("report", "show", "prizes", "--json")
    assert rows(prizes) == [["may/quiz", 1, 0, 1]] and rows(prizes, 1)[0][:3] == ["一等奖", "自行车", "002"]


def test_words_of_a_question_come_from_the_records_when_the_pack_is_gone(kiosk: Run) -> None:
    assert rows(kiosk("report", "show", "quizzes", "--json"), 1)[0][:4] == ["may/quiz", "几点？", 1, 1]


def test_the_terminal_shows_the_finding_first(kiosk: Run) -> None:
    code, out, _ = kiosk("report", "show", "visits", "--from", "2026-05-01", "--to", "2026-05-01")
    assert code == 0 and out.splitlines()[:2] == ["来了 12 人次", "参观人次 · 2026-05-01"]


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_can_be_written(kiosk: Run, tmp_path: Path, name: str) -> None:
    written = {}
    for kind in ("xlsx", "csv", "pdf"):
        out = tmp_path / f"{name}.{kind}"
        assert kiosk("report", "export", name, "--out", out)[0] == 0
        assert (out.stat().st_mode & 0o077) == 0, "reports may hold what people said"
        written[kind] = out.read_bytes()
    assert python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(written["xlsx"])).sheet_names
    assert written["csv"].startswith(b"\xef\xbb\xbf")
    assert "单位（盖章）" in pypdfium2.PdfDocument(written["pdf"])[0].get_textpage().get_text_range()


def test_numbers_of_documents_go_on(kiosk: Run, tmp_path: Path) -> None:
    year = datetime.now().astimezone().year
    told = [
        json.loads(kiosk("report", "export", "visits", "--format", "pdf", "--number", "--json")[1]) for _ in range(2)
    ]
    assert [t["number"] for t in told] == [f"〔{year}〕第001号", f"〔{year}〕第002号"]
    assert told[0]["file"] == "visits.pdf" and (tmp_path / "visits.pdf").is_file()


def test_a_report_changes_nothing_on_the_kiosk(kiosk: Run, data: Path) -> None:
    before = {p.name: p.read_bytes() for p in data.iterdir() if p.is_file()}
    kiosk("report", "show", "visits")
    kiosk("report", "show", "surveys")
    assert {name: (data / name).read_bytes() for name in before} == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("report", "show", "gossip"), 78, "没有叫“gossip”的报表"),
        (("report", "show", "visits", "--from", "2026-05-02", "--to", "2026-05-01"), 78, "在 2026-05-01 后面"),
        (("report", "show", "visits", "--kiosk", "nowhere"), 78, "对应 0 块屏"),
        (("report", "show", "visits", "--db", "/nowhere/office.db"), 74, "没有记录可看"),
        (("report", "crosstab", "may/other", "a", "b"), 65, "没有问卷"),
        (("report", "crosstab", "may/canteen", "shift", "why"), 65, "不能用来交叉"),
        (("ledger", "show", "cooking"), 78, "没有叫“cooking”的台账"),
        (("ledger", "add", "activities", "1"), 78, "没有说要填什么"),
        (("ledger", "add", "activities", "1", "--set", "cost"), 78, "不是 栏目=内容"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(kiosk: Run, words: tuple[str, ...], code: int, said: str) -> None:
    done, _, err = kiosk(*words)
    assert done == code and said in err and len(err.strip().splitlines()) == 1


def test_a_book_that_is_none_is_refused(kiosk: Run, data: Path) -> None:
    (data / "records.db").write_bytes(b"no database" * 100)
    code, _, err = kiosk("report", "show", "visits")
    assert code == 65 and "读不了" in err


def test_the_ledger_from_filling_to_the_inspection(kiosk: Run, data: Path, tmp_path: Path) -> None:
    assert kiosk("ledger", "check")[0] == 1, "an empty ledger is not a complete one"
    first = json.loads(kiosk("ledger", "fill", "--json")[1])
    assert first == {
        "activities": {"added": 3, "changed": 0}, "lectures": {"added": 0, "changed": 0},
        "prizes": {"added": 1, "changed": 0}, "suggestions": {"added": 2, "changed": 0},
    }  # fmt: skip
    again = json.loads(kiosk("ledger", "fill", "--json")[1])
    assert all(done["added"] == 0 for done in again.values())
    gaps = json.loads(kiosk("ledger", "check", "activities", "--json")[1])
    assert gaps["lines"] == 3 and {g["column"] for g in gaps["missing"]} == {"主要内容", "经费（元）", "负责人", "照片"}
    (tmp_path / "scene.jpg").write_bytes(b"\xff\xd8\xff picture")
    for line in "123":
        assert kiosk(
            "ledger", "add", "activities", line, "--set", "content=大家投票", "--set", "cost=0", "--set", "lead=王师傅",
            "--photo", tmp_path / "scene.jpg",
        )[0] == 0  # fmt: skip
    assert kiosk("ledger", "check", "activities")[:2] == (0, "3 行，都齐了。\n")
    assert "王师傅" in kiosk("ledger", "show", "activities")[1]
    shown = json.loads(kiosk("ledger", "show", "prizes", "--json")[1])
    assert shown[0]["record"]["what"] == "自行车" and shown[0]["record"]["state"] == {"zh": "未领", "en": "no"}
    assert kiosk("ledger", "export", "--out", tmp_path / "all.xlsx")[0] == 0
    names = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "all.xlsx")).sheet_names
    assert names == ["活动台账", "合理化建议台账", "宣讲台账", "领奖台账"]
    assert kiosk("ledger", "export", "suggestions", "--format", "pdf", "--number", "--out", tmp_path)[0] == 0
    text = pypdfium2.PdfDocument(tmp_path / "suggestions.pdf")[0].get_textpage().get_text_range()
    assert "合理化建议台账" in text and "加一台微波炉" in text and "第001号" in text
    assert kiosk("ledger", "export", "activities", "--format", "csv", "--out", tmp_path / "a.csv")[0] == 0
    assert "大家投票" in (tmp_path / "a.csv").read_text("utf-8-sig")


def test_the_template_is_what_ships(kiosk: Run, data: Path) -> None:
    text = kiosk("ledger", "template")[1]
    (data / "office").mkdir()
    (data / "office" / "ledger.toml").write_text(text.replace('title = "活动台账"', 'title = "文体活动台账"'), "utf-8")
    kiosk("ledger", "fill")
    assert "文体活动台账" in kiosk("ledger", "check")[1]


def test_the_office_answers_from_its_database(kiosk: Run, office) -> None:
    answer = kiosk("report", "show", "visits", "--db", office.path, "--json", "--kiosk", "sim-002")
    counted = office.one("SELECT COUNT(*) FROM record WHERE kind = 'visit' AND device = 'sim-002'")
    assert sum(row[2] for row in rows(answer)) == counted
    named = kiosk("report", "show", "visits", "--db", office.path, "--json", "--kiosk", "2号展厅")
    assert rows(named) == rows(answer) and json.loads(named[1])["about"]["zh"].endswith("2号展厅 屏")
