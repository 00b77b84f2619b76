"""What comes out of a document is what its type says, or a ContentError; never anything else."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.blocks import Heading, ListBlock, ListItem, Paragraph, Quote, Sentence
from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.item import Cover, Header, ItemDocument, Source


@dataclass(frozen=True, slots=True)
class Leaf:
    word: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """One field of every form the codec knows."""

    name: str
    tone: Literal["good", "bad"] = "good"
    count: int = 0
    share: float = 0.0
    on: bool = False
    note: str | None = None
    leaf: Leaf | None = None
    leaves: tuple[Leaf, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    either: Leaf | int | None = None
    free: Any = None


FULL = Tree(
    "树", "bad", 3, 0.5, on=True, note="n", leaf=Leaf("叶", 1), leaves=(Leaf("a"), Leaf("b", 2)), words={"zh": "叶"}, either=7,
    free={"x": [1, None]},
)  # fmt: skip

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
nodes = json_values | st.sampled_from([encode(FULL), encode(Leaf("w")), [encode(Leaf("w"))]])
likely = st.dictionaries(st.sampled_from([*Tree.__slots__, "word", "number", "more"]), nodes, max_size=11)


def test_round_trip_through_real_json() -> None:
    assert decode(Tree, json.loads(json.dumps(encode(FULL)))) == FULL
    assert decode(Tree, encode(Tree("bare"))) == Tree("bare")


def test_absent_fields_take_their_defaults_and_unknown_ones_are_left_alone() -> None:
    assert decode(Tree, {"name": "n", "from a newer tool": [1]}) == Tree("n")
    assert encode(Tree("n", note=None)).keys().isdisjoint({"note", "leaf", "leaves"})


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        pytest.param([], "$", id="not an object"),
        pytest.param({}, "$.name", id="a required field is missing"),
        pytest.param({"name": 1}, "$.name", id="a number for a word"),
        pytest.param({"name": "n", "count": True}, "$.count", id="yes is not a number"),
        pytest.param({"name": "n", "count": 1.5}, "$.count", id="half is not whole"),
        pytest.param({"name": "n", "count": 10**12}, "$.count", id="more than the screen can count"),
        pytest.param({"name": "n", "share": 10**400}, "$.share", id="more than a float holds"),
        pytest.param({"name": "n", "on": 1}, "$.on", id="one is not yes"),
        pytest.param({"name": "n", "tone": []}, "$.tone", id="a list for one word of two"),
        pytest.param({"name": "n", "tone": "ugly"}, "$.tone", id="a third word"),
        pytest.param({"name": "n", "leaves": {}}, "$.leaves", id="an object for a list"),
        pytest.param(
            {"name": "n", "leaves": [{"word": "w"}, {}]}, "$.leaves[1].word", id="the second leaf lacks its word"
        ),
        pytest.param({"name": "n", "words": []}, "$.words", id="a list for an object"),
        pytest.param({"name": "n", "words": {"zh": 3}}, "$.words.zh", id="a number among words"),
        pytest.param({"name": "n", "leaf": "w"}, "$.leaf", id="a word for a leaf"),
        pytest.param({"name": "n", "either": "w"}, "$.either", id="neither of two types"),
        pytest.param({"name": "half \ud83d pair"}, "$.name", id="half a character"),
    ],
)
def test_the_error_names_the_place(raw: object, place: str) -> None:
    with pytest.raises(ContentError) as caught:
        decode(Tree, raw)
    assert caught.value.code == "BAD_DOCUMENT"
    assert f" {place} " in f"{caught.value.message.zh} ".replace("。", " ")
    assert f"{place}." in caught.value.message.en
    assert caught.value.exit_code == 65


@given(nodes | likely)
def test_any_json_gives_a_tree_or_a_content_error(raw: object) -> None:
    try:
        tree = decode(Tree, raw)
    except ContentError:
        return
    assert isinstance(tree, Tree)
    assert decode(Tree, encode(tree)) == tree or "nan" in repr(tree)


@given(
    st.dictionaries(
        st.sampled_from(["format", "kind", "kind_format", "id", "lang", "header", "content", "text", "sources"]),
        nodes,
        max_size=9,
    )
)
def test_any_json_gives_a_document_or_a_content_error(raw: object) -> None:
    with contextlib.suppress(ContentError):
        decode(ItemDocument, raw)


texts = st.text(max_size=10)
sentences = st.lists(st.builds(Sentence, *[st.integers(0, 999)] * 3), max_size=3).map(tuple)
blocks = st.one_of(
    st.builds(Heading, level=st.integers(2, 4), text=texts, sentences=sentences),
    st.builds(Paragraph, html=texts, text=texts, sentences=sentences),
    st.builds(Quote, text=texts, who=texts),
    st.builds(
        ListBlock,
        ordered=st.booleans(),
        items=st.lists(st.builds(ListItem, html=texts, text=texts), max_size=2).map(tuple),
    ),
)
headers = st.builds(
    Header, title=texts, display=texts, era=st.sampled_from([None, "reform", "newera"]), listen=st.booleans(),
    cover=st.none() | st.builds(Cover, poster=texts, square=texts, thumb=texts), keywords=st.lists(texts, max_size=3).map(tuple),
)  # fmt: skip


@given(headers, st.lists(st.builds(Source, title=texts, url=texts), max_size=2).map(tuple))
def test_documents_survive_the_way_into_a_pack_and_back(header: Header, sources: tuple[Source, ...]) -> None:
    document = ItemDocument(1, "story", 1, "watch", "zh", header, {"blocks": []}, "文", sources)
    assert decode(ItemDocument, json.loads(json.dumps(encode(document)))) == document


@given(st.lists(blocks, max_size=4).map(tuple))
def test_every_block_comes_back_as_its_own_type(body: tuple[object, ...]) -> None:
    from kiosk.kinds.story.model import Story

    story = Story(blocks=body)  # type: ignore[arg-type]
    assert decode(Story, json.loads(json.dumps(encode(story)))) == story
