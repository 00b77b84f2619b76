"""A suggestion box as its author keeps it: front matter with topics and the office's key, and the cases in a file beside it."""

from __future__ import annotations

import re

from kiosk.core.demokey import DEMO_KEY
from kiosk.core.errors import ConfigError
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Text
from kiosk.kinds.suggestion.caseparse import read_cases
from kiosk.kinds.suggestion.casewords import MOST, translated
from kiosk.kinds.suggestion.model import MOST_PHRASES, MOST_TOPICS, Box, Case, Topic

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")


def parse(source: ItemSource) -> Box | None:
    """The box of one language; None when it could not be used. Every mistake goes into `source.findings`."""
    fields = source.fields
    key = _office_key(source)
    topics = _topics(source)
    phrases = _phrases(source, fields, fields.texts("phrases"))
    days = fields.number("answer_days", 0, most=365)
    sample = fields.flag("sample", default=False)
    _check_phrase_count(fields, topics, phrases)
    cases = _cases(source, topics)
    if not key or not topics:
        fields.finish()  # spelling mistakes are told with the others
        return None
    return Box(key, topics, phrases, cases, days, sample, source.body.strip())


def _office_key(source: ItemSource) -> str:
    from kiosk.sdk.office import OfficeKey

    said = source.fields.text("office_key", required=True, most=200)
    if not said:
        return ""
    try:
        key = str(OfficeKey.parse(said))
    except ConfigError as error:
        source.fields.error("bad-office-key", "office_key", error.message, error.hint)
        return ""
    if key == DEMO_KEY and source.lang == "zh":
        source.findings.warn(
            "demo-office-key",
            source.file,
            source.fields.line("office_key"),
            Text("这是演示用的公钥，谁都打得开。", "This is the demonstration's key: everybody can open what is sealed to it."),
            Text("正式使用前，用 kiosk office key new 做自己的密钥。", "Make your own with kiosk office key new before real use."),
        )  # fmt: skip
    return key


def _topics(source: ItemSource) -> tuple[Topic, ...]:
    found: dict[str, Topic] = {}
    most = MOST[source.lang]
    for entry in source.fields.mappings("topics"):
        key, name = entry.text("key", required=True, most=30), entry.text("name", required=True, most=most["name"])
        phrases = _phrases(source, entry, entry.texts("phrases"))
        entry.finish()
        if key and not _KEY.fullmatch(key):
            entry.error(
                "bad-key",
                "key",
                Text(f"“{key}”不能作代号。", f"“{key}” cannot be a key."),
                Text("代号用小写字母、数字和连字符。", "Use lower case letters, digits and hyphens."),
            )
        elif key in found:
            entry.error("twice", "key", Text(f"“{key}”写了两次。", f"“{key}” is given twice."), Text("只留一个。", "Keep one."))  # fmt: skip
        elif key and name:
            found[key] = Topic(key, name, phrases)
    fields = source.fields
    if not fields.data.get("topics"):
        fields.error(
            "missing-field",
            "topics",
            Text("缺少“topics”。", "“topics” is missing."),
            Text("至少写一类：topics: [{key: canteen, name: 食堂}]", "Give at least one: topics: [{key: canteen, name: Canteen}]"),
        )  # fmt: skip
    if len(found) > MOST_TOPICS:
        fields.error(
            "too-many",
            "topics",
            Text(f"有 {len(found)} 类，最多 {MOST_TOPICS} 类。", f"{len(found)} topics, at most {MOST_TOPICS} fit."),
            Text("把相近的合成一类。", "Join those that are alike."),
        )
    return tuple(found.values())


def _phrases(source: ItemSource, fields: Fields, phrases: tuple[str, ...]) -> tuple[str, ...]:
    most = MOST[source.lang]["phrase"]
    for phrase in phrases:
        if len(phrase) > most:
            fields.error(
                "too-long",
                "phrases",
                Text(f"“{phrase[:12]}…”有 {len(phrase)} 个字，最多 {most} 个。", f"“{phrase[:12]}…” has {len(phrase)} characters, at most {most} fit."),
                Text("请改短。", "Shorten it."),
            )  # fmt: skip
    if len(set(phrases)) < len(phrases):
        fields.error("twice", "phrases", Text("有一句写了两次。", "A phrase is given twice."), Text("只留一句。", "Keep one."))  # fmt: skip
    return tuple(dict.fromkeys(p for p in phrases if p))


def _check_phrase_count(fields: Fields, topics: tuple[Topic, ...], phrases: tuple[str, ...]) -> None:
    for topic in topics:
        many = len(topic.phrases) + len(phrases)
        if many > MOST_PHRASES:
            fields.error(
                "too-many",
                "phrases" if phrases else "topics",
                Text(f"“{topic.name}”有 {many} 句，最多 {MOST_PHRASES} 句。", f"“{topic.name}” has {many} phrases, at most {MOST_PHRASES} fit."),
                Text("留下最常用的。", "Keep those that are used most."),
            )  # fmt: skip


def _cases(source: ItemSource, topics: tuple[Topic, ...]) -> tuple[Case, ...]:
    name = source.list_file("cases")
    if not name:
        return ()
    # The Chinese item reports the mistakes of its own file.
    findings = source.findings if source.lang == "zh" else Findings()
    found = read_cases(source.folder / name, source.beside(name), tuple(t.key for t in topics), findings)
    return tuple(found.values()) if source.lang == "zh" else translated(source, name, found)
