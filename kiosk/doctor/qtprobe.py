"""In a child process: what Qt finds on this machine. The only module of the doctor that imports Qt."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer, QUrl, qVersion
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QInputDevice,
    QOffscreenSurface,
    QOpenGLContext,
    QRawFont,
)
from PySide6.QtQuick import QQuickWindow

from kiosk.profile import Profile, choose_profile

FAMILY = "Noto Sans SC"
WORDS = "劳动光荣工匠精神"
"""Must be drawable."""
_FRAME = 5.0
_CLIP = 4.0
_KEPT: list[object] = []
"""Players made in Python crash when they are put away (6.11): this process ends without doing so."""
CLIPS = ("h264.mp4", "vp9.webm", "mp3.mp3", "aac.m4a", "opus.opus", "flac.flac")


def probe(render: str) -> dict[str, Any]:
    """Look at everything.

    Args:
        render: the setting.
    """
    display = sys.platform != "linux" or any(
        os.environ.get(n) for n in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    )
    if not display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    profile = choose_profile(render)
    if profile is Profile.SOFTWARE:
        os.environ["QT_QUICK_BACKEND"] = "software"
    app = QGuiApplication(["kiosk"])
    found: dict[str, Any] = {
        "qt": qVersion(),
        "display": display,
        "platform": app.platformName(),
        "profile": profile.value,
        "screens": [_screen(screen) for screen in app.screens()],
        "fonts": _fonts(),
        "touch": [_device(d) for d in QInputDevice.devices() if d.type() == QInputDevice.DeviceType.TouchScreen],
        "renderer": _renderer() if profile is Profile.GL else "software",
        "frame_ms": _frame(),
    }
    found |= _media()
    return found


def _screen(screen: Any) -> dict[str, Any]:
    size, millimetres = screen.size(), screen.physicalSize()
    return {
        "name": screen.name(),
        "pixels": [size.width(), size.height()],
        "millimetres": [round(millimetres.width()), round(millimetres.height())],
        "hertz": round(screen.refreshRate()),
    }


def _device(device: Any) -> dict[str, Any]:
    return {"name": device.name(), "points": int(getattr(device, "maximumPoints", lambda: 0)())}


def _fonts() -> dict[str, Any]:
    from kiosk.design.assets import load_fonts

    loaded = load_fonts()
    font = QRawFont.fromFont(QFont(FAMILY, 16))
    missing = [char for char in WORDS if not font.supportsCharacter(ord(char))]
    return {
        "families": [FAMILY] if FAMILY in loaded else [],
        "missing": "".join(missing),
        "of_system": len(QFontDatabase.families()),
    }


def _renderer() -> str:
    context, surface = QOpenGLContext(), QOffscreenSurface()
    surface.create()
    if not context.create() or not context.makeCurrent(surface):
        return ""
    name = str(context.functions().glGetString(0x1F01))  # GL_RENDERER
    context.doneCurrent()
    return name


def _frame() -> float | None:
    """Milliseconds until a window has presented a frame; None = it never did."""
    window = QQuickWindow()
    window.resize(320, 240)
    shown: list[float] = []
    began = time.monotonic()
    window.frameSwapped.connect(lambda: shown.append(time.monotonic()))
    window.show()
    _wait(lambda: bool(shown), _FRAME)
    window.close()
    return round((shown[0] - began) * 1000, 1) if shown else None


def _media() -> dict[str, Any]:
    from PySide6.QtMultimedia import QMediaDevices

    from kiosk.design.assets import assets_folder

    outputs = [device.description() for device in QMediaDevices.audioOutputs()]
    clips = [assets_folder() / "selftest" / name for name in CLIPS]
    return {"sound": outputs, "codecs": {clip.stem: _plays(clip) for clip in clips if clip.is_file()}}


def _plays(clip: Path) -> bool:
    """Whether pictures come, or sound goes on, within some seconds. What Qt says it supports is not true."""
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

    player, sink, output = QMediaPlayer(), QVideoSink(), QAudioOutput()
    output.setMuted(True)
    frames: list[bool] = []
    errors: list[str] = []
    player.setVideoSink(sink)
    player.setAudioOutput(output)
    sink.videoFrameChanged.connect(lambda frame: frames.append(True) if frame.isValid() else None)
    player.errorOccurred.connect(lambda _kind, text: errors.append(text))
    player.setSource(QUrl.fromLocalFile(str(clip)))
    player.play()

    def decided() -> bool:
        if errors:
            return True
        pictures = not player.hasVideo() or bool(frames)
        return pictures and player.duration() > 0 and (player.position() > 0 or bool(frames))

    _wait(decided, _CLIP)
    _KEPT.append((player, sink, output))
    player.pause()
    return decided() and not errors


def _wait(until: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    loop, look = QEventLoop(), QTimer(interval=10)
    look.timeout.connect(lambda: loop.quit() if until() or time.monotonic() >= end else None)
    look.start()
    loop.exec()
