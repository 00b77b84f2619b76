"""From the door to the last sentence, by touch, on a library that was published, trusted and synced."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.union import ACROSS, Union

from kiosk.cli import main
from kiosk.state import library

XU = "model-workers/xu-zhen-chao"
WANG = "model-workers/wang-jin-xi"
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")


def rename(union: Union) -> None:
    """Another short name and title for one story, in a new version of its pack."""
    union.edit("model-workers/stories/wang-jin-xi/index.md", "title: 铁人王进喜\n", "title: 新版铁人王进喜\n")
    path = union.samples.content / "model-workers/stories/wang-jin-xi/index.md"
    path.write_text(path.read_text("utf-8").replace("name: 王进喜\nera", "name: 新版王进喜\nera"), "utf-8")


def go_in(k: Kiosk, uid: str = XU) -> None:
    """Home, the door, the card, the story."""
    k.hand.touch("home.door")
    k.hand.see("catalog.grid")
    k.hand.settle(0.1)
    k.hand.touch(f"card.{uid}")
    k.hand.see("story.text")
    k.hand.settle(0.1)


def reachable(k: Kiosk, item: QQuickItem) -> bool:
    """Whether the top of a text lies free in the middle of the screen."""
    y = item.mapToScene(QPointF(0, 0)).y() / k.hand.window.height()
    return 0.1 < y < 0.6


def paragraph_size(k: Kiosk) -> int:
    """Pixels of the running text."""
    text = next(t for t in k.read_texts() if "Paragraph" in t.metaObject().className())
    return int(text.property("font").pixelSize())


def lit(k: Kiosk) -> str:
    """The sentence that is highlighted."""
    found = [str(i.property("selectedText")) for i in k.read_texts() if i.property("selectedText")]
    assert len(found) <= 1, f"two sentences are lit: {found}"
    return found[0] if found else ""


@SIZES
@needs_ffmpeg
def test_read_and_listen(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        narrator = k.app.narrator
        go_in(k)
        assert k.shows("许振超")
        k.hand.touch("story.listen")
        k.hand.wait(lambda: narrator.playing and lit(k), "the first sentence lit")
        first, key = lit(k), narrator.sentence
        k.hand.wait(lambda: narrator.sentence > key and lit(k) not in ("", first), "the next sentence lit")

        k.hand.touch("listen.toggle")
        assert not narrator.playing
        k.hand.settle(0.1)
        text = next(t for t in reversed(k.read_texts()) if reachable(k, t))
        wanted = int(text.property("first"))
        assert wanted != narrator.sentence
        k.hand.touch_at(text.mapToScene(QPointF(text.property("indent") + 20, 20)).toPoint())
        assert (narrator.sentence, narrator.playing) == (wanted, True)
        sentence = text.property("sentences")[0]
        k.hand.touch("listen.toggle")
        assert len(lit(k)) == sentence["end"] - sentence["start"]

        k.hand.touch("listen.toggle")
        k.hand.touch("nav.home")
        k.hand.see("home.door")
        assert narrator.uid == XU and narrator.playing
        k.hand.wait(lambda: k.shows("正在读"), "the listening cell of home")
        k.pass_time(3600)
        assert (k.app.shell.attract, k.app.shell.asking) == (False, 0), "a listener is a visitor"
        k.hand.touch("nav.listen")
        assert not narrator.playing
        k.hand.wait(lambda: k.shows("接着听"), "the cell says how to go on")


@needs_ffmpeg
def test_the_cell_leads_back_to_what_is_read_and_another_story_does_not_stop_it(union: Union) -> None:
    with running(union.data) as k:
        k.open(XU, "story.text")
        k.hand.touch("story.listen")
        k.hand.wait(lambda: k.app.narrator.playing, "the reader")
        k.hand.touch("nav.home")
        k.open(WANG, "story.text")
        assert (k.app.narrator.uid, k.app.narrator.playing) == (XU, True)
        assert lit(k) == "", "another story's sentences must not light up"
        k.app.shell.showReading()
        k.hand.wait(lambda: k.names[-1] == XU, "the story that is read")


@needs_ffmpeg
def test_the_end_of_the_visit_ends_the_reading(union: Union) -> None:
    with running(union.data) as k:
        k.open(XU, "story.text")
        k.hand.touch("story.listen")
        k.hand.wait(lambda: k.app.narrator.playing, "the reader")
        k.app.shell.endVisit()
        assert (k.app.narrator.uid, k.app.narrator.playing) == ("", False)


@SIZES
def test_text_size_changes_what_is_read_at_once(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        k.open(XU, "story.text")
        sizes = []
        k.hand.touch("nav.size")
        for step in range(4):
            k.hand.touch(f"size.{step}")
            k.hand.pump()
            sizes.append(paragraph_size(k))
        assert sizes == sorted(set(sizes)), "four sizes, each larger"
        k.hand.touch("size.done")
        assert k.names[-1] == XU
        k.hand.touch("nav.size")
        k.hand.touch("size.standard")
        assert paragraph_size(k) == sizes[1]


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
def test_items_open_in_the_visitor_s_language(union: Union, lang: str) -> None:
    with running(union.data, LANDSCAPE, language=lang) as k:
        k.open("model-workers/gao-feng-lin", "story.text")
        document = k.app.shell.page.vm.opened.document
        assert document.lang == lang
        assert k.app.shell.page.vm.header.title == ("焊火箭的高凤林" if lang == "zh" else "Gao Fenglin, Rocket Welder")


@pytest.mark.parametrize(("uid", "words"), [("model-workers/nobody", "撤下"), ("nothing/at-all", "撤下")])
def test_what_is_not_there_has_a_page_and_a_way_back(union: Union, uid: str, words: str) -> None:
    with running(union.data) as k:
        k.open(uid, "missing")
        assert k.shows(words) or k.texts()
        k.hand.touch("nav.back")
        assert k.names == ["home"]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for new generations often."""
    monkeypatch.setattr(library, "WATCH_MS", 20)


