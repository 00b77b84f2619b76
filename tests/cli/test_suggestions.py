"""`kiosk office` and `kiosk suggestions` as an office types them."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import python_calamine

from kiosk.cli import main
from kiosk.core import receipt as receipt_code
from kiosk.core.demokey import DEMO_KEY
from kiosk.kinds.suggestion import code, letter
from kiosk.kinds.suggestion.letter import Letter
from kiosk.records import Record, RecordBook
from kiosk.reports.xlsx import HEAD
from kiosk.samples import content_folder
from kiosk.sealing import OfficeKey, load_key, seal

Run = Callable[..., "Said"]
PASSPHRASE = "a passphrase of the office"


class Said:
    """What a command said."""

    def __init__(self, out: str, err: str) -> None:
        self.out, self.err = out, err


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    for name in [n for n in os.environ if n.startswith("KIOSK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def run(*words: object, code: int = 0) -> Said:
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main([*map(str, words)])
        said = capsys.readouterr()
        assert int(done.value.code or 0) == code, said.out + said.err
        assert "Traceback" not in said.out + said.err
        return Said(said.out, said.err)

    return run


def put(book: RecordBook, payload: Mapping[str, object]) -> None:
    """One record of the box."""
    book.append(Record("v", "suggestions/box", "suggestion", 1, datetime.now(UTC), 1.0, True, payload))


def write(book: Path, *letters: Letter, key: str = DEMO_KEY, extra: tuple[Mapping[str, object], ...] = ()) -> None:
    """A kiosk's record book with these letters."""
    made = RecordBook(book)
    try:
        for told in letters:
            sealed = base64.b64encode(seal(letter.pack(told), OfficeKey.parse(key))).decode()
            put(made, {"event": "letter", "sealed": sealed, "key": key[-7:], "day": told.day})
        for payload in extra:
            put(made, payload)
    finally:
        made.close()


def some(text: str, **more: str) -> Letter:
    given = {"topic": "canteen", "code": receipt_code.new_code(), "box": "suggestions/box", "day": "2026-11-20", **more}
    return Letter(text=text, **given)  # type: ignore[arg-type]


@pytest.fixture
def box(tmp_path: Path) -> Path:
    shutil.copytree(content_folder() / "suggestions", tmp_path / "pack")
    return tmp_path / "pack"


# --- the key ----------------------------------------------------------------------------------------------------------


