"""The body of a lesson, cut into its steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kiosk.authoring import inline, lines
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.lesson.film import FILMS, own_film
from kiosk.kinds.lesson.mistakes import MOST, mistake, too_long, twice, unknown
from kiosk.kinds.lesson.stepparse import Asked, Draft, own_picture

_ASKED = re.compile(r"^\s*[?？]\s*(.+)$")
_TICK = re.compile(r"^[\[［]\s*(.?)\s*[\]］]\s*(.*)$")


@dataclass(slots=True)
class Body:
    """The body so far: its introduction, and its steps as they are written."""

    source: ItemSource
    about: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

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
                mistake(
                    self.source, "two-questions", n, Text("这一步有两道题。", "This step asks two questions."),
                    Text("一步只问一题，另一题放到下一步。", "Ask one a step; put the other into the next step."),
                )  # fmt: skip
            else:
                draft.asked = Asked(n, [inline.plain(asked[1])])
        elif draft.asked:
            self._under_question(draft.asked, line, n)
        elif blank or not draft.said:
            draft.said.append(inline.plain(line))
        else:
            joint = "" if self.source.lang == "zh" else " "
            draft.said[-1] += joint + inline.plain(line)

    def _heading(self, marks: str, word: str, n: int) -> None:
        if marks != "##":
            mistake(
                self.source, "bad-heading", n, Text("每一步用两个 # 开头。", "A step begins with two #."),
                Text(f"写成“## {word}”。", f"Write “## {word}”."),
            )  # fmt: skip
        most = MOST[self.source.lang]["word"]
        if len(word) > most:
            too_long(self.source, n, "步骤名", "name of the step", len(word), most)
        self.drafts.append(Draft(n, word))

    def _under_question(self, asked: Asked, line: str, n: int) -> None:
        bullet, number, quote = lines.BULLET.match(line), lines.NUMBER.match(line), lines.QUOTE.match(line)
        if bullet:
            tick = _TICK.match(bullet[1])
            if tick is None:
                mistake(
                    self.source, "no-box", n, Text("这个选项前面没有方框。", "This option has no box."),
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
            mistake(
                self.source, "after-question", n, Text("题目后面不能再写正文。", "No text can follow a question."),
                Text("正文放在“？”前面；答完的解释以“>”开头。", "Put it before the “?”; explanations begin with “>”."),
            )  # fmt: skip

    def _shown(self, draft: Draft, name: str, alt: str, n: int) -> None:
        if name.lower().endswith(FILMS):
            if draft.film:
                twice(self.source, n, "短片", "film")
            else:
                draft.film = own_film(self.source, name, alt, n)
        elif draft.picture:
            twice(self.source, n, "图", "picture")
        else:
            draft.picture = own_picture(self.source, name, alt, n)

    def _fence(self, draft: Draft, said: str, n: int) -> None:
        name, _, item = said.partition(" ")
        item = item.strip()
        if not said:
            return
        if name != "segment":
            mistake(
                self.source, "unknown-block", n, Text(f"不认识的块“::: {name}”。", f"Unknown block “::: {name}”."),
                Text("可用：::: segment 条目。", "Use ::: segment item."),
            )  # fmt: skip
        elif draft.segment:
            twice(self.source, n, "节目", "programme")
        elif self.source.knows(item):
            draft.segment = item
        else:
            unknown(self.source, n, item)
