"""A question as its author wrote it, before anything is known to be right about it, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.core.findings import Findings
from kiosk.core.text import Lang, Text
from kiosk.kinds.quiz import answers
from kiosk.kinds.quiz.model import LEAST_OPTIONS, MOST_OPTIONS, Question, QuestionType, question_id

MOST = {"question": 300, "option": 100, "explain": 600, "source": 200, "answer": 40}
"""Longest texts, in characters: what still fits the screen at its smallest type."""

JUDGE_WORDS: dict[Lang, tuple[str, str]] = {"zh": ("对", "错"), "en": ("True", "False")}

SEE_FORMAT = Text("请照题库的写法说明改正。", "See the format reference for question banks.")


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry of a bank, all words as written.

    Args:
        file: the bank, for findings.
        places: line or cell of each field (`question`, `options.2` ...); `""` is the whole entry.
        answers: for fill, each accepted answer; else the one answer.
    """

    file: str
    places: Mapping[str, str]
    type: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    explain: str = ""
    source: str = ""
    read: str = ""


@dataclass(slots=True)
class _Check:
    draft: Draft
    findings: Findings
    mistakes: int = field(default=0)

    def wrong(self, code: str, at: str, message: Text, hint: Text = SEE_FORMAT) -> None:
        self.mistakes += 1
        self.findings.error(code, self.draft.file, self.place(at), message, hint)

    def place(self, at: str) -> str:
        places = self.draft.places
        return places.get(at) or places.get(at.partition(".")[0]) or places.get("", "")

    def length(self, at: str, words: str) -> None:
        most = MOST[at.partition(".")[0].rstrip("s")]
        if len(words) > most:
            self.wrong(
                "too-long",
                at,
                Text(
                    f"这里有 {len(words)} 个字，最多 {most} 个。",
                    f"This has {len(words)} characters, at most {most} fit.",
                ),
                Text("请改短。", "Shorten it."),
            )


def build(draft: Draft, lang: Lang, findings: Findings) -> Question | None:
    """The question of a draft; None when something is wrong with it. All that is wrong is written into `findings`."""
    check = _Check(draft, findings)
    kind = _type(check)
    _words(check)
    if kind is None:
        return None
    prompt, options = draft.question, draft.options
    right: tuple[int, ...] = ()
    accepted: tuple[str, ...] = ()
    if kind == "fill":
        prompt = _blank(check)
        accepted = _accepted(check)
    elif kind == "judge":
        right = _judged(check)
        options = JUDGE_WORDS[lang]
    else:
        _options(check)
        right = _order(check) if kind == "order" else _letters(check, kind)
    if check.mistakes:
        return None
    if not draft.explain:
        findings.warn(
            "missing-explanation",
            draft.file,
            check.place("explain"),
            Text("这道题没有解析。", "This question has no explanation."),
            Text("答错的人想知道为什么：写一两句话。", "Whoever was wrong wants to know why: write a sentence or two."),
        )
    known = question_id(kind, prompt, () if kind == "judge" else options)
    return Question(known, kind, prompt, options, right, accepted, draft.explain, draft.source, draft.read)


def _type(check: _Check) -> QuestionType | None:
    said = check.draft.type
    kind = answers.question_type(said)
    if kind is None:
        message = (
            Text(f"题型“{said}”不能用。", f"The type “{said}” cannot be used.")
            if said
            else Text("没有写题型。", "The type is missing.")
        )
        check.wrong(
            "question-type",
            "type",
            message,
            Text(
                "可用：单选、多选、判断、排序、填空；问答题不能自动判分。",
                "Use single, multiple, judge, order or fill; free text cannot be judged.",
            ),
        )
    return kind


def _words(check: _Check) -> None:
    draft = check.draft
    if not draft.question:
        check.wrong("missing-question", "question", Text("没有题干。", "The question is missing."))
    check.length("question", draft.question)
    check.length("explain", draft.explain)
    check.length("source", draft.source)


def _blank(check: _Check) -> str:
    prompt, count = answers.blanks(check.draft.question)
    if count != 1 and check.draft.question:
        check.wrong(
            "one-blank",
            "question",
            Text(f"填空题要有一个空，这里有 {count} 个。", f"A fill question has one blank; here are {count}."),
            Text(
                "把要填的地方写成“____”；两个空请写成两道题。",
                "Write the blank as “____”; make two questions of two blanks.",
            ),
        )
    return prompt


