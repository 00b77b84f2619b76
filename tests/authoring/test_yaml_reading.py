"""YAML as authors write it: strings stay strings, lines are right, and nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.overlay import INHERITED, overlay
from kiosk.authoring.source import split_front_matter
from kiosk.authoring.yamltext import parse_mapping, parse_yaml
from kiosk.core.findings import Findings
from kiosk.core.source import Fields

KEPT = {
    "yes": "yes",
    "on": "on",
    "12:30": "12:30",
    "1959-01-01": "1959-01-01",
    "010": "010",
    "1_000": "1_000",
    "null": "null",
    "~": "~",
    "是": "是",
    "3.10": "3.10",
    '"a\\nb"': "a\nb",
}


@pytest.mark.parametrize(("written", "read"), KEPT.items())
def test_scalars_are_kept_as_written(written: str, read: str) -> None:
    findings = Findings()
    assert parse_yaml(f"a: {written}", "x", findings).data == {"a": read}
    assert not findings.found


def test_every_key_has_its_line() -> None:
    text = "kind: story\nperson:\n  name: 王\n  honours:\n    - {name: 奖,\n       year: '1959'}\n"
    parsed = parse_yaml(text, "x", Findings(), first_line=2)
    assert parsed.lines == {
        "": 2,
        "kind": 2,
        "person": 3,
        "person.name": 4,
        "person.honours": 5,
        "person.honours.0": 6,
        "person.honours.0.name": 6,
        "person.honours.0.year": 7,
    }


def test_a_full_width_colon_has_its_own_sentence_and_reading_goes_on() -> None:
    findings = Findings()
    fields = parse_mapping("kind: story\ntitle： 王\nera: founding\n", "x", findings, 2)
    assert fields is not None
    assert fields.data == {"kind": "story", "title": "王", "era": "founding"}
    assert [(f.code, f.place) for f in findings] == [("wide-colon", "3")]
    assert "全角冒号" in findings.found[0].message.zh


FRONT = {
    "plain": ("---\na: 1\n---\nb\n", ("a: 1", "b\n", 4)),
    "empty": ("---\n---\nb", ("", "b", 3)),
    "rule in the body": ("---\na: 1\n---\nb\n---\nc", ("a: 1", "b\n---\nc", 4)),
    "none": ("b\n", (None, "b\n", 1)),
    "not closed": ("---\na: 1\n", (None, "---\na: 1\n", 1)),
}


@pytest.mark.parametrize(("text", "parts"), FRONT.values(), ids=FRONT.keys())
def test_front_matter(text: str, parts: tuple[str | None, str, int]) -> None:
    assert split_front_matter(text) == parts


@settings(deadline=None)  # other work on the machine is no failure
@given(
    st.text(st.one_of(st.sampled_from("ab：: -[]{}&*!|>%@`'\"#\n\t,?是1"), st.characters(exclude_categories=["Cs"])))
)
def test_any_front_matter_gives_fields_or_findings(text: str) -> None:
    findings = Findings()
    front, body, line = split_front_matter(f"---\n{text}\n---\n文")
    assert front is not None
    assert f"---\n{text}\n---\n文".endswith(body)
    fields = parse_mapping(front, "x", findings, 2)
    assert fields is not None or findings.errors
    if fields is not None:
        fields.text("title", required=True)
        fields.finish()
    lines = 1 + text.count("\n") + 3 + line
    assert all(f.place.isdecimal() and 1 <= int(f.place) <= lines for f in findings)


def test_deep_nesting_is_refused_not_crashed() -> None:
    findings = Findings()
    parse_yaml("a: " + "[" * 3000 + "]" * 3000, "x", findings)
    assert findings.errors


def test_a_translation_replaces_words_only() -> None:
    findings = Findings()
    base = Fields(
        {"title": "表", "order": "7", "list": [{"a": "甲", "b": "1"}]}, {"": 2, "title": 2, "order": 3}, "zh", findings
    )
    words = Fields(
        {"title": "Watch", "order": "9", "list": [{"a": "A"}]}, {"": 2, "title": 4, "order": 5}, "en", findings
    )
    merged = overlay(base, words)
    assert merged.data == {"title": "Watch", "order": "7", "list": [{"a": "A", "b": "1"}]}
    assert (merged.line("title"), merged.line("order"), merged.line("nothing")) == (4, INHERITED, INHERITED)
