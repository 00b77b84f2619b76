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


@command.command("import-lecture")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), help="Pack source folder; default: beside FILE."
)
@click.option("--replace", is_flag=True, help="Make it again; the text before is kept.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def import_lecture(file: Path, to: Path | None, replace: bool, as_json: bool) -> int:
    """Make a lecture from a PDF or PowerPoint file."""
    from kiosk.authoring.lecture_import import import_lecture as run

    bar = Bar()

    def progress(doing: Text, done: int, total: int) -> None:
        bar.total = total
        bar.show(done, doing(reader_language()))

    try:
        made = run(file, to, replace=replace, progress=progress)
    finally:
        bar.close()
    if as_json:
        out_json(
            {
                "pack": str(made.pack), "item": str(made.item), "steps": made.steps, "notes": made.notes, "pages": made.pages,
                "new_pack": made.new_pack, "said": [{"zh": text.zh, "en": text.en} for text in made.said],
            }
        )  # fmt: skip
        return 0
    say(
        Text(
            f"做好了：{made.item}。{made.steps} 步，{made.pages} 步是原样的页，{made.notes} 步有备注。",
            f"Made: {made.item}. {made.steps} steps, {made.pages} of them pages as they look, {made.notes} with notes.",
        )
    )
    for text in made.said:
        say(text)
    say(Text(f"接着：kiosk pack check {made.pack}", f"Next: kiosk pack check {made.pack}"))
    return 0
