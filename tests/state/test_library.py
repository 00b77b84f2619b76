"""What is on show: the newest generation, noticed while the kiosk runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from support.catalogs import Shelf, put_item
from support.house import owned_lanes

from kiosk.core.errors import StorageError
from kiosk.jobs import Err, Lanes, Ok
from kiosk.state import library as module
from kiosk.state.library import Library


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    with owned_lanes() as made:
        yield made


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(module, "WATCH_MS", 5)
    made = Shelf(tmp_path)
    put_item(made.pack("mw"), cover=True, line="一句话")
    return made


def answer(qtbot: QtBot, ask: Any) -> Any:
    got: list[Any] = []
    ask(got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def test_without_a_catalog_everything_is_empty(shelf: Shelf, lanes: Lanes, qtbot: QtBot) -> None:
    library = Library(shelf.folder, lanes, lanes)
    assert library.cards_for("zh") == ()
    assert answer(qtbot, lambda done: library.list(None, "zh", done)) == Ok(((), {}))
    assert answer(qtbot, lambda done: library.search("铁人", "zh", done)) == Ok(())
    assert answer(qtbot, lambda done: library.open("mw/wang", "zh", lambda o, c: (o, c), done)) == Ok((None, None))


def test_it_lists_opens_and_finds(shelf: Shelf, lanes: Lanes, qtbot: QtBot) -> None:
    shelf.build()
    library = Library(shelf.folder, lanes, lanes)
    cards, _ = answer(qtbot, lambda done: library.list("story", "zh", done)).value
    assert [c.uid for c in cards] == ["mw/wang"]
    assert answer(qtbot, lambda done: library.list("quiz", "zh", done)) == Ok(((), {}))
    assert [c.uid for c in answer(qtbot, lambda done: library.search("铁人", "zh", done)).value] == ["mw/wang"]
    title = answer(qtbot, lambda done: library.open("mw/wang", "zh", lambda o, _: o and o.document.header.title, done))
    assert title == Ok("铁人王进喜")


def test_a_new_generation_is_seen(shelf: Shelf, lanes: Lanes, qtbot: QtBot) -> None:
    shelf.build()
    library = Library(shelf.folder, lanes, lanes)
    library.watch()
    assert [c.title for c in library.cards_for("zh")] == ["铁人王进喜"]
    put_item(shelf.packs[0], cover=True, line="另一句", title="新题目")
    with qtbot.waitSignal(library.changed):
        shelf.build()
    assert [c.title for c in library.cards_for("zh")] == ["新题目"]
    assert library.snapshot.generation == 2
    cards, _ = answer(qtbot, lambda done: library.list(None, "zh", done)).value
    assert [c.title for c in cards] == ["新题目"]


def test_the_first_content_is_seen(shelf: Shelf, lanes: Lanes, qtbot: QtBot) -> None:
    library = Library(shelf.folder, lanes, lanes)
    library.watch()
    with qtbot.waitSignal(library.changed):
        shelf.build()
    assert len(library.cards_for("zh")) == 1


def test_the_same_content_is_not_news(shelf: Shelf, lanes: Lanes, qtbot: QtBot) -> None:
    shelf.build()
    library = Library(shelf.folder, lanes, lanes)
    library.watch()
    for _ in range(3):
        with qtbot.assertNotEmitted(library.changed), qtbot.waitSignal(lanes.idle):
            pass


def test_cards_are_in_the_reader_s_language_each_once(shelf: Shelf, lanes: Lanes) -> None:
    put_item(shelf.packs[0], "wang", "en", cover=True, line="a line")
    put_item(shelf.packs[0], "xu", cover=True, line="一句话", title="许振超", order=2000)
    shelf.build()
    library = Library(shelf.folder, lanes, lanes)
    assert [c.title for c in library.cards_for("en")] == ["Iron Man Wang", "许振超"]
    assert [c.title for c in library.cards_for("zh")] == ["铁人王进喜", "许振超"]


def test_a_lost_catalog_is_an_error_and_not_a_wait_without_end(shelf: Shelf, lanes: Lanes, qtbot: QtBot) -> None:
    shelf.build()
    library = Library(shelf.folder, lanes, lanes)
    (shelf.folder / "catalog-1.db").unlink()
    result = answer(qtbot, lambda done: library.list(None, "zh", done))
    assert isinstance(result, Err) and isinstance(result.error, StorageError)
