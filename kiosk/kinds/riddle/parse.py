"""A wall of lanterns as its author keeps it: front matter, a sentence or two, and the riddles in a file beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang, Text
from kiosk.kinds.riddle import bank, compare, season
from kiosk.kinds.riddle.model import (
    MOST_RIDDLES,
    MOST_SETS,
    MOST_TRIES,
    OTHERS,
    Help,
    Riddle,
    Riddles,
    RiddleSet,
    Window,
    riddle_id,
)

FILES = ("riddles.yaml", "riddles.xlsx")
MOST: dict[Lang, dict[str, int]] = {
    "zh": {"riddle": 120, "aim": 8, "answer": 8, "hint": 40, "how": 300, "form": 8, "source": 80},
    "en": {"riddle": 400, "aim": 32, "answer": 48, "hint": 120, "how": 800, "form": 40, "source": 160},
}
"""Longest texts, in characters: what still fits the screen."""
MOST_NAME: dict[Lang, int] = {"zh": 10, "en": 24}
MOST_HINTS = 3


def parse(source: ItemSource) -> Riddles | None:
    """The wall of one language; None when nothing can be hung up. Every mistake goes into `source.findings`."""
    tries = source.fields.number("tries", 2, least=1, most=MOST_TRIES)
    sets = _sets(source.fields, MOST_NAME[source.lang])
    reads = source.fields.texts("reads")
    for link in reads:
        _known(source, source.fields, "reads", link)
    name = source.fields.text("riddles", most=100) or _first(source)
    if name != PurePath(name).name or "\\" in name:
        source.fields.error(
            "bad-path",
            "riddles",
            Text(f"“{name}”不是一个文件名。", f"“{name}” is not a file name."),
            Text("灯谜放在 index.md 旁边，只写文件名。", "Keep the riddles beside index.md and write the name only."),
        )
        return None
    # The Chinese item reports the mistakes of its own file.
    findings = source.findings if source.lang == "zh" else Findings()
    riddles = _riddles(source, name, sets, findings)
    if source.lang != "zh":
        riddles = _translated(source, name, riddles)
    used = tuple(s for s in sets if any(r.set == s.key for r in riddles))
    for empty in (s for s in sets if s not in used and riddles):
        source.fields.error(
            "empty-set",
            "sets",
            Text(f"“{empty.key}”这一组没有灯谜。", f"There are no riddles in the set “{empty.key}”."),
            Text("在灯谜里写“set: 组名”，或删掉这一组。", "Give riddles “set: key”, or delete the set."),
        )
    return Riddles(tries, used, riddles, reads, source.body.strip()) if riddles else None


def _first(source: ItemSource) -> str:
    return next((name for name in FILES if (source.folder / name).is_file()), FILES[0])


# --- sets ---------------------------------------------------------------------------------------------------------


def _sets(fields: Fields, longest: int) -> tuple[RiddleSet, ...]:
    """The sets of the front matter; one without a name when there are none."""
    found: dict[str, RiddleSet] = {}
    for entry in fields.mappings("sets"):
        key = entry.text("key", required=True, most=30)
        name = entry.text("name", required=True, most=longest)
        windows = _windows(entry)
        entry.finish()
        if key in found:
            entry.error(
                "twice", "key", Text(f"“{key}”写了两次。", f"“{key}” is given twice."), Text("只留一个。", "Keep one.")
            )
        elif key:
            found[key] = RiddleSet(key, name, windows)
    if len(found) > MOST_SETS:
        fields.error(
            "too-many",
            "sets",
            Text(
                f"有 {len(found)} 组，最多 {MOST_SETS} 组。", f"There are {len(found)} sets, at most {MOST_SETS} fit."
            ),
            Text("拆成两个展项。", "Split them into two items."),
        )
    return tuple(found.values()) or (RiddleSet(),)


def _windows(entry: Fields) -> tuple[Window, ...]:
    begins, ends = entry.texts("from"), entry.texts("until")
    for key, days in (("from", begins), ("until", ends)):
        for day in days:
            if not season.is_day(day):
                entry.error(
                    "bad-date",
                    key,
                    Text(f"日期“{day}”写法不对。", f"“{day}” is not a date."),
                    Text("公历写 04-20，农历节日逐年写 2027-02-06。", "Write 04-20, or 2027-02-06 year by year."),
                )
                return ()
    if len(begins) != len(ends):
        entry.error(
            "dates-differ",
            "from" if begins else "until",
            Text(f"from 有 {len(begins)} 个日期，until 有 {len(ends)} 个。", f"{len(begins)} from, {len(ends)} until."),
            Text("每个开始日期要有一个结束日期。", "Each beginning needs an end."),
        )
        return ()
    windows = tuple(map(Window, begins, ends))
    for window in windows:
        backwards = len(window.begins) > len("04-20") and window.ends < window.begins
        if len(window.begins) != len(window.ends) or backwards:
            entry.error(
                "bad-window",
                "until",
                Text(
                    f"“{window.begins}”到“{window.ends}”不成一段。", f"{window.begins} to {window.ends} is no period."
                ),
                Text("两个日期写法要一样，先写早的。", "Write both in the same form, the earlier one first."),
            )
    return windows


# --- riddles ------------------------------------------------------------------------------------------------------


def _riddles(source: ItemSource, name: str, sets: tuple[RiddleSet, ...], findings: Findings) -> tuple[Riddle, ...]:
    """All riddles of the Chinese file without a mistake."""
    file = _beside(source, name)
    found: dict[str, Riddle] = {}
    counts: dict[str, int] = {}
    for fields in bank.read(source.folder / name, file, findings):
        riddle = _riddle(source, fields, sets, findings)
        if riddle is None:
            continue
        if riddle.id in found:
            fields.error(
                "same-riddle",
                "riddle",
                Text(f"这则灯谜前面已经有了：{riddle.face}", f"This riddle is there already: {riddle.face}"),
                Text("删掉一则。", "Delete one of them."),
            )
            continue
        found[riddle.id] = riddle
        counts[riddle.set] = counts.get(riddle.set, 0) + 1
        if counts[riddle.set] == MOST_RIDDLES + 1:
            fields.error(
                "too-many",
                "riddle",
                Text(f"一组最多 {MOST_RIDDLES} 则。", f"A set holds at most {MOST_RIDDLES} riddles."),
                Text("分成两组。", "Make two sets."),
            )
    return tuple(found.values())


def _riddle(source: ItemSource, fields: Fields, sets: tuple[RiddleSet, ...], findings: Findings) -> Riddle | None:
    before = len(findings.errors)
    most = MOST["zh"]
    face = _words(fields, "riddle", most, required=True)
    aim = _words(fields, "aim", most, required=True)
    answer = _words(fields, "answer", most, required=True)
    others, hints = fields.texts("others"), fields.texts("hint")
    how = _words(fields, "how", most)
    made = Riddle if len(findings.errors) == before else None
    form, origin = _words(fields, "form", most), _words(fields, "source", most)
    accept, read = fields.texts("accept"), fields.text("read", most=100)
    key = _set(fields, sets)
    _check_others(fields, answer, others)
    _check_hints(fields, hints, answer, most["hint"])
    if read:
        _known(source, fields, "read", read)
    if not how and answer:
        fields.findings.warn(
            "missing-explanation",
            fields.file,
            fields.line("how"),
            Text("没有写解谜 how。", "`how` is missing."),
            Text(
                "猜中和没猜中的人都想知道妙在哪里：写一两句。",
                "Everybody wants to know how it works: write a sentence or two.",
            ),
        )
    fields.finish()
    _warn_glyphs(fields, face + answer + "".join(others))
    if made is None or len(findings.errors) != before:
        return None
    return made(riddle_id(face, answer), face, aim, answer, others, accept, hints, how, form, origin, read, key)


def _words(fields: Fields, key: str, most: dict[str, int], *, required: bool = False) -> str:
    """Text of a field. What is missing is said in the words of this file, which has no `---` lines."""
    said = fields.text(key, most=most[key])
    if required and not said and not isinstance(fields.data.get(key), list | dict):
        fields.error(
            "missing-field",
            key,
            Text(f"缺少“{key}”。", f"“{key}” is missing."),
            Text(
                "每则灯谜要有 riddle（谜面）、aim（谜目）、answer（谜底）。", "A riddle needs riddle, aim and answer."
            ),
        )
    return said


def _set(fields: Fields, sets: tuple[RiddleSet, ...]) -> str:
    said = fields.text("set", most=30)
    keys = [s.key for s in sets]
    if said in keys:
        return said
    if not said and len(sets) == 1:
        return keys[0]
    known = "、".join(filter(None, keys))
    fields.error(
        "unknown-set",
        "set",
        Text(f"没有“{said}”这一组。", f"There is no set “{said}”.")
        if said
        else Text("没有写在哪一组。", "`set` is missing."),
        Text(f"可用：{known}；分组写在 index.md 的 sets 里。", f"Known: {known}; sets are written in index.md.")
        if known
        else Text("先在 index.md 里写 sets，或删掉这一行。", "Write `sets` in index.md first, or delete this line."),
    )
    return keys[0]


def _check_others(fields: Fields, answer: str, others: tuple[str, ...]) -> None:
    if len(others) not in (0, OTHERS):
        fields.error(
            "other-count",
            "others",
            Text(f"别的答案有 {len(others)} 个。", f"There are {len(others)} wrong answers."),
            Text(
                f"写 {OTHERS} 个；一个也不写，就只能自己写答案。",
                f"Write {OTHERS}, or none: then it is answered by writing.",
            ),
        )
    words = [compare.normal(w) for w in (answer, *others)]
    if len(set(words)) < len(words):
        fields.error(
            "same-answer",
            "others",
            Text("别的答案和谜底重复了，或者互相重复。", "A wrong answer equals the answer or another one."),
            Text("换一个。", "Choose another one."),
        )
    for word in others:
        _length(fields, "others", word, MOST["zh"]["answer"])
    if answer and not compare.normal(answer):
        fields.error(
            "no-answer",
            "answer",
            Text(f"谜底“{answer}”里没有字。", f"The answer “{answer}” has no characters."),
            Text("写一个能打出来的谜底。", "Write an answer that can be typed."),
        )


def _check_hints(fields: Fields, hints: tuple[str, ...], answer: str, most: int) -> None:
    if len(hints) > MOST_HINTS:
        fields.error(
            "too-many",
            "hint",
            Text(f"提示有 {len(hints)} 条，最多 {MOST_HINTS} 条。", f"{len(hints)} hints, at most {MOST_HINTS} fit."),
            Text("留下最好的几条。", "Keep the best ones."),
        )
    for hint in hints:
        _length(fields, "hint", hint, most)
        if len(answer) > 1 and answer in hint:
            fields.findings.warn(
                "hint-tells",
                fields.file,
                fields.line("hint"),
                Text("提示里就有谜底。", "The hint says the answer."),
                Text("换一种说法。", "Say it another way."),
            )


def _length(fields: Fields, key: str, words: str, most: int) -> None:
    if len(words) > most:
        fields.error(
            "too-long",
            key,
            Text(f"“{words[:12]}…”有 {len(words)} 个字，最多 {most} 个。", f"“{words[:12]}…” has {len(words)} characters, at most {most} fit."),
            Text("请改短。", "Shorten it."),
        )  # fmt: skip


def _warn_glyphs(fields: Fields, words: str) -> None:
    from kiosk.authoring import glyphs

    missing = glyphs.missing_from(words, glyphs.TITLES)
    if missing:
        fields.findings.warn(
            "missing-glyph",
            fields.file,
            fields.line("riddle"),
            Text(f"屏幕的大字里没有：{' '.join(missing)}", f"The screen's large type lacks: {' '.join(missing)}"),
            Text("换个写法，或请维护人员把字补进字体。", "Write it otherwise, or ask to have them added to the fonts."),
        )


def _known(source: ItemSource, fields: Fields, key: str, link: str) -> None:
    if not source.knows(link):
        fields.error(
            "unknown-item",
            key,
            Text(f"没有展项“{link}”。", f"There is no item “{link}”."),
            Text("写本包的展项名，或“包/展项”。", "Name an item of this pack, or write pack/item."),
        )


def _beside(source: ItemSource, name: str) -> str:
    return str(PurePath(source.file).parent / name).replace("\\", "/")


# --- translation --------------------------------------------------------------------------------------------------


def _translated(source: ItemSource, name: str, chinese: tuple[Riddle, ...]) -> tuple[Riddle, ...]:
    """The Chinese riddles with what another language says about them, matched by their order in the file."""
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    wanted = [f"{stem}.{source.lang}{ending}" for ending in dict.fromkeys((suffix, ".yaml", ".xlsx"))]
    theirs = next((w for w in wanted if (source.folder / w).is_file()), wanted[0])
    file = _beside(source, theirs)
    entries = bank.read(source.folder / theirs, file, source.findings)
    if entries and chinese and len(entries) != len(chinese):
        source.findings.error(
            "translation-length",
            file,
            "",
            Text(
                f"译文有 {len(entries)} 则，中文有 {len(chinese)} 则。",
                f"{len(entries)} riddles, {len(chinese)} in Chinese.",
            ),
            Text("两个文件的灯谜和顺序应一样。", "Both files must have the same riddles in the same order."),
        )
        return ()
    return tuple(_helped(source, fields, riddle) for fields, riddle in zip(entries, chinese, strict=False))


def _helped(source: ItemSource, fields: Fields, riddle: Riddle) -> Riddle:
    most = MOST[source.lang]
    face, answer = _words(fields, "riddle", most, required=True), _words(fields, "answer", most, required=True)
    others = fields.texts("others")
    if len(others) != len(riddle.others):
        fields.error(
            "translation-differs",
            "others",
            Text(f"别的答案有 {len(others)} 个，中文有 {len(riddle.others)} 个。", f"{len(others)} others, {len(riddle.others)} in Chinese."),
            Text(f"核对“{riddle.face}”。", f"Compare “{riddle.face}”."),
        )  # fmt: skip
    said_face = fields.text("riddle_pinyin", most=most["riddle"]) or spoken(riddle.face)
    said_answer = fields.text("answer_pinyin", most=most["answer"]) or spoken(riddle.answer)
    sounds = fields.texts("others_pinyin") or tuple(map(spoken, riddle.others))
    helped = Help(
        said_face,
        face,
        said_answer,
        answer,
        tuple(f"{sound} · {meaning}" for sound, meaning in zip(sounds, others, strict=False)),
    )
    made = replace(
        riddle,
        aim=_words(fields, "aim", most, required=True),
        accept=tuple(dict.fromkeys((*riddle.accept, *fields.texts("accept")))),
        hints=fields.texts("hint"),
        how=_words(fields, "how", most),
        form=_words(fields, "form", most),
        source=_words(fields, "source", most) or riddle.source,
        help=helped,
    )
    fields.finish()
    return made


def spoken(words: str) -> str:
    """Pinyin with tones, a word for each character, clauses parted by commas."""
    from pypinyin import Style, pinyin  # 0.3 s and 65 MB: only when a pack is checked

    clauses = filter(None, "".join(c if c.isalnum() else "\n" for c in words).split("\n"))
    return ", ".join(" ".join(s[0] for s in pinyin(clause, style=Style.TONE)) for clause in clauses)
