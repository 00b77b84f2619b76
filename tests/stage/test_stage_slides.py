"""Steps as slides, and pages as pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lecture_world import LECTURE, STEPS, pdf
from pytestqt.qtbot import QtBot

from kiosk.core.blocks import Paragraph, Table, Timeline
from kiosk.jobs import Lanes
from kiosk.kinds.lecture.model import Layout, Step
from kiosk.stage.pages import MOST, PageKey, Pages
from kiosk.stage.slides import MOST_COLUMNS, MOST_MOMENTS, MOST_ROWS, Linked, slide

FILES = {
    "items/one-hook/art.png": "/art", "items/one-hook/plan.pdf": "/plan", "items/one-hook/film.mp4": "/film.mp4",
}  # fmt: skip
LINKED = Linked("他的故事", media="/other", words="一句话", poster="/poster", name="许振超")
DRAWN = Path(__file__).parents[2] / "kiosk" / "stage"


@pytest.mark.parametrize("step", STEPS, ids=[s.id for s in STEPS])
@pytest.mark.parametrize("linked", [LINKED, None], ids=["linked", "missing"])
@pytest.mark.parametrize("files", [FILES, {}], ids=["files", "no-files"])
def test_every_step_has_a_drawing_whatever_is_missing(step: Step, linked: Linked | None, files: dict[str, str]) -> None:
    made = slide(step, LECTURE, files, linked, "讲堂")
    design = str(made["design"])
    assert (DRAWN / f"{design.capitalize()}Slide.qml").is_file()
    assert made["title"] == step.title


@pytest.mark.parametrize("layout", ["title", "text", "picture", "quote", "columns", "table", "timeline", "bleed"])
def test_five_thousand_characters(layout: Layout) -> None:
    long = Paragraph(html="", text="劳" * 5000)
    step = Step("long", "slide", "长" * 60, layout=layout, body=(long,), aside=(long,))
    made = slide(step, LECTURE, FILES, None, "讲堂")
    words = "".join(row["text"] for row in made.get("rows", ())) + made.get("words", "")
    assert len(words) < 2500


def test_large_tables_and_timelines_are_cut() -> None:
    table = Table(head=tuple("栏" * 9), rows=tuple(tuple("格" * 9) for _ in range(30)))
    made = slide(Step("t", "slide", "表", layout="table", body=(table,)), LECTURE, {}, None, "")
    assert made["cut"]
    assert len(made["rows"]) == MOST_ROWS
    assert all(len(row) == MOST_COLUMNS for row in made["rows"])
    timeline = next(s for s in STEPS if s.id == "years").body[0]
    assert isinstance(timeline, Timeline)
    long = replace(timeline, entries=timeline.entries * 5)
    made = slide(Step("t", "slide", "线", layout="timeline", body=(long,)), LECTURE, {}, None, "")
    assert len(made["entries"]) == MOST_MOMENTS


def test_few_pages_are_kept_and_the_wanted_ones_come_first(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(pdf(20))
    lanes, order = Lanes(), []
    pages = Pages(lanes)
    pages.drawn.connect(order.append)
    keys = [PageKey(str(file), n, 640, 360) for n in range(1, 21)]
    for n in range(18):
        pages.want(keys[n : n + 3])
        qtbot.waitUntil(lambda n=n: all(pages.url(k) for k in keys[n : n + 3]))
        assert len(pages.provider.images) <= MOST
    assert order == [pages.name(k) for k in keys]
    image = pages.provider.images[pages.name(keys[19])]
    assert (image.width(), image.height()) == (640, 360)
    lanes.close()


def test_a_page_that_cannot_be_drawn_is_known(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(b"%PDF-1.4 broken")
    lanes = Lanes()
    pages = Pages(lanes)
    key = PageKey(str(file), 1, 640, 360)
    pages.want([key])
    qtbot.waitUntil(lambda: bool(pages.fault(key)))
    assert pages.url(key) == ""
    lanes.close()
