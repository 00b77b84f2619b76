"""What people know: quizzes and their hardest questions, riddles, lessons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text
from kiosk.records.facts import Fact
from kiosk.reports import headline
from kiosk.reports.material import Material
from kiosk.reports.model import Bar, Bars, Hard, Report
from kiosk.reports.sums import Tally

QUIZZES = (
    Column("quiz", Text("题库", "Quiz"), width=32),
    Column("rounds", Text("答完轮数", "Rounds"), "integer"),
    Column("passed", Text("过关轮数", "Passed"), "integer"),
    Column("pass_rate", Text("过关率", "Pass rate"), "percent"),
    Column("answers", Text("答题次数", "Answers"), "integer"),
    Column("right", Text("正确率", "Right share"), "percent"),
    Column("time", Text("每轮平均用时", "Mean time of a round"), "duration"),
    Column("duels", Text("对战", "Duels"), "integer"),
    Column("relays", Text("接力", "Relays"), "integer"),
)
QUESTIONS = (
    Column("item", Text("出处", "Of"), width=24),
    Column("question", Text("题目", "Question"), width=48),
    Column("answers", Text("作答次数", "Answers"), "integer"),
    Column("wrong", Text("答错次数", "Wrong"), "integer"),
    Column("share", Text("错误率", "Wrong share"), "percent"),
    Column("timed_out", Text("超时次数", "Timed out"), "integer"),
    Column("time", Text("平均用时", "Mean time"), "duration"),
)
RIDDLES = (
    Column("item", Text("灯谜", "Riddles"), width=32),
    Column("walks", Text("猜完一轮", "Rounds"), "integer"),
    Column("answers", Text("猜过条数", "Riddles tried"), "integer"),
    Column("right", Text("猜中率", "Guessed share"), "percent"),
    Column("hints", Text("用提示", "Hints"), "integer"),
    Column("shown", Text("看谜底", "Answer asked for"), "integer"),
)
LESSONS = (
    Column("lesson", Text("微课", "Lesson"), width=36),
    Column("started", Text("开始", "Started"), "integer"),
    Column("finished", Text("学完", "Finished"), "integer"),
    Column("share", Text("学完率", "Finished share"), "percent"),
    Column("certificates", Text("领证书", "Certificates"), "integer"),
    Column("time", Text("平均用时", "Mean time"), "duration"),
    Column("right", Text("一次答对率", "Right at once"), "percent"),
)


def quizzes(material: Material) -> Report:
    """Rounds and right answers of each quiz, and every question, the hardest first."""
    facts = tuple(f for f in material.chosen() if f.kind in ("quiz", "quiz-round"))
    tally = Tally(facts, lambda f: f.uid)
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "round"), -tally.count(u, "answered"), u))
    rows: list[Row] = [
        (material.title(u), tally.count(u, "round"), tally.count(u, "passed"), tally.ratio(u, "passed", "round"),
         tally.count(u, "answered"), tally.share(u, "answered"), tally.mean(u, "round", 0), tally.count(u, "duel"),
         tally.count(u, "relay"))
        for u in order
    ]  # fmt: skip
    questions, hard = _questions(facts, material)
    rounds = sum(tally.count(u, "round") for u in order)
    played = Text(f"答完 {rounds:,} 轮", f"{rounds:,} rounds were finished")
    right = [Bar(Text(t := material.title(u), t), tally.share(u, "answered")) for u in order]
    return Report(
        "quizzes",
        Text("答题", "Quizzes"),
        headline.hardest_said(hard, played) if facts else headline.NOTHING,
        material.about(),
        (Table(Text("按题库", "By quiz"), QUIZZES, tuple(rows)), questions),
        Bars(Text("正确率", "Right share"), "percent", tuple(right), _all(facts, "answered")) if right else None,
        hard,
    )


def riddles(material: Material) -> Report:
    """The same for riddles."""
    facts = tuple(f for f in material.chosen() if f.kind == "riddle")
    tally = Tally(facts, lambda f: f.uid)
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "answered"), u))
    rows: list[Row] = [
        (material.title(u), tally.count(u, "walked"), tally.count(u, "answered"), tally.share(u, "answered"),
         tally.count(u, "hint"), tally.count(u, "shown"))
        for u in order
    ]  # fmt: skip
    questions, hard = _questions(facts, material)
    tried = sum(tally.count(u, "answered") for u in order)
    return Report(
        "riddles",
        Text("猜灯谜", "Riddles"),
        headline.hardest_said(hard, Text(f"猜过 {tried:,} 条", f"{tried:,} riddles were tried"))
        if facts
        else headline.NOTHING,
        material.about(),
        (Table(Text("按灯谜", "By set"), RIDDLES, tuple(rows)), questions),
        hardest=hard,
    )


def lessons(material: Material) -> Report:
    """Who begins a lesson, and who finishes it."""
    facts = tuple(f for f in material.chosen() if f.kind == "lesson")
    tally = Tally(facts, lambda f: f.uid)
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "started"), u))
    rows: list[Row] = [
        (material.title(u), tally.count(u, "started"), tally.count(u, "finished"), tally.ratio(u, "finished", "started"),
         tally.count(u, "certificate"), tally.mean(u, "time", 0), tally.share(u, "answered"))
        for u in order
    ]  # fmt: skip
    bars = [Bar(Text(t := material.title(u), t), tally.ratio(u, "finished", "started")) for u in order]
    least = headline.lowest(bars)
    done, begun = (sum(tally.count(u, m) for u in order) for m in ("finished", "started"))
    said = Text(f"学完 {done:,} 次，开始 {begun:,} 次", f"Finished {done:,} of {begun:,} lessons begun")
    if least is not None:
        said = Text(f"“{bars[least].label.zh}”学完的最少", f"“{bars[least].label.en}” is finished the least")
    questions, hard = _questions(facts, material)
    average = round(min(1.0, done / begun), 4) if begun else None
    return Report(
        "lessons",
        Text("微课学习", "Lessons"),
        said if facts else headline.NOTHING,
        material.about(),
        (Table(Text("按微课", "By lesson"), LESSONS, tuple(rows)), questions),
        Bars(Text("学完率", "Finished share"), "percent", headline.marked(bars, least), average) if bars else None,
        hard,
        (Text("接着上次学的也算学完，所以学完的可能比开始的多。",
              "A lesson begun on an earlier day may be finished on a later one."),),
    )  # fmt: skip


def _questions(facts: Iterable[Fact], material: Material) -> tuple[Table, tuple[Hard, ...]]:
    tally = Tally((f for f in facts if f.key), lambda f: (f.uid, f.key))
    labels: dict[str, Mapping[str, str]] = {}
    rows: list[Row] = []
    hard: list[Hard] = []
    for uid, key in tally.rows:
        row = uid, key
        answers = tally.count(row, "answered")
        if not answers:
            continue
        if uid not in labels:
            labels[uid] = material.labels(uid)
        label = labels[uid].get(key, key)
        wrong = answers - round(tally.total(row, "answered"))
        share = round(wrong / answers, 4)
        hard.append(Hard(label, share, answers))
        rows.append(
            (material.title(uid), label, answers, wrong, share, tally.count(row, "timed_out"), tally.mean(row, "time"))
        )
    rows.sort(key=lambda r: (-_number(r[4]), -_number(r[2]), str(r[1]), str(r[0])))
    return Table(Text("每道题", "By question"), QUESTIONS, tuple(rows)), headline.hardest(hard)


def _number(cell: object) -> float:
    return float(cell) if isinstance(cell, (int, float)) else 0.0


def _all(facts: Iterable[Fact], measure: str) -> float | None:
    return Tally(facts, lambda _f: "").share("", measure)
