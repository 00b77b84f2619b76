"""Going through a lecture: what is broken is red, and what is whole is green."""

from __future__ import annotations

import json
import math
import struct
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "stage"))

from click.testing import CliRunner
from lecture_world import LECTURE, STEPS, UID, film, pdf, shared_data, shelf

from kiosk.authoring.glyphs import FONTS
from kiosk.cli.rehearse import command
from kiosk.core.blocks import Paragraph
from kiosk.kinds.lecture.model import Lecture, Poll, Step
from kiosk.stage.rehearse import loudness
from kiosk.stage.rehearse.loudness import Meter
from kiosk.stage.rehearse.model import Rehearsal, Row
from kiosk.stage.rehearse.sheet import written


def tone(seconds: float, level: float) -> bytes:
    count = round(seconds * loudness.RATE)
    samples = (round(32767 * level * math.sin(n * 0.4)) for n in range(count))
    return struct.pack(f"={count}h", *samples)


def test_level_and_peak_of_a_tone() -> None:
    meter = Meter.new()
    for part in (tone(1, 0.1), tone(1, 0.1), tone(0.1, 0.1)):
        meter.feed(part)
    assert meter.level == pytest.approx(-23.0, abs=0.3)
    assert meter.peak == pytest.approx(-20.0, abs=0.3)
    assert loudness.judged(meter.level, meter.peak).level == "good"


@pytest.mark.parametrize(("height", "level"), [(0.004, "bad"), (0.1, "good"), (1.0, "note")])
def test_too_quiet_and_too_loud(height: float, level: str) -> None:
    meter = Meter.new()
    meter.feed(tone(1, height))
    assert loudness.judged(meter.level, meter.peak).level == level


def test_silence_is_no_number() -> None:
    meter = Meter.new()
    meter.feed(bytes(loudness.RATE))
    assert (meter.level, meter.peak) == (-math.inf, -math.inf)
    assert loudness.judged(meter.level, meter.peak).level == "note"


def rehearse(data: Path, *more: str) -> tuple[int, dict[str, dict[str, object]]]:
    ran = CliRunner().invoke(command, ["--data", str(data), UID, "--json", *more], standalone_mode=False)
    assert ran.exception is None, ran.exception
    sheet = json.loads(ran.stdout)
    return int(ran.return_value), {step["id"]: step for step in sheet["steps"]}  # type: ignore[call-overload]


def codes(step: dict[str, object]) -> set[str]:
    return {f["code"] for f in step["findings"] if f["level"] == "bad"}  # type: ignore[index, attr-defined]


@pytest.mark.usefixtures("qapp")
def test_what_is_missing_is_red_and_the_rest_is_green(tmp_path: Path) -> None:
    paper = tmp_path / "sheet.pdf"
    failed, steps = rehearse(shared_data(), "--pdf", str(paper))
    assert failed == 1
    assert paper.read_bytes().startswith(b"%PDF")
    red = {name for name, step in steps.items() if step["level"] == "bad"}
    assert red == {"gone", "quiz", "riddle"}
    assert codes(steps["quiz"]) == {"link"}
    assert [f["code"] for f in steps["film"]["findings"]] == ["medium", "loudness"]  # type: ignore[index, attr-defined]
    assert len(steps) == len(STEPS)


def _p(text: str) -> Paragraph:
    return Paragraph(html=text, text=text)


@pytest.mark.usefixtures("qapp")
def test_every_broken_thing_has_its_sentence(tmp_path: Path) -> None:
    import pypdfium2

    sound = pdf(1)
    torn = film()[:3000]
    at = "items/one-hook/"
    steps = (
        Step("long", "slide", "太长", body=(_p("一个锁孔对准一个锁头。" * 455),), minutes=30),
        Step("rare", "slide", "生僻字 𪚥", body=(_p("𰻝"),), minutes=20),
        Step("whole", "page", "好的一页", file=at + "good.pdf", page=1, minutes=1),
        Step("none", "page", "没有这一页", file=at + "good.pdf", page=9),
        Step("torn", "page", "坏了的文稿", file=at + "torn.pdf", page=1),
        Step("half", "segment", "断了的录像", file=at + "half.mp4"),
        Step("late", "segment", "起点太晚", file=at + "film.mp4", start=90.0),
        Step("poll", "poll", "举手", poll=Poll("?", ("是", "否"))),
    )
    data = shelf(
        tmp_path / "data",
        Lecture("讲者", "", 10, steps),
        {"good.pdf": sound, "torn.pdf": sound[:200], "half.mp4": torn},
    )
    failed, found = rehearse(data)
    assert failed == 1
    assert {name: codes(step) for name, step in found.items()} == {
        "long": {"text"}, "rare": {"glyphs"}, "whole": set(), "none": {"page"}, "torn": {"page"}, "half": {"medium"},
        "late": {"medium"}, "poll": set(),
    }  # fmt: skip
    assert pypdfium2.PdfDocument(sound)


def test_the_sheet_compares_a_practice_with_the_plan() -> None:
    rows = tuple(Row(s.id, n, s.title, s.kind, 60.0) for n, s in enumerate(LECTURE.steps, 1))
    sheet = Rehearsal(UID, "一钩准", 2700.0, rows).practised({"cover": 95.4})
    assert next(r.spent for r in sheet.rows if r.id == "cover") == 95.4
    assert written(sheet, FONTS, date(2026, 11, 22), "zh").startswith(b"%PDF")
