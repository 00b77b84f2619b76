"""The sets of a wall and the days on which each hangs, as front matter writes them."""

from __future__ import annotations

from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.kinds.riddle import season
from kiosk.kinds.riddle.model import MOST_SETS, RiddleSet, Window


def sets_of(fields: Fields, longest: int) -> tuple[RiddleSet, ...]:
    """The sets of the front matter; one without a name when there are none."""
    found: dict[str, RiddleSet] = {}
    for entry in fields.mappings("sets"):
        key = entry.text("key", required=True, most=30)
        name = entry.text("name", required=True, most=longest)
        windows = _windows(entry)
        entry.finish()
        if key in found:
            entry.error(
                "twice", "key", Text(f"“{key}”写了两次。", f"“{key}” is given twice."), Text("只留一个。", "Keep one.")
            )
        elif key:
            found[key] = RiddleSet(key, name, windows)
    if len(found) > MOST_SETS:
        fields.error(
            "too-many",
            "sets",
            Text(
                f"有 {len(found)} 组，最多 {MOST_SETS} 组。", f"There are {len(found)} sets, at most {MOST_SETS} fit."
            ),
            Text("拆成两个展项。", "Split them into two items."),
        )
    return tuple(found.values()) or (RiddleSet(),)


def _windows(entry: Fields) -> tuple[Window, ...]:
    begins, ends = entry.texts("from"), entry.texts("until")
    for key, days in (("from", begins), ("until", ends)):
        for day in days:
            if not season.is_day(day):
                entry.error(
                    "bad-date",
                    key,
                    Text(f"日期“{day}”写法不对。", f"“{day}” is not a date."),
                    Text("公历写 04-20，农历节日逐年写 2027-02-06。", "Write 04-20, or 2027-02-06 year by year."),
                )
                return ()
    if len(begins) != len(ends):
        entry.error(
            "dates-differ",
            "from" if begins else "until",
            Text(f"from 有 {len(begins)} 个日期，until 有 {len(ends)} 个。", f"{len(begins)} from, {len(ends)} until."),
            Text("每个开始日期要有一个结束日期。", "Each beginning needs an end."),
        )
        return ()
    windows = tuple(map(Window, begins, ends))
    for window in windows:
        backwards = len(window.begins) > len("04-20") and window.ends < window.begins
        if len(window.begins) != len(window.ends) or backwards:
            entry.error(
                "bad-window",
                "until",
                Text(
                    f"“{window.begins}”到“{window.ends}”不成一段。", f"{window.begins} to {window.ends} is no period."
                ),
                Text("两个日期写法要一样，先写早的。", "Write both in the same form, the earlier one first."),
            )
    return windows
