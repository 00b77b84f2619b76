"""QML in one format: `python tools/qmlformat.py` names files that differ from qmlformat's output, `--write` rewrites them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
QMLFORMAT = Path(sys.executable).with_name("pyside6-qmlformat")


def differing(files: list[Path]) -> dict[Path, str]:
    """Files that qmlformat would change, with what it makes of them.

    Raises:
        SystemExit: a file cannot be parsed.
    """
    with TemporaryDirectory() as folder:
        copies = {file: Path(folder) / f"{place}.qml" for place, file in enumerate(files)}
        for file, copy in copies.items():
            shutil.copyfile(file, copy)
        done = subprocess.run([QMLFORMAT, "-i", *copies.values()], check=False, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{done.stdout}{done.stderr}qmlformat failed")
        made = {file: copy.read_text("utf-8") for file, copy in copies.items()}
    return {file: text for file, text in made.items() if text != file.read_text("utf-8")}


def main(arguments: list[str]) -> int:
    """Entry point."""
    files = sorted((ROOT / "kiosk").rglob("*.qml"))
    found = differing(files)
    for file, text in found.items():
        print(file.relative_to(ROOT))
        if "--write" in arguments:
            file.write_text(text, "utf-8")
    print(f"qmlformat: {len(found)} of {len(files)} files", "rewritten" if "--write" in arguments else "differ")
    return 1 if found and "--write" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