def test_a_new_version_comes_to_the_running_kiosk(own_union: Union, impatient: None) -> None:
    with running(own_union.data, PORTRAIT, watch=True) as k:
        assert k.shows("4 位")
        k.open(WANG, "story.text")
        before = k.texts()
        rename(own_union)
        source = own_union.samples.content / "model-workers" / "stories"
        shutil.copytree(source / "wang-jin-xi", source / "wang-two")
        own_union.publish("model-workers")
        assert own_union.sync().changed
        k.hand.wait(
            lambda: k.app.library.snapshot.generation > 0 and k.app.library.snapshot.rooms[0].count == 5,
            "the new generation",
        )
        k.hand.settle(0.1)
        assert k.texts() == before, "the open story stays as it was"
        k.hand.touch("nav.home")
        k.hand.wait(lambda: k.shows("5 位"), "home counts the new story")
        k.hand.touch("home.door")
        k.hand.see("card.model-workers/wang-two")
        assert k.shows("新版"), "the list shows the new title"
        k.open(WANG, "story.text")
        assert "新版" in k.app.shell.page.vm.header.title


def test_a_list_on_the_screen_follows_and_a_withdrawn_item_has_its_page(own_union: Union, impatient: None) -> None:
    with running(own_union.data, PORTRAIT, watch=True) as k:
        k.hand.touch("home.door")
        k.hand.see(f"card.{WANG}")
        shutil.rmtree(own_union.samples.content / "model-workers" / "stories" / "wang-jin-xi")
        for other in ("xu-zhen-chao", "gao-feng-lin"):
            own_union.edit(
                f"model-workers/stories/{other}/index.md",
                "wang-jin-xi",
                "xu-zhen-chao" if other[0] == "g" else "gao-feng-lin",
            )
        own_union.edit("model-workers/pack.yaml", ACROSS, "")
        own_union.publish("model-workers")
        assert own_union.sync().changed
        k.hand.wait(lambda: not k.hand.find(f"card.{WANG}"), "the card gone")
        k.open(WANG, "missing")


