"""Case 21: metadata and manifests that were made to hurt. Each is refused, quickly and in little memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tuf.api.metadata import TargetFile

from kiosk.packs.publisher import signing
from kiosk.packs.publisher.repository import Repository

from .world import PUBLISHER, World

SECONDS, MEGABYTES = 1.0, 100
"""Of the processor: another program on the same machine must not fail the test."""

_WORKER = """
import json, sys, time
from pathlib import Path
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync

def peak():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1000

store = Store(Path(sys.argv[1]))
sync(store, FolderSource(Path(sys.argv[2])))  # everything is imported and warm
before, started = peak(), time.process_time()
report = sync(store, FolderSource(Path(sys.argv[3])))
print(json.dumps({
    "seconds": time.process_time() - started,
    "megabytes": peak() - before,
    "errors": [[r.pack, r.error.code] for r in report.results if r.error],
    "live": [[p.pack, p.version] for p in store.live()],
}))
"""


def manifest(**changed: object) -> dict[str, object]:
    return {
        "format": 1, "pack": "may-day", "version": 2, "signed_at": "2026-05-01T08:00:00Z", "min_app": "0.1.0",
        "title": {"zh": "五一", "en": "May Day"}, "files": [], **changed,
    }  # fmt: skip


def entry(n: int) -> dict[str, object]:
    return {"path": f"{n}", "sha256": "0" * 64, "size": 0, "type": "a/b"}


def raw(**changed: object) -> bytes:
    return json.dumps(manifest(**changed), separators=(",", ":")).encode()


MANIFESTS: dict[str, bytes] = {
    "over 8 MB": raw() + b" " * 8 * 1024 * 1024,
    "a million files": raw().replace(b'"files":[]', b'"files":[' + b"{}," * 1_000_000 + b"{}]"),
    "2.7 million files": raw().replace(b'"files":[]', b'"files":[' + b"{}," * 2_700_000 + b"{}]"),
    "many small objects": raw(files=[{"ab": 1}] * 140_000),
    "wide characters": raw(files=[{"ab": 1}] * 140_000)[:-1] + ',"x":"{}😀"}}'.format("x" * 6_500_000).encode(),
    "one file too many": raw(files=[entry(n) for n in range(50_001)]),
    "deep": b"[" * 16_000,
    "very deep": b"[" * 8_000_000,
    "deep objects": b'{"a":' * 1_000_000,
    "15,000 digits": raw().replace(b'"version":2', b'"version":' + b"9" * 15_000),
    "NaN": raw().replace(b'"version":2', b'"version":NaN'),
    "Infinity": raw().replace(b'"version":2', b'"version":-Infinity'),
    "a huge float": raw().replace(b'"version":2', b'"version":1e400'),
    "bad UTF-8": raw().replace(b"May Day", b"May \xff Day"),
    "cut UTF-8": raw()[:-1] + b"\xe4",
    "UTF-16": json.dumps(manifest()).encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf" + raw(),
    "a key twice": raw().replace(b'{"format":1', b'{"format":1,"format":1'),
    "a key twice inside": raw().replace(b'{"zh"', b'{"zh":"x","zh"'),
    "a number for the files": raw(files=7),
    "an object for the files": raw(files={"0": entry(0)}),
    "null for a file": raw(files=[None]),
    "a list for the pack": raw(pack=["may-day"]),
    "true for the version": raw(version=True),
    "half a surrogate": raw(files=[{**entry(0), "path": "\ud800"}]),
    "nothing": b"",
}


def sign(world: World, body: bytes) -> None:
    """Publish any bytes as the manifest of may-day, past the publisher's own checks."""
    repository = Repository(world.repo, PUBLISHER)
    root, state = signing.current_state(repository, world.keys)
    target = TargetFile.from_data("packs/may-day.json", body, ["sha256"])
    (repository.manifests / f"{target.hashes['sha256']}.may-day.json").write_bytes(body)
    signing.commit(repository, world.keys, root, state, {**state.targets.signed.targets, target.path: target}, {})


def measured(world: World, good: Path) -> list[list[str]]:
    """Sync in a process of its own, as the kiosk does; gives the errors."""
    world.store.close()
    done = subprocess.run(
        [sys.executable, "-c", _WORKER, str(world.base / "store"), str(good), str(world.repo)],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["live"] == [["may-day", 1]]
    assert said["seconds"] < SECONDS, said
    assert said["megabytes"] < MEGABYTES, said
    return list(said["errors"])


needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc")


@needs_proc
@pytest.mark.parametrize("name", MANIFESTS)
def test_case_21_a_hostile_manifest(world: World, name: str) -> None:
    """Case 21: signed by the right keys all the same; refused in under a second and 100 MB, the old stays live."""
    world.publish()
    good = world.snapshot("good")
    sign(world, MANIFESTS[name])
    ((pack, code),) = measured(world, good)
    assert (pack, code) == ("may-day", "BAD_PACK")


def long_timestamp(world: World) -> None:
    path = world.metadata / "timestamp.json"
    path.write_bytes(path.read_bytes() + b" " * 20_000)


def endless_targets(world: World) -> None:
    newest = max(world.metadata.glob("*.targets.json"), key=lambda p: int(p.name.split(".")[0]))
    with newest.open("r+b") as file:
        file.truncate(2**40)  # sparse


def deep_root(world: World) -> None:
    (world.metadata / "2.root.json").write_bytes(b"[" * 60_000)


def objects_for_a_root(world: World) -> None:
    (world.metadata / "2.root.json").write_bytes(b'{"signed":' + json.dumps([{}] * 15_000).encode() + b"}")


def digits_in_the_timestamp(world: World) -> None:
    path = world.metadata / "timestamp.json"
    body = path.read_bytes()
    path.write_bytes(re.sub(rb'"version": *[0-9]+', b'"version":' + b"9" * 15_000, body))
    assert path.read_bytes() != body


METADATA: list[Callable[[World], None]] = [
    long_timestamp,
    endless_targets,
    deep_root,
    objects_for_a_root,
    digits_in_the_timestamp,
]


@needs_proc
@pytest.mark.parametrize("harm", METADATA)
def test_case_21_hostile_metadata(world: World, harm: Callable[[World], None]) -> None:
    """Case 21: by somebody without any key."""
    world.publish()
    good = world.snapshot("good")
    world.publish(version=2)
    harm(world)
    ((pack, code),) = measured(world, good)
    assert pack == ""
    assert code in ("DAMAGED_MEDIUM", "UNTRUSTED")
