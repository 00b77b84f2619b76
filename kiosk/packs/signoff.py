"""Who wrote, checked and approved a pack, and when: the record of the three reviews (三审三校), signed with the manifest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, cast

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack
from kiosk.packs.paths import is_visible

SignOffRole: TypeAlias = Literal["wrote", "checked", "approved"]
SIGNOFF_ROLES: tuple[SignOffRole, ...] = ("wrote", "checked", "approved")
ROLE_WORDS: dict[SignOffRole, Text] = {
    "wrote": Text("撰稿", "wrote"),
    "checked": Text("校对", "checked"),
    "approved": Text("审定", "approved"),
}
MAX_ENTRIES = 20

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class SignOff:
    """One person's part in a pack."""

    role: SignOffRole
    name: str
    date: date


def parse_signoff(untrusted: object) -> tuple[SignOff, ...]:
    """The optional field `signoff` of a manifest or `pack.json`; entries of unknown roles are left out.

    Raises:
        ContentError: `BAD_PACK`.
    """
    if untrusted is None:
        return ()
    if not isinstance(untrusted, list) or len(untrusted) > MAX_ENTRIES:
        raise _bad(f"应是最多 {MAX_ENTRIES} 项的列表", f"must be a list of at most {MAX_ENTRIES}")
    entries = (_entry(e) for e in untrusted)
    return tuple(e for e in entries if e is not None)


def signoff_json(signoff: Iterable[SignOff]) -> list[dict[str, str]]:
    """The field as it is written."""
    return [{"role": s.role, "name": s.name, "date": s.date.isoformat()} for s in signoff]


def missing_roles(signoff: Iterable[SignOff]) -> tuple[SignOffRole, ...]:
    """Roles nobody has signed off."""
    there = {s.role for s in signoff}
    return tuple(r for r in SIGNOFF_ROLES if r not in there)


def _entry(untrusted: object) -> SignOff | None:
    if not isinstance(untrusted, dict) or not isinstance(untrusted.get("role"), str):
        raise _bad("每一项都要有 role", "every entry needs a role")
    name, day = untrusted.get("name"), untrusted.get("date")
    if not isinstance(name, str) or not name.strip() or len(name) > 60 or not is_visible(name):
        raise _bad("name 应是 1 到 60 个字的姓名", "name must be a name of 1 to 60 characters")
    if not isinstance(day, str) or not _DATE.fullmatch(day):
        raise _bad("date 应为 2026-05-01 这样的日期", "date must be a day like 2026-05-01")
    try:
        made = date.fromisoformat(day)
    except ValueError as error:
        raise _bad("date 不是日历上的日子", "date is no day of the calendar") from error
    role = untrusted["role"]
    return SignOff(cast("SignOffRole", role), name, made) if role in SIGNOFF_ROLES else None


def _bad(zh: str, en: str) -> ContentError:
    return bad_pack(Text(zh, en), "signoff")
