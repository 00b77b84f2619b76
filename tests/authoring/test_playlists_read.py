"""Playlists, days and the hand-off address in `pack.yaml`: every mistake at once, and what is right travels in the pack."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.build import build
from kiosk.authoring.occasions import read_days, read_handoff, read_playlists
from kiosk.authoring.yamltext import parse_mapping
from kiosk.catalog.across import read_across
from kiosk.core.codec import encode
from kiosk.core.findings import Findings
from kiosk.core.occasions import Day, Playlist, parse_day
from kiosk.kinds import discover

ITEMS = frozenset(("wang", "xu"))


def read(text: str) -> tuple[tuple[Playlist, ...], tuple[Day, ...], str, Findings]:
    findings = Findings()
    fields = parse_mapping(text, "pack.yaml", findings)
    assert fields is not None
    return read_playlists(fields, ITEMS), read_days(fields, ITEMS), read_handoff(fields), findings


def test_what_is_right_is_read() -> None:
    playlists, days, handoff, findings = read("""
playlists:
  - {id: may, title: {zh: 五一, en: May Day}, festival: may-day, items: [wang, other/li, wang]}
  - {id: spring, title: 春, from: 02-01, to: 03-31, items: [xu]}
  - {id: once, title: 一次, from: 2027-04-20, to: 2027-05-10, items: [xu]}
days:
  - {date: 1923-10-08, text: {zh: 出生, en: Born}, item: wang, source: 生平}
  - {date: 10-08, text: 纪念, item: other/li, source: 书}
handoff: https://example.org/{item}
""")
    assert list(findings) == []
    assert playlists[0] == Playlist("may", {"zh": "五一", "en": "May Day"}, ("wang", "other/li"), "may-day")
    assert (playlists[1].begins, playlists[1].ends, playlists[2].begins) == ("02-01", "03-31", "2027-04-20")
    assert [(d.date, d.year, d.key) for d in days] == [("1923-10-08", "1923", "10-08"), ("10-08", "", "10-08")]
    assert handoff == "https://example.org/{item}"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("playlists:\n - {id: A!, title: t, items: [wang]}", "bad-id", 2),
        ("playlists:\n - {id: a, title: t, items: [wang]}\n - {id: a, title: t, items: [wang]}", "duplicate-id", 3),
        ("playlists:\n - {id: a, title: t, items: [nobody]}", "unknown-item", 2),
        ("playlists:\n - {id: a, title: t, items: []}", "bad-playlist", 2),
        ("playlists:\n - {id: a, items: [wang]}", "missing-field", 2),
        ("playlists:\n - {id: a, title: t, items: [wang], festival: easter}", "unknown-value", 2),
        ("playlists:\n - {id: a, title: t, items: [wang], festival: may-day, from: 04-01, to: 05-01}", "bad-season", 2),
        ("playlists:\n - {id: a, title: t, items: [wang], from: 04-01}", "bad-season", 2),
        ("playlists:\n - {id: a, title: t, items: [wang], from: 04-01, to: 2027-05-01}", "bad-season", 2),
        ("playlists:\n - {id: a, title: t, items: [wang], from: 2027-05-01, to: 2027-04-01}", "bad-season", 2),
        ("playlists:\n - {id: a, title: t, items: [wang], from: 04-31, to: 05-01}", "bad-date", 2),
        ("playlists:\n - {id: a, title: t, items: [wang], colour: red}", "unknown-field", 2),
        ("playlists: yes", "wrong-type", 1),
        ("days:\n - {date: 1923-13-08, text: t, item: wang, source: s}", "bad-date", 2),
        ("days:\n - {date: 10-08, text: t, item: wang}", "missing-field", 2),
        ("days:\n - {date: 10-08, text: t, item: nobody, source: s}", "unknown-item", 2),
        ("handoff: file:///etc/passwd", "bad-url", 1),
        ("handoff: https://x.org/{id}", "bad-url", 1),
    ],
)
def test_each_mistake_is_found_at_its_line(text: str, code: str, line: int) -> None:
    findings = read(text)[3]
    assert (code, str(line)) in [(f.code, f.place) for f in findings]
    assert all(f.message.zh and f.message.en and f.hint.zh and f.hint.en for f in findings)


def test_all_mistakes_at_once() -> None:
    findings = read("""
playlists:
  - {id: A, title: t, items: [nobody], festival: easter}
days:
  - {date: never, text: t, item: nobody, source: s}
handoff: nowhere
""")[3]
    assert [f.code for f in findings] == [
        "bad-id", "unknown-item", "unknown-value", "bad-date", "unknown-item", "bad-url",
    ]  # fmt: skip


VALUES = st.recursive(
    st.none() | st.text(max_size=12) | st.sampled_from(["wang", "04-01", "2027-04-01", "may-day", "a"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "items", "festival", "from", "to", "date", "text", "item", "source", "zh"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=14,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["playlists", "days", "handoff"]), VALUES, min_size=1))
def test_nothing_an_author_writes_breaks_the_reader(data: dict[str, Any]) -> None:
    playlists, days, handoff, findings = read(yaml.safe_dump(data, allow_unicode=True))
    if not findings.errors:
        head = {"playlists": encode(playlists), "days": encode(days), "handoff": handoff}
        across = read_across("p", json.loads(json.dumps(head)))
        assert (across.playlists, across.days, across.handoff) == (playlists, days, handoff)
    assert all(parse_day(d.date) for d in days if not findings.errors)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["playlists", "days", "handoff"]), VALUES))
def test_nothing_in_a_pack_breaks_the_catalog(head: dict[str, Any]) -> None:
    logging.disable(logging.CRITICAL)
    try:
        across = read_across("p", head)
    finally:
        logging.disable(logging.NOTSET)
    shown = {"p/wang", "p/a"}
    assert all(set(p.items) <= shown and p.items and p.id.startswith("p/") for p in across.playlists_of(shown))
    assert all(d.item in shown for d in across.days_of(shown))


def test_they_travel_in_the_built_pack(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "wang").mkdir(parents=True)
    (source / "wang/index.md").write_text("---\nkind: story\ntitle: 王\nsources: [{title: 书}]\n---\n一段。\n", "utf-8")
    head = "id: demo\ntitle: 示例\nversion: 1\n"
    (source / "pack.yaml").write_text(head, "utf-8")
    kinds = discover()
    plain = json.loads((build(source, tmp_path / "out", kinds, cache=tmp_path).folder / "pack.json").read_text("utf-8"))
    assert not {"playlists", "days", "handoff"} & set(plain)
    (source / "pack.yaml").write_text(
        head + "playlists: [{id: p, title: 单, items: [wang]}]\n"
        "days: [{date: 10-08, text: 生, item: wang, source: 书}]\nhandoff: https://x.org/{item}\n",
        "utf-8",
    )
    made = json.loads((build(source, tmp_path / "out", kinds, cache=tmp_path).folder / "pack.json").read_text("utf-8"))
    across = read_across("demo", made)
    assert [p.id for p in across.playlists] == ["p"]
    assert [d.item for d in across.days] == ["wang"]
    assert across.handoff == "https://x.org/{item}"
