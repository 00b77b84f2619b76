#!/usr/bin/env python3
"""Build the films and sound programmes of this pack: `python make.py [--only ID] [--out DIR]`.

Each folder of `segments/` holds `script.yaml` and art; beside them appear `video.mp4` or `audio.m4a` and the captions in
both languages. A programme whose script, art and maker have not changed is left alone. Needs ffmpeg and espeak-ng.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import yaml
from film import picture, script, speech, subtitles
from film.palette import NoFontError

HERE = Path(__file__).resolve().parent
DATA_ERROR, UNAVAILABLE = 65, 69  # sysexits: EX_DATAERR, EX_UNAVAILABLE
NEEDS = {"ffmpeg": "ffmpeg", "espeak-ng": "espeak-ng"}
OPENING_S, TAIL_S, SOUND_OPENING_S = 2.6, 2.2, 2.8


def main() -> int:
    """Build what is asked for; the number of seconds each took is printed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--only", metavar="ID", action="append", help="build this programme; may be given more than once"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="write to DIR/ID instead of the segment folders")
    asked = parser.parse_args()
    if missing := [program for program in NEEDS if shutil.which(program) is None]:
        packages = " ".join(NEEDS[program] for program in missing)
        print(f"{' and '.join(missing)} not found: install with “apt install {packages}”.", file=sys.stderr)
        return UNAVAILABLE
    known = {script.parent.name: script.parent for script in sorted((HERE / "segments").glob("*/script.yaml"))}
    if strange := [name for name in asked.only or () if name not in known]:
        parser.error(f"no such programme: {', '.join(strange)} (there are {', '.join(known)})")
    jobs = [(known[name], (asked.out / name) if asked.out else known[name]) for name in asked.only or known]
    try:
        with ProcessPoolExecutor(2) as pool:
            for line in pool.map(make, *zip(*jobs, strict=True)):
                print(line, flush=True)
    except (ValueError, yaml.YAMLError) as error:
        print(f"mend the script: {error}", file=sys.stderr)
        return DATA_ERROR
    except NoFontError as error:
        print(error, file=sys.stderr)
        return UNAVAILABLE
    return 0


def make(folder: Path, out: Path) -> str:
    """Build one programme unless it is up to date; returns what was done in one line."""
    stamp, wanted = out / ".made", fingerprint(folder)
    if (
        stamp.is_file()
        and stamp.read_text("ascii") == wanted
        and all((out / name).is_file() for name in products(folder))
    ):
        return f"{folder.name}: up to date"
    began = time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    told = script.load(folder / "script.yaml")
    track = speech.record(told.scenes, OPENING_S if told.film else SOUND_OPENING_S, TAIL_S)
    if told.film:
        picture.encode_film(told, track, folder, out / "video.mp4")
    else:
        picture.encode_sound(track, out / "audio.m4a")
    for lang in ("zh", "en"):
        (out / f"captions.{lang}.vtt").write_text(subtitles.webvtt(track.lines, lang), "utf-8")
    stamp.write_text(wanted, "ascii")
    return f"{folder.name}: {track.duration_ms / 1000:.1f} s made in {time.monotonic() - began:.1f} s"


def products(folder: Path) -> tuple[str, ...]:
    """Files a built programme has."""
    media = "video.mp4" if "opening:" in (folder / "script.yaml").read_text("utf-8") else "audio.m4a"
    return (media, "captions.zh.vtt", "captions.en.vtt")


def fingerprint(folder: Path) -> str:
    """Hash of everything the programme is made from."""
    inputs = [
        folder / "script.yaml",
        *sorted(folder.glob("*.svg")),
        HERE / "make.py",
        *sorted((HERE / "film").glob("*.py")),
    ]
    inputs += sorted((HERE / "art").glob("*.svg"))
    digest = hashlib.sha256()
    for file in inputs:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
