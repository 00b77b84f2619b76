"""The sentences and rows of `ContentStatus`, in the reader's language. Pure: facts in, plain data out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.core.text import Lang, Text
from kiosk.packs.errors import size
from kiosk.packs.report import error_json
from kiosk.state.progress import Job

if TYPE_CHECKING:
    from kiosk.packs.history import Overview, RunLine
    from kiosk.settings import Settings

NOTHING = Text("", "")

STATES = {
    "new": Text("新内容", "New"),
    "newer": Text("有新版", "Newer version"),
    "same": Text("和本机一样", "Same as here"),
    "older": Text("比本机旧", "Older than here"),
    "withdrawn": Text("已撤下", "Withdrawn"),
    "absent": Text("没带来", "Not on this stick"),
    "damaged": Text("已损坏", "Damaged"),
    "needs_newer_app": Text("要先升级程序", "Needs a newer program"),
    "bad": Text("不合格", "Breaks a rule"),
    "refused": Text("没有接受", "Not accepted"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A message with what to do next. `tone` is `info`, `good` or `bad`."""

    message: Text = NOTHING
    hint: Text = NOTHING
    tone: str = "info"


def text_of(raw: object) -> Text:
    """A pair of sentences out of a child's JSON."""
    if isinstance(raw, Mapping):
        return Text(str(raw.get("zh", "")), str(raw.get("en", "")))
    return NOTHING


def error_dict(error: KioskError) -> dict[str, Any]:
    """An error as children say it."""
    found = error_json(error)
    assert found is not None
    return found


def say(job: Job, medium: bool, report: Mapping[str, Any] | None, usb: str, pin_set: bool) -> Said:
    """What to say now; the most pressing first."""
    if job.error is not None:
        return Said(text_of(job.error.get("message")), text_of(job.error.get("hint")), "bad")
    if job.phase == "copying" and job.task == "bring":
        return Said(
            Text("正在复制，请不要拔出U盘。", "Copying: do not remove the stick."),
            Text("复制期间屏幕照常使用。", "The screen can be used meanwhile."),
        )
    if job.phase == "checking" and job.task in ("look", "bring"):
        return Said(Text("正在核对U盘，请不要拔出。", "Checking the stick: do not remove it."))
    if job.phase in ("checking", "copying"):
        return Said(Text("正在从共享文件夹更新。", "Updating from the share."))
    if job.cancelled and job.task == "bring":
        return Said(
            Text("已停止，可以拔出U盘。", "Stopped: you can remove the stick."),
            Text("下次从停下的地方接着复制。", "The next time goes on where it stopped."),
        )
    if job.phase == "done":
        return _done(job, medium)
    return _idle(report, usb, pin_set) if medium else Said()


def _done(job: Job, medium: bool) -> Said:
    changed = bool(job.report and job.report.get("changed"))
    out = Text("现在可以拔出U盘。", "You can remove the stick now.") if medium else NOTHING
    if changed:
        return Said(Text("内容已更新。", "The content is up to date now."), out, "good")
    return Said(Text("内容已经是最新的。", "The content was up to date."), out, "good")


def _idle(report: Mapping[str, Any] | None, usb: str, pin_set: bool) -> Said:
    if report is None:
        return Said()
    count = int(report.get("wanted", 0))
    if not count:
        return Said(
            Text("U盘上没有比本机更新的内容。", "The stick holds nothing newer than the kiosk has."),
            Text("可以拔出U盘。", "You can remove the stick."),
        )
    if not report.get("fits", True):
        return Said(
            Text(
                f"U盘上有 {count} 个内容包可以更新，但本机空间不够：需要 {size(report['missing'])}，"
                f"只剩 {size(report['free'])}。",
                f"The stick holds {count} packs for this kiosk, but its disk is too full: {size(report['missing'])}"
                f" needed, {size(report['free'])} free.",
            ),
            Text("请先清理磁盘。", "Free some space first."),
            "bad",
        )
    amount = size(report["missing"])
    found = Text(
        f"U盘上有 {count} 个内容包可以更新，共 {amount}。",
        f"The stick holds {count} packs for this kiosk, {amount}.",
    )
    if usb == "pin" and not pin_set:
        return Said(
            found,
            Text("本机没有设置密码：请先运行 kiosk pin set。", "This kiosk has no PIN yet: run kiosk pin set first."),
        )
    return Said(
        found, NOTHING if usb == "auto" else Text("输入密码后开始。", "Enter the administrator's PIN to begin.")
    )


def quiet(job: Job, medium: bool, said: Said) -> Text:
    """One line for visitors: only about a stick that somebody has just put in."""
    if job.task in ("look", "bring") and (job.phase != "idle" or medium):
        share = f" {round(100 * job.share)} %" if job.phase == "copying" else ""
        return Text(f"{said.message.zh}{share}", f"{said.message.en}{share}")
    return NOTHING


def progress(job: Job) -> str:
    """Bytes and speed."""
    if job.phase != "copying" or not job.total:
        return ""
    speed = f" · {size(round(job.speed))}/s" if job.speed else ""
    return f"{size(job.done)} / {size(job.total)}{speed}"


def left(seconds: int) -> Text:
    """Time left, rounded as people say it."""
    if seconds < 0:
        return NOTHING
    if seconds < 10:
        return Text("只剩几秒", "a few seconds left")
    if seconds < 55:
        tens = 10 * round(seconds / 10)
        return Text(f"约剩 {tens} 秒", f"about {tens} seconds left")
    minutes = max(1, round(seconds / 60))
    return Text(f"约剩 {minutes} 分钟", f"about {minutes} minute{'s' if minutes > 1 else ''} left")


