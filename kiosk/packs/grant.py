"""A grant: a publisher lets another one publish under a namespace, with its own keys. Pure: bytes in, `Grant` out.

The parent signs it as the TUF target `grants/<child>.json`. It carries the child's `1.root.json`, so nobody has to
compare a fingerprint at the kiosk: who trusts the parent follows the parent's word.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NoReturn

from kiosk.core.text import Text
from kiosk.packs.errors import bad_grant, needs_newer_app
from kiosk.packs.ids import is_id
from kiosk.packs.rootfile import MAX_ROOT_BYTES, is_first_root, publisher_of_root
from kiosk.packs.strictjson import load

FORMAT = 1
MAX_GRANT_BYTES = 3 * MAX_ROOT_BYTES
"""A root of 64 KB, twice as long as a JSON string at the worst, and the rest."""
MAX_BYTES = 2**53 - 1

_TIME = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a parent allows a child.

    Args:
        child: publisher id.
        root: the child's `1.root.json`, byte by byte.
        namespace: the child's pack ids are this, or begin with it and a dash.
        valid_until: last day (UTC) on which the child may bring something new; None: no end.
        max_bytes: of everything that the child and those it grants have on one screen; None: no limit.
        revoked: the child's packs leave the screen.
        signed_at: when the parent said so, UTC, whole seconds.
    """

    child: str
    root: bytes
    namespace: str
    valid_until: date | None
    max_bytes: int | None
    revoked: bool
    signed_at: datetime


def build(grant: Grant) -> bytes:
    """The bytes to sign: the same grant always gives the same bytes.

    Raises:
        ContentError: `BAD_PACK`; what cannot be parsed again is never written.
    """
    body = json.dumps(
        {
            "format": FORMAT,
            "child": grant.child,
            "root": grant.root.decode("utf-8", "replace"),
            "namespace": grant.namespace,
            "valid_until": grant.valid_until.isoformat() if grant.valid_until else None,
            "max_bytes": grant.max_bytes,
            "revoked": grant.revoked,
            "signed_at": grant.signed_at.astimezone(UTC).strftime(_TIME),
        },
        ensure_ascii=True,
        sort_keys=True,
        separators=(",", ":"),
    ).encode("ascii")
    if parse(body, grant.child) != grant:
        raise bad_grant(grant.child, Text("密钥文件不是 UTF-8", "its root is not UTF-8"))
    return body


def parse(untrusted: bytes, child: str) -> Grant:
    """Check every rule of a grant.

    Args:
        untrusted: what a parent signed.
        child: publisher id in the target's name.

    Raises:
        ContentError: `BAD_PACK` with the rule, or `NEEDS_NEWER_APP` for a later format.
    """
    try:
        raw = load(untrusted, MAX_GRANT_BYTES)
    except ValueError as error:
        raise bad_grant(child, Text("不是合格的 JSON，或超过长度", "not well-formed JSON, or too long")) from error
    if not isinstance(raw, dict):
        _refuse(child, "顶层应是一个对象", "the top level must be an object")
    found = raw.get("format")
    if isinstance(found, int) and not isinstance(found, bool) and found > FORMAT:
        raise needs_newer_app(f"grants/{child}", f"format {found}")
    if found != FORMAT or isinstance(found, bool):
        _refuse(child, "format 应为 1", "format must be 1")
    if raw.get("child") != child:
        _refuse(child, "child 与文件名不同", "child differs from the name of the target")
    if not is_id(raw.get("namespace")):
        _refuse(child, "namespace 不是合格的编号", "namespace is not a well-formed id")
    if not isinstance(raw.get("revoked"), bool):
        _refuse(child, "revoked 应为 true 或 false", "revoked must be true or false")
    return Grant(
        child=child,
        root=_root(raw.get("root"), child),
        namespace=raw["namespace"],
        valid_until=_day(raw.get("valid_until"), child),
        max_bytes=_limit(raw.get("max_bytes"), child),
        revoked=raw["revoked"],
        signed_at=_time(raw.get("signed_at"), child),
    )


def within(namespace: str | None, name: str) -> bool:
    """True when a pack id or a namespace lies in `namespace`; None, a publisher trusted by hand, has no limit."""
    return namespace is None or name == namespace or name.startswith(f"{namespace}-")


def _refuse(child: str, zh: str, en: str) -> NoReturn:
    raise bad_grant(child, Text(zh, en))


def _root(untrusted: object, child: str) -> bytes:
    try:
        body = untrusted.encode("utf-8") if isinstance(untrusted, str) else b""
    except UnicodeEncodeError:  # half a surrogate
        body = b""
    if publisher_of_root(body) != child or not is_first_root(body):
        _refuse(child, "root 不是这个单位的 1.root.json", "root is not the 1.root.json of that publisher")
    return body


def _day(untrusted: object, child: str) -> date | None:
    if untrusted is None:
        return None
    try:
        if isinstance(untrusted, str) and len(untrusted) == 10 and untrusted.isascii():
            return date.fromisoformat(untrusted)
    except ValueError:
        pass  # said below
    _refuse(child, "valid_until 应为 2027-05-01 这样的日期", "valid_until must be a date like 2027-05-01")


def _limit(untrusted: object, child: str) -> int | None:
    if untrusted is None:
        return None
    if isinstance(untrusted, int) and not isinstance(untrusted, bool) and 0 <= untrusted <= MAX_BYTES:
        return untrusted
    _refuse(child, "max_bytes 应为不小于 0 的整数", "max_bytes must be a whole number from 0")


def _time(untrusted: object, child: str) -> datetime:
    try:
        if isinstance(untrusted, str) and len(untrusted) == 20 and untrusted.isascii():
            return datetime.strptime(untrusted, _TIME).replace(tzinfo=UTC)
    except ValueError:
        pass  # said below
    _refuse(
        child, "signed_at 应为 2026-05-01T08:00:00Z 这样的时间", "signed_at must be a time like 2026-05-01T08:00:00Z"
    )
