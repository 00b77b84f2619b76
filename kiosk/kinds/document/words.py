"""How dates, places and numbers of a document are said, in both languages."""

from __future__ import annotations

from datetime import date

from kiosk.core.text import Lang
from kiosk.kinds.document.model import Article, Document, Part
from kiosk.kinds.document.numerals import numbered, said, value
from kiosk.kinds.document.standing import day_of

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day(iso: str, lang: Lang) -> str:
    """2024年11月10日; 10 Nov 2024; empty for no date."""
    d: date | None = day_of(iso)
    if d is None:
        return ""
    return f"{d.day} {_MONTHS[d.month - 1]} {d.year}" if lang == "en" else f"{d.year}年{d.month}月{d.day}日"


def label(article: Article, lang: Lang) -> str:
    """第三十六条; Article 36."""
    if lang == "zh":
        return article.label
    if article.number == 0:
        return {"附录": "Annex", "附件": "Annex", "附则": "Annex", "前言": "Preamble"}.get(article.label, article.label)
    return f"Article {article.number}" + (f"-{article.sub}" if article.sub else "")


def translated_label(text: str, lang: Lang) -> str:
    """A label of a comparison row, where only its Chinese form is kept."""
    if lang == "zh" or not text:
        return text
    number, sub = numbered(text)
    return f"Article {number}" + (f"-{sub}" if sub else "") if number else text


def part_label(part: Part, lang: Lang) -> str:
    """第四章; Chapter 4."""
    if lang == "zh":
        return part.label
    return f"{('Book', 'Chapter', 'Section')[part.level - 1]} {value(part.label[1:-1])}"


def part_line(part: Part, lang: Lang) -> str:
    """第四章 工作时间和休息休假."""
    return f"{part_label(part, lang)} {part.title}".strip()


def chip(article: Article, lang: Lang) -> str:
    """What stands on the article's chip: 36, 10-1, or the first character of a label without a number."""
    if article.number == 0:
        return label(article, lang)[:1]
    return f"{article.number}-{article.sub}" if article.sub else str(article.number)


def span(document: Document, first: int, end: int, lang: Lang) -> str:
    """第一条到第九条."""
    if end - first <= 1:
        return label(document.articles[first], lang)
    a, b = document.articles[first], document.articles[end - 1]
    if lang == "en":
        return f"{label(a, lang)} to {label(b, lang).removeprefix('Article ')}"
    return f"{label(a, lang)}到{label(b, lang)}"


def number(n: int, lang: Lang) -> str:
    """三十六 or 36."""
    return str(n) if lang == "en" else said(n)
