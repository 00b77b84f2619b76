"""What each setting means to the people at the kiosk, and with which control it is changed. Pure.

A key that is not described here is shown with its own name and changed as a line of text; what it accepts is the key's own
rule in every case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.core.text import Text
from kiosk.settings.model import KEYS

Group: TypeAlias = Literal["place", "screen", "visit", "content", "more"]
GROUPS: Mapping[Group, Text] = {
    "place": Text("地点", "Place"),
    "screen": Text("屏幕", "Screen"),
    "visit": Text("接待", "Visits"),
    "content": Text("内容", "Content"),
    "more": Text("其他", "More"),
}


NO_UNIT = Text("", "")


@dataclass(frozen=True, slots=True)
class Stepped:
    """A number, changed by a step at a time."""

    least: float
    most: float
    step: float
    unit: Text = NO_UNIT
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of a few values with their words."""

    options: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A line of text; several, one below the other, when `several`."""

    several: bool = False
    latin: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Not changed on this page; `where` says how."""

    where: Text


Form: TypeAlias = Stepped | Chosen | Typed | Elsewhere


@dataclass(frozen=True, slots=True)
class Described:
    """One setting for people."""

    key: str
    group: Group
    title: Text
    meaning: Text
    form: Form


_ON_OFF = Chosen((("true", Text("开", "On")), ("false", Text("关", "Off"))))
_PIN = Elsewhere(Text("在“谁能进”里改", "Changed under “Who may come in”"))
_SECONDS = Text("秒", "s")

