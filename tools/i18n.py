r"""The English interface: collect strings, see what is missing, fill it in, compile, check.

    python tools/i18n.py update        collect strings into assets/i18n/en.ts, compile en.qm, list what is untranslated
    python tools/i18n.py list          print untranslated strings: context, Chinese, (empty); tab-separated, one a line
    python tools/i18n.py fill FILE     take such lines with the English in the third column (`one|many` for plurals), then update
    python tools/i18n.py check         fail when a string is untranslated, or when en.ts or en.qm is not what the sources say

Line breaks and tabs within a string are written as in Python: \n, \t. Chinese is the source language and needs no file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "assets" / "i18n" / "en.ts"
QM = TS.with_suffix(".qm")
BIN = Path(sys.executable).parent


def run(tool: str, *arguments: str | Path) -> None:
    """Run a tool of PySide; show what it says only when it fails."""
    done = subprocess.run([BIN / tool, *arguments], cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}{tool} failed")


def collect(ts: Path) -> None:
    """Bring the strings of all sources into a `.ts` file; translations stay."""
    sources = sorted(
        str(p.relative_to(ROOT))
        for p in (ROOT / "kiosk").rglob("*")
        if p.suffix in (".qml", ".py") and "__pycache__" not in p.parts
    )
    run("pyside6-lupdate", *sources, "-no-obsolete", "-locations", "none", "-source-language", "zh_CN",
        "-target-language", "en", "-no-ui-lines", "-silent", "-ts", ts)  # fmt: skip


def compile_to(ts: Path, qm: Path) -> None:
    """Make the `.qm` file.

    Raises:
        SystemExit: a string is untranslated.
    """
    run("pyside6-lrelease", "-fail-on-unfinished", "-silent", ts, "-qm", qm)


def messages(tree: ET.ElementTree[ET.Element]) -> Iterator[tuple[str, ET.Element]]:
    """Context and message, in the order of the file."""
    for context in tree.iterfind("context"):
        for message in context.iterfind("message"):
            yield context.findtext("name", ""), message


def missing(ts: Path) -> list[tuple[str, str]]:
    """Context and Chinese of what is untranslated."""
    return [
        (context, message.findtext("source", ""))
        for context, message in messages(ET.parse(ts))
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


def fill(table: Path) -> int:
    """Put translations from tab-separated lines into en.ts; returns how many found their string."""
    lines = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    given = {(c, plain(s)): plain(t) for c, s, t in (line for line in lines if len(line) == 3) if t}
    tree = ET.parse(TS)
    found = 0
    for context, message in messages(tree):
        said = given.get((context, message.findtext("source", "")))
        translation = message.find("translation")
        if said is None or translation is None:
            continue
        found += 1
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form, text in zip(forms, said.split("|"), strict=bool(forms)) if forms else [(translation, said)]:
            form.text = text
    tree.write(TS, "utf-8", xml_declaration=True)
    return found


def plain(text: str) -> str:
    """Undo the escapes of `escaped`."""
    return text.replace("\\n", "\n").replace("\\t", "\t")


def escaped(text: str) -> str:
    """One line, whatever the string."""
    return text.replace("\n", "\\n").replace("\t", "\\t")


def show(found: list[tuple[str, str]]) -> None:
    """One line each."""
    for context, source in found:
        print(f"{context}\t{escaped(source)}\t")


def update() -> int:
    """Collect, and compile when all is translated."""
    TS.parent.mkdir(exist_ok=True)
    collect(TS)
    todo = missing(TS)
    show(todo)
    print(f"{len(todo)} strings are untranslated", file=sys.stderr)
    run("pyside6-lrelease", "-silent", TS, "-qm", QM)
    return 0


def problems() -> list[str]:
    """What is wrong with the files in the repository, in sentences."""
    with TemporaryDirectory() as folder:
        ts, qm = Path(folder) / "en.ts", Path(folder) / "en.qm"
        shutil.copyfile(TS, ts)
        collect(ts)
        todo = missing(ts)
        if todo:
            show(todo)
            return [f"{len(todo)} strings are untranslated: `make i18n` collects them"]
        if ts.read_bytes() != TS.read_bytes():
            return ["en.ts does not have the strings of the sources: run `make i18n`"]
        compile_to(ts, qm)
        return [] if qm.read_bytes() == QM.read_bytes() else ["en.qm is not made from en.ts: run `make i18n`"]


def main(arguments: list[str]) -> int:
    """Entry point."""
    match arguments:
        case ["update"]:
            return update()
        case ["list"]:
            show(missing(TS))
            return 0
        case ["fill", table]:
            print(f"{fill(Path(table))} translations taken", file=sys.stderr)
            return update()
        case ["check"]:
            found = problems()
            print("\n".join(found) if found else "i18n: every string is translated, and the files are current")
            return 1 if found else 0
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
