"""Licences of what others wrote go into the bundle; without one there is no bundle."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import bundle_licences
import pytest
import yaml
from bundle_licences import Part

ROOT = Path(__file__).resolve().parents[2]


def test_a_file_names_its_distribution() -> None:
    found = {p.name: p for p in bundle_licences.parts([yaml.__file__, __file__, "/nowhere/x.py"])}
    assert set(found) == {"python", "pyinstaller", "pyyaml"}
    assert found["pyyaml"].version == metadata.version("PyYAML")
    assert found["pyyaml"].licence == "MIT License"
    assert "Copyright" in found["pyyaml"].texts[0].read_text("utf-8")
    assert "PYTHON SOFTWARE FOUNDATION" in found["python"].texts[0].read_text("utf-8")


def test_every_library_of_the_kiosk_has_a_licence(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["smb"],
        *project["optional-dependencies"]["s3"],
    ]
    names = {re.split(r"[\[><=]", line)[0].lower() for line in wanted}
    sources = [
        str(next(f for f in metadata.files(name) or () if f.suffix in (".py", ".so", ".pyi")).locate())
        for name in names
    ]
    found = bundle_licences.parts(sources)
    assert names <= {p.name for p in found}
    listed = (bundle_licences.write(tmp_path / "T", found) / "README.txt").read_text("utf-8")
    for name in names:
        assert re.search(rf"^{re.escape(name)} \S+: \S", listed, re.MULTILINE), name
        assert any((tmp_path / "T" / f"{name}-{metadata.version(name)}").iterdir()), name


def test_qt_is_used_under_the_licence_of_the_product(tmp_path: Path) -> None:
    import PySide6

    bundle_licences.write(tmp_path, bundle_licences.parts([PySide6.__file__]))
    note = next(tmp_path.glob("pyside6*/NOTE.txt")).read_text("utf-8")
    assert "GPL version 3" in note
    assert "https://download.qt.io" in note


def test_no_licence_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="MISSING: no licence text of gadget"):
        bundle_licences.write(tmp_path, [Part("gadget", "1", "MIT")])


def test_texts_of_one_name_are_all_kept(tmp_path: Path) -> None:
    texts = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        texts.append(tmp_path / folder / "LICENSE")
        texts[-1].write_text(folder, "utf-8")
    place = bundle_licences.write(tmp_path / "T", [Part("gadget", "1", "MIT", tuple(texts))])
    assert sorted(p.read_text("utf-8") for p in (place / "gadget-1").iterdir()) == ["a", "b"]
