"""The ledger: fills itself, loses nothing, and says what is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ConfigError, ContentError
from kiosk.core.text import Text
from kiosk.reports.ledger.book import LedgerBook
from kiosk.reports.ledger.config import FILE, Ledger, Setup, default_text, load, parse
from kiosk.reports.ledger.lines import Line
from kiosk.reports.ledger.sheet import missing, table

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
JPEG = b"\xff\xd8\xff\xe0 a picture"
PNG = b"\x89PNG\r\n\x1a\n another"


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return load(tmp_path)


@pytest.fixture
def activities(setup: Setup) -> Ledger:
    return setup.ledger("activities")


@pytest.fixture
def book(tmp_path: Path):
    opened = LedgerBook(tmp_path)
    yield opened
    opened.close()


def line(name: str, day: date, times: int = 5) -> Line:
    fields = {
        "name": name,
        "category": Text("答题", "Quizzes"),
        "first": day,
        "last": day,
        "place": "一号屏",
        "times": times,
    }
    return Line(f"{day:%Y-%m} {name}", day, fields)


LINES = (line("pack/a", date(2025, 12, 30)), line("pack/b", date(2026, 1, 2)), line("pack/c", date(2026, 1, 3)))


def test_what_ships_is_whole(setup: Setup) -> None:
    assert [ledger.name for ledger in setup.ledgers] == ["activities", "suggestions", "lectures", "prizes"]
    assert [ledger.title.zh for ledger in setup.ledgers] == ["活动台账", "合理化建议台账", "宣讲台账", "领奖台账"]
    for ledger in setup.ledgers:
        assert all(column.hint.zh and column.hint.en != column.hint.zh for column in ledger.columns if column.required)
        assert ledger.columns[0].source == "number"


def test_filling_again_changes_only_what_changed(book: LedgerBook, activities: Ledger) -> None:
    assert book.fill(activities, LINES) == (3, 0)
    assert book.fill(activities, LINES) == (0, 0)
    assert book.fill(activities, [line("pack/b", date(2026, 1, 2), 6)]) == (0, 1)
    assert book.fill(activities, [line("pack/d", date(2026, 1, 1))]) == (1, 0), "found late: the next number"
    found = book.lines(activities)
    assert [(f.year, f.number, f.record["name"]) for f in found] == [
        (2025, 1, "pack/a"), (2026, 1, "pack/b"), (2026, 2, "pack/c"), (2026, 3, "pack/d"),
    ]  # fmt: skip
    assert found[1].record["times"] == 6
    assert [f.number for f in book.lines(activities, date(2026, 1, 2), date(2026, 1, 2))] == [1]


def test_what_the_officer_adds_stays(book: LedgerBook, activities: Ledger, tmp_path: Path) -> None:
    book.fill(activities, LINES)
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(JPEG)
    book.add(activities, "2026-1", {"content": "答题活动", "cost": "360.5"}, [photo, photo], NOW)
    photo.unlink()
    (tmp_path / "second.png").write_bytes(PNG)
    done = book.add(activities, "1", {"cost": "", "lead": "王师傅"}, [tmp_path / "second.png"], NOW)
    book.fill(activities, LINES)
    assert (
        done.added == {"content": "答题活动", "cost": None, "lead": "王师傅"} and done.number == 1 and done.year == 2026
    )
    assert len(done.photos["photos"]) == 2 and all(book.sound(name) for name in done.photos["photos"])
    (row,) = table(activities, [f for f in book.lines(activities) if f.id == done.id]).rows
    told = dict(zip((c.key for c in activities.columns), row, strict=True))
    assert told["first"] == date(2026, 1, 2) and told["category"] == Text("答题", "Quizzes")
    assert told["photos"] == Text("2 张", "2 photos") and told["cost"] is None and told["number"] == 1


def test_what_is_missing_is_named_with_what_to_do(book: LedgerBook, activities: Ledger, tmp_path: Path) -> None:
    book.fill(activities, LINES[:1])
    gaps = missing(activities, book.lines(activities), book.sound)
    assert [(g.line, g.key) for g in gaps] == [("2025-1", k) for k in ("content", "cost", "lead", "photos")]
    assert gaps[1].todo.zh == "没有花钱就填 0。" and gaps[0].name == "pack/a" and gaps[0].column.zh == "主要内容"
    (tmp_path / "a.jpg").write_bytes(JPEG)
    done = book.add(activities, "1", {"content": "x", "cost": "0", "lead": "y"}, [tmp_path / "a.jpg"], NOW)
    assert missing(activities, book.lines(activities), book.sound) == ()
    book.photo(done.photos["photos"][0]).write_bytes(JPEG + b"!")
    (gap,) = missing(activities, book.lines(activities), book.sound)
    assert gap.key == "photos" and "不见了或被改过" in gap.todo.zh
    book.add(activities, "1", {}, [tmp_path / "a.jpg"], NOW)
    assert missing(activities, book.lines(activities), book.sound) == (), "adding it again mends it"


@pytest.mark.parametrize(
    ("where", "cells", "photo", "code"),
    [
        ("9", {"cost": "1"}, b"", "NO_LINE"),
        ("1", {"costs": "1"}, b"", "NO_COLUMN"),
        ("1", {"times": "1"}, b"", "NO_COLUMN"),
        ("1", {"photos": "x.jpg"}, b"", "NO_COLUMN"),
        ("1", {"content": "good", "cost": "free"}, b"", "BAD_VALUE"),
        ("1", {"cost": "nan"}, b"", "BAD_VALUE"),
        ("1", {"content": "x" * 5000}, b"", "BAD_VALUE"),
        ("1", {"content": "good"}, b"GIF89a", "BAD_PHOTO"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    book: LedgerBook, activities: Ledger, tmp_path: Path, where: str, cells: dict[str, str], photo: bytes, code: str
) -> None:
    book.fill(activities, LINES)
    before = book.lines(activities)
    (tmp_path / "photo").write_bytes(photo)
    with pytest.raises(ContentError, match=code):
        book.add(activities, where, cells, [tmp_path / "photo"] if photo else [], NOW)
    assert book.lines(activities) == before


def test_numbers_of_documents_are_kept_by_year(book: LedgerBook, tmp_path: Path) -> None:
    assert [book.document(2026, "a", NOW), book.document(2026, "b", NOW), book.document(2027, "c", NOW)] == [
        "〔2026〕第001号", "〔2026〕第002号", "〔2027〕第001号",
    ]  # fmt: skip
    again = LedgerBook(tmp_path)
    assert again.document(2026, "d", NOW) == "〔2026〕第003号"
    again.close()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = [", "no TOML"),
        ("", "there is no [[ledger]]"),
        ('[[ledger]]\nname = "a"\ntitle = "t"\nrows = "nothing"\ncolumns = [{key = "k", title = "t"}]', "rows cannot be “nothing”"),
        ('[[ledger]]\nname = "a"\ntitle = "t"\nrows = "prizes"\ncolumns = [{key = "k", title = "t", from = "day"}]', "from cannot be “day”"),
        ('[[ledger]]\nname = "a"\ntitle = "t"\nrows = "prizes"\ncolumns = [{key = "k", title = "t", type = "money"}]', "type cannot be “money”"),
        ('[[ledger]]\nname = "a"\ntitle = "t"\nrows = "prizes"\ncolumns = [{key = "k", title = "t"}, {key = "k", title = ""}]', "two columns are called “k”"),
        ('[[ledger]]\nname = "a"\ntitle = "t"\nrows = "prizes"\ncolours = 1\ncolumns = [{key = "k", title = "t", width = -1}]', "unknown “colours”"),
        ('[people]\na = "b"\n', "[people] takes lines"),
    ],
)  # fmt: skip
def test_mistakes_in_the_file_are_all_said(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text, FILE)
    assert (
        caught.value.code == "BAD_LEDGER_FILE" and said in caught.value.message.en and FILE in caught.value.message.en
    )


@given(
    st.text(max_size=300) | st.builds(lambda a, b: default_text()[:a] + b, st.integers(0, 6000), st.text(max_size=20))
)
def test_whatever_the_file_says_it_is_read_or_refused(text: str) -> None:
    try:
        assert parse(text, FILE).ledgers
    except ConfigError as error:
        assert error.code == "BAD_LEDGER_FILE"


def test_an_office_has_its_own_columns(tmp_path: Path) -> None:
    own = default_text().replace('title = "经费（元）"', 'title = "支出"').replace("[people]", '[people]\n"总装" = 120')
    (tmp_path / FILE).write_text(own, "utf-8-sig")
    setup = load(tmp_path)
    column = setup.ledger("activities").column("cost")
    assert column is not None and column.title.zh == "支出" and setup.people == {"总装": 120}
    with pytest.raises(ConfigError, match="NO_LEDGER"):
        setup.ledger("cooking")


CHILD = """
    import sys
    from datetime import UTC, date, datetime
    from pathlib import Path
    from kiosk.reports.ledger.book import LedgerBook
    from kiosk.reports.ledger.config import load
    from kiosk.reports.ledger.lines import Line
    folder = Path(sys.argv[1])
    book, ledger = LedgerBook(folder), load(folder).ledger("activities")
    day, now = date(2026, 3, 1), datetime(2026, 3, 1, tzinfo=UTC)
    for n in range(int(sys.argv[2]), 100_000):
        book.fill(ledger, [Line(f"2026-03 pack/{n}", day, {"name": f"pack/{n}"})])
        photo = folder / "new.jpg"
        photo.write_bytes(b"\\xff\\xd8\\xff" + str(n).encode() * 20_000)
        book.add(ledger, f"2026-03 pack/{n}", {"content": f"text {n}"}, [photo], now)
        print(n, book.document(2026, "x", now), flush=True)
