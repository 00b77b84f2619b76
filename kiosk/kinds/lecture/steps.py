"""One section of the author's text to the steps it stands for; every mistake is noted at its line."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from kiosk.authoring import inline, paths
from kiosk.authoring.blocks import parse_body
from kiosk.authoring.cache import default_cache
from kiosk.authoring.pictures import STAGE_WIDTH, PictureError, inline_picture
from kiosk.core.blocks import Block, ListBlock, Picture, plain
from kiosk.core.source import ItemSource, no_such_item
from kiosk.core.text import Text
from kiosk.kinds.lecture import slides, values
from kiosk.kinds.lecture.film import own_film
from kiosk.kinds.lecture.model import LEAST_OPTIONS, LINKED, MOST_OPTIONS, MOST_STEPS, Ground, Poll, Step, StepKind
from kiosk.kinds.lecture.pages import Pages
from kiosk.kinds.lecture.sections import KEYS, Given, Section
from kiosk.kinds.lecture.slides import MOST

SHOWN: tuple[tuple[str, StepKind], ...] = (
    ("page", "page"), ("picture", "picture"), ("story", "story"), ("segment", "segment"), ("film", "segment"),
    ("quiz", "quiz"), ("poll", "poll"), ("riddle", "riddle"), ("suggestion", "suggestion"), ("signin", "signin"),
)  # fmt: skip
"""The key that says what a step shows; without one it is a slide."""
ALSO: dict[StepKind, tuple[str, ...]] = {
    "slide": ("layout", "ground"), "segment": ("from", "to"), "quiz": ("count",), "riddle": ("count",),
}  # fmt: skip
ALWAYS = ("id", "minutes", "line")
_YES = ("", "是", "yes", "true", "on")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(slots=True)
class Reader:
    """Turns sections into steps."""

    source: ItemSource
    ground: Ground
    pages: Pages = field(init=False)
    ids: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.pages = Pages(self.source)

    def steps(self, section: Section, first: Section) -> tuple[Step, ...]:
        """The steps of a section: one, or one for each page of a PDF; none after noting why."""
        source = self.source
        kind = self._kind(section)
        title = _joined(inline.plain(section.title.replace("\\n", "\n")), source.lang)
        title = title or _joined(inline.plain(first.title.replace("\\n", "\n")), source.lang)
        if not title:
            self._error(
                "no-title", section.line, Text("这一步没有标题。", "This step has no title."),
                Text("写在 ## 后面，讲的人靠它跳页。", "Write it after ##: the speaker jumps by it."),
            )  # fmt: skip
        self._long(section.line, "title", title, Text("标题", "title"))
        common = Step(
            id=self._id(section, first),
            kind="slide",
            title=title or "?",
            display=section.title.replace("\\n", "\n") if "\\n" in section.title else "",
            line=self._line(section),
            notes=self._blocks(section.notes, section.line),
            minutes=self._planned(section),
            must_say=self._must(section),
        )
        if kind is None:
            return ()
        body, aside = self._blocks(section.body, section.line), self._blocks(section.aside, section.line)
        if kind == "slide":
            return self._slide(section, common, body, aside)
        if kind != "poll":
            self._nothing_shown(section, kind, (*body, *aside))
        if kind == "page":
            return self._pages(section, common)
        step = self._other(section, kind, common, body)
        return (step,) if step else ()

    # --- what it is -------------------------------------------------------------------------------------------------

    def _kind(self, section: Section) -> StepKind | None:
        """What the step shows; None after noting that it says two things."""
        keys = [(key, kind) for key, kind in SHOWN if key in section.given]
        if len(keys) > 1:
            names = "、".join(key for key, _ in keys)
            self._error(
                "two-kinds", section.given[keys[1][0]].line,
                Text(f"一步只放一样东西，这里有 {names}。", f"A step shows one thing; here are {', '.join(k for k, _ in keys)}."),
                Text("分成几步。", "Make several steps of it."),
            )  # fmt: skip
            return None
        kind: StepKind = keys[0][1] if keys else "slide"
        allowed = {*ALWAYS, *(key for key, _ in keys), *ALSO.get(kind, ())}
        for key, given in section.given.items():
            if key not in allowed:
                self._error(
                    "not-here", given.line, Text(f"这一步用不上“{key}”（{KEYS[key]}）。", f"“{key}” means nothing in this step."),
                    Text("删掉这一行。", "Remove this line."),
                )  # fmt: skip
        return kind

    def _id(self, section: Section, first: Section) -> str:
        """The author's, else one made from the Chinese title, so that it stays when steps around it move."""
        given = section.given.get("id")
        made = given.value if given and given.value else "s" + hashlib.sha1(first.title.encode()).hexdigest()[:8]  # noqa: S324
        if not _ID.fullmatch(made):
            self._error(
                "bad-id", section.given["id"].line, Text(f"编号“{made}”写法不对。", f"The id “{made}” is not allowed."),
                Text("用小写英文字母、数字和短横线。", "Use lower-case letters, digits and dashes."),
            )  # fmt: skip
        self.ids[made] += 1
        if given and self.ids[made] > 1:
            self._error(
                "same-id", given.line, Text(f"编号“{made}”用了两次。", f"The id “{made}” is used twice."),
                Text("每一步的编号不一样。", "Give each step its own."),
            )  # fmt: skip
        return made if self.ids[made] == 1 else f"{made}-{self.ids[made]}"

    def _line(self, section: Section) -> str:
        given = section.given.get("line")
        line = inline.plain(given.value) if given else ""
        if given:
            self._long(given.line, "line", line, Text("一句话", "sentence"))
        return line

    def _must(self, section: Section) -> tuple[str, ...]:
        said = []
        for given in section.must:
            words = inline.plain(given.value)
            self._long(given.line, "must", words, Text("必讲的一句", "must-say sentence"))
            said.append(words)
        return tuple(filter(None, said))

    def _planned(self, section: Section) -> float:
        given = section.given.get("minutes")
        if given is None:
            return 0.0
        planned = values.minutes(given.value)
        if planned is None:
            self._error(
                "bad-minutes", given.line, Text(f"看不懂分钟“{given.value}”。", f"“{given.value}” is no number of minutes."),
                Text("写成 3、1.5 或 90 秒。", "Write 3, 1.5 or 90 s."),
            )  # fmt: skip
        return planned or 0.0

    # --- slides -----------------------------------------------------------------------------------------------------

    def _slide(
        self, section: Section, common: Step, body: tuple[Block, ...], aside: tuple[Block, ...]
    ) -> tuple[Step, ...]:
        layout, ground = section.given.get("layout"), section.given.get("ground")
        wanted = values.LAYOUTS.get(layout.value.lower()) if layout else None
        if layout and wanted is None:
            self._word(layout, "layout", tuple(values.LAYOUTS))
        colour = values.GROUNDS.get(ground.value.lower()) if ground else None
        if ground and colour is None:
            self._word(ground, "ground", tuple(values.GROUNDS))

        def note(code: str, message: Text, hint: Text) -> None:
            self._error(code, section.line, message, hint)

        slide = slides.sort(wanted, common.line, body, aside, self.source.lang, note)
        if slide is None:
            return ()
        if (written := slides.written((*slide.body, *slide.aside))) > slides.FAR[self.source.lang]:
            self.source.findings.warn(
                "hard-to-read", self.source.file, section.line,
                Text(f"这一页有 {written} 个字，后排看不清。", f"This slide has {written} characters: too many for the last row."),
                Text("写成几个短句，别的放进 ::: notes。", "Keep a few short lines; the rest goes into ::: notes."),
            )  # fmt: skip
        self._long(section.line, "line", slide.line, Text("一句话", "sentence"))
        colour = colour or (self.ground if slide.layout in ("title", "bleed") else "paper")
        return (
            replace(
                common, layout=slide.layout, ground=colour, line=slide.line, body=slide.body, aside=slide.aside,
                picture=slide.picture,
            ),
        )  # fmt: skip

    def _word(self, given: Given, key: str, words: tuple[str, ...]) -> None:
        self._error(
            "unknown-value", given.line, Text(f"“{key}: {given.value}”不认识。", f"“{key}: {given.value}” is not known."),
            Text(f"可用：{'、'.join(words)}。", f"Use one of: {', '.join(words)}."),
        )  # fmt: skip

    # --- everything else --------------------------------------------------------------------------------------------

    def _pages(self, section: Section, common: Step) -> tuple[Step, ...]:
        given = section.given["page"]
        asked = values.pdf_pages(given.value)
        if asked is None:
            self._error(
                "bad-page", given.line, Text(f"看不懂“{given.value}”。", f"“{given.value}” names no PDF."),
                Text("写成“page: 讲稿.pdf 5”，几页写“讲稿.pdf 5-9”。", "Write “page: deck.pdf 5”, or “deck.pdf 5-9”."),
            )  # fmt: skip
            return ()
        name, first, last = asked
        found = self.pages.of(name, given.line)
        if found is None:
            return ()
        if first == 0:
            first, last = 1, len(found)
        if not 1 <= first <= last <= len(found):
            self._error(
                "no-page", given.line, Text(f"“{name}”只有 {len(found)} 页。", f"“{name}” has {len(found)} pages."),
                Text("改页码。", "Correct the page number."),
            )  # fmt: skip
            return ()
        many = last - first + 1
        made = []
        for number in range(first, last + 1):
            page = found[number - 1]
            made.append(
                replace(
                    common, kind="page", file=self.source.path(name), page=number, text=page.text,
                    width=round(page.width, 2), height=round(page.height, 2),
                    id=common.id if many == 1 else f"{common.id}-p{number}",
                    title=common.title if many == 1 else (page.title or f"{common.title} {number}"),
                    display=common.display if many == 1 else "", minutes=round(common.minutes / many, 3),
                    notes=common.notes if number == first else (), must_say=common.must_say if number == first else (),
                )
            )  # fmt: skip
        return tuple(made)

    def _other(self, section: Section, kind: StepKind, common: Step, body: tuple[Block, ...]) -> Step | None:
        match kind:
            case "picture":
                picture = self._picture(section)
                return replace(common, kind=kind, picture=picture) if picture else None
            case "poll":
                return self._poll(section, common, body)
            case "segment":
                return self._segment(section, common)
            case "suggestion":
                given = section.given[kind]
                item = given.value if self.source.knows(given.value) else ""
                line = common.line or ("" if item or given.value in _YES else inline.plain(given.value))
                self._long(given.line, "line", line, Text("要大家提的", "what is asked for"))
                return replace(common, kind=kind, item=item, line=line)
            case "signin":
                return replace(common, kind=kind)
            case _:
                count = self._number(section, "count")
                item = self._item(section.given[kind])
                return replace(common, kind=kind, item=item, count=count) if item else None

    def _picture(self, section: Section) -> Picture | None:
        source, given = self.source, section.given["picture"]
        name, _, alt = given.value.partition(" ")
        path = paths.own_file(source.folder, name, source.file, given.line, source.findings)
        if path is None:
            return None
        if not alt.strip():
            source.findings.warn(
                "no-alt", source.file, given.line, Text("图片没有说明，看不见的人不知道画了什么。", "The picture has no words."),
                Text("写在文件名后面：“picture: a.jpg 图里有什么”。", "Write them after its name: “picture: a.jpg what it shows”."),
            )  # fmt: skip
        try:
            made = inline_picture(path, source.cache or default_cache(), STAGE_WIDTH)
        except PictureError as error:
            source.findings.error(error.code, source.file, given.line, error.message, error.hint)
            return None
        packed = source.path(f"pictures/{name.rpartition('.')[0].replace('/', '-')}{made.file.suffix}")
        packed = source.media.setdefault(str(made.file), packed)
        return Picture(packed, alt.strip(), "", made.width, made.height)

    def _segment(self, section: Section, common: Step) -> Step | None:
        start, stop = self._moment(section, "from"), self._moment(section, "to")
        if stop and stop <= start:
            self._error(
                "bad-range", section.given["to"].line, Text("“to”不比“from”晚。", "“to” is not later than “from”."),
                Text("写成“from: 0:20”“to: 1:05”。", "Write “from: 0:20” and “to: 1:05”."),
            )  # fmt: skip
            return None
        if "segment" in section.given:
            item = self._item(section.given["segment"])
            return replace(common, kind="segment", item=item, start=start, stop=stop) if item else None
        given = section.given["film"]
        film = own_film(self.source, given.value, given.line)
        if film is None:
            return None
        file, length = film
        if length and (late := max(start, stop)) > length:
            self._error(
                "after-the-end", section.given["to" if stop > length else "from"].line,
                Text(f"片子长 {length:g} 秒，{late:g} 秒在它结束以后。", f"The film lasts {length:g} s; {late:g} s is after its end."),
                Text("改时间。", "Correct the time."),
            )  # fmt: skip
            return None
        return replace(common, kind="segment", file=file, start=start, stop=stop)

    def _poll(self, section: Section, common: Step, body: tuple[Block, ...]) -> Step | None:
        given = section.given["poll"]
        asked = given.value.replace("\\n", "\n").strip()
        question = common.title if asked in _YES else asked
        options = slides.entries(body)
        self._long(given.line, "question", question, Text("问题", "question"))
        for option in options:
            self._long(section.line, "option", option, Text("选项", "option"))
        if any(not isinstance(block, ListBlock) for block in body):
            self._nothing_shown(section, "poll", tuple(b for b in body if not isinstance(b, ListBlock)))
        if not LEAST_OPTIONS <= len(options) <= MOST_OPTIONS or len(set(options)) != len(options):
            self._error(
                "bad-options", section.line, Text(f"举手有 {len(options)} 个选项。", f"The poll has {len(options)} options."),
                Text(
                    f"下面用“- …”写 {LEAST_OPTIONS} 到 {MOST_OPTIONS} 个，各不相同。",
                    f"Write {LEAST_OPTIONS} to {MOST_OPTIONS} different ones as “- …” below.",
                ),
            )  # fmt: skip
            return None
        return replace(common, kind="poll", poll=Poll(question, options))

    def _item(self, given: Given) -> str:
        if self.source.knows(given.value):
            return given.value
        self._error("unknown-item", given.line, *no_such_item(given.value))
        return ""

    def _moment(self, section: Section, key: str) -> float:
        given = section.given.get(key)
        if given is None:
            return 0.0
        found = values.moment(given.value)
        if found is None:
            self._error(
                "bad-clock", given.line, Text(f"看不懂时间“{given.value}”。", f"The time “{given.value}” cannot be read."),
                Text("写成分:秒，例如 1:05。", "Write minutes:seconds, for example 1:05."),
            )  # fmt: skip
        return found or 0.0

    def _number(self, section: Section, key: str) -> int:
        given = section.given.get(key)
        if given is None:
            return 0
        if given.value.isascii() and given.value.isdecimal() and 1 <= int(given.value) <= MOST_STEPS:
            return int(given.value)
        self._error(
            "bad-number", given.line, Text(f"“{given.value}”不是题数。", f"“{given.value}” is no number of questions."),
            Text("写一个整数，或者删掉这一行。", "Write a whole number, or remove the line."),
        )  # fmt: skip
        return 0

    # --- small things -----------------------------------------------------------------------------------------------

    def _blocks(self, lines: list[str], heading: int) -> tuple[Block, ...]:
        if not any(line.strip() for line in lines):
            return ()
        part = replace(self.source, body="\n".join(lines), body_line=heading + 1)
        return parse_body(part, STAGE_WIDTH)

    def _nothing_shown(self, section: Section, kind: StepKind, blocks: tuple[Block, ...]) -> None:
        if blocks and (plain(blocks) or any(isinstance(b, Picture) for b in blocks)):
            what = "这一步放别的条目" if kind in LINKED else "这一步不是文字页"
            self._error(
                "not-shown", section.line, Text(f"{what}，下面的正文不会显示。", "This is no slide: its text is not shown."),
                Text("念的放进 ::: notes，给大家看的另起一步。", "What is said goes into ::: notes, what is shown into another step."),
            )  # fmt: skip

    def _long(self, line: int, key: str, said: str, what: Text) -> None:
        most = MOST[self.source.lang][key]
        if len(said) > most:
            self._error(
                "too-long", line,
                Text(f"{what.zh}有 {len(said)} 个字，最多 {most} 个。", f"The {what.en} has {len(said)} characters, at most {most}."),
                Text("请改短。", "Shorten it."),
            )  # fmt: skip

    def _error(self, code: str, line: int, message: Text, hint: Text) -> None:
        self.source.findings.error(code, self.source.file, line, message, hint)


def _joined(title: str, lang: str) -> str:
    return ("" if lang == "zh" else " ").join(part.strip() for part in title.split("\n"))
