"""What Qt finds: asked in a child, because a missing platform plug-in ends the process that asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.core.text import Text
from kiosk.doctor.child import SilentError, ask
from kiosk.doctor.line import Line, ok
from kiosk.doctor.rounds import Patient

DEADLINE = 60.0
"""Seconds: a machine without a GPU draws its first frame slowly, and each codec is given four."""
NEEDED = ("h264", "mp3", "aac")
"""Codecs of the packs that the tools make."""


def screen(patient: Patient) -> Iterator[Line]:
    """Platform, renderer, screens, fonts, touch, sound and codecs."""
    render = patient.settings.render if patient.settings is not None else "auto"
    try:
        found = ask(["screen", render], DEADLINE, patient.env)
    except SilentError as error:
        yield Line(
            "platform",
            "QT_DOES_NOT_START",
            "bad",
            Text(f"Qt 启动不了（{error}）。", f"Qt does not start ({error})."),
            Text(
                "请在先锋屏的会话里运行；缺库时安装 packaging/debian-setup.sh 列出的包。",
                "Run it in the kiosk's session; if a library is missing install what packaging/debian-setup.sh lists.",
            ),
        )
        return
    yield from judge(found)


def judge(found: Mapping[str, Any]) -> Iterator[Line]:
    """What is to be thought of the child's answer."""
    yield _platform(found)
    yield _renderer(found)
    yield _fonts(found["fonts"])
    yield _touch(found["touch"])
    yield _sound(found["sound"])
    yield _codecs(found["codecs"])


def _platform(found: Mapping[str, Any]) -> Line:
    names = ", ".join(f"{s['name']} {s['pixels'][0]}×{s['pixels'][1]}" for s in found["screens"])
    if not found["display"]:
        return Line(
            "platform",
            "NO_DISPLAY",
            "look",
            Text("这个会话没有显示器，只做了离屏检查。", "This session has no display: looked at off-screen only."),
            Text("请在屏上的会话里再运行一次。", "Run it again in the session on the screen."),
        )
    return ok(
        "platform",
        f"Qt {found['qt']} · {found['platform']} · {names}。",
        f"Qt {found['qt']} · {found['platform']} · {names}.",
    )


def _renderer(found: Mapping[str, Any]) -> Line:
    name = found["renderer"]
    if found["frame_ms"] is None:
        return Line(
            "renderer",
            "NO_FRAME",
            "bad",
            Text(f"窗口画不出来（{name}）。", f"A window is not drawn ({name})."),
            Text('请设置 render = "software"，并更新显卡驱动。', 'Set render = "software", and update the driver.'),
        )
    if found["profile"] == "gl" and ("llvmpipe" in name.lower() or not name):
        return Line(
            "renderer",
            "SLOW_RENDERER",
            "look",
            Text(f"没有用上显卡（{name}）。", f"The GPU is not used ({name or 'no OpenGL'})."),
            Text('请安装显卡驱动，或设置 render = "software"。', 'Install its driver, or set render = "software".'),
        )
    return ok("renderer", f"绘制：{name}。", f"Drawn by {name}.")


def _fonts(fonts: Mapping[str, Any]) -> Line:
    if fonts["families"] and not fonts["missing"]:
        return ok("fonts", f"字体：{fonts['families'][0]}。", f"Fonts: {fonts['families'][0]}.")
    return Line(
        "fonts",
        "NO_FONT",
        "bad",
        Text(f"缺少中文字体（{fonts['missing']}）。", f"Chinese characters cannot be drawn ({fonts['missing']})."),
        Text("请重新安装先锋屏；字体在 assets/fonts。", "Install the kiosk again; its fonts are in assets/fonts."),
    )


def _touch(devices: list[Mapping[str, Any]]) -> Line:
    if devices:
        names = ", ".join(f"{d['name']} ({d['points']})" for d in devices)
        return ok("touch", f"触摸：{names}。", f"Touch: {names}.")
    return Line(
        "touch",
        "NO_TOUCH",
        "look",
        Text("没有找到触摸屏。", "No touch screen was found."),
        Text(
            "请检查触摸USB线；离屏检查时看不到触摸屏。", "Check the touch panel's USB cable; off-screen none is seen."
        ),
    )


def _sound(outputs: list[str]) -> Line:
    if outputs:
        return ok("sound", f"声音：{outputs[0]}。", f"Sound: {outputs[0]}.")
    return Line(
        "sound",
        "NO_SOUND",
        "look",
        Text("没有声音输出。", "There is no sound output."),
        Text(
            "请接好音箱或HDMI声音；会话里要有 PipeWire 或 PulseAudio。",
            "Connect loudspeakers or HDMI sound; the session needs PipeWire or PulseAudio.",
        ),
    )


def _codecs(codecs: Mapping[str, bool]) -> Line:
    bad = [name for name in codecs if not codecs[name]]
    if not codecs:
        return Line(
            "codecs",
            "CODECS_NOT_TRIED",
            "off",
            Text("没有自检片段，没有试播。", "There are no clips to try codecs with."),
        )
    if not bad:
        names = ", ".join(codecs)
        return ok("codecs", f"都能播放：{names}。", f"All play: {names}.")
    return Line(
        "codecs",
        "CODEC_MISSING",
        "bad" if set(bad) & set(NEEDED) else "look",
        Text(f"不能播放：{'、'.join(bad)}。", f"These do not play: {', '.join(bad)}."),
        Text(
            "请重新安装先锋屏；用 QT_FFMPEG_DECODING_HW_DEVICE_TYPES=, 关闭硬件解码再试。",
            "Install the kiosk again; try without hardware decoding: QT_FFMPEG_DECODING_HW_DEVICE_TYPES=,",
        ),
    )
