"""Two real screens of an X server: Qt itself tells that they come and go."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path

import pytest
from lecture_world import shared_data

HERE = Path(__file__).parent


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """An X server with one wide frame buffer; two monitors are made of it."""
    if shutil.which("Xvfb") is None or find_library("Xrandr") is None:
        pytest.skip("needs Xvfb and libXrandr")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "3200x1080x24", "-nolisten", "tcp"]
    with (tmp_path / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(command, pass_fds=(write,), stdout=log, stderr=log)
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    try:
        if not number:
            pytest.skip("Xvfb does not start here")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def test_windows_find_their_places_on_real_screens(display: str, tmp_path: Path, qapp: object) -> None:
    data = tmp_path / "data"
    shutil.copytree(shared_data(), data)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("QT_")} | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent), str(HERE.parents[1]))),
    }
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(HERE / "real_screens.py"), str(data)],
        env=environment, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    if "Could not load the Qt platform plugin" in done.stderr:
        pytest.skip("Qt's X11 plug-in does not load here")
    assert done.returncode == 0, (done.stdout, done.stderr[-2000:], time.monotonic() - began)
    assert done.stdout.splitlines()[-1] == "a clean kiosk"
