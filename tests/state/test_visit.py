"""One visitor's choices, and that nothing of them outlives the visit."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kiosk.state.visit import MEDIUM, Visit


@pytest.fixture
def visit(qapp: object) -> Visit:
    return Visit("zh")


def test_choices_are_told_once(visit: Visit, qtbot: QtBot) -> None:
    said: list[str] = []
    visit.langChanged.connect(lambda: said.append(visit.lang))
    visit.readSizeChanged.connect(lambda: said.append(str(visit.readSize)))
    visit.nightChanged.connect(lambda: said.append(str(visit.night)))
    for _ in range(2):
        visit.setLang("en")
        visit.setReadSize(3)
        visit.setNight(True)
    assert said == ["en", "3", "True"]


@pytest.mark.parametrize(("asked", "got"), [(-1, 0), (0, 0), (3, 3), (4, 3), (99, 3)])
def test_text_sizes_have_ends(visit: Visit, asked: int, got: int) -> None:
    visit.setReadSize(asked)
    assert visit.readSize == got


@pytest.mark.parametrize("lang", ["", "de", "ZH", "zh_CN"])
def test_other_languages_are_not_there(visit: Visit, lang: str) -> None:
    visit.setLang(lang)
    assert visit.lang == "zh"


def test_standard_leaves_the_language(visit: Visit) -> None:
    visit.setLang("en")
    visit.setReadSize(3)
    visit.setNight(True)
    visit.standard()
    assert (visit.lang, visit.readSize, visit.night) == ("en", MEDIUM, False)


@pytest.mark.parametrize("home", ["zh", "en"])
def test_the_next_visitor_finds_a_fresh_kiosk(qapp: object, qtbot: QtBot, home: str) -> None:
    visit = Visit("en" if home == "en" else "zh")
    before = visit.id
    visit.setLang("zh" if home == "en" else "en")
    visit.setReadSize(0)
    visit.setNight(True)
    with qtbot.waitSignal(visit.began):
        visit.reset()
    assert (visit.lang, visit.readSize, visit.night) == (home, MEDIUM, False)
    assert visit.id != before
