"""Who asked not to be known is not known in the office either, in whatever order the records come."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fleet_world import BY_KIND, NOW, PRIVATE, PUBLIC, contents, entry, make, share
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.cli import main
from kiosk.cli.results import carry
from kiosk.fleet.office import Office, acts, by_number, collect, entries, facts
from kiosk.fleet.office.read import Wanted
from kiosk.records import Record, open_book
from kiosk.records.entry import Entry
from kiosk.records.keeping import ERASED
from kiosk.settings import Settings

ZHOU, WU = "a1" * 16, "b2" * 16


def person(sequence: int, who: str, **more: object) -> Entry:
    payload = {
        "question": "q1",
        "right": True,
        "who": who,
        "shown": "周**" if who == ZHOU else "吴**",
        "others": [{"who": WU, "shown": "吴**"}],
    }
    return entry("hall-1", sequence, payload=payload | more, person=who, once=f"{who}-q1-{sequence}")


def gone(sequence: int, who: str) -> Entry:
    return entry("hall-1", sequence, kind="admin", uid="", payload={"act": ERASED, "detail": "2", "person": who})


BATCHES = [
    [person(1, ZHOU), person(2, WU)],
    [person(3, ZHOU), entry("hall-1", 4)],
    [gone(5, ZHOU), person(6, ZHOU)],
    [person(7, WU), gone(8, ZHOU)],
]


SEALED = [make("hall-1", number, batch).raw for number, batch in enumerate(BATCHES, 1)]


def gather(office: Office, place: Path, order: list[int]) -> None:
    folder = share(place) / "hall-1"
    folder.mkdir(exist_ok=True)
    for number in order:
        name = f"{number + 1:08d}-00000000.batch"
        (folder / name).write_bytes(SEALED[number])
        assert collect(office, [place], PRIVATE, BY_KIND, NOW).refused == []


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(4)))
def test_any_order_says_the_same_and_nobody_is_left(tmp_path_factory: pytest.TempPathFactory, order: list[int]) -> None:
    place = tmp_path_factory.mktemp("order")
    with closing(Office(place / "a.db")) as one, closing(Office(place / "b.db")) as other:
        gather(one, place / "a", order)
        gather(other, place / "b", [0, 1, 2, 3])
        assert contents(one) == contents(other)
        found = list(entries(one, "quiz"))
    assert ZHOU not in repr(found) and "周" not in repr(found)
    assert [e.person for e in found] == ["", WU, "", "", "", WU]
    stand_ins = {e.payload["who"] for e in found if e.sequence in (1, 3, 6)}
    assert len(stand_ins) == 1 and stand_ins.pop().startswith("nobody-")  # still one person, and nobody


def test_somebody_who_comes_again_afterwards_is_known_again(office: Office, tmp_path: Path) -> None:
    gather(office, tmp_path, [0, 1, 2])
    assert [e.person for e in entries(office, "quiz")] == ["", WU, "", "", ZHOU]


def test_counts_stay(office: Office, tmp_path: Path) -> None:
    gather(office, tmp_path, [0, 1])
    day = datetime(2026, 5, 1, tzinfo=UTC).date()
    wanted = Wanted(day.replace(day=1), day.replace(day=31), keep=frozenset({"measure", "key"}))
    before = sorted(facts(office, wanted), key=repr)
    gather(office, tmp_path, [2])
    after = {(f.measure, f.key): f.count for f in facts(office, wanted)}
    assert all(after[f.measure, f.key] >= f.count for f in before)


def test_by_what_a_record_says(office: Office, tmp_path: Path) -> None:
    named = [
        person(1, ZHOU, number="A-1207", name="周明", phone="13800001111"),
        person(2, ZHOU),
        person(3, WU, number="A-12070"),
        entry("hall-1", 4, payload={"case": {"contact": " a-1207 ", "who": ZHOU}, "text": "A-1207 is in the text"}),
    ]
    (share(tmp_path) / "hall-1").mkdir()
    (share(tmp_path) / "hall-1/00000001-00000000.batch").write_bytes(make("hall-1", 1, named).raw)
    collect(office, [tmp_path], PRIVATE, BY_KIND, NOW)
    assert by_number(office, "nobody-there", NOW) == 0
    assert by_number(office, "1", NOW) == 0
    assert by_number(office, "ａ-1207", NOW) == 3
    found = {e.sequence: e for e in entries(office, "quiz")}
    assert ZHOU not in repr(found) and "周明" not in repr(found) and "13800001111" not in repr(found)
    assert (found[1].person, found[2].person, found[3].person) == ("", "", WU)
    assert found[3].payload["number"] == "A-12070"
    assert found[4].payload["case"]["contact"] == ""
    assert [(act.act, act.detail) for act in acts(office)].count((ERASED, "3")) == 1


def test_an_erasure_on_the_kiosk_reaches_the_office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, place = tmp_path / "kiosk", share(tmp_path / "stick").parents[1]
    with closing(open_book(data / "records.db")) as book:
        who = book.ask(lambda pages: pages.person("A-1207"))
        book.append(
            Record("v", "may/quiz", "quiz", 1, NOW, 1.0, True, {"who": who, "shown": "周**"}, "A-1207", f"{who}-1")
        )
    chosen = Settings(data, office_key=str(PUBLIC))
    assert carry(place, chosen, force=True).error is None
    with closing(Office(tmp_path / "office.db")) as office:
        collect(office, [place], PRIVATE, BY_KIND, NOW)
        assert [e.person for e in entries(office, "quiz")] == [who]
    typed(monkeypatch, ["records", "erase", "A-1207", "--yes", "--data", str(data)])
    assert carry(place, chosen, force=True).error is None
    with closing(Office(tmp_path / "office.db")) as office:
        collect(office, [place], PRIVATE, BY_KIND, NOW)
        (left,) = entries(office, "quiz")
    assert (left.person, left.payload["shown"]) == ("", "") and who not in repr(left)
    capsys.readouterr()
    typed(monkeypatch, ["fleet", "erase", "A-1207", "--yes", "--db", str(tmp_path / "office.db"), "--json"], 1)
    assert json.loads(capsys.readouterr().out) == {"erased": 0}
    typed(monkeypatch, ["fleet", "audit", "--db", str(tmp_path / "office.db"), "--json"])
    (act,) = json.loads(capsys.readouterr().out)
    assert (act["act"], act["detail"]) == (ERASED, "0")
    typed(monkeypatch, ["fleet", "audit", "--db", str(tmp_path / "office.db")])
    assert "erased a person, records 0" in capsys.readouterr().out


def typed(monkeypatch: pytest.MonkeyPatch, words: list[str], code: int = 0) -> None:
    run: Callable[[list[str]], object] = main
    monkeypatch.setenv("KIOSK_LANG", "en")
    with pytest.raises(SystemExit) as done:
        run(words)
    assert int(done.value.code or 0) == code
