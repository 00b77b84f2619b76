"""The fonts that ship draw what the screens and the content say."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.glyphs import FONTS, READING, TITLES, characters, missing_from

CONTENT = FONTS.parent.parent / "content"
BOLD = "NotoSansSC-Bold.otf"


@pytest.mark.parametrize("font", [READING, BOLD, TITLES])
def test_a_font_has_gb2312_latin_pinyin_and_the_marks(font: str) -> None:
    known = characters(FONTS / font)
    assert len(known) > 7_700
    gb2312 = "".join(bytes((a, b)).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF))
    assert len(gb2312) == 6763
    assert missing_from(gb2312 + "āáǎàüǘ–—…·“”‘’×→√喆镕堃䶮㛃", font) == ()


def test_reading_text_can_show_any_name_of_gbk() -> None:
    assert missing_from("\u4e00\u7287\u9fa5", READING) == ()
    assert len(characters(FONTS / READING)) > 21_000


@pytest.mark.parametrize("font", [READING, BOLD, TITLES])
def test_the_shipped_content_is_covered(font: str) -> None:
    files = [file for file in CONTENT.rglob("*.md") if file.is_file()]
    assert files
    assert {name: gaps for name in files if (gaps := missing_from(name.read_text("utf-8"), font))} == {}


def test_fonts_are_of_a_size_and_licensed() -> None:
    files = list(FONTS.glob("*.otf"))
    assert {READING, BOLD, TITLES} <= {file.name for file in files}
    assert sum(file.stat().st_size for file in files) < 20_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "LICENSE").read_text("utf-8")


def test_a_missing_font_asks_nothing(tmp_path: Path) -> None:
    assert missing_from("😀", READING, tmp_path) == ()
