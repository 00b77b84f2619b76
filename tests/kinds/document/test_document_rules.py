"""Is it in force, what changed, where does it stand: decided without a screen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.document import find
from kiosk.kinds.document.compare import compare, pieces
from kiosk.kinds.document.model import Article
from kiosk.kinds.document.standing import day_of, standing


def noon(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(hour=4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("in_force", "repealed", "today", "published", "stands"),
    [
        ("2025-01-01", "", "2026-11-22", "", "inforce"),
        ("2027-01-01", "", "2026-11-22", "", "coming"),
        ("2027-01-01", "", "2027-01-01", "", "inforce"),
        ("2014-01-01", "2025-01-01", "2026-11-22", "", "repealed"),
        ("2014-01-01", "2030-01-01", "2029-12-31", "", "inforce"),
        ("2014-01-01", "2030-01-01", "2030-01-01", "", "repealed"),
        # A clock that cannot be right: only what is certain.
        ("2025-01-01", "", "1970-01-01", "", "inforce"),
        ("2014-01-01", "2025-01-01", "1970-01-01", "", "repealed"),
        ("2026-07-01", "", "1970-01-01", "", "unknown"),
        ("2026-07-01", "", "1970-01-01", "2026-11-01", "inforce"),
        ("2014-01-01", "2030-01-01", "2099-01-01", "", "unknown"),
        ("", "", "1970-01-01", "", "inforce"),
    ],
)
def test_what_holds_on_a_day(in_force: str, repealed: str, today: str, published: str, stands: str) -> None:
    assert standing(in_force, repealed, noon(today), published) == stands


@given(st.dates(date(2026, 1, 2), date(2040, 1, 1)), st.integers(1, 4000), st.integers(-3000, 3000))
def test_a_law_comes_holds_and_ends_in_this_order(begins: date, days: int, now: int) -> None:
    ends = begins + timedelta(days)
    today = max(date(2026, 1, 2), min(date(2049, 12, 30), begins + timedelta(now)))
    stands = standing(begins.isoformat(), ends.isoformat(), noon(today.isoformat()))
    assert stands == ("coming" if today < begins else "inforce" if today < ends else "repealed")


def test_only_whole_iso_dates_are_days() -> None:
    assert day_of("2024-11-10") == date(2024, 11, 10)
    assert all(day_of(text) is None for text in ("", "2024", "20241110", "2024-02-30", "2024-W10-1", "今天"))


# --- comparing ------------------------------------------------------------------------------------------------------


def law(*texts: str) -> list[Article]:
    return [Article(f"第{n}条", (text,)) for n, text in enumerate(texts, 1)]


def test_a_new_article_in_the_middle_moves_the_others() -> None:
    old = law("为统一假期，制定本办法。", "本办法自公布之日起施行。")
    new = law("为统一假期，制定本办法。", "法定假日前后连续工作一般不超过6天。", "本办法自公布之日起施行。")
    rows = compare(old, new, current=True)
    assert [(r.change, r.old, r.new, r.article) for r in rows] == [
        ("same", "第1条", "第1条", 0),
        ("added", "", "第2条", 1),
        ("moved", "第2条", "第3条", 2),
    ]


def test_words_are_marked_and_brackets_of_another_width_are_not() -> None:
    made = pieces("(二)春节，放假3天(农历正月初一)；", "（二）春节，放假4天（农历正月初一）；")
    assert made == ("=（二）春节，放假", "-3", "+4", "=天（农历正月初一）；")
    rows = compare(law("(一)元旦；"), law("（一）元旦；"), current=True)
    assert [r.change for r in rows] == ["same"]


def test_a_dropped_article_and_one_that_is_wholly_new() -> None:
    rows = compare(law("甲乙丙丁戊。"), law("一二三四五。"), current=False)
    assert [(r.change, r.article) for r in rows] == [("removed", -1), ("added", -1)]


WORDS = st.text(st.sampled_from("甲乙丙丁，。12\n"), max_size=40)


@given(WORDS, WORDS)
def test_the_pieces_hold_both_texts_whole(old: str, new: str) -> None:
    made = pieces(old, new)
    assert "".join(p[1:] for p in made if p[0] in "=-") == old
    assert "".join(p[1:] for p in made if p[0] in "=+") == new


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
def test_every_article_of_both_versions_is_in_the_comparison_once_and_in_order(a: list[str], b: list[str]) -> None:
    old, new = law(*a), law(*b)
    rows = compare(old, new, current=True)
    assert [r.new for r in rows if r.new] == [x.label for x in new]
    assert [r.old for r in rows if r.old] == [x.label for x in old]


# --- finding --------------------------------------------------------------------------------------------------------

ARTICLES = (
    Article("第一条", ("工资按月付。", "不得拖欠工资。"), plain=("工资要按时给。",)),
    Article("第二条", ("Overtime <b>加班</b> & more",)),
)


def test_matches_are_found_in_text_and_plain_words_in_order() -> None:
    folded = find.fold(ARTICLES)
    found = find.find(folded, " 工资 ")
    assert [(m.article, m.line, m.start) for m in found] == [(0, 0, 0), (0, 1, 4), (0, 2, 0)]
    assert [find.offset(ARTICLES[0], m) for m in found] == [0, 7 + 4, -1]
    assert find.find(folded, "OVERTIME")[0].article == 1
    assert find.find(folded, "  ") == () == find.find(folded, "没有的字")


def test_marks_leave_the_text_safe_for_html() -> None:
    found = find.find(find.fold(ARTICLES), "加班")
    marked = find.marked(ARTICLES[1].paragraphs[0], found, found[0])
    assert marked == f"Overtime &lt;b&gt;{find.HERE}加班{find.END}&lt;/b&gt; &amp; more"
    assert f"{find.BEGIN}加班{find.END}" in find.snippet(ARTICLES[1], found[0])


@given(st.lists(st.text("甲乙aA", max_size=12), min_size=1, max_size=5), st.text("甲乙aA", min_size=1, max_size=3))
def test_every_match_is_the_word_and_none_is_forgotten(lines: list[str], word: str) -> None:
    articles = tuple(Article(f"第{n}条", (line,)) for n, line in enumerate(lines, 1))
    found = find.find(find.fold(articles), word)
    for m in found:
        assert lines[m.article][m.start : m.start + m.length].lower() == word.lower()
    assert len(found) == sum(line.lower().count(word.lower()) for line in lines)
