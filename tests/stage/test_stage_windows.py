"""Which window goes where, and how the lecture stands against its plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.stage.plan import planned, standing
from kiosk.stage.textfit import fit, lines
from kiosk.stage.windows import Places, Roles, Screen, arrange, remember, swapped

GLASS = Screen("GLASS", 0, 0, 1080, 1920, primary=True)
BEAMER = Screen("BEAMER", 1080, 0, 1920, 1080)
SMALL = Screen("SMALL", 3000, 0, 800, 600)
ASLEEP = Screen("SLEEPS", 0, 0, 0, 0)

screens = st.lists(
    st.builds(
        Screen,
        st.sampled_from(("A", "B", "C", "")),
        st.sampled_from((0, 1920, 3840)),
        st.sampled_from((0, 1080)),
        st.sampled_from((0, 800, 1920)),
        st.sampled_from((0, 600, 1080)),
        primary=st.booleans(),
    ),
    max_size=4,
).map(tuple)
roles = st.builds(Roles, st.sampled_from(("A", "B", "C", "")), st.sampled_from(("A", "B", "C", "")))


@pytest.mark.parametrize(
    ("there", "kept", "console", "audience"),
    [
        ((GLASS,), Roles(), "GLASS", None),
        ((GLASS, BEAMER), Roles(), "GLASS", "BEAMER"),
        ((BEAMER, GLASS), Roles(), "GLASS", "BEAMER"),
        ((GLASS, SMALL, BEAMER), Roles(), "GLASS", "BEAMER"),
        ((GLASS, SMALL, BEAMER), Roles("GLASS", "SMALL"), "GLASS", "SMALL"),
        ((GLASS, BEAMER), Roles("BEAMER", "GLASS"), "BEAMER", "GLASS"),
        ((GLASS, BEAMER), Roles("", "GLASS"), "BEAMER", "GLASS"),
        ((GLASS, BEAMER), Roles("GONE", "ALSO GONE"), "GLASS", "BEAMER"),
        ((BEAMER,), Roles("GLASS", "BEAMER"), "BEAMER", None),
        ((GLASS, ASLEEP), Roles(), "GLASS", None),
        ((GLASS, Screen("MIRROR", 0, 0, 1920, 1080)), Roles(), "GLASS", None),
    ],
)
def test_places(there: tuple[Screen, ...], kept: Roles, console: str, audience: str | None) -> None:
    places = arrange(there, kept)
    assert places is not None
    assert places.console.name == console
    assert (places.audience.name if places.audience else None) == audience


def test_all_screens_asleep() -> None:
    assert arrange((ASLEEP,)) is None
    assert arrange(()) is None


@given(screens, roles)
def test_windows_are_never_on_one_screen_nor_on_a_dark_one(there: tuple[Screen, ...], kept: Roles) -> None:
    places = arrange(there, kept)
    if places is None:
        assert not any(s.usable for s in there)
        return
    assert places.console.usable
    if places.audience is not None:
        assert places.audience.usable
        assert (places.audience.x, places.audience.y) != (places.console.x, places.console.y)


@given(roles)
def test_swapping_twice_is_nothing(kept: Roles) -> None:
    first = arrange((GLASS, BEAMER), kept)
    assert first is not None
    second = arrange((GLASS, BEAMER), swapped(first))
    assert second == Places(first.audience or first.console, first.console)
    assert second is not None
    assert arrange((GLASS, BEAMER), swapped(second)) == first


def test_a_screen_that_comes_back_is_what_it_was() -> None:
    kept = Roles("BEAMER", "GLASS")
    alone = arrange((GLASS,), kept)
    assert alone is not None
    assert remember(kept, alone) == kept


def test_steps_without_a_time_share_what_is_left() -> None:
    plan = planned((10, 0, 0, 5), 35)
    assert plan.steps == (600, 600, 600, 300)
    assert planned((40, 0), 30).steps == (2400, 0)


@pytest.mark.parametrize(
    ("spent", "index", "pace"),
    [
        ((300, 0, 0), 0, "good"),
        ((660, 0, 0), 0, "good"),
        ((690, 0, 0), 0, "late"),
        ((900, 0, 0), 0, "over"),
        ((500, 0, 0), 1, "early"),
        ((580, 0, 0), 1, "good"),
        ((600, 600, 601), 2, "over"),
    ],
)
def test_pace(spent: tuple[float, ...], index: int, pace: str) -> None:
    assert standing(planned((10, 10, 10), 30), spent, index).pace == pace


texts = st.lists(st.text(alphabet="中文字号一二三abc ,。", max_size=400), max_size=8).map(tuple)


@given(texts)
def test_words_fit_or_are_cut(given_texts: tuple[str, ...]) -> None:
    fitted = fit(given_texts, 1600, 640, (76, 50, 30))
    height = fitted.size * (
        sum(lines(t, 1600 / fitted.size) for t in fitted.texts) * 1.55 + max(0, len(fitted.texts) - 1) * 0.55
    )
    assert height <= 640
    assert fitted.cut or fitted.texts == given_texts


def test_five_thousand_characters_are_cut() -> None:
    fitted = fit(("劳" * 5000,), 1632, 640, (76, 30))
    assert fitted.cut
    assert fitted.size == 30
    assert fitted.texts[0].endswith("……")
