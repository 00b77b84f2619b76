"""A small union: two packs built from real sources, a shared folder, and a kiosk that trusts it. All on the real path."""

from __future__ import annotations

import math
import re
import shutil
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.text import Lang
from kiosk.kinds import discover
from kiosk.packs.report import SyncReport
from kiosk.samples import PUBLISHER, Samples, bring, build_packs, content_folder, publish_packs

STORIES = ("wang-jin-xi", "xu-zhen-chao", "gao-feng-lin")
EXAMPLES = Path(__file__).parents[2] / "kiosk" / "kinds"
ACROSS = """\
playlists:
  - {id: may-day, title: {zh: 五一认识三个人, en: Three for May Day}, festival: may-day,
     items: [wang-jin-xi, xu-zhen-chao, gao-feng-lin]}
  - {id: any-time, title: {zh: 随时看看, en: Any time}, items: [gao-feng-lin, wang-jin-xi]}
days:
  - {date: 1923-10-08, text: {zh: 王进喜生于甘肃玉门, en: Wang Jinxi is born}, item: wang-jin-xi, source: 生平}
"""
_RATE = 22_050
_MS_A_CHARACTER = 25


class Beeper:
    """A speech engine that beeps, the longer the sentence the longer."""

    def name(self, lang: Lang) -> str:
        """Never changes, so nothing is made twice."""
        return f"beeper {lang}"

    def say(self, sentence: str, lang: Lang, wav: Path) -> None:
        """Write the beep."""
        count = _RATE * _MS_A_CHARACTER * len(sentence) // 1000
        with wave.open(str(wav), "wb") as out:
            out.setparams((1, 2, _RATE, count, "NONE", ""))
            out.writeframes(array("h", (int(8000 * math.sin(n / 9)) for n in range(count))).tobytes())


@dataclass(frozen=True)
class Union:
    """Sources, shared folder and kiosk of a test."""

    samples: Samples

    @property
    def data(self) -> Path:
        """The kiosk's data folder."""
        return self.samples.data

    def publish(self, pack: str) -> None:
        """Build one pack from its sources and publish it."""
        from kiosk.authoring.build import build
        from kiosk.packs.publisher.keys import open_keys
        from kiosk.packs.publisher.publish import add

        built = build(self.samples.content / pack, self.samples.built, discover())
        add(self.samples.share, PUBLISHER, built.folder, open_keys(self.samples.keys, PUBLISHER))

    def sync(self) -> SyncReport:
        """Bring the kiosk up to date."""
        return bring(self.samples)

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a source and raise its pack's version by one."""
        path = self.samples.content / file
        before = path.read_text("utf-8")
        assert old in before
        path.write_text(before.replace(old, new), "utf-8")
        head = self.samples.content / file.split("/", maxsplit=1)[0] / "pack.yaml"
        lines = head.read_text("utf-8").splitlines()
        head.write_text("\n".join(_raised(line) for line in lines) + "\n", "utf-8")

    def copy(self, place: Path, lived: bool = False) -> Union:
        """The same union elsewhere, to be changed; with what its kiosk `lived` through, or with its content alone."""

        def passed_over(folder: str, names: list[str]) -> set[str]:
            return set(names) - {"store", "catalog"} if Path(folder) == self.data and not lived else set()

        shutil.copytree(self.samples.place, place, ignore=passed_over)
        shutil.copytree(self.samples.content, place / "content", dirs_exist_ok=True)
        made = Union(Samples(place / "content", place))
        # The catalog names files by where they are.
        from kiosk.library import refresh_catalog
        from kiosk.packs.store import Store

        store = Store(made.data / "store")
        refresh_catalog(store, made.data / "catalog", force=True)
        store.close()
        return made


def _raised(line: str) -> str:
    return f"version: {int(line.split()[1]) + 1}" if line.startswith("version:") else line


def make_union(place: Path) -> Union:
    """Build, publish, trust and sync; takes some seconds."""
    content = place / "content"
    _stories(content / "model-workers")
    _examples(content / "examples")
    samples = Samples(content, place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    report = bring(samples)
    assert report.problem is None
    return Union(samples)


def _stories(folder: Path) -> None:
    source = content_folder() / "model-workers"
    made = shutil.ignore_patterns("narration*", ".cache")
    folder.mkdir(parents=True)
    head = (source / "pack.yaml").read_text("utf-8").partition("\nplaylists:")[0]
    (folder / "pack.yaml").write_text(f"{head}\n{ACROSS}", "utf-8")
    for story in STORIES:
        shutil.copytree(source / "stories" / story, folder / "stories" / story, ignore=made)
        index = folder / "stories" / story / "index.md"
        others = ", ".join(s for s in STORIES if s != story)
        index.write_text(re.sub(r"(?m)^related: .*$", f"related: [{others}]", index.read_text("utf-8")), "utf-8")
    if shutil.which("ffmpeg"):
        from kiosk.authoring.narrate import narrate

        narrate(folder, discover(), Beeper(), only=("xu-zhen-chao",))


def _examples(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "id: examples\ntitle: {zh: 示例, en: Examples}\nversion: 1\nlanguages: [zh, en]\n", "utf-8"
    )
    for kind in discover().values():
        example = EXAMPLES.joinpath(*kind.view_model.split(":")[0].split(".")[2:-1], "example")
        shutil.copytree(example, folder / f"{kind.key}s" / f"example-{kind.key}")
