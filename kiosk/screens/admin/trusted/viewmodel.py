"""The tree of trust as rows; the wall shows a fingerprint as it is read over the telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.jobs import Err, Result
from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.sdk.page import alive
from kiosk.state.trusted import Trusted

if TYPE_CHECKING:
    from kiosk.packs.trust import Known


class TrustedViewModel(DeskViewModel):
    """Publishers, those a person confirmed and those whom they granted.

    Args:
        trusted: the tree.
    """

    room = "trusted"

    def __init__(self, desk: Desk, trusted: Trusted) -> None:
        super().__init__(desk)
        self._trusted = trusted
        trusted.changed.connect(self.changed)
        trusted.refresh()

    def leave(self) -> None:
        """The page goes away."""
        self._trusted.changed.disconnect(self.changed)

    def heading(self) -> str:
        """How many there are."""
        count = sum(k.state == "trusted" for k in self._trusted.known)
        return self.tr("信任 %1 个单位").replace("%1", str(count)) if count else self.tr("还没有信任谁")

    def wall(self) -> Wall:
        """The chosen publisher."""
        known = self._chosen
        if known is None:
            if not self._trusted.known:
                return Wall(
                    lines=(self.tr("屏上只放信任的单位签过名的内容。用“从头设一遍”或 kiosk trust add 加第一个。"),)
                )
            return Wall(lines=(self.tr("碰一行，这里显示它的指纹。和单位在电话里说的一样，才是它。"),))
        return Wall(known.publisher, known.fingerprint.replace("-", " "), tuple(self._rights(known)))

    def listed(self) -> list[Row]:
        """The tree, those granted set in."""
        words = {
            "trusted": (self.tr("在用"), "good"),
            "ended": (self.tr("到期"), "off"),
            "revoked": (self.tr("已收回"), "off"),
        }
        rows = []
        for known in self._trusted.known:
            note = self.tr("由 %1 授权").replace("%1", known.parent) if known.parent else self.tr("亲自核对过")
            status, tone = words[known.state]
            rows.append(
                Row(known.publisher, "　" * known.depth + known.publisher, "　" * known.depth + note, status, tone)
            )
        return rows

    def acts(self) -> list[Act]:
        """Only who was confirmed here can be removed here."""
        known = self._chosen
        return [Act("remove", self.tr("不再信任"), "red")] if known is not None and known.depth == 0 else []

    def said(self) -> str:
        """Why there is no button."""
        known = self._chosen
        if known is None or known.depth == 0:
            return ""
        return self.tr("它的授权由 %1 给，也由 %1 收回").replace("%1", known.parent)

    def do(self, _key: str) -> None:
        """Ask before a publisher goes."""
        known = self._chosen
        if known is not None:
            words = self.tr("不再信任“%1”？它的内容马上从屏上撤下。").replace("%1", known.publisher)
            self.ask(words, self.tr("撤下"), lambda: self._trusted.remove(known.publisher, alive(self, self._removed)))

    def _removed(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self.desk.failed(result.error)
        else:
            self.picked = ""
            self.changed.emit()

    @property
    def _chosen(self) -> Known | None:
        return next((k for k in self._trusted.known if k.publisher == self.picked), None)

    def _rights(self, known: Known) -> list[str]:
        if known.state == "revoked":
            return [self.tr("授权已收回，内容已撤下")]
        lines = []
        if known.namespace is None:
            lines.append(self.tr("%1 核对过，内容不限").replace("%1", known.added_at[:10]))
        else:
            lines.append(self.tr("只能发 %1 和 %1-… 的内容").replace("%1", known.namespace))
        if known.valid_until is not None:
            lines.append(self.tr("到 %1 为止").replace("%1", str(known.valid_until)))
        if known.max_bytes is not None:
            lines.append(self.tr("最多占 %1 MB").replace("%1", str(known.max_bytes // 1_000_000)))
        return lines
