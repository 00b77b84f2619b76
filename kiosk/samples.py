"""The sample packs on the real path.

Sources are checked, built, signed with fresh keys, published to a folder, trusted and synced, exactly as a union would do it.

Used by `kiosk demo`, `kiosk tour` without a library of its own, and the tests.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.core.errors import ConfigError, KioskError, StorageError
from kiosk.core.text import Text
from kiosk.packs.report import SyncReport

_log = logging.getLogger(__name__)
PUBLISHER = "pioneer"
INSTALLED = "_content"
"""Where a wheel keeps the sources of the sample packs."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Where the demonstration lives.

    Args:
        content: folder of pack sources.
        place: folder of everything that is made; disposable.
    """

    content: Path
    place: Path

    @property
    def share(self) -> Path:
        """The "shared folder" that the kiosk syncs from."""
        return self.place / "share"

    @property
    def keys(self) -> Path:
        """Keys of the demonstration's publisher."""
        return self.place / "keys"

    @property
    def data(self) -> Path:
        """The kiosk's data folder."""
        return self.place / "kiosk"

    @property
    def built(self) -> Path:
        """Built packs."""
        return self.place / "packs"


def content_folder() -> Path:
    """Sources of the sample packs: in a checkout, or inside the installed package."""
    package = Path(__file__).resolve().parent
    inside = package / INSTALLED
    return inside if inside.is_dir() else package.parent / "content"


def default_place() -> Path:
    """`build/demo` of a checkout, else a folder of this user."""
    root = Path(__file__).resolve().parent.parent
    if (root / "pyproject.toml").is_file():
        return root / "build" / "demo"
    from kiosk.settings import data_dir

    return data_dir() / "demo"


def prepare(samples: Samples, say: Callable[[Text], None] = lambda _: None) -> bool:
    """Make the demonstration ready; returns False when it already was.

    Raises:
        KioskError: a pack has mistakes, or a folder cannot be written.
    """
    if not samples.content.is_dir():
        raise ConfigError(
            "NO_SAMPLES",
            Text("这里没有样例内容的源文件。", "The sources of the sample packs are not here."),
            Text("在装有 pip 安装版的电脑上运行 kiosk demo；展播机只同步发布好的内容包。",
                 "Run kiosk demo where the program was installed with pip; a kiosk syncs published packs."),
        )  # fmt: skip
    samples = _writable(samples)
    stamp = samples.place / "stamp"
    wanted = _fingerprint(samples.content)
    try:
        if stamp.read_text("utf-8") == wanted:
            return False
    except OSError:
        pass
    try:
        samples.place.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        for folder in (samples.share, samples.keys, samples.data / "store", samples.data / "catalog"):
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise StorageError(
            "CANNOT_WRITE",
            Text(f"写不进 {samples.place}：{error.strerror}。", f"Cannot write to {samples.place}: {error.strerror}."),
            Text("换一个文件夹，或检查权限和空间。", "Choose another folder, or check permissions and space."),
        ) from error
    make_media(samples.content, say)
    folders = build_packs(samples, say)
    publish_packs(samples, folders, say)
    report = bring(samples)
    if report.problem is not None:
        raise report.problem
    # Media made meanwhile belong to the sources now.
    stamp.write_text(_fingerprint(samples.content), "utf-8")
    return True


