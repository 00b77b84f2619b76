"""What can happen to a lecture."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.codec import decode, encode
from kiosk.stage import run as r
from kiosk.stage.run import Run, begin, happen, resumed

IDS = ("sign", "cover", "why", "film", "end")
START = begin("hall/one-hook", IDS)

shares = st.floats(-0.5, 1.5) | st.just(math.nan) | st.just(math.inf)
strokes = st.builds(r.Stroke, st.sampled_from(("pen", "marker")), st.lists(shares, max_size=12).map(tuple))
events = st.one_of(
    st.builds(r.Go, st.integers(-9, 9)),
    st.builds(r.Jump, st.integers(-9, 99)),
    st.builds(r.Cover, st.sampled_from(("black", "white"))),
    st.just(r.Reveal()),
    st.just(r.Hold()),
    st.builds(r.Draw, strokes),
    st.just(r.Undo()),
    st.just(r.Wipe()),
    st.builds(r.Zoom, st.builds(r.Region, shares, shares, shares)),
    st.just(r.Watch()),
    st.builds(r.Tick, st.floats(-5, 100) | st.just(math.nan)),
    st.builds(r.Media, st.integers(0, 10_000), st.booleans()),
    st.builds(r.Notes, st.integers(-9, 9)),
    st.builds(r.Live, st.sampled_from((*IDS, "other")), st.just({"count": 3})),
)
histories = st.lists(events, max_size=40)


def after(history: list[r.Event], run: Run = START) -> Run:
    for event in history:
        run = happen(run, event)
    return run


def sound(run: Run) -> None:
    assert 0 <= run.index < len(run.steps)
    assert 0 <= run.seen.index < len(run.steps)
    assert run.index <= run.furthest < len(run.steps)
    assert len(run.spent) == len(run.steps)
    assert all(s >= 0 and math.isfinite(s) for s in run.spent)
    assert 0 <= run.notes < r.SIZES
    for region in (run.region, run.seen.region):
        assert r.CLOSEST <= region.width <= 1
        assert 0 <= region.x <= 1 - region.width + 1e-9
        assert 0 <= region.y <= 1 - region.width + 1e-9
    for lines in run.strokes.values():
        assert 0 < len(lines) <= r.MOST_STROKES
        assert all(len(s.points) % 2 == 0 and s.points and all(0 <= p <= 1 for p in s.points) for s in lines)
    assert set(run.live) <= set(run.steps)


@given(histories)
def test_whatever_happens_the_lecture_stays_sound(history: list[r.Event]) -> None:
    run = START
    for event in history:
        before, run = run, happen(run, event)
        sound(run)
        assert run.elapsed >= before.elapsed
        assert run.furthest >= before.furthest


@given(histories)
def test_what_is_kept_is_what_it_was(history: list[r.Event]) -> None:
    run = after(history)
    assert decode(Run, json.loads(json.dumps(encode(run)))) == run


@given(histories, st.floats(0, 500))
def test_an_interrupted_lecture_goes_on_where_it_was(history: list[r.Event], away: float) -> None:
    run = after(history)
    again = resumed(run, IDS, away)
    sound(again)
    assert (again.index, again.seen, again.screen, again.strokes) == (run.index, run.seen, run.screen, run.strokes)
    assert again.elapsed == pytest.approx(run.elapsed + (away if run.timed else 0))
    assert not again.playing


@given(histories, st.lists(st.sampled_from((*IDS, "new", "newer")), min_size=1, unique=True))
def test_a_changed_lecture_is_taken_up_at_the_same_step(history: list[r.Event], steps: list[str]) -> None:
    run = after(history)
    again = resumed(run, tuple(steps), 3.0)
    sound(again)
    if run.id in steps:
        assert again.id == run.id


@given(histories)
def test_a_held_picture_stays(history: list[r.Event]) -> None:
    run = happen(after([r.Go(1), r.Draw(r.Stroke("pen", (0.1, 0.1, 0.5, 0.5)))]), r.Hold())
    for event in (e for e in history if not isinstance(e, r.Hold | r.Reveal)):
        run = happen(run, event)
        assert run.held is not None
        assert run.seen == run.held
    assert run.seen.index == 1
    assert len(run.seen.strokes) == 1


def test_black_is_lifted_by_itself_and_by_going_on() -> None:
    black = happen(START, r.Cover("black"))
    assert black.screen == "black"
    assert happen(black, r.Cover("black")).screen == "show"
    assert happen(black, r.Cover("white")).screen == "white"
    assert happen(black, r.Go(1)).screen == "show"


def test_drawings_belong_to_their_step() -> None:
    line = r.Stroke("pen", (0.0, 0.0, 1.0, 1.0))
    run = after([r.Draw(line), r.Go(1), r.Draw(line), r.Draw(line), r.Undo(), r.Go(-1)])
    assert run.own.strokes == (line,)
    assert happen(run, r.Go(1)).own.strokes == (line,)
    assert happen(run, r.Wipe()).strokes == {"cover": (line,)}


def test_nothing_is_the_same_value() -> None:
    for event in (r.Reveal(), r.Undo(), r.Wipe(), r.Go(-1), r.Tick(0.0), r.Draw(r.Stroke("pen", ())), r.Zoom(r.WHOLE)):
        assert happen(START, event) is START


def test_a_lecture_has_steps() -> None:
    with pytest.raises(ValueError, match="at least one"):
        begin("a/b", ())
