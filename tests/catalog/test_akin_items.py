"""What belongs together across kinds, and why."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalog.akin import MOST_AKIN, MOST_OF_A_KIND, Thing, Tie, ties


def others(things: list[Thing], uid: str) -> list[str]:
    return [tie.uid for tie in ties(things).get(uid, ())]


def test_the_same_person_in_another_kind_both_ways() -> None:
    things = [
        Thing("mw/wang", "story", "铁人王进喜", "王进喜"),
        Thing("tp/derrick", "segment", "把井架立起来", keywords=("王进喜",)),
        Thing("q/history", "quiz", "劳动史", text="王进喜带的是哪支钻井队？"),
        Thing("mw/xu", "story", "许振超", "许振超"),
    ]
    assert ties(things)["mw/wang"] == (Tie("tp/derrick", "person", "王进喜"), Tie("q/history", "person", "王进喜"))
    assert ties(things)["q/history"] == (Tie("mw/wang", "person", "王进喜"),)
    assert "mw/xu" not in ties(things)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("按《劳动法》，每天几小时？", ""),
        ("《中华人民共和国劳动法》第四十四条说", "第四十四条"),
        ("根据劳动法第三十六条和劳动法第三十八条", "第三十六条、第三十八条"),
        ("《劳动法》第一条《劳动法》第二条《劳动法》第三条《劳动法》第四条", "第一条、第二条、第三条…"),
    ],
)
def test_a_quiz_and_the_law_it_cites(said: str, note: str) -> None:
    things = [
        Thing("law/labour", "document", "中华人民共和国劳动法"),
        Thing("law/contract", "document", "中华人民共和国劳动合同法"),
        Thing("q/labour", "quiz", "知多少", text=said),
    ]
    assert ties(things) == {
        "law/labour": (Tie("q/labour", "law", note),),
        "q/labour": (Tie("law/labour", "law", note),),
    }


def test_another_law_whose_name_ends_alike_is_not_meant() -> None:
    things = [
        Thing("a/x", "document", "工会法"),
        Thing("q/y", "quiz", "题", text="反工会法案第三条 《工会法实施办法》"),
    ]
    assert ties(things) == {}


def test_a_rare_word_says_more_than_a_common_one() -> None:
    things = [
        Thing("a/1", "story", "一", keywords=("焊接", "工人")),
        Thing("a/2", "segment", "二", keywords=("焊接",)),
        *[Thing(f"b/{n}", "lesson", "课", keywords=("工人",)) for n in range(5)],
    ]
    assert others(things, "a/1")[0] == "a/2"


def test_a_word_of_everybody_says_nothing() -> None:
    assert ties([Thing(f"a/{n}", "story", str(n), keywords=("劳模",)) for n in range(60)]) == {}


def test_what_the_page_shows_by_itself_is_not_repeated_but_leads_back() -> None:
    things = [Thing("a/1", "story", "一", leads=("a/2",), related=("a/2",)), Thing("a/2", "quiz", "二")]
    assert ties(things) == {"a/2": (Tie("a/1", "link"),)}


def test_what_is_not_there_is_not_tied() -> None:
    assert ties([Thing("a/1", "story", "一", leads=("a/gone", "a/1"))]) == {}


WORDS = st.sampled_from(["王进喜", "劳动法", "焊接", "大庆", "《劳动法》第三条", "许振超"])
THINGS = st.builds(
    Thing,
    st.integers(0, 12).map(lambda n: f"p/{n}"),
    st.sampled_from(["story", "quiz", "document"]),
    WORDS,
    st.sampled_from(["", "王进喜", "许振超"]),
    st.lists(WORDS, max_size=4).map(tuple),
    st.lists(WORDS, max_size=6).map(" ".join),
    st.lists(st.integers(0, 14).map(lambda n: f"p/{n}"), max_size=4).map(tuple),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(THINGS, max_size=10, unique_by=lambda thing: thing.uid))
def test_ties_hold_whatever_is_published(things: list[Thing]) -> None:
    found = ties(things)
    kinds = {thing.uid: thing.kind for thing in things}
    for uid, tied in found.items():
        uids = [tie.uid for tie in tied]
        assert 0 < len(uids) <= MOST_AKIN
        assert len(set(uids)) == len(uids) and uid not in uids and set(uids) <= set(kinds)
        assert all([kinds[u] for u in uids].count(kind) <= MOST_OF_A_KIND for kind in kinds.values())
    assert ties(things) == found


def test_ten_thousand_items_take_seconds() -> None:
    people = [
        Thing(f"s/{n}", "story", f"人{n}", f"{chr(0x4E00 + n % 3000)}{chr(0x5000 + n // 7)}", ("词", f"k{n % 900}"))
        for n in range(9000)
    ]
    text = "他一辈子只做一件事，就是把车开稳。" * 40
    rest = [Thing(f"q/{n}", "quiz", "题", text=text + people[n].person, keywords=(f"k{n}",)) for n in range(1000)]
    began = time.process_time()
    found = ties([*people, *rest])
    assert time.process_time() - began < 12
    assert found["q/5"]