def _writable(samples: Samples) -> Samples:
    """Sources inside an installed package are copied out first: films and narration are made beside them."""
    if samples.content.name != INSTALLED:
        return samples
    copy = samples.place / "content"
    try:
        shutil.copytree(samples.content, copy, dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        raise StorageError(
            "CANNOT_WRITE",
            Text(f"写不进 {copy}：{error}。", f"Cannot write to {copy}: {error}."),
            Text("换一个文件夹，或检查权限和空间。", "Choose another folder, or check permissions and space."),
        ) from error
    return replace(samples, content=copy)


def make_media(content: Path, say: Callable[[Text], None]) -> None:
    """Make what is not kept in the sources: films and narration. Without the tools the packs do without them."""
    maker = content / "times-pioneer" / "make.py"
    if maker.is_file():
        if shutil.which("ffmpeg") and shutil.which("espeak-ng"):
            say(Text("制作节目……", "Making the programmes ..."))
            subprocess.run([sys.executable, str(maker)], check=True, stdout=subprocess.DEVNULL)
        else:
            say(
                Text(
                    "没有 ffmpeg 或 espeak-ng，节目和朗读先空着。装好后再运行一次就有了。",
                    "Without ffmpeg and espeak-ng there are no programmes and no narration. Install them and run again.",
                )
            )
            return
    from kiosk.authoring.narrate import narrate
    from kiosk.authoring.speech import EspeakEngine
    from kiosk.kinds import discover

    for folder in sources(content):
        say(Text(f"录制朗读 {folder.name}……", f"Narrating {folder.name} ..."))
        narrate(folder, discover(), EspeakEngine())


def sources(content: Path) -> list[Path]:
    """Pack sources, by name."""
    return sorted(p.parent for p in content.glob("*/pack.yaml"))


def build_packs(samples: Samples, say: Callable[[Text], None]) -> list[Path]:
    """Check and build every pack."""
    from kiosk.authoring.build import build
    from kiosk.kinds import discover

    done = []
    for folder in sources(samples.content):
        say(Text(f"制作内容包 {folder.name}……", f"Building pack {folder.name} ..."))
        done.append(_build_what_can_be(build, folder, samples.built, discover()))
    return [folder for folder in done if folder is not None]


def _build_what_can_be(build: Callable[..., Any], folder: Path, out: Path, kinds: object) -> Path | None:
    from kiosk.authoring.build import SourceError

    try:
        return Path(build(folder, out, kinds).folder)
    except SourceError as error:
        media_missing = all(f.code == "missing-file" for f in error.findings.errors)
        if media_missing and not (shutil.which("ffmpeg") and shutil.which("espeak-ng")):
            _log.info("pack %s waits for its media", folder.name)
            return None
        for finding in error.findings.errors:
            _log.error("%s", finding.say("en"))
        raise


def publish_packs(samples: Samples, folders: Iterable[Path], say: Callable[[Text], None]) -> None:
    """Sign the packs into the shared folder with fresh keys, and trust them on the demonstration's kiosk."""
    from kiosk.packs.publisher.keys import open_keys
    from kiosk.packs.publisher.publish import add, init
    from kiosk.packs.store import Store
    from kiosk.packs.trust import trust_add

    say(Text("签名、发布……", "Signing and publishing ..."))
    made = init(samples.share, PUBLISHER, samples.keys)
    ring = open_keys(samples.keys, PUBLISHER)
    for folder in folders:
        add(samples.share, PUBLISHER, folder, ring)
    store = Store(samples.data / "store")
    trust_add(store, made.root, made.fingerprint)
    store.close()


def bring(samples: Samples) -> SyncReport:
    """Sync the demonstration's kiosk from its shared folder and refresh its catalog."""
    from kiosk.library import refresh_catalog
    from kiosk.packs.source import open_source
    from kiosk.packs.store import Store
    from kiosk.packs.sync import sync

    store = Store(samples.data / "store")
    try:
        report = sync(store, open_source(str(samples.share)))
        refresh_catalog(store, samples.data / "catalog")
        return report
    finally:
        store.close()


def _fingerprint(content: Path) -> str:
    """Changes when a source file, or the program that builds it, changes."""
    h = hashlib.sha256()
    package = Path(__file__).resolve().parent
    watched = [*content.rglob("*"), *(package / "authoring").rglob("*.py"), *(package / "kinds").rglob("*.py"),
               *(package / "catalog").rglob("*.py"), *(package / "core").rglob("*.py")]  # fmt: skip
    for path in sorted(watched):
        if path.is_file() and "__pycache__" not in path.parts and ".cache" not in path.parts:
            stat = path.stat()
            h.update(f"{path.name}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return h.hexdigest()


__all__ = ["KioskError", "Samples", "bring", "content_folder", "default_place", "prepare"]
