"""Where packs come from, asked with a deadline; and the port for monitoring."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.doctor.child import SilentError, ask
from kiosk.doctor.data import publishers
from kiosk.doctor.line import Line, ok
from kiosk.doctor.rounds import Patient
from kiosk.settings.sources import hidden

DEADLINE = 15.0
"""Seconds for each source."""


def sources(patient: Patient) -> Iterator[Line]:
    """Whether each source answers."""
    if patient.settings is None:
        return
    if not patient.settings.sources:
        yield Line(
            "sources",
            "NO_SOURCES",
            "off",
            Text("没有内容来源：只从U盘导入。", "There are no sources: content comes by stick only."),
        )
    for spec in patient.settings.sources:
        yield _source(spec, patient)


def _source(spec: str, patient: Patient) -> Line:
    name = hidden(spec)
    try:
        answer = ask(["source", spec, *publishers(patient)], DEADLINE, patient.env)
    except SilentError as error:
        late = str(error) == "timeout"
        return Line(
            "sources",
            "SOURCE_SILENT",
            "bad",
            Text(
                f"来源 {name} {f'{DEADLINE:.0f} 秒没有回答' if late else '没有问成'}。",
                f"The source {name} {f'did not answer within {DEADLINE:.0f} s' if late else 'could not be asked'}.",
            ),
            Text("请检查网线、服务器和挂载（挂载用 soft）。", "Check cable, server and mount (mount shares soft)."),
        )
    if answer["code"] == "ok" and not answer["found"]:
        return Line(
            "sources",
            "SOURCE_EMPTY",
            "look",
            Text(
                f"来源 {name} 能读，但没有已信任单位的内容。",
                f"The source {name} can be read, but has nothing of a publisher this kiosk trusts.",
            ),
            Text("请核对路径：里面应有 publishers 文件夹。", "Check the path: it should hold the folder publishers."),
        )
    if answer["code"] == "ok":
        return ok("sources", f"来源 {name} 能读。", f"The source {name} can be read.")
    message, hint = (Text(*answer[field]) for field in ("message", "hint"))
    return Line("sources", str(answer["code"]), "bad", Text(f"{name}：{message.zh}", f"{name}: {message.en}"), hint)


def probe_source(spec: str, publishers: Sequence[str]) -> dict[str, object]:
    """In the child: whether the source is there, and carries something of the publishers this kiosk trusts."""
    from kiosk.packs.errors import medium_removed
    from kiosk.packs.source import open_source

    found = False
    try:
        source = open_source(spec)
        if source.gone():
            raise medium_removed()
        for publisher in publishers:
            try:
                source.open(f"publishers/{publisher}/metadata/timestamp.json").close()
            except KioskError as error:
                if error.code != "NOT_ON_THIS_MEDIUM":
                    raise
            else:
                found = True
    except KioskError as error:
        return {
            "code": error.code,
            "message": [error.message.zh, error.message.en],
            "hint": [error.hint.zh, error.hint.en],
        }
    return {"code": "ok", "found": found or not publishers}


def status(patient: Patient) -> Iterator[Line]:
    """Whether monitoring can ask."""
    chosen = patient.settings
    if chosen is None:
        return
    if not chosen.status_port:
        yield Line("status", "STATUS_OFF", "off", Text("没有开监控端口。", "There is no port for monitoring."))
        return
    if not chosen.status_token:
        yield Line(
            "status",
            "NO_STATUS_TOKEN",
            "look",
            Text(
                "监控端口没有口令：只有 /healthz 可用。", "The port for monitoring has no token: only /healthz answers."
            ),
            Text("请设置 status_token（16 个字符以上）。", "Set status_token (16 characters or more)."),
        )
    try:
        socket.create_connection(("127.0.0.1", chosen.status_port), timeout=2).close()
    except OSError:
        yield Line(
            "status",
            "STATUS_SILENT",
            "look",
            Text(f"端口 {chosen.status_port} 没有回答。", f"Port {chosen.status_port} does not answer."),
            Text("先锋屏没有运行，或端口被占用。", "The kiosk does not run, or another program has the port."),
        )
    else:
        yield ok("status", f"端口 {chosen.status_port} 在回答。", f"Port {chosen.status_port} answers.")
