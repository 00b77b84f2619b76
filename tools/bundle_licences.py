"""THIRD-PARTY: the licence texts of everything in the bundle that others wrote, and a list of it.

Which distributions are inside is read from PyInstaller's tables: a file of a distribution is inside, so it is.
"""

from __future__ import annotations

import platform
import shutil
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

_NAMES = ("licen", "copying", "notice", "authors", "copyright")
_OURS = "pioneer-kiosk"
_NOT_IN_WHEELS = {
    "pyside6-essentials": "Qt for Python and Qt, used under the GPL version 3 (LICENSE beside this folder). Sources: "
    "https://download.qt.io/official_releases/. Qt's own third parties: https://doc.qt.io/qt-6/licenses-used-in-qt.html\n",
    "pyside6-addons": "Qt for Python and Qt, used under the GPL version 3 (LICENSE beside this folder); Qt Virtual Keyboard is "
    "GPL version 3 only. Qt Multimedia brings FFmpeg (LGPL 2.1 or later, here under the GPL version 3; "
    "https://ffmpeg.org/). Sources: https://download.qt.io/official_releases/. Qt's own third parties: "
    "https://doc.qt.io/qt-6/licenses-used-in-qt.html\n",
    "shiboken6": "Used under the GPL version 3 (LICENSE beside this folder). Sources: "
    "https://download.qt.io/official_releases/QtForPython/\n",
}
"""What wheels without a licence file are used under."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something others wrote.

    Args:
        licence: what its metadata say, in short.
        texts: files with the whole text.
        note: said instead, or besides.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()
    note: str = ""


def parts(sources: Iterable[str]) -> list[Part]:
    """The distributions that own these files, Python itself, and PyInstaller's starter.

    Args:
        sources: files on this machine that go into the bundle.
    """
    owners = _owners()
    found = {owners[Path(s)] for s in sources if Path(s) in owners} - {_OURS}
    found.add("pyinstaller")  # its starter is the program `kiosk`
    return [_python(), *(_part(metadata.distribution(name)) for name in sorted(found))]


def licence_of(known: metadata.PackageMetadata) -> str:
    """A short name of the licence: the expression, the classifiers, or the first line of what the author wrote."""
    if expression := _first(known, "License-Expression"):
        return expression
    marks = [c.rsplit(" :: ", 1)[-1] for c in known.get_all("Classifier") or () if c.startswith("License ::")]
    marks = [m for m in marks if m != "OSI Approved"]
    if marks:
        return ", ".join(marks)
    return (_first(known, "License") or "see its text").strip().splitlines()[0]


def _first(known: metadata.PackageMetadata, key: str) -> str:
    return next(iter(known.get_all(key) or ()), "")


def write(place: Path, found: Iterable[Part]) -> Path:
    """Write the texts and `README.txt` below `place`, which is made anew; returns it.

    Raises:
        ValueError: `MISSING` texts: a part has neither a licence file nor a note.
    """
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    lines = ["What others wrote, and what it is used under. The texts are in the folders beside this list.", ""]
    missing = []
    for part in found:
        lines.append(f"{part.name} {part.version}: {part.licence}")
        folder = place / f"{part.name}-{part.version}"
        folder.mkdir()
        for text in part.texts:
            shutil.copyfile(text, _free(folder, text.name))
        if part.note:
            (folder / "NOTE.txt").write_text(part.note, "utf-8")
        if not part.texts and not part.note:
            missing.append(part.name)
    if missing:
        raise ValueError(f"MISSING: no licence text of {', '.join(missing)}")
    (place / "README.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return place


def _free(folder: Path, name: str) -> Path:
    count, path = 1, folder / name
    while path.exists():
        count, path = count + 1, folder / f"{count + 1}-{name}"
    return path


def _owners() -> dict[Path, str]:
    owners: dict[Path, str] = {}
    for dist in metadata.distributions():
        name = dist.metadata["Name"].lower().replace("_", "-")
        for file in dist.files or ():
            owners[Path(str(dist.locate_file(file)))] = name
    return owners


def _part(dist: metadata.Distribution) -> Part:
    name = dist.metadata["Name"].lower().replace("_", "-")
    texts = sorted(
        Path(str(dist.locate_file(f)))
        for f in dist.files or ()
        if PurePosixPath(f).suffix in ("", ".txt", ".md", ".rst")
        and (any(f.name.lower().startswith(n) for n in _NAMES) or ".dist-info/licenses/" in str(f))
    )
    texts = [t for t in texts if t.is_file()]
    note = _NOT_IN_WHEELS.get(name, "")
    if not texts and not note:
        note = _from_metadata(dist)
    return Part(name, dist.version, licence_of(dist.metadata), tuple(texts), note)


def _from_metadata(dist: metadata.Distribution) -> str:
    """What a wheel without a licence file says of itself; empty when that is nothing."""
    said = licence_of(dist.metadata)
    if said == "see its text":
        return ""
    links = [*(dist.metadata.get_all("Project-URL") or ()), _first(dist.metadata, "Home-page")]
    return f"The wheel brings no licence text. Licence: {said}\n" + "".join(f"{link}\n" for link in links if link)


def _python() -> Part:
    version = platform.python_version()
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright"),
    )
    return Part("python", version, "PSF-2.0", tuple(p for p in places if p.is_file())[:1])
