"""Mandarin readings of characters with several, from their neighbours, where the phrase dictionary goes wrong.

Written from what stories about workers say: 钻 is a drill or to drill, 背 is to carry, 长 is long far more often than chief.
"""

from __future__ import annotations

import re

_PLACES = "工本内外各土天当场基阵陆产田种质高草山平湿耕厂沙大圣落着遍满此驻空盐园实林荒营矿旧两异原领"
_CHIEFS = "部厂队班组校院市省县局处科团师营连排司会社所站店家助成生增船机行"

_TABLE: tuple[tuple[str, str], ...] = (
    (rf"(?<![{_PLACES}，。、])地(?=[\u4e00-\u9fff])(?![方上下里区球面质铁图点位震板道址带主租步心盘底])", "de5"),
    (rf"(?<![{_CHIEFS}])长(?![大高成出进辈子相在势者什得])", "chang2"),
    (r"率(?=[领队先]|[零一二三四五六七八九])", "shuai4"),
    (r"(?<=[还就都总非必])得(?=[\u4e00-\u9fff])(?![到了出])", "dei3"),
    (r"钻(?=[井探孔进研到])", "zuan1"),
    (r"(?<=[花群老台])钻|钻(?=[头床铣杆机])", "zuan4"),
    (r"(?<=[地一空飞])转(?=[，。、！；]|$)|转(?=[速动盘得圈]|一[下圈]|起来|不动)", "zhuan4"),
    (r"背(?=[桶粪着得一二两三四五六七八九十起])", "bei1"),
    (r"调(?=[一平整准好试节])|(?<=调一)调", "tiao2"),
    (r"落(?=[\u4e00-\u9fff，。])", "luo4"),
    (r"血", "xue4"),
    (r"(?<=创下)了", "le5"),
    (r"数(?=一数)|(?<=数一)数", "shu3"),
)
_RULES = tuple((re.compile(pattern), f" {reading} ") for pattern, reading in _TABLE)


def mark_readings(text: str) -> str:
    """Put the pinyin of such characters in their place: 背桶 becomes ` bei1 桶`."""
    marks: dict[int, str] = {}
    for pattern, reading in _RULES:
        for found in pattern.finditer(text):
            marks.setdefault(found.start(), reading)
    return "".join(marks.get(at, ch) for at, ch in enumerate(text))
