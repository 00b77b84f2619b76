"""Which window goes to which screen. Pure: screens in, places out.

A screen is known by its name, as a place may have the projector left of the speaker today and right of him tomorrow. With
one screen there is one window, and the speaker's controls come up over the slide.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen in the desktop's pixels.

    Args:
        primary: the system's first one: the kiosk's own glass.
    """

    name: str
    x: int
    y: int
    width: int
    height: int
    primary: bool = False

    @property
    def usable(self) -> bool:
        """A sleeping screen may report no size."""
        return self.width > 0 and self.height > 0


@dataclass(frozen=True, slots=True)
class Roles:
    """Names of the screens as they were last used; empty = never said."""

    console: str = ""
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the windows belong; `audience` is None when there is one screen."""

    console: Screen
    audience: Screen | None = None

    @property
    def roles(self) -> Roles:
        """These places by name."""
        return Roles(self.console.name, self.audience.name if self.audience else "")


def arrange(screens: tuple[Screen, ...], roles: Roles = Roles()) -> Places | None:
    """Places for the windows; None while no screen is awake.

    A remembered screen keeps its role. Otherwise the console takes the kiosk's own glass and the audience the largest other.
    """
    awake = _apart(tuple(s for s in screens if s.usable))
    if not awake:
        return None
    own = next((s for s in awake if s.primary), awake[0])
    if len(awake) == 1:
        return Places(own)
    console = next((s for s in awake if s.name == roles.console and s.name != roles.audience), None)
    audience = next((s for s in awake if s.name == roles.audience and s is not console), None)
    if console is None:
        console = own if own is not audience else _largest(tuple(s for s in awake if s is not audience))
    if audience is None:
        audience = _largest(tuple(s for s in awake if s is not console))
    return Places(console, audience)


def swapped(places: Places) -> Roles:
    """The other way round; with one screen nothing changes."""
    if places.audience is None:
        return places.roles
    return Roles(places.audience.name, places.console.name)


def remember(roles: Roles, places: Places) -> Roles:
    """What to keep: a screen that is away for a moment comes back to what it was."""
    return places.roles if places.audience else roles


def _apart(screens: tuple[Screen, ...]) -> tuple[Screen, ...]:
    """One of those that show the same picture: a mirrored projector is no second screen."""
    kept: list[Screen] = []
    for screen in sorted(screens, key=lambda s: not s.primary):
        if not any((screen.x, screen.y) == (k.x, k.y) for k in kept):
            kept.append(screen)
    return tuple(kept)


def _largest(screens: tuple[Screen, ...]) -> Screen:
    return max(screens, key=lambda s: s.width * s.height)