"""


def test_killed_at_any_instant_nothing_said_is_lost(tmp_path: Path) -> None:
    script = tmp_path / "child.py"
    script.write_text(textwrap.dedent(CHILD))
    folder, ledger = tmp_path / "office", load(tmp_path).ledger("activities")
    said: list[tuple[int, str]] = []
    begin = 0
    for round_ in range(8):
        child = subprocess.Popen(
            [sys.executable, str(script), str(folder), str(begin)], stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        assert child.stdout is not None
        first = child.stdout.readline()
        deadline = time.monotonic() + 0.013 * round_
        while time.monotonic() < deadline:
            pass
        child.send_signal(signal.SIGKILL)
        told = [first, *child.stdout.read().splitlines()]
        child.wait()
        child.stdout.close()
        said += [
            (int(n), number) for n, _, number in (t.strip().partition(" ") for t in told if t.strip().endswith("号"))
        ]
        book = LedgerBook(folder)
        lines = {f.id: f for f in book.lines(ledger)}
        for n, _ in said:
            kept = lines[f"2026-03 pack/{n}"]
            assert kept.added["content"] == f"text {n}" and book.sound(kept.photos["photos"][0])
        assert all(book.sound(name) for f in lines.values() for name in f.photos.get("photos", ()))
        begin = 1 + max(int(f.id.rpartition("/")[2]) for f in lines.values())
        book.close()
    assert len({number for _, number in said}) == len(said) >= 8, "no number was given twice"
    numbers = [f.number for f in lines.values()]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
