"""What the tour shows, in order. Each scene is a name and what a visitor does to get there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem

from kiosk.tour import (
    across,
    ballots,
    duty,
    lanterns,
    laws,
    lectures,
    lessons,
    livestage,
    onstage,
    quizmodes,
    reports,
    studios,
    suggestions,
    surveys,
)
from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand
from kiosk.tour.stick import PIN, TourDuty, enter_pin

if TYPE_CHECKING:
    from kiosk.app import App


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture.

    Args:
        name: of the file.
        act: how a visitor gets there from the scene before.
        still: wait until nothing moves (not while a film plays).
    """

    name: str
    act: Callable[[App, Hand], None]
    still: bool = True


def scenes() -> list[Scene]:
    """All of them."""
    return [
        Scene("01-attract", lambda a, h: h.wait(lambda: h.find("attract"), "the attract loop")),
        Scene("02-home", _wake),
        Scene("03-catalog", lambda a, h: _go(h, "home.door", "catalog.grid")),
        Scene("04-catalog-era", lambda a, h: h.touch("chip.era.reform")),
        Scene("05-catalog-scrolled", _scroll_catalog),
        Scene("06-story-top", _open_story),
        Scene("07-story-middle", lambda a, h: _page_down(h, 2)),
        Scene("08-story-picture-zoomed", _zoom),
        Scene("09-story-listening", _listen),
        Scene("10-story-end", _to_end),
        Scene("11-listening-elsewhere", lambda a, h: _go(h, "nav.home", "home.door")),
        Scene("12-text-size", _large_text),
        Scene("13-story-large", _story_large),
        Scene("13-lowered-panel", _lower),
        Scene("13-lowered-home", _lowered),
        Scene("13-lowered-catalog", lambda a, h: _go(h, "home.door", "catalog.grid")),
        Scene("14-night-home", _night),
        Scene("15-night-story", _story),
        Scene("16-search-start", _search),
        Scene("17-search-found", _type_initials),
        Scene("18-search-nothing", _type_nonsense),
        Scene("19-segments", lambda a, h: _room(a, h, "room.segment")),
        Scene("20-segment-playing", _play, still=False),
        Scene("21-segment-captions-later", _caption, still=False),
        Scene("22-audio", _audio, still=False),
        Scene("23-quizzes", lambda a, h: _room(a, h, "room.quiz")),
        Scene("24-quiz-start", _quiz),
        Scene("25-quiz-question", lambda a, h: _go(h, "quiz.go", "quiz.question")),
        Scene("26-quiz-chosen", _choose),
        Scene("27-quiz-answered", _answer),
        Scene("28-quiz-another", _next_question),
        Scene("29-quiz-result", _finish_quiz),
        Scene("29-quiz-modes", _quiz_modes),
        Scene("29-quiz-modes-2-sign", quizmodes.sign_in),
        Scene("29-quiz-modes-3-gate", quizmodes.begin_gate),
        Scene("29-quiz-modes-4-result", quizmodes.end_gate),
        Scene("29-quiz-modes-5-board", quizmodes.show_board),
        Scene("29-quiz-modes-6-duel", quizmodes.stand_ready),
        Scene("29-quiz-modes-7-covered", quizmodes.cover, still=False),
        Scene("29-quiz-modes-8-revealed", quizmodes.reveal, still=False),
        Scene("29-quiz-modes-9-draw", quizmodes.show_draw),
        Scene("29-quiz-modes-9-draw-2-people", quizmodes.two_people),
        Scene("29-quiz-modes-9-draw-3-code", quizmodes.ask_code),
        Scene("29-quiz-modes-a-relay", quizmodes.run_relay, still=False),
        Scene("29a-riddles", lambda a, h: _room(a, h, "room.riddle")),
        Scene("29b-riddle-wall", _lanterns),
        Scene("29c-riddle-open", lanterns.open_lantern),
        Scene("29d-riddle-written", lanterns.write_answer),
        Scene("29e-riddle-answered", lanterns.show_answer),
        Scene("29f-riddle-long", lanterns.long_riddle),
        Scene("29g-riddle-wall-done", lanterns.finish),
        Scene("29l-laws", lambda a, h: _room(a, h, "room.document")),
        Scene("29l-law-contents", laws.contents),
        Scene("29l-law-pad", laws.pad),
        Scene("29l-law-article", laws.article),
        Scene("29l-law-search", laws.keyboard),
        Scene("29l-law-found", laws.found),
        Scene("29l-law-match", laws.match),
        Scene("29l-law-annex", laws.annex),
        Scene("29l-law-changed", laws.holidays),
        Scene("29l-law-compared", laws.compared),
        Scene("29l-lectures", lambda a, h: _room(a, h, "room.lecture")),
        Scene("29l-lecture-order", lectures.order),
        Scene("29l-lecture-order-2-further", lectures.further),
        Scene("29l-lecture-order-3-deck", lectures.deck),
        Scene("29s-surveys", lambda a, h: _room(a, h, "room.survey")),
        Scene("29s-survey-start", _survey),
        Scene("29s-survey-single", surveys.choose),
        Scene("29s-survey-scale", surveys.scale),
        Scene("29s-survey-several", surveys.several),
        Scene("29s-survey-matrix", surveys.matrix),
        Scene("29s-survey-number", surveys.number),
        Scene("29s-survey-ranking", surveys.ranking),
        Scene("29s-survey-text", surveys.text),
        Scene("29s-survey-review", surveys.review),
        Scene("29s-survey-thanks", surveys.thanks),
        Scene("29s-survey-results", surveys.results),
        Scene("29t-lessons", lambda a, h: _room(a, h, "room.lesson")),
        Scene("29t-lesson-1-start", _lesson),
        Scene("29t-lesson-2-number", lessons.number),
        Scene("29t-lesson-3-learn", lessons.learn),
        Scene("29t-lesson-4-ask", lessons.ask),
        Scene("29t-lesson-5-wrong", lessons.wrong),
        Scene("29t-lesson-6-right", lessons.right),
        Scene("29t-lesson-7-order", lessons.order),
        Scene("29t-lesson-7-ordered", lessons.ordered),
        Scene("29t-lesson-8-finish", lessons.finish),
        Scene("29t-lesson-9-certificate", lessons.certificate),
        Scene("29v-votes", lambda a, h: _room(a, h, "room.vote")),
        Scene("29v-vote-1-gallery", _contest),
        Scene("29v-vote-2-number", ballots.ask_number),
        Scene("29v-vote-3-confirm", ballots.confirm),
        Scene("29v-vote-4-given", ballots.vote),
        Scene("29v-vote-5-wall", ballots.show_wall),
        Scene("29v-vote-5b-hall", ballots.show_hall),
        Scene("29v-vote-6-poem", _poem),
        Scene("29v-vote-7-form", _nomination),
        Scene("29v-vote-8-nominated", ballots.nominate),
        Scene("29x-suggestions", lambda a, h: _room(a, h, "room.suggestion")),
        Scene("29x-suggestion-1-list", _suggestions),
        Scene("29x-suggestion-2-case", suggestions.case),
        Scene("29x-suggestion-3-topics", suggestions.topics),
        Scene("29x-suggestion-4-sentences", suggestions.sentences),
        Scene("29x-suggestion-4-typed", suggestions.keyboard),
        Scene("29x-suggestion-5-contact", suggestions.contact),
        Scene("29x-suggestion-6-review", suggestions.review),
        Scene("29x-suggestion-7-receipt", suggestions.receipt),
        Scene("29x-suggestion-8-wrong", suggestions.lookup),
        Scene("29x-suggestion-9-found", suggestions.found),
        Scene("29y-studios", lambda a, h: _room(a, h, "room.studio")),
        Scene("29y-studio-01-front", _studio),
        Scene("29y-studio-02-results", studios.results),
        Scene("29y-studio-03-tree", studios.tree),
        Scene("29y-studio-04-people", studios.people),
        Scene("29y-studio-05-numbers", studios.numbers),
        Scene("29y-studio-06-pictures", studios.pictures),
        Scene("29y-studio-07-gallery", studios.gallery),
        Scene("29y-studio-08-near", studios.near),
        Scene("29y-studio-09-describe", studios.describe),
        Scene("29y-studio-10-typing", studios.typing),
        Scene("29y-studio-11-contact", studios.contact),
        Scene("29y-studio-12-review", studios.review),
        Scene("29y-studio-13-receipt", studios.receipt),
        Scene("29z-across-1-playlist", _from_home(across.playlist)),
        Scene("29z-across-2-carry", across.carry),
        Scene("29z-across-3-next", across.onward),
        Scene("29z-across-4-law", _from_home(across.law)),
        Scene("29z-across-5-people", _from_home(across.people)),
        Scene("29z-across-6-trades", across.trades),
        Scene("29z-across-7-honours", across.honours),
        Scene("29z-across-8-later", across.later),
        Scene("30-minutes", _minutes),
        Scene("31-notice", _notice),
        Scene("32-unsupported", lambda a, h: _open(a, h, "tour/newer", "missing")),
        Scene("33-broken", lambda a, h: _open(a, h, "tour/broken", "missing")),
        Scene("34-gone", lambda a, h: _open(a, h, "tour/gone", "missing")),
        Scene("35-damaged-film", lambda a, h: _open(a, h, "tour/damaged", "segment.fault")),
        Scene("36-usb-sheet", _put_stick_in),
        Scene("37-pin-pad", _number_pad),
        Scene("38-usb-list", _stick_list),
        Scene("39-usb-copying", lambda a, h: _go_by_stick(a, h, "copying")),
        Scene("40-usb-done", lambda a, h: _go_by_stick(a, h, "done")),
        Scene("41-content", _content),
        Scene("41-duty-1-status", duty.status),
        Scene("41-duty-1-volume", duty.volume),
        Scene("41-duty-1-log", duty.logs),
        Scene("41-duty-1-log-before", duty.before),
        Scene("41-duty-2-setting", duty.settings),
        Scene("41-duty-3-line", duty.line),
        Scene("41-duty-4-trusted", duty.trusted),
        Scene("41-duty-4-network", duty.network),
        Scene("41-duty-4-who", duty.who),
        Scene("41-duty-5-touch", duty.selftest, still=False),
        Scene("41-duty-6-tested", duty.tested),
        Scene("41-duty-6-colours", duty.colours),
        Scene("41-duty-6-judged", duty.judged),
        Scene("41-duty-7-power", duty.power),
        Scene("41-duty-7-wiping", duty.wiping),
        *(Scene(f"41-duty-8-set-up-{n + 1:02}", partial(duty.wizard, step=n)) for n in range(duty.SET_UP)),
        Scene("41r-reports-1-list", _from_home(reports.listed)),
        Scene("41r-reports-2-workshops", reports.workshops),
        Scene("41r-reports-3-quizzes", reports.quizzes),
        Scene("41r-reports-4-table", reports.table),
        Scene("41r-reports-5-months", reports.months),
        Scene("41r-reports-6-formats", reports.formats),
        Scene("41r-reports-7-written", reports.written),
        Scene("41r-reports-8-ledger", reports.ledger),
        Scene("41r-reports-9-line", reports.line),
        Scene("41r-reports-9-typing", reports.typing),
        Scene("42-still-there", _still_there),
        Scene("43-attract-again", _leave),
        *_on_stage(),
    ]


