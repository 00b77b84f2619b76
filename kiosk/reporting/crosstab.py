"""One question of a survey against another, with small groups hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.kinds.survey import report as survey_report
from kiosk.kinds.survey.model import Survey
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
    survey = records.contents.of(item)
    if not isinstance(survey, Survey):
        raise ContentError(
            "NO_SURVEY",
            Text(f"内容包里没有问卷 {item}。", f"The packs have no survey {item}."),
            Text("用 --data 指明装着这个内容包的数据文件夹。", "Name a data folder that has its pack with --data."),
        )
    fit = [q.id for q in survey.questions if q.type in _TYPES]
    for asked in (down, across):
        if asked not in fit or down == across:
            raise ContentError(
                "NO_QUESTION",
                Text(f"“{asked}”不能用来交叉。", f"“{asked}” cannot be put in a crosstab."),
                Text(f"选两道不同的单选题或量表题：{'、'.join(fit)}。", f"Two different ones of: {', '.join(fit)}."),
            )
    found = (entry.payload for entry in records.source.entries("survey", Asked()) if entry.uid == item)
    given = survey_report.answers(found, survey.edition)
    table = survey_report.crosstab(survey, given, down, across)
    known = records.contents.items.get(item)
    title = known.title if known else item
    return Report(
        "crosstab",
        Text(title, title),
        Text(f"{len(given)} 份答卷交叉看", f"{len(given)} answers, one question against another"),
        Text("全部日期", "all days"),
        (table,),
        notes=(HIDDEN, WHOLE),
    )
