"""Rows of the three lists, in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject


def key_of(pack: dict[str, Any]) -> str:
    """Of a pack on the screen, unique."""
    return f"{pack['publisher']}/{pack['pack']}"


def shown_size(count: int) -> str:
    """Bytes for people."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count} B"


class SyncLines(QObject):
    """A QObject for its `tr`. Each row: `key`, `title`, `note`, `more`, `status`, `tone`, `action`."""

    def pack(self, p: dict[str, Any], *, may_revert: bool) -> dict[str, Any]:
        """A pack on the screen: version, signed by whom and when, since when it is there."""
        version = self.tr("第%1版").replace("%1", str(p["version"]))
        note = self.tr("%1，%2 签于 %3").replace("%1", version).replace("%2", str(p["publisher"]))
        more = str(p["sizeText"])
        if p["since"]:
            more += "  " + self.tr("%1 上屏").replace("%1", str(p["since"]))
        if p["pinned"]:
            more += "  " + self.tr("手工换回的")
        offered = may_revert and p["previous"]
        action = self.tr("换回第%1版").replace("%1", str(p["previous"])) if offered else ""
        return _line(key_of(p), p["title"], note.replace("%3", str(p["signedAt"])), more, action=action)

    def source(self, r: dict[str, Any]) -> dict[str, Any]:
        """A source and how it went the last time."""
        note = str(r["when"]) if r["known"] else self.tr("还没有试过")
        status = "" if not r["known"] else self.tr("好") if r["ok"] else self.tr("不通")
        tone = "" if not r["known"] else "good" if r["ok"] else "bad"
        why = "  ".join(w for w in (r["message"], r["hint"]) if w)
        return _line(r["source"], r["source"], note, why, status=status, tone=tone)

    def run(self, r: dict[str, Any]) -> dict[str, Any]:
        """A sync: what it changed, or why it did not."""
        ok = r["outcome"] == "ok"
        what = r["changedText"] or (self.tr("没有变化") if ok else r["message"])
        times = self.tr("共 %1 次").replace("%1", str(r["times"])) if r["times"] > 1 else ""
        note = "  ".join(w for w in (r["when"], r["source"], r["bytesText"], times) if w)
        why = "" if ok else r["hint"] if what == r["message"] else r["message"]
        status, tone = (self.tr("好"), "good") if ok else (self.tr("没成"), "bad")
        return _line(f"{r['when']} {r['source']} {r['code']}", what, note, why, status=status, tone=tone)


def _line(
    key: str, title: str, note: str, more: str = "", *, status: str = "", tone: str = "", action: str = ""
) -> dict[str, Any]:
    return {"key": key, "title": title, "note": note, "more": more, "status": status, "tone": tone, "action": action}
