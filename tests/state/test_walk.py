"""Going through a playlist: whatever is touched in between, every item comes up once and the walk ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.state.visit import Visit
from kiosk.state.walk import Walk

ITEMS = tuple((f"p/{n}", f"名{n}") for n in range(5))


def test_one_after_the_other(qapp: object) -> None:
    walk = Walk(Visit())
    walk.begin("p/list", ITEMS)
    seen = []
    while uid := walk.following()[0]:
        walk.mark(uid)
        seen.append(uid)
    assert seen == [uid for uid, _ in ITEMS]
    assert (walk.count, walk.place("p/2"), walk.place("x/y")) == (5, 3, 0)


@given(st.lists(st.integers(0, 8), max_size=12))
def test_every_item_comes_up_once_whatever_was_opened_before(opened: list[int]) -> None:
    walk = Walk(Visit())
    walk.begin("p/list", ITEMS)
    for n in opened:
        walk.mark(f"p/{n}")
    left = {uid for uid, _ in ITEMS if not walk.seen(uid)}
    came = []
    while uid := walk.following()[0]:
        assert not walk.seen(uid)
        came.append(uid)
        walk.mark(uid)
    assert set(came) == left and len(came) == len(left)


def test_after_a_skipped_one_the_next_follows_and_the_skipped_comes_last(qapp: object) -> None:
    walk = Walk(Visit())
    walk.begin("p/list", ITEMS)
    walk.mark("p/3")
    assert walk.following() == ("p/4", "名4")
    walk.mark("p/4")
    assert walk.following() == ("p/0", "名0")


def test_the_end_of_the_visit_ends_the_walk(qapp: object) -> None:
    visit = Visit()
    walk = Walk(visit)
    walk.begin("p/list", ITEMS)
    visit.reset()
    assert (walk.uid, walk.following(), walk.holds("p/0")) == ("", ("", ""), False)
