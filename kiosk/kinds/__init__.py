"""The kinds of exhibit. A sub-package with a `KIND` is one; nothing lists them by hand."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.core.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def discover() -> Mapping[str, Kind]:
    """Every kind by its key, in room order. Imports the kinds' descriptions, and no Qt.

    Raises:
        TypeError: two kinds have one key.
    """
    kinds: dict[str, Kind] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.ispkg:
            continue
        kind = getattr(importlib.import_module(f"{__name__}.{module.name}"), "KIND", None)
        if not isinstance(kind, Kind):
            continue
        if kind.key in kinds:
            raise TypeError(f"kind {kind.key!r} is described twice, the second time in {module.name}")
        kinds[kind.key] = kind
    return MappingProxyType(dict(sorted(kinds.items(), key=lambda pair: (pair[1].order, pair[0]))))
