"""Finding items by two characters, by pinyin, by initials, by English words; and never by an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.catalogs import Shelf, put_item

from kiosk.catalog.reader import MOST_FOUND, Catalog
from kiosk.catalog.schema import spaced


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    shelf = Shelf(tmp_path_factory.mktemp("search"))
    pack = shelf.pack("mw")
    put_item(pack, "wang", title="铁人王进喜", name="王进喜", pinyin="wangjinxitierenwangjinxi", initials="wjxtrwjx", order=1,
             text="大庆油田的钻井队长。工会主席。五一劳动奖章。")  # fmt: skip
    put_item(pack, "wang", "en", title="Iron Man Wang Jinxi", name="Wang Jinxi", text="He drilled the first well at Daqing in 1960.",
             pinyin="wangjinxi", initials="wjx")  # fmt: skip
    put_item(pack, "xu", title="抓斗大王许包野", name="许包野", pinyin="xubaoyezhuadoudawang", initials="xbyzddw", order=2,
             text="码头上的工会小组长，见过王进喜。大庆也去过。")  # fmt: skip
    put_item(
        pack,
        "zhao",
        title="纺织工人赵梦桃",
        name="赵梦桃",
        pinyin="zhaomengtao",
        initials="zmt",
        order=3,
        text="咸阳的纱。Wage 8 级",
    )
    put_item(pack, "new", title="工会工会工会", kind="of the future", order=4)
    shelf.build()
    return shelf.catalog()


@pytest.mark.parametrize(
    ("words", "lang", "found"),
    [
        pytest.param("王进喜", "zh", ["wang", "xu"], id="a name: its own story before one that mentions it"),
        pytest.param("工会", "zh", ["wang", "xu"], id="two characters in the text; not an item that cannot be shown"),
        pytest.param("铁人", "zh", ["wang"], id="two characters of a title"),
        pytest.param("庆", "zh", ["wang", "xu"], id="one character"),
        pytest.param("会工", "zh", [], id="characters in another order are another word"),
        pytest.param("大庆 码头", "zh", ["xu"], id="two words, apart in the text"),
        pytest.param("wjx", "zh", ["wang"], id="initials"),
        pytest.param("WJX", "zh", ["wang"], id="initials in capitals"),
        pytest.param("w j x", "zh", ["wang"], id="initials with blanks"),
        pytest.param("wangjin", "zh", ["wang"], id="the beginning of the pinyin"),
        pytest.param("wang", "zh", ["wang", "xu"], id="pinyin: from the beginning before in the middle"),
        pytest.param("xu'bao", "zh", ["xu"], id="pinyin with an apostrophe"),
        pytest.param("zddw", "zh", ["xu"], id="initials in the middle"),
        pytest.param("Wage", "zh", ["zhao"], id="a Latin word in a Chinese text"),
        pytest.param("drill", "en", ["wang"], id="the beginning of an English word"),
        pytest.param("first well", "en", ["wang"], id="English words"),
        pytest.param("well first", "en", ["wang"], id="English words in another order"),
        pytest.param("1960", "en", ["wang"], id="a year"),
        pytest.param("drilled", "zh", [], id="the English text is not searched in Chinese"),
        pytest.param("  铁人\n", "zh", ["wang"], id="blanks around"),
        pytest.param("", "zh", [], id="nothing"),
        pytest.param("   ", "zh", [], id="only blanks"),
        pytest.param("？！", "zh", [], id="only marks"),
        pytest.param("%", "zh", [], id="a wildcard of LIKE"),
        pytest.param("_", "zh", [], id="another wildcard of LIKE"),
        pytest.param('"', "zh", [], id="a quotation mark of FTS"),
        pytest.param("AND OR NOT NEAR", "zh", [], id="words of FTS"),
        pytest.param("title:铁人", "zh", [], id="a column of FTS"),
        pytest.param("铁人*", "zh", ["wang"], id="a star"),
        pytest.param("铁" * 5000, "zh", [], id="a flood"),
    ],
)
def test_search(catalog: Catalog, words: str, lang: str, found: list[str]) -> None:
    uids = [c.uid.removeprefix("mw/") for c in catalog.search(words, "en" if lang == "en" else "zh")]
    assert [u for u in uids if not (lang == "en" and u in ("xu", "zhao", "new"))] == found


hostile = st.text(alphabet=st.sampled_from("\"'*()^:-+{}[]%_\\;\x00 ANDORNTEa王1\u200b\ud7ff"), max_size=20) | st.text(
    max_size=80
)


@given(hostile)
def test_no_query_raises(catalog: Catalog, words: str) -> None:
    assert len(catalog.search(words, "zh")) <= 4


@given(st.text(max_size=40))
def test_spaced_keeps_every_character(text: str) -> None:
    assert spaced(text).replace(" ", "") == text.replace(" ", "")


def test_ten_thousand_items(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    pack = shelf.pack("mw")
    for n in range(5000):
        put_item(
            pack,
            f"s{n}",
            title=f"工人第{n}号",
            name=f"第{n}号",
            order=n,
            initials="gr",
            seconds=n % 1000,
            text="车间里的一天",
        )
    for n in range(5000):
        put_item(pack, f"t{n}", "en", title=f"Worker {n}", order=n, initials="w", text="a day in the workshop")
    snapshot = shelf.build()
    assert snapshot.rooms[0].count == 10_000
    catalog = shelf.catalog()
    cards = catalog.cards("zh")
    assert len(cards) == len(catalog.cards("en", "story")) == 10_000
    assert [c.uid for c in cards[:3]] == ["mw/s0", "mw/t0", "mw/s1"]
    assert len(catalog.search("车间", "zh")) == len(catalog.search("gr", "zh")) == MOST_FOUND
    assert [c.uid for c in catalog.search("第4321号", "zh")] == ["mw/s4321"]
