"""A contest as its author keeps it: rules in `index.md`, entries beside it; every mistake is reported at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import cast

from kiosk.authoring.cache import default_cache
from kiosk.authoring.paths import own_file
from kiosk.authoring.pictures import PictureError
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang, Text
from kiosk.kinds.vote import entries, rules
from kiosk.kinds.vote.entries import Found
from kiosk.kinds.vote.model import (
    GENRES,
    MOST_ENTRIES,
    MOST_NUMBER,
    MOST_VOTES,
    RESULTS,
    Contest,
    Entry,
    Genre,
    Results,
)
from kiosk.kinds.vote.pictures import entry_pictures

VIDEO, AUDIO = (".mp4", ".m4v", ".mkv", ".webm", ".mov"), (".m4a", ".mp3", ".opus", ".ogg", ".flac", ".wav")
MOST_TITLE: dict[Lang, int] = {"zh": 12, "en": 40}
MOST_BY: dict[Lang, int] = {"zh": 20, "en": 60}
MOST_LINES, MOST_LINE = 40, 24
"""Of a poem: lines, and characters of a line."""
MOST_WORDS: dict[Genre, int] = {"photo": 200, "poem": 800, "essay": 5000, "speech": 800, "person": 1000}


def parse(source: ItemSource) -> Contest | None:
    """The contest in one language; None when there is nothing to show. Every mistake goes into `source.findings`."""
    fields = source.fields
    before = len(source.findings.errors)
    genre = cast("Genre", fields.choice("genre", GENRES, required=True) or "photo")
    limit = fields.number("votes", 1, least=1, most=MOST_VOTES)
    identity, per = rules.limits(fields)
    wait = rules.cool_down(fields, identity)
    numbers = rules.numbers(fields, identity)
    opens, closes = rules.days(fields)
    results = cast("Results", fields.choice("results", RESULTS) or "closed")
    nominate = fields.flag("nominate", False)
    if results == "closed" and not closes:
        fields.findings.warn(
            "never-closed",
            fields.file,
            fields.line("results"),
            Text("没有截止日期，票数就一直不公布。", "Without a closing date the counts are never shown."),
            Text("写 closes，或 results: live。", "Write closes, or results: live."),
        )
    # The Chinese item reports the mistakes of the entries.
    findings = source.findings if source.lang == "zh" else Findings()
    found = _entries(source, genre, nominate, findings)
    if source.lang != "zh":
        found = _translated(source, found, poem=genre == "poem")
    if limit > max(1, len(found)) and found:
        fields.error(
            "out-of-range",
            "votes",
            Text(f"每人 {limit} 票，作品只有 {len(found)} 件。", f"{limit} votes for {len(found)} entries."),
            Text("同一件作品只能投一票：减少票数。", "One vote for each entry: give fewer votes."),
        )
    if len(source.findings.errors) > before or (not found and not nominate):
        return None
    about = source.body.strip()
    return Contest(
        genre, found, limit, per, identity, numbers, wait, opens, closes, results, nominate, about
    )  # fmt: skip


def _entries(source: ItemSource, genre: Genre, nominate: bool, findings: Findings) -> tuple[Entry, ...]:
    taken: dict[int, Entry] = {}
    all_found = entries.read(source, findings)
    for found in all_found:
        entry = _entry(source, found, genre, findings)
        if entry.number in taken:
            found.fields.error(
                "same-number",
                "number",
                Text(
                    f"{entry.number:02} 号已经有了：{taken[entry.number].title}", f"{entry.number:02} is taken already."
                ),
                Text("每件作品一个号，开始投票后不能改。", "Each entry has a number of its own, for ever."),
            )
        elif entry.number:
            taken[entry.number] = entry
    if not all_found and not nominate:
        findings.error(
            "no-entries",
            source.file,
            "",
            Text("没有作品。", "There are no entries."),
            Text(
                "写 entries.yaml，或每件作品一个文件夹 entries/名字/entry.md。",
                "Write entries.yaml, or entries/NAME/entry.md.",
            ),
        )
    if len(all_found) > MOST_ENTRIES:
        findings.error(
            "too-many",
            source.file,
            "",
            Text(f"有 {len(all_found)} 件作品，最多 {MOST_ENTRIES} 件。", f"{len(all_found)} entries, at most {MOST_ENTRIES} fit."),
            Text("先初选，或分成两场。", "Make a first choice, or two contests."),
        )  # fmt: skip
    return tuple(taken[number] for number in sorted(taken))[:MOST_ENTRIES]


def _entry(source: ItemSource, found: Found, genre: Genre, findings: Findings) -> Entry:
    fields = found.fields
    if fields.data.get("number") is None:
        _missing(fields, "number")
    number = fields.number("number", 0, least=1, most=MOST_NUMBER)
    title = fields.text("title", most=MOST_TITLE["zh"]) or _missing(fields, "title")
    by = fields.text("by", most=MOST_BY["zh"])
    lines = _words(fields, found.body, genre)
    picture, tile = _picture(source, found, findings, required=genre == "photo")
    alt = fields.text("alt", most=200)
    if picture and not alt:
        findings.warn(
            "no-alt",
            fields.file,
            fields.line("picture"),
            Text("图片没有说明文字 alt。", "The picture has no `alt` text."),
            Text("写图上有什么，给看不见的人听。", "Say what it shows, for people who cannot see it."),
        )
    media, video, length = _media(source, found, findings, required=genre == "speech")
    fields.finish()
    if genre in ("poem", "essay", "person") and not lines:
        _missing(fields, "text")
    return Entry(number, title, by, lines, picture, tile, alt, media, video, length)


def _words(fields: Fields, body: str, genre: Genre) -> tuple[str, ...]:
    """A poem line by line, other text by paragraphs."""
    said = (fields.text("text", most=MOST_WORDS[genre] + MOST_LINES) or body).strip()
    lines = _parts(said, poem=genre == "poem")
    if genre != "poem":
        if len("".join(lines)) > MOST_WORDS[genre]:
            _too_long(fields, f"有 {len(''.join(lines))} 个字，最多 {MOST_WORDS[genre]} 个。", "The text is too long.")
        return lines
    if len(lines) > MOST_LINES:
        _too_long(
            fields, f"诗有 {len(lines)} 行，最多 {MOST_LINES} 行。", f"{len(lines)} lines, at most {MOST_LINES} fit."
        )
    for line in lines:
        if len(line) > MOST_LINE:
            _too_long(
                fields,
                f"“{line[:8]}…”这一行有 {len(line)} 个字，最多 {MOST_LINE} 个。",
                f"“{line[:8]}…” has {len(line)} characters, at most {MOST_LINE} fit.",
            )
    return lines


def _parts(said: str, *, poem: bool) -> tuple[str, ...]:
    if poem:
        return tuple(line.strip() for line in said.split("\n")) if said else ()
    return tuple(" ".join(part.split("\n")).strip() for part in said.split("\n\n") if part.strip())


def _picture(source: ItemSource, found: Found, findings: Findings, *, required: bool) -> tuple[str, str]:
    fields = found.fields
    name = fields.text("picture", most=200)
    if not name:
        if required:
            _missing(fields, "picture")
        return "", ""
    path = own_file(source.folder, _at(found, name), fields.file, fields.line("picture"), findings)
    if path is None:
        return "", ""
    try:
        made = entry_pictures(path, source.cache or default_cache())
    except PictureError as error:
        findings.error(error.code, fields.file, fields.line("picture"), error.message, error.hint)
        return "", ""
    stem = PurePosixPath(_at(found, name)).with_suffix("").as_posix().replace("/", "-")
    picture, tile = (source.path(f"entries/{stem}-{part}{file.suffix}") for part, file in (("whole", made.picture), ("tile", made.tile)))  # fmt: skip
    source.media[str(made.picture)] = picture = source.media.get(str(made.picture), picture)
    source.media[str(made.tile)] = tile = source.media.get(str(made.tile), tile)
    return picture, tile


def _media(source: ItemSource, found: Found, findings: Findings, *, required: bool) -> tuple[str, bool, int]:
    fields = found.fields
    name = fields.text("media", most=200)
    length = fields.number("seconds", 0, most=3600) * 1000
    if not name:
        if required:
            _missing(fields, "media")
        return "", False, 0
    path = own_file(source.folder, _at(found, name), fields.file, fields.line("media"), findings)
    suffix = PurePosixPath(name).suffix.lower()
    if path is None:
        return "", False, 0
    if suffix not in VIDEO + AUDIO:
        fields.error(
            "unknown-media",
            "media",
            Text(f"不认识“{name}”这种文件。", f"“{name}” is no kind of media file we know."),
            Text(f"可用：{' '.join(VIDEO + AUDIO)}。", f"Use {' '.join(VIDEO + AUDIO)}."),
        )
        return "", False, 0
    packed = source.path(_at(found, name))
    source.media[_at(found, name)] = packed
    return packed, suffix in VIDEO, length


def _at(found: Found, name: str) -> str:
    return f"{found.folder}/{name}" if found.folder else name


def _missing(fields: Fields, key: str) -> str:
    fields.error(
        "missing-field",
        key,
        Text(f"缺少“{key}”。", f"“{key}” is missing."),
        Text(
            "每件作品要有 number、title；摄影要有 picture，诗文要有 text，演讲要有 media。",
            "An entry needs number and title; a photo picture, a poem or essay text, a speech media.",
        ),
    )
    return ""


def _too_long(fields: Fields, zh: str, en: str) -> None:
    fields.error("too-long", "text", Text(zh, en), Text("请作者改短。", "Ask the author to shorten it."))


# --- translation --------------------------------------------------------------------------------------------------


def _translated(source: ItemSource, chinese: tuple[Entry, ...], *, poem: bool) -> tuple[Entry, ...]:
    """The entries with the words of `entries.en.yaml`, matched by number; without the file they stay Chinese."""
    name = f"entries.{source.lang}.yaml"
    path = source.folder / name
    if not path.is_file():
        return chinese
    file = source.beside(name)
    words: dict[int, Entry] = {}
    known = {e.number: e for e in chinese}
    for fields in entries.listing(path, file, source.findings):
        number = fields.number("number", 0, most=MOST_NUMBER)
        title = fields.text("title", most=MOST_TITLE[source.lang])
        by = fields.text("by", most=MOST_BY[source.lang])
        alt, said = fields.text("alt", most=400), fields.text("text", most=8000).strip()
        fields.finish()
        base = known.get(number)
        if base is None:
            fields.error(
                "unknown-number",
                "number",
                Text(f"中文里没有 {number:02} 号。", f"There is no {number:02} in Chinese."),
                Text("号码要和中文一样。", "Numbers must be those of the Chinese file."),
            )
            continue
        lines = _parts(said, poem=poem)
        words[number] = replace(
            base, title=title or base.title, by=by or base.by, alt=alt or base.alt, lines=lines or base.lines
        )
    return tuple(words.get(e.number, e) for e in chinese)
