"""Wrong tries of the PIN, kept on the disk: switching the kiosk off does not give new ones."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.packs.durable import write_durably
from kiosk.packs.errors import disk_failed
from kiosk.settings.pin import TRIES, Answer, Tries, locked_seconds, same_pin, tries_left
from kiosk.settings.roles import ROLES, Role
from kiosk.state.setupcode import same_code


class PinTries:
    """The door.

    Args:
        hashed: the hash of each role that has a PIN, or the administrator's alone; while there is none, the setup code
            of this kiosk opens.
        data: the data folder; the count lies in its `pin.json`.
        now: wall clock, seconds since 1970.
    """

    def __init__(self, hashed: str | Mapping[Role, str], data: Path, now: Callable[[], float] = time.time) -> None:
        whole: Mapping[Role, str] = {"it": hashed} if isinstance(hashed, str) else hashed
        self._hashed = {role: one for role, one in whole.items() if one}
        self._data = data
        self._path = data / "pin.json"
        self._now = now

    def look(self) -> Answer:
        """Whether a PIN may be tried now.

        Raises:
            StorageError: `DISK_FAILED`.
        """
        return self._answer(self._read(), ok=False)

    def enter(self, pin: str) -> Answer:
        """Try one. The try counts on the disk before it is looked at.

        Raises:
            StorageError: `DISK_FAILED`; nobody is let in.
        """
        tries = self._read()
        if locked_seconds(tries, self._now()):
            return self._answer(tries, ok=False)
        tries = Tries(tries.wrong + 1, self._now())
        self._write(tries)
        role = self._whose(pin)
        if role is None:
            return self._answer(tries, ok=False)
        self._write(Tries())
        return self._answer(Tries(), ok=True, role=role)

    def _whose(self, pin: str) -> Role | None:
        """The role whose PIN it is, the highest one when two have the same."""
        if not self._hashed:
            return "it" if same_code(self._data, pin) else None
        found = [role for role in reversed(ROLES) if role in self._hashed and same_pin(pin, self._hashed[role])]
        return found[0] if found else None

    def _answer(self, tries: Tries, *, ok: bool, role: Role | None = None) -> Answer:
        now = self._now()
        return Answer(ok, tries_left(tries, now), locked_seconds(tries, now), role)

    def _read(self) -> Tries:
        try:
            raw = json.loads(self._path.read_text("utf-8"))
            return Tries(int(raw["wrong"]), float(raw["at"]))
        except FileNotFoundError:
            return Tries()
        except (ValueError, TypeError, KeyError):
            damaged = Tries(TRIES, self._now())  # whoever damaged it waits
            self._write(damaged)
            return damaged
        except OSError as error:
            raise disk_failed(str(self._path), error) from error

    def _write(self, tries: Tries) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self._path, json.dumps({"wrong": tries.wrong, "at": tries.at}).encode(), mode=0o600)
        except OSError as error:
            raise disk_failed(str(self._path), error) from error
