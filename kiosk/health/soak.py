"""The verdict on a day of running. Pure: looks at the process go in, findings come out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.core.text import Text
from kiosk.health.finding import Finding
from kiosk.health.vitals import Vitals

WARM = 900.0
"""Seconds after which everything that is loaded once is loaded."""
GROWTH = 0.25
"""Of memory in one run, beyond what it was when warm, from which on somebody should look."""
GROWTH_BYTES = 60 << 20
HANDLES = 64
"""More of them than when warm are a leak."""
SLOW_FRAME = 0.25
"""Seconds; longer looks like a fault to who touches."""
RESTARTS = 2
"""Of a day, that were nobody's wish."""


@dataclass(frozen=True, slots=True)
class Day:
    """What was seen since the run began, or since midnight.

    Args:
        warm: the first look after `WARM`; None until then.
        latest: the last look.
        frames: frames presented.
        slow: of them, how many took longer than `SLOW_FRAME`.
        longest: seconds of the longest frame.
        restarts: unwanted restarts of this day.
    """

    warm: Vitals | None = None
    latest: Vitals | None = None
    frames: int = 0
    slow: int = 0
    longest: float = 0.0
    restarts: int = 0

    def seen(self, vitals: Vitals | None, age: float) -> Day:
        """After a look at the process, `age` seconds after its start."""
        if vitals is None:
            return self
        warm = self.warm if self.warm is not None or age < WARM else vitals
        return replace(self, warm=warm, latest=vitals)

    def frame(self, seconds: float) -> Day:
        """After a frame that took so long."""
        return replace(
            self,
            frames=self.frames + 1,
            slow=self.slow + (seconds > SLOW_FRAME),
            longest=max(self.longest, seconds),
        )

    def next(self) -> Day:
        """A new day begins: what counts by day begins anew, growth goes on being measured from when it was warm."""
        return Day(self.warm, self.latest)

    @property
    def growth(self) -> float:
        """Memory since it was warm, as a fraction; 0 while unknown."""
        if self.warm is None or self.latest is None:
            return 0.0
        return self.latest.rss / self.warm.rss - 1

    @property
    def more_handles(self) -> int:
        """Handles since it was warm."""
        return self.latest.handles - self.warm.handles if self.warm and self.latest else 0


def judge(day: Day, days: int) -> tuple[Finding, ...]:
    """The verdict.

    Args:
        days: whole days since the start of this run.
    """
    found = []
    if day.restarts >= RESTARTS:
        found.append(
            _look(
                "RUN_RESTARTS",
                Text(f"今天自己重启了 {day.restarts} 次。", f"It restarted by itself {day.restarts} times today."),
                Text("请导出日志交给信息员。", "Export the log and hand it to IT."),
            )
        )
    if day.warm and day.latest and day.growth > GROWTH and day.latest.rss - day.warm.rss > GROWTH_BYTES:
        found.append(
            _look(
                "RUN_MEMORY",
                Text(f"内存涨了 {day.growth:.0%}。", f"Its memory grew by {day.growth:.0%}."),
                Text("请在闭馆时重启一次本机。", "Restart it once after hours."),
            )
        )
    if day.more_handles > HANDLES:
        found.append(
            _look(
                "RUN_HANDLES",
                Text(f"打开的文件多了 {day.more_handles} 个。", f"It holds {day.more_handles} more open files."),
                Text("请在闭馆时重启一次本机。", "Restart it once after hours."),
            )
        )
    if day.frames > 1000 and day.slow > day.frames // 100:
        found.append(
            _look(
                "RUN_SLOW",
                Text(
                    f"画面卡顿：今天有 {day.slow} 次超过四分之一秒。",
                    f"The picture stutters: {day.slow} frames took over a quarter of a second today.",
                ),
                Text("请检查机器是否过热、是否有别的程序在跑。", "Check for heat and for other programs."),
            )
        )
    if found:
        return tuple(found)
    lived = Text(f"连续运行 {days} 天", f"Running for {days} days") if days else Text("今天启动", "Started today")
    memory = day.latest.rss >> 20 if day.latest else 0
    return (
        Finding(
            "RUN_RIGHT", "run", "ok", Text(f"{lived.zh}，内存 {memory} MB。", f"{lived.en}; {memory} MB of memory.")
        ),
    )


def safe_mode(last: str) -> Finding:
    """The finding while the kiosk runs in safe mode.

    Args:
        last: what the black box says of the last end; may be empty.
    """
    return Finding(
        "RUN_SAFE_MODE",
        "run",
        "bad",
        Text(
            f"连续出错五次，正在安全模式下运行：不同步，用软件绘图。{last}",
            f"Five faults in a row: running in safe mode, without sync and with software drawing. {last}".strip(),
        ),
        Text(
            "内容照常播放。请导出日志交给信息员；排除后点“重启”恢复。",
            "Content plays as before. Export the log for IT; when it is mended, “restart” brings everything back.",
        ),
    )


def _look(code: str, message: Text, hint: Text) -> Finding:
    return Finding(code, "run", "look", message, hint)
