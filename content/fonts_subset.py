"""Cut the fonts that ship from Debian's Noto CJK collections (package fonts-noto-cjk).

Run from the root of the repository:  python content/fonts_subset.py
It is run again when `kiosk pack check` reports characters that the fonts lack; the files in assets/fonts are committed.

What they hold: GB2312, Latin-1, pinyin, the punctuation of the screens, every character of content/ and of the screens, and
characters that people's names need. Reading text (Sans Regular) also holds GBK, so that any name can be read.
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "assets" / "fonts"
NOTO = Path("/usr/share/fonts/opentype/noto")
COPYRIGHT = Path("/usr/share/doc/fonts-noto-cjk/copyright")
SIMPLIFIED = 2
"""Number of the SC face in each collection."""
KOREAN = 1
"""The same drawings, but quotes and apostrophes take their own width: right for English."""
LATIN = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    *range(0x2010, 0x2028),
    0x2032,
    0x2033,
    0x20AC,
    0x2122,
    0x2190,
    0x2192,
    0xD7,
}

FONTS = (
    ("NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf", "Noto Sans SC", "Regular", True),
    ("NotoSansCJK-Bold.ttc", "NotoSansSC-Bold.otf", "Noto Sans SC", "Bold", False),
    ("NotoSerifCJK-Bold.ttc", "NotoSerifSC-Bold.otf", "Noto Serif SC", "Bold", False),
)
"""Collection, file, family, style, and whether it holds GBK."""
LATIN_FONTS = (
    ("NotoSansCJK-Regular.ttc", "NotoSansLatin-Regular.otf", "Noto Sans Latin", "Regular"),
    ("NotoSansCJK-Bold.ttc", "NotoSansLatin-Bold.otf", "Noto Sans Latin", "Bold"),
    ("NotoSerifCJK-Bold.ttc", "NotoSerifLatin-Bold.otf", "Noto Serif Latin", "Bold"),
)
"""What English is set in; Chinese characters in it come from the SC fonts."""

PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêḿńňǹ"
MARKS = "–—―…‥·•‧“”‘’„‹›«»×÷−±√∞≈≠≤≥←↑→↓↖↗↘↙✓☆★○●◎◇◆□■△▲▽▼※§¶†‡°′″‰℃™©®№①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶〇々〆€£¥￥　、。〈〉《》「」『』【】〔〕〖〗〜⸺"
NAMES = (
    "喆镕堃䶮㛃昇玥珺犇淼焱垚鑫骉骁翀赟赟贇昉昕昶晅晞晟暐暘曌朢栩楠榕槿橦檑沄泓泠洺浠浵涴淏淯湉湜溦滢漪潆潇澔澍濛瀚灏炅炘炜炫烜烨煊煜熠燊燚"
    "爔牧犟珅珏珈珝珞珣珩琀琂琇琎琛琤琨琪琬琮琰琲瑀瑄瑗瑢瑱瑷璇璟璠璐璿瓅甡甯畋畯皓皛皞睿瞾矞祎祐祯禛禤竑竝笙筠箐篪籴粲絜綦綮翊翎翙翚翥翯"
    "聿肜胤臻舸芃芮苒苡茗茜荇荟莀莘莙菀菡萱葳蒨蓁蔚蔺薏薰蘅虓蜺袆裎觅訫訸詠詧誩諝諲譞谞赪赟跻軒轶迦迪逯逸逵遒遘邈邕邡邬郄郗郜鄄鄢鄯酆醴釗釴"
    "鈊鈺鋆鋐錡鍇鎏钊钰铄铖铠铭锳锴锽镓镠闳阚隽雱雯霁霈霖霙霨靓靖韡韪頔頫颀颋颢飏飔馗馥驎驭骅骞髙鬯魃鲲鳐鳯鹍麒麓麟黎黛鼐龑龘"
    "𬀩𬀪𬇕𬍛𬍡𬍤𬙋𬙊𬭎𬭚𬭛𬭤𬭬𬭯𬳵𬳶𬳽𬴂𬱖𬱟𬸘𬸚𬸣𬸦𬺈𬺓𫖮𫖯𫘧𫘨𫘬𫚕𫛭𫟅𫟦𫟹𫠜𫞩𪟝𪩘𪨶𪣻𦙶𦈡𥔲𤧛𣲘𣲗𣸣鿍鿎鿏"
)
"""Characters of people's names beyond GB2312, among them those of the 2013 standard list that lie outside the BMP."""


