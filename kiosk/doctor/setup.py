"""Settings and keys."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.doctor.line import Line, of_error, ok
from kiosk.doctor.rounds import Patient


def settings(patient: Patient) -> Iterator[Line]:
    """Every mistake in every file; and what is missing for a kiosk that is meant to stand alone."""
    for error in patient.trouble:
        yield of_error("settings", error)
    chosen = patient.settings
    if chosen is None:
        return
    if not patient.trouble:
        yield ok("settings", "设置没有错误。", "The settings hold no mistakes.")
    if not chosen.pin:
        yield Line(
            "settings",
            "NO_PIN",
            "look",
            Text("没有设管理员密码。", "There is no administrator's PIN."),
            Text("请运行 kiosk pin set。", "Run kiosk pin set."),
        )


def office_key(patient: Patient) -> Iterator[Line]:
    """Whom the records are sealed to."""
    from kiosk.sealing import OfficeKey

    if patient.settings is None:
        return
    if not patient.settings.office_key:
        yield Line(
            "office_key",
            "NO_OFFICE_KEY",
            "off",
            Text("没有办公室公钥：记录不出本机。", "There is no office key: records stay on this kiosk."),
            Text("要汇总记录，请在设置里写 office_key。", "To have them collected, set office_key."),
        )
        return
    try:
        OfficeKey.parse(patient.settings.office_key)
    except ConfigError as error:
        yield of_error("office_key", error)
    else:
        yield ok("office_key", "办公室公钥没有抄错。", "The office key is well formed.")
