"""How written sentences are said: numbers, years, percentages and signs in words, for speech engines that read them badly.

espeak-ng's Mandarin voice says Arabic figures in English; written out as Chinese numerals they are said right.
"""

from __future__ import annotations

import re

from kiosk.core.text import Lang

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿")
_MEASURES = "个名位次年天块只条把台件张座艘种本支根棵两家户间层遍趟双顿碗口声封份盏枚颗粒辆架门道步排行队伙吨米斤克里亩岁点下元角分秒"
_CODES = r"钻井队|钻探队|次列车|高地|型|工程|厂|号线|路公交"
_SIGNS = {
    "km/h": "千米每小时",
    "km": "千米",
    "mm": "毫米",
    "cm": "厘米",
    "kg": "千克",
    "kW": "千瓦",
    "℃": "摄氏度",
    "°C": "摄氏度",
    "m²": "平方米",
    "m³": "立方米",
    "m": "米",
    "g": "克",
    "t": "吨",
    "V": "伏",
    "×": "乘",
    "＋": "加",
    "÷": "除以",
}
_NAMES = "诶 比 西 迪 伊 艾弗 吉 诶吃 艾 杰 开 艾勒 艾姆 恩 欧 批 克由 阿尔 艾斯 提 优 维 达不溜 艾克斯 歪 贼"
_LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _NAMES.split(), strict=True))
"""Names of the letters, for abbreviations in Chinese text."""
_NUMBER = r"\d+(?:\.\d+)?"
_SPAN = r"\s*[-–—~～－]+\s*"


def say(text: str, lang: Lang) -> str:
    """The sentence as it is handed to a speech engine: without figures (Chinese), quotes and long dashes."""
    return _english(text) if lang == "en" else _chinese(text)


def cardinal(number: int) -> str:
    """A whole number in Chinese numerals: 1205 is 一千二百零五; more than 16 digits are said one by one."""
    if number == 0:
        return "零"
    written = str(number)
    if len(written) > 16:
        return digits(written)
    groups = [written[max(end - 4, 0) : end] for end in range(len(written), 0, -4)][::-1]
    said = ""
    skipped = False
    for n, group in enumerate(groups):
        value = int(group)
        if value == 0:
            skipped = bool(said)
            continue
        if said and (value < 1000 or skipped):
            said += "零"
        said += _thousands(value) + _GROUPS[len(groups) - 1 - n]
        skipped = False
    return said.removeprefix("一") if said.startswith("一十") else said


def digits(written: str) -> str:
    """Figures one by one: 1960 is 一九六零."""
    return "".join(_DIGITS[int(ch)] for ch in written)


def decimal(written: str) -> str:
    """A number with an optional decimal point."""
    whole, _, part = written.partition(".")
    said = digits(whole) if len(whole) > 1 and whole.startswith("0") else cardinal(int(whole))
    return f"{said}点{digits(part)}" if part else said


def _thousands(value: int) -> str:
    said, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit == 0:
            gap = bool(said)
            continue
        said += ("零" if gap else "") + _DIGITS[digit] + _UNITS[power]
        gap = False
    return said


def _chinese(text: str) -> str:
    text = text.translate(_HALF_WIDTH)
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", _date, text)
    text = re.sub(rf"(?<!\d)(\d{{4}}){_SPAN}(\d{{4}})(?!\d)", lambda m: f"{digits(m[1])}至{digits(m[2])}", text)
    text = re.sub(r"(?<!\d)(\d{4})(?=\s*年)", lambda m: digits(m[1]), text)
    text = re.sub(rf"(?<![\d.])({_NUMBER})\s*([%‰])?{_SPAN}({_NUMBER})\s*([%‰])", _percent_span, text)
    text = re.sub(rf"(?<=[\d%])({_SPAN})(?=\d)", "至", text)
    text = re.sub(rf"({_NUMBER})\s*([%‰])", lambda m: _percent(m[1], m[2]), text)
    text = re.sub(r"(?<!\d)(\d{1,2}):(\d{2})(?!\d)", _clock, text)
    text = re.sub(r"(?<!\d)(\d+)/(\d+)(?!\d)", lambda m: f"{cardinal(int(m[2]))}分之{cardinal(int(m[1]))}", text)
    text = re.sub(rf"(?<![\d.])(\d{{3,}})(?=\s*(?:{_CODES}))", lambda m: digits(m[1]), text)
    text = re.sub(r"(?<![\dA-Za-z])-(?=\d)", "零下", text)
    text = re.sub(rf"({_NUMBER})\s*({'|'.join(map(re.escape, _SIGNS))})(?![A-Za-z])", _unit, text)
    text = re.sub(rf"(第\s*)?({_NUMBER})(?=\s*(\S)?)", _plain_number, text)
    text = re.sub(r"\d", lambda m: _DIGITS[int(m[0])], text)
    text = re.sub(r"(?<![A-Za-z])[A-Z]{1,5}(?![A-Za-z])", lambda m: "".join(_LETTERS[ch] for ch in m[0]), text)
    text = re.sub(r"\s*(?:—+|⸺|―+|…+|\.{3,})\s*", "，", text)
    text = re.sub(r"[·•‧“”‘’《》〈〉「」『』\"]", "", text)
    text = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text)
    return re.sub(r"，+(?=[，。！？；])|^，+", "", text).strip()


def _date(found: re.Match[str]) -> str:
    return f"{digits(found[1])}年{cardinal(int(found[2]))}月{cardinal(int(found[3]))}日"


def _percent(number: str, sign: str) -> str:
    return f"{'百' if sign == '%' else '千'}分之{decimal(number)}"


def _percent_span(found: re.Match[str]) -> str:
    return f"{_percent(found[1], found[2] or found[4])}至{_percent(found[3], found[4])}"


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), int(found[2])
    if hour > 24 or minute > 59:
        return f"{cardinal(hour)}比{cardinal(minute)}"
    said = f"{'两' if hour == 2 else cardinal(hour)}点"
    if minute:
        said += f"{'零' if minute < 10 else ''}{cardinal(minute)}分"
    return said


def _unit(found: re.Match[str]) -> str:
    return decimal(found[1]) + _SIGNS[found[2]]


def _plain_number(found: re.Match[str]) -> str:
    first, number, following = found[1], found[2], found[3]
    said = decimal(number)
    if first:
        return first.strip() + said
    if said == "二" and following and following in _MEASURES:
        return "两"
    return re.sub(r"^二(?=[千万亿])", "两", said)


_HALF_WIDTH = str.maketrans("０１２３４５６７８９％：．", "0123456789%:.")


def _english(text: str) -> str:
    text = re.sub(r"(?<=\d)\s*[–—]\s*(?=\d)", " to ", text)
    text = re.sub(r"\bNos?\.\s*(?=\d)", "number ", text)
    text = re.sub(r"\s*[—―]+\s*", ", ", text)
    text = re.sub(r"[“”\"《》]", "", text)
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("·", " ")).strip()
