"""Fields every item has, from front matter to `core.item.Header`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.authoring.linebreaks import warn_display, warn_line
from kiosk.authoring.paths import is_link
from kiosk.authoring.pinyin import pinyin_fields
from kiosk.authoring.source import PackSource
from kiosk.core.item import ERAS, Era, Header, Source
from kiosk.core.source import Fields, names_item, no_such_item
from kiosk.core.text import Lang, Text

_NAMES = (
    "kind title display subtitle line quoted name era trade order cover alt pinyin keywords related published sources"
)
COMMON = frozenset(_NAMES.split())
MOST: dict[Lang, dict[str, int]] = {
    "zh": {"title": 60, "subtitle": 60, "name": 8},
    "en": {"title": 90, "subtitle": 120, "name": 24},
}
"""Most characters of a field; English words need more."""


@dataclass(frozen=True, slots=True)
class Common:
    """The common fields, before the kind and the pictures have had their say."""

    kind: str
    header: Header
    cover: str
    alt: str
    sources: tuple[Source, ...]


def split_fields(fields: Fields) -> tuple[Fields, Fields]:
    """The common fields, and what is left for the kind."""

    def only(common: bool) -> Fields:
        data = {key: value for key, value in fields.data.items() if (key in COMMON) == common}
        lines = {key: n for key, n in fields.lines.items() if key == "" or (key.split(".")[0] in COMMON) == common}
        return Fields(data, lines, fields.file, fields.findings)

    return only(True), only(False)


def read_common(fields: Fields, pack: PackSource, lang: Lang, zh: Header | None, item_ids: frozenset[str]) -> Common:
    """Read and judge the common fields.

    Args:
        fields: only the common ones.
        pack: for trades.
        lang: language of the document.
        zh: the Chinese header, when this is a translation: pinyin is taken from it.
        item_ids: items of the pack, for `related`.
    """
    most = MOST[lang]
    kind = fields.text("kind", required=True)
    title = fields.text("title", required=True, most=most["title"])
    display = fields.text("display", most=most["title"] + 8).replace("\\n", "\n") or title
    line = fields.text("line", most=240).replace("\\n", "\n")
    name = fields.text("name", most=most["name"]) or title
    trade = _trade(fields, pack)
    era: Era | None = next((era for era in ERAS if era == fields.choice("era", ERAS)), None)
    pinyin, initials = (zh.pinyin, zh.initials) if zh else pinyin_fields(name, title, fields.text("pinyin").split())
    warn_display(fields, display, title, lang)
    warn_line(fields, line, lang)
    header = Header(
        title=title,
        display=display,
        subtitle=fields.text("subtitle", most=most["subtitle"]),
        line=line,
        quoted=fields.flag("quoted", default=False),
        name=name,
        era=era,
        trade=trade,
        order=fields.number("order", 1000),
        pinyin=pinyin,
        initials=initials,
        keywords=tuple(filter(None, fields.texts("keywords"))),
        related=_related(fields, item_ids),
        published=_published(fields),
    )
    return Common(kind, header, fields.text("cover"), fields.text("alt", most=400), _sources(fields))


def _trade(fields: Fields, pack: PackSource) -> str | None:
    trade = fields.text("trade")
    if trade and trade not in pack.trades:
        fields.error(
            "unknown-value",
            "trade",
            Text(f"pack.yaml 的 trades 里没有“{trade}”。", f"pack.yaml has no trade “{trade}”."),
            Text(f"可用：{'、'.join(pack.trades) or '（空）'}。", f"Use one of: {', '.join(pack.trades) or '(none)'}."),
        )
        return None
    return trade or None


def _related(fields: Fields, item_ids: frozenset[str]) -> tuple[str, ...]:
    named = fields.texts("related")
    for name in named:
        if not names_item(name, item_ids):
            fields.error("unknown-item", "related", *no_such_item(name))
    return named


def _published(fields: Fields) -> str:
    day = fields.text("published")
    if day:
        try:
            date.fromisoformat(day)
        except ValueError:
            fields.error(
                "bad-date",
                "published",
                Text(f"日期“{day}”写法不对。", f"“{day}” is not a date."),
                Text("写成 2026-05-01。", "Write it as 2026-05-01."),
            )
            return ""
    return day


def _sources(fields: Fields) -> tuple[Source, ...]:
    found = []
    for entry in fields.mappings("sources"):
        title, url = entry.text("title", required=True, most=200), entry.text("url", most=500)
        if url and not is_link(url):
            entry.error(
                "bad-url",
                "url",
                Text(f"“{url[:60]}”不是网址。", f"“{url[:60]}” is not an address."),
                Text("以 https:// 开头。", "It starts with https://."),
            )
        entry.finish()
        found.append(Source(title, url))
    if not found:
        fields.findings.warn(
            "no-sources",
            fields.file,
            fields.line("sources"),
            Text("没有写出处 sources。", "No `sources` are given."),
            Text("写明事实在哪里核对过。", "Say where the facts were checked."),
        )
    return tuple(found)
