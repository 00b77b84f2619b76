"""Speed, share and time left, from the lines a child prints."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.core.text import Text
from kiosk.state.contentwords import left
from kiosk.state.progress import Job, began, ended, heard


def line(done: int, total: int = 1000, phase: str = "copy") -> dict[str, Any]:
    return {"phase": phase, "pack": "may-day", "done_bytes": done, "total_bytes": total}


def steady(rate: float, seconds: float, step: float = 0.25, total: int = 10**9, start: int = 0) -> Job:
    job, at = heard(began("bring", "/s"), line(start, total), 100.0), 0.0
    while at < seconds:
        at += step
        job = heard(job, line(start + int(rate * at), total), 100.0 + at)
    return job


def test_verifying_is_checking() -> None:
    job = heard(began("bring", "/s"), line(0, 0, "verify"), 1.0)
    assert (job.phase, job.share, job.seconds_left) == ("checking", 0.0, -1)


def test_a_steady_copy() -> None:
    job = steady(20e6, 5)
    assert job.phase == "copying"
    assert job.speed == pytest.approx(20e6, rel=0.01)
    assert job.seconds_left == pytest.approx((10**9 - 100e6) / 20e6, abs=1)
    assert job.share == pytest.approx(0.1, abs=0.001)


def test_what_was_copied_before_is_no_speed() -> None:
    job = steady(1e6, 3, start=900_000_000)
    assert job.speed == pytest.approx(1e6, rel=0.01)
    assert job.share > 0.9


def test_no_time_left_is_said_too_early() -> None:
    assert steady(20e6, 1).seconds_left == -1
    assert steady(20e6, 2).seconds_left > 0


def test_a_stall_is_smoothed_then_seen() -> None:
    job = steady(20e6, 5)
    at = 105.25
    speeds = []
    for _ in range(40):
        job = heard(job, line(job.done, job.total), at)
        speeds.append(job.speed)
        at += 0.25
    assert speeds[0] > 15e6
    assert speeds == sorted(speeds, reverse=True)
    assert speeds[-1] < 2e6


def test_many_lines_at_once_do_not_jump() -> None:
    job = steady(20e6, 5)
    assert heard(job, line(job.done + 5_000_000, job.total), 105.1).speed == job.speed


@pytest.mark.parametrize(
    "said", [{}, {"phase": "copy", "done_bytes": "x"}, {"phase": "copy", "total_bytes": -1}, {"phase": 1}]
)
def test_a_child_that_raves_does_no_harm(said: dict[str, Any]) -> None:
    job = heard(began("bring", "/s"), said, 1.0)
    assert 0.0 <= job.share <= 1.0


def test_ends() -> None:
    job = steady(20e6, 3)
    assert (ended(job, {"changed": True}, None).phase, ended(job, {}, None).share) == ("done", 1.0)
    failed = ended(job, None, {"code": "MEDIUM_REMOVED"})
    assert (failed.phase, failed.done, failed.speed) == ("failed", job.done, 0.0)
    assert ended(job, None, {"code": "X"}, cancelled=True).phase == "idle"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-1, Text("", "")),
        (3, Text("只剩几秒", "a few seconds left")),
        (32, Text("约剩 30 秒", "about 30 seconds left")),
        (58, Text("约剩 1 分钟", "about 1 minute left")),
        (200, Text("约剩 3 分钟", "about 3 minutes left")),
    ],
)
def test_time_left_in_words(seconds: int, said: Text) -> None:
    assert left(seconds) == said
