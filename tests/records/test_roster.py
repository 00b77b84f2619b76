"""The roster: whatever list comes in, only hashes and masked names stay, and every mistake is told with its cell."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.cli.roster import command
from kiosk.core.findings import Findings
from kiosk.records import Record, RecordBook
from kiosk.records.roster import Person, masked
from kiosk.records.rostersheet import read

HEAD = ("工号", "姓名", "部门/车间", "班组")


def sheet(
    rows: Sequence[Sequence[object]], *, name: str = "名单", head: Sequence[str] = HEAD, merged: str = ""
) -> bytes:
    """A workbook of one sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(name)
        for n, row in enumerate((head, *rows)):
            page.write_row(n, 0, row)
        if merged:
            page.merge_range(merged, "总装")
    return out.getvalue()


def found(data: bytes, **how: object) -> tuple[tuple[Person, ...], list[tuple[str, str]]]:
    findings = Findings()
    people = read(data, "f.xlsx", findings, **how)  # type: ignore[arg-type]
    return people, [(f.code, f.place) for f in findings]


def test_every_mistake_is_told_at_once_with_its_cell() -> None:
    rows = [
        ("1001", "张晓明", "总装", "甲班"),
        ("", "李红", "总装", ""),
        ("1003", "", "机修", ""),
        ("1004", "王强", "", ""),
        ("1001", "赵四", "机修", ""),
        ("10/05", "钱五", "机修", ""),
        ("1006", "孙六", "机" * 31, ""),
        ("", "", "", ""),
    ]
    _, wrong = found(sheet(rows))
    assert wrong == [
        ("missing-cell", "A3"), ("missing-cell", "B4"), ("missing-cell", "C5"), ("same-number", "A6"),
        ("bad-number", "A7"), ("too-long", "C8"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "how", "code"),
    [
        (b"nothing", {}, "unreadable-workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, {}, "locked-workbook"),
        (sheet([("1", "a", "b", "c")]), {"sheet": "别的"}, "no-sheet"),
        (sheet([], head=("甲", "乙")), {}, "no-header"),
        (sheet([("1001", "张三")], head=("工号", "姓名")), {}, "missing-column"),
        (sheet([]), {}, "empty-roster"),
    ],
)
def test_what_is_no_roster_is_one_finding(data: bytes, how: dict[str, object], code: str) -> None:
    people, wrong = found(data, **how)
    assert people == ()
    assert [of for of, _ in wrong] == [code]


def test_figures_lose_no_zeros_and_a_merged_workshop_counts_for_its_rows() -> None:
    rows = [(41217.0, "张晓明", "", "甲班"), ("041218", "李红", "", "乙班"), (7, "王强", "机修", "")]
    people, wrong = found(sheet(rows, merged="C2:C3"), digits=6)
    assert wrong == []
    assert people == (
        Person("041217", "张晓明", "总装", "甲班"), Person("041218", "李红", "总装", "乙班"),
        Person("000007", "王强", "机修"),
    )  # fmt: skip


def test_other_names_of_columns_below_a_title() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("说明").write(0, 0, "见花名册")
        page = book.add_worksheet("花名册")
        page.write(0, 0, "二〇二六年职工名单")
        page.write_row(2, 0, ("序号", "姓 名", "所属部门", "员工编号", "门禁卡号"))
        page.write_row(3, 0, (1, "阿依古丽·买买提", "缝制", "A017", "0009123456"))
    assert found(out.getvalue()) == ((Person("A017", "阿依古丽·买买提", "缝制", "", "0009123456"),), [])


@given(st.text(max_size=12))
def test_a_masked_name_shows_two_characters_at_most(name: str) -> None:
    plain = "".join(name.split())
    assert len(masked(name)) <= 3
    assert plain == "" or masked(name) != plain or plain in ("*", f"{plain[0]}*", f"{plain[0]}*{plain[-1]}")


numbers = st.lists(st.text("0123456789AB", min_size=1, max_size=8), max_size=12, unique_by=str.upper)
lists = numbers.flatmap(
    lambda own: st.tuples(*(
        st.builds(Person, st.just(n), st.sampled_from(["张三", "李小四"]), st.sampled_from(["总装", "机修"]),
                  st.sampled_from(["", "甲班"]))
        for n in own
    ))
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(lists, lists)
def test_the_later_list_replaces_the_earlier(tmp_path_factory: pytest.TempPathFactory, one: tuple[Person, ...], two: tuple[Person, ...]) -> None:  # fmt: skip
    book = RecordBook(tmp_path_factory.mktemp("roster") / "records.db")
    keep(book, one)
    told = book.ask(lambda pages: pages.roster.compare(two))
    keep(book, two)
    before, after = {p.number for p in one}, {p.number for p in two}
    assert (told.total, told.added, told.removed) == (len(two), len(after - before), len(before - after))
    assert book.ask(lambda pages: pages.roster.size()) == len(two)
    assert sum(book.ask(lambda pages: pages.roster.teams()).values()) == len(two)
    for person in two:
        member = book.ask(lambda pages, said=person.number: pages.roster.find(said))
        assert member is not None
        assert (member.shown, member.unit, member.team) == (masked(person.name), person.unit, person.team)
    for gone in before - after:
        assert book.ask(lambda pages, said=gone: pages.roster.find(said)) is None
    book.close()


def keep(book: RecordBook, people: Sequence[Person]) -> None:
    entry = Record("", "", "admin", 1, datetime.now(UTC), 0.0, True, {"act": "roster-import"})
    book.append(entry, lambda pages: (pages.roster.replace(people), None)[1])


def test_nothing_of_a_person_is_in_the_file_and_records_get_the_workshop(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "records.db")
    keep(book, [Person("90417217", "欧阳晓明", "总装车间", "甲班", card="7700123456")])
    book.append(Record("v", "p/q", "vote", 1, datetime.now(UTC), 0.0, True, {}, person="90417217"))
    book.append(Record("v", "p/q", "vote", 1, datetime.now(UTC), 0.0, True, {}, person="7700123456"))
    book.append(Record("v", "p/q", "vote", 1, datetime.now(UTC), 0.0, True, {}, person="别人"))
    member = book.ask(lambda pages: pages.roster.find("7700123456"))
    assert member is not None
    rows = [e for e in book.entries(0, 10) if e.kind == "vote"]
    assert [(e.person == member.person, e.unit) for e in rows] == [(True, "总装车间"), (True, "总装车间"), (False, "")]
    book.close()
    for file in tmp_path.iterdir():
        whole = file.read_bytes()
        for said in ("90417217", "欧阳晓明", "7700123456"):
            assert said.encode() not in whole


def run(tmp_path: Path, *args: str) -> tuple[int, str]:
    told = CliRunner().invoke(command, [*args, "--data", str(tmp_path / "data")], standalone_mode=False)
    assert told.exception is None, told.output
    return int(told.return_value), told.output


def test_ten_thousand_people_in_seconds_and_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "all.xlsx"
    file.write_bytes(sheet([(f"{n:06}", "张晓明", f"车间{n % 20}", f"{n % 5}班") for n in range(10_000)]))
    code, told = run(tmp_path, "import", str(file), "--dry-run", "--json")
    assert (code, json.loads(told)["added"]) == (0, 10_000)
    assert run(tmp_path, "list")[0] == 1
    began = time.perf_counter()
    assert run(tmp_path, "import", str(file))[0] == 0
    assert time.perf_counter() - began < 10
    told = json.loads(run(tmp_path, "list", "--json")[1])
    assert (told["people"], len(told["teams"])) == (10_000, 20)
    assert run(tmp_path, "list", "--number", "000017")[0] == 0
    assert run(tmp_path, "list", "--number", "999999")[0] == 1
    again = json.loads(run(tmp_path, "import", str(file), "--json")[1])
    assert (again["added"], again["changed"], again["removed"]) == (0, 0, 0)
    assert run(tmp_path, "clear", "--yes")[0] == 0
    assert run(tmp_path, "list")[0] == 1


def test_a_list_with_mistakes_leaves_the_roster_alone(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    good.write_bytes(sheet([("1001", "张晓明", "总装", "")]))
    bad.write_bytes(sheet([("1001", "张晓明", "", ""), ("1001", "李红", "总装", "")]))
    assert run(tmp_path, "import", str(good))[0] == 0
    code, told = run(tmp_path, "import", str(bad), "--json")
    assert code == 1
    assert [f["place"] for f in json.loads(told)["findings"]] == ["C2", "A3"]
    assert run(tmp_path, "list", "--number", "1001")[0] == 0