def main() -> None:
    """Write the fonts and their licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    wanted = basic() | used()
    for collection, file, family, style, wide in FONTS:
        size = cut(NOTO / collection, TARGET / file, family, style, wanted | (gbk() if wide else set()))
        print(f"{file}: {size / 1e6:.2f} MB")
    for collection, file, family, style in LATIN_FONTS:
        size = cut(NOTO / collection, TARGET / file, family, style, LATIN, face=KOREAN)
        print(f"{file}: {size / 1e6:.2f} MB")
    (TARGET / "LICENSE").write_text(licence(COPYRIGHT.read_text(encoding="utf-8")), encoding="utf-8")


def basic() -> set[int]:
    """ASCII, Latin-1, GB2312 with its symbols, pinyin, marks and names."""
    found = {*range(0x20, 0x7F), *range(0xA0, 0x100)} | set(map(ord, PINYIN + MARKS + NAMES))
    found |= _decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    full_width = set(range(0xFF01, 0xFF5F))
    return found | full_width


def gbk() -> set[int]:
    """Ideographs of GBK: all 20,902 of the first Unicode block."""
    return {code for code in _decoded("gbk", range(0x81, 0xFF), range(0x40, 0xFF)) if 0x4E00 <= code < 0xA000}


def used() -> set[int]:
    """Every character of the content that ships and of the screens."""
    found: set[int] = set()
    for folder, suffixes in (("content", (".md", ".yaml", ".vtt")), ("kiosk", (".qml", ".py")), ("assets", (".ts",))):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in suffixes and file.is_file():
                found |= set(map(ord, file.read_text(encoding="utf-8")))
    return {code for code in found if code >= 0x20}


def cut(collection: Path, target: Path, family: str, style: str, wanted: set[int], *, face: int = SIMPLIFIED) -> int:
    """Write a subset under a name of its own; returns its size in bytes."""
    options = subset.Options()
    options.layout_features = ["halt", "palt", "kern", "tnum", "lnum", "ccmp", "mark", "liga"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    font = TTFont(collection, fontNumber=face, lazy=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    _rename(font, family, style)
    font["head"].modified = font["head"].created  # the same input gives the same bytes
    font.recalcTimestamp = False
    subset.save_font(font, str(target), options)
    return target.stat().st_size


def licence(copyright_file: str) -> str:
    """The SIL Open Font Licence out of Debian's copyright file, with the copyright line of the fonts."""
    text = copyright_file[copyright_file.index("\nLicense: SIL-1.1\n ") + 1 :]
    lines = []
    for line in text.split("\n")[1:]:
        if line and not line.startswith(" "):
            break
        lines.append("" if line.strip() == "." else line.removeprefix(" "))
    head = (
        "Noto Sans SC and Noto Serif SC: subsets of Noto Sans CJK and Noto Serif CJK.\n"
        "Copyright 2014-2021 Adobe (http://www.adobe.com/). Noto is a trademark of Google Inc.\n\n"
    )
    return head + "\n".join(lines).strip() + "\n"


def _rename(font: TTFont, family: str, style: str) -> None:
    plain = family.replace(" ", "")
    names = {1: family, 2: style, 3: f"{plain}-{style};subset", 4: f"{family} {style}", 6: f"{plain}-{style}"}
    for number, name in names.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    compact = font["CFF "].cff
    compact.fontNames = [f"{plain}-{style}"]
    compact[0].FullName, compact[0].FamilyName = f"{family} {style}", family


def _decoded(codec: str, leads: range, trails: range) -> set[int]:
    found: set[int] = set()
    for lead in leads:
        for trail in trails:
            try:
                found.add(ord(bytes((lead, trail)).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                continue
    return found


if __name__ == "__main__":
    main()
