"""A virtual X display whose pixels can be read without being its client: Xvfb keeps its frame buffer in a file."""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.debian import ensure

SIZE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Display:
    """A running display.

    Args:
        name: for `DISPLAY`.
        pixels: the frame buffer, an XWD file.
    """

    name: str
    pixels: mmap.mmap

    @classmethod
    @contextmanager
    def open(cls, folder: Path, size: tuple[int, int] = SIZE) -> Iterator[Display]:
        """Start Xvfb and stop it at the end.

        Args:
            folder: for its frame buffer.
            size: of its screen, pixels.

        Raises:
            RuntimeError: it is not there, or does not start.
        """
        if missing := ensure("Xvfb", "xvfb"):
            raise RuntimeError(missing)
        read, write = os.pipe()
        screen = f"{size[0]}x{size[1]}x24"
        server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                screen,
                "-fbdir",
                str(folder),
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        try:
            with os.fdopen(read) as said:
                number = said.readline().strip()
            if not number:
                raise RuntimeError("Xvfb does not start")
            with (folder / "Xvfb_screen0").open("rb") as file:
                yield cls(f":{number}", mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
        finally:
            server.terminate()
            server.wait(10)

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green and blue of a pixel."""
        head = struct.unpack(">25I", self.pixels[:100])
        at = head[0] + head[19] * 12 + y * head[12] + x * 4
        blue, green, red = self.pixels[at : at + 3]
        return red, green, blue

    def wait_for(self, x: int, y: int, colour: tuple[int, int, int], seconds: float) -> bool:
        """Look at a pixel each millisecond until it has that colour; False when it never does."""
        end = time.monotonic() + seconds
        while self.pixel(x, y) != colour:
            if time.monotonic() > end:
                return False
            time.sleep(0.001)
        return True
