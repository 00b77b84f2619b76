"""`playlists`, `days` and `handoff` of `pack.yaml`: every mistake at once."""

from __future__ import annotations

import re

from kiosk.authoring.source import ITEM_ID, both
from kiosk.core.codec import encode
from kiosk.core.festivals import FESTIVALS
from kiosk.core.occasions import MOST_DAYS, MOST_ITEMS, MOST_PLAYLISTS, Day, Playlist, parse_day
from kiosk.core.source import Fields, names_item, no_such_item
from kiosk.core.text import Text

_DATE_HINT = Text("写成 2027-04-20；每年都算就写 04-20。", "Write 2027-04-20, or 04-20 for every year.")
_ADDRESS = re.compile(r"https?://[^\s{}]+(?:\{item\}[^\s{}]*)?")


def read_playlists(fields: Fields, item_ids: frozenset[str]) -> tuple[Playlist, ...]:
    """The pack's playlists.

    Args:
        fields: `pack.yaml`.
        item_ids: items of the pack.
    """
    found: dict[str, Playlist] = {}
    for entry in _some(fields, "playlists", MOST_PLAYLISTS):
        key = entry.text("id", required=True)
        if key and not ITEM_ID.fullmatch(key):
            entry.error("bad-id", "id", Text(f"播放单的 id “{key}”写法不对。", f"The id “{key}” is not allowed."),
                        Text("只用小写字母、数字和短横线。", "Use lower-case letters, digits and dashes."))  # fmt: skip
        if key in found:
            entry.error("duplicate-id", "id", Text(f"播放单“{key}”写了两次。", f"The playlist “{key}” is given twice."),
                        Text("改一个 id。", "Change one id."))  # fmt: skip
        title = both(entry, "title")
        items = tuple(dict.fromkeys(entry.texts("items")))
        if not 1 <= len(items) <= MOST_ITEMS:
            entry.error("bad-playlist", "items", Text("播放单里没有条目，或者太多。", "The playlist has no items, or too many."),
                        Text(f"写 1 到 {MOST_ITEMS} 个条目。", f"Give 1 to {MOST_ITEMS} items."))  # fmt: skip
        for name in items:
            _known(entry, "items", name, item_ids)
        festival = entry.choice("festival", tuple(FESTIVALS)) or ""
        begins, ends = _season(entry, festival)
        entry.finish()
        found.setdefault(key, Playlist(key, encode(title), items, festival, begins, ends))
    return tuple(found.values())


def read_days(fields: Fields, item_ids: frozenset[str]) -> tuple[Day, ...]:
    """The pack's days to remember; arguments as in `read_playlists`."""
    found = []
    for entry in _some(fields, "days", MOST_DAYS):
        day = _day(entry, "date", required=True)
        text = both(entry, "text", 120)
        item = entry.text("item", required=True)
        if item:
            _known(entry, "item", item, item_ids)
        source = entry.text("source", required=True, most=200)
        entry.finish()
        found.append(Day(day, encode(text), item, source))
    return tuple(found)


def read_handoff(fields: Fields) -> str:
    """The address that hand-off cards carry, with `{item}` where the item's id goes; empty when there is none."""
    url = fields.text("handoff", most=160)
    if url and not _ADDRESS.fullmatch(url):
        fields.error("bad-url", "handoff", Text(f"“{url[:60]}”不是网址。", f"“{url[:60]}” is not an address."),
                     Text("以 https:// 开头；条目的 id 写作 {item}。",
                          "It starts with https://; write {item} where the item's id goes."))  # fmt: skip
        return ""
    return url


def _some(fields: Fields, key: str, most: int) -> tuple[Fields, ...]:
    entries = fields.mappings(key)
    if len(entries) > most:
        fields.error("too-many", key, Text(f"“{key}”有 {len(entries)} 条，最多 {most} 条。",
                                           f"“{key}” has {len(entries)} entries, at most {most} fit."),
                     Text("分到几个包里。", "Spread them over several packs."))  # fmt: skip
    return entries[:most]


def _season(entry: Fields, festival: str) -> tuple[str, str]:
    begins, ends = _day(entry, "from"), _day(entry, "to")
    named = [key for key in ("from", "to") if entry.data.get(key)]
    if festival and named:
        entry.error("bad-season", "festival", Text("festival 和 from/to 只写一种。", "Give festival or from/to, not both."),
                    Text("删掉一种。", "Remove one of them."))  # fmt: skip
        return "", ""
    if len(named) == 1 or len(begins) != len(ends):
        entry.error("bad-season", named[0] if named else "from",
                    Text("from 和 to 要一起写，而且写法相同。", "from and to belong together and have the same form."),
                    _DATE_HINT)  # fmt: skip
        return "", ""
    if len(begins) == 10 and begins > ends:
        entry.error("bad-season", "to", Text("to 早于 from。", "to is before from."), _DATE_HINT)
        return "", ""
    return begins, ends


def _day(entry: Fields, key: str, *, required: bool = False) -> str:
    words = entry.text(key, required=required)
    day = parse_day(words)
    if words and not day:
        entry.error("bad-date", key, Text(f"日期“{words}”写法不对。", f"“{words}” is not a date."), _DATE_HINT)
    return day


def _known(entry: Fields, key: str, name: str, item_ids: frozenset[str]) -> None:
    if not names_item(name, item_ids):
        entry.error("unknown-item", key, *no_such_item(name))
