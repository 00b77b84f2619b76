"""The kiosk's USB ports: folders stand for sticks."""

from __future__ import annotations

import threading
from pathlib import Path

from kiosk.packs.volumes import Volume, carries_packs


class Ports:
    """What is mounted, and which of it hangs when it is asked."""

    def __init__(self) -> None:
        self.volumes: tuple[Volume, ...] = ()
        self.listed = 0
        self.hung = threading.Event()
        self.hangs: set[Path] = set()

    def list(self) -> tuple[Volume, ...]:
        self.listed += 1
        return self.volumes

    def plug(self, path: Path, device: str = "/dev/sdb1") -> None:
        self.volumes = (*self.volumes, Volume(path, device, "sdb", removable=True))

    def pull(self, path: Path) -> None:
        self.volumes = tuple(v for v in self.volumes if v.mount != path)

    def carries(self, path: Path) -> bool:
        if path in self.hangs:
            self.hung.wait()
        return carries_packs(path)
