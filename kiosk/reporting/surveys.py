"""A survey looked at closely: one question against another, and what people wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.kinds.survey import report as survey_report
from kiosk.kinds.survey.model import Survey
from kiosk.kinds.survey.report import Payload
from kiosk.reports.material import Asked
from kiosk.reports.model import Report
from kiosk.reports.voices import HIDDEN, WHOLE

if TYPE_CHECKING:
    from kiosk.reporting.joined import Joined

_TYPES = ("single", "scale")


def crosstab(records: Joined, item: str, down: str, across: str) -> Report:
    """The table as a report.

    Args:
        records: where the answers are.
        item: `pack/item` of the survey.
        down: id of the question whose options are the rows.
        across: id of the one whose options are the columns.

    Raises:
        ContentError: `NO_SURVEY`: its questions are not in the data folder's packs; `NO_QUESTION`: it has no such single
            choice or scale.
    """
    survey, given = _given(records, item)
    fit = [q.id for q in survey.questions if q.type in _TYPES]
    for asked in (down, across):
        if asked not in fit or down == across:
            raise ContentError(
                "NO_QUESTION",
                Text(f"“{asked}”不能用来交叉。", f"“{asked}” cannot be put in a crosstab."),
                Text(f"选两道不同的单选题或量表题：{'、'.join(fit)}。", f"Two different ones of: {', '.join(fit)}."),
            )
    table = survey_report.crosstab(survey, given, down, across)
    return Report(
        "crosstab",
        _title(records, item),
        Text(f"{len(given)} 份答卷交叉看", f"{len(given)} answers, one question against another"),
        Text("全部日期", "all days"),
        (table,),
        notes=(HIDDEN, WHOLE),
    )


def words(records: Joined, item: str) -> Report:
    """What people wrote, sorted, so that neither order nor neighbours tell who: for the office only.

    Raises:
        ContentError: `NO_SURVEY`.
    """
    survey, given = _given(records, item)
    table = survey_report.written(survey, given)
    count = len(table.rows)
    return Report(
        "words",
        _title(records, item),
        Text(f"写了 {count} 段话", f"{count} texts were written"),
        Text("全部日期", "all days"),
        (table,),
        notes=(Text("只给办公室看：写的话可能认得出人。", "For the office only: words may tell who wrote them."),),
    )


def _given(records: Joined, item: str) -> tuple[Survey, list[Payload]]:
    survey = records.contents.of(item)
    if not isinstance(survey, Survey):
        raise ContentError(
            "NO_SURVEY",
            Text(f"内容包里没有问卷 {item}。", f"The packs have no survey {item}."),
            Text("用 --data 指明装着这个内容包的数据文件夹。", "Name a data folder that has its pack with --data."),
        )
    found = (entry.payload for entry in records.source.entries("survey", Asked()) if entry.uid == item)
    return survey, survey_report.answers(found, survey.edition)


def _title(records: Joined, item: str) -> Text:
    known = records.contents.items.get(item)
    return Text(known.title, known.title) if known else Text(item, item)