GAPS = (
    ("g1", "picture"), ("g2", "picture-and-words"), ("g3", "sound"), ("g4", "no-film"), ("g5", "torn-page"), ("g6", "no-story"),
)  # fmt: skip


def _on_stage() -> list[Scene]:
    """A lecture: each design as the audience sees it, then the console beside it."""
    designs = ["title", "text", "quote", "columns", "table", "timeline", "bleed", "story", "ask"]
    seen = [Scene(f"50-stage-{n:02}-{d}", partial(onstage.at, design=d)) for n, d in enumerate(designs)]
    asked = [Scene(f"51-stage-ask-{n}", partial(onstage.at, design="ask", number=n)) for n in (1, 2, 3, 4)]
    beside = [Scene(f"56-console-{d}", partial(onstage.at, design=d)) for d in ("title", *designs[1:-1])]
    return [
        Scene("48-rehearsal", onstage.rehearsed),
        Scene("49-stage-begins", onstage.begin),
        *seen,
        *asked,
        Scene("52-stage-film", partial(onstage.at, design="film"), still=False),
        Scene("53-stage-raised", onstage.raised),
        Scene("53-stage-raised-quiz", onstage.solo_quiz),
        Scene("53-stage-zones", onstage.solo_put_away),
        Scene("53-stage-black", onstage.solo_black),
        Scene("54-stage-leave", onstage.asked),
        Scene("55-console", onstage.plugged),
        *beside,
        Scene("56-console-film", partial(onstage.at, design="film"), still=False),
        Scene("57-console-drawn-held", onstage.drawn),
        Scene("57-console-list", onstage.listed),
        Scene("57-console-black", onstage.black),
        *(Scene(name, act) for name, act in livestage.scenes()),
        Scene("68-console-late", onstage.late),
        Scene("69-console-leave", onstage.leaving),
        Scene("70-stage-page", onstage.over),
        Scene("70-console-page", onstage.paged),
        Scene("71-gaps-list", onstage.gaps),
        *(Scene(f"71-gaps-{name}", partial(onstage.gap, step=step), still=name != "sound") for step, name in GAPS),
        Scene("72-stage-left", onstage.end),
    ]


