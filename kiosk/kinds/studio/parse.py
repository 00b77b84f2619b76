"""A studio as its author keeps it: front matter, and a Markdown section for each of its walls."""

from __future__ import annotations

from kiosk.core.errors import ConfigError
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio import sections as cut
from kiosk.kinds.studio.cardparse import cards, phrases
from kiosk.kinds.studio.cells import SHORT, mistake, too_long
from kiosk.kinds.studio.model import (
    MOST_FIELDS,
    Studio,
)
from kiosk.kinds.studio.peopleparse import honours, members, tree
from kiosk.kinds.studio.pictureparse import pairs, pictures
from kiosk.kinds.studio.resultparse import changes, results

_FIELD = {"zh": 8, "en": 24}


def parse(source: ItemSource) -> Studio | None:
    """The studio of one language; None when nothing can be shown. Every mistake goes into `source.findings`."""
    fields, before = source.fields, len(source.findings.errors)
    head = fields.text("head", most=SHORT[source.lang])
    knows = _texts(fields, "fields", MOST_FIELDS, _FIELD[source.lang])
    key = _office_key(fields)
    sample = fields.flag("sample", False)
    found = cut.sections(source)
    made = {
        "members": members(source, found),
        "honours": honours(source, found),
        "results": results(source, found),
        "changes": changes(source, found),
        "pairs": pairs(source, found),
        "tree": tree(source, found),
        "pictures": pictures(source, found),
        "cards": cards(source, found, knows),
        "phrases": phrases(source, found),
    }
    if len(source.findings.errors) == before and not any(
        made[k] for k in ("members", "results", "changes", "pairs", "tree", "pictures", "cards")
    ):
        mistake(source, "empty-studio", source.body_line, Text("工作室还是空的。", "The studio is empty."),
               Text("至少写“## 成果”或“## 前后对比”。", "Write at least “## Results” or “## Before and after”."))  # fmt: skip
    if len(source.findings.errors) != before:
        return None
    about = " ".join(found.about) if source.lang == "en" else "".join(found.about)
    return Studio(head, about, knows, office_key=key, sample=sample, **made)  # type: ignore[arg-type]


def _office_key(fields: Fields) -> str:
    said = fields.text("office_key", most=200)
    if not said:
        return ""
    from kiosk.sdk.office import OfficeKey

    try:
        return str(OfficeKey.parse(said))
    except ConfigError as error:
        fields.error("bad-office-key", "office_key", error.message, error.hint)
        return ""


def _texts(fields: Fields, key: str, many: int, most: int) -> tuple[str, ...]:
    said = tuple(dict.fromkeys(filter(None, fields.texts(key))))
    if len(said) > many:
        fields.error("too-many", key, Text(f"“{key}”有 {len(said)} 个，最多 {many} 个。", f"“{key}” has {len(said)}, at most {many} fit."),
                     Text("合并几个。", "Join some."))  # fmt: skip
    for word in said:
        if len(word) > most:
            fields.error("too-long", key, *too_long(word, most))
    return said
