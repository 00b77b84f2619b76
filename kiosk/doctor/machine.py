"""Disk and clock: the probes that the running kiosk uses too."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.core.clock import Clock
from kiosk.core.text import Text
from kiosk.doctor.line import Line, of_finding
from kiosk.doctor.rounds import Patient
from kiosk.health import storage as disk
from kiosk.health.clock import judge
from kiosk.health.remember import load_seen


def storage(patient: Patient) -> Iterator[Line]:
    """Whether the data folder can be written, is durable, has room and lives."""
    if patient.settings is None:
        return
    folder = patient.settings.data_dir
    if not folder.is_dir():
        yield Line(
            "storage",
            "NO_DATA_FOLDER",
            "bad",
            Text(f"数据文件夹 {folder} 不存在。", f"The data folder {folder} is not there."),
            Text(
                "请建立它并归运行先锋屏的用户所有，或改 data_dir。",
                "Make it, owned by the kiosk's user, or change data_dir.",
            ),
        )
        return
    for finding in disk.judge(disk.look(folder)):
        yield of_finding("storage", finding)


def clock(patient: Patient) -> Iterator[Line]:
    """Whether the clock can be right, by all this kiosk has seen."""
    if patient.settings is None:
        return
    yield of_finding("clock", judge(Clock().now(), load_seen(patient.settings.data_dir / "health")))