def test_a_new_key_is_shown_and_never_replaced(kiosk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "nobody is here to be asked" in kiosk("office", "key", "new", "office.key", code=78).err
    monkeypatch.setenv("KIOSK_PASSPHRASE", PASSPHRASE)
    made = kiosk("office", "key", "new", "office.key").out.split("\n")[0]
    assert str(OfficeKey.parse(made)) == made
    monkeypatch.delenv("KIOSK_PASSPHRASE")
    assert kiosk("office", "key", "show", "office.key").out.strip() == made, "the public half needs no passphrase"
    assert json.loads(kiosk("office", "key", "show", "office.key", "--json").out)["public"] == made
    before = Path("office.key").read_bytes()
    assert "not replaced" in kiosk("office", "key", "new", "office.key", code=74).err
    assert Path("office.key").read_bytes() == before and Path("office.key").stat().st_mode & 0o077 == 0
    assert load_key(Path("office.key"), PASSPHRASE)
    assert "not a readable office key" in kiosk("office", "key", "show", "nowhere", code=74).err


def test_the_demonstration_key_is_the_one_of_the_sample_box(kiosk: Run, box: Path) -> None:
    said = kiosk("office", "key", "demo", "demo.key")
    assert said.out.split("\n")[0] == DEMO_KEY and "Everybody has this key" in said.out
    assert DEMO_KEY in (box / "suggestions/box/index.md").read_text("utf-8")
    assert kiosk("office", "key", "demo", "demo.key", code=74).err


# --- opening ----------------------------------------------------------------------------------------------------------


def test_letters_are_opened_with_the_key_only(kiosk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_PASSPHRASE", PASSPHRASE)
    key = kiosk("office", "key", "new", "office.key").out.split("\n")[0]
    told = some("锅炉房的扶手断了\n请来看看", name="欧阳锻", phone="13900000001")
    write(Path("records.db"), told, some("没有留名的一条"), key=key, extra=({"event": "rating", "rated": "1:5"},))
    said = kiosk("suggestions", "open", "--key", "office.key", "--from", "records.db")
    assert (
        "    锅炉房的扶手断了\n    请来看看\n" in said.out
        and "欧阳锻 13900000001" in said.out
        and "no name" in said.out
    )
    assert "-".join(receipt_code.groups(told.code)) in said.out and "2 suggestions from 1 record books" in said.err
    monkeypatch.setenv("KIOSK_PASSPHRASE", "a wrong passphrase")
    assert (
        "wrong passphrase" in kiosk("suggestions", "open", "--key", "office.key", "--from", "records.db", code=77).err
    )
    monkeypatch.delenv("KIOSK_PASSPHRASE")
    kiosk("office", "key", "demo", "other.key")
    other = kiosk("suggestions", "open", "--key", "other.key", "--from", "records.db")
    assert "锅炉房" not in other.out and "2 cannot be opened" in other.err


def test_a_folder_of_books_counts_every_letter_once(kiosk: Run, tmp_path: Path) -> None:
    kiosk("office", "key", "demo", "demo.key")
    stick = tmp_path / "stick"
    for name in ("gate", "canteen"):
        (stick / name).mkdir(parents=True)
        write(stick / name / "records.db", some(f"{name}的一条"))
    shutil.copytree(stick / "gate", stick / "gate again")
    (stick / "notes.db").write_bytes(b"not a database at all, but a file of that name" * 40)
    sqlite3.connect(stick / "other.db").executescript("CREATE TABLE t (x)").connection.close()
    answer = json.loads(kiosk("suggestions", "open", "--key", "demo.key", "--from", stick, "--json").out)
    assert sorted(found["text"] for found in answer["letters"]) == ["canteen的一条", "gate的一条"]
    assert [Path(b["file"]).name for b in answer["broken"]] == ["notes.db"] and answer["foreign"] == 0
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no readable record book" in kiosk("suggestions", "open", "--key", "demo.key", "--from", empty, code=74).err


def test_opening_changes_nothing_on_the_stick(kiosk: Run, tmp_path: Path) -> None:
    kiosk("office", "key", "demo", "demo.key")
    (tmp_path / "stick").mkdir()
    write(tmp_path / "stick/records.db", some("一条"))
    before = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (tmp_path / "stick").iterdir()}
    kiosk("suggestions", "open", "--key", "demo.key", "--from", tmp_path / "stick")
    after = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (tmp_path / "stick").iterdir()}
    assert {n: h for n, h in after.items() if not n.endswith(("-shm", "-wal"))} == before


def test_a_changed_letter_and_a_strange_one_are_counted(kiosk: Run) -> None:
    kiosk("office", "key", "demo", "demo.key")
    junk = base64.b64encode(seal(b"[1, 2]", OfficeKey.parse(DEMO_KEY))).decode()
    extra = ({"event": "letter", "sealed": "AAAA"}, {"event": "letter", "sealed": "no base64!"}, {"event": "letter", "sealed": junk})  # fmt: skip
    write(Path("records.db"), some("好的一条"), extra=extra)
    said = kiosk("suggestions", "open", "--key", "demo.key", "--from", "records.db")
    assert "好的一条" in said.out and "2 cannot be opened" in said.err


# --- the register -----------------------------------------------------------------------------------------------------


@pytest.fixture
def letters(kiosk: Run) -> tuple[Letter, ...]:
    kiosk("office", "key", "demo", "demo.key")
    found = (
        some(
            "=HYPERLINK(1)", code=receipt_code.with_check("SAMPKE22"), name="+甲", number="00123", phone="13900000001"
        ),
        some("第一行\n第二行", day=""),
    )
    write(Path("records.db"), *found)
    return found


