"""Search as a visitor does it: real touches on the drawn keys of the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from .hall import Hall

pytestmark = [pytest.mark.qt_log_ignore("PopupList|pipewire|PulseAudio")]


def test_three_initials_find_a_person(hall: Hall) -> None:
    assert hall.find("search.start")
    hall.search("wjx")
    assert hall.names("result.") == ["result.people/wang-jinxi"]
    assert hall.said("search.query") == "wjx"
    assert hall.said("search.count") == "找到 1 位"


def test_a_whole_name_in_pinyin_is_found_before_anything_is_chosen(hall: Hall) -> None:
    hall.type("wangshunyou")
    hall.wait(lambda: hall.names("result.") == ["result.people/wang-shunyou"])


def test_the_first_candidate_is_taken_and_found_in_the_texts(hall: Hall) -> None:
    hall.type("gonghui")
    hall.wait(hall.candidates)
    assert hall.candidates()[0] == "工会"
    hall.tap("candidate.0")
    hall.wait(lambda: hall.said("search.query") == "工会")
    hall.wait(lambda: hall.names("result.") == ["result.people/gonghui"])


def test_clear_empties_the_field_while_composing_and_after(hall: Hall) -> None:
    hall.type("gonghui")
    hall.tap("key.clear")
    hall.wait(lambda: hall.said("search.query") == "" and hall.find("search.start"))
    hall.type("gonghui")
    hall.choose("工会")
    hall.wait(lambda: hall.said("search.query") == "工会")
    hall.tap("key.clear")
    hall.wait(lambda: hall.said("search.query") == "" and hall.find("search.start"))


def test_nothing_found_says_what_to_do(hall: Hall) -> None:
    hall.type("zzxq")
    hall.wait(lambda: hall.find("search.nothing"))
    assert "zzxq" in str(hall.find("search.nothing").property("title"))  # type: ignore[union-attr]
    assert not hall.names("result.")


def test_sixty_results_are_paged_by_arrow_and_by_swipe(hall: Hall) -> None:
    hall.search("lh")
    hall.wait(lambda: "共 30 页" in hall.said("search.count"))
    first = hall.place("result.people/li-00")
    hall.tap("search.next")
    hall.wait(lambda: "第 2 页" in hall.said("search.count"))
    hall.wait(lambda: hall.find("result.people/li-02") and hall.place("result.people/li-02") == first)
    middle = first.center().toPoint()
    hall.swipe(middle + QPoint(400, 0), middle - QPoint(150, 0))
    hall.wait(lambda: hall.find("result.people/li-04") and hall.place("result.people/li-04") == first)
    assert "第 3 页" in hall.said("search.count")
    hall.tap("search.previous")
    hall.wait(lambda: "第 2 页" in hall.said("search.count"))


def test_figures_and_plain_letters_can_be_typed(hall: Hall) -> None:
    hall.tap("key.page")
    hall.wait(lambda: hall.find("key.1"))
    hall.type("12")
    hall.tap("key.page")
    hall.wait(lambda: hall.find("key.a"))
    hall.tap("key.language")
    hall.type("ab")
    hall.tap("key.erase")
    hall.wait(lambda: hall.said("search.query") == "12a")
    assert not hall.candidates()


def test_a_result_opens_and_back_finds_the_letters_still_there(hall: Hall) -> None:
    hall.search("wang")
    assert len(hall.names("result.")) == 2
    hall.tap("result.people/wang-jinxi")
    hall.wait(lambda: hall.app.shell.page.name == "story" and not hall.names("key."))
    hall.app.shell.back()
    hall.wait(lambda: hall.names("key."))
    assert hall.said("search.query") == "wang"
    assert len(hall.names("result.")) == 2


def test_the_red_key_opens_the_only_result(hall: Hall) -> None:
    hall.search("wjx")
    hall.tap("key.confirm")
    hall.wait(lambda: hall.app.shell.page.name == "story")


def test_what_a_visitor_typed_is_not_learned(hall: Hall) -> None:
    hall.type("mengtaihao")
    hall.wait(hall.candidates)
    assert hall.candidates()[0] != "孟泰号"
    for character in "孟泰号":
        hall.choose(character)
    hall.wait(lambda: hall.said("search.query") == "孟泰号")
    hall.tap("key.clear")
    hall.type("mengtaihao")
    hall.wait(hall.candidates)
    assert "孟泰号" not in hall.candidates()


def test_everything_touched_is_in_reach_and_wide_enough(hall: Hall) -> None:
    hall.search("lh")
    hall.wait(lambda: hall.find("search.next") and hall.candidates())
    touched = [n for p in ("key.", "result.", "candidates.", "search.next", "search.previous") for n in hall.names(p)]
    assert len(touched) > 35
    for name in touched:
        place = hall.place(name)
        assert place.top() >= 768 and place.bottom() <= 1768, name
        assert min(place.width(), place.height()) >= 72, name


def test_landscape_gives_the_keyboard_the_lower_part(hall: Hall) -> None:
    hall.window.resize(1920, 1080)
    hall.wait(lambda: hall.place("key.q").width() > 150)
    hall.search("lh")
    hall.wait(lambda: "共 15 页" in hall.said("search.count"))
    keys = hall.place("key.q").united(hall.place("key.confirm"))
    cards = hall.place("result.people/li-00").united(hall.place("result.people/li-03"))
    assert keys.top() > 956 - 490 and keys.bottom() <= 956
    assert cards.left() >= 756 and cards.bottom() < keys.top()


def test_an_english_visitor_begins_with_plain_letters(hall: Hall) -> None:
    hall.app.visit.setLang("en")
    hall.wait(lambda: hall.find("search.field") is None)
    hall.open_search()
    hall.search("wang")
    assert len(hall.names("result.")) == 2
    assert not hall.candidates()
