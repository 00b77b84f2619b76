"""The author's lines about ways to play, identity, points, workshops and prizes -> `Rules`; every mistake at once."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.kinds.quiz.relay import LEAST_TEAMS
from kiosk.kinds.quiz.rules import IDENTITIES, MODES, CheckDigit, Identity, Mode, Prize, Rules, Workshop

MOST_WORKSHOPS = 40
MOST_PRIZES = 8
OPENS = "%Y-%m-%d %H:%M"


def parse_rules(fields: Fields) -> Rules:
    """The rules; what is wrong is noted and falls back to what a quiz without that line does."""
    usual = Rules()
    modes = _modes(fields)
    identity = cast("Identity", fields.choice("identity", IDENTITIES) or "none")
    if "daily" in modes and identity == "none":
        fields.error(
            "daily-needs-identity",
            "modes",
            Text("每日一关要知道是谁，才数得清试了几次。", "The daily gate counts tries, so it must know who plays."),
            Text("加一行 identity: nickname、number 或 card。", "Add identity: nickname, number or card."),
        )
    number, points = fields.mapping("number"), fields.mapping("points")
    daily, exam, prizes = fields.mapping("daily"), fields.mapping("exam"), fields.mapping("prizes")
    least = number.number("least", usual.least_digits, least=3, most=20) if number else usual.least_digits
    most = number.number("most", max(least, usual.most_digits), least=3, most=20) if number else usual.most_digits
    if number and least > most:
        message = Text(
            f"工号最少 {least} 位，最多 {most} 位。", f"A number has at least {least}, at most {most} digits."
        )
        number.error("digits-crossed", "most", message, Text("把 most 改大。", "Raise most."))
    rules = Rules(
        modes=modes,
        identity=identity,
        least_digits=least,
        most_digits=most,
        check_digit=cast("CheckDigit", (number.choice("check", ("none", "luhn")) if number else None) or "none"),
        points=points.number("right", 1, least=1, most=100) if points else 1,
        daily_points=points.number("daily", 0, most=10_000) if points else 0,
        daily_draw=daily.number("draw", 5, least=1, most=20) if daily else usual.daily_draw,
        daily_tries=daily.number("tries", 3, least=1, most=10) if daily else usual.daily_tries,
        challenge_seconds=fields.number("challenge", 45, least=5, most=600),
        exam_draw=exam.number("draw", 20, least=1, most=100) if exam else usual.exam_draw,
        exam_minutes=exam.number("minutes", 15, least=1, most=180) if exam else usual.exam_minutes,
        exam_pass=exam.number("pass", 12, most=100) if exam else usual.exam_pass,
        exam_tries=exam.number("tries", 1, most=10) if exam else usual.exam_tries,
        duel_seconds=fields.number("duel", 10, least=5, most=60),
        relay_seconds=fields.number("relay", 60, least=10, most=600),
        workshops=_workshops(fields),
        ticket_points=prizes.number("points", 1, least=1) if prizes else 0,
        draw_opens=_opens(prizes) if prizes else "",
        prizes=_prizes(prizes) if prizes else (),
    )
    for inner in (number, points, daily, exam, prizes):
        if inner:
            inner.finish()
    if "relay" in modes and len(rules.workshops) < LEAST_TEAMS:
        fields.error(
            "relay-needs-workshops",
            "modes",
            Text("接力赛至少要两个车间。", "A relay needs two workshops at least."),
            Text("在 workshops 里写上车间名和人数。", "List workshops with name and people."),
        )
    if rules.prizes and not rules.boards:
        fields.error(
            "prizes-need-board",
            "prizes",
            Text("抽奖要有积分，这套题没有记分的玩法。", "A draw needs points, and nothing in this quiz is scored."),
            Text("写上 identity，并在 modes 里加 daily、challenge 或 exam。", "Set identity, and a scored mode."),
        )
    return rules


def _modes(fields: Fields) -> tuple[Mode, ...]:
    said = fields.texts("modes")
    strange = [mode for mode in said if mode not in MODES]
    if strange:
        fields.error(
            "unknown-mode",
            "modes",
            Text(f"不认识的玩法“{'、'.join(strange)}”。", f"Unknown mode “{', '.join(strange)}”."),
            Text(f"可用：{'、'.join(MODES)}。", f"Use: {', '.join(MODES)}."),
        )
    known = tuple(dict.fromkeys(mode for mode in MODES if mode in said))
    return known or ("practice",)


def _workshops(fields: Fields) -> tuple[Workshop, ...]:
    found: dict[str, Workshop] = {}
    for entry in fields.mappings("workshops")[:MOST_WORKSHOPS]:
        name = entry.text("name", required=True, most=8)
        people = entry.number("people", 0, least=1)
        entry.finish()
        if name in found:
            message = Text(f"车间“{name}”写了两次。", f"The workshop “{name}” is there twice.")
            entry.error("same-workshop", "name", message, Text("删掉一个。", "Delete one of them."))
        elif name:
            found[name] = Workshop(name, people)
    return tuple(found.values())


def _prizes(prizes: Fields) -> tuple[Prize, ...]:
    found = []
    for entry in prizes.mappings("list")[:MOST_PRIZES]:
        name, what = entry.text("name", required=True, most=6), entry.text("what", required=True, most=20)
        count = entry.number("count", 1, least=1, most=100)
        entry.finish()
        found.append(Prize(name, what, count))
    if not found:
        message = Text("没有写奖项。", "There are no prizes.")
        prizes.error("no-prizes", "list", message, Text("list 里每项写 name、what、count。", "List name, what, count."))
    return tuple(found)


def _opens(prizes: Fields) -> str:
    said = prizes.text("opens", required=True, most=16)
    try:
        datetime.strptime(said, OPENS)  # noqa: DTZ007  local time of the hall, on purpose without a zone
    except ValueError:
        if said:
            message = Text(f"“{said}”不是日期和时间。", f"“{said}” is no date and time.")
            prizes.error("bad-time", "opens", message, Text("写成 2026-12-31 15:00。", "Write 2026-12-31 15:00."))
        return ""
    return said