_TABLE = (
    Described(
        "site",
        "place",
        Text("屏的名字", "Name of this kiosk"),
        Text(
            "写在首页和值班页上：哪个单位、哪个厅、第几块屏。", "On the home and duty pages: which union, which hall."
        ),
        Typed(),
    ),
    Described(
        "language",
        "place",
        Text("开头的语言", "First language"),
        Text("每位来访者看到的第一种语言，随时可换。", "What every visitor sees first; they can change it."),
        Chosen((("zh", Text("中文", "Chinese")), ("en", Text("英文", "English")))),
    ),
    Described(
        "diagonal_inches",
        "screen",
        Text("屏幕对角线", "Screen diagonal"),
        Text("按它算毫米：字和按钮在多大的屏上都一样大。", "Sizes are millimetres: letters and buttons follow it."),
        Stepped(10, 120, 0.5, Text("英寸", "in"), whole=False),
    ),
    Described(
        "orientation",
        "screen",
        Text("横放竖放", "Orientation"),
        Text("系统转不了屏时，由程序自己转。", "Where the system cannot turn the picture, the kiosk does."),
        Chosen(
            (
                ("auto", Text("跟系统", "As the system")),
                ("portrait", Text("竖", "Portrait")),
                ("landscape", Text("横", "Landscape")),
            )
        ),
    ),
    Described(
        "glove",
        "screen",
        Text("戴手套", "Gloves"),
        Text("可碰的地方放大到 25 毫米。", "Touch targets of at least 25 mm."),
        _ON_OFF,
    ),
    Described(
        "calm",
        "screen",
        Text("少动", "Reduced motion"),
        Text("换页、翻牌不做动画，老机器也省力。", "Pages change at once; spares old machines."),
        _ON_OFF,
    ),
    Described(
        "render",
        "screen",
        Text("怎么画", "Drawing"),
        Text(
            "自动会看显卡；花屏、黑屏时选软件。",
            "Automatic looks at the graphics card; choose software for garbled pictures.",
        ),
        Chosen(
            (
                ("auto", Text("自动", "Automatic")),
                ("gl", Text("显卡", "Graphics card")),
                ("software", Text("软件", "Software")),
            )
        ),
    ),
    Described(
        "idle_seconds",
        "visit",
        Text("没人碰多久算走了", "Until a visitor is gone"),
        Text("到时先问“还在吗”，没人答就回到开头。", "Then the kiosk asks, and starts anew when nobody answers."),
        Stepped(15, 600, 15, _SECONDS),
    ),
    Described(
        "countdown_seconds",
        "visit",
        Text("“还在吗”问多久", "How long it asks"),
        Text("问完没人答，就清掉这位来访者的一切。", "When nobody answers, everything of the visit is forgotten."),
        Stepped(3, 60, 1, _SECONDS),
    ),
    Described(
        "usb",
        "content",
        Text("U盘", "USB sticks"),
        Text("插上U盘时收不收内容。没签名的从来不收。", "What a stick may do. Unsigned content is never taken."),
        Chosen(
            (
                ("off", Text("不收", "Never")),
                ("pin", Text("输密码后收", "After the PIN")),
                ("auto", Text("插上就收", "At once")),
            )
        ),
    ),
    Described(
        "sources",
        "content",
        Text("内容来源", "Sources"),
        Text(
            "共享文件夹或网址，自己会来看有没有新的。", "Shared folders or addresses that are looked at by themselves."
        ),
        Typed(several=True, latin=True),
    ),
    Described(
        "sync_interval",
        "content",
        Text("多久看一次来源", "Between two looks"),
        Text("两次查看来源之间的间隔。", "Time between two looks at the sources."),
        Stepped(10, 3600, 60, _SECONDS),
    ),
    Described(
        "office_key",
        "content",
        Text("收记录的钥匙", "Key of the office"),
        Text(
            "工会办公室的公钥。没有它，记录不离开本机。",
            "Public key of the office. Without it no record leaves the kiosk.",
        ),
        Typed(latin=True),
    ),
    Described(
        "data_dir",
        "more",
        Text("数据放在哪", "Data folder"),
        Text("内容、记录和屏上改的设置都在这里。", "Content, records and what was set on the glass."),
        Elsewhere(Text("只能在文件或命令行里改", "Only in a file or on the command line")),
    ),
    Described(
        "pin", "more", Text("管理员密码", "Administrator's PIN"), Text("什么都能做。", "May do everything."), _PIN
    ),
    Described(
        "pin_officer",
        "more",
        Text("工会干部密码", "Officer's PIN"),
        Text("内容、统计、日志，不能改设置。", "Content, reports, logs; no settings."),
        _PIN,
    ),
    Described(
        "pin_staff",
        "more",
        Text("值班员密码", "Staff PIN"),
        Text("看状态、收U盘、调音量、自检、关机。", "Status, sticks, volume, self-test, power."),
        _PIN,
    ),
    Described(
        "status_port",
        "more",
        Text("监控端口", "Monitoring port"),
        Text("本机 127.0.0.1 上给监控用的端口，0 是关。", "Port on 127.0.0.1 for monitoring; 0 is off."),
        Typed(latin=True),
    ),
    Described(
        "status_token",
        "more",
        Text("监控口令", "Monitoring token"),
        Text("监控软件要知道的口令，屏上不显示。", "What monitoring must know; never shown."),
        Elsewhere(Text("只能在文件里改", "Only in a file")),
    ),
    Described(
        "screen_hours",
        "screen",
        Text("亮屏时间", "Screen hours"),
        Text("之外黑屏，碰一下就亮。空着是一直亮。", "Dark outside them until touched; empty is always on."),
        Typed(latin=True),
    ),
    Described(
        "dim_after",
        "screen",
        Text("自动变暗", "Dims after"),
        Text("这么多秒没人碰就变暗，0 是不变暗。", "Seconds without a touch; 0 is never."),
        Stepped(0, 3600, 60, Text("秒", "s")),
    ),
    Described(
        "dim_to",
        "screen",
        Text("变暗到", "Dims to"),
        Text("变暗后还剩的亮度。", "Brightness that is left then."),
        Stepped(10, 100, 10, Text("%", "%")),
    ),
    Described(
        "night_hours",
        "screen",
        Text("夜间模式", "Night mode"),
        Text("用深色，声音也放低。", "The dark theme, and lower sound."),
        Typed(latin=True),
    ),
    Described(
        "cleaning_seconds",
        "screen",
        Text("擦屏时间", "Cleaning"),
        Text("擦屏时触摸停这么久。", "So long touches are ignored for cleaning."),
        Stepped(10, 300, 10, Text("秒", "s")),
    ),
    Described(
        "reach",
        "screen",
        Text("够得着", "Within reach"),
        Text("页面移到下半屏，坐着也够得着。", "Pages move into the lower half, within reach of who sits."),
        _ON_OFF,
    ),
    Described(
        "volume",
        "visit",
        Text("音量", "Volume"),
        Text("平时的音量。", "Outside special hours."),
        Stepped(0, 100, 5, Text("%", "%")),
    ),
    Described(
        "volume_cap",
        "visit",
        Text("音量上限", "Volume limit"),
        Text("什么时候都不超过它。", "Never exceeded."),
        Stepped(0, 100, 5, Text("%", "%")),
    ),
    Described(
        "volume_hours",
        "visit",
        Text("分时音量", "Volume by hours"),
        Text("如 12:00-13:30=30。", "Like 12:00-13:30=30."),
        Typed(latin=True),
    ),
    Described(
        "night_volume",
        "visit",
        Text("夜间音量", "Night volume"),
        Text("夜间模式里的音量上限。", "The limit in night mode."),
        Stepped(0, 100, 5, Text("%", "%")),
    ),
    Described(
        "noisy_hours",
        "visit",
        Text("吵闹时段", "Noisy hours"),
        Text("机器响时字幕一直开着。", "Captions stay on while machines run."),
        Typed(latin=True),
    ),
)

_BY_KEY = {d.key: d for d in _TABLE}


def describe(key: str) -> Described:
    """How a setting is told and changed."""
    known = _BY_KEY.get(key)
    if known is not None:
        return known
    rule = next((k for k in KEYS if k.name == key), None)
    form: Form = (
        Elsewhere(Text("只能在文件里改", "Only in a file")) if rule is None or rule.secret else Typed(latin=True)
    )
    return Described(key, "more", Text(key, key), Text("", ""), form)
