"""Surveys for the tests: hypothesis draws them, and visitors who walk through them as they like."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kiosk.kinds.survey import answering, play
from kiosk.kinds.survey.model import Compare, Option, Question, Quota, Rule, Survey, Test, Type
from kiosk.kinds.survey.sitting import Sitting

LETTERS = "ABCDEF"
TYPES: tuple[Type, ...] = ("single", "multiple", "scale", "matrix", "ranking", "text", "number")


def options(count: int, numbered: bool = False) -> tuple[Option, ...]:
    keys = [str(n + 1) if numbered else LETTERS[n] for n in range(count)]
    return tuple(Option(k, f"选项{k}") for k in keys)


@st.composite
def questions(draw: st.DrawFn, name: str, before: tuple[Question, ...]) -> Question:
    kind = draw(st.sampled_from(TYPES))
    given: dict[str, Any] = {"required": draw(st.booleans()), "shuffle": draw(st.booleans())}
    if kind in ("single", "multiple", "ranking", "matrix", "scale"):
        count = draw(st.integers(3, 5))
        given["options"] = options(count, kind == "scale")
        if kind in ("multiple", "ranking"):
            given["most"] = draw(st.integers(1, count))
            given["least"] = draw(st.integers(1, given["most"]))
        if kind == "multiple" and draw(st.booleans()):
            given["alone"] = (given["options"][-1].key,)
        if kind == "matrix":
            given["rows"] = tuple(Option(f"r{n}", f"行{n}") for n in range(draw(st.integers(1, 3))))
    elif kind == "text":
        given["most"] = draw(st.integers(1, 20))
    else:
        given["least"], given["most"] = draw(st.integers(-20, 5)), draw(st.integers(6, 300))
        given["decimals"] = draw(st.integers(0, 2))
    if before and draw(st.booleans()):
        given["when"] = tuple(draw(st.lists(rules(before), min_size=1, max_size=2)))
    return Question(name, kind, f"问{name}？", **given)


@st.composite
def rules(draw: st.DrawFn, before: tuple[Question, ...]) -> Rule:
    return Rule(tuple(draw(st.lists(tests(before), min_size=1, max_size=2))))


@st.composite
def tests(draw: st.DrawFn, before: tuple[Question, ...]) -> Test:
    about = draw(st.sampled_from(before))
    if about.type in ("single", "multiple", "scale", "ranking"):
        compare: Compare = draw(st.sampled_from(["is", "not", "answered"]))
        keys = [o.key for o in about.options]
        return Test(
            about.id, compare, tuple(draw(st.lists(st.sampled_from(keys), min_size=1, max_size=2, unique=True)))
        )
    if about.type == "number":
        return Test(about.id, draw(st.sampled_from(["least", "most"])), (str(draw(st.integers(-5, 50))),))
    return Test(about.id, "answered")


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    made: tuple[Question, ...] = ()
    for n in range(draw(st.integers(1, 6))):
        made = (*made, draw(questions(f"q{n}", made)))
    looked_at = {t.question for q in made for r in q.when for t in r.tests}
    free = [q.id for q in made if not q.when and q.id not in looked_at]
    shuffle = tuple(draw(st.lists(st.sampled_from(free), unique=True))) if free else ()
    quotas = (Quota(3),) if draw(st.booleans()) else ()
    return Survey("0" * 12, made, "after", 10, shuffle, quotas)


Act = Callable[[Sitting], Sitting]


def acts() -> st.SearchStrategy[Act]:
    """Anything that a visitor, or a screen that is a moment late, may do."""
    small = st.integers(-1, 6)
    return st.one_of(
        st.builds(lambda n: lambda s: answering.tap(s, n), small),
        st.builds(lambda r, c: lambda s: answering.mark(s, r, c), small, small),
        st.builds(lambda t: lambda s: answering.write(s, t), st.text(max_size=25)),
        st.builds(lambda k: lambda s: answering.press(s, k), st.sampled_from([*"0123456789.-", "back", "x", ""])),
        st.builds(lambda n: lambda s: play.edit(s, n), small),
        st.sampled_from([answering.undo, play.begin, play.forward, play.forward, play.skip, play.back, play.send]),
    )  # type: ignore[arg-type]


def answered(sitting: Sitting) -> Sitting:
    """The question on the screen answered with the first things that will do, and one page on."""
    question = sitting.question
    match question.type:
        case "matrix":
            for row in range(len(question.rows)):
                sitting = answering.mark(sitting, row, 0)
        case "text":
            sitting = answering.write(sitting, "好")
        case "number":
            for key in str(min(question.most, 5)):
                sitting = answering.press(sitting, key)
        case _:
            for place in range(max(question.least, 1)):
                sitting = answering.tap(sitting, place)
    return play.forward(sitting)


def walked(sitting: Sitting, steps: int = 200) -> Sitting:
    """To the review by the shortest way."""
    for _ in range(steps):
        if sitting.phase == "start":
            sitting = play.begin(sitting)
        elif sitting.phase != "asking":
            break
        else:
            sitting = play.forward(sitting) if sitting.ready else answered(sitting)
    return sitting
