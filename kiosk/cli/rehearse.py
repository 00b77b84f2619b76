"""`kiosk rehearse`: go through a lecture before anybody sits there."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import out_json
from kiosk.cli.place import DATA, settings
from kiosk.core.text import Lang, Text, reader_language

if TYPE_CHECKING:
    from kiosk.stage.load import Loaded
    from kiosk.stage.rehearse.model import Rehearsal


@click.command("rehearse")
@DATA
@click.argument("lecture", metavar="PACK/ITEM")
@click.option(
    "--pdf", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Write the sheet here as well."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(data: Path | None, lecture: str, pdf: Path | None, as_json: bool) -> int:
    """Open every step, play both ends of each medium, add up the time; 1 when something is red."""
    from kiosk.authoring.glyphs import FONTS
    from kiosk.packs.durable import write_durably
    from kiosk.stage.rehearse.model import as_json as plain
    from kiosk.stage.rehearse.sheet import written

    lang = reader_language()
    sheet = _rehearse(_load(settings(data).data_dir, lecture, lang))
    if pdf is not None:
        write_durably(pdf, written(sheet, FONTS, datetime.now().astimezone().date(), lang))
    if as_json:
        out_json(plain(sheet, lang))
    else:
        _print(sheet, lang)
    return 0 if sheet.green else 1


def _load(data: Path, uid: str, lang: Lang) -> Loaded:
    from kiosk.catalog.reader import Catalog
    from kiosk.catalog.snapshot import SnapshotFile
    from kiosk.kinds import discover
    from kiosk.library import ensure_catalog
    from kiosk.stage.load import load

    if (data / "store").is_dir():
        ensure_catalog(data)
    folder = data / "catalog"
    name = SnapshotFile(folder).read().catalog
    if not name:
        return load(uid, None, None, {}, lang)
    catalog = Catalog(folder / name)
    try:
        return load(uid, catalog.open(uid, lang), catalog, discover(), lang)
    finally:
        catalog.close()


def _rehearse(loaded: Loaded) -> Rehearsal:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtGui import QGuiApplication

    from kiosk import qtstart
    from kiosk.authoring import pdf
    from kiosk.stage.rehearse.checks import look
    from kiosk.stage.rehearse.rehearser import MediaRound, media_of

    app = QGuiApplication.instance() or QGuiApplication([])
    loop = QEventLoop(app)
    turns = MediaRound(look(loaded), media_of(loaded), app)
    finished: list[Rehearsal] = []
    turns.done.connect(finished.append)
    turns.done.connect(loop.quit)
    turns.start()
    if not finished:
        loop.exec()
    turns.deleteLater()
    qtstart.drop_deferred()  # players go before the application does
    pdf.release()
    return finished[0]


def _print(sheet: Rehearsal, lang: Lang) -> None:
    from kiosk.stage.rehearse.model import headline
    from kiosk.stage.rehearse.sheet import MARKS

    colours = {"good": "green", "note": "yellow", "bad": "red"}
    click.echo(f"{sheet.title}: {headline(sheet)(lang)}")
    for row in sheet.rows:
        mark = click.style(MARKS[row.level](lang), fg=colours[row.level])
        minutes = Text(f"{row.planned / 60:g} 分", f"{row.planned / 60:g} min")(lang)
        told = "; ".join(f.words(lang) for f in row.findings)
        click.echo(f"{row.number:3}  {mark}  {row.title}  {minutes}  {told}".rstrip())
    for finding in sheet.findings:
        click.echo(f"     {click.style(MARKS[finding.level](lang), fg=colours[finding.level])}  {finding.words(lang)}")