def flip(union: Union, what: str) -> None:
    """Change one byte of what was published last."""
    share = union.samples.share
    if what == "content":
        files = [p for p in (share / "blobs").rglob("*") if p.is_file()]
        kept = union.samples.data / "store" / "blobs"
        known = {p.name for p in kept.rglob("*")}
        path = next(p for p in sorted(files) if p.name not in known)
    else:
        path = max((share / "publishers" / "pioneer" / "metadata").glob(f"*{what}*"))
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


@pytest.mark.parametrize("what", ["content", "timestamp", "snapshot", "targets"])
def test_a_tampered_share_changes_nothing_on_the_screen(
    own_union: Union, impatient: None, what: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_LANG", "zh")
    with running(own_union.data, PORTRAIT, watch=True) as k:
        before = (k.app.library.snapshot, k.texts())
        rename(own_union)
        own_union.publish("model-workers")
        flip(own_union, what)
        sync = ["sync", "--data", str(own_union.data), "--from", str(own_union.samples.share)]
        with pytest.raises(SystemExit) as done:
            main(sync)
        assert done.value.code in (74, 77)
        said = "".join(capsys.readouterr())
        assert "。" in said and "Traceback" not in said
        k.hand.settle(0.3)
        assert k.app.library.snapshot.rooms == before[0].rooms
        assert k.app.library.snapshot.cards == before[0].cards
        assert k.texts() == before[1]
        k.open(WANG, "story.text")
        assert "新版" not in k.app.shell.page.vm.header.title


def test_a_kiosk_that_was_cut_off_starts_on_what_it_had(own_union: Union) -> None:
    shutil.rmtree(own_union.samples.share)
    for _ in range(2):
        with running(own_union.data) as k:
            assert k.shows("4 位")
            go_in(k)


@SIZES
@pytest.mark.parametrize(
    "way",
    [
        pytest.param(lambda k: k.hand.see("home.door"), id="home"),
        pytest.param(lambda k: (k.hand.touch("home.door"), k.hand.see("catalog.grid")), id="catalog"),
        pytest.param(lambda k: k.open(XU, "story.text"), id="story"),
        pytest.param(lambda k: k.open("examples/example-quiz", "quiz.go"), id="quiz"),
        pytest.param(lambda k: k.open("nothing/here", "missing"), id="missing"),
        pytest.param(lambda k: (k.hand.touch("nav.size"), k.hand.see("sizePanel")), id="panel"),
    ],
)
def test_what_can_be_touched_is_large_enough_and_within_reach(
    union: Union, size: tuple[int, int], way: Callable[[Kiosk], object]
) -> None:
    """20 mm at least; in portrait nothing above the middle of a standing person's reach."""
    with running(union.data, size) as k:
        way(k)
        k.hand.settle(0.1)
        floor = 20 * k.app.panel.pxPerMm(*size)
        seen = 0
        for item in k.hand.items():
            if not is_pressable(item) or not item.isEnabled() or not item.width():
                continue
            seen += 1
            top = item.mapToScene(QPointF(0, 0))
            name = item.objectName() or item.metaObject().className()
            assert min(item.width(), item.height()) >= floor - 1, (
                f"{name} is {item.width():.0f}x{item.height():.0f}, {floor:.0f} needed"
            )
            if size == PORTRAIT:
                assert top.y() >= 767, f"{name} is out of reach at {top.y():.0f}"
        assert seen >= 4


def is_pressable(item: QQuickItem) -> bool:
    """Whether an item is a `Pressable` of the design system."""
    meta = item.metaObject()
    while meta is not None:
        if meta.className().startswith("Pressable"):
            return True
        meta = meta.superClass()
    return False


def test_swiping_scrolls_and_does_not_open(union: Union) -> None:
    with running(union.data) as k:
        k.hand.touch("home.door")
        grid = k.hand.see("catalog.grid")
        k.hand.settle(0.1)
        card = k.hand.middle(k.hand.see(f"card.{XU}"))
        k.hand.swipe(card, card - QPoint(0, 400))
        k.hand.settle(0.1)
        assert k.names == ["home", "catalog"]
        assert grid.property("contentY") >= grid.property("originY")
