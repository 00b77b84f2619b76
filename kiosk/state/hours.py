"""What the hour asks for: screen, volume, night, captions. Pure: settings and wall clock in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.settings import Settings
from kiosk.settings.timetable import Timetable, parse


@dataclass(frozen=True, slots=True)
class Hour:
    """How the kiosk should be now.

    Args:
        screen: it is on.
        volume: percent.
        night: the night theme from the start.
        captions: they cannot be switched off.
    """

    screen: bool
    volume: int
    night: bool
    captions: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The timetables of the settings."""

    screen: Timetable
    night: Timetable
    noisy: Timetable
    loud: Timetable
    volume: int
    cap: int
    night_volume: int

    def at(self, local: datetime | None) -> Hour:
        """What that moment asks for.

        Args:
            local: the wall clock of the place; None when it is not believed: the screen is on, and nothing follows the hour.
        """
        if local is None:
            return Hour(screen=True, volume=min(self.volume, self.cap), night=False, captions=bool(self.noisy.periods))
        day, minute = local.weekday(), local.hour * 60 + local.minute
        loud = self.loud.at(day, minute)
        volume = loud.level if loud is not None and loud.level is not None else self.volume
        night = self.night.at(day, minute) is not None
        return Hour(
            screen=not self.screen.periods or self.screen.at(day, minute) is not None,
            volume=min(volume, self.cap, self.night_volume if night else 100),
            night=night,
            captions=self.noisy.at(day, minute) is not None,
        )


def plan(settings: Settings) -> Plan:
    """Read the timetables; the settings have checked them."""
    return Plan(
        parse(settings.screen_hours),
        parse(settings.night_hours),
        parse(settings.noisy_hours),
        parse(settings.volume_hours, levels=True),
        settings.volume,
        settings.volume_cap,
        settings.night_volume,
    )
