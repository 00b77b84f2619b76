"""The author's lines about ways to play: what they mean, and every mistake in them at once."""

from __future__ import annotations

from kiosk.core.codec import decode, encode
from kiosk.core.findings import Findings
from kiosk.core.source import Fields
from kiosk.kinds.quiz.ruleparse import parse_rules
from kiosk.kinds.quiz.rules import Prize, Rules, Workshop


def parsed(data: dict[str, object]) -> tuple[Rules, list[str]]:
    findings = Findings()
    fields = Fields(data, {key: n for n, key in enumerate(data, 1)}, "index.md", findings)
    rules = parse_rules(fields)
    fields.finish()
    return rules, [error.code for error in findings.errors]


def test_without_a_line_a_quiz_is_practised_by_anybody() -> None:
    assert parsed({}) == (Rules(), [])


def test_every_line_means_what_the_manual_says() -> None:
    rules, wrong = parsed(
        {
            "modes": ["duel", "daily", "practice"],
            "identity": "number",
            "number": {"least": "6", "most": "8", "check": "luhn"},
            "points": {"right": "2", "daily": "30"},
            "daily": {"draw": "5", "tries": "2"},
            "workshops": [{"name": "总装", "people": "42"}],
            "prizes": {
                "points": "5",
                "opens": "2026-12-31 15:00",
                "list": [{"name": "一等奖", "what": "杯", "count": "2"}],
            },
        }
    )
    assert wrong == []
    assert rules.modes == ("practice", "daily", "duel")
    assert (rules.least_digits, rules.most_digits, rules.check_digit) == (6, 8, "luhn")
    assert (rules.points, rules.daily_points, rules.daily_tries) == (2, 30, 2)
    assert rules.workshops == (Workshop("总装", 42),)
    assert (rules.ticket_points, rules.draw_opens, rules.prizes) == (5, "2026-12-31 15:00", (Prize("一等奖", "杯", 2),))
    assert decode(Rules, encode(rules)) == rules


def test_every_mistake_is_reported_at_once() -> None:
    _, wrong = parsed(
        {
            "modes": ["daily", "chess"],
            "number": {"least": "9", "most": "4"},
            "points": {"right": "0", "bonus": "7"},
            "workshops": [{"name": "总装", "people": "4"}, {"name": "总装", "people": "5"}],
            "prizes": {"opens": "tomorrow", "list": []},
        }
    )
    assert sorted(wrong) == [
        "bad-time", "daily-needs-identity", "digits-crossed", "no-prizes", "out-of-range", "same-workshop",
        "unknown-field", "unknown-mode",
    ]  # fmt: skip
