"""Reports on sticks: where they go, that they are read back, and what is said when they cannot be written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.core.errors import StorageError
from kiosk.fleet.folder import Folder
from kiosk.jobs import Err, Ok
from kiosk.packs.volumes import Volume
from kiosk.state import reportstick
from kiosk.state.reportstick import NAMED, PREPARED, Place, ReportStick, find, free_name, plain_name, put

BODY = b"report" * 1000


def volume(place: Path, device: str = "/dev/sdz1") -> Volume:
    place.mkdir(exist_ok=True)
    return Volume(place, device, device[-4:-1], removable=True)


def code(place: Place) -> str:
    with pytest.raises(StorageError) as raised:
        put(place, "a.csv", BODY)
    return raised.value.code


def test_the_folder_that_the_office_prepared_is_taken_first(tmp_path: Path) -> None:
    plain, prepared = volume(tmp_path / "a"), volume(tmp_path / "b", "/dev/sdy1")
    prepared.mount.joinpath(*PREPARED).mkdir(parents=True)
    assert find([plain, prepared]) == Place(prepared.mount, PREPARED)
    assert put(find([plain, prepared]), "一月.xlsx", BODY) == "outbox/reports/一月.xlsx"
    assert (prepared.mount / "outbox/reports/一月.xlsx").read_bytes() == BODY
    assert list(plain.mount.iterdir()) == []


def test_on_any_other_stick_a_named_folder_is_made_and_nothing_is_overwritten(tmp_path: Path) -> None:
    place = find([volume(tmp_path / "a")])
    assert [put(place, "一月.xlsx", BODY + bytes([n])) for n in range(3)] == [
        f"{NAMED}/一月{n}.xlsx" for n in ("", " (2)", " (3)")
    ]
    assert (place.mount / NAMED / "一月.xlsx").read_bytes() == BODY + b"\x00"


def test_without_a_stick_it_says_so(tmp_path: Path) -> None:
    fixed = Volume(tmp_path, "/dev/sda1", "sda", removable=False)
    for volumes in ([], [fixed]):
        with pytest.raises(StorageError) as raised:
            find(volumes)
        assert raised.value.code == "NO_STICK"


@pytest.mark.expect_log("kiosk.state.reportstick: a report could not be written")
@pytest.mark.parametrize(
    ("error", "expected"), [("ENOSPC", "STICK_FULL"), ("EROFS", "STICK_SHUT"), ("EIO", "STICK_GONE")]
)
def test_a_stick_that_refuses_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: str, expected: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(getattr(errno, error), error)

    monkeypatch.setattr(Folder, "write", refuse)
    assert code(find([volume(tmp_path / "a")])) == expected


@pytest.mark.expect_log("kiosk.state.reportstick: a report could not be written")
def test_a_stick_that_was_pulled_out_is_gone(tmp_path: Path) -> None:
    place = find([volume(tmp_path / "a")])
    place.mount.rmdir()
    assert code(place) == "STICK_GONE"


@pytest.mark.expect_log("kiosk.state.reportstick: a report could not be written")
def test_no_link_is_followed(tmp_path: Path) -> None:
    place, elsewhere = find([volume(tmp_path / "a")]), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (place.mount / NAMED).symlink_to(elsewhere)
    assert code(place) == "STICK_FOLDER"
    assert list(elsewhere.iterdir()) == []


def test_what_reads_back_otherwise_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = find([volume(tmp_path / "a")])
    monkeypatch.setattr(Folder, "read", lambda *_: b"something else")
    assert code(place) == "STICK_WRONG"
    assert list((place.mount / NAMED).iterdir()) == []


@given(st.text(max_size=200))
def test_every_name_fits_every_file_system(text: str) -> None:
    name = plain_name(f"{text}.xlsx")
    assert name.endswith(".xlsx")
    assert 0 < len(name) <= 85
    assert not set(name) & set('\\/:*?"<>|\n\t\x00')
    assert name.strip(" .") == name


@given(st.sets(st.sampled_from(["a.csv", "A.CSV", "a (2).csv", "a (3).csv"])))
def test_a_free_name_is_free(taken: set[str]) -> None:
    assert free_name("a.csv", taken).casefold() not in {name.casefold() for name in taken}


def test_it_answers_on_the_gui_thread_and_waits_for_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    stick = ReportStick(lambda: find([volume(tmp_path / "a")]))
    heard: list[object] = []
    stick.look(heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], Ok)
    stick.write(heard[0].value, "a.csv", BODY, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] == Ok(f"{NAMED}/a.csv")


def test_a_known_failure_is_an_answer(qtbot: QtBot) -> None:
    stick = ReportStick(lambda: find([]))
    heard: list[object] = []
    stick.look(heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Err)
    assert heard[0].error.code == "NO_STICK"
    assert reportstick.no_stick().message("zh") == heard[0].error.message("zh")
