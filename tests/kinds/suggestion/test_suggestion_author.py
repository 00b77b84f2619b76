"""What an author is told: every mistake at once, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.author import checked_item, content

from kiosk.authoring.check import Checked, check
from kiosk.core import receipt as receipt_code
from kiosk.core.demokey import DEMO_KEY
from kiosk.kinds import discover
from kiosk.kinds.suggestion import code
from kiosk.kinds.suggestion.model import Box
from kiosk.samples import content_folder

TOPICS = "topics:\n  - {key: canteen, name: 食堂, phrases: [菜凉了。]}\n  - {key: safety, name: 安全}\n"
INDEX = "---\nkind: suggestion\ntitle: 意见箱\noffice_key: {key}\n{topics}{front}sources:\n  - {{title: 样例}}\n---\n写给办公室。\n"
GOOD = """- id: 2026-001
  topic: canteen
  problem: 汤凉
  state: solved
  received: 2026-11-02
  owner: 后勤科
  measure: 加盖。
  answer: 加好了。
  answered: 2026-11-05
"""


def checked(
    place: Path,
    cases: str | bytes | None = GOOD,
    *,
    front: str = "phrases: [请来看看。]\n",
    key: str = DEMO_KEY,
    topics: str = TOPICS,
    english: tuple[str, str | None] | None = None,
) -> Checked:
    if cases is not None:
        front += "cases: cases.yaml\n"
    said, answers = english or (None, None)
    index = INDEX.format(key=key, topics=topics, front=front)
    files = {"index.md": index, "cases.yaml": cases, "index.en.md": said, "cases.en.yaml": answers}
    return checked_item(place, "box", files)


def told(found: Checked) -> set[tuple[str, str]]:
    return {(f.code, str(f.place)) for f in found.findings.errors}


def test_a_good_box_is_taken_as_it_is_written(tmp_path: Path) -> None:
    found = checked(tmp_path)
    assert told(found) == set()
    made = content(Box, found)
    assert [(t.key, t.name, t.phrases) for t in made.topics] == [
        ("canteen", "食堂", ("菜凉了。",)),
        ("safety", "安全", ()),
    ]
    assert (made.cases[0].id, made.cases[0].answered, made.phrases) == ("2026-001", "2026-11-05", ("请来看看。",))
    assert [f.code for f in found.findings if f.level == "warning"] == ["demo-office-key"]


def test_a_box_without_cases_is_a_box(tmp_path: Path) -> None:
    made = content(Box, checked(tmp_path, None, front=""))
    assert made.cases == () and made.phrases == ()


@pytest.mark.parametrize("key", ["", "office1-abc", DEMO_KEY[:-1] + ("a" if DEMO_KEY[-1] != "a" else "b")])
def test_a_key_with_a_wrong_character_is_refused(tmp_path: Path, key: str) -> None:
    assert [c for c, _ in told(checked(tmp_path, key=key))] == ["bad-office-key" if key else "missing-field"]


def test_every_mistake_of_the_front_matter_at_once(tmp_path: Path) -> None:
    topics = (
        "topics:\n  - {key: Can teen, name: 食堂}\n  - {key: safety, name: 安全}\n  - {key: safety, name: 又一个安全}\n"
    )
    found = checked(
        tmp_path, None, topics=topics, front="answer_days: soon\nphrases: [好, 好]\nfrases: [x]\n", key="no"
    )
    assert {c for c, _ in told(found)} == {"bad-office-key", "bad-key", "twice", "wrong-type", "unknown-field"}
    assert {c for c, _ in told(checked(tmp_path, None, topics="", front=""))} == {"missing-field"}
    many = "topics:\n" + "".join(f"  - {{key: t{n}, name: 类{n}}}\n" for n in range(13))
    assert {c for c, _ in told(checked(tmp_path, None, topics=many, front=""))} == {"too-many"}
    chatty = f"phrases: [{', '.join(f'第{n}句。' for n in range(13))}]\n"
    assert ("too-many", "8") in told(checked(tmp_path, None, front=chatty))


def test_every_mistake_of_the_cases_at_once(tmp_path: Path) -> None:
    bad = """- id: 2026-001
  topic: nowhere
  problem: 汤凉
  state: solved
  received: 2026-11-02
- id: 2026 002
  topic: safety
  problem: 灯坏了
  state: done
  received: 2026-13-02
  deadline: next week
- id: 2026-003
  topic: safety
  state: taken
  received: 2026-11-10
  deadline: 2026-11-01
  owner: 电工班
  who: 某人
