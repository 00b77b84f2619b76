"""The film's picture, pixel by pixel, with and without a GPU."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RED, GOLD = "#B3261C", "#C59B48"
TOLERANCE = 6
"""Levels that H.264 and 8 bit YUV may cost."""

ROOT = Path(__file__).resolve().parents[2]

# A process of its own: whether there is a GPU is decided once in a process.
PLAY = """
import json, sys, time
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView, QSGRendererInterface
from PySide6.QtMultimedia import QMediaPlayer
from kiosk.design import assets, icons
from kiosk.design.video import painted
root, film, software = sys.argv[1], sys.argv[2], sys.argv[3] == "software"
app = QGuiApplication([])
view = QQuickView()
view.engine().addImportPath(root)
view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
view.resize(640, 640)
view.setInitialProperties({"software": software})
view.setSource(QUrl.fromLocalFile(root + "/kiosk/design/video/VideoSurface.qml"))
view.show()
player = view.rootObject().property("player")
assert isinstance(player, QMediaPlayer), player
player.setSource(QUrl.fromLocalFile(film))
player.play()
ended = lambda: player.mediaStatus() == QMediaPlayer.MediaStatus.EndOfMedia
def pump(until, seconds):
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.002)
pump(ended, 15)
assert ended(), player.mediaStatus()
look = lambda: [view.grabWindow().pixelColor(x, y).name() for x, y in ((160, 320), (480, 320), (320, 40), (320, 600))]
seen = []
pump(lambda: seen.append(look()) or seen[-2:] == [seen[-1]] * 2 and len(seen) > 4, 5)
api = view.rendererInterface().graphicsApi()
player.stop()
player.setSource(QUrl())
del player
view.setSource(QUrl())
view.close()
view.deleteLater()
del view
app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
print(json.dumps({"pixels": seen[-1], "software": api == QSGRendererInterface.GraphicsApi.Software}))
"""

pytestmark = pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg to make a film")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One second, 16:9, red at the left and gold at the right, BT.709 as it says."""
    path = tmp_path_factory.mktemp("film") / "colours.mp4"
    halves = [
        part for c in (RED, GOLD) for part in ("-f", "lavfi", "-i", f"color=c={c}:s=640x720:r=25:d=1,format=rgb24")
    ]
    wide = "[0][1]hstack,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[v]"
    said = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "10")
    command = ["ffmpeg", "-v", "error", *halves, "-filter_complex", wide, "-map", "[v]", *coded, *said, str(path)]
    subprocess.run(command, check=True)
    return path


def play(
    film: Path, profile: str, before: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Play to the end in another process; its last line is what was seen."""
    command = [*before, sys.executable, "-c", PLAY, str(ROOT), str(film), profile]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_LOGGING_RULES": "qt.multimedia.*=false", **environment}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=env, check=False)


def check(pixels: list[str]) -> None:
    """Red, gold, and ink above and below, also after the end."""
    for seen, wanted in zip(pixels, (RED, GOLD, "#1C1917", "#1C1917"), strict=True):
        parts = [(int(seen[i : i + 2], 16), int(wanted[i : i + 2], 16)) for i in (1, 3, 5)]
        assert all(abs(a - b) <= TOLERANCE for a, b in parts), f"{pixels}: {seen} is not {wanted}"


def test_without_gpu(film: Path) -> None:
    done = play(film, "software", QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["software"]
    check(found["pixels"])


def test_with_gl(film: Path) -> None:
    if not shutil.which("xvfb-run"):
        pytest.skip("needs xvfb-run for a screen with OpenGL")
    screen = ("xvfb-run", "-a", "-s", "-screen 0 800x800x24 +extension GLX")
    wanted = {"QT_QPA_PLATFORM": "xcb", "QSG_RHI_BACKEND": "opengl", "QT_QUICK_BACKEND": "", "QSG_RENDER_LOOP": "basic"}
    done = play(film, "gl", screen, **wanted)
    if "Failed to create RHI" in done.stderr or "could not connect to display" in done.stderr:
        pytest.skip(f"no OpenGL here: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    if found["software"]:
        pytest.skip("Qt found no OpenGL here and fell back to software")
    check(found["pixels"])
