"""`kiosk lessons`: the office's side of certificates, and how lessons are taken."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import out_json, say
from kiosk.core.errors import ContentError
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.kinds.lesson.office import Entry


@click.group("lessons")
def command() -> None:
    """Check certificates of lessons."""


@command.command()
@click.argument("code")
@click.option(
    "--from",
    "records",
    required=True,
    type=click.Path(path_type=Path),
    help="records.db, or an export: one JSON a line.",
)
@click.option("--person", default="", help="Was it given to this worker number or name?")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def check(code: str, records: Path, person: str, as_json: bool) -> int:
    """Look a certificate up by its number. Exit code 1: there is none, or not for that person."""
    from kiosk.kinds.lesson import office
    from kiosk.kinds.lesson.code import normal, sound, spaced

    plain = normal(code)
    if not sound(plain):
        raise ContentError(
            "BAD_CODE",
            Text(f"证书号“{code}”抄错了。", f"“{code}” was copied wrong."),
            Text(
                "九个字符，没有 0、1、I、L、O；请对着证书再抄一遍。",
                "Nine characters without 0 1 I L O; copy it again.",
            ),
        )
    source = office.read(records)
    found = office.find(source, plain)
    same = office.is_person(source, found[0], person) if found and person else None
    if as_json:
        out_json({"code": plain, "found": [_told(e) for e in found], "person": same})
        return 0 if found and same is not False else 1
    if not found:
        say(
            Text(
                f"记录里没有 {spaced(plain)}。可能是别的机器发的，也可能不是真的。",
                f"{spaced(plain)} is not in these records: another kiosk gave it, or nobody did.",
            )
        )
        return 1
    for entry in found:
        _say(entry)
    if not person:
        return 0
    if same is None:
        say(
            Text("导出文件里没有密钥，对不了人；请用 records.db。", "An export has no key: use records.db for persons.")
        )
        return 1
    say(Text("对得上：就是这个人。", "It was given to this person.") if same else _other(found[0].person))
    return 0 if same else 1


def _told(entry: Entry) -> dict[str, object]:
    return {**asdict(entry), "person": bool(entry.person)}


def _other(person: str) -> Text:
    if person:
        return Text("对不上：记的是别人。", "It was given to somebody else.")
    return Text("对不上：领的时候没报工号也没写姓名。", "Nobody said who they are when it was given.")


def _say(entry: Entry) -> None:
    title, edition = entry.payload.get("title"), entry.payload.get("edition")
    doubt = Text("", "") if entry.clock_trusted else Text("（那台机器的钟不准）", " (its clock was wrong)")
    say(Text(f"有：《{title}》第 {edition} 版。", f"Found: {title}, edition {edition}."))
    say(Text(f"  时间 {entry.at}{doubt.zh}", f"  at {entry.at}{doubt.en}"))
    say(Text(f"  机器 {entry.device}，第 {entry.sequence} 条", f"  kiosk {entry.device}, record {entry.sequence}"))
