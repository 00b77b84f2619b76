"""Pinyin of names: surnames are read as surnames."""

from __future__ import annotations

import pytest

from kiosk.authoring.pinyin import pinyin_fields

NAMES = {
    "plain": ("王进喜", "王进喜", [], ("wangjinxi", "wjx")),
    "name in a title": ("王进喜", "铁人王进喜", [], ("wangjinxi tierenwangjinxi", "wjx trwjx")),
    "单": ("单雄信", "单雄信", [], ("shanxiongxin", "sxx")),
    "曾": ("曾国藩", "曾国藩", [], ("zengguofan", "zgf")),
    "盖": ("盖叫天", "盖叫天", [], ("gejiaotian", "gjt")),
    "two-character surname": ("尉迟恭", "尉迟恭", [], ("yuchigong", "ycg")),
    "author": ("乐乐", "乐乐", ["le"], ("lele", "ll")),
    "title starts with the name": ("任弼时", "任弼时的路", [], ("renbishi renbishidelu", "rbs rbsdl")),
    "not a person": ("区里的事", "区里的事情很多", [], ("oulideshi oulideshiqinghenduo", "olds oldsqhd")),
    "letters and figures": ("1205 队", "1205 队", [], ("1205dui", "1d")),
}


@pytest.mark.parametrize(("name", "title", "given", "wanted"), NAMES.values(), ids=NAMES.keys())
def test_names(name: str, title: str, given: list[str], wanted: tuple[str, str]) -> None:
    assert pinyin_fields(name, title, given) == wanted
