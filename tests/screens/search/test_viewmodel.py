from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.jobs import Err, Ok
from kiosk.screens.search.viewmodel import SearchViewModel
from kiosk.sdk.ui import Card
from kiosk.state.visit import Visit

STORY = Card("p/wjx", "story", "ok", "铁人", "王进喜", "", "founding", "oil", "", 0, 300, False, "", "")
QUIZ = Card("p/law", "quiz", "ok", "工会法", "工会法", "20 题", "", "", "", 0, 300, False, "", "")


class Shelf:
    """A library that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[[Any], None]]] = []

    def list(self, kind: str, lang: str, done: Callable[[Any], None]) -> None:
        done(Ok(((), {"oil": "石油"})))

    def search(self, words: str, lang: str, done: Callable[[Any], None]) -> None:
        self.asked.append((words, done))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def vm(qapp: Any, shelf: Shelf, opened: list[str]) -> SearchViewModel:
    return SearchViewModel(shelf, Visit(), opened.append)  # type: ignore[arg-type]


def test_typing_is_asked_once_it_rests(qtbot: Any, vm: SearchViewModel, shelf: Shelf) -> None:
    for letters in ("W", "W J", "W J X"):
        vm.ask("", letters)
    qtbot.waitUntil(lambda: bool(shelf.asked))
    assert [words for words, _ in shelf.asked] == ["wjx"]


def test_an_answer_to_older_words_is_dropped(vm: SearchViewModel, shelf: Shelf) -> None:
    vm.ask("w")
    vm.confirm()
    vm.ask("wj")
    vm.confirm()
    (_, older), (_, newer) = shelf.asked
    newer(Ok((STORY,)))
    older(Ok(()))
    assert vm.condition == "ok"
    assert vm.found[0]["name"] == "王进喜"


def test_a_person_is_shown_with_trade_and_era_and_a_quiz_with_its_second_title(
    vm: SearchViewModel, shelf: Shelf
) -> None:
    vm.ask("工")
    vm.confirm()
    shelf.asked[-1][1](Ok((STORY, QUIZ)))
    assert [card["note"] for card in vm.found] == ["石油\n五六十年代", "20 题"]
    assert vm.people is False


def test_confirm_opens_the_only_one_found_and_no_other(vm: SearchViewModel, shelf: Shelf, opened: list[str]) -> None:
    vm.ask("w")
    vm.confirm()
    shelf.asked[-1][1](Ok((STORY, QUIZ)))
    vm.confirm()
    assert opened == []
    vm.ask("wjx")
    vm.confirm()
    shelf.asked[-1][1](Ok((STORY,)))
    vm.confirm()
    assert opened == ["p/wjx"]


def test_after_an_error_confirm_asks_again(vm: SearchViewModel, shelf: Shelf) -> None:
    vm.ask("w")
    vm.confirm()
    shelf.asked[-1][1](Err(StorageError("X", Text("坏了", "broken"), Text("等等", "wait"))))
    assert vm.condition == "error"
    vm.confirm()
    shelf.asked[-1][1](Ok((STORY,)))
    assert vm.condition == "ok"


def test_an_emptied_field_is_the_start_again(vm: SearchViewModel, shelf: Shelf) -> None:
    vm.ask("zz")
    vm.confirm()
    shelf.asked[-1][1](Ok(()))
    assert vm.condition == "empty"
    vm.ask("")
    vm.confirm()
    assert vm.condition == "start"
    assert len(shelf.asked) == 1
