"""A survey as its author keeps it: front matter, a sentence or two, and the questions in a file beside it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date

from kiosk.core.codec import encode
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Text
from kiosk.kinds.survey import bank
from kiosk.kinds.survey.draft import MOST, Draft, read_question, translate
from kiosk.kinds.survey.model import SMALL_GROUP, Question, Quota, Rule, Survey, Test
from kiosk.kinds.survey.when import Written, number

FILES = ("questions.yaml", "questions.xlsx")


def parse(source: ItemSource) -> Survey | None:
    """The survey of one language; None when nothing can be asked. Every mistake goes into `source.findings`."""
    thanks = source.fields.text("thanks", most=MOST[source.lang]["note"])
    # What has no words is the same in every language, and so are its mistakes: they are told once.
    fields = source.fields if source.lang == "zh" else replace(source.fields, findings=Findings())
    opens, closes = _day(fields, "opens"), _day(fields, "closes")
    if opens and closes and closes < opens:
        _tell(fields, "bad-window", "closes", f"“{opens}”到“{closes}”不成一段。", f"{opens} to {closes} is no period.",
              "先写早的一天。", "Write the earlier day first.")  # fmt: skip
    results = fields.choice("results", ("never", "after")) or "never"
    results_from = fields.number("results_from", 10, least=SMALL_GROUP, most=10_000)
    name = source.list_file("questions", FILES, fields)
    if name is None:
        return None
    # The Chinese item reports the mistakes of its own file.
    findings = source.findings if source.lang == "zh" else Findings()
    before = len(findings.errors)
    drafts = _drafts(source, name, findings)
    questions = _tied(drafts)
    shuffle = _shuffle(fields, drafts)
    quotas = _quotas(fields, questions)
    if not questions or len(findings.errors) != before or (source.lang == "zh" and source.findings.errors):
        return None
    edition = hashlib.sha256(json.dumps(encode(questions), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[
        :12
    ]
    if source.lang != "zh":
        questions = _translated(source, name, questions)
        if not questions:
            return None
    return Survey(
        edition,
        questions,
        "after" if results == "after" else "never",
        results_from,
        shuffle,
        quotas,
        opens,
        closes,
        thanks,
        source.body.strip(),
    )


def _day(fields: Fields, key: str) -> str:
    said = fields.text(key, most=30)
    if not said:
        return ""
    try:
        return date.fromisoformat(said).isoformat() if len(said) == len("2026-11-01") else _no_day(fields, key, said)
    except ValueError:
        return _no_day(fields, key, said)


def _no_day(fields: Fields, key: str, said: str) -> str:
    _tell(fields, "bad-date", key, f"日期“{said}”写法不对。", f"“{said}” is not a date.",
          "写成 2026-11-01。", "Write it as 2026-11-01.")  # fmt: skip
    return ""


# --- questions ----------------------------------------------------------------------------------------------------


def _drafts(source: ItemSource, name: str, findings: Findings) -> tuple[Draft, ...]:
    """All questions that can be made out, also those with mistakes: others may refer to them."""
    found: dict[str, Draft] = {}
    for fields in bank.read(source.folder / name, source.beside(name), findings):
        draft = read_question(fields)
        if draft is None:
            continue
        if draft.question.id in found:
            _tell(fields, "twice", "id", f"编号“{draft.question.id}”前面已经有了。", f"The id “{draft.question.id}” is there already.",
                  "每题的编号要不一样。", "Every question needs its own id.")  # fmt: skip
            continue
        found[draft.question.id] = draft
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Book:
    """What a rule may refer to."""

    places: dict[str, int]
    drafts: tuple[Draft, ...]

    def needs(self, name: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
        """All questions that a question refers to, also through others."""
        place = self.places.get(name)
        if place is None or name in seen:
            return seen
        for rule in self.drafts[place].when:
            for test in rule:
                seen = self.needs(test.question, seen | {name}) | {test.question}
        return seen


def _tied(drafts: tuple[Draft, ...]) -> tuple[Question, ...]:
    """The questions with their rules, which may only refer to what is asked before."""
    book = _Book({d.question.id: i for i, d in enumerate(drafts)}, drafts)
    tied = []
    for place, draft in enumerate(drafts):
        rules = []
        for written in draft.when:
            tests = [t for w in written if (t := _test(book, place, draft.fields, w)) is not None]
            if len(tests) == len(written):
                rules.append(Rule(tuple(tests)))
        tied.append(replace(draft.question, when=tuple(rules)))
    return tuple(tied)


def _test(book: _Book, place: int, fields: Fields, written: Written) -> Test | None:
    own, wanted = book.drafts[place].question.id, written.question
    if wanted == own:
        _tell(fields, "when-itself", "when", f"“{own}”不能看自己的回答。", f"“{own}” cannot depend on itself.",
              "写前面某一题的编号。", "Name an earlier question.")  # fmt: skip
        return None
    if wanted not in book.places:
        _tell(fields, "when-unknown", "when", f"没有编号是“{wanted}”的题。", f"There is no question “{wanted}”.",
              f"可用：{'、'.join(book.places)}。", f"Known: {', '.join(book.places)}.")  # fmt: skip
        return None
    if book.places[wanted] > place:
        circle = own in book.needs(wanted)
        _tell(
            fields, "when-cycle" if circle else "when-forward", "when",
            f"“{own}”和“{wanted}”互相等着。" if circle else f"“{wanted}”在后面才问。",
            f"“{own}” and “{wanted}” wait for each other." if circle else f"“{wanted}” is asked later.",
            "只能看前面的题；调整顺序。", "Only earlier questions can be looked at; change the order.",
        )  # fmt: skip
        return None
    return _values(book.drafts[book.places[wanted]].question, fields, written)


def _values(question: Question, fields: Fields, written: Written) -> Test | None:
    if written.compare == "answered":
        return Test(question.id, "answered")
    if written.compare in ("least", "most"):
        if question.type not in ("scale", "number") or len(written.values) != 1 or number(written.values[0]) is None:
            _tell(fields, "when-type", "when", f"“{question.id}”不能比大小。", f"“{question.id}” cannot be compared.",
                  "只有打分题和数字题能写“>= 3”。", "Only scale and number questions take “>= 3”.")  # fmt: skip
            return None
        return Test(question.id, written.compare, written.values)
    if question.type not in ("single", "multiple", "scale", "ranking"):
        _tell(fields, "when-type", "when", f"“{question.id}”没有可比的选项。", f"“{question.id}” has no options to compare.",
              "这种题只能单写编号（答了就问）。", "Write the id alone: asked when it was answered.")  # fmt: skip
        return None
    keys = []
    for value in written.values:
        key = next((o.key for o in question.options if value in (o.key, o.text)), None)
        if key is None:
            _tell(fields, "when-option", "when", f"“{question.id}”没有选项“{value}”。", f"“{question.id}” has no option “{value}”.",
                  f"可用：{'、'.join(o.key for o in question.options)}。", f"Known: {', '.join(o.key for o in question.options)}.")  # fmt: skip
            return None
        keys.append(key)
    return Test(question.id, written.compare, tuple(dict.fromkeys(keys)))


# --- front matter about questions -----------------------------------------------------------------------------------


def _shuffle(fields: Fields, drafts: tuple[Draft, ...]) -> tuple[str, ...]:
    """Ids of the questions that trade places: only those that no rule ties to others."""
    said = fields.texts("shuffle")
    known = {d.question.id: d for d in drafts}
    looked_at = {test.question for d in drafts for rule in d.when for test in rule}
    for name in said:
        if name not in known:
            _tell(fields, "unknown-question", "shuffle", f"没有编号是“{name}”的题。", f"There is no question “{name}”.",
                  "写题目的编号。", "Write ids of questions.")  # fmt: skip
        elif known[name].when or name in looked_at:
            _tell(fields, "shuffle-tied", "shuffle", f"“{name}”和别的题有先后，不能打乱。", f"“{name}” is tied to other questions by “when”.",
                  "从 shuffle 里去掉它。", "Leave it out of `shuffle`.")  # fmt: skip
    return tuple(dict.fromkeys(said))


def _quotas(fields: Fields, questions: tuple[Question, ...]) -> tuple[Quota, ...]:
    """`quota: {total: 300, dept: {A: 50}}`."""
    quota = fields.mapping("quota")
    if quota is None:
        return ()
    found = []
    for name in quota.data:
        if name == "total":
            found.append(Quota(quota.number("total", 1, least=1)))
            continue
        question = next((q for q in questions if q.id == name), None)
        inner = quota.mapping(str(name))
        if question is None or question.type not in ("single", "multiple", "scale"):
            _tell(quota, "quota-question", str(name), f"配额里的“{name}”不是单选、多选或打分题。", f"“{name}” in the quota is no question with options.",
                  "写这类题的编号，或 total。", "Name a single, multiple or scale question, or total.")  # fmt: skip
            continue
        for said in inner.data if inner else ():
            key = next((o.key for o in question.options if said in (o.key, o.text)), None)
            most = inner.number(str(said), 1, least=1) if inner else 1
            if key is None:
                _tell(quota, "quota-option", str(name), f"“{name}”没有选项“{said}”。", f"“{name}” has no option “{said}”.",
                      f"可用：{'、'.join(o.key for o in question.options)}。", f"Known: {', '.join(o.key for o in question.options)}.")  # fmt: skip
            else:
                found.append(Quota(most, question.id, key))
    return tuple(found)


# --- translation ----------------------------------------------------------------------------------------------------


def _translated(source: ItemSource, name: str, chinese: tuple[Question, ...]) -> tuple[Question, ...]:
    """The Chinese questions in the words of another language, matched by their order in the file."""
    theirs = source.in_language(name, (".yaml", ".xlsx"))
    file = source.beside(theirs)
    entries = bank.read(source.folder / theirs, file, source.findings)
    if entries and len(entries) != len(chinese):
        source.findings.error(
            "translation-length",
            file,
            "",
            Text(
                f"译文有 {len(entries)} 题，中文有 {len(chinese)} 题。",
                f"{len(entries)} questions, {len(chinese)} in Chinese.",
            ),
            Text("两个文件的题目和顺序应一样。", "Both files must have the same questions in the same order."),
        )
        return ()
    return tuple(translate(f, q, MOST[source.lang]) for f, q in zip(entries, chinese, strict=False))


def _tell(fields: Fields, code: str, key: str, zh: str, en: str, do_zh: str, do_en: str) -> None:
    fields.error(code, key, Text(zh, en), Text(do_zh, do_en))
