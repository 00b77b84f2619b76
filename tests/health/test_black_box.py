"""The black box: a ring of fixed size that a power cut cannot take away."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st

from kiosk.core.errors import StorageError
from kiosk.health.blackbox import SLOT, BlackBox, read

NOW = datetime(2026, 5, 1, 8, tzinfo=UTC)
facts = st.dictionaries(
    st.text("abcdefghij", min_size=1, max_size=20).filter(lambda k: k not in ("t", "e")),
    st.one_of(st.text(max_size=400), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans()),
    max_size=6,
)  # fmt: skip


def fill(path: Path, count: int, slots: int = 8) -> None:
    box = BlackBox(path, slots)
    for n in range(count):
        box.note("warning", NOW + timedelta(seconds=n), n=n)
    box.close()


def test_the_last_events_stay_and_the_file_does_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "box"
    fill(path, 30)
    assert [e.facts["n"] for e in read(path)] == list(range(22, 30))
    assert path.stat().st_size == 8 * SLOT


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "box"
    for _ in range(3):
        fill(path, 3)
    assert [e.number for e in read(path)] == list(range(2, 10))


def test_any_text_editor_shows_it(tmp_path: Path) -> None:
    box = BlackBox(tmp_path / "box", 4)
    box.note("error", NOW, said="磁盘满了", durable=True)
    box.close()
    lines = (tmp_path / "box").read_text("utf-8").splitlines()
    assert len(lines) == 4 and "磁盘满了" in lines[0]
    assert read(tmp_path / "box")[0].line() == "2026-05-01 08:00:00Z error said=磁盘满了"


def test_a_torn_slot_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "box"
    fill(path, 8)
    whole = path.read_bytes()
    for cut in range(0, SLOT - 1, 17):
        torn = whole[: 3 * SLOT + cut] + b"\0" * (SLOT - cut) + whole[4 * SLOT :]
        path.write_bytes(torn)
        assert [e.number for e in read(path)] == [1, 2, 3, 5, 6, 7, 8]
    fill(path, 1)
    assert read(path)[-1].number == 9


@pytest.mark.parametrize("junk", [b"", b"x" * 100, b"\0" * 8 * SLOT, os.urandom(8 * SLOT)])
def test_a_damaged_file_is_written_over(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "box"
    path.write_bytes(junk)
    fill(path, 2)
    assert [e.facts["n"] for e in read(path)] == [0, 1]


def test_a_folder_that_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StorageError, match="BLACK_BOX"):
        BlackBox(tmp_path / "file" / "box")
    assert read(tmp_path / "nowhere") == ()


@budget(max_examples=60)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=30), facts), min_size=1, max_size=12))
def test_whatever_is_noted_fits_and_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple[str, dict[str, Any]]]
) -> None:
    path = tmp_path_factory.mktemp("box") / "box"
    box = BlackBox(path, 8)
    for event, said in events:
        box.note(event, NOW, **{k: v for k, v in said.items() if k not in ("now", "event", "durable")})
    box.close()
    found = read(path)
    assert [e.number for e in found] == list(range(max(1, len(events) - 7), len(events) + 1))
    assert path.stat().st_size == 8 * SLOT
    assert [e.event for e in found] == [event[:16] for event, _ in events][-8:]


@budget(max_examples=100)
@given(st.binary(max_size=4 * SLOT))
def test_any_bytes_are_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("box") / "box"
    path.write_bytes(content)
    assert read(path) == ()
