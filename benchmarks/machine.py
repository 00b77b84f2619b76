"""What the figures were taken on."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """One sentence: processor, memory, system, versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"Machine: {_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {_gpu()}, Linux {platform.release()}; "
        f"Python {platform.python_version()}, PySide6 {version('PySide6_Essentials')}, {_chromium()}; "
        "Xvfb 1920x1080, Qt Quick's software renderer."
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def _gpu() -> str:
    return "a GPU" if any(Path("/dev/dri").glob("renderD*")) else "no GPU"


def _chromium() -> str:
    if not shutil.which("chromium"):
        return "no Chromium"
    done = subprocess.run(["chromium", "--version"], capture_output=True, text=True, timeout=30, check=False)
    return " ".join(done.stdout.split()[:2]) or "Chromium"