def _go(h: Hand, name: str, to: str) -> None:
    h.touch(name)
    h.see(to)


def _wake(_a: App, h: Hand) -> None:
    h.touch("attract.touch")
    h.wait(lambda: not h.find("attract"), "the attract loop gone")
    h.see("home.door")


def _scroll_catalog(_a: App, h: Hand) -> None:
    h.touch("chip.all.")
    h.see("catalog.more")
    x, y = h.window.width() * 2 // 3, h.window.height() // 2
    h.swipe(QPoint(x, y), QPoint(x, y // 3))


def _home(a: App, h: Hand) -> None:
    if a.shell.depth > 1:
        h.touch("nav.home")
    h.see("home.door")
    h.settle()


def _from_home(act: Callable[[App, Hand], None]) -> Callable[[App, Hand], None]:
    def from_home(a: App, h: Hand) -> None:
        _home(a, h)
        act(a, h)

    return from_home


def _open(a: App, h: Hand, uid: str, seen: str) -> None:
    """Items no card leads to are opened by their id, as a link would."""
    _home(a, h)
    a.shell.openItem(uid)
    h.see(seen)


def _open_story(a: App, h: Hand) -> None:
    _home(a, h)
    a.shell.openItem("model-workers/xu-zhen-chao")
    h.see("story.text")


def _story(a: App, h: Hand) -> None:
    _home(a, h)
    a.shell.openItem("model-workers/gao-feng-lin")
    h.see("story.text")


def _page_down(h: Hand, times: int) -> None:
    for _ in range(times):
        h.touch("story.down")
        h.settle()


def _zoom(_a: App, h: Hand) -> None:
    for _ in range(6):
        picture = h.find("story.picture")
        if picture is not None and _reachable(h, picture):
            break
        _page_down(h, 1)
    h.touch("story.picture")
    viewer = h.see("pictureViewer")
    h.settle()
    h.pinch(QPoint(h.window.width() // 2, h.middle(viewer).y() * 2 // 3), h.window.width() // 4)


def _reachable(h: Hand, item: QQuickItem) -> bool:
    y = item.mapToScene(item.boundingRect().center()).y()
    return h.window.height() * 0.18 < y < h.window.height() * 0.7


def _listen(a: App, h: Hand) -> None:
    h.touch("viewer.close")
    if h.find("story.listen") is None:  # made without a voice
        return
    h.touch("story.listen")
    h.see("listen.toggle")
    for _ in range(8):
        h.touch("listen.next")
    h.wait(lambda: a.narrator.sentence >= 8, "the ninth sentence")
    h.touch("listen.toggle")


def _to_end(_a: App, h: Hand) -> None:
    text = h.see("story.text")
    for _ in range(30):
        before = text.property("contentY")
        x, y = h.window.width() * 3 // 4, h.window.height() // 2
        h.swipe(QPoint(x, y), QPoint(x, y // 4), steps=5)
        h.settle(0.2)
        if text.property("contentY") == before:
            return


def _large_text(a: App, h: Hand) -> None:
    _open_story(a, h)
    h.settle()
    h.touch("nav.size")
    h.see("sizePanel")
    h.touch("size.3")


def _story_large(_a: App, h: Hand) -> None:
    h.touch("size.done")
    h.wait(lambda: not h.find("sizePanel"), "the panel closed")


def _lower(a: App, h: Hand) -> None:
    """A page within reach; a wide screen has no such choice and stays as it is."""
    _home(a, h)
    h.touch("nav.size")
    h.see("sizePanel")
    h.touch("size.standard")
    if h.find("low"):
        h.touch("low")


def _lowered(_a: App, h: Hand) -> None:
    h.touch("size.done")
    h.wait(lambda: not h.find("sizePanel"), "the panel closed")


def _night(a: App, h: Hand) -> None:
    h.touch("nav.size")
    h.see("sizePanel")
    h.touch("size.standard")
    h.touch("theme.night")
    h.touch("size.done")
    _home(a, h)


def _search(a: App, h: Hand) -> None:
    h.touch("nav.size")
    h.see("sizePanel")
    h.touch("theme.paper")
    h.touch("size.done")
    _home(a, h)
    h.touch("home.search")
    h.see("search")
    h.see("key.q")


def _type_initials(_a: App, h: Hand) -> None:
    for letter in "wjx":
        h.touch(f"key.{letter}")
    h.see("result.model-workers/wang-jin-xi")


def _type_nonsense(_a: App, h: Hand) -> None:
    for letter in "qqq":
        h.touch(f"key.{letter}")
    h.see("search.nothing")


def _room(a: App, h: Hand, tile: str) -> None:
    _home(a, h)
    _go(h, tile, "catalog.grid")
    h.settle()


def _play(a: App, h: Hand) -> None:
    _home(a, h)
    a.shell.openItem("times-pioneer/one-hook")
    h.see("segment.bar")
    h.settle()
    if any(t in ("停一下", "Pause") for t in h.texts()):
        return
    h.touch("segment.toggle")


def _caption(_a: App, h: Hand) -> None:
    h.touch("segment.later")
    h.wait(lambda: (c := h.find("segment.caption")) is not None and c.property("text"), "a caption")


def _audio(a: App, h: Hand) -> None:
    _home(a, h)
    a.shell.openItem("times-pioneer/clean-city")
    h.see("segment.bar")
    h.settle()
    if not any(t in ("停一下", "Pause") for t in h.texts()):
        h.touch("segment.toggle")
    h.wait(lambda: (c := h.find("segment.sentence")) is not None and c.property("text"), "a sentence")


def _quiz(a: App, h: Hand) -> None:
    _home(a, h)
    a.shell.openItem("quizzes/labour-history")
    h.see("quiz.go")


def _choose(_a: App, h: Hand) -> None:
    touch_some_answer(h)


def touch_some_answer(h: Hand) -> None:
    """Give an answer of whatever type the question has, without confirming it."""
    if h.find("quiz.key.1") is not None:
        h.touch("quiz.key.1")
        return
    h.touch("quiz.option.0")
    for more in range(1, 8):
        confirm = h.find("quiz.confirm")
        if h.find("quiz.answered") or (confirm is not None and confirm.isEnabled()):
            return
        if h.find(f"quiz.option.{more}") is None:
            return
        h.touch(f"quiz.option.{more}")


def _answer(_a: App, h: Hand) -> None:
    if not h.find("quiz.answered"):
        h.touch("quiz.confirm")
    h.see("quiz.answered")


def _next_question(_a: App, h: Hand) -> None:
    h.touch("quiz.next")
    h.see("quiz.question")


def _finish_quiz(_a: App, h: Hand) -> None:
    for _ in range(30):
        h.settle(0.15)
        if h.find("quiz.result"):
            return
        if h.find("quiz.answered"):
            h.touch("quiz.next")
        else:
            touch_some_answer(h)
            if not h.find("quiz.answered"):
                h.touch("quiz.confirm")
    h.see("quiz.result")


def _lanterns(a: App, h: Hand) -> None:
    _home(a, h)
    lanterns.show_wall(a, h)


def _studio(a: App, h: Hand) -> None:
    _home(a, h)
    studios.front(a, h)


def _survey(a: App, h: Hand) -> None:
    _home(a, h)
    surveys.first_page(a, h)


def _lesson(a: App, h: Hand) -> None:
    _home(a, h)
    lessons.first_page(a, h)


def _quiz_modes(a: App, h: Hand) -> None:
    _home(a, h)
    quizmodes.show_start(a, h)


def _contest(a: App, h: Hand) -> None:
    _home(a, h)
    ballots.show_gallery(a, h)


def _poem(a: App, h: Hand) -> None:
    ballots.take_down(a, h)
    _home(a, h)
    ballots.show_poem(a, h)


def _nomination(a: App, h: Hand) -> None:
    _home(a, h)
    ballots.show_form(a, h)


def _suggestions(a: App, h: Hand) -> None:
    _home(a, h)
    suggestions.show_list(a, h)


def _minutes(a: App, h: Hand) -> None:
    _home(a, h)
    _go(h, "home.door", "catalog.grid")
    h.touch("chip.minutes.3")


def _notice(a: App, h: Hand) -> None:
    _home(a, h)
    a.shell.openItem("tour/silent")
    h.see("story.listen")
    h.settle()
    h.touch("story.listen")
    h.wait(lambda: a.shell.noticeTitle, "the notice")


def _duty(a: App) -> TourDuty:
    assert isinstance(a.duty, TourDuty)
    return a.duty


def _put_stick_in(a: App, h: Hand) -> None:
    _home(a, h)
    duty = _duty(a)
    duty.build()
    duty.put_in()
    h.see("usb.sheet")
    h.wait(lambda: duty.stick.now.phase == "ready", "the look at the stick")
    duty.stage()


def _number_pad(_a: App, h: Hand) -> None:
    h.touch("usb.sheet.go")
    h.see("pin")
    h.settle()
    for digit in PIN[:3]:
        h.touch(f"pin.key.{digit}")


def _stick_list(_a: App, h: Hand) -> None:
    h.touch(f"pin.key.{PIN[3]}")
    h.touch("pin.confirm")
    h.see("usb.packs")


def _go_by_stick(a: App, h: Hand, phase: str) -> None:
    duty = _duty(a)
    if phase == "copying":
        h.touch("usb.primary")
    else:
        duty.syncer.let_go()
    h.wait(lambda: duty.stick.now.phase == phase, phase)


def _content(a: App, h: Hand) -> None:
    h.touch("usb.primary")
    h.see("home.door")
    h.settle()
    a.shell.knock()
    enter_pin(h)
    h.see("status")
    h.settle()
    h.touch("status.sync")
    h.see("sync")
    _duty(a).pull()
    h.wait(lambda: a.duty.status.medium is None, "the stick gone")


def _put_forward(a: App, seconds: float) -> None:
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(seconds)
    a.shell.look()


def _still_there(a: App, h: Hand) -> None:
    _open_story(a, h)
    h.settle()
    _put_forward(a, a.settings.idle_seconds + 1)
    h.see("stillThere")


def _leave(a: App, h: Hand) -> None:
    _put_forward(a, a.settings.countdown_seconds + 1)
    h.see("attract")
