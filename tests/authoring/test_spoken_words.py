"""Numbers as they are said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.speech import toned_pinyin
from kiosk.authoring.spoken import cardinal, say

CHINESE = {
    "year": ("1960 年 3 月", "一九六零年三月"),
    "span of years": ("1923–1970", "一九二三至一九七零"),
    "span of years, hyphen": ("1923-1970 年", "一九二三至一九七零年"),
    "team": ("率 1205 钻井队", "率一二零五钻井队"),
    "percent": ("占 20%", "占百分之二十"),
    "percent span": ("3.5%–4%", "百分之三点五至百分之四"),
    "per mille": ("5‰", "千分之五"),
    "decimal": ("3.5 万元", "三点五万元"),
    "count": ("3700 多天", "三千七百多天"),
    "two of them": ("2 个人", "两个人"),
    "the second": ("第 2 个", "第二个"),
    "two thousand": ("2000 米", "两千米"),
    "hour": ("19 点", "十九点"),
    "clock": ("早上 6:30", "早上六点三十分"),
    "clock, minutes": ("2:05", "两点零五分"),
    "date": ("2026-05-01", "二零二六年五月一日"),
    "commas": ("1,205,000 吨", "一百二十万五千吨"),
    "fraction": ("1/3", "三分之一"),
    "cold": ("-5℃", "零下五摄氏度"),
    "decade": ("50 年代", "五十年代"),
    "leading zero": ("007", "零零七"),
    "dash": ("他说——好", "他说，好"),
    "name dot": ("白求恩·诺尔曼", "白求恩诺尔曼"),
    "quotes": ("“好！”《铁人》", "好！铁人"),
    "letters": ("X 光和 GPS", "艾克斯光和吉批艾斯"),
    "full width": ("１９６０年", "一九六零年"),
    "days": ("1985 年 6 月 23 日", "一九八五年六月二十三日"),
    "range of things": ("3–5 天", "三至五天"),
}


@pytest.mark.parametrize(("written", "said"), CHINESE.values(), ids=CHINESE.keys())
def test_chinese(written: str, said: str) -> None:
    assert say(written, "zh") == said


CARDINALS = {
    0: "零", 10: "十", 11: "十一", 20: "二十", 105: "一百零五", 110: "一百一十", 1010: "一千零一十", 10_000: "一万",
    10_005: "一万零五", 100_500: "十万零五百", 1_001_000: "一百万一千", 100_000_000: "一亿", 100_000_001: "一亿零一",
    1_234_567_890: "十二亿三千四百五十六万七千八百九十",
}  # fmt: skip


@pytest.mark.parametrize(("number", "said"), CARDINALS.items())
def test_cardinals(number: int, said: str) -> None:
    assert cardinal(number) == said


def test_english() -> None:
    assert say("No. 1205, 1923–1970 — “yes”", "en") == "number 1205, 1923 to 1970, yes"


@settings(deadline=None)  # other work on the machine is no failure
@given(st.text(max_size=80))
def test_no_figure_is_left_in_chinese(text: str) -> None:
    assert not any(ch in "0123456789" for ch in say(text, "zh"))
    assert isinstance(say(text, "en"), str)


@settings(deadline=None)  # other work on the machine is no failure
@given(st.integers(0, 10**20))
def test_cardinals_are_chinese_numerals(number: int) -> None:
    assert set(cardinal(number)) <= set("零一二三四五六七八九十百千万亿")


READINGS = {
    "grow": ("长大", "zhang3 da4"),
    "long": ("路很长。", "lu4 hen3 chang2 。"),
    "chief": ("厂长", "chang2 zhang3"),
    "bank": ("银行行长", "yin2 hang2 hang2 zhang3"),
    "adverb": ("飞快地转，", "fei1 kuai4 de5 zhuan4 ，"),
    "place": ("工地", "gong1 di4"),
    "carry": ("背桶", "bei1 tong3"),
    "back": ("背后", "bei4 hou4"),
    "lead": ("率一二零五", "shuai4 yi1 er4 ling2 wu3"),
    "rate": ("效率", "xiao4 lv4"),
    "drill": ("钻井", "zuan1 jing3"),
    "drill bit": ("钻头", "zuan4 tou2"),
    "must": ("就得走", "jiu4 dei3 zou3"),
    "tone sandhi": ("不是一起", "bu2 shi4 yi4 qi3"),
}


@pytest.mark.parametrize(("written", "said"), READINGS.values(), ids=READINGS.keys())
def test_readings_follow_the_word(written: str, said: str) -> None:
    assert toned_pinyin(written) == said.replace("。", ".").replace("，", ",")
