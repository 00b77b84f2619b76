"""Line breaks for questions at poster size: words are not known here, so lines break where meaning surely allows it.

A break after a mark is best; numbers keep their measure words, particles their words, quotes their marks; the last line
never holds one character alone when there is another way.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], float]
"""Width of a piece of text in the face it will be set in."""

_NOT_FIRST = "，。、；：？！”’）》〉」』…—％%,.;:?!)"
_NOT_LAST = "“‘（《〈「『(《"
_AFTER_MARK = "，。；：？！"
_WEAK_MARK = "、”》）’」』,;:.?!"
_CLINGS_BACK = "的了着过吗呢吧们么地得性者员"
"""Characters that seldom begin a word: a line should not begin with them."""
_GOOD_END = "是的了把被由在和与及或"
_COMMON = """
劳动 工会 职工 工人 工作 工资 工厂 工时 工匠 工业 规定 标准 时间 小时 全国 中国 国家 劳模 精神 模范 先进 命名 名字 小组 班组
企业 单位 合同 书面 期限 试用 约定 保护 特别 安全 生产 职业 健康 隐患 事故 调查 处理 争议 调解 仲裁 委员 员会 主任 主席 代表 大会
成立 建立 说明 性质 职责 基本 形式 民主 管理 会员 经费 总额 人民 政府 自治 社会 保险 几项 几种 几天 哪家 哪座 哪年 哪支 哪项 哪个
哪位 哪些 什么 怎样 怎么 多少 提议 推广 操作 经验 开展 运动 表彰 研制 报修 修箱 边区 总工 倡议 竞赛 钻头 钻井 井队 用人 女职
产假 哺乳 加班 辞职 通知 支付 法定 情形 除外 条例 累计 不满 超过 低于 高于 开始 联合 推选 人物 年度 年休 休假 奖章 奖状 授予
首任 员长 发现 危险 应当 必须 可以 不能 没有 参加 防护 用品 紧急 情况 撤离 培训 教育 负责 责任 城市 历史
"""
_WORDS = frozenset(_COMMON.split())
"""Words that are common in questions for workers: a line does not end inside one when there is another way."""
_PIECE = re.compile(
    r"第?[0-9０-９][0-9０-９.,:%％]*[A-Za-z]*[ ]?[年月日号岁个人名吨米次节天时点分秒周条届元倍小级级公]?"
    r"|[一二三四五六七八九十百千万两几][年月日号岁个名吨次节天周条届元倍种位支]"
    r"|_+|[A-Za-z][A-Za-z0-9'’\-]*|\s+|."
)


def broken(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """The lines of `text` within `width`: as few as possible, and of those the best broken.

    Breaks the author wrote are kept. A piece wider than the line (a very long word) gets a line of its own.
    """
    return tuple(line for part in text.split("\n") for line in _paragraph(part.strip(), width, measure))


def _paragraph(text: str, width: float, measure: Measure) -> list[str]:
    pieces = _pieces(text)
    if not pieces:
        return []
    count = len(pieces)
    # best[i]: (lines, cost, start of the last line) of the first i pieces
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, count + 1):
        options = []
        for start in range(end - 1, -1, -1):
            line = "".join(pieces[start:end]).strip()
            wide = measure(line)
            if wide > width and start < end - 1:
                break
            lines, cost, _ = best[start]
            after = "" if end == count else pieces[end][0]
            options.append((lines + 1, cost + _cost(line, wide / width, after), start))
        best.append(min(options))
    lines_found: list[str] = []
    end = count
    while end > 0:
        start = best[end][2]
        lines_found.append("".join(pieces[start:end]).strip())
        end = start
    return lines_found[::-1]


def _pieces(text: str) -> list[str]:
    """What is never parted, each with the marks that belong to it."""
    found: list[str] = []
    opening = False
    for piece in _PIECE.findall(text):
        latin = found and found[-1][-1].isascii() and not found[-1][-1].isspace() and piece[0].isascii()
        if found and (opening or piece[0] in _NOT_FIRST or (latin and not piece.isspace())):
            found[-1] += piece
        elif piece.isspace() and found:
            found[-1] += " "
            continue
        else:
            found.append(piece)
        opening = piece[-1] in _NOT_LAST or (opening and piece.isspace())
    return found


def _cost(line: str, share: float, after: str) -> float:
    """How bad a line is; 0 is a full line that ends with its clause. `after` begins the next line, "" at the end."""
    last = not after
    empty = max(0.0, 1.0 - share)
    cost = 0.5 * empty**2 if last else empty**2
    if last and len(line.rstrip(_NOT_FIRST)) <= 1:
        cost += 4.0
    elif last and share < 0.25:
        cost += 0.3
    if not last:
        if line[-1] in _AFTER_MARK:
            cost *= 0.2
        elif line[-1] in _WEAK_MARK:
            cost += 0.03
        else:
            cost += 0.08 if line[-1] in _GOOD_END else 0.15
            cost += 0.3 if line[-1] + after in _WORDS else 0.0
    if line[0] in _CLINGS_BACK:
        cost += 0.6
    if _parted(line, "《", "》") or _parted(line, "“", "”"):
        cost += 0.5
    return cost


def _parted(line: str, opening: str, closing: str) -> bool:
    return line.count(opening) != line.count(closing)
