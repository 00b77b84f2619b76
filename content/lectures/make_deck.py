"""Draw `eight-hours/deck.pdf`, the slides of the sample lecture that comes from a PDF. Run to write it; the file is committed.

Every fact stands in the lecture's index.md with its source. Pages are 1920 x 1080 logical pixels on 960 x 540 points.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

PLACE = Path(__file__).parent / "lectures" / "eight-hours" / "deck.pdf"
FONTS = Path(__file__).parents[2] / "assets" / "fonts"
PAPER, INK, RED, GOLD, BLUE, SOFT = "#F3EADA", "#1C1917", "#B3261C", "#C59B48", "#26424F", "#564C41"
WIDE, HIGH, LEFT = 1920, 1080, 100
Page = Callable[["Deck"], None]


class Deck:
    """A painter with the house's words."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self.over = INK

    def ground(self, colour: str) -> None:
        """The whole page in one colour."""
        self.box(0, 0, WIDE, HIGH, colour)
        self.over = INK if colour == PAPER else PAPER

    def box(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """A flat rectangle."""
        self.painter.fillRect(QRectF(x, y, wide, high), QColor(colour))

    def disc(self, x: float, y: float, r: float, colour: str) -> None:
        """A flat disc."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawEllipse(QPointF(x, y), r, r)

    def song(self, words: str, x: float, y: float, size: int, colour: str = "") -> None:
        """Song lines; `y` is the top of the first."""
        self._words(words, x, y, size, colour or self.over, "Noto Serif SC", QFont.Weight.Bold, 1.22)

    def sans(self, words: str, x: float, y: float, size: int = 52, colour: str = "", *, bold: bool = False) -> None:
        """Sans lines."""
        weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self._words(words, x, y, size, colour or self.over, "Noto Sans SC", weight, 1.5)

    def tag(self, colour: str = RED) -> None:
        """The room's strip, from the top edge."""
        self.box(LEFT, 0, 104, 300, colour)
        for n, word in enumerate("劳模讲堂"):
            self.song(word, LEFT + 29, 56 + n * 54, 46, PAPER)

    def title(self, words: str, source: str = "") -> None:
        """Title beside the tag, a gold rule, and where it was checked at the foot."""
        self.song(words, 260, 84, 96)
        self.tag()
        self.box(260, 84 + 130 * (words.count("\n") + 1), 96, 8, GOLD)
        if source:
            self.sans(source, LEFT, 980, 34, SOFT if self.over == INK else PAPER)

    def _words(
        self, words: str, x: float, y: float, size: int, colour: str, family: str, weight: QFont.Weight, leading: float
    ) -> None:
        font = QFont(family)
        font.setPixelSize(size)
        font.setWeight(weight)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        for n, line in enumerate(words.split("\n")):
            self.painter.drawText(QPointF(x, y + size * 0.88 + n * size * leading), line)


def cover(d: Deck) -> None:
    """A day in three eights."""
    d.ground(RED)
    d.song("五一\n从哪来", LEFT, 360, 230)
    d.tag(INK)
    d.sans("一天八小时，是争来的。", LEFT, 950, 56)
    for n, colour in enumerate((INK, GOLD, BLUE)):
        d.painter.setPen(Qt.PenStyle.NoPen)
        d.painter.setBrush(QColor(colour))
        d.painter.drawPie(QRectF(1130, 240, 640, 640), (90 - 120 * (n + 1)) * 16, 120 * 16)
    d.disc(1450, 560, 110, PAPER)
    d.song("八", 1385, 487, 130, INK)


def chicago(d: Deck) -> None:
    """1886."""
    d.ground(PAPER)
    d.title("芝加哥，五月一日", "1886 年 5 月 1 日，芝加哥工人大罢工")
    d.song("1886", 260, 380, 380, RED)
    d.sans("工人们要的，\n是一天八小时。", 1180, 460, 72)


def paris(d: Deck) -> None:
    """1889."""
    d.ground(PAPER)
    d.title("三年后，定成节日", "1889 年 7 月，第二国际成立大会")
    d.song("1889", 260, 380, 380, BLUE)
    d.sans("第二国际成立大会\n把五月一日\n定为国际劳动节。", 1180, 420, 72)


def congresses(d: Deck) -> None:
    """1922 and 1925, both in Guangzhou."""
    d.ground(PAPER)
    d.title("广州，两次大会", "《劳动午报》等；第一次大会的日期只有一处来源")
    d.box(930, 330, 8, 560, INK)
    d.song("1922", 260, 340, 190, BLUE)
    d.sans("5 月 1 日\n第一次全国劳动大会\n在广州召开", 260, 600, 60)
    d.song("1925", 1020, 340, 190, RED)
    d.sans("5 月 1 日至 7 日\n第二次全国劳动大会\n成立中华全国总工会", 1020, 600, 60)


def founded(d: Deck) -> None:
    """The numbers of 1925."""
    d.ground(INK)
    d.title("一百年前的人数", "《劳动午报》2015 年 5 月 1 日")
    for n, (figure, what) in enumerate((("281", "位代表"), ("166", "个工会"), ("54 万", "多名会员"))):
        d.song(figure, 260 + n * 540, 400, 200, GOLD)
        d.sans(what, 264 + n * 540, 660, 56)
    d.sans("首任委员长 林伟民", 260, 820, 56)


def heroes(d: Deck) -> None:
    """1942 and 1943."""
    d.ground(PAPER)
    d.title("陕甘宁的铸工", "1942 年“赵占魁运动”；1943 年 11 月 26 日，边区第一届劳动英雄代表大会")
    d.song("1942", 260, 380, 380, RED)
    d.sans("边区开展\n“赵占魁运动”。\n学一个人，\n成一片人。", 1180, 390, 72)


def team(d: Deck) -> None:
    """1949."""
    d.ground(PAPER)
    d.title("用一个人的名字\n叫一个班组", "1949 年 4 月 28 日，正式命名“马恒昌小组”")
    d.song("5 天", 260, 470, 330, RED)
    d.sans("轰炸威胁下，\n提前 5 天修好\n17 门高炮闭锁机。", 1120, 520, 72)


def beijing(d: Deck) -> None:
    """1950."""
    d.ground(BLUE)
    d.title("北京，第一次", "1950 年 9 月 25 日至 10 月 2 日，北京")
    d.song("1950", 260, 380, 380, GOLD)
    d.sans("全国工农兵\n劳动模范代表会议。\n第一次全国劳模表彰。", 1180, 440, 64)


def every_five(d: Deck) -> None:
    """1995 to 2025."""
    d.ground(PAPER)
    d.title("每五年一次", "1995 年起固定；2025 年 4 月 28 日为第 17 次")
    for n, year in enumerate(("1995", "2000", "2005", "2010", "2015", "2020", "2025")):
        last = n == 6
        d.disc(300 + n * 215, 470, 44 if last else 26, RED if last else INK)
        d.sans(year, 240 + n * 215, 540, 48, bold=last)
    d.box(300, 466, 1290, 8, INK)
    d.song("2426 人", 260, 690, 170, RED)
    d.sans("全国劳动模范 1670\n全国先进工作者 756", 1060, 730, 56)


def spirits(d: Deck) -> None:
    """The two spirits, word for word."""
    d.ground(PAPER)
    d.title("两种精神，一字不差", "《人民日报》2023 年 5 月 1 日")
    d.sans("劳模精神", 260, 300, 48, RED, bold=True)
    d.song("爱岗敬业、争创一流、艰苦奋斗、\n勇于创新、淡泊名利、甘于奉献", 260, 376, 84)
    d.sans("工匠精神", 260, 630, 48, RED, bold=True)
    d.song("执着专注、精益求精、\n一丝不苟、追求卓越", 260, 706, 84)


def today(d: Deck) -> None:
    """The eight hours in the law."""
    d.ground(PAPER)
    d.title("写进法律的八小时", "劳动法（2018-12-29）第三十六条；国务院关于职工工作时间的规定（1995-03-25）第三条")
    d.song("8", 260, 330, 520, RED)
    d.sans("劳动法：每日不超过 8 小时，\n平均每周不超过 44 小时。", 760, 400, 64)
    d.sans("国务院规定：每日 8 小时，\n每周 40 小时。", 760, 660, 64)


def leave(d: Deck) -> None:
    """Annual leave."""
    d.ground(PAPER)
    d.title("还有带薪年休假", "职工带薪年休假条例第三条")
    for n, (days, who) in enumerate(
        (("5 天", "满 1 年\n不满 10 年"), ("10 天", "满 10 年\n不满 20 年"), ("15 天", "满 20 年"))
    ):
        d.box(260 + n * 530, 420, 460, 8, INK)
        d.song(days, 260 + n * 530, 470, 170, (INK, BLUE, RED)[n])
        d.sans(who, 264 + n * 530, 720, 56)


def end(d: Deck) -> None:
    """The last page."""
    d.ground(RED)
    d.song("八小时以外", LEFT, 420, 230)
    d.tag(INK)
    d.sans("是前人替我们争来的。", LEFT, 740, 64)


PAGES: tuple[Page, ...] = (
    cover, chicago, paris, congresses, founded, heroes, team, beijing, every_five, spirits, today, leave, end,
)  # fmt: skip


def write(path: Path) -> None:
    """Write the PDF; the fonts of the screens travel in it."""
    app = QGuiApplication.instance() or QGuiApplication([])
    for name in ("NotoSerifSC-Bold.otf", "NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"):
        if QFontDatabase.addApplicationFont(str(FONTS / name)) < 0:
            raise SystemExit(f"{name} cannot be read")
    pdf = QPdfWriter(str(path))
    pdf.setTitle("五一从哪来")
    pdf.setPageSize(QPageSize(QSizeF(960, 540), QPageSize.Unit.Point))
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0))
    pdf.setResolution(144)  # 2 pixels a point
    painter = QPainter(pdf)
    for n, page in enumerate(PAGES):
        if n:
            pdf.newPage()
        page(Deck(painter))
    painter.end()
    del app


if __name__ == "__main__":
    write(PLACE)