def test_the_register_is_a_workbook_with_typed_cells(kiosk: Run, letters: tuple[Letter, ...], box: Path) -> None:
    kiosk(
        "suggestions", "export", "--key", "demo.key", "--from", "records.db", "--box", box, "--out", "out/register.xlsx"
    )
    rows = python_calamine.CalamineWorkbook.from_path("out/register.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Suggestions"
    head, *told = rows[HEAD:]
    first = dict(zip(head, told[0], strict=True))
    assert len(told) == 2 and (first["No."], first["Case"], first["Topic"]) == (1, "2026-001", "食堂")
    assert (first["Date"], first["Answered"]) == (date(2026, 11, 20), date(2026, 11, 18))
    assert (first["Suggestion"], first["Name"]) == ("=HYPERLINK(1)", "+甲")
    assert first["Worker no."] == "00123", "leading zeros stay"
    assert (first["State"], first["Taken by"]) == ("adopted, solved", "后勤科")
    with zipfile.ZipFile("out/register.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet and f'ref="A{HEAD + 1}:P{HEAD + 3}"' in sheet and "<f>" not in sheet, (
        "nothing is a formula"
    )
    assert Path("out/register.xlsx").stat().st_mode & 0o077 == 0, "words of people are for the officer only"


def test_the_register_as_csv_opens_in_excel_and_runs_nothing(kiosk: Run, letters: tuple[Letter, ...]) -> None:
    said = kiosk(
        "suggestions", "export", "--key", "demo.key", "--from", "records.db", "--out", "register.csv", "--json"
    )
    assert json.loads(said.out)["rows"] == 2
    data = Path("register.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) == 3 and rows[1][7] == "'=HYPERLINK(1)" and rows[1][3] == "'+甲" and rows[2][7] == "第一行\n第二行"
    assert "neither" in kiosk("suggestions", "export", "--key", "demo.key", "--from", "records.db", "--out", "a.doc", code=78).err  # fmt: skip
    Path("file").write_text("")
    kiosk("suggestions", "export", "--key", "demo.key", "--from", "records.db", "--out", "file/a.csv", code=74)


# --- answering --------------------------------------------------------------------------------------------------------


def test_an_answer_goes_into_the_pack_and_is_found_by_its_receipt(kiosk: Run, box: Path) -> None:
    made = receipt_code.new_code()
    typed = "-".join(receipt_code.groups(made)).lower()
    said = kiosk("suggestions", "answer", box, "--receipt", typed, "--topic", "safety", "--problem", "锅炉房扶手断了")
    assert "Added 2026-007" in said.out and "Raise version" in said.out
    done = kiosk("suggestions", "answer", box, "--receipt", typed, "--state", "solved", "--owner", "维修班",
                 "--measure", "换了一截", "--answer", "当天换好了。", "--json")  # fmt: skip
    case = json.loads(done.out)["case"]
    today = date.today().isoformat()  # noqa: DTZ011
    assert (case["id"], case["state"], case["answered"], case["closed"]) == ("2026-007", "solved", today, today)
    assert case["receipts"] == [code.public_hash(made)] and not json.loads(done.out)["added"]
    text = (box / "suggestions/box/cases.yaml").read_text("utf-8")
    assert made not in text and typed not in text
    assert kiosk("pack", "check", box).out.endswith("1 items, 0 mistakes, 1 warnings.\n")
    other = receipt_code.new_code()
    kiosk("suggestions", "answer", box, "--id", "2026-007", "--receipt", other)
    assert "in case 2026-007 already" in kiosk("suggestions", "answer", box, "--id", "2026-004", "--receipt", other, code=65).err  # fmt: skip


def test_mistakes_are_said_and_nothing_is_written(kiosk: Run, box: Path) -> None:
    before = (box / "suggestions/box/cases.yaml").read_bytes()
    assert "wrong character" in kiosk("suggestions", "answer", box, "--receipt", "ABCDEFGHJ", code=65).err
    assert (
        "“owner” is missing" in kiosk("suggestions", "answer", box, "--id", "2026-004", "--state", "taken", code=65).err
    )
    assert "no topic" in kiosk("suggestions", "answer", box, "--topic", "x", "--problem", "y", code=65).err
    kiosk("suggestions", "answer", box, "--state", "done", code=64)
    assert (box / "suggestions/box/cases.yaml").read_bytes() == before
    (box.parent / "empty").mkdir()
    assert "no suggestion box" in kiosk("suggestions", "answer", box.parent / "empty", code=65).err


def test_a_declined_suggestion_can_be_opened_again(kiosk: Run, box: Path) -> None:
    again = kiosk("suggestions", "answer", box, "--id", "2026-006", "--state", "taken", "--owner", "后勤科", "--json")
    case = json.loads(again.out)["case"]
    assert (case["state"], case["closed"], case["answer"][:4]) == ("taken", "", "人数太少")
