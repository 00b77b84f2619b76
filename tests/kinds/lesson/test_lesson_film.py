"""A lesson's own film on its wall."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.kiosk import LANDSCAPE, PORTRAIT, Kiosk, running

from kiosk.samples import Samples, bring, build_packs, publish_packs

pytestmark = [
    pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no ffmpeg"),
    pytest.mark.qt_log_ignore("No RHI backend"),
]
FRONT = "---\nkind: lesson\ntitle: 片子\npublished: 2026-11-01\nsources:\n  - {title: 样例}\n---\n介绍。\n"
STEPS = "\n## 看\n\n看一遍。\n\n![转一圈](f.mp4)\n\n## 坏\n\n这段放不出来。\n\n![坏的](g.mp4)\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk with one lesson of two films."""
    place = tmp_path_factory.mktemp("films")
    folder = place / "content/films/items/film"
    folder.mkdir(parents=True)
    (place / "content/films/pack.yaml").write_text(
        "id: films\ntitle: {zh: 片, en: Film}\nversion: 1\nlanguages: [zh]\n", "utf-8"
    )
    (folder / "index.md").write_text(FRONT + STEPS, "utf-8")
    source = ["-f", "lavfi", "-i", "testsrc=s=320x180:r=12:d=2", "-pix_fmt", "yuv420p", "-c:v", "libx264"]
    for name in ("f.mp4", "g.mp4"):
        subprocess.run(["ffmpeg", "-v", "error", *source, "-y", str(folder / name)], check=True)
    samples = Samples(place / "content", place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    assert bring(samples).problem is None
    return samples.data


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object, data: Path) -> Iterator[Kiosk]:
    """At the step with the film."""
    with running(data, request.param) as kiosk:
        kiosk.open("films/film", "lesson.start")
        touch(kiosk, "lesson.go")
        yield kiosk


def vm(k: Kiosk) -> Any:
    return k.app.shell.page.vm


def touch(k: Kiosk, name: str) -> None:
    k.clock.ahead += 1
    k.hand.touch(name)
    k.hand.pump()


def test_it_plays_to_its_end_and_goes_away(k: Kiosk) -> None:
    assert k.shows("看短片：转一圈") and k.hand.find("lesson.film") is None
    touch(k, "lesson.film.toggle")
    k.hand.see("lesson.film")
    assert k.app.shell.page is not None and vm(k).step.filmOn and k.shows("收起短片")
    k.hand.wait(lambda: not vm(k).step.filmOn, "the end of the film")
    assert k.hand.find("lesson.film") is None


def test_it_is_put_away_by_hand_by_back_and_by_going_on(k: Kiosk) -> None:
    touch(k, "lesson.film.toggle")
    k.hand.see("lesson.film")
    touch(k, "lesson.film.toggle")
    assert not vm(k).step.filmOn
    touch(k, "lesson.film.toggle")
    k.hand.see("lesson.film")
    k.hand.touch("nav.back")
    k.hand.pump()
    assert not vm(k).step.filmOn and vm(k).phase == "learn"
    touch(k, "lesson.film.toggle")
    touch(k, "lesson.forward")
    assert not vm(k).step.filmOn and vm(k).at == 1 and vm(k).step.film == "坏的"


def test_a_film_that_cannot_be_played_is_said_and_the_lesson_goes_on(k: Kiosk) -> None:
    touch(k, "lesson.forward")
    touch(k, "lesson.film.toggle")
    k.hand.see("lesson.film")
    vm(k).step.filmFailed()
    assert not vm(k).step.filmOn and k.app.shell.noticeTitle == "这段片子放不出来"
    touch(k, "lesson.forward")
    assert vm(k).phase == "finish"
