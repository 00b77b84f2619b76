"""What every kind of exhibit must do. A new kind is found by itself and held to the same."""

from __future__ import annotations

import copy
import gc
import importlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem
from support.house import drop_deferred
from support.kiosk import SIZES, SPEAKS_ENGLISH, Kiosk, running, shared_union
from support.union import EXAMPLES

from kiosk.authoring.check import Checked, check
from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.kind import Kind
from kiosk.kinds import discover
from kiosk.shell.shell import DEEPEST

KINDS = list(discover().values())
every_kind = pytest.mark.parametrize("kind", KINDS, ids=[k.key for k in KINDS])
LANGS = ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)]
OPENINGS = 50


def folder(kind: Kind) -> Path:
    """Where a kind lives."""
    return EXAMPLES.joinpath(*kind.view_model.split(":")[0].split(".")[2:-1])


def uid(kind: Kind) -> str:
    """Its example on the small union's kiosk."""
    return f"examples/example-{kind.key}"


@cache
def checked(key: str) -> Checked:
    """The example of a kind, checked as an author's pack."""
    place = Path(tempfile.mkdtemp(prefix="kiosk-kind-"))
    try:
        (place / "pack.yaml").write_text(
            "id: demo\ntitle: {zh: 示例, en: Demo}\nversion: 1\nlanguages: [zh, en]\n", "utf-8"
        )
        shutil.copytree(folder(discover()[key]) / "example", place / "items" / "example")
        return check(place, discover(), cache=place / ".cache")
    finally:
        shutil.rmtree(place)


def test_the_scan_sees_the_kinds() -> None:
    assert {k.key for k in KINDS} >= {"story", "segment", "quiz"}
    assert [k.order for k in KINDS] == sorted({k.order for k in KINDS}), "two kinds claim one place among the rooms"


@every_kind
def test_it_describes_itself(kind: Kind) -> None:
    module, _, name = kind.view_model.partition(":")
    assert (folder(kind) / kind.screen).is_file()
    assert hasattr(importlib.import_module(module), name)
    assert kind.title.zh and kind.title.en and kind.format >= 1
    assert "{n}" in kind.count.zh and "{n}" in kind.count.en


@every_kind
def test_its_example_has_no_mistakes(kind: Kind) -> None:
    found = checked(kind.key)
    assert [f.say("en") for f in found.findings.errors] == []
    assert {d.kind for d in found.items} == {kind.key}


@every_kind
def test_its_content_survives_the_way_into_a_pack(kind: Kind) -> None:
    for document in checked(kind.key).items:
        content = decode(kind.content, json.loads(json.dumps(document.content)))
        assert encode(content) == document.content
        assert decode(kind.content, encode(content)) == content
        assert isinstance(kind.text(content), str) and kind.text(content).strip()
        assert kind.seconds(content) >= 0
        assert all(isinstance(link, str) for link in kind.links(content))


JUNK = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        -1,
        7,
        10**30,
        2.5,
        float("inf"),
        "",
        "字",
        "\ud83d",
        [],
        [[]],
        [None],
        {},
        {"a": 1},
        {"type": "paragraph"},
    ]
)


def places(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value inside a JSON document."""
    yield here
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from places(inner, (*here, key))


def change(content: Any, path: tuple[Any, ...], act: str, junk: Any) -> Any:
    """The document with one place replaced, removed, doubled or given a strange neighbour."""
    if not path:
        return junk
    changed = copy.deepcopy(content)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    if act == "replace":
        holder[path[-1]] = junk
    elif act == "remove":
        del holder[path[-1]]
    elif act == "double" and isinstance(holder, list):
        holder.append(holder[path[-1]])
    elif isinstance(holder, list):
        holder.insert(0, junk)
    else:
        holder["never heard of"] = junk
    return changed


@every_kind
@given(data=st.data())
def test_a_mutated_document_is_content_or_a_content_error(kind: Kind, data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(checked(kind.key).items))
    content: Any = json.loads(json.dumps(document.content))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(places(content))))
        content = change(
            content, path, data.draw(st.sampled_from(["replace", "remove", "double", "add"])), data.draw(JUNK)
        )
    try:
        decoded = decode(kind.content, content)
    except ContentError as error:
        assert error.code and error.message.zh and error.message.en
    else:
        assert isinstance(decoded, kind.content)
        assert all(isinstance(link, str) for link in kind.links(decoded))


@pytest.fixture
def data_folder(qapp: object) -> Path:
    return shared_union().data


@every_kind
@SIZES
@pytest.mark.parametrize("lang", LANGS)
def test_its_screen_opens_on_paper_and_at_night_without_a_warning(
    kind: Kind, size: tuple[int, int], lang: str, data_folder: Path
) -> None:
    with running(data_folder, size, language=lang) as k:
        for night in (False, True):
            k.app.visit.setNight(night)
            k.app.shell.openItem(uid(kind))
            k.hand.wait(lambda: k.names[-1] == uid(kind), kind.key)
            k.hand.settle(0.1)
            assert k.app.shell.page.name == kind.key
            assert screen(k) is not None, "the screen did not load"
            image = k.hand.window.grabWindow()
            assert len({image.pixelColor(x, y).rgb() for x in range(0, size[0], 97) for y in range(0, size[1], 97)}) > 2
            k.app.shell.home()
        assert k.warnings == []


def screen(k: Kiosk) -> QQuickItem | None:
    """The root of the page's QML."""
    hosts = [i for i in k.hand.items() if i.metaObject().className().startswith("PageHost")]
    return hosts[-1].property("screen") if hosts else None


def alive(k: Kiosk) -> tuple[int, int]:
    """Objects below the application, and items in the window."""
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
    for _ in range(4):
        k.hand.pump()
        drop_deferred()
    k.app.engine.collectGarbage()
    gc.collect()
    k.hand.pump()
    drop_deferred()
    items, stack = 0, [k.hand.window.contentItem()]
    while stack:
        items += 1
        stack += stack.pop().childItems()
    return len(k.app.shell.findChildren(QObject)) + len(k.app.narrator.findChildren(QObject)), items


@every_kind
def test_opened_and_closed_fifty_times_nothing_is_left(kind: Kind, data_folder: Path) -> None:
    with running(data_folder) as k:

        def open_and_close() -> None:
            k.app.shell.openItem(uid(kind))
            k.hand.wait(lambda: k.names[-1] == uid(kind), kind.key)
            k.hand.pump()
            k.app.shell.back()

        for _ in range(3):
            open_and_close()
        before = alive(k)
        for _ in range(OPENINGS):
            open_and_close()
        assert alive(k) == before
        assert k.names == ["home"]


@every_kind
def test_a_deep_stack_is_let_go(kind: Kind, data_folder: Path) -> None:
    with running(data_folder) as k:
        k.app.shell.openItem(uid(kind))  # what a kind keeps for the whole run comes with its first item
        k.hand.wait(lambda: k.names[-1] == uid(kind), kind.key)
        k.app.shell.home()
        before = alive(k)
        for _ in range(DEEPEST + 3):
            k.app.shell.openRoom(kind.key)
            k.app.shell.openItem(uid(kind))
            k.hand.wait(lambda: k.names[-1] == uid(kind), kind.key)
        k.app.shell.home()
        assert alive(k) == before
