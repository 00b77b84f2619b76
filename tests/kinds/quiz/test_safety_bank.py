"""The Excel bank that ships with the product is the one its script writes."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

from kiosk.core.findings import Findings
from kiosk.kinds.quiz import bank

from .sources import codes

CONTENT = Path(__file__).parents[3] / "content/quizzes"


def writer() -> Callable[[Path], None]:
    spec = importlib.util.spec_from_file_location("make_safety_bank", CONTENT / "make_safety_bank.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    write: Callable[[Path], None] = module.write
    return write


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    write = writer()
    write(tmp_path / "one.xlsx")
    write(tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_the_committed_workbook_is_up_to_date_and_sound(tmp_path: Path) -> None:
    writer()(tmp_path / "questions.xlsx")
    findings = Findings()
    fresh = bank.read(tmp_path / "questions.xlsx", "fresh", "zh", findings)
    committed = bank.read(CONTENT / "quizzes/safety/questions.xlsx", "committed", "zh", findings)
    assert codes(findings) == []
    assert committed == fresh
    assert len(fresh) >= 14
