"""What a pack lacks or brings broken: the audience sees a title, the speaker a sentence, and the lecture goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lecture_world import BEAMER, GLASS, Stage, on_stage, pdf, shelf
from support.lecture_pdf import locked_pdf, plain_pdf

from kiosk.core.blocks import Paragraph, Picture
from kiosk.kinds.lecture.model import Lecture, Step
from kiosk.stage.load import Loaded
from kiosk.stage.rehearse.checks import look
from kiosk.stage.windows import Screen

AT = "items/one-hook/"
WORDS = "一个锁孔对准一个锁头。" * 455
STEPS = (
    Step("sign", "slide", "开场", layout="title"),
    Step("locked", "page", "加密的文稿", file=AT + "locked.pdf", page=1),
    Step("torn", "page", "坏了的文稿", file=AT + "torn.pdf", page=1),
    Step("none", "page", "没有这一页", file=AT + "plan.pdf", page=9),
    Step("lost", "page", "没带来的文稿", file=AT + "lost.pdf", page=1),
    Step("long", "page", "五百页里的一页", file=AT + "long.pdf", page=450),
    Step("film", "segment", "没带来的录像", file=AT + "lost.mp4"),
    Step("half", "segment", "断了的录像", file=AT + "half.mp4"),
    Step("art", "picture", "没带来的图", picture=Picture(src=AT + "lost.png", alt="图", caption="", width=9, height=9)),
    Step("words", "slide", "五千字", layout="text", body=(Paragraph(html=WORDS, text=WORDS),)),
    Step("quiz", "quiz", "没带来的题", item="other-pack/labour"),
    Step("end", "slide", "讲完", layout="title"),
)
SAID = {
    "locked": ("“locked.pdf”设了密码",), "torn": ("torn.pdf",), "none": ("有 2 页，没有第 9 页",),
    "lost": ("包里没有 lost.pdf",), "film": ("包里没有 lost.mp4",), "half": ("这段放不出来",), "art": ("包里没有 lost.png",),
    "words": ("字太多",), "quiz": ("这台机器上没有 other-pack/labour",),
}  # fmt: skip


def files(base: Path) -> dict[str, bytes]:
    """What the pack does bring."""
    return {
        "locked.pdf": locked_pdf(base / "locked.pdf").read_bytes(), "torn.pdf": pdf(1)[:200], "half.mp4": b"no film" * 99,
        "long.pdf": plain_pdf(base / "long.pdf", 500).read_bytes(),
    }  # fmt: skip


@contextmanager
def broken(base: Path, *screens: Screen) -> Iterator[Stage]:
    """The stage with that lecture."""
    shelf(base / "data", Lecture("讲者", "", 10, STEPS), files(base))
    with on_stage(base, *screens, fresh=False) as stage:
        yield stage


@pytest.mark.qt_log_ignore("No RHI backend|Could not open|moov|Invalid data")
def test_the_lecture_goes_on_over_everything_that_is_broken(tmp_path: Path, qapp: object) -> None:
    with broken(tmp_path, GLASS, BEAMER) as stage:
        for step in STEPS[1:]:
            stage.hand.touch("console.next")
            stage.see(step.id)
            lines = SAID.get(step.id, ())
            stage.hand.wait(lambda lines=lines: all(w in stage.vm.lack for w in lines), f"{step.id}: {stage.vm.lack}")  # type: ignore[misc]
            seen = stage.texts()
            if lines:
                assert stage.hand.find("console.lack") is not None, step.id
                stage.hand.wait(lambda title=step.title: title in stage.texts(), step.title)  # type: ignore[misc]
                assert not [t for t in seen for w in lines if w in t], step.id
                assert not {"停", "候"} & set(stage.texts()), step.id
            else:
                assert stage.vm.lack == ""
                assert stage.hand.find("console.lack") is None
        assert stage.vm.run.id == "end"


def test_the_run_order_says_what_is_missing_beforehand(tmp_path: Path, qapp: object) -> None:
    with broken(tmp_path, GLASS, BEAMER) as stage:
        stage.hand.touch("console.list")
        stage.hand.see("list.steps")
        assert any("包里没有 lost.pdf" in text for text in stage.hand.texts())


def test_the_speaker_alone_reads_it_on_one_screen(tmp_path: Path, qapp: object) -> None:
    with broken(tmp_path, GLASS) as stage:
        stage.go("lost")
        assert "包里没有 lost.pdf" in stage.vm.lack
        stage.hand.touch("solo.pull")
        stage.hand.see("solo.notes")
        assert stage.hand.find("console.lack") is None  # only while the notes are held open


def test_rehearsing_says_the_same(tmp_path: Path, qapp: object) -> None:
    held = {AT + name: tmp_path / name for name in ("locked.pdf", "torn.pdf", "long.pdf", "plan.pdf", "half.mp4")}
    for name, body in {**files(tmp_path), "plan.pdf": pdf(2)}.items():
        held[AT + name].write_bytes(body)
    paths = {name: str(path) for name, path in held.items()}
    sheet = look(Loaded("hall/one-hook", "一钩准", Lecture("讲者", "", 10, STEPS), paths, {}, {}))
    found = {row.id: row for row in sheet.rows}
    for step, lines in SAID.items():
        if step != "half":  # is played, not looked at
            assert found[step].level == "bad", step
            told = "".join(f.words("zh") for f in found[step].findings)
            assert all(line in told for line in lines), (step, told)
            assert all(f.words("en") for f in found[step].findings)
    assert found["long"].level == "note"
    assert "500" in found["long"].findings[0].words("zh")
