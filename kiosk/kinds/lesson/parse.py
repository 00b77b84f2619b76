"""A lesson as its author writes it: front matter, a sentence or two, and one `##` heading for each step."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from kiosk.authoring import inline, lines, paths
from kiosk.authoring.cache import default_cache
from kiosk.authoring.pictures import PictureError, inline_picture
from kiosk.core.source import ItemSource
from kiosk.core.text import Lang, Text
from kiosk.kinds.lesson.film import FILMS, own_film
from kiosk.kinds.lesson.model import (
    LEAST_MINUTES,
    LEAST_OPTIONS,
    LEAST_STEPS,
    MOST_MINUTES,
    MOST_OPTIONS,
    MOST_STEPS,
    Film,
    Lesson,
    Picture,
    Question,
    Step,
)

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"word": 4, "key": 48, "more": 240, "prompt": 40, "option": 24, "why": 90, "shown": 10},
    "en": {"word": 12, "key": 150, "more": 700, "prompt": 120, "option": 72, "why": 280, "shown": 28},
}
"""Longest texts, in characters: what still fits the screen."""
ABOUT = 300
CHARACTERS_A_SECOND = 4.2
WORDS_A_SECOND = 2.8
SECONDS_A_QUESTION = 20
JUDGE = ({"对", "错"}, {"right", "wrong"}, {"true", "false"})

_ASKED = re.compile(r"^\s*[?？]\s*(.+)$")
_TICK = re.compile(r"^[\[［]\s*(.?)\s*[\]］]\s*(.*)$")
_ITEM_PICTURE = re.compile(r"^!\[(?P<alt>[^\]]*)\]\(\s*(?P<src>[^\s)]*)\s*\)\s*$")


@dataclass(slots=True)
class _Asked:
    line: int
    prompt: list[str]
    options: list[tuple[int, str, bool]] = field(default_factory=list)  # line, words, ticked
    order: list[tuple[int, str]] = field(default_factory=list)  # line, what the number stands before
    why: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    line: int
    word: str
    said: list[str] = field(default_factory=list)
    picture: Picture | None = None
    film: Film | None = None
    segment: str = ""
    asked: _Asked | None = None


def parse(source: ItemSource) -> Lesson | None:
    """The lesson of one language; None when there is none to take. Every mistake goes into `source.findings`."""
    fields = source.fields
    edition = fields.number("edition", 1, least=1, most=999)
    given = fields.number("minutes", 0, least=LEAST_MINUTES, most=MOST_MINUTES)
    reads = fields.texts("reads")
    for link in reads:
        if not source.knows(link):
            _unknown(source, fields.line("reads"), link)
    body = _Body(source)
    body.read()
    steps = tuple(filter(None, (body.step(draft) for draft in body.drafts)))
    _count(source, len(body.drafts))
    about = inline.plain(" ".join(body.about).strip())
    if len(about) > ABOUT:
        body.too_long(source.body_line, "介绍", "introduction", len(about), ABOUT)
    if not steps or any(f.file == source.file for f in source.findings.errors):
        return None
    return Lesson(edition, _minutes(source, given, steps), steps[:MOST_STEPS], about, reads)


@dataclass(slots=True)
class _Body:
    """The body so far."""

    source: ItemSource
    about: list[str] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)

    def read(self) -> None:
        """Sort every line of the body to its step."""
        blank = True
        for n, line in enumerate(self.source.body.split("\n"), self.source.body_line):
            if not line.strip():
                blank = True
                continue
            self._line(line, n, blank)
            blank = False

    def _line(self, line: str, n: int, blank: bool) -> None:
        heading = lines.HEADING.match(line)
        if heading:
            self._heading(heading[1], inline.plain(heading[2]), n)
            return
        if not self.drafts:
            self.about.append(line.strip())
            return
        draft = self.drafts[-1]
        picture, fence, asked = lines.PICTURE.match(line), lines.FENCE.match(line), _ASKED.match(line)
        if picture:
            self._shown(draft, picture["src"], picture["alt"].strip(), n)
        elif fence:
            self._fence(draft, fence[1], n)
        elif asked:
            if draft.asked:
                self.error(
                    "two-questions", n, Text("这一步有两道题。", "This step asks two questions."),
                    Text("一步只问一题，另一题放到下一步。", "Ask one a step; put the other into the next step."),
                )  # fmt: skip
            else:
                draft.asked = _Asked(n, [inline.plain(asked[1])])
        elif draft.asked:
            self._under_question(draft.asked, line, n)
        elif blank or not draft.said:
            draft.said.append(inline.plain(line))
        else:
            joint = "" if self.source.lang == "zh" else " "
            draft.said[-1] += joint + inline.plain(line)

    def _heading(self, marks: str, word: str, n: int) -> None:
        if marks != "##":
            self.error(
                "bad-heading", n, Text("每一步用两个 # 开头。", "A step begins with two #."),
                Text(f"写成“## {word}”。", f"Write “## {word}”."),
            )  # fmt: skip
        most = MOST[self.source.lang]["word"]
        if len(word) > most:
            self.too_long(n, "步骤名", "name of the step", len(word), most)
        self.drafts.append(_Draft(n, word))

    def _under_question(self, asked: _Asked, line: str, n: int) -> None:
        bullet, number, quote = lines.BULLET.match(line), lines.NUMBER.match(line), lines.QUOTE.match(line)
        if bullet:
            tick = _TICK.match(bullet[1])
            if tick is None:
                self.error(
                    "no-box", n, Text("这个选项前面没有方框。", "This option has no box."),
                    Text("对的写“- [x] …”，错的写“- [ ] …”。", "Write “- [x] …” for the right one, else “- [ ] …”."),
                )  # fmt: skip
            words = inline.plain(tick[2] if tick else bullet[1])
            asked.options.append((n, words, bool(tick and tick[1])))
        elif number:
            asked.order.append((n, number[1].strip()))
        elif quote:
            asked.why.append(inline.plain(quote[1]))
        elif not asked.options and not asked.order and not asked.why:
            asked.prompt.append(inline.plain(line))
        else:
            self.error(
                "after-question", n, Text("题目后面不能再写正文。", "No text can follow a question."),
                Text("正文放在“？”前面；答完的解释以“>”开头。", "Put it before the “?”; explanations begin with “>”."),
            )  # fmt: skip

    def _shown(self, draft: _Draft, name: str, alt: str, n: int) -> None:
        if name.lower().endswith(FILMS):
            if draft.film:
                self._twice(n, "短片", "film")
            else:
                draft.film = own_film(self.source, name, alt, n)
        elif draft.picture:
            self._twice(n, "图", "picture")
        else:
            draft.picture = self.picture(name, alt, n)

    def _fence(self, draft: _Draft, said: str, n: int) -> None:
        name, _, item = said.partition(" ")
        item = item.strip()
        if not said:
            return
        if name != "segment":
            self.error(
                "unknown-block", n, Text(f"不认识的块“::: {name}”。", f"Unknown block “::: {name}”."),
                Text("可用：::: segment 条目。", "Use ::: segment item."),
            )  # fmt: skip
        elif draft.segment:
            self._twice(n, "节目", "programme")
        elif self.source.knows(item):
            draft.segment = item
        else:
            _unknown(self.source, n, item)

    def picture(self, name: str, alt: str, n: int) -> Picture | None:
        """Re-encode a picture and put it into the pack; None after noting why it cannot be used."""
        source = self.source
        if not alt:
            source.findings.warn(
                "no-alt", source.file, n, Text("图片没有说明，看不见的人不知道画了什么。", "The picture has no words."),
                Text("写在方括号里：![图里有什么](文件名)。", "Write them in the brackets: ![what it shows](file)."),
            )  # fmt: skip
        path = paths.own_file(source.folder, name, source.file, n, source.findings)
        if path is None:
            return None
        try:
            made = inline_picture(path, source.cache or default_cache())
        except PictureError as error:
            source.findings.error(error.code, source.file, n, error.message, error.hint)
            return None
        packed = source.path(f"pictures/{name.rpartition('.')[0].replace('/', '-')}{made.file.suffix}")
        packed = source.media.setdefault(str(made.file), packed)
        return Picture(packed, alt, made.width, made.height)

    def step(self, draft: _Draft) -> Step | None:
        """What became of a step; None after noting what is missing."""
        most = MOST[self.source.lang]
        question = self._question(draft.asked) if draft.asked else None
        if not draft.said:
            self.error(
                "no-text", draft.line, Text(f"“{draft.word}”这一步没有正文。", f"The step “{draft.word}” has no text."),
                Text("至少写一句要记住的话。", "Write at least the sentence to remember."),
            )  # fmt: skip
            return None
        key, more = draft.said[0].replace("\\n", "\n"), tuple(draft.said[1:])
        if len(key) > most["key"]:
            self.too_long(draft.line, "第一段", "first paragraph", len(key), most["key"])
        if (long := sum(map(len, more))) > most["more"]:
            self.too_long(draft.line, "正文", "text", long, most["more"])
        return Step(draft.word, key, more, draft.picture, draft.film, draft.segment, question)

    def _question(self, asked: _Asked) -> Question | None:
        most = MOST[self.source.lang]
        joint = "\n" if self.source.lang == "zh" else " "
        prompt = joint.join(asked.prompt).replace("\\n", joint)
        if len(prompt) > most["prompt"]:
            self.too_long(asked.line, "题目", "question", len(prompt), most["prompt"])
        why = "".join(asked.why) if self.source.lang == "zh" else " ".join(asked.why)
        if len(why) > most["why"]:
            self.too_long(asked.line, "解释", "explanation", len(why), most["why"])
        if asked.order and asked.options:
            self.error(
                "mixed-question", asked.line, Text("一道题里又有方框又有编号。", "It has both boxes and numbers."),
                Text("选择题用“- [ ]”，排序题用“1.”。", "Use “- [ ]” for a choice and “1.” for an order."),
            )  # fmt: skip
            return None
        return self._order(asked, prompt, why) if asked.order else self._choice(asked, prompt, why)

    def _choice(self, asked: _Asked, prompt: str, why: str) -> Question | None:
        words = [words for _, words, _ in asked.options]
        ticked = [i for i, (_, _, right) in enumerate(asked.options) if right]
        sound = self._options(asked.line, words)
        for n, said, _ in asked.options:
            if len(said) > MOST[self.source.lang]["option"]:
                self.too_long(n, "选项", "option", len(said), MOST[self.source.lang]["option"])
        if len(ticked) != 1 and words:
            self.error(
                "no-right-answer" if not ticked else "many-right-answers", asked.line,
                Text(f"“{prompt}”有 {len(ticked)} 个对的选项。", f"“{prompt}” has {len(ticked)} right answers."),
                Text("恰好一个选项写成“- [x] …”。", "Mark exactly one option as “- [x] …”."),
            )  # fmt: skip
            return None
        if not sound:
            return None
        if {w.lower() for w in words} in JUDGE:
            words = sorted(words, key=lambda w: w.lower() not in ("对", "right", "true"))
            right = words.index(asked.options[ticked[0]][1])
            return Question("judge", prompt, tuple(words), right, why)
        return Question("single", prompt, tuple(words), ticked[0], why)

    def _order(self, asked: _Asked, prompt: str, why: str) -> Question | None:
        found: list[tuple[str, Picture]] = []
        whole = True
        for n, said in asked.order:
            match = _ITEM_PICTURE.match(said)
            if match is None:
                self.error(
                    "no-picture", n, Text("排序的每一项要是一张图。", "Each entry to be ordered must be a picture."),
                    Text("写成“1. ![图里有什么](文件名)”。", "Write “1. ![what it shows](file)”."),
                )  # fmt: skip
                whole = False
                continue
            alt = match["alt"].strip()
            if len(alt) > MOST[self.source.lang]["shown"]:
                self.too_long(n, "图的说明", "words of the picture", len(alt), MOST[self.source.lang]["shown"])
            picture = self.picture(match["src"], alt, n)
            if picture:
                found.append((alt, picture))
        if not self._options(asked.line, [alt for alt, _ in found]) or not whole or len(found) != len(asked.order):
            return None
        return Question("order", prompt, tuple(a for a, _ in found), 0, why, tuple(p for _, p in found))

    def _options(self, line: int, words: list[str]) -> bool:
        if not LEAST_OPTIONS <= len(words) <= MOST_OPTIONS:
            self.error(
                "bad-options", line, Text(f"题目有 {len(words)} 个选项。", f"The question has {len(words)} options."),
                Text(f"写 {LEAST_OPTIONS} 到 {MOST_OPTIONS} 个。", f"Give {LEAST_OPTIONS} to {MOST_OPTIONS}."),
            )  # fmt: skip
            return False
        if len(set(words)) != len(words) or not all(words):
            self.error(
                "same-options", line, Text("有两个选项一样，或者是空的。", "Two options are the same, or one is empty."),
                Text("每个选项写得不一样。", "Make them different."),
            )  # fmt: skip
            return False
        return True

    def _twice(self, n: int, zh: str, en: str) -> None:
        self.error(
            "twice", n, Text(f"这一步有两个{zh}。", f"This step has two of them: {en}."),
            Text("一步只放一个。", "One a step is enough."),
        )  # fmt: skip

    def too_long(self, n: int, zh: str, en: str, long: int, most: int) -> None:
        """Note a text that does not fit the screen."""
        self.error(
            "too-long", n, Text(f"{zh}有 {long} 个字，最多 {most} 个。", f"The {en} has {long} characters, at most {most}."),
            Text("请改短，或者分成两步。", "Shorten it, or make two steps of it."),
        )  # fmt: skip

    def error(self, code: str, n: int, message: Text, hint: Text) -> None:
        """Note a mistake at a line."""
        self.source.findings.error(code, self.source.file, n, message, hint)


def _count(source: ItemSource, steps: int) -> None:
    if not LEAST_STEPS <= steps <= MOST_STEPS:
        source.findings.error(
            "bad-steps", source.file, source.body_line,
            Text(f"这一课有 {steps} 步。", f"This lesson has {steps} steps."),
            Text(f"用“## 步骤名”分成 {LEAST_STEPS} 到 {MOST_STEPS} 步。", f"Make {LEAST_STEPS} to {MOST_STEPS}: “## name”."),
        )  # fmt: skip
    if source.lang == "zh":
        return
    chinese = source.folder / "index.md"
    body = chinese.read_text("utf-8-sig", errors="replace") if chinese.is_file() else ""
    there = sum(1 for line in body.split("\n") if line.startswith("## "))
    if there and there != steps:
        source.findings.error(
            "steps-differ", source.file, source.body_line,
            Text(f"中文有 {there} 步，这里有 {steps} 步。", f"There are {there} steps in Chinese and {steps} here."),
            Text("两种语言一步对一步。", "Both languages have the same steps."),
        )  # fmt: skip


def _minutes(source: ItemSource, given: int, steps: tuple[Step, ...]) -> int:
    """Minutes it takes: what the author says, or an estimate; a lesson over ten minutes is a mistake."""
    words = "".join("".join((s.key, *s.more, s.question.why if s.question else "")) for s in steps)
    east = len(re.findall(r"[\u3400-\u9fff]", words))
    west = len(re.findall(r"[A-Za-z0-9]+", words))
    seconds = east / CHARACTERS_A_SECOND + west / WORDS_A_SECOND
    seconds += SECONDS_A_QUESTION * sum(s.question is not None for s in steps)
    seconds += sum(s.film.ms for s in steps if s.film) / 1000
    minutes = math.ceil(seconds / 60)
    if minutes > MOST_MINUTES:
        source.findings.error(
            "too-long-lesson", source.file, source.fields.line("minutes"),
            Text(f"这一课要 {minutes} 分钟，最多 {MOST_MINUTES} 分钟。", f"It takes {minutes} minutes, at most {MOST_MINUTES}."),
            Text("拆成两课，或者换短一点的片子。", "Make two lessons of it, or use a shorter film."),
        )  # fmt: skip
    elif given and minutes > given:
        source.findings.warn(
            "longer-than-said", source.file, source.fields.line("minutes"),
            Text(f"写的是 {given} 分钟，估计要 {minutes} 分钟。", f"It says {given} minutes; {minutes} are more likely."),
            Text("改 minutes，或者删短。", "Change minutes, or shorten it."),
        )  # fmt: skip
    return given or min(MOST_MINUTES, max(LEAST_MINUTES, minutes))


def _unknown(source: ItemSource, line: int, link: str) -> None:
    source.findings.error(
        "unknown-item", source.file, line, Text(f"这个包里没有条目“{link}”。", f"There is no item “{link}” in this pack."),
        Text("写文件夹名；别的包写“包/条目”。", "Write its folder name, or pack/item for another pack."),
    )  # fmt: skip
