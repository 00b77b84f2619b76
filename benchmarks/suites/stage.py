"""A lecture on two screens, drawn in software: slide changes, a long PDF, films in presented frames, swaps, two hours."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from benchmarks.bench import Bench, Row
from benchmarks.display import Display
from benchmarks.filmclock import Presented, burned, judged, watched
from benchmarks.library import Pack
from benchmarks.process import report, wait_for_quiet
from kiosk.catalog.build import build
from kiosk.core.blocks import ListBlock, ListItem, Paragraph, Quote, Table
from kiosk.core.codec import encode
from kiosk.core.item import Header, ItemDocument
from kiosk.kinds import discover
from kiosk.kinds.lecture.model import Lecture, Step

PAGES, FILM_SECONDS = 300, 16
TWO_SCREENS, BEAMER_X = (3840, 1080), 1920
FIRST_FRAME, LAST_FRAME = 60, 390
"""Between which frames of the film is counted: after its beginning, before its end."""
FILMS = {"film720": "1280x720", "film1080": "1920x1080"}
CHANGE_MS, PDF_MB, FULL_FPS, LEAST_FPS = 50, 400, 29.5, 24
GROWTH_MB = 15
HERE = "items/long"


def run(bench: Bench) -> list[Row]:
    """Each figure from a process of its own; the long ones once."""
    if shutil.which("ffmpeg") is None:
        return [Row("lecture on stage", None, "", note="ffmpeg is not installed")]
    data = make_lecture(bench.scratch / "lecture")
    frames = bench.scratch / "frames"
    frames.mkdir(exist_ok=True)
    with Display.open(frames, TWO_SCREENS) as display:
        env = dict(bench.env) | {"DISPLAY": display.name}

        def measure(what: str, seconds: float = 120) -> dict[str, float]:
            wait_for_quiet()
            return report("lecture", env, bench.scratch, str(data), what, seconds=seconds)

        changes, pages, swaps = measure("changes"), measure("pages"), measure("swaps")

        def film(name: str) -> Presented:
            with watched(display.pixel, BEAMER_X) as seen:
                measure(name)
            return judged(seen, FIRST_FRAME, LAST_FRAME)

        films = {name: film(name) for name in FILMS}
        hours = measure("hours", 600)
    p95, peak = changes["p95"], pages["peak"]
    full, hd = films["film720"], films["film1080"]
    return [
        Row("slide change to the first changed frame, p95", p95, "ms", goal=f"≤ {CHANGE_MS} ms", holds=p95 <= CHANGE_MS,
            note=f"p50 {changes['p50']:.0f}, most {changes['most']:.0f}, n={changes['n']:.0f}"),
        Row("lecture of a 300-page PDF, memory", peak, "MB", goal=f"≤ {PDF_MB} MB", holds=peak <= PDF_MB),
        Row("film 1280x720 at 30, different frames on the display a second", full.fps, "1/s", goal=f"≥ {FULL_FPS}",
            holds=full.fps >= FULL_FPS and not full.backwards, note=told(full)),
        Row("film 1920x1080 at 30, different frames on the display a second", hd.fps, "1/s", goal=f"≥ {LEAST_FPS}",
            holds=hd.fps >= LEAST_FPS and not hd.backwards, note=told(hd)),
        Row("100 swaps of the screens, memory grown by", swaps["grown"], "MB", goal=f"≤ {GROWTH_MB} MB",
            holds=swaps["grown"] <= GROWTH_MB, note=f"longest {swaps['most']:.0f} ms"),
        Row("two hours of lecture at 20 times, memory grown by", hours["grown"], "MB", goal=f"≤ {GROWTH_MB} MB",
            holds=hours["grown"] <= GROWTH_MB, note=f"{hours['steps']:.0f} steps, {hours['end']:.0f} MB at its end"),
    ]  # fmt: skip


def told(film: Presented) -> str:
    """The rest of what was seen of a film."""
    return f"{film.shown:.0%} of its frames, longest {film.gap:.0f} ms, read from the display's pixels, console open"


def make_lecture(place: Path) -> Path:
    """A data folder with one lecture: slides, two films, a long PDF."""
    place.mkdir(parents=True)
    pack = Pack(place / "blobs")
    pack.write("pack.json", {"id": "bench", "version": 1, "trades": {}})
    made: dict[str, Path] = {"plan.pdf": place / "plan.pdf"}
    made["plan.pdf"].write_bytes(_pdf())
    for name, size in FILMS.items():
        made[f"{name}.mp4"] = _film(place / f"{name}.mp4", size)
    for name, file in made.items():
        pack.link(f"{HERE}/{name}", file)
    lecture = Lecture("讲者", "", 120, tuple(_steps()))
    header = Header(title="长课", display="长课")
    pack.write("items/long/item.zh.json", encode(ItemDocument(1, "lecture", 1, "long", "zh", header, encode(lecture))))
    build([pack], pack.blob, discover(), place / "data" / "catalog", 1)
    return place / "data"


def _steps() -> Iterator[Step]:
    words = "一个集装箱四个角，四个锁孔，一次对上。"
    table = Table(head=("年份", "箱", "说明"), rows=tuple((str(2000 + n), "70.3", words) for n in range(6)))
    points = ListBlock(ordered=True, items=tuple(ListItem(words, words) for _ in range(4)))
    for n in range(4):
        yield Step(f"title{n}", "slide", f"第 {n} 节", layout="title", ground="blue", line=words)
        yield Step(f"text{n}", "slide", f"要点 {n}", layout="text", body=(Paragraph(html=words, text=words), points))
        yield Step(f"table{n}", "slide", f"数字 {n}", layout="table", body=(table,))
    yield Step("quote", "slide", "一句话", layout="quote", body=(Quote(text=words, who="讲者"),))
    for name in FILMS:
        yield Step(name, "segment", name, file=f"{HERE}/{name}.mp4")
    for n in range(1, PAGES + 1):
        yield Step(f"p{n}", "page", f"文稿 {n}", file=f"{HERE}/plan.pdf", page=n, width=1600, height=900)


def _pdf() -> bytes:
    pages = []
    for n in range(PAGES):
        image = Image.new("RGB", (1600, 900), (200 + n % 50, 190, 160 + n % 90))
        pen = ImageDraw.Draw(image)
        for row in range(12):
            pen.rectangle(
                (100, 80 + row * 65, 300 + (n * 37 + row * 211) % 1100, 110 + row * 65), fill=(60, n % 255, 90)
            )
        pages.append(image)
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    return out.getvalue()


def _film(file: Path, size: str) -> Path:
    source = f"testsrc2=s={size}:r=30:d={FILM_SECONDS},{burned()}"
    tone = f"sine=f=440:d={FILM_SECONDS}"
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        source,
        "-f",
        "lavfi",
        "-i",
        tone,
        "-c:v",
        "libx264",
        "-preset",
    ]
    command += ["veryfast", "-crf", "26", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart", str(file)]
    subprocess.run(command, check=True)
    return file
