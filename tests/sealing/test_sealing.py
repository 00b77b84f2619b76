"""Sealed to the office: only its key opens, every change is noticed, no key file is ever lost by a second command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from kiosk.core.errors import ConfigError, StorageError, TrustError
from kiosk.sealing import OfficeKey, SealedError, load_key, make_key, open_sealed, seal

PRIVATE = PrivateKey(b"\x07" * 32)
PUBLIC = OfficeKey(bytes(PRIVATE.public_key))


@given(st.binary(max_size=2000))
def test_what_is_sealed_can_be_opened_by_the_office_only(message: bytes) -> None:
    sealed = seal(message, PUBLIC)
    assert open_sealed(sealed, bytes(PRIVATE)) == message
    assert message not in sealed or len(message) < 4
    with pytest.raises(SealedError):
        open_sealed(sealed, b"\x08" * 32)


def test_the_same_words_never_look_the_same() -> None:
    assert seal("班车太挤".encode(), PUBLIC) != seal("班车太挤".encode(), PUBLIC)


@given(st.integers(0, 79), st.integers(1, 255))
def test_every_changed_byte_is_noticed(place: int, change: int) -> None:
    sealed = bytearray(seal(b"x" * 32, PUBLIC))
    sealed[place] ^= change
    with pytest.raises(SealedError):
        open_sealed(bytes(sealed), bytes(PRIVATE))


def test_a_public_key_survives_a_telephone_and_a_line_break() -> None:
    text = str(PUBLIC)
    assert OfficeKey.parse(f" {text[:20]}\n {text[20:]} ") == PUBLIC
    assert text.isascii() and " " not in text


@given(st.data())
def test_a_wrong_character_in_a_public_key_is_noticed(data: st.DataObject) -> None:
    text = str(PUBLIC)
    place = data.draw(st.integers(8, len(text) - 1))
    other = data.draw(st.sampled_from([c for c in "abcdefghijklmnopqrstuvwxyz234567" if c != text[place]]))
    with pytest.raises(ConfigError):
        OfficeKey.parse(text[:place] + other + text[place + 1 :])


@pytest.mark.parametrize(
    "text", ["", "office1-", "office1-é", "office2-" + str(PUBLIC)[8:], str(PUBLIC)[:-4], "x" * 10_000]
)
def test_other_words_are_no_key(text: str) -> None:
    with pytest.raises(ConfigError, match="BAD_OFFICE_KEY"):
        OfficeKey.parse(text)


@pytest.mark.parametrize("passphrase", [None, "工会 2026"])
def test_a_key_file(tmp_path: Path, passphrase: str | None) -> None:
    path = tmp_path / "safe" / "office.key"
    public = make_key(path, passphrase)
    assert open_sealed(seal(b"m", public), load_key(path, passphrase)) == b"m"
    assert path.stat().st_mode & 0o077 == 0
    before = path.read_bytes()
    with pytest.raises(StorageError, match="KEY_EXISTS"):
        make_key(path, passphrase)
    assert path.read_bytes() == before


def test_a_wrong_passphrase_and_a_file_that_is_no_key(tmp_path: Path) -> None:
    path = tmp_path / "office.key"
    make_key(path, "right")
    for wrong in (None, "", "Right"):
        with pytest.raises(TrustError, match="BAD_PASSPHRASE"):
            load_key(path, wrong)
    for body in (
        "",
        "[]",
        "{}",
        json.dumps({"format": 2, "kdf": "none", "box": ""}),
        json.dumps({"format": 1, "kdf": "none", "box": "QQ=="}),
    ):
        path.write_text(body)
        with pytest.raises(StorageError, match="KEY_UNREADABLE"):
            load_key(path, None)
    with pytest.raises(StorageError, match="KEY_UNREADABLE"):
        load_key(tmp_path / "none", None)
