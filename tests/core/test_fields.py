"""Reading a YAML mapping: right values, and for wrong ones a finding with its line instead of an exception."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource


def fields(data: dict[str, Any], lines: dict[str, int] | None = None) -> Fields:
    return Fields(data, lines if lines is not None else {k: n for n, k in enumerate(data, 2)}, "a/index.md", Findings())


def codes(f: Fields) -> list[tuple[str, str]]:
    return [(x.code, x.place) for x in f.findings]


def test_each_reader_gives_its_type() -> None:
    f = fields({
        "title": " 一块表 ", "year": "1958", "seven": 7, "shown": "是", "hidden": "no", "tone": "good", "tags": ["a", 2], "one": "a",
        "person": {"name": "王"}, "honours": [{"name": "甲"}, {"name": "乙"}],
    })  # fmt: skip
    assert f.text("title") == "一块表"
    assert (f.number("year", 0), f.number("seven", 0), f.number("absent", 9)) == (1958, 7, 9)
    assert (f.flag("shown", False), f.flag("hidden", True), f.flag("absent", True)) == (True, False, True)
    assert f.choice("tone", ("good", "bad")) == "good"
    assert (f.texts("tags"), f.texts("one"), f.texts("absent")) == (("a", "2"), ("a",), ())
    assert (person := f.mapping("person")) is not None and person.text("name") == "王"
    assert [h.text("name") for h in f.mappings("honours")] == ["甲", "乙"]
    f.finish()
    assert codes(f) == []


@pytest.mark.parametrize(
    ("data", "read", "fallback", "code"),
    [
        ({}, lambda f: f.text("k", required=True), "", "missing-field"),
        ({"k": ""}, lambda f: f.text("k", required=True), "", "missing-field"),
        ({"k": ["x"]}, lambda f: f.text("k"), "", "wrong-type"),
        ({"k": True}, lambda f: f.text("k"), "", "wrong-type"),
        ({"k": "12345"}, lambda f: f.text("k", most=3), "123", "too-long"),
        ({"k": "a few"}, lambda f: f.number("k", 4), 4, "wrong-type"),
        ({"k": [1]}, lambda f: f.number("k", 4), 4, "wrong-type"),
        ({"k": 11}, lambda f: f.number("k", 4, most=10), 4, "out-of-range"),
        ({"k": -1}, lambda f: f.number("k", 4), 4, "out-of-range"),
        ({"k": "perhaps"}, lambda f: f.flag("k", True), True, "wrong-type"),
        ({"k": "ugly"}, lambda f: f.choice("k", ("good",)), None, "unknown-value"),
        ({"k": {"a": 1}}, lambda f: f.texts("k"), (), "wrong-type"),
        ({"k": ["a", None]}, lambda f: f.texts("k"), (), "wrong-type"),
        ({"k": "x"}, lambda f: f.mapping("k"), None, "wrong-type"),
        ({"k": ["x"]}, lambda f: f.mappings("k"), (), "wrong-type"),
        ({"kk": 1}, lambda f: f.finish(), None, "unknown-field"),
    ],
)  # fmt: skip
def test_a_mistake_is_noted_at_its_line_and_reading_goes_on(
    data: dict[str, Any], read: Any, fallback: Any, code: str
) -> None:
    f = fields(data, {"": 1, **dict.fromkeys(data, 5)})
    assert read(f) == fallback
    assert codes(f) == [(code, "5" if data else "1")]
    finding = f.findings.found[0]
    assert finding.message.zh and finding.message.en and finding.hint.zh and finding.hint.en
    assert finding.say("zh").startswith(f"a/index.md:{finding.place}: ")


def test_nested_mistakes_have_their_own_lines() -> None:
    f = fields(
        {"honours": [{"name": "甲"}, {"nam": "乙"}]},
        {"": 1, "honours": 3, "honours.0.name": 4, "honours.1.nam": 6, "honours.1": 6},
    )
    for honour in f.mappings("honours"):
        honour.text("name", required=True)
        honour.finish()
    assert ("unknown-field", "6") in codes(f)
    assert [c for c, _ in codes(f)] == ["missing-field", "unknown-field"]


wild = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["a", "b"]), wild))
def test_no_author_can_make_it_raise(data: dict[str, Any]) -> None:
    f = fields(data)
    assert isinstance(f.text("a", required=True), str)
    assert 0 <= f.number("a", 1) <= 100_000
    assert isinstance(f.flag("a", False), bool)
    assert f.choice("a", ("x",)) in (None, "x")
    assert all(isinstance(t, str) for t in f.texts("a"))
    f.mapping("a")
    f.mappings("a")
    f.finish()
    assert {x.place for x in f.findings} <= {"1", "2", "3"}


@pytest.mark.parametrize(
    ("link", "known"),
    [
        ("watch", True),
        ("wacht", False),
        ("quizzes/labour-law", True),
        ("Quizzes/x", False),
        ("a/b/c", False),
        ("../x", False),
        ("", False),
    ],
)
def test_links_name_an_item_of_this_pack_or_look_like_one_of_another(link: str, known: bool) -> None:
    source = ItemSource("watch", "zh", Path(), "f", fields({}), "", 1, Findings(), item_ids=frozenset({"watch"}))
    assert source.knows(link) is known
    assert source.path("cover.svg") == "items/watch/cover.svg"
