"""PDF files: what is read of them, how a page is drawn, and what is said of those that cannot be used."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.lecture_pdf import locked_pdf, plain_pdf

from kiosk.authoring import pdf
from kiosk.core.errors import ContentError


@pytest.fixture(autouse=True)
def closed() -> object:
    yield
    pdf.release()


def test_pages_have_size_words_and_titles(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    found = pdf.pages(plain_pdf(tmp_path / "a.pdf", 3), lambda done, total: told.append((done, total)))
    assert [(p.width, p.height, p.text, p.title) for p in found] == [
        (960, 540, f"Page {n}", f"Page {n}") for n in (1, 2, 3)
    ]
    assert not any(p.embedded for p in found), "Helvetica is named, not carried"
    assert told == [(1, 3), (2, 3), (3, 3)]
    outlined = pdf.pages(plain_pdf(tmp_path / "b.pdf", 2, outline=True))
    assert [p.title for p in outlined] == ["Part 1", "Part 2"]
    assert pdf.count(tmp_path / "a.pdf") == 3


@pytest.mark.parametrize(
    ("box", "drawn"), [((1920, 1080), (1920, 1080)), ((1080, 1920), (1080, 608)), ((99999, 99999), (8192, 4608))]
)
def test_a_page_fills_its_box(tmp_path: Path, box: tuple[int, int], drawn: tuple[int, int]) -> None:
    file = plain_pdf(tmp_path / "a.pdf", 1)
    pixels, width, height = pdf.render(file, 1, *box)
    assert (width, height) == drawn == pdf.fits(pdf.pages(file)[0], *box)
    assert len(pixels) == width * height * 4
    assert pixels[:4] == b"\xff\xff\xff\xff", "white above"
    last = (height - 2) * width * 4
    blue, green, red, alpha = pixels[last : last + 4]
    assert alpha == 255 and blue > green > red, "the bar below, in BGRA"


@pytest.mark.parametrize(
    ("name", "code"),
    [("locked", "PDF_LOCKED"), ("junk", "PDF_DAMAGED"), ("cut", "PDF_DAMAGED"), ("gone", "PDF_DAMAGED"),
     ("long", "PDF_TOO_LONG")],
)  # fmt: skip
def test_what_cannot_be_used_says_why(tmp_path: Path, name: str, code: str) -> None:
    locked_pdf(tmp_path / "locked.pdf")
    (tmp_path / "junk.pdf").write_bytes(b"no PDF at all")
    (tmp_path / "cut.pdf").write_bytes(plain_pdf(tmp_path / "whole.pdf", 2).read_bytes()[:200])
    plain_pdf(tmp_path / "long.pdf", 500)
    with pytest.raises(ContentError) as told:
        pdf.pages(tmp_path / f"{name}.pdf")
    assert told.value.code == code
    assert f"{name}.pdf" in told.value.message.zh and f"{name}.pdf" in told.value.message.en


def test_no_such_page(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="PDF_NO_PAGE"):
        pdf.render(plain_pdf(tmp_path / "a.pdf", 2), 3, 100, 100)


def test_a_file_that_is_replaced_is_read_anew(tmp_path: Path) -> None:
    file = plain_pdf(tmp_path / "a.pdf", 2)
    assert pdf.count(file) == 2
    plain_pdf(file, 5)
    assert pdf.count(file) == 5


def test_threads_take_turns(tmp_path: Path) -> None:
    files = [plain_pdf(tmp_path / f"{n}.pdf", 4) for n in range(3)]
    asked = [(file, page) for page in (1, 2, 3, 4) for file in files]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda ask: pdf.render(*ask, 320, 180)[1:], asked))
    assert drawn == [(320, 180)] * len(asked)


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_a_damaged_file_is_pages_or_a_content_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "pdf-fuzz"
    folder.mkdir(exist_ok=True)
    whole = bytearray(plain_pdf(folder / "whole.pdf", 2, outline=True).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    file = folder / "broken.pdf"
    file.write_bytes(whole[: data.draw(st.integers(len(whole) // 2, len(whole)))])
    try:
        found = pdf.pages(file)
        sizes = [pdf.render(file, number, 64, 64)[1:] for number in range(1, len(found) + 1)]
    except ContentError as error:
        assert error.code.startswith("PDF_")
    else:
        assert all(0 < width <= 65 and 0 < height <= 65 for width, height in sizes)
    finally:
        pdf.release()
