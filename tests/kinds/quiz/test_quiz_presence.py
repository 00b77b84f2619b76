"""Two people answer for a draw: no sequence of answers lets one of them through alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.quiz import lottery, presence, signature
from kiosk.kinds.quiz.drawledger import Claim, Held, signing
from kiosk.kinds.quiz.drawrows import rows
from kiosk.kinds.quiz.presence import Named, Presence, Purpose
from kiosk.kinds.quiz.rules import Prize

PEOPLE = tuple(Named(who, who) for who in "甲乙丙")
purposes: st.SearchStrategy[Purpose] = st.sampled_from(["seal", "resume", "claim", "swap"])
doing = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["135790", "111111", "12345", "135791", ""])), max_size=14
)


def answered(state: Presence, person: Named, code: str) -> Presence | None:
    match state.step:
        case "short" | "pin":
            return presence.on(state)
        case "operator" | "witness":
            return presence.named(state, person)
        case "code":
            return presence.chosen(state, code)
        case "again":
            return presence.repeated(state, code)
        case "sign":
            return presence.on(state)
        case None:
            return None


@given(purposes, st.booleans(), doing)
def test_whatever_is_answered_two_people_stand_there_at_the_end(
    purpose: Purpose, known: bool, said: list[tuple[Named, str]]
) -> None:
    operator = PEOPLE[0] if known else None
    witness = PEOPLE[1] if purpose in ("resume", "claim") else None
    state = presence.begin(purpose, operator, witness)
    for person, code in said:
        after = answered(state, person, code)
        state = after or state
        if state.operator and state.witness:
            assert state.operator.who != state.witness.who
    if state.step is None:
        assert state.operator is not None
        assert state.witness is not None
        if purpose in ("seal", "swap"):
            assert signature.fits(state.code)
        assert ("pin" in state.steps) == (not known)


@given(st.text("0123456789", min_size=6, max_size=6))
def test_only_the_code_itself_signs(code: str) -> None:
    assert signature.fits(code) == (len(set(code)) > 1)


def test_what_is_kept_of_a_code_tells_nothing_of_it() -> None:
    kept = signature.kept("135790")
    assert "135790" not in kept
    assert kept != signature.kept("135790")
    assert signature.same("135790", kept)
    assert not signature.same("135791", kept)
    assert not any(signature.same("135790", broken) for broken in ("", "$", "xx$yy", kept[:-1]))
    assert set(signing(PEOPLE[0], PEOPLE[1], kept)) == {"operator", "operator_who", "witness", "witness_who", "sign"}


@given(st.integers(1, 9), st.sets(st.integers(0, 8)))
def test_stock_and_prizes_add_up(drawn: int, handed: set[int]) -> None:
    prizes = (Prize("一等奖", "杯", 2), Prize("二等奖", "伞", 7))
    slip = lottery.freeze("擂台", [f"{n:02}" for n in range(20)], prizes, "ab" * 32)
    numbers = lottery.drawn("ab" * 32, slip)[:drawn]
    claims = tuple(Claim(n, "", "", "") for at, n in enumerate(numbers) if at in handed)
    held = Held(replace(slip, numbers=numbers), "ab" * 32, "k", ("",) * (drawn + 1), told=False, claims=claims)
    found = rows(held, prizes, 20)
    assert sum(row["left"] for row in found) == 9 - drawn
    assert sum(row["given"] for row in found) == len(claims)
    assert all(row["stock"] + row["given"] == prize.count for row, prize in zip(found, prizes, strict=True))
    assert [row["name"] for row in rows(None, prizes, 20)] == ["一等奖", "二等奖"]
