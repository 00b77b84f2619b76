"""`kiosk draw verify` holds for a true slip and fails for a changed one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli.draw import command
from kiosk.core.errors import ContentError
from kiosk.kinds.quiz import lottery, slip
from kiosk.kinds.quiz.rules import Prize

SEED = "5b" * 32
FROZEN = lottery.freeze("擂台", [f"{n:016x}" for n in range(312)], [Prize("一等奖", "保温杯", 1)], SEED)
TRUE = slip.written(replace(FROZEN, seed=SEED, numbers=lottery.drawn(SEED, FROZEN)))


def test_a_true_slip_holds(tmp_path: Path) -> None:
    paper = tmp_path / "slip.txt"
    paper.write_bytes(TRUE.encode())
    done = CliRunner().invoke(command, ["verify", str(paper)])
    assert done.exception is None, done.output
    assert "312" in done.output


@pytest.mark.parametrize(
    "paper",
    [TRUE.replace("保温杯", "金手表").encode(), TRUE.replace("5b", "5c").encode(), "抽奖单".encode("gb18030"), b""],
)
def test_a_changed_slip_does_not(tmp_path: Path, paper: bytes) -> None:
    file = tmp_path / "slip.txt"
    file.write_bytes(paper)
    done = CliRunner().invoke(command, ["verify", str(file)])
    assert isinstance(done.exception, ContentError)
