"""What a certificate says, on the glass and in its square."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.kinds.lesson.card import Certificate, day, masked, words

CARD = Certificate("安全四个字", 2, "F3DJ7VH68", datetime(2026, 11, 22, 9, tzinfo=UTC), "王小样", "20417")


def test_the_square_says_what_the_card_says_without_a_network() -> None:
    assert words(CARD, "zh").split("\n") == [
        "微教室学习证书",
        "《安全四个字》第2版",
        "王小样 ***17",
        "2026年11月22日",
        "证书号 F3D J7V H68",
    ]
    assert "22 November 2026" in words(CARD, "en") and "://" not in words(CARD, "en")


def test_nothing_is_said_of_what_nobody_said() -> None:
    bare = Certificate("课", 1, "F3DJ7VH68", None)
    assert words(bare, "zh") == "微教室学习证书\n《课》第1版\n证书号 F3D J7V H68"
    assert day(None, "zh") == "" and masked("") == "" and masked("7") == "7"
