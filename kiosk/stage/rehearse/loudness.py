"""How loud a sound is: gated mean level and peak, after ITU-R BS.1770 without its frequency weighting. Pure.

The level is comparable between films of speech to about a loudness unit; it is no certificate for broadcasting.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from operator import mul

from kiosk.core.text import Text
from kiosk.stage.rehearse.model import Finding

RATE = 16_000
"""Samples a second, one channel, 16 bit: what `Meter` is fed."""
BLOCK = RATE * 2 // 5
"""0.4 s."""
SILENCE = -70.0
QUIET, LOUD, CLIPPED = -35.0, -10.0, -0.1
"""dBFS: nobody at the back hears it; it hurts; it is distorted."""


@dataclass(slots=True)
class Meter:
    """Fed with samples, it tells level and peak."""

    _blocks: list[float]
    _rest: array[int]
    _peak: int

    @classmethod
    def new(cls) -> Meter:
        """One that has heard nothing."""
        return cls([], array("h"), 0)

    def feed(self, samples: bytes) -> None:
        """More 16 bit samples of one channel, in this machine's byte order."""
        self._rest.frombytes(samples[: len(samples) // 2 * 2])
        while len(self._rest) >= BLOCK:
            block, self._rest = self._rest[:BLOCK], self._rest[BLOCK:]
            self._take(block)

    def _take(self, block: array[int]) -> None:
        self._blocks.append(sum(map(mul, block, block)) / len(block) / 32768.0**2)
        self._peak = max(self._peak, abs(max(block)), abs(min(block)))

    @property
    def peak(self) -> float:
        """Largest sample in dBFS; -inf for silence."""
        if self._rest:
            rest, self._rest = self._rest, array("h")
            self._take(rest)
        return 20 * math.log10(self._peak / 32768) if self._peak else -math.inf

    @property
    def level(self) -> float:
        """Gated mean in dBFS; -inf for silence."""
        _ = self.peak
        heard = [b for b in self._blocks if b > 0 and _db(b) > SILENCE]
        if not heard:
            return -math.inf
        gate = _db(math.fsum(heard) / len(heard)) - 10
        loud = [b for b in heard if _db(b) >= gate]
        return _db(math.fsum(loud) / len(loud))


def _db(power: float) -> float:
    return 10 * math.log10(power)


def judged(level: float, peak: float) -> Finding:
    """What the speaker should know about it."""
    if level == -math.inf:
        return Finding("loudness", "note", Text("没有声音", "No sound"))
    zh, en = f"响度 {level:.0f}，峰值 {peak:.1f} dB", f"Level {level:.0f}, peak {peak:.1f} dB"
    if level < QUIET:
        return Finding("loudness", "bad", Text(f"声音太小：{zh}", f"Too quiet: {en}"))
    if level > LOUD or peak > CLIPPED:
        return Finding("loudness", "note", Text(f"声音太大：{zh}", f"Too loud: {en}"))
    return Finding("loudness", "good", Text(zh, en))
