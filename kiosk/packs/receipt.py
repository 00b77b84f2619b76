"""What a kiosk may leave on a stick for the office: which packs it has. Pure: values in, bytes out, and back.

```
outbox/receipts/<device>.json   {"format":1,"device":"hall-3","site":"一车间","at":"2026-05-01T08:00:00Z",
                                 "packs":[{"publisher":"wuxi","pack":"may-day","version":7}]}
```
The office makes the folder when it exports (`kiosk publish export`) and reads it with `kiosk publish receipts`. A receipt
is not signed: whoever holds the stick can write one. It informs people and decides nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.packs.ids import is_id
from kiosk.packs.paths import check_path, is_visible

FORMAT = 1
FOLDER = "outbox/receipts"
MAX_RECEIPT_BYTES = 512 * 1024
MAX_PACKS = 4000
MAX_SITE = 200

_DEVICE = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_MAX_VERSION = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Fetched:
    """One pack that is on a kiosk's screen."""

    publisher: str
    pack: str
    version: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one kiosk had at one time.

    Args:
        device: id of the kiosk, also the file's name: `[a-z0-9][a-z0-9-]{0,63}`.
        site: where it stands, in words; may be empty.
        at: by the kiosk's clock, UTC, whole seconds.
        packs: what is live there.
    """

    device: str
    site: str
    at: datetime
    packs: tuple[Fetched, ...]


def is_device(untrusted: object) -> bool:
    """True for a well-formed device id that can be a file name everywhere."""
    if not isinstance(untrusted, str) or not _DEVICE.fullmatch(untrusted):
        return False
    try:
        check_path(f"{untrusted}.json")
    except ContentError:  # con, nul and their like
        return False
    return True


def receipt_path(device: str) -> str:
    """Where a kiosk's receipt lies on the stick."""
    return f"{FOLDER}/{device}.json"


def build(device: str, site: str, at: datetime, packs: Iterable[Fetched]) -> bytes:
    """The bytes to leave on the stick.

    Args:
        at: any time zone; written as UTC, whole seconds.

    Raises:
        ContentError: `BAD_RECEIPT`; what cannot be parsed again is never written.
    """
    listed = sorted(packs, key=lambda p: (p.publisher, p.pack))
    body = json.dumps(
        {
            "format": FORMAT,
            "device": device,
            "site": site,
            "at": at.astimezone(UTC).strftime(_TIME),
            "packs": [{"publisher": p.publisher, "pack": p.pack, "version": p.version} for p in listed],
        },
        sort_keys=True,
        separators=(",", ":"),
    ).encode("ascii")
    parse(body)
    return body


def parse(untrusted: bytes) -> Receipt:
    """Check every rule of a receipt; unknown fields are ignored.

    Raises:
        ContentError: `BAD_RECEIPT`, naming the rule.
    """
    raw = _load(untrusted)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or isinstance(raw.get("format"), bool):
        raise _bad("format 应为 1", "format must be 1")
    if not is_device(raw.get("device")):
        raise _bad("device 不是合格的编号", "device is not a well-formed id")
    site = raw.get("site")
    if not isinstance(site, str) or len(site) > MAX_SITE or not is_visible(site):
        raise _bad(f"site 应是不超过 {MAX_SITE} 字的文字", f"site must be at most {MAX_SITE} visible characters")
    packs = raw.get("packs")
    if not isinstance(packs, list) or len(packs) > MAX_PACKS:
        raise _bad(f"packs 应是最多 {MAX_PACKS} 项的列表", f"packs must be a list of at most {MAX_PACKS}")
    return Receipt(raw["device"], site, _time(raw.get("at")), tuple(_fetched(p) for p in packs))


def _fetched(untrusted: object) -> Fetched:
    if isinstance(untrusted, dict) and is_id(untrusted.get("publisher")) and is_id(untrusted.get("pack")):
        version = untrusted.get("version")
        if isinstance(version, int) and not isinstance(version, bool) and 1 <= version <= _MAX_VERSION:
            return Fetched(untrusted["publisher"], untrusted["pack"], version)
    raise _bad("packs 里有一项不合格", "an entry of packs is not well formed")


def _load(untrusted: bytes) -> Any:
    if len(untrusted) > MAX_RECEIPT_BYTES:
        raise _bad("文件超过 512 KB", "the file is larger than 512 KB")
    try:
        return json.loads(untrusted.decode("utf-8"), parse_constant=_no_number, parse_int=_short_int)
    except (ValueError, RecursionError) as error:  # bad UTF-8 and bad JSON are both ValueError
        raise _bad("不是合格的 JSON", "it is not well-formed JSON") from error


def _no_number(_name: str) -> NoReturn:
    raise _bad("有非法的数", "it holds a number that is none")


def _short_int(digits: str) -> int:
    if len(digits) > 20:
        raise _bad("数太长", "it holds too long a number")
    return int(digits)


def _time(untrusted: object) -> datetime:
    try:
        if isinstance(untrusted, str) and len(untrusted) == 20 and untrusted.isascii():
            return datetime.strptime(untrusted, _TIME).replace(tzinfo=UTC)
    except ValueError:
        pass  # said below
    raise _bad("at 应为 2026-05-01T08:00:00Z 这样的时间", "at must be a time like 2026-05-01T08:00:00Z")


def _bad(zh: str, en: str) -> ContentError:
    return ContentError(
        "BAD_RECEIPT",
        Text(f"回执不合格：{zh}。", f"The receipt breaks a rule: {en}."),
        Text("可以删除这个文件；屏幕不受影响。", "The file can be deleted; no screen depends on it."),
    )
