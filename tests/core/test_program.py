"""A program that starts itself again starts the same program."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk import __version__
from kiosk.core.program import kiosk_command


def test_from_source_it_goes_through_this_python() -> None:
    done = subprocess.run(kiosk_command("--version"), capture_output=True, text=True, check=True, timeout=30)
    assert __version__ in done.stdout


def test_a_bundle_is_its_own_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/pioneer-kiosk/kiosk")
    assert kiosk_command("sync", "--from", "x") == ["/opt/pioneer-kiosk/kiosk", "sync", "--from", "x"]
