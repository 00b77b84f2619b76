"""The manifest and its path rules: nothing but a `Manifest` or a `ContentError`, whatever comes in."""

from __future__ import annotations

import json
import time
import unicodedata
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.packs import paths
from kiosk.packs.manifest import BlobRef, Manifest, ManifestFile, app_is_older, build, parse
from kiosk.packs.paths import check_path, check_together, fold, is_plain

GOOD: dict[str, Any] = {
    "format": 1,
    "pack": "may-day",
    "version": 7,
    "signed_at": "2026-05-01T08:00:00Z",
    "min_app": "0.1.0",
    "title": {"zh": "五一", "en": "May Day"},
    "files": [{"path": "items/a/封面.png", "sha256": "a" * 64, "size": 3, "type": "image/png"}],
}


def entry(path: object, **other: object) -> dict[str, object]:
    return {"path": path, "sha256": "a" * 64, "size": 3, "type": "image/png"} | other


def body(**changed: object) -> bytes:
    return json.dumps(GOOD | changed).encode()


def test_a_good_manifest() -> None:
    made = parse(body(extra={"ignored": 1.5}))
    assert made == Manifest(
        "may-day",
        7,
        datetime(2026, 5, 1, 8, tzinfo=UTC),
        "0.1.0",
        Text("五一", "May Day"),
        (ManifestFile("items/a/封面.png", BlobRef("a" * 64, 3, "image/png")),),
    )
    assert parse(build(made)) == made
    assert build(made) == build(parse(build(made)))


@pytest.mark.parametrize(
    "path",
    [
        "../x", "a/../x", "/x", "//x", "a//b", "a/./b", ".", "..", "", "a/", "C:/x", "a\\b", "a\0b", "a\nb", "a:b",
        "x" * 241, "五" * 81, "\ud800", "a\udfffb", "a\u202egnp.exe", "a\u200bb", "a\u2028b", "\ufeffa",
        "CON", "con", "nul.txt", "a/COM1", "LPT9.json", "COM¹", "CONIN$", "aux .txt", "a.", "a ", " a", "a/b ./c", "...",
        "a*b", "a?b", 'a"b', "a<b", "a>b", "a|b", "e\u0301", "/".join("abcdefghijklmnopq"), "a\x7fb", "a\x85b",
    ],
)  # fmt: skip
def test_case_22_23_a_path_that_breaks_a_rule_is_named(path: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse(json.dumps(GOOD | {"files": [entry(path)]}).encode())
    assert caught.value.code == "BAD_PACK"
    caught.value.say("zh").encode()
    caught.value.say("en").encode()


@pytest.mark.parametrize(
    "path",
    [
        "a",
        "a.b.c",
        "五一/故事 1.png",
        ".hidden",
        "a-b_c(1)+,;=@!#$%&'[]{}~^`.txt",
        "console.txt",
        "com10",
        "a/nulls",
        "x" * 240,
    ],
)
def test_a_path_that_is_fine(path: str) -> None:
    assert check_path(path) == path


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a", "a"), ("a", "A"), ("straße", "STRASSE"), ("ﬁle", "file"), ("Å", "\u212b"), ("ｆull", "full"), ("a", "a/b"),
        ("A", "a/b"), ("dir/a", "DIR/b"), ("①", "1"), ("ς", "σ"), ("dir/x/a", "dir/X/b"),
    ],
)  # fmt: skip
def test_case_24_paths_that_some_disk_takes_for_one(one: str, two: str) -> None:
    for pair in ((one, two), (two, one)):
        with pytest.raises(ContentError, match="BAD_PACK"):
            check_together(pair)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"", b"{", b"null", b"[]", b"1", b"[" * 100_000, b'{"a":' * 50_000, b"\xff", b'{"format":1,"format":1}',
        body(format=0), body(format=True), body(format="1"), body(format=None),
        body(pack="../x"), body(pack="A"), body(pack=1), body(pack="x"), body(pack="a" * 40),
        body(version=0), body(version=-1), body(version=1.0), body(version=True), body(version="7"), body(version=2**31),
        body().replace(b": 7", b": " + b"9" * 15_000), body().replace(b": 7", b": NaN"), body().replace(b": 7", b": Infinity"),
        body(signed_at="2026-05-01"), body(signed_at="2026-13-01T08:00:00Z"), body(signed_at=0), body(signed_at="2026-05-01T08:00:00+"),
        body(min_app="new"), body(min_app=None), body(min_app="1." * 9),
        body(title="五一"), body(title={"zh": "五一"}), body(title={"zh": "", "en": ""}), body(title={"zh": "a\nb", "en": "x"}),
        body(title={"zh": "\ud800", "en": "x"}), body(title={"zh": "x" * 201, "en": "x"}),
        body(files=None), body(files={}), body(files=[None]), body(files=[{}]), body(files=[entry(1)]),
        body(files=[entry("a", sha256="A" * 64)]), body(files=[entry("a", sha256="a" * 63)]), body(files=[entry("a", sha256="a" * 64 + "\n")]),
        body(files=[entry("a", size=-1)]), body(files=[entry("a", size=2**32)]), body(files=[entry("a", size=True)]),
        body(files=[entry("a", type="png")]), body(files=[entry("a", type=None)]),
        body(files=[entry("a"), entry("b", size=4)]),
        body(files=[entry(f"{i}") for i in range(50_001)]),
        b" " * (8 * 1024 * 1024 + 1),
    ],
)  # fmt: skip
def test_case_21_what_is_no_manifest(untrusted: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(ContentError, match="BAD_PACK"):
        parse(untrusted)
    assert time.monotonic() - started < 3


def test_case_48_a_newer_format_is_no_mistake_of_the_author() -> None:
    with pytest.raises(ContentError, match="NEEDS_NEWER_APP"):
        parse(json.dumps({"format": 2, "everything": "else is new"}).encode())


@pytest.mark.parametrize(
    ("app", "wanted", "older"),
    [
        ("0.1.0", "0.1.0", False),
        ("0.1.0", "0.1", False),
        ("0.1.0", "0.2", True),
        ("0.10.0", "0.9.9", False),
        ("1.0rc1", "1.0", False),
        ("1.2", "1.2.0.1", True),
        ("", "0.1", True),
    ],
)
def test_case_48_app_versions(app: str, wanted: str, older: bool) -> None:
    assert app_is_older(app, wanted) is older


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=30)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)


