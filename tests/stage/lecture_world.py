"""A lecture with a step of every kind, on a kiosk with as many screens as a test wants."""

from __future__ import annotations

import atexit
import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from support.catalogs import Shelf, put_item
from support.kiosk import Kiosk, running

from kiosk.core.blocks import ListBlock, ListItem, Moment, Paragraph, Picture, Quote, Table, Timeline
from kiosk.core.codec import encode
from kiosk.kinds.lecture.model import Lecture, Poll, Step
from kiosk.stage.screens import Screens
from kiosk.stage.stagehand import Stagehand
from kiosk.stage.viewmodel import StageViewModel
from kiosk.stage.windows import Screen
from kiosk.tour.hand import Hand

UID = "hall/one-hook"
GLASS = Screen("GLASS", 0, 0, 1920, 1080, primary=True)
TALL = Screen("GLASS", 0, 0, 1080, 1920, primary=True)
BEAMER = Screen("BEAMER", 1920, 0, 1280, 720)


def _p(text: str) -> Paragraph:
    return Paragraph(html=text, text=text)


def _drawn(width: int, height: int, colour: str, words: str = "") -> bytes:
    image = Image.new("RGB", (width, height), colour)
    pen = ImageDraw.Draw(image)
    pen.ellipse((width // 3, height // 4, width // 3 * 2, height // 4 * 3), fill="#B3261C")
    pen.text((20, 20), words, fill="#F3EADA")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def pdf(pages: int) -> bytes:
    """A PDF of drawn pages, each in another colour."""
    made = [Image.new("RGB", (640, 360), (30 + 20 * (n % 10), 80, 200 - 15 * (n % 10))) for n in range(pages)]
    out = io.BytesIO()
    made[0].save(out, "PDF", save_all=True, append_images=made[1:])
    return out.getvalue()


@cache
def film() -> bytes:
    """Four seconds of film."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "film.mp4"
        command = [
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=640x360:r=25:d=4",
            "-pix_fmt",
            "yuv420p",
            str(out),
        ]
        subprocess.run(command, check=True)
        return out.read_bytes()


NOTES = (
    _p("先问大家：箱子有几个锁孔？"),
    _p("再放三十秒录像，只听声音。"),
    _p("讲“无声响操作”，停一停，请一位同事上来说。"),
)
ART = Picture(src="items/one-hook/art.png", alt="桥吊", caption="2003 年 4 月 27 日，前湾码头", width=900, height=1200)

STEPS = (
    Step("sign", "signin", "签到", line="报工号，或者刷卡"),
    Step(
        "cover", "slide", "一钩准", display="一钩准", line="四个锁孔，一次对上。", layout="title", ground="blue",
        picture=ART, notes=NOTES, minutes=3, must_say=("锁孔有四个",),
    ),
    Step("why", "slide", "为什么要准", layout="text", body=(
        _p("一个集装箱四个角，四个锁孔。"),
        ListBlock(ordered=True, items=tuple(ListItem(t, t) for t in ("对不准，吊具要再起一次", "再起一次，船就多等一分钟", "一分钟，一班就是几十箱"))),
        Quote(text="慢就是稳，稳就是快。", who="师傅的话"),
    ), minutes=4, notes=NOTES),
    Step("said", "slide", "一句话", layout="quote", ground="paper", body=(Quote(text="干就干一流，争就争第一。", who="许振超"),), minutes=2),
    Step("photo", "slide", "前湾码头", layout="picture", body=(_p("夜里的桥吊，灯照着箱角。"),), picture=ART, minutes=2),
    Step("two", "slide", "从前和现在", layout="columns", body=(_p("看钢丝绳的摆动"), _p("听碰撞的声音")), aside=(_p("看屏幕上的数"), _p("还是要听声音")), minutes=2),
    Step("numbers", "slide", "一小时多少箱", layout="table", body=(Table(
        head=("年份", "船时效率", "说明"), rows=(("2001", "33.4", "刚上桥吊"), ("2003", "70.3", "振超效率"), ("2007", "再刷新", "又一次"))),), minutes=3),
    Step("years", "slide", "这些年", layout="timeline", body=(Timeline(entries=(
        Moment("1974", "进青岛港当码头工人"), Moment("1984", "第一批开桥吊"), Moment("2003", "刷新世界集装箱装卸纪录"))),), minutes=2),
    Step("night", "slide", "夜里的码头", layout="bleed", ground="ink", line="灯一亮，活就开始了", picture=ART, minutes=1),
    Step("page1", "page", "图纸 一", file="items/one-hook/plan.pdf", page=1, width=640, height=360),
    Step("page2", "page", "图纸 二", file="items/one-hook/plan.pdf", page=2, width=640, height=360),
    Step("picture", "picture", "桥吊全景", picture=ART),
    Step("story", "story", "他的故事", item="xu"),
    Step("film", "segment", "看录像：无声响操作", file="items/one-hook/film.mp4", start=1.0, stop=2.0, minutes=1, notes=NOTES),
    Step("gone", "segment", "一段不在包里的录像", file="items/one-hook/none.mp4"),
    Step("quiz", "quiz", "抢答", display="锁孔有几个？", item="nothing"),
    Step("poll", "poll", "举手", poll=Poll("你开过桥吊吗？", ("开过三年以上", "开过", "没开过", "想学"))),
    Step("riddle", "riddle", "猜一猜", display="远看像个大门框，\n近看一天吊万箱。", item="nothing"),
    Step("round", "suggestion", "给码头提一条建议", line="哪一步还能再省一分钟？"),
    Step("end", "slide", "谢谢", display="谢谢大家", layout="title", ground="red", line="有问题，现在问。"),
)  # fmt: skip
LECTURE = Lecture("许振超", "青岛港桥吊队", 45, STEPS, occasion="第 12 讲")


def shelf(base: Path, lecture: Lecture = LECTURE, files: dict[str, bytes] | None = None) -> Path:
    """A kiosk's data folder with a lecture in it."""
    made = Shelf(base)
    pack = made.pack("hall")
    held: dict[str, bytes] = {
        "art.png": _drawn(900, 1200, "#26424F", "crane"),
        "plan.pdf": pdf(2),
        "film.mp4": film(),
        **(files or {}),
    }
    for name, body in held.items():
        pack.put(f"items/one-hook/{name}", body)
    put_item(pack, "xu", title="许振超", name="许振超", subtitle="青岛港桥吊司机", cover=_drawn(500, 700, "#C59B48"),
             content={"blocks": [{"type": "paragraph", "html": "他把一件事做到底。", "text": "他把一件事做到底。"}]})  # fmt: skip
    put_item(
        pack, "one-hook", title="一钩准", kind="lecture", content=encode(lecture), cover=_drawn(500, 700, "#26424F")
    )
    made.build()
    return base


@cache
def shared_data() -> Path:
    """One for all tests that only look; copied for each."""
    place = Path(tempfile.mkdtemp(prefix="kiosk-lecture-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return shelf(place)


class FakeScreens(Screens):
    """Screens that a test puts in and pulls out."""

    def __init__(self, *screens: Screen) -> None:
        super().__init__()
        self.there = screens

    def read(self) -> tuple[Screen, ...]:
        """What is there now."""
        return self.there

    def become(self, *screens: Screen) -> None:
        """Change them, as Qt would tell it."""
        self.there = screens
        self._settle.start()


@dataclass
class Stage:
    """A kiosk with a lecture on."""

    kiosk: Kiosk
    screens: FakeScreens

    @property
    def hand(self) -> Hand:
        """The finger on the kiosk's own window."""
        return self.kiosk.hand

    @property
    def hold(self) -> Stagehand:
        """What holds the lecture."""
        return self.kiosk.app.stagehand

    @property
    def vm(self) -> StageViewModel:
        """The lecture."""
        assert self.hold.vm is not None
        return self.hold.vm

    @property
    def audience(self) -> QQuickWindow | None:
        """The audience's window."""
        return self.hold.placing.audience if self.hold.placing else None

    def scene(self) -> QQuickItem:
        """What the audience sees, wherever it is."""
        window = self.audience or self.kiosk.app.window
        found = next((i for i in _items(window.contentItem()) if i.objectName() == "audience"), None)
        assert found is not None
        return found

    def shows(self) -> int:
        """The step on the audience's screen."""
        return int(self.scene().property("showing"))

    def see(self, step: str) -> None:
        """Wait until the audience sees a step."""
        index = self.vm.run.steps.index(step)
        self.hand.wait(lambda: self.shows() == index and not self.scene().property("pending"), f"the slide {step}")

    def go(self, step: str) -> None:
        """Go to a step."""
        self.vm.jump(self.vm.run.steps.index(step))
        self.see(step)

    def texts(self) -> list[str]:
        """What the audience can read."""
        return [str(i.property("text")) for i in _items(self.scene()) if i.property("text")]

    def on_slide(self, name: str, x: float, y: float) -> QPoint:
        """A place on a slide in window pixels."""
        pad = self.hand.see(name)
        return pad.mapToScene(QPointF(x * pad.width(), y * pad.height())).toPoint()


def _items(root: QQuickItem) -> Iterator[QQuickItem]:
    if root.isVisible():
        yield root
        for child in root.childItems():
            yield from _items(child)


@contextmanager
def on_stage(base: Path, *screens: Screen, begin: bool = True, fresh: bool = True, **settings: Any) -> Iterator[Stage]:
    """A kiosk that holds the lecture on these screens."""
    data = base / "data"
    if fresh:
        shutil.copytree(shared_data(), data)
    given = FakeScreens(*(screens or (GLASS, BEAMER)))
    glass = given.there[0]
    # The catalog names files by where they are: those of the shared folder.
    with running(data, (glass.width, glass.height), screens=lambda: given, **settings) as kiosk:
        stage = Stage(kiosk, given)
        if begin:
            kiosk.hand.wait(lambda: "duty" in vars(kiosk.app), "the house")
            kiosk.app.shell.startLecture(UID)
            kiosk.hand.wait(lambda: stage.hold.vm is not None, "the lecture")
            stage.see("sign")
        yield stage


def moved(screen: Screen, **changes: Any) -> Screen:
    """The same screen elsewhere."""
    return replace(screen, **changes)