def _accepted(check: _Check) -> tuple[str, ...]:
    draft = check.draft
    if draft.options:
        check.wrong("options-not-wanted", "options", Text("填空题没有选项。", "A fill question has no options."))
    accepted = tuple(a for a in draft.answers if answers.plain(a))
    if not accepted:
        _missing_answer(check)
    for answer in accepted:
        check.length("answer", answer)
    return accepted


def _judged(check: _Check) -> tuple[int, ...]:
    draft = check.draft
    if not draft.answers:
        _missing_answer(check)
        return ()
    verdict = answers.judged(draft.answers[0], draft.options) if len(draft.answers) == 1 else None
    if verdict is None:
        check.wrong(
            "judge-answer",
            "answer",
            Text(
                f"判断题的答案“{'、'.join(draft.answers)}”看不懂。", f"“{', '.join(draft.answers)}” is not a verdict."
            ),
            Text("请写“对”或“错”。", "Write 对 or 错 (true or false)."),
        )
    return (0 if verdict else 1,)


def _options(check: _Check) -> None:
    options = check.draft.options
    if not LEAST_OPTIONS <= len(options) <= MOST_OPTIONS:
        check.wrong(
            "option-count",
            "options",
            Text(
                f"有 {len(options)} 个选项，应有 {LEAST_OPTIONS} 到 {MOST_OPTIONS} 个。",
                f"There are {len(options)} options; {LEAST_OPTIONS} to {MOST_OPTIONS} are wanted.",
            ),
        )
    seen: set[str] = set()
    for i, option in enumerate(options):
        at = f"options.{i}"
        check.length(at, option)
        if not option:
            check.wrong("empty-option", at, Text(f"第 {i + 1} 个选项是空的。", f"Option {i + 1} is empty."))
        elif answers.plain(option) in seen:
            check.wrong("same-option", at, Text(f"选项“{option}”写了两次。", f"The option “{option}” is there twice."))
        seen.add(answers.plain(option))


def _order(check: _Check) -> tuple[int, ...]:
    if check.draft.answers:
        check.wrong(
            "order-answer",
            "answer",
            Text("排序题不写答案。", "An order question has no answer line."),
            Text(
                "把选项按正确的先后写好，屏幕会打乱。", "Write the options in the right order; the kiosk shuffles them."
            ),
        )
    return tuple(range(len(check.draft.options)))


def _letters(check: _Check, kind: QuestionType) -> tuple[int, ...]:
    draft = check.draft
    said = "".join(draft.answers)
    if not said:
        _missing_answer(check)
        return ()
    chosen = answers.letters(said)
    if chosen is None:
        check.wrong(
            "answer-form",
            "answer",
            Text(f"答案“{said}”应写选项字母。", f"The answer “{said}” must be letters of options."),
            Text("单选如 B，多选如 ABD。", "B for single, ABD for multiple."),
        )
        return ()
    outside = [answers.LETTERS[i] for i in chosen if i >= len(draft.options)]
    if outside:
        check.wrong(
            "answer-outside",
            "answer",
            Text(
                f"答案 {'、'.join(outside)} 没有对应的选项，只有 {len(draft.options)} 个选项。",
                f"There is no option {', '.join(outside)}; there are {len(draft.options)}.",
            ),
        )
    if len(set(chosen)) < len(chosen):
        check.wrong("answer-twice", "answer", Text(f"答案“{said}”里有重复。", f"A letter is twice in “{said}”."))
    if kind == "single" and len(set(chosen)) > 1:
        check.wrong(
            "answer-count",
            "answer",
            Text(f"单选题的答案有 {len(chosen)} 个。", f"A single-choice question has {len(chosen)} answers."),
            Text("只留一个，或把题型改成多选。", "Keep one, or make the type multiple."),
        )
    return tuple(sorted(set(chosen)))


def _missing_answer(check: _Check) -> None:
    check.wrong("missing-answer", "answer", Text("没有答案。", "The answer is missing."))
