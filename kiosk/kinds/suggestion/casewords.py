"""Words of a case: how long they may be, and the same in another language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang, Text
from kiosk.kinds.suggestion import casefile
from kiosk.kinds.suggestion.model import Case

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"name": 6, "phrase": 40, "problem": 24, "owner": 12, "measure": 200, "answer": 400},
    "en": {"name": 16, "phrase": 110, "problem": 64, "owner": 32, "measure": 600, "answer": 1200},
}
"""Longest texts, in characters: what fits the screen."""


def required_text(fields: Fields, key: str, most: int) -> str:
    """Text of a field; what is missing is said in the words of this file."""
    said = fields.text(key, most=most)
    if not said and not isinstance(fields.data.get(key), list | dict):
        missing(fields, key)
    return said


def missing(fields: Fields, key: str) -> None:
    """Note a field without which there is no case."""
    fields.error(
        "missing-field",
        key,
        Text(f"缺少“{key}”。", f"“{key}” is missing."),
        Text("每件意见要有 id、topic、problem、state、received。", "A case needs id, topic, problem, state and received."),
    )  # fmt: skip


def translated(source: ItemSource, name: str, chinese: dict[str, Case]) -> tuple[Case, ...]:
    """The Chinese cases in the words of `cases.en.yaml`, matched by their number; what is not translated stays Chinese."""
    wanted = source.in_language(name)
    file, most = source.beside(wanted), MOST[source.lang]
    if not (source.folder / wanted).is_file():
        if chinese:
            source.findings.warn(
                "untranslated",
                source.file,
                source.fields.line("cases"),
                Text(f"没有“{wanted}”，英文界面显示中文。", f"There is no “{wanted}”: the cases stay Chinese."),
                Text("每件写 id 和译好的 problem、owner、measure、answer。", "Give id with problem, owner, measure and answer."),
            )  # fmt: skip
        return tuple(chinese.values())
    cases = dict(chinese)
    for fields in casefile.read(source.folder / wanted, file, source.findings):
        number = required_text(fields, "id", 20)
        words: dict[str, Any] = {
            key: fields.text(key, most=most[key]) for key in ("problem", "owner", "measure", "answer")
        }
        fields.finish()
        if number in cases:
            cases[number] = replace(cases[number], **{key: said for key, said in words.items() if said})
        elif number and chinese:
            fields.error("unknown-case", "id", Text(f"中文文件里没有“{number}”。", f"There is no “{number}” in the Chinese file."), Text("核对编号。", "Check the number."))  # fmt: skip
    return tuple(cases.values())
