"""Many files, one order, and mistakes that are named with file and line."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ConfigError
from kiosk.settings import load
from kiosk.settings.layers import line_of
from kiosk.settings.places import config_files, config_path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="places of Linux")


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    (tmp_path / "etc/pioneer-kiosk/conf.d").mkdir(parents=True)
    return tmp_path / "etc"


def say(etc: Path, name: str, text: str) -> Path:
    file = etc / "pioneer-kiosk" / name
    file.write_text(text, "utf-8")
    return file


def home(etc: Path) -> dict[str, str]:
    return {"HOME": str(etc.parent / "home"), "KIOSK_DATA_DIR": str(etc.parent / "data")}


def test_later_files_win_and_each_value_knows_its_file(etc: Path) -> None:
    say(etc, "kiosk.toml", 'site = "一"\nidle_seconds = 20\nglove = true\ncountdown_seconds = 5\n')
    second = say(etc, "aaa.toml", 'site = "二"\nsync_interval = 20\n')
    tenth = say(etc, "conf.d/10-site.toml", 'site = "三"\n')
    last = say(etc, "conf.d/20-site.toml", 'site = "四"\nidle_seconds = 40\n')
    own = etc.parent / "home/.config/pioneer-kiosk/kiosk.toml"
    own.parent.mkdir(parents=True)
    own.write_text("idle_seconds = 50\n", "utf-8")
    env = home(etc)
    files = config_files(env, "linux", etc)
    assert [f.name for f in files] == ["kiosk.toml", "aaa.toml", "10-site.toml", "20-site.toml", "kiosk.toml"]
    loaded = load(env=env, etc=etc)
    s = loaded.settings
    assert (s.site, s.idle_seconds, s.sync_interval, s.glove, s.countdown_seconds) == ("四", 50, 20, True, 5)
    assert loaded.origin["site"] == str(last)
    assert loaded.origin["idle_seconds"] == str(own)
    assert loaded.origin["sync_interval"] == str(second)
    assert loaded.origin["glove"] == str(etc / "pioneer-kiosk/kiosk.toml")
    assert loaded.origin["calm"] == "default"
    tenth.unlink()
    last.unlink()
    assert load(env={**env, "KIOSK_SITE": "五"}, etc=etc).origin["site"] == "KIOSK_SITE"


def test_a_file_that_is_named_stands_alone(etc: Path, tmp_path: Path) -> None:
    say(etc, "kiosk.toml", "glove = true\n")
    alone = tmp_path / "alone.toml"
    alone.write_text("calm = true\n", "utf-8")
    loaded = load(env={**home(etc), "KIOSK_CONFIG": str(alone)}, etc=etc)
    assert (loaded.settings.glove, loaded.settings.calm) == (False, True)


def test_what_is_no_settings_file_is_passed_over(etc: Path) -> None:
    for name in (".#kiosk.toml", "kiosk.toml.dpkg-old", "conf.d/notes.txt", "conf.d/x.toml~"):
        say(etc, name, "no such thing")
    (etc / "pioneer-kiosk/folder.toml").mkdir()
    assert config_files(home(etc), "linux", etc) == ()


def test_mistakes_are_named_with_file_and_line(etc: Path) -> None:
    file = say(etc, "conf.d/10.toml", "# a comment\nglove = true\n\nidle_secnds = 60\n")
    with pytest.raises(ConfigError, match="UNKNOWN_SETTING") as unknown:
        load(env=home(etc), etc=etc)
    assert f"{file}:4" in unknown.value.message.en
    assert "idle_seconds" in unknown.value.hint.zh.split("？")[0]
    file.write_text("glove = true\nidle_seconds = 1\n", "utf-8")
    with pytest.raises(ConfigError, match="BAD_SETTING") as bad:
        load(env=home(etc), etc=etc)
    assert f"{file}:2" in bad.value.message.zh


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_may_not_be_read(etc: Path) -> None:
    (etc / "pioneer-kiosk").chmod(0)
    with pytest.raises(ConfigError, match="BAD_CONFIG"):
        load(env=home(etc), etc=etc)
    (etc / "pioneer-kiosk").chmod(0o755)


def test_a_secret_is_never_said(etc: Path) -> None:
    say(etc, "kiosk.toml", 'status_token = "short secret!"\n')
    with pytest.raises(ConfigError, match="BAD_SETTING") as caught:
        load(env=home(etc), etc=etc)
    assert "short" not in caught.value.say("en") + caught.value.say("zh")
    token = "Abcdefgh-0123456"
    settings = load(env={**home(etc), "KIOSK_STATUS_TOKEN": token}, etc=etc.parent).settings
    assert settings.status_token == token
    assert token not in repr(settings)


@pytest.mark.parametrize("port", [1, 1023, 65_536, -1, True, "x"])
def test_ports_that_are_refused(port: object) -> None:
    with pytest.raises(ConfigError, match="BAD_SETTING"):
        load(env={"HOME": "/nowhere"}, overrides={"status_port": port})


def test_windows_has_the_same_order() -> None:
    env = {"ProgramData": "C:/ProgramData", "APPDATA": "C:/Users/kiosk/AppData/Roaming"}
    assert config_path(env, "win32").as_posix() == "C:/ProgramData/PioneerKiosk/kiosk.toml"
    assert config_files(env, "win32") == ()


def test_windows_reads_program_data_and_roaming(tmp_path: Path) -> None:
    env = {"ProgramData": str(tmp_path / "pd"), "APPDATA": str(tmp_path / "roaming")}
    for name in ("pd/PioneerKiosk/kiosk.toml", "pd/PioneerKiosk/conf.d/1.toml", "roaming/PioneerKiosk/kiosk.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [f.relative_to(tmp_path).as_posix() for f in config_files(env, "win32")]
    assert found == ["pd/PioneerKiosk/kiosk.toml", "pd/PioneerKiosk/conf.d/1.toml", "roaming/PioneerKiosk/kiosk.toml"]


def test_children_of_the_running_kiosk_find_the_users_file(etc: Path) -> None:
    own = etc.parent / "mine/pioneer-kiosk/kiosk.toml"
    own.parent.mkdir(parents=True)
    own.touch()
    env = {**home(etc), "XDG_CONFIG_HOME": "/tmp/scratch", "KIOSK_XDG_CONFIG_HOME": str(etc.parent / "mine")}
    assert config_files(env, "linux", etc) == (own,)


@given(st.lists(st.sampled_from(["a = 1", "# a = 1", "ab = 1", "", "'a' = 2", "[a]", " a=3"]), max_size=8))
def test_the_line_is_the_first_that_begins_with_the_key(lines: list[str]) -> None:
    hits = [n for n, line in enumerate(lines, 1) if re.match(r"\s*\[?'?a'?\s*[=\]]", line)]
    assert line_of("\n".join(lines), "a") == (hits[0] if hits else 0)
