"""Check all QML with the types that Python gives it.

Sources are copied to a folder below `build` with the generated type descriptions beside them, so that nothing generated lies
in `kiosk/`. Prints qmllint's findings with the paths of the sources; exits with 1 when there are any.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Container
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
sys.path.insert(0, str(Path(__file__).resolve().parent))
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qml_types import PYTHON, QmlModule, described  # noqa: E402

BUILD = ROOT / "build"
QMLLINT = Path(sys.executable).with_name("pyside6-qmllint")


def plant(types: dict[str, QmlModule], tree: Path) -> list[Path]:
    """Copy the QML modules and add the type descriptions; returns the copies of the QML files."""
    files = []
    for source in sorted((ROOT / "kiosk").rglob("*")):
        if source.suffix == ".qml" or source.name == "qmldir":
            copy = tree / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
            if source.suffix == ".qml":
                copy.write_text(adapted(source, types), "utf-8")
                files.append(copy)
    for uri, module in types.items():
        folder = tree.joinpath(*uri.split("."))
        (folder / PYTHON).mkdir(parents=True, exist_ok=True)
        depends = "".join(f"import {base}\n" for base in sorted(module.depends))
        (folder / PYTHON / "qmldir").write_text(f"module {uri}.{PYTHON}\ntypeinfo python.qmltypes\n{depends}", "utf-8")
        (folder / PYTHON / "python.qmltypes").write_text(module.qmltypes, "utf-8")
        qmldir = folder / "qmldir"
        said = qmldir.read_text("utf-8") if qmldir.exists() else f"module {uri}\n"
        qmldir.write_text(f"{said.rstrip()}\nimport {uri}.{PYTHON} auto\n", "utf-8")
    return files


def adapted(source: Path, types: Container[str]) -> str:
    """The file with `import <its own module>` narrowed to that module's Python part, or qmllint would run in a circle."""
    own = ".".join(source.parent.relative_to(ROOT).parts)
    part = f"import {own}.{PYTHON}" if own in types else ""
    return re.sub(rf"^import {re.escape(own)}$", part, source.read_text("utf-8"), flags=re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Run qmllint; arguments restrict it to files whose path contains one of them."""
    BUILD.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="qmllint-", dir=BUILD) as tree:
        files = [f for f in plant(described(ROOT), Path(tree)) if not arguments or any(a in str(f) for a in arguments)]
        if not files:
            print("qmllint: no QML files found", file=sys.stderr)
            return 1
        run = subprocess.run(
            [QMLLINT, "-I", tree, "--max-warnings", "0", *files], check=False, capture_output=True, text=True
        )
    # PySide's wrapper adds its own command line to the findings.
    said = [line for line in (run.stdout + run.stderr).splitlines() if "--max-warnings 0" not in line]
    print("\n".join(said).replace(f"{tree}{os.sep}", ""))
    print(f"qmllint: {len(files)} files", "have findings" if run.returncode else "are clean")
    return 1 if run.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
