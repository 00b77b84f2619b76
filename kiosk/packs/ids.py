"""Names that may become part of a path: checked before any use."""

from __future__ import annotations

import re

ID = re.compile(r"[a-z0-9][a-z0-9-]{1,38}")
"""Publisher and pack ids."""

SHA256 = re.compile(r"[0-9a-f]{64}")

_GRANT = re.compile(r"grants/([a-z0-9][a-z0-9-]{1,38})\.json")
_TARGET = re.compile(r"packs/([a-z0-9][a-z0-9-]{1,38})\.json")


def is_id(untrusted: object) -> bool:
    """True for a well-formed publisher or pack id."""
    return isinstance(untrusted, str) and ID.fullmatch(untrusted) is not None


def pack_of_target(untrusted: str) -> str | None:
    """The pack id in a TUF target name, or None when the name is not one of ours."""
    match = _TARGET.fullmatch(untrusted)
    return match.group(1) if match else None


def target_of_pack(pack: str) -> str:
    """The TUF target name of a pack's manifest."""
    return f"packs/{pack}.json"


def child_of_target(untrusted: str) -> str | None:
    """The publisher id in the TUF target name of a grant, or None when the name is not one of ours."""
    match = _GRANT.fullmatch(untrusted)
    return match.group(1) if match else None


def target_of_grant(child: str) -> str:
    """The TUF target name of a grant."""
    return f"grants/{child}.json"
