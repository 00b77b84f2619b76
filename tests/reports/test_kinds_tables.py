"""Every kind: nothing recorded and broken records make tables and facts all the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.table import Table
from kiosk.kinds import discover

KINDS = discover()
broken = st.dictionaries(
    st.sampled_from(("event", "question", "right", "entry", "voter", "item", "watched_ms", "finished", "edition", "answers",
                     "riddle", "look", "field", "frozen", "number", "claimed", "device", "prizes", "tickets", "title", "commitment", "seed", "key", "time", "first", "prompt")),
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3) | st.sampled_from(("answer", "order", "lit", "start")),
    max_size=5,
)  # fmt: skip


@pytest.mark.parametrize("key", KINDS)
def test_a_kind_of_which_nothing_is_recorded_has_empty_tables(key: str) -> None:
    tables = KINDS[key].tables(None, [])
    assert all(isinstance(table, Table) and table.rows == () for table in tables)
    assert list(KINDS[key].facts({})) == []


@pytest.mark.parametrize("key", KINDS)
@given(payloads=st.lists(broken, max_size=8))
def test_broken_records_are_left_out(key: str, payloads: list[dict[str, Any]]) -> None:
    for table in KINDS[key].tables(None, payloads):
        assert all(len(row) == len(table.columns) for row in table.rows)
