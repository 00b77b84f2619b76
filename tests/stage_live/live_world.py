"""A lecture with a quiz and riddles that are here, a house with a roster, and a kiosk that holds it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "stage"))

from lecture_world import UID, Stage, on_stage
from support.catalogs import Shelf, put_item

from kiosk.core.codec import encode
from kiosk.kinds.lecture.model import Lecture, Poll, Step
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.riddle.model import Riddle, Riddles, RiddleSet

__all__ = ["UID", "Stage", "house", "on_stage"]

QUIZ = Quiz(
    draw=2, seconds=20, pass_mark=1,
    questions=(
        Question("a" * 12, "single", "箱子顶上有几个锁孔？", ("两个", "三个", "四个"), (2,), explain="四角各一个。"),
        Question("b" * 12, "single", "一钩准，准在哪里？", ("快", "对上锁孔", "响"), (1,), explain="一次对上。"),
    ),
)  # fmt: skip
WALL = Riddles(
    3, (RiddleSet(),), (Riddle("c" * 12, "远看像门框", "打一机械", "桥吊", hints=("在码头",), how="门形。"),)
)
STEPS = (
    Step("sign", "signin", "签到", line="报工号，或者刷卡", minutes=1),
    Step("cover", "slide", "一钩准", layout="title", ground="blue", minutes=1),
    Step("poll", "poll", "举手", poll=Poll("你开过桥吊吗？", ("开过", "没开过", "想学")), minutes=1),
    Step("quiz", "quiz", "抢答", item="locks", minutes=2),
    Step("riddle", "riddle", "猜一猜", item="wall", minutes=1),
    Step("round", "suggestion", "提一条建议", minutes=1),
    Step("end", "slide", "谢谢", layout="title", ground="red", minutes=1),
)


def house(base: Path) -> Path:
    """The data folder of a kiosk that has all of it; `on_stage(base, fresh=False)` holds the lecture."""
    made = Shelf(base / "data")
    pack = made.pack("hall")
    put_item(pack, "locks", title="锁孔", kind="quiz", content=encode(QUIZ))
    put_item(pack, "wall", title="灯谜", kind="riddle", content=encode(WALL))
    put_item(pack, "one-hook", title="一钩准", kind="lecture", content=encode(Lecture("许振超", "", 8, STEPS)))
    made.build()
    return base / "data"
