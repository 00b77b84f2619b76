"""What another language says about the Chinese riddles: words, meaning and sound."""

from __future__ import annotations

from dataclasses import replace

from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Text
from kiosk.kinds.riddle import bank
from kiosk.kinds.riddle.model import Help, Riddle
from kiosk.kinds.riddle.written import MOST, words


def translated(source: ItemSource, name: str, chinese: tuple[Riddle, ...]) -> tuple[Riddle, ...]:
    """The Chinese riddles with what another language says about them, matched by their order in the file."""
    theirs = source.in_language(name, (".yaml", ".xlsx"))
    file = source.beside(theirs)
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
    face, answer = words(fields, "riddle", most, required=True), words(fields, "answer", most, required=True)
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
        aim=words(fields, "aim", most, required=True),
        accept=tuple(dict.fromkeys((*riddle.accept, *fields.texts("accept")))),
        hints=fields.texts("hint"),
        how=words(fields, "how", most),
        form=words(fields, "form", most),
        source=words(fields, "source", most) or riddle.source,
        help=helped,
    )
    fields.finish()
    return made


def spoken(words: str) -> str:
    """Pinyin with tones, a word for each character, clauses parted by commas."""
    from pypinyin import Style, pinyin  # 0.3 s and 65 MB: only when a pack is checked

    clauses = filter(None, "".join(c if c.isalnum() else "\n" for c in words).split("\n"))
    return ", ".join(" ".join(s[0] for s in pinyin(clause, style=Style.TONE)) for clause in clauses)
