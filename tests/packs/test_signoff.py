"""The record of the three reviews in a manifest."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.core.errors import ContentError
from kiosk.packs.signoff import SignOff, missing_roles, parse_signoff, signoff_json

GOOD = {"role": "wrote", "name": "王芳", "date": "2026-04-20"}


def test_there_and_back() -> None:
    found = parse_signoff([GOOD])
    assert found == (SignOff("wrote", "王芳", date(2026, 4, 20)),)
    assert signoff_json(found) == [GOOD]
    assert missing_roles(found) == ("checked", "approved")


def test_absent_and_unknown_are_allowed() -> None:
    assert parse_signoff(None) == ()
    assert parse_signoff([GOOD | {"role": "translated"}, GOOD | {"seal": "x"}]) == parse_signoff([GOOD])


@pytest.mark.parametrize(
    "value",
    [
        {},
        "x",
        [1],
        [GOOD] * 21,
        [{}],
        [GOOD | {"name": ""}],
        [GOOD | {"name": " "}],
        [GOOD | {"name": "a\u202eb"}],
        [GOOD | {"name": "\ud800"}],
        [GOOD | {"name": "x" * 61}],
        [GOOD | {"date": "2026-02-30"}],
        [GOOD | {"date": "20260220"}],
        [GOOD | {"date": 20260220}],
        [GOOD | {"role": ["wrote"]}],
    ],
)
def test_a_broken_record_is_refused(value: object) -> None:
    with pytest.raises(ContentError, match="signoff"):
        parse_signoff(value)
