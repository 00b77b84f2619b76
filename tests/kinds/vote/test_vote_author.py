"""What an author writes, and every mistake of it at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.authoring.check import Checked, check
from kiosk.core.codec import decode
from kiosk.kinds import discover
from kiosk.kinds.vote.model import MOST_ENTRIES, Contest
from kiosk.samples import content_folder

HEAD = "kind: vote\ntitle: 试\npublished: 2026-11-01\nsources:\n  - {title: 自编}\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40"><rect width="30" height="40" fill="#B3261C"/></svg>'


def contest(place: Path, front: str, entries: str | None = None, *, english: str | None = None) -> Checked:
    """Check one contest."""
    (place / "pack.yaml").write_text("id: demo\ntitle: {zh: 例, en: Demo}\nversion: 1\nlanguages: [zh, en]\n", "utf-8")
    item = place / "items" / "one"
    item.mkdir(parents=True, exist_ok=True)
    (item / "index.md").write_text(f"---\n{HEAD}{front}---\n一句话。\n", "utf-8")
    if entries is not None:
        (item / "entries.yaml").write_text(entries, "utf-8")
    if english is not None:
        (item / "index.en.md").write_text("---\ntitle: Try\n---\nA sentence.\n", "utf-8")
        (item / "entries.en.yaml").write_text(english, "utf-8")
    (item / "a.svg").write_text(SVG, "utf-8")
    return check(place, discover(), cache=place / ".cache")


def codes(checked: Checked) -> list[str]:
    return [f.code for f in checked.findings.errors]


def content(checked: Checked, lang: str = "zh") -> Contest:
    document = next(d for d in checked.items if d.lang == lang)
    return decode(Contest, document.content)


POEM = (
    "- number: 1\n  title: 一\n  text: |-\n    白日依山尽，\n    黄河入海流。\n\n    欲穷千里目，\n    更上一层楼。\n"
)


def test_a_poem_keeps_its_lines_and_stanzas(tmp_path: Path) -> None:
    made = content(contest(tmp_path, "genre: poem\nresults: live\n", POEM))
    assert made.entries[0].lines == ("白日依山尽，", "黄河入海流。", "", "欲穷千里目，", "更上一层楼。")
    assert (made.identity, made.per, made.limit, made.opens, made.closes) == ("none", "visit", 1, "", "")


def test_pictures_are_packed_whole_and_small(tmp_path: Path) -> None:
    checked = contest(
        tmp_path,
        "genre: photo\nresults: live\n",
        "- {number: 2, title: 二, picture: a.svg, alt: 红}\n- {number: 1, title: 一, picture: a.svg, alt: 红}\n",
    )
    assert codes(checked) == []
    one, two = content(checked).entries
    assert (one.number, two.number) == (1, 2)
    assert one.picture == two.picture, "the same picture is packed once"
    assert {one.picture, one.tile} <= set(checked.files)
    from PIL import Image

    with Image.open(checked.files[one.tile]) as tile:
        assert tile.height == 640


def test_an_entry_may_have_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "items/one/entries/song"
    folder.mkdir(parents=True)
    (folder / "entry.md").write_text(
        "---\nnumber: 3\ntitle: 唱\nby: 合唱队\nmedia: song.mp3\nseconds: 90\n---\n第一段。\n\n第二段。\n", "utf-8"
    )
    (folder / "song.mp3").write_bytes(b"x")
    checked = contest(tmp_path, "genre: speech\nresults: live\n")
    assert codes(checked) == []
    (entry,) = content(checked).entries
    assert entry.lines == ("第一段。", "第二段。") and not entry.video and entry.duration_ms == 90_000
    assert checked.files[entry.media] == folder / "song.mp3"


def test_the_rules_are_read(tmp_path: Path) -> None:
    made = content(
        contest(
            tmp_path,
            "genre: poem\nvotes: 1\nidentity: card\nper: day\nnumbers: {length: 8-10, check: mod11-10}\n"
            'opens: 2026-11-01\ncloses: "2026-11-26 18:00"\nresults: closed\nnominate: 是\n',
            POEM,
        )
    )
    assert (made.identity, made.per, made.opens, made.closes) == ("card", "day", "2026-11-01T00:00", "2026-11-26T18:00")
    assert (made.numbers.least, made.numbers.most, made.numbers.check) == (8, 10, "mod11-10")
    assert made.nominate


@pytest.mark.parametrize(
    ("said", "closes"),
    [("2026-11-26", "2026-11-27T00:00"), ("2026-12-31 24:00", "2027-01-01T00:00"), ("2026-11-26 8:05", "2026-11-26T08:05")],
)  # fmt: skip
def test_a_bare_closing_date_lasts_until_midnight(said: str, closes: str, tmp_path: Path) -> None:
    assert content(contest(tmp_path, f'genre: poem\ncloses: "{said}"\n', POEM)).closes == closes


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    checked = contest(
        tmp_path,
        "genre: photo\nvotes: 99\nidentity: none\nper: day\nnumbers: {length: 99, pattern: [1x], check: magic}\n"
        "opens: 2026-11-09\ncloses: 2026-11-01\nresults: maybe\ncolour: red\n",
        "- {number: 1, title: 一, picture: gone.svg, alt: 红}\n"
        "- {number: 1, title: 又是一, picture: a.svg, alt: 红}\n"
        "- {title: 没有号, picture: a.svg, alt: 红}\n"
        "- {number: 4, picture: a.svg, alt: 红}\n"
        "- {number: 5, title: 没有图}\n"
        "- {number: 6, title: 这个题目实在是太长太长太长了, picture: a.svg, alt: 红, size: big}\n"
        "- 不是作品\n",
    )
    found = codes(checked)
    for code in (
        "out-of-range", "unknown-value", "needless", "bad-length", "bad-pattern", "bad-window", "unknown-field", "missing-file",
        "same-number", "missing-field", "too-long", "not-an-entry",
    ):  # fmt: skip
        assert code in found, code
    places = {(f.file.split("/")[-1], f.code): f.place for f in checked.findings.errors}
    assert places["entries.yaml", "same-number"] == "2"
    assert places["entries.yaml", "not-an-entry"] == "7"
    assert all(f.message.zh and f.message.en and f.hint.zh and f.hint.en for f in checked.findings)


@pytest.mark.parametrize(
    ("genre", "entry", "code"),
    [
        ("poem", "text: " + "字" * 25, "too-long"),
        ("poem", "text: |-\n" + "    一行\n" * 41, "too-long"),
        ("poem", "by: 谁", "missing-field"),
        ("essay", "text: " + "字" * 5001, "too-long"),
        ("speech", "text: 没有录音", "missing-field"),
        ("speech", "media: a.svg", "unknown-media"),
        ("speech", "media: ../x.mp3", "bad-path"),
        ("photo", "picture: http://x/y.png", "bad-path"),
    ],
)
def test_what_each_genre_wants(genre: str, entry: str, code: str, tmp_path: Path) -> None:
    assert code in codes(
        contest(tmp_path, f"genre: {genre}\nresults: live\n", f"- number: 1\n  title: 一\n  {entry}\n")
    )


def test_nothing_to_vote_for_is_a_mistake_unless_people_are_nominated(tmp_path: Path) -> None:
    assert "no-entries" in codes(contest(tmp_path, "genre: person\nresults: live\n"))
    assert content(contest(tmp_path, "genre: person\nresults: never\nnominate: 是\n")).entries == ()


def test_too_many_entries(tmp_path: Path) -> None:
    many = "".join(f"- {{number: {n}, title: 第{n}件, text: 字}}\n" for n in range(1, MOST_ENTRIES + 2))
    assert "too-many" in codes(contest(tmp_path, "genre: essay\nresults: live\n", many))


def test_without_an_end_the_counts_would_never_be_shown(tmp_path: Path) -> None:
    checked = contest(tmp_path, "genre: poem\n", POEM)
    assert "never-closed" in [f.code for f in checked.findings if f.level == "warning"]


def test_english_words_are_matched_by_number(tmp_path: Path) -> None:
    checked = contest(
        tmp_path,
        "genre: poem\nresults: live\n",
        POEM,
        english="- {number: 1, title: The Tower, by: Old poem}\n- {number: 9, title: Nobody}\n",
    )
    assert codes(checked) == ["unknown-number"]
    good = contest(
        tmp_path,
        "genre: poem\nresults: live\n",
        POEM,
        english="- number: 1\n  title: The Tower\n  text: |-\n    The sun,\n\n    the stream.\n",
    )
    english = content(good, "en").entries[0]
    assert english.title == "The Tower" and english.lines == ("The sun,", "", "the stream.")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    entries=st.lists(
        st.dictionaries(
            st.sampled_from(["number", "title", "by", "text", "picture", "media", "alt", "seconds", "odd"]),
            st.one_of(st.integers(-5, 2000), st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30), st.none(), st.lists(st.integers(), max_size=2)),
            max_size=5,
        ),
        max_size=5,
    ),
    genre=st.sampled_from(["photo", "poem", "essay", "speech", "person"]),
)  # fmt: skip
def test_whatever_stands_in_the_file_is_content_or_a_finding(
    entries: list[dict[str, Any]], genre: str, tmp_path: Path
) -> None:
    import json

    checked = contest(tmp_path, f"genre: {genre}\nresults: live\n", json.dumps(entries, ensure_ascii=False))
    assert checked.findings.errors or content(checked).entries


def test_the_samples_have_no_mistakes_and_say_what_they_are() -> None:
    checked = check(content_folder() / "contests", discover())
    assert [f.say("en") for f in checked.findings] == []
    chinese = [d for d in checked.items if d.lang == "zh"]
    assert len(chinese) == 3 and all("样例" in d.header.title for d in chinese)
    assert all("sample" in d.header.title for d in checked.items if d.lang == "en")
    for document in chinese:
        assert all(e.by.startswith("样例") for e in decode(Contest, document.content).entries)
