"""Months, quarters and years that are chosen with a finger."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens.reports.span import Span, joined, month, quarter, until, year_of

MONTHS = st.builds(month, st.integers(2001, 2098), st.integers(1, 12))


@given(MONTHS, st.integers(1, 60))
def test_what_comes_before_ends_where_this_begins_and_is_as_long(last: Span, months: int) -> None:
    span = until(last.last.year, last.last.month, months)
    before = span.before()
    assert (span.months, before.months) == (months, months)
    assert before.last + timedelta(days=1) == span.first
    assert span.first.day == before.first.day == 1


@given(MONTHS, MONTHS)
def test_two_months_make_all_between_them(one: Span, other: Span) -> None:
    both = joined(one, other)
    assert both == joined(other, one)
    assert both.first == min(one.first, other.first)
    assert both.last == max(one.last, other.last)
    assert both.holds(one.first.year, one.first.month)
    assert both.holds(other.first.year, other.first.month)


@pytest.mark.parametrize(
    ("span", "zh", "en"),
    [
        (month(2026, 11), "2026 年 11 月", "Nov 2026"),
        (quarter(date(2026, 12, 3)), "2026 年四季度", "Q4 2026"),
        (year_of(date(2026, 5, 1)), "2026 年", "2026"),
        (until(2026, 11, 2), "2026 年 10 月至 11 月", "Oct 2026 to Nov 2026"),
        (until(2026, 1, 3), "2025 年 11 月至 2026 年 1 月", "Nov 2025 to Jan 2026"),
        (Span(), "全部日期", "All days"),
    ],
)
def test_they_are_called_as_people_call_them(span: Span, zh: str, en: str) -> None:
    assert (span.words()("zh"), span.words()("en")) == (zh, en)


def test_all_days_have_nothing_before_them() -> None:
    assert Span().before() is None
    assert month(2026, 2).last == date(2026, 2, 28)
    assert month(2026, 11).short()("zh") == "11 月"
