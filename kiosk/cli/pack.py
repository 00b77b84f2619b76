"""`kiosk pack`: the officer's side."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.console import Bar, finding_json, out_json, say, show_findings
from kiosk.core.text import Text, reader_language

FOLDER = click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))


@click.group("pack")
def command() -> None:
    """Check, narrate and build content packs."""


@command.command()
@FOLDER
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(folder: Path, as_json: bool) -> int:
    """Report every mistake of a pack source at once."""
    from kiosk.authoring.check import check as run
    from kiosk.kinds import discover

    bar = Bar()
    checked = run(folder, discover(), progress=lambda path: bar.show(0, path))
    bar.close()
    found = list(checked.findings)
    errors = len(checked.findings.errors)
    if as_json:
        out_json({"errors": errors, "warnings": len(found) - errors, "findings": [finding_json(f) for f in found]})
    else:
        show_findings(found, reader_language())
        items = len({d.id for d in checked.items})
        say(
            Text(
                f"{items} 个条目，{errors} 处错误，{len(found) - errors} 条提醒。",
                f"{items} items, {errors} mistakes, {len(found) - errors} warnings.",
            )
        )
    return 65 if errors else 0


@command.command()
@FOLDER
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/packs"), show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def build(folder: Path, out: Path, as_json: bool) -> int:
    """Build a pack; nothing is written when there are mistakes."""
    from kiosk.authoring.build import SourceError
    from kiosk.authoring.build import build as run
    from kiosk.kinds import discover

    bar = Bar()
    try:
        built = run(folder, out, discover(), progress=lambda path: bar.show(0, path))
    except SourceError as error:
        bar.close()
        show_findings(list(error.findings), reader_language())
        raise
    bar.close()
    if as_json:
        out_json({"id": built.id, "version": built.version, "folder": str(built.folder), "items": built.items})
    else:
        say(Text(f"做好了：{built.folder}", f"Built: {built.folder}"))
    return 0


@command.command()
@FOLDER
@click.option("--only", multiple=True, help="Item ids; default: all stories.")
def narrate(folder: Path, only: tuple[str, ...]) -> int:
    """Make narration for stories, sentence by sentence; what is unchanged is kept."""
    from kiosk.authoring.narrate import narrate as run
    from kiosk.authoring.speech import EspeakEngine
    from kiosk.kinds import discover

    bar = Bar()

    def progress(file: str, done: int, total: int) -> None:
        bar.total = total
        bar.show(done, file)

    done = run(folder, discover(), EspeakEngine(), only=only or None, progress=progress)
    bar.close()
    made = sum(n.outcome == "made" for n in done)
    say(Text(f"{len(done)} 篇有朗读，新录 {made} 篇。", f"{len(done)} narrations are ready, {made} of them new."))
    return 0
