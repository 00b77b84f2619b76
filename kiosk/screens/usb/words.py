"""Rows and lines of the page about a stick, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.screens.usb.glance import Glance, Pack, Results, shown_size

NAMED = 4
"""Kiosks that are named in a row of two lines."""


class StickWords(QObject):
    """A QObject for its `tr`."""

    def rows(self, g: Glance) -> tuple[dict[str, str], ...]:
        """Packs as the list shows them, and what the stick takes back."""
        packs = tuple(self._row(p, g) for p in g.rows)
        if g.results is None and not g.outbox:
            return packs
        results = (self._results(g), *self._tour(g))
        first = g.results is not None or not g.wanted  # once it is over, where to go next
        return (*results, *packs) if first else (*packs, *results)

    def _results(self, g: Glance) -> dict[str, str]:
        note = self.tr("这块屏的记录、健康报告和日志，只有办公室打得开")
        status, tone, icon = self.tr("要带"), "doing", "arrow-up"
        if g.results is not None and g.results.problem:
            note, status, tone, icon = g.results.problem, self.tr("没带上"), "bad", "close-thick"
        elif g.results is not None:
            note = self._taken(g.results)
            status, tone, icon = self.tr("已带上"), "done", "check-bold"
        elif g.phase in ("removed", "refused"):
            status, icon = self.tr("还没带"), "timer-sand"
        elif g.phase == "copying":
            status, icon = self.tr("等着"), "timer-sand"
        return {
            "key": "results", "title": self.tr("带回结果"), "note": note, "status": status, "tone": tone, "icon": icon,
        }  # fmt: skip

    def _taken(self, r: Results) -> str:
        if not r.logs:
            new = self.tr("新记录 %1 条，已封好").replace("%1", str(r.records))
            return new if r.records else self.tr("没有新记录")
        if not r.records:
            return self.tr("没有新记录；健康报告和日志已封好")
        return self.tr("新记录 %1 条，健康报告和日志，已封好").replace("%1", str(r.records))

    def _tour(self, g: Glance) -> tuple[dict[str, str], ...]:
        """Where the stick has been: one row, once it is known."""
        r = g.results
        if r is None or r.problem or not r.visited:
            return ()
        there = self.tr("到过：%1").replace("%1", self._named(r.visited))
        if not r.listed:
            note, status, tone, icon = there, self.tr("%1 台").replace("%1", str(len(r.visited))), "", "map-marker"
        elif r.missed:
            note = self.tr("%1；还没到：%2").replace("%1", there).replace("%2", self._named(r.missed))
            status, tone, icon = self.tr("还差 %1 台").replace("%1", str(len(r.missed))), "doing", "timer-sand"
        else:
            note, status, tone, icon = there, self.tr("都到了"), "done", "check-bold"
        return ({"key": "tour", "title": self.tr("U盘走到哪了"), "note": note, "status": status, "tone": tone, "icon": icon},)  # fmt: skip

    def _named(self, sites: tuple[str, ...]) -> str:
        """A few by name, the others by number."""
        named = self.tr("、").join(sites[:NAMED])
        more = len(sites) - NAMED
        return named if more <= 0 else self.tr("%1等 %2 台").replace("%1", named).replace("%2", str(len(sites)))

    def refused(self, code: str) -> str:
        """At most four characters about what went wrong."""
        return {
            "UNTRUSTED": self.tr("不认得"),
            "REVOKED": self.tr("不认得"),
            "NOT_A_PACK_MEDIUM": self.tr("没带内容"),
            "DISK_FULL": self.tr("放不下"),
            "DAMAGED_MEDIUM": self.tr("有的坏了"),
            "OLDER_THAN_KIOSK": self.tr("比这里旧"),
            "BUSY": self.tr("等一等"),
        }.get(code, self.tr("没收成"))

    def pace(self, g: Glance) -> str:
        """Which pack, how fast, how long."""
        if not g.current:
            return self.tr("正在核对")
        parts = [self.tr("正在拷%1").replace("%1", g.title_of(g.current))]
        if g.speed > 0:
            parts.append(self.tr("每秒 %1").replace("%1", shown_size(round(g.speed))))
        if g.seconds_left >= 0:
            parts.append(self._left(g.seconds_left))
        return self.tr("，").join(part.replace(" ", "\u00a0") for part in parts)

    def _left(self, seconds: int) -> str:
        if seconds < 60:
            return self.tr("大约还要 %1 秒").replace("%1", str(max(5, round(seconds / 5) * 5)))
        return self.tr("大约还要 %1 分钟").replace("%1", str(round(seconds / 60)))

    def _row(self, p: Pack, g: Glance) -> dict[str, str]:
        status, tone, icon = self._status(p, g)
        return {"key": p.key, "title": p.title, "note": self._about(p), "status": status, "tone": tone, "icon": icon}

    def _status(self, p: Pack, g: Glance) -> tuple[str, str, str]:
        match p.group:
            case "new" if p.taken:
                return self.tr("已收"), "done", "check-bold"
            case "new" if g.phase == "copying" and p.pack == g.current:
                return self.tr("在收"), "done", "arrow-down"
            case "new" if p.problem and g.phase in ("refused", "done"):
                return self.tr("没收成"), "bad", "close-thick"
            case "new" if g.phase == "refused":
                return self.tr("还没收"), "doing", "timer-sand"
            case "new" if g.phase in ("copying", "removed"):
                return self.tr("等着"), "doing", "timer-sand"
            case "new":
                return (self.tr("要撤下") if p.state == "withdrawn" else self.tr("要收")), "doing", "arrow-down"
            case "same":
                return self.tr("跳过"), "", "equal"
            case "older":
                return self.tr("不收"), "", "minus-thick"
            case "bad":
                return self.tr("用不了"), "bad", "close-thick"
        return self.tr("不碰"), "", "minus-thick"

    def _about(self, p: Pack) -> str:
        version = self.tr("第%1版").replace("%1", str(p.version))
        here = self.tr("第%1版").replace("%1", str(p.here))
        match p.group:
            case "bad" | "foreign" if p.problem:
                return p.problem
            case "foreign":
                return self.tr("这块屏不认这家单位，没有看它的内容")
            case "new" if p.problem and not p.taken:
                return p.problem
            case "new" if p.state == "withdrawn":
                return self.tr("发布单位撤下了，会从屏上拿掉")
            case "new":
                what = f"{here} → {version}" if p.here else self.tr("新来的，%1").replace("%1", version)
                return f"{what}  {shown_size(p.size)}" if p.size else what
            case "same":
                return self.tr("%1，一模一样，不用拷").replace("%1", version)
            case "older":
                return self.tr("U盘上%1，这里%2，不覆盖").replace("%1", version).replace("%2", here)
        return ""
