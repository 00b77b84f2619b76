"""The wheel is a whole kiosk: interface, fonts, translations and the sources of the sample packs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_every_file_of_the_interface_is_inside(names: set[str]) -> None:
    beside = [p for p in (ROOT / "kiosk").rglob("*") if p.suffix in (".py", ".qml", ".toml") or p.name == "qmldir"]
    assert len(beside) > 200
    assert {str(p.relative_to(ROOT)) for p in beside} - names == set()


@pytest.mark.parametrize("name", ["fonts/NotoSansSC-Regular.otf", "i18n/en.qm", "marks/night/dati.svg"])
def test_assets_are_inside(name: str, names: set[str]) -> None:
    assert f"kiosk/_assets/{name}" in names


def test_sample_packs_are_inside_without_media_that_are_made(names: set[str]) -> None:
    content = {n for n in names if n.startswith("kiosk/_content/")}
    packs = {p.parent.name for p in (ROOT / "content").glob("*/pack.yaml")}
    assert {f"kiosk/_content/{pack}/pack.yaml" for pack in packs} <= content
    assert [n for n in content if n.endswith((".m4a", ".mp4", ".vtt"))] == []