def medium(path: Path, report: Mapping[str, Any] | None, error: Mapping[str, Any] | None, lang: Lang) -> dict[str, Any]:
    """The stick as QML reads it."""
    said = error or (report or {}).get("error")
    found = report or {}
    return {
        "path": str(path),
        "label": path.name or str(path),
        "looked": report is not None,
        "publishers": [
            {
                "publisher": p["publisher"],
                "state": p["state"],
                "message": text_of((p.get("error") or {}).get("message"))(lang),
                "hint": text_of((p.get("error") or {}).get("hint"))(lang),
            }
            for p in found.get("publishers", ())
        ],
        "wanted": found.get("wanted", 0),
        "outbox": bool(found.get("outbox")),
        "missing": float(found.get("missing", 0)),
        "missingText": size(found.get("missing", 0)),
        "free": float(found.get("free", 0)),
        "fits": bool(found.get("fits", True)),
        "code": str(said["code"]) if said else "",
        "message": text_of(said["message"])(lang) if said else "",
        "hint": text_of(said["hint"])(lang) if said else "",
    }


def packs(report: Mapping[str, Any] | None, lang: Lang) -> list[dict[str, Any]]:
    """Packs on the stick as QML reads them."""
    return [
        {
            "publisher": p["publisher"],
            "pack": p["pack"],
            "title": text_of(p["title"])(lang) or p["pack"],
            "state": p["state"],
            "stateText": STATES[p["state"]](lang),
            "from": p["from"],
            "version": p["version"],
            "size": float(p["size"]),
            "sizeText": size(p["size"]),
            "missing": float(p["missing"]),
            "missingText": size(p["missing"]),
            "wanted": p["wanted"],
            "taken": bool(p.get("taken")),
            "message": text_of((p.get("error") or {}).get("message"))(lang),
            "hint": text_of((p.get("error") or {}).get("hint"))(lang),
        }
        for p in (report or {}).get("packs", ())
    ]


def after(report: Mapping[str, Any], sync: Mapping[str, Any]) -> dict[str, Any]:
    """The report of a look, brought up to date by the sync that followed: nothing has to be read again."""
    became = {(r["publisher"], r["pack"]): r for r in sync.get("results", ()) if r["pack"]}
    packs = [_after(p, became.get((p["publisher"], p["pack"]))) for p in report["packs"]]
    wanted = [p for p in packs if p["wanted"]]
    return {**report, "packs": packs, "wanted": len(wanted), "missing": sum(p["missing"] for p in wanted)}


def _after(pack: Mapping[str, Any], result: Mapping[str, Any] | None) -> dict[str, Any]:
    match result and result["code"]:
        case "live":
            return {**pack, "state": "same", "wanted": False, "taken": True, "from": pack["version"], "missing": 0}
        case "withdrawn":
            return {**pack, "wanted": False, "taken": True, "from": 0}
        case "refused" | "incomplete":
            assert result is not None
            return {**pack, "error": result["error"]}
    return dict(pack)


def live(overview: Overview | None, lang: Lang) -> list[dict[str, Any]]:
    """Packs on the screen as QML reads them."""
    return [
        {
            "publisher": p.publisher,
            "pack": p.pack,
            "title": p.title(lang),
            "version": p.version,
            "since": when(p.since),
            "signedAt": when(p.signed_at),
            "previous": p.previous,
            "pinned": p.pinned,
            "size": float(p.size),
            "sizeText": size(p.size),
        }
        for p in (overview.live if overview else ())
    ]


def sources(settings: Settings, overview: Overview | None, lang: Lang) -> list[dict[str, Any]]:
    """Configured sources with their last result."""
    latest = overview.latest if overview else {}
    rows = []
    for source in settings.sources:
        run = next((latest[n] for n in _names(source) if n in latest), None)
        said = _first(run)
        rows.append(
            {
                "source": str(source),
                "known": run is not None,
                "when": when(run.at) if run else "",
                "ok": run is not None and said is None,
                "message": said.message(lang) if said else "",
                "hint": said.hint(lang) if said else "",
            }
        )
    return rows


def _names(source: str) -> tuple[str, ...]:
    """How the log may call a source: as it is set, or as what it was turned into."""
    return source, source.removeprefix("file://"), "smb:" + source.replace("\\", "/")


def history(overview: Overview | None, lang: Lang) -> list[dict[str, Any]]:
    """The last syncs as QML reads them."""
    rows = []
    for run in overview.runs if overview else ():
        said = _first(run)
        rows.append(
            {
                "when": when(run.at),
                "source": run.source,
                "outcome": "failed" if said else "ok",
                "code": run.troubles[0].code if run.troubles else run.code,
                "changed": [{"pack": c.pack, "version": c.version, "what": c.what} for c in run.changed],
                "changedText": "、".join(_change(c.pack, c.version, c.what)(lang) for c in run.changed)
                if lang == "zh"
                else ", ".join(_change(c.pack, c.version, c.what)(lang) for c in run.changed),
                "bytes": float(run.copied),
                "bytesText": size(run.copied) if run.copied else "",
                "message": said.message(lang) if said else "",
                "hint": said.hint(lang) if said else "",
                "times": run.times,
            }
        )
    return rows


def when(at: datetime | None) -> str:
    """A time for people, in the kiosk's own zone."""
    if at is None:
        return ""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone().strftime("%Y-%m-%d %H:%M")


def _first(run: RunLine | None) -> Said | None:
    if run is None or not run.troubles:
        return None
    return Said(run.troubles[0].message, run.troubles[0].hint, "bad")


def _change(pack: str, version: int, what: str) -> Text:
    if what == "withdrawn":
        return Text(f"撤下 {pack}", f"{pack} withdrawn")
    return Text(f"{pack} 第 {version} 版", f"{pack} version {version}")