- 只是一句话
"""
    assert told(checked(tmp_path, bad)) == {
        ("unknown-topic", "2"), ("case-incomplete", "1"), ("bad-id", "6"), ("unknown-value", "9"), ("bad-date", "10"),
        ("bad-date", "11"), ("missing-field", "12"), ("dates-order", "16"), ("unknown-field", "18"), ("not-a-case", "19"),
    }  # fmt: skip


def test_a_case_twice_and_one_without_a_deadline(tmp_path: Path) -> None:
    assert ("twice", "10") in told(checked(tmp_path, GOOD + GOOD))
    taken = "- id: 1\n  topic: safety\n  problem: 灯\n  state: taken\n  received: 2026-11-10\n  owner: 电工班\n"
    found = checked(tmp_path, taken)
    assert told(found) == set() and "no-deadline" in {f.code for f in found.findings}


def test_an_open_receipt_is_refused_and_its_hash_offered(tmp_path: Path) -> None:
    made = receipt_code.new_code()
    found = checked(tmp_path, GOOD + f"  receipts: [{'-'.join(receipt_code.groups(made))}]\n")
    (problem,) = found.findings.errors
    assert problem.code == "open-receipt" and code.public_hash(made) in problem.hint.zh
    assert ("bad-receipt", "10") in told(checked(tmp_path, GOOD + "  receipts: [hello]\n"))
    found = checked(tmp_path, GOOD + f"  receipts: [{code.public_hash(made)}]\n")
    assert content(Box, found).cases[0].receipts == (code.public_hash(made),)
    assert made not in str(found.items), "the list does not tell who wrote what"


@pytest.mark.parametrize(
    ("cases", "error"),
    [
        ("id: 1\n", "not-a-list"),
        ("- id: [\n", "bad-yaml"),
        ("汤".encode("gb18030") * 40, "not-utf-8"),
    ],
)
def test_files_that_are_no_list_of_cases(tmp_path: Path, cases: str | bytes, error: str) -> None:
    found = checked(tmp_path, cases)
    assert found.findings.errors, error
    if error != "bad-yaml":
        assert error in {c for c, _ in told(found)}


def test_a_file_that_is_not_there_or_not_beside(tmp_path: Path) -> None:
    assert {c for c, _ in told(checked(tmp_path, None, front="cases: cases.yaml\n"))} == {"no-cases"}
    assert {c for c, _ in told(checked(tmp_path, None, front="cases: ../cases.yaml\n"))} == {"bad-path"}


ENGLISH = (
    "---\ntitle: Box\ntopics:\n  - {name: Canteen, phrases: [It is cold.]}\n  - {name: Safety}\n---\nTo the office.\n"
)


def test_english_is_laid_over_by_number(tmp_path: Path) -> None:
    words = "- {id: 2026-001, problem: Cold soup, owner: Services, answer: Lids are there.}\n"
    found = checked(tmp_path, english=(ENGLISH, words))
    assert told(found) == set()
    made = content(Box, found, "en")
    assert (made.topics[0].key, made.topics[0].name, made.topics[0].phrases) == ("canteen", "Canteen", ("It is cold.",))
    assert (made.cases[0].problem, made.cases[0].measure, made.cases[0].received) == (
        "Cold soup",
        "加盖。",
        "2026-11-02",
    )
    assert made.office_key == DEMO_KEY
    assert ("unknown-case", "1") in told(checked(tmp_path, english=(ENGLISH, words.replace("001", "009"))))


def test_untranslated_cases_stay_chinese_and_are_mentioned(tmp_path: Path) -> None:
    found = checked(tmp_path, english=(ENGLISH, None))
    assert content(Box, found, "en").cases == content(Box, found).cases
    assert "untranslated" in {f.code for f in found.findings}


@given(st.text(st.sampled_from("-: \nidtopcsae[]{}'\"#汤2026"), max_size=200))
def test_no_file_of_cases_stops_the_checker(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    checked(tmp_path_factory.mktemp("box"), text)


def test_the_sample_box_is_marked_and_has_six_cases() -> None:
    found = check(content_folder() / "suggestions", discover())
    assert found.findings.errors == []
    made = content(Box, found)
    assert made.sample and made.demo and len(made.cases) == 6
    assert {c.state for c in made.cases} == {"waiting", "taken", "solved", "declined"}
    assert content(Box, found, "en").cases[0].problem.startswith("A microwave")
    assert made.cases[0].receipts == (code.public_hash(receipt_code.with_check("SAMPKE22")),)
