"""The bank of 150 and more: fair, sourced, and what its script writes."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

from kiosk.core.findings import Findings
from kiosk.kinds.quiz import bank

from .sources import codes

CONTENT = Path(__file__).parents[3] / "content/quizzes"


def test_the_workbook_is_sound_sourced_and_balanced(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_bank", CONTENT / "make_bank.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["make_bank"] = module
    spec.loader.exec_module(module)
    module.write(tmp_path / "one.xlsx")
    findings = Findings()
    fresh = bank.read(tmp_path / "one.xlsx", "fresh", "zh", findings)
    committed = bank.read(CONTENT / "quizzes/hundred-fifty/questions.xlsx", "committed", "zh", findings)
    assert codes(findings) == []
    assert committed == fresh
    assert len(fresh) >= 150
    assert all(q.source and q.explain for q in fresh)
    judged = Counter(q.right for q in fresh if q.type == "judge")
    assert 0.4 <= judged[(0,)] / judged.total() <= 0.6
    singles = Counter(q.right for q in fresh if q.type == "single")
    assert max(singles.values()) < 0.35 * singles.total()
    longest = sum(q.options[q.right[0]] == max(q.options, key=len) for q in fresh if q.type == "single")
    assert longest < 0.6 * singles.total()
