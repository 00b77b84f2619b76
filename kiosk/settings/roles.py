"""Who may do what on the administrator's pages. Pure.

Each role may do what the role before it may. A kiosk with a single PIN has one administrator, who may do everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from kiosk.core.text import Text

Role: TypeAlias = Literal["staff", "officer", "it"]

ROLES: tuple[Role, ...] = ("staff", "officer", "it")
"""From the least to the most."""

KEY: Mapping[Role, str] = {"staff": "pin_staff", "officer": "pin_officer", "it": "pin"}
"""The setting that holds each role's PIN."""

NAMES: Mapping[Role, Text] = {
    "staff": Text("值班员", "Staff on duty"),
    "officer": Text("工会干部", "Union officer"),
    "it": Text("管理员", "Administrator"),
}

NEEDS: Mapping[str, Role] = {
    "status": "staff",
    "usb": "staff",
    "volume": "staff",
    "selftest": "staff",
    "power": "staff",
    "sync": "officer",
    "reports": "officer",
    "logs": "officer",
    "settings": "it",
    "trusted": "it",
    "network": "it",
    "newpin": "it",
    "who": "it",
    "wizard": "it",
}
"""The least role that a page takes; a page that is not listed is the administrator's."""


def may(role: Role | None, room: str) -> bool:
    """Whether somebody of this role may open a page; None is nobody."""
    return enough(role, NEEDS.get(room, "it"))


def enough(role: Role | None, needed: Role) -> bool:
    """Whether a role is at least the one that is needed."""
    return role is not None and ROLES.index(role) >= ROLES.index(needed)
