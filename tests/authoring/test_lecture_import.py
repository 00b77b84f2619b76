"""Lectures made from PDF and PowerPoint files: what comes over, what is said, and that the result passes the check."""

from __future__ import annotations

import json
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches
from support.lecture_pdf import locked_pdf, plain_pdf

from kiosk.authoring import lecture_pptx
from kiosk.authoring.check import check
from kiosk.authoring.lecture_draft import Cover, Draft, parted, write
from kiosk.authoring.lecture_import import import_lecture, name_of
from kiosk.cli.commands import cli
from kiosk.core.errors import ContentError, KioskError, StorageError
from kiosk.core.text import Text
from kiosk.kinds import discover


def deck(path: Path, titles: tuple[str, ...] = ("一钩准", "四个角", "下课"), *, notes: bool = True) -> Path:
    """A .pptx with a title and two lines a slide, a table and a picture on the second, the last one hidden."""
    made = Presentation()
    for number, title in enumerate(titles):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = f"第 {number} 条\n另一条：见 https://example.org"
        if notes:
            slide.notes_slide.notes_text_frame.text = f"# 念这里 {number}\n::: 再问一句"
        if number == 1:
            table = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
            table.cell(0, 0).text, table.cell(1, 1).text = "项", "70.3"
            picture = path.parent / "dot.png"
            picture.write_bytes(PNG)
            slide.shapes.add_picture(str(picture), Inches(1), Inches(3))
    made.slides[len(titles) - 1].element.set("show", "0")
    made.save(str(path))
    return path


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, pages: int) -> None:
    """A LibreOffice that prints `pages` pages; with 0 it fails."""
    place = folder / "bin"
    place.mkdir()
    plain_pdf(folder / "printed.pdf", max(1, pages))
    program = place / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, shutil, sys\n"
        f"pages = {pages}\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]) / (pathlib.Path(sys.argv[-1]).stem + '.pdf')\n"
        f"shutil.copy({str(folder / 'printed.pdf')!r}, out) if pages else sys.exit(1)\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", str(place))


def passes(pack: Path) -> list[str]:
    found = check(pack, discover(), cache=pack / ".cache")
    assert [f.say("en") for f in found.findings.errors] == []
    return [f.code for f in found.findings]


def test_a_pdf_becomes_a_page_a_step(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    made = import_lecture(
        plain_pdf(tmp_path / "一钩准.pdf", 3, outline=True),
        tmp_path / "pack",
        progress=lambda doing, done, total: told.append((doing.en, done, total)),
    )
    assert (made.steps, made.pages, made.notes, made.new_pack) == (3, 3, 0, True)
    assert made.item == tmp_path / "pack/lectures/yi-gou-zhun"
    assert told[-1] == ("Reading the PDF", 3, 3)
    words = (made.item / "index.md").read_text("utf-8")
    assert "## Part 2\npage: deck.pdf 2\n" in words
    assert "fonts-missing" in passes(made.pack)


def test_the_same_again_is_refused_until_told(tmp_path: Path) -> None:
    file = plain_pdf(tmp_path / "a deck.pdf", 2)
    first = import_lecture(file)
    assert first.item == tmp_path / "a-deck/lectures/a-deck"
    (first.item / "index.md").write_text("by hand", "utf-8")
    with pytest.raises(StorageError) as told:
        import_lecture(file)
    assert told.value.code == "LECTURE_EXISTS" and "--replace" in told.value.hint.zh
    assert (first.item / "index.md").read_text("utf-8") == "by hand"
    again = import_lecture(file, replace=True)
    assert (again.item / "index.before.md").read_text("utf-8") == "by hand"
    assert any("index.before.md" in text.zh for text in again.said)
    assert not again.new_pack
    passes(again.pack)


def test_a_second_lecture_joins_the_pack(tmp_path: Path) -> None:
    import_lecture(plain_pdf(tmp_path / "one.pdf", 1), tmp_path / "pack")
    before = (tmp_path / "pack/pack.yaml").read_text("utf-8")
    import_lecture(plain_pdf(tmp_path / "two.pdf", 1), tmp_path / "pack")
    assert (tmp_path / "pack/pack.yaml").read_text("utf-8") == before
    assert len({d.id for d in check(tmp_path / "pack", discover(), cache=tmp_path / "c").items}) == 2


def test_slides_without_libreoffice_become_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = deck(tmp_path / "deck.pptx")
    monkeypatch.setenv("PATH", str(tmp_path))
    made = import_lecture(file, tmp_path / "pack")
    assert (made.steps, made.pages, made.notes) == (2, 0, 2), "the hidden slide stays out"
    said = " ".join(text.zh for text in made.said)
    assert "没有 LibreOffice" in said and "1 张图片或图表没有带过来" in said
    words = (made.item / "index.md").read_text("utf-8")
    assert "## 一钩准\nlayout: text\n\n- 第 0 条\n" in words
    assert "- 70.3\n" in words and "https：//example.org" in words
    assert "::: notes\n念这里 1\n\n再问一句\n:::" in words
    passes(made.pack)


def test_slides_with_libreoffice_become_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = deck(tmp_path / "deck.pptx")
    office(tmp_path, monkeypatch, pages=2)
    made = import_lecture(file, tmp_path / "pack")
    assert (made.steps, made.pages, made.notes) == (2, 2, 2)
    words = (made.item / "index.md").read_text("utf-8")
    assert "## 四个角\npage: deck.pdf 2\n\n::: notes\n念这里 1\n" in words
    passes(made.pack)


@pytest.mark.parametrize(("pages", "said"), [(5, "对不上"), (0, "没有做出 PDF")])
def test_a_libreoffice_that_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: int, said: str
) -> None:
    file = deck(tmp_path / "deck.pptx")
    office(tmp_path, monkeypatch, pages)
    made = import_lecture(file, tmp_path / "pack")
    assert made.pages == 0 and any(said in text.zh for text in made.said)
    passes(made.pack)


