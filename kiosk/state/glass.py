"""The settings as the administrator sees and changes them on the glass: checked, written whole, and taken back by one touch."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.jobs import Err, Lanes, Ok, Result
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import disk_failed
from kiosk.settings import Settings, load
from kiosk.settings.edit import toml_value
from kiosk.settings.glass import BEFORE, HEAD, NAME, NOT_HERE, read_glass, whole
from kiosk.settings.layers import Layer
from kiosk.settings.load import judge
from kiosk.settings.model import KEYS, Key, UnacceptableError

Where: TypeAlias = Literal["default", "glass", "file", "environment", "line"]
"""Who says a value: nobody, the glass, a file of IT, `KIOSK_…`, or the command line of this run."""


@dataclass(frozen=True, slots=True)
class Held:
    """One setting now.

    Args:
        value: as it will be at the next start.
        where: who says so.
        origin: the file or variable by its name.
        pending: the running kiosk still has another value.
    """

    key: str
    value: Any
    where: Where
    origin: str
    pending: bool

    @property
    def free(self) -> bool:
        """Whether the glass may change it: nothing stands above."""
        return self.where in ("default", "glass", "file") and self.key not in NOT_HERE


class GlassSettings(QObject):
    """Reads and writes on the `io` lane.

    Args:
        running: what this run was started with.
        note: writes what was changed into the record of the administrator's acts.
    """

    changed = Signal()

    def __init__(
        self, running: Settings, lanes: Lanes, note: Callable[[str, str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._running = running
        self._lanes = lanes
        self._note = note
        self._held: dict[str, Held] = {}
        self._forced: frozenset[str] | None = None
        self._can_undo = False
        self._in_force: dict[str, Any] = {}

    @property
    def held(self) -> Mapping[str, Held]:
        """Every setting by its key; empty until it was read."""
        return self._held

    @property
    def running(self) -> Settings:
        """What this run was started with."""
        return self._running

    @property
    def pending(self) -> bool:
        """Something holds only after a restart."""
        return any(h.pending for h in self._held.values())

    @property
    def can_undo(self) -> bool:
        """There is a last change."""
        return self._can_undo

    def in_force(self, key: str, value: Any) -> None:
        """The running kiosk has this value now, whatever it was started with."""
        self._in_force[key] = value

    def refresh(self) -> None:
        """Read them again; `changed` follows."""
        data = self._running.data_dir
        self._lanes.run("io", lambda: _read(data), lambda r: self._known(r, None))

    def put(self, changes: Mapping[str, Any], done: Callable[[Result[None]], None] | None = None) -> None:
        """Change settings together; None takes the glass's word back.

        Args:
            changes: strings or typed values, as `KIOSK_…` and TOML have them.
            done: hears `BAD_SETTING`, `DISK_FAILED`, or that it is on the disk.
        """
        data = self._running.data_dir
        self._before_the_first()
        self._lanes.run("io", lambda: _save(data, changes), lambda r: self._known(r, done, changes))

    def undo(self, done: Callable[[Result[None]], None] | None = None) -> None:
        """Take the last change back; once more brings it again."""
        data = self._running.data_dir
        self._before_the_first()
        self._lanes.run("io", lambda: _swap(data), lambda r: self._known(r, done, {"undo": ""}))

    def _before_the_first(self) -> None:
        """What this run was told is known by comparing before anything was changed."""
        if self._forced is None:
            self.refresh()

    def _known(
        self, result: Result[_Read], done: Callable[[Result[None]], None] | None, changes: Mapping[str, Any] = {}
    ) -> None:
        if not isinstance(result, Err):
            self._take(result.value)
            secret = {k.name for k in KEYS if k.secret}
            for key, value in changes.items():
                shown = "…" if key in secret else value if value is not None else "-"
                self._note("settings", f"{key} = {shown}"[:200])
            self.changed.emit()
        if done is not None:
            done(result if isinstance(result, Err) else Ok(None))
        elif isinstance(result, Err):
            raise result.error

    def _now(self, name: str) -> Any:
        return self._in_force.get(name, getattr(self._running, name))

    def _take(self, read: _Read) -> None:
        if self._forced is None:
            # What this run was told on its command line, or by whoever built it: a file cannot say otherwise.
            self._forced = frozenset(k.name for k in KEYS if self._now(k.name) != read.values[k.name])
        held = {}
        for key in KEYS:
            name = key.name
            now = self._now(name)
            if name in self._forced:
                held[name] = Held(name, now, "line", "", pending=False)
            else:
                value = read.values[name]
                held[name] = Held(name, value, read.where[name], read.origin[name], pending=value != now)
        self._held, self._can_undo = held, read.before


@dataclass(frozen=True, slots=True)
class _Read:
    values: Mapping[str, Any]
    where: Mapping[str, Where]
    origin: Mapping[str, str]
    before: bool


def _read(data: Path) -> _Read:
    loaded = load(overrides={"data_dir": str(data)})
    glass = {str(data / NAME), str(data / BEFORE)}

    def where(origin: str) -> Where:
        if origin == "default":
            return "default"
        if origin.startswith("KIOSK_"):
            return "environment"
        if origin.startswith("--"):
            return "line"
        return "glass" if origin in glass else "file"

    values = {k.name: getattr(loaded.settings, k.name) for k in KEYS}
    return _Read(values, {k: where(o) for k, o in loaded.origin.items()}, dict(loaded.origin), (data / BEFORE).exists())


def _save(data: Path, changes: Mapping[str, Any]) -> _Read:
    known = {k.name: k for k in KEYS if k.name not in NOT_HERE}
    layer = read_glass(data).layer
    said = {name: raw for name, raw in layer.said.items() if _usable(layer, name)}
    for name, raw in changes.items():
        if raw is None:
            said.pop(name, None)
        else:
            said[name] = _checked(known[name], raw)
    text = HEAD + "".join(f"{name} = {toml_value(value)}\n" for name, value in said.items())
    tomllib.loads(text)
    _write(data / BEFORE, layer.text or HEAD)
    _write(data / NAME, text)
    return _read(data)


def _usable(layer: Layer, name: str) -> bool:
    """What cannot be used was told, and goes with the next change."""
    try:
        judge(layer, name, layer.said[name])
    except ConfigError:
        return False
    return True


def _swap(data: Path) -> _Read:
    now, before = read_glass(data).layer.text or HEAD, whole(data / BEFORE).text or HEAD
    _write(data / NAME, before)
    _write(data / BEFORE, now)
    return _read(data)


def _checked(key: Key, raw: Any) -> Any:
    try:
        return key.parse(raw)
    except UnacceptableError as error:
        raise ConfigError(
            "BAD_SETTING",
            Text("这个值不能用。", "This value cannot be used."),
            Text(f"可以是：{key.allowed.zh}。", f"Allowed: {key.allowed.en}."),
        ) from error


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(file, text.encode("utf-8"), mode=0o600)
    except OSError as error:
        raise disk_failed(str(file), error) from error
