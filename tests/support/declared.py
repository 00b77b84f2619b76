"""Whether objects of a running kiosk have a meta object of their own, see `tests.tooling.test_slots`."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject

OWN = "__METAOBJECT__"
"""Where PySide keeps the meta object of one instance, in its dictionary."""


def with_own_meta_objects() -> list[str]:
    """Names of the kiosk's classes some of whose objects have one."""
    return sorted(
        {
            type(thing).__name__
            for thing in gc.get_objects()
            # Not `isinstance`, which asks what a weak proxy stands for.
            if issubclass(type(thing), QObject) and type(thing).__module__.startswith("kiosk.") and OWN in vars(thing)
        }
    )
