"""From a script and its recorded track to frames, and from frames to a file."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from film.camera import Camera
from film.lettering import Lettering
from film.palette import FPS, HEIGHT, INKS, WIDTH
from film.script import Script, Shot
from film.sheet import load
from film.speech import Track
from film.tally import Tally


def cut_list(script: Script, track: Track) -> list[tuple[Shot, int]]:
    """Every shot with its length in frames; scenes change where their first sentence begins."""
    edges = [start * FPS // 1000 for start in track.scenes] + [track.duration_ms * FPS // 1000]
    assert script.opening is not None
    shots = [(script.opening, edges[0])]
    for scene, begin, end in zip(script.scenes, edges, edges[1:], strict=False):
        whole, passed, at = sum(shot.share for shot in scene.shots), 0.0, begin
        for shot in scene.shots:
            passed += shot.share
            until = begin + round((end - begin) * passed / whole)
            shots.append((shot, until - at))
            at = until
    return shots


def frames(shot: Shot, length: int, folder: Path) -> Iterator[bytes]:
    """The frames of one shot as RGB bytes; a frame that looks like the one before is not drawn again."""
    words = Lettering(shot.words)
    source: Camera | Tally | None = None
    if shot.count:
        source = Tally(shot, shot.count, folder)
    elif shot.art:
        source = Camera(shot, load(folder / shot.art), length)
    blank = Image.new("RGB", (WIDTH, HEIGHT), INKS[shot.ground])
    last: object = None
    data = b""
    for frame in range(length):
        state = (source.state(frame) if source else None, words.state(frame))
        if state != last:
            picture = source.draw(frame) if source else blank.copy()
            words.draw(picture, frame)
            data, last = picture.tobytes(), state
        yield data


def encode_film(script: Script, track: Track, folder: Path, out: Path) -> None:
    """Write H.264 and AAC; `out` appears only when it is whole.

    Raises:
        subprocess.CalledProcessError: ffmpeg failed; its words are on stderr.
    """
    sound = out.with_suffix(".wav")
    part = out.with_suffix(".part.mp4")
    sound.write_bytes(track.wav())
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-y",
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-s",
        f"{WIDTH}x{HEIGHT}",
        "-r",
        str(FPS),
    ]
    command += ["-i", "-", "-i", str(sound), "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"]
    command += ["-c:v", "libx264", "-profile:v", "high", "-preset", "veryfast", "-crf", "23", "-g", str(FPS * 4)]
    command += ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
    command += [
        "-c:a",
        "aac",
        "-b:a",
        "96k",
        "-ar",
        "44100",
        "-map_metadata",
        "-1",
        "-movflags",
        "+faststart",
        str(part),
    ]
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            assert encoder.stdin is not None
            for shot, length in cut_list(script, track):
                for data in frames(shot, length, folder):
                    encoder.stdin.write(data)
            encoder.stdin.close()
        if encoder.returncode:
            raise subprocess.CalledProcessError(encoder.returncode, command)
        part.replace(out)
    finally:
        sound.unlink()
        part.unlink(missing_ok=True)


def encode_sound(track: Track, out: Path) -> None:
    """Write mono AAC.

    Raises:
        subprocess.CalledProcessError: ffmpeg failed; its words are on stderr.
    """
    part = out.with_suffix(".part.m4a")
    command = ["ffmpeg", "-v", "error", "-y", "-f", "wav", "-i", "-", "-c:a", "aac", "-b:a", "64k", "-ac", "1"]
    command += ["-ar", "44100", "-map_metadata", "-1", "-movflags", "+faststart", str(part)]
    try:
        subprocess.run(command, input=track.wav(), check=True)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