def only_known_outcomes(untrusted: bytes) -> None:
    try:
        made = parse(untrusted)
    except ContentError as error:
        assert error.code in ("BAD_PACK", "NEEDS_NEWER_APP")
        error.say("zh").encode()
        error.say("en").encode()
    else:
        assert parse(build(made)) == Manifest(
            made.pack,
            made.version,
            made.signed_at,
            made.min_app,
            made.title,
            tuple(sorted(made.files, key=lambda f: f.path)),
        )


@given(st.binary(max_size=300))
def test_any_bytes(untrusted: bytes) -> None:
    only_known_outcomes(untrusted)


@given(st.dictionaries(st.sampled_from([*GOOD, "new"]), anything))
def test_a_good_manifest_with_any_fields_replaced(changed: dict[str, Any]) -> None:
    only_known_outcomes(json.dumps(GOOD | changed).encode())


@given(
    st.lists(st.text(st.characters(codec=None), max_size=12), max_size=4),
    st.dictionaries(st.sampled_from(["sha256", "size", "type"]), anything),
)
def test_any_paths(paths: list[str], changed: dict[str, Any]) -> None:
    only_known_outcomes(json.dumps(GOOD | {"files": [entry(p) | changed for p in paths]}).encode())


@given(st.integers(0, len(body()) - 1), st.integers(0, 255))
def test_one_byte_changed(place: int, value: int) -> None:
    changed = bytearray(body())
    changed[place] = value
    only_known_outcomes(bytes(changed))


@given(st.text(max_size=20))
def test_accepted_paths_stay_inside_and_mean_one_file(path: str) -> None:
    try:
        check_path(path)
    except ContentError:
        return
    parts = path.split("/")
    assert not path.startswith("/")
    assert not {"", ".", ".."} & set(parts)
    assert unicodedata.normalize("NFC", path) == path
    assert fold(fold(path)) == fold(path)


PARTS = st.sampled_from(
    [
        "a",
        "B",
        "_",
        "-",
        ".",
        "..",
        "con",
        "CON",
        "nul",
        "com1",
        "COM9",
        "LPT0",
        "aux",
        "prn",
        "conin$",
        "x1",
        " ",
        "é",
        "ſ",
        "K",
    ]
)
NAMES = st.lists(PARTS, max_size=4).map("".join) | st.text(st.characters(max_codepoint=127), max_size=8)
PATHS = st.lists(NAMES, max_size=20).map("/".join) | st.integers(230, 250).map("a".__mul__)


@given(PATHS)
@settings(max_examples=2000)
def test_case_22_23_the_quick_look_at_a_path_allows_nothing_that_the_rules_refuse(path: str) -> None:
    if is_plain(path):
        assert paths._broken_rule(path) is None


@given(st.lists(st.text(st.characters(max_codepoint=127), max_size=12), max_size=4))
def test_case_24_ascii_paths_fold_as_all_others_do(parts: list[str]) -> None:
    path = "/".join(parts)
    slow = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold()).casefold()
    assert fold(path) == slow


@pytest.mark.parametrize("path", ["items/a/item.zh.json", "a-b_c.tar.gz", "console/nulls.txt", "com10", "a" * 240])
def test_ordinary_paths_take_the_quick_way(path: str) -> None:
    assert is_plain(path)
