"""The settings, and for each key what it accepts. A key has one name: in `kiosk.toml`, `KIOSK_…` and `--set`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from kiosk.core.text import Lang, Text
from kiosk.settings import sources, timetable
from kiosk.settings.pin import is_hash
from kiosk.settings.roles import KEY as ROLE_KEY
from kiosk.settings.roles import Role

Render: TypeAlias = Literal["auto", "gl", "software"]
Orientation: TypeAlias = Literal["auto", "portrait", "landscape"]
Usb: TypeAlias = Literal["off", "pin", "auto"]


_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,128}")
_OFFICE_KEY = re.compile(r"office1-[a-z2-7]{56}")


class UnacceptableError(ValueError):
    """A value that the key does not take."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a kiosk can be told."""

    data_dir: Path
    """Folder of packs and records, on the kiosk's own disk."""
    sources: tuple[str, ...] = ()
    """Where packs come from, in this order: folders, UNC paths, `http(s)://`, `smb://`, `s3://` (`settings.sources`)."""
    sync_interval: int = 300
    """Seconds between two looks at the sources."""
    idle_seconds: int = 60
    """Without a touch, before the countdown."""
    countdown_seconds: int = 10
    """Of the question "still there?"."""
    diagonal_inches: float = 43.0
    """Of the screen; sizes on it are millimetres."""
    glove: bool = False
    """Larger touch targets."""
    calm: bool = False
    """Reduced motion: pages, tags and posters change at once."""
    render: Render = "auto"
    language: Lang = "zh"
    orientation: Orientation = "auto"
    site: str = "先锋屏"
    """Name of the library or hall, on the start screen."""
    usb: Usb = "pin"
    """Sticks: not looked at; brought in by whoever knows the PIN; brought in at once."""
    pin: str = field(default="", repr=False)
    """scrypt hash made by `kiosk pin set`; empty = no PIN, and what needs one cannot be done on the glass."""
    pin_officer: str = field(default="", repr=False)
    """The same for a union officer (`settings.roles`)."""
    pin_staff: str = field(default="", repr=False)
    """The same for the staff on duty."""
    office_key: str = ""
    """Public key of the office that collects the records (`kiosk office key show`); empty = none leave the kiosk."""
    status_port: int = 0
    """Port on 127.0.0.1 where monitoring asks how the kiosk is (`/healthz`, `/status`, `/metrics`, `/screenshot`); 0 = none."""
    status_token: str = field(default="", repr=False)
    """What monitoring must know for all but `/healthz`; empty = only `/healthz` answers."""
    screen_hours: str = ""
    """When the screen is on (`settings.timetable`); empty = always. A touch wakes it all the same."""
    volume: int = 100
    """Percent, outside `volume_hours`."""
    volume_cap: int = 100
    """Percent that nothing may exceed."""
    volume_hours: str = ""
    """Volume by the hour: `12:00-13:30=30`."""
    night_hours: str = ""
    """When the night theme is on from the start and the volume is at most `night_volume`."""
    night_volume: int = 25
    noisy_hours: str = ""
    """When captions cannot be switched off: machines run, nobody hears a word."""
    dim_after: int = 0
    """Seconds without a touch until the screen dims; 0 = never."""
    dim_to: int = 40
    """Percent of its brightness that is left then."""
    cleaning_seconds: int = 30
    """So long the glass takes no touch when it is cleaned."""
    reach: bool = False
    """Everything that can be touched is in the lower half, for who sits or is small."""

    @property
    def pins(self) -> Mapping[Role, str]:
        """The hash of each role that has a PIN."""
        return {role: hashed for role, key in ROLE_KEY.items() if (hashed := getattr(self, key))}

    @property
    def store(self) -> Path:
        """Folder of `kiosk.packs.store.Store`."""
        return self.data_dir / "store"


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Args:
        parse: takes what TOML or a string gives; raises `UnacceptableError`.
        allowed: what to say it accepts.
        secret: its value is never printed.
    """

    name: str
    parse: Callable[[Any], Any]
    allowed: Text
    secret: bool = False


def _path(raw: object) -> Path:
    if not isinstance(raw, str) or not raw.strip() or "\0" in raw:
        raise UnacceptableError
    path = Path(raw).expanduser()
    if not path.is_absolute():
        raise UnacceptableError
    return path


def _sources(raw: object) -> tuple[str, ...]:
    listed = sources.split(raw) if isinstance(raw, str) else raw
    if not isinstance(listed, list) or not all(isinstance(s, str) for s in listed):
        raise UnacceptableError
    try:
        return tuple(dict.fromkeys(sources.source(s) for s in listed))
    except (sources.SourceError, RuntimeError) as error:  # no home folder to put for ~
        raise UnacceptableError from error


def _number(least: int, most: int) -> Callable[[Any], int]:
    def parse(raw: object) -> int:
        try:
            number = int(raw) if isinstance(raw, str) else raw
        except ValueError as error:
            raise UnacceptableError from error
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= most:
            raise UnacceptableError
        return number

    return parse


def _inches(raw: object) -> float:
    try:
        number = float(raw) if isinstance(raw, str | int | float) and not isinstance(raw, bool) else 0.0
    except (ValueError, OverflowError) as error:
        raise UnacceptableError from error
    if not 5.0 <= number <= 200.0:  # also refuses NaN
        raise UnacceptableError
    return number


_WORDS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


def _flag(raw: object) -> bool:
    answer = raw if isinstance(raw, bool) else _WORDS.get(raw.strip().lower()) if isinstance(raw, str) else None
    if answer is None:
        raise UnacceptableError
    return answer


def _one_of(*options: str) -> Callable[[Any], str]:
    def parse(raw: object) -> str:
        if not isinstance(raw, str) or raw not in options:
            raise UnacceptableError
        return raw

    return parse


def _line(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip() or len(raw) > 60 or any(ord(c) < 32 for c in raw):
        raise UnacceptableError
    return raw.strip()


def _pin(raw: object) -> str:
    if not isinstance(raw, str) or (raw and not is_hash(raw)):
        raise UnacceptableError
    return raw


def _office(raw: object) -> str:
    if not isinstance(raw, str):
        raise UnacceptableError
    key = "".join(raw.split()).lower()
    if key and not _OFFICE_KEY.fullmatch(key):
        raise UnacceptableError
    return key


def _port(raw: object) -> int:
    number = _number(0, 65_535)(raw)
    if 0 < number < 1024:
        raise UnacceptableError
    return number


def _token(raw: object) -> str:
    if not isinstance(raw, str) or (raw and not _TOKEN.fullmatch(raw)):
        raise UnacceptableError
    return raw


def _hours(*, levels: bool) -> Callable[[Any], str]:
    def parse(raw: object) -> str:
        try:
            return (
                timetable.parse(raw, levels=levels).text() if isinstance(raw, str) and len(raw) <= 2000 else _refuse()
            )
        except timetable.TimetableError as error:
            raise UnacceptableError from error

    return parse


def _refuse() -> str:
    raise UnacceptableError


def _range(least: int, most: int) -> Text:
    return Text(f"{least} 到 {most} 的整数", f"a whole number from {least} to {most}")


def _options(*options: str) -> Text:
    return Text("、".join(options), ", ".join(options))


_HOURS = Text("时间表，如 mon-fri 07:30-22:00; sat 08:00-12:00", "hours like mon-fri 07:30-22:00; sat 08:00-12:00")
_LEVELS = Text(
    "带音量的时间表，如 07:30-08:30=60; 12:00-13:30=30", "hours with levels like 07:30-08:30=60; 12:00-13:30=30"
)
_A_PATH = Text("绝对路径", "an absolute path")

KEYS: tuple[Key, ...] = (
    Key("data_dir", _path, _A_PATH),
    Key(
        "sources",
        _sources,
        Text(
            "绝对路径、\\\\服务器\\共享 或 http://、https://、smb://、s3:// 地址的列表（一行里用“;”分开，地址里不写密码）",
            "a list of absolute paths, \\\\server\\share, http://, https://, smb:// or s3:// addresses (in one string"
            " separated by “;”; no password in an address)",
        ),
    ),
    Key("sync_interval", _number(10, 86_400), _range(10, 86_400)),
    Key("idle_seconds", _number(15, 3_600), _range(15, 3_600)),
    Key("countdown_seconds", _number(3, 60), _range(3, 60)),
    Key("diagonal_inches", _inches, Text("5 到 200 的数", "a number from 5 to 200")),
    Key("glove", _flag, _options("true", "false")),
    Key("calm", _flag, _options("true", "false")),
    Key("render", _one_of("auto", "gl", "software"), _options("auto", "gl", "software")),
    Key("language", _one_of("zh", "en"), _options("zh", "en")),
    Key("orientation", _one_of("auto", "portrait", "landscape"), _options("auto", "portrait", "landscape")),
    Key("site", _line, Text("最多 60 字的一行文字", "one line of at most 60 characters")),
    Key("usb", _one_of("off", "pin", "auto"), _options("off", "pin", "auto")),
    Key("pin", _pin, Text("kiosk pin set 写入的值", "what kiosk pin set writes"), secret=True),
    Key(
        "pin_officer",
        _pin,
        Text("kiosk pin set --role officer 写入的值", "what kiosk pin set --role officer writes"),
        secret=True,
    ),
    Key(
        "pin_staff",
        _pin,
        Text("kiosk pin set --role staff 写入的值", "what kiosk pin set --role staff writes"),
        secret=True,
    ),
    Key(
        "office_key",
        _office,
        Text("kiosk office key show 显示的一行 office1-…", "the line office1-… that kiosk office key show prints"),
    ),
    Key("status_port", _port, Text("0（关闭）或 1024 到 65535", "0 (off) or 1024 to 65535")),
    Key(
        "status_token",
        _token,
        Text("16 到 128 个字母、数字、“-”或“_”", "16 to 128 letters, digits, “-” or “_”"),
        secret=True,
    ),
    Key("screen_hours", _hours(levels=False), _HOURS),
    Key("volume", _number(0, 100), _range(0, 100)),
    Key("volume_cap", _number(0, 100), _range(0, 100)),
    Key("volume_hours", _hours(levels=True), _LEVELS),
    Key("night_hours", _hours(levels=False), _HOURS),
    Key("night_volume", _number(0, 100), _range(0, 100)),
    Key("noisy_hours", _hours(levels=False), _HOURS),
    Key("dim_after", _number(0, 86_400), _range(0, 86_400)),
    Key("dim_to", _number(10, 100), _range(10, 100)),
    Key("cleaning_seconds", _number(10, 300), _range(10, 300)),
    Key("reach", _flag, _options("true", "false")),
)
