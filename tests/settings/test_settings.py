from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ConfigError
from kiosk.settings import Settings, config_path, data_dir, load
from kiosk.settings.model import KEYS


def write(folder: Path, text: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(text, "utf-8")
    return path


def test_every_field_has_a_key_and_a_default(tmp_path: Path) -> None:
    assert [k.name for k in KEYS] == [f.name for f in dataclasses.fields(Settings)]
    loaded = load(env={"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)})
    assert set(loaded.origin.values()) == {"default"}
    assert (loaded.settings.idle_seconds, loaded.settings.countdown_seconds) == (60, 10)
    assert loaded.settings.diagonal_inches == 43.0
    assert loaded.settings.store == loaded.settings.data_dir / "store"


def test_command_line_over_environment_over_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'site = "文件"\nidle_seconds = 90\nsources = ["/mnt/share"]\nglove = true\n')
    env = {"HOME": str(tmp_path), "KIOSK_IDLE_SECONDS": "120", "KIOSK_SITE": "环境", "KIOSK_GLOVE": ""}
    loaded = load(path, env=env, overrides={"site": "命令行"})
    s = loaded.settings
    assert (s.site, s.idle_seconds, s.sources, s.glove) == ("命令行", 120, ("/mnt/share",), True)
    assert loaded.origin["site"] == "--set"
    assert loaded.origin["idle_seconds"] == "KIOSK_IDLE_SECONDS"
    assert loaded.origin["sources"] == str(path)
    assert loaded.origin["render"] == "default"


@pytest.mark.parametrize(
    ("line", "key", "allowed"),
    [
        ("idle_seconds = 5", "idle_seconds", "15"),
        ('idle_seconds = "soon"', "idle_seconds", "15"),
        ("idle_seconds = true", "idle_seconds", "15"),
        ("idle_seconds = 60.5", "idle_seconds", "15"),
        ("diagonal_inches = nan", "diagonal_inches", "200"),
        ("diagonal_inches = 0", "diagonal_inches", "200"),
        ('render = "opengl"', "render", "software"),
        ('language = "fr"', "language", "zh"),
        ('orientation = "up"', "orientation", "portrait"),
        ('glove = "maybe"', "glove", "true"),
        ('data_dir = "relative/path"', "data_dir", "absolute"),
        ('sources = ["relative"]', "sources", "absolute"),
        ("sources = 1", "sources", "absolute"),
        ('site = ""', "site", "60"),
        ('idle_secnds = 60', "idle_secnds", "idle_seconds"),
        ("[idle]\nseconds = 1", "idle", "idle_seconds"),
    ],
)  # fmt: skip
def test_a_bad_value_names_key_place_and_what_is_allowed(tmp_path: Path, line: str, key: str, allowed: str) -> None:
    path = write(tmp_path, line)
    with pytest.raises(ConfigError) as caught:
        load(path, env={"HOME": str(tmp_path)})
    assert key in caught.value.message.zh
    assert str(path) in caught.value.message.en
    assert allowed in caught.value.hint.en


@pytest.mark.parametrize("text", ["site = ", "= 1", "\0"])
def test_a_broken_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="BAD_CONFIG"):
        load(write(tmp_path, text), env={})


def test_files_as_windows_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(b"\xef\xbb\xbf" + "site = '\u5de5\u4f1a'\r\n".encode())
    assert load(path, env={"HOME": str(tmp_path)}).settings.site == "工会"
    path.write_bytes("site = '工会'".encode("gbk"))
    with pytest.raises(ConfigError, match="BAD_CONFIG"):
        load(path, env={})


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    for how in ({"path": tmp_path / "no.toml", "env": {}}, {"env": {"KIOSK_CONFIG": str(tmp_path / "no.toml")}}):
        with pytest.raises(ConfigError, match="NO_CONFIG"):
            load(**how)  # type: ignore[arg-type]


def test_places(tmp_path: Path) -> None:
    env = {"HOME": "/home/u", "XDG_CONFIG_HOME": "relative/is/ignored"}
    assert config_path(env, "linux") == Path("/home/u/.config/pioneer-kiosk/kiosk.toml")
    assert config_path({"KIOSK_CONFIG": "/x/k.toml"}) == Path("/x/k.toml")
    assert data_dir(env, "linux", tmp_path) == Path("/home/u/.local/share/pioneer-kiosk")
    (tmp_path / "pioneer-kiosk").mkdir()
    assert data_dir(env, "linux", tmp_path) == tmp_path / "pioneer-kiosk"
    windows = {"ProgramData": "C:/ProgramData"}
    assert data_dir(windows, "win32").as_posix() == "C:/ProgramData/PioneerKiosk/data"
    assert config_path(windows, "win32").as_posix() == "C:/ProgramData/PioneerKiosk/kiosk.toml"


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(), max_size=3)


@given(st.sampled_from([k.name for k in KEYS]), values)
def test_any_value_is_taken_or_explained(name: str, value: Any) -> None:
    try:
        load(env={"HOME": "/nowhere"}, overrides={name: value})
    except ConfigError as error:
        assert error.code == "BAD_SETTING"
        assert name in error.message.en


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("/mnt/share", ("/mnt/share",)),
        ("/mnt/a; https://packs.example:8443/union/ ;/mnt/with, comma", ("/mnt/a", "https://packs.example:8443/union", "/mnt/with, comma")),
        (r"\\server\share\packs", (r"\\server\share\packs",)),
        ("smb://officer@server/share;s3://bucket/packs", ("smb://officer@server/share", "s3://bucket/packs")),
        (["HTTP://a.example/x", "/b/", "/b"], ("http://a.example/x", "/b")),
        ("file:///srv/packs", ("file:///srv/packs",)),
    ],
)  # fmt: skip
def test_sources_are_folders_and_addresses(said: object, taken: tuple[str, ...]) -> None:
    assert load(env={"HOME": "/nowhere"}, overrides={"sources": said}).settings.sources == taken


@pytest.mark.parametrize(
    "said",
    [
        "share", "ftp://server/x", "http://", "https:///x", "http://user@server/x", "smb://u:secret@server/share",
        r"\\server", "http://a b/", "http://a/?x=1", "s3:", "file://server/x", ["/a", 1], {"a": 1}, "/a\0b",
    ],
)  # fmt: skip
def test_what_cannot_be_a_source_is_refused_without_showing_a_password(said: object) -> None:
    with pytest.raises(ConfigError, match="BAD_SETTING") as caught:
        load(env={"HOME": "/nowhere"}, overrides={"sources": said})
    assert "secret" not in caught.value.say("en") + caught.value.say("zh")
    assert "http://" in caught.value.hint.zh
