"""The command line: exit codes, sentences for people, JSON for machines."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.kiosk import shared_union
from support.union import Union

from kiosk import __version__, settings
from kiosk.cli import main
from kiosk.cli.commands import COMMANDS
from kiosk.kinds import discover

Run = Callable[..., "Answer"]


class Answer:
    """What a command said and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in this process."""
    for name in list(os.environ):
        if name.startswith("KIOSK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_LANG", "en")
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path / "data"))

    def run(*words: object) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main([str(w) for w in words])
        said = capsys.readouterr()
        return Answer(int(done.value.code or 0), said.out, said.err)

    return run


def test_help_and_version(kiosk: Run) -> None:
    assert kiosk("--version").out.strip() == f"kiosk, version {__version__}"
    shown = kiosk("--help")
    assert shown.code == 0
    assert all(f"\n  {name} " in shown.out for name in COMMANDS)


@pytest.mark.parametrize("words", [(c, "--help") for c in COMMANDS], ids=COMMANDS)
def test_every_command_explains_itself(kiosk: Run, words: tuple[str, ...]) -> None:
    shown = kiosk(*words)
    assert (shown.code, shown.err) == (0, "")
    assert "Usage:" in shown.out


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["paint"], id="no such command"),
        pytest.param(["--loud"], id="no such option"),
        pytest.param(["sync"], id="an option is missing"),
        pytest.param(["pack", "check"], id="an argument is missing"),
        pytest.param(["pack", "check", "/nowhere/at/all"], id="a folder that is not there"),
        pytest.param(["sync", "--from", ".", "--progress", "xml"], id="no such choice"),
        pytest.param(["pack", "sing", "."], id="no such subcommand"),
    ],
)
def test_wrong_words_are_64(kiosk: Run, words: list[str]) -> None:
    answer = kiosk(*words)
    assert (answer.code, answer.out) == (64, "")
    assert "Error" in answer.err and "Traceback" not in answer.err


BAD = {
    "stories/a/index.md": "---\nkind: story\ntitle: 甲\nera: yesterday\nsources:\n  - title: x\n---\n正文。\n",
    "stories/b/index.md": "---\nkind: sotry\ntitle: 乙\nsources:\n  - title: x\n---\n正文。\n",
    "stories/c/index.md": "---\nkind: story\nsources:\n  - title: x\ncolour: red\n---\n![图](none.jpg)\n",
}


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    folder = tmp_path / "bad"
    for name, words in {
        "pack.yaml": "id: demo\ntitle: {zh: 示例, en: Demo}\nversion: 1\nlanguages: [zh]\n",
        **BAD,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    return folder


def test_a_bad_folder_has_all_its_mistakes_listed_at_once(kiosk: Run, bad: Path) -> None:
    answer = kiosk("pack", "check", bad)
    assert answer.code == 65
    for file, place in {"stories/a/index.md": 4, "stories/b/index.md": 2, "stories/c/index.md": 5}.items():
        assert f"{file}:{place}: " in answer.out
    assert "none.jpg" in answer.out
    assert answer.out.strip().splitlines()[-1].endswith("warnings.")


def test_the_same_in_chinese(kiosk: Run, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_LANG", "zh")
    answer = kiosk("pack", "check", bad)
    assert answer.code == 65
    assert "处错误" in answer.out and "mistakes" not in answer.out


def test_the_same_for_machines(kiosk: Run, bad: Path) -> None:
    answer = kiosk("pack", "check", "--json", bad)
    found = answer.json
    assert answer.code == 65
    assert found["errors"] == sum(f["level"] == "error" for f in found["findings"]) >= 4
    assert found["warnings"] == sum(f["level"] == "warning" for f in found["findings"])
    for finding in found["findings"]:
        assert sorted(finding) == ["code", "file", "hint", "level", "message", "place"]
        assert finding["message"]["zh"] and finding["message"]["en"]


def test_building_a_bad_folder_writes_nothing(kiosk: Run, bad: Path, tmp_path: Path) -> None:
    answer = kiosk("pack", "build", bad, "--out", tmp_path / "out")
    assert answer.code == 65
    assert "stories/a/index.md:4" in answer.out
    assert not (tmp_path / "out").exists() or not any((tmp_path / "out").iterdir())


def test_a_good_folder(kiosk: Run, tmp_path: Path) -> None:
    source = shared_union().samples.content / "examples"
    assert kiosk("pack", "check", source).code == 0
    answer = kiosk("pack", "build", "--json", source, "--out", tmp_path / "out")
    assert answer.code == 0
    assert answer.json["id"] == "examples" and answer.json["version"] == 1
    assert sorted(answer.json["items"]) == sorted(f"example-{key}" for key in discover())
    assert (Path(answer.json["folder"]) / "pack.json").is_file()


@pytest.mark.usefixtures("qapp")
def test_from_keys_to_the_screen(kiosk: Run, tmp_path: Path) -> None:
    """Everything an office types on the first day."""
    built = shared_union().samples.built / "examples"
    repo, keys, data = tmp_path / "share", tmp_path / "keys", tmp_path / "data"
    office = ("--repo", repo, "--publisher", "wuxi", "--keys", keys)
    made = kiosk("publish", "init", *office, "--no-passphrase")
    assert made.code == 0
    fingerprint = made.out.split("wuxi:")[1].split()[0]
    assert "version 1" in kiosk("publish", "add", *office, built).out
    assert "not changed" in kiosk("publish", "add", *office, built).out
    listed = kiosk("publish", "list", "--json", "--repo", repo, "--publisher", "wuxi").json
    assert [(p["pack"], p["version"]) for p in listed] == [("examples", 1)]
    assert listed[0]["files"] > 5 and listed[0]["bytes"] > 1000

    stranger = kiosk("sync", "--data", data, "--from", repo)
    assert "Unknown publisher wuxi" in stranger.err
    root = repo / "publishers" / "wuxi" / "metadata" / "1.root.json"
    wrong = kiosk("trust", "add", "--data", data, root, "--fingerprint", "0000 0000")
    assert (wrong.code, wrong.out) == (77, "")
    assert wrong.err.count("\n") == 1
    assert kiosk("trust", "list", "--data", data, "--json").json == []
    assert kiosk("trust", "add", "--data", data, root, "--fingerprint", *[fingerprint]).code == 0
    (known,) = kiosk("trust", "list", "--data", data, "--json").json
    assert (known["publisher"], known["fingerprint"], known["depth"], known["namespace"]) == (
        "wuxi",
        fingerprint,
        0,
        None,
    )
    assert known["added_at"]
    assert "wuxi" in kiosk("trust", "list", "--data", data).out

    first = kiosk("sync", "--data", data, "--from", repo, "--json")
    assert first.code == 0
    assert first.json["changed"] is True
    assert [(r["pack"], r["code"], r["error"]) for r in first.json["results"]] == [("examples", "live", None)]
    home = json.loads((data / "catalog" / "home.json").read_text("utf-8"))
    assert sum(r["count"] for r in home["rooms"]) == len(discover())
    again = kiosk("sync", "--data", data, "--from", repo)
    assert (again.code, again.out) == (0, "wuxi/examples 1 unchanged.\n")

    assert kiosk("publish", "remove", *office, "examples").code == 0
    assert kiosk("sync", "--data", data, "--from", repo).out == "wuxi/examples withdrawn.\n"
    home = json.loads((data / "catalog" / "home.json").read_text("utf-8"))
    assert home.get("rooms", []) == []
    assert kiosk("trust", "remove", "--data", data, "wuxi").code == 0
    assert kiosk("trust", "list", "--data", data, "--json").json == []


def test_progress_for_the_screen_is_one_json_a_line(kiosk: Run, own_union: Union) -> None:
    own_union.edit("examples/storys/example-story/index.md", "title: 一块表", "title: 两块表")
    own_union.publish("examples")
    answer = kiosk("sync", "--data", own_union.data, "--from", own_union.samples.share, "--progress=jsonl")
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 0
    assert [next(iter(line)) for line in lines] == ["progress"] * (len(lines) - 1) + ["report"]
    phases = [line["progress"]["phase"] for line in lines[:-1]]
    assert phases == sorted(phases, key=["verify", "copy", "activate", "done"].index) and phases[-1] == "done"
    assert all(p["progress"]["done_bytes"] <= p["progress"]["total_bytes"] for p in lines[:-1])
    assert lines[-1]["report"]["changed"] is True


def tampered(union: Union) -> None:
    path = max((union.samples.share / "publishers" / "pioneer" / "metadata").glob("*timestamp*"))
    path.write_bytes(path.read_bytes().replace(b'"version"', b'"verzion"', 1))


def gone(union: Union) -> None:
    shutil.rmtree(union.samples.share)


def damaged_store(union: Union) -> None:
    (union.data / "store" / "packs.db").write_bytes(b"noise " * 2000)
    for extra in ("packs.db-wal", "packs.db-shm"):
        (union.data / "store" / extra).unlink(missing_ok=True)


@pytest.mark.expect_log("DATABASE_RECOVERED")
def test_a_damaged_store_is_mended_by_the_next_command(kiosk: Run, own_union: Union) -> None:
    damaged_store(own_union)
    answer = kiosk("sync", "--data", own_union.data, "--from", own_union.samples.share, "--json")
    assert answer.code == 0
    assert {r["code"] for r in answer.json["results"]} == {"unchanged"}


@pytest.mark.parametrize(
    ("harm", "codes"),
    [(tampered, {77, 74}), (gone, {74})],
    ids=lambda x: getattr(x, "__name__", ""),
)
def test_a_sync_that_fails_says_why_in_one_sentence(
    kiosk: Run, own_union: Union, harm: Callable[[Union], None], codes: set[int]
) -> None:
    harm(own_union)
    for words in ([], ["--json"], ["--progress=jsonl"]):
        answer = kiosk("sync", "--data", own_union.data, "--from", own_union.samples.share, *words)
        assert answer.code in codes
        assert "Traceback" not in answer.out + answer.err
        if "--json" in words and answer.out:
            error = answer.json["error"] or next(r["error"] for r in answer.json["results"] if r["error"])
            assert error["exit_code"] == answer.code
            assert error["message"]["zh"] and error["message"]["en"] and error["hint"]["en"]
        elif not words:
            assert (answer.out + answer.err).strip().endswith(".")


def test_two_syncs_at_once(kiosk: Run, own_union: Union) -> None:
    from kiosk.packs.store import Store

    store = Store(own_union.data / "store")
    with store.exclusive():
        answer = kiosk("sync", "--data", own_union.data, "--from", own_union.samples.share)
    store.close()
    assert answer.code == 75
    assert "Traceback" not in answer.err and answer.err.strip()


@pytest.mark.parametrize(
    ("env", "file", "said"),
    [
        ({"KIOSK_IDLE_SECONDS": "soon"}, "", "idle_seconds"),
        ({"KIOSK_LANGUAGE": "fr"}, "", "language"),
        ({}, "idle_secnods = 5\n", "idle_seconds"),
        ({}, "idle_seconds = \n", "kiosk.toml"),
        ({"KIOSK_CONFIG": "/nowhere/kiosk.toml"}, "", "/nowhere/kiosk.toml"),
    ],
)
def test_wrong_settings_are_78(
    kiosk: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: dict[str, str], file: str, said: str
) -> None:
    if file:
        (tmp_path / "kiosk.toml").write_text(file, "utf-8")
        monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "kiosk.toml"))
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    answer = kiosk("config", "show")
    assert (answer.code, answer.out) == (78, "")
    assert said in answer.err and answer.err.count("\n") == 1


@pytest.mark.parametrize("size", ["big", "100x100", "1080", "1080x", "1080x99999", "-5x900"])
def test_a_size_that_is_none(kiosk: Run, size: str) -> None:
    answer = kiosk("run", "--windowed", f"--size={size}")
    assert answer.code == 78
    assert size in answer.err


def test_settings_say_where_they_come_from(kiosk: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text('site = "一车间"\n', "utf-8")
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "kiosk.toml"))
    monkeypatch.setenv("KIOSK_IDLE_SECONDS", "30")
    rows = kiosk("config", "show", "--json").json
    assert rows["site"] == {"value": "一车间", "origin": str(tmp_path / "kiosk.toml")}
    assert rows["idle_seconds"] == {"value": "30", "origin": "KIOSK_IDLE_SECONDS"}
    assert rows["countdown_seconds"]["origin"] == "default"
    assert "site = 一车间" in kiosk("config", "show").out


def test_a_bug_of_ours_is_70_and_says_how_to_see_more(kiosk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("our mistake")

    monkeypatch.setattr(settings, "load", broken)
    answer = kiosk("config", "show")
    assert answer.code == 70
    assert "our mistake" in answer.err and "--debug" in answer.err and "Traceback" not in answer.err
    loud = kiosk("--debug", "config", "show")
    assert loud.code == 70 and "Traceback" in loud.err


def test_debug_shows_the_traceback_and_keeps_the_code(kiosk: Run) -> None:
    answer = kiosk("--debug", "run", "--windowed", "--size=big")
    assert answer.code == 78
    assert "Traceback" in answer.err and answer.err.strip().splitlines()[-1].startswith("“big”")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_who_has_seen_enough() -> None:
    done = subprocess.run(
        f"{sys.executable} -m kiosk config show | true; exit ${{PIPESTATUS[0]}}", shell=True, executable=shutil.which("bash"),
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr


def child(*words: object, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    command = [sys.executable, "-m", "kiosk", *map(str, words)]
    return subprocess.run(
        command, env={**kept, "KIOSK_LANG": "en", **env}, capture_output=True, text=True, timeout=60, check=False
    )


def test_as_a_program_on_an_ascii_terminal(tmp_path: Path) -> None:
    done = child("config", "show", KIOSK_SITE="一车间", PYTHONIOENCODING="ascii", KIOSK_DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "site = 一车间" in done.stdout


def test_commands_of_the_office_load_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom kiosk.cli import main\n"
        "try:\n    main(['pack', 'check', sys.argv[1]])\nexcept SystemExit as done:\n    assert done.code == 0, done.code\n"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(shared_union().samples.content / "examples")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_without_a_display_it_says_so_and_plays_the_tour_instead(
    monkeypatch: pytest.MonkeyPatch, kiosk: Run, tmp_path: Path
) -> None:
    from kiosk.cli import run, tour

    played: list[Path] = []

    def play_both(settings: Any) -> int:
        played.append(settings.data_dir)
        return 0

    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(tour, "play_both", play_both)
    assert not run.has_display()
    answer = kiosk("run", "--data", tmp_path / "d")
    assert (answer.code, played) == (0, [tmp_path / "d"])
    assert "no display" in answer.out + answer.err


@pytest.mark.parametrize(
    ("env", "there"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_is_there_a_display(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], there: bool) -> None:
    from kiosk.cli.run import has_display

    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    assert has_display() is there