@pytest.mark.parametrize(
    ("name", "code"),
    [("locked.pdf", "PDF_LOCKED"), ("junk.pdf", "PDF_DAMAGED"), ("long.pdf", "PDF_TOO_LONG"), ("junk.pptx", "PPTX_DAMAGED"),
     ("cut.pptx", "PPTX_DAMAGED"), ("other.pptx", "PPTX_DAMAGED"), ("old.ppt", "PPTX_LOCKED"), ("locked.pptx", "PPTX_LOCKED"),
     ("empty.pptx", "PPTX_EMPTY"), ("deck.odp", "UNKNOWN_DECK")],
)  # fmt: skip
def test_what_cannot_be_used_says_why_and_leaves_nothing(tmp_path: Path, name: str, code: str) -> None:
    locked_pdf(tmp_path / "locked.pdf")
    plain_pdf(tmp_path / "long.pdf", 500)
    whole = deck(tmp_path / "whole.pptx").read_bytes()
    for other, raw in {
        "junk.pdf": b"junk", "junk.pptx": b"junk", "cut.pptx": whole[: len(whole) // 2], "old.ppt": b"\xd0\xcf\x11\xe0old",
        "locked.pptx": b"\xd0\xcf\x11\xe0locked", "deck.odp": b"odp",
    }.items():  # fmt: skip
        (tmp_path / other).write_bytes(raw)
    Presentation().save(str(tmp_path / "empty.pptx"))
    with zipfile.ZipFile(tmp_path / "other.pptx", "w") as other_kind:
        other_kind.writestr("word.txt", "no slides in here")
    with pytest.raises(ContentError) as told:
        import_lecture(tmp_path / name, tmp_path / "pack")
    assert told.value.code == code
    assert not (tmp_path / "pack").exists()


def test_without_python_pptx_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = deck(tmp_path / "deck.pptx")
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(ContentError) as told:
        lecture_pptx.slides(file)
    assert told.value.code == "NO_PPTX_TOOL" and "pip install" in told.value.hint.zh


def test_the_command_says_what_it_made(tmp_path: Path) -> None:
    file = plain_pdf(tmp_path / "deck.pdf", 2)
    run = CliRunner().invoke(
        cli, ["pack", "import-lecture", str(file), "--to", str(tmp_path / "pack")], env={"KIOSK_LANG": "zh"}
    )
    assert run.exit_code == 0, run.output
    assert "2 步，2 步是原样的页" in run.output and "kiosk pack check" in run.output
    told = CliRunner().invoke(cli, ["pack", "import-lecture", str(file), "--to", str(tmp_path / "other"), "--json"])
    assert json.loads(told.output)["steps"] == 2
    again = CliRunner().invoke(cli, ["pack", "import-lecture", str(file), "--to", str(tmp_path / "pack")])
    assert isinstance(again.exception, KioskError) and again.exception.code == "LECTURE_EXISTS"


WORDS = st.text(max_size=60) | st.sampled_from(
    [
        "## 标题", ":::", "::: notes", "---", "quiz: nothing", "<b>x</b>", "http://a.cn/x", "www.a.cn", "[a](b)", "![a](b.png)",
        "| a | b |", "* * *", "- - x", "1. 甲", "> 引", "page: x.pdf 3", "**粗**", "字" * 700, "a\nb", "\\n", "#", "注：看", "C:\\x",
    ]
)  # fmt: skip


@given(
    st.lists(
        st.builds(Draft, WORDS, st.lists(WORDS, max_size=3).map(tuple), st.lists(WORDS, max_size=6).map(tuple)),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=80, deadline=None)
def test_whatever_a_deck_holds_passes_the_check(tmp_path_factory: pytest.TempPathFactory, drafts: list[Draft]) -> None:
    folder = tmp_path_factory.getbasetemp() / "draft-fuzz"
    (folder / "lectures/x").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("id: demo\ntitle: 示例\nversion: 1\nlanguages: [zh]\n", "utf-8")
    steps = tuple(part for draft in drafts for part in parted(draft))
    (folder / "lectures/x/index.md").write_text(write(Cover("讲", "讲稿", 5), steps), "utf-8")
    found = check(folder, discover(), cache=folder / ".cache")
    assert [f.say("en") for f in found.findings.errors] == []
    (document,) = found.items
    assert len(document.content["steps"]) == len(steps)


@given(st.text(max_size=80))
def test_a_folder_name_is_an_item_id(stem: str) -> None:
    from kiosk.authoring.source import ITEM_ID, PACK_ID

    name = name_of(stem)
    assert ITEM_ID.fullmatch(name) and PACK_ID.fullmatch(name)


def test_texts_are_in_both_languages(tmp_path: Path) -> None:
    made = import_lecture(plain_pdf(tmp_path / "x.pdf", 1))
    assert all(isinstance(text, Text) and text.zh and text.en for text in made.said)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_pptx_is_slides_or_a_content_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "pptx-fuzz"
    folder.mkdir(exist_ok=True)
    whole = folder / "whole.pptx"
    raw = bytearray((whole if whole.is_file() else deck(whole)).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    (folder / "broken.pptx").write_bytes(raw)
    try:
        found = lecture_pptx.slides(folder / "broken.pptx")
    except ContentError as error:
        assert error.code.startswith("PPTX_")
    else:
        assert found
