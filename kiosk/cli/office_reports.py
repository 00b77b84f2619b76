"""`kiosk office reports`: the kiosk's report screen in an ordinary window, over the office's database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.place import DATA
from kiosk.cli.report_options import DB, OFFICE, office_folder
from kiosk.core.text import reader_language

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.screens.reports.viewmodel import ReportsViewModel

OUT = click.option("--out", type=click.Path(path_type=Path, file_okay=False, exists=True), default=Path(), help="Where exported reports are saved. Default: here.")  # fmt: skip


@click.command("reports")
@DB
@DATA
@OFFICE
@OUT
def command(db: str | None, data: Path | None, office: Path | None, out: Path) -> int:
    """Open the reports in a window: of the office's database, or of the records in the data folder."""
    from kiosk.cli.chosen import settings

    opened = OfficeWindow(settings(data).data_dir, db, office_folder(office, data), out.resolve())
    code = opened.qt.exec()
    opened.close()
    return code


class OfficeWindow:
    """The window and what it shows.

    Args:
        data: data folder; its packs give titles and questions.
        db: the office's database; None: the records in the data folder.
        office: folder with `ledger.toml` and `ledger.db`.
        out: where exported reports are saved.
    """

    def __init__(self, data: Path, db: str | None, office: Path, out: Path) -> None:
        from kiosk.profile import Profile, choose_profile

        os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
        if choose_profile("auto") is Profile.SOFTWARE:
            os.environ.setdefault("QT_QUICK_BACKEND", "software")
        from kiosk import qtstart

        self.qt: QGuiApplication = qtstart.application()
        from kiosk.core.clock import Clock
        from kiosk.design import assets, icons  # noqa: F401  registers the QML singletons
        from kiosk.jobs import Lanes
        from kiosk.reporting.desk import RecordsDesk
        from kiosk.screens import reports
        from kiosk.screens.reports.viewmodel import ReportsViewModel
        from kiosk.state.language import Interface
        from kiosk.state.reportstick import Place, ReportStick
        from kiosk.state.visit import Visit

        assets.load_fonts()
        self.engine = qtstart.engine()
        self.lanes = Lanes(self.qt)
        self.visit = Visit(reader_language(), self.qt)
        self.interface = Interface(self.visit, self.engine, self.qt)
        self.reports: ReportsViewModel = ReportsViewModel(
            lambda: RecordsDesk(data, db, office),
            ReportStick(lambda: Place(out, stick=False)),
            self.lanes,
            self.visit,
            Clock(),
            at_desk=True,
        )
        self.reports.setParent(self.qt)
        file = Path(reports.__file__).with_name("OfficeWindow.qml")
        self.window = qtstart.load(self.engine, file, {"reports": self.reports, "visit": self.visit})

    def close(self) -> None:
        """Put everything away, QML first."""
        from kiosk import qtstart

        self.reports.leave()
        self.window.close()
        self.window.deleteLater()
        qtstart.drop_deferred()
        self.engine.deleteLater()
        qtstart.drop_deferred()
        self.lanes.close()
        for part in (self.reports, self.interface, self.visit, self.lanes):
            part.deleteLater()
        qtstart.drop_deferred()
