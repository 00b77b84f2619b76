"""Takes out of a text what says who somebody is or opens a door. What is left must still help. Pure.

Removed: secrets and their hashes, numbers of five digits and more (workers, telephones, cards, PINs), masked names, e-mail and
network addresses, host names of addresses, users and home folders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_DOORS = r"pin(?:_\w+)?|password|passphrase|passwd|token|secret|authorization|setup_code|private_key"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|\Z)", "<key>"),
        (r"scrypt\$[^\s\"']+", "<hash>"),
        (r"\boffice1-[a-z2-7]+", "<office key>"),
        (rf"(?i)\b((?:[A-Za-z]+_)*(?:{_DOORS}))(\"?\s*[=:]\s*)(\"[^\"]*\"|'[^']*'|[^\s,;{{}}\[\]]+)", r"\1\2<secret>"),
        (r"(?i)\bbearer\s+\S+", "Bearer <secret>"),
        (r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "<address>"),
        (r"(?i)\b(smb|s3|https?|file)://([^/\s\"'@]+@)?[^/\s\"']+", r"\1://<host>"),
        (r"\\\\[^\\\s\"']+\\", r"\\\\<host>\\"),
        (r"(?i)\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b", "<mac>"),
        (r"(?<![\w.])(?!127\.0\.0\.1)(?:\d{1,3}\.){3}\d{1,3}(?![\w.])", "<ip>"),
        (r"(?i)(?<![\w:.])(?=[0-9a-f:]*::|(?:[0-9a-f]{1,4}:){7})[0-9a-f:]{3,39}(?![\w:])", "<ip>"),
        (r"(/home|/Users|/export/home)/[^/\s\"':]+", r"\1/<user>"),
        (r"(?i)([A-Z]:\\Users\\)[^\\\s\"':]+", r"\1<user>"),
        (r"[\u4e00-\u9fff]\\?\*+[\u4e00-\u9fff]?", "<name>"),
        (r"(?i)\b[0-9a-f]{32,}\b", "<hash>"),
        (r"(?<![\d.:T-])\d{5,}(?![\d.:-])", "<number>"),
        (r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)", "<number>"),
    )
)
_MOST = 2_000_000


def scrub(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without them.

    Args:
        text: of any file; what is longer than two million characters is cut at the front.
        secrets: known ones of this kiosk (names of user and machine, tokens), taken out wherever they stand.
    """
    text = text[-_MOST:]
    for secret in sorted({s for s in secrets if len(s) >= 3}, key=len, reverse=True):
        text = text.replace(secret, "<secret>")
    for rule, put in _RULES:
        text = rule.sub(put, text)
    return text


def scrubbed(value: Any, secrets: Iterable[str] = ()) -> Any:
    """The same for data that become JSON: every text in them."""
    if isinstance(value, str):
        return scrub(value, secrets)
    if isinstance(value, Mapping):
        return {key: scrubbed(inside, secrets) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [scrubbed(inside, secrets) for inside in value]
    return value
