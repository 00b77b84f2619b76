"""The unsigned list of publishers at the top of a medium: it helps to find, and decides nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kiosk.packs.ids import is_id

HINT = "UNION-PACKS.json"


def hinted_publishers(untrusted: bytes) -> tuple[str, ...]:
    """Publisher ids in a hint file; whatever is not well formed is left out."""
    try:
        raw = json.loads(untrusted.decode("utf-8"))
    except (ValueError, RecursionError):
        return ()
    listed = raw.get("publishers") if isinstance(raw, Mapping) else None
    return tuple(dict.fromkeys(p for p in listed[:1000] if is_id(p))) if isinstance(listed, list) else ()
