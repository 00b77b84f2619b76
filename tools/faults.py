"""Every code that the product can say has a line in docs/operations.md: `tools/faults.py` lists those without, `--write` adds them.

A line that is there is left as a person wrote it; a new one begins with the sentences of the source, … for what is put in.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "operations.md"
HEADING = "## What each fault message means"
_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_ROW = re.compile(r"(?m)^\| `([A-Z0-9_]+)` \|")
_MAKES_NO_ERROR = frozenset({"Text", "ok", "_field"})
_PROBES = frozenset({"Finding", "Line", "_look", "_bad", "_doubt"})


@dataclass(frozen=True, slots=True)
class Said:
    """A code with its English sentences."""

    code: str
    message: str
    hint: str


def said(package: Path = ROOT / "kiosk") -> dict[str, Said]:
    """Every code of errors and of what health and doctor find, but those that say all is well."""
    found: dict[str, Said] = {}
    for file in sorted(package.rglob("*.py")):
        if "example" in file.parts:
            continue
        for one in _in(ast.parse(file.read_text("utf-8"))):
            known = found.get(one.code)
            if known is None or (not known.message and one.message):
                found[one.code] = one
    return dict(sorted(found.items()))


def documented(text: str) -> set[str]:
    """Codes that have a line."""
    return set(_ROW.findall(text.partition(HEADING)[2]))


def with_rows(text: str, missing: list[Said]) -> str:
    """The document with a line for each."""
    before, _, table = text.partition(HEADING)
    rows = {code: line for line in table.splitlines() for code in _ROW.findall(line)}
    rows |= {one.code: f"| `{one.code}` | {_cell(one.message)} | {_cell(one.hint)} |" for one in missing}
    intro = table.partition("\n| ")[0]
    body = "\n".join(rows[code] for code in sorted(rows))
    return f"{before}{HEADING}{intro.rstrip()}\n\n| code | it says | do |\n|---|---|---|\n{body}\n"


def _in(tree: ast.AST) -> Iterator[Said]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) not in _MAKES_NO_ERROR:
            parts = [*node.args, *(k.value for k in node.keywords)]
        elif isinstance(node, ast.Tuple):
            parts = list(node.elts)
        else:
            continue
        literals = [p.value for p in parts[:2] if isinstance(p, ast.Constant) and isinstance(p.value, str)]
        if not literals:
            continue
        probe = isinstance(node, ast.Call) and _name(node) in _PROBES
        codes = [code for code in (literals if probe else literals[:1]) if _CODE.fullmatch(code)]
        first = isinstance(parts[0], ast.Constant)
        texts = [_english(p) for p in parts if isinstance(p, ast.Call) and _name(p) == "Text"]
        if not codes or not first or not (texts or probe) or codes[0].endswith(("_OK", "_RIGHT")):
            continue
        yield Said(codes[0], texts[0] if texts else "", texts[1] if len(texts) > 1 else "")


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _english(text: ast.expr) -> str:
    """The second argument of `Text`; what is put in at run time as …."""
    if not isinstance(text, ast.Call) or len(text.args) < 2:
        return ""
    match text.args[1]:
        case ast.Constant(value=value):
            return str(value)
        case ast.JoinedStr(values=values):
            return "".join(str(v.value) if isinstance(v, ast.Constant) else "…" for v in values)
    return ""


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip() or "as the sentence says"


def main() -> None:
    """List or write."""
    text = DOCUMENT.read_text("utf-8")
    missing = [one for code, one in said().items() if code not in documented(text)]
    if "--write" in sys.argv[1:] and missing:
        DOCUMENT.write_text(with_rows(text, missing), "utf-8")
    elif missing:
        print("without a line in docs/operations.md:", ", ".join(one.code for one in missing))
        sys.exit(1)


if __name__ == "__main__":
    main()
