"""Publishers that were granted by another one: what they may bring, and how it ends."""

from __future__ import annotations

import itertools
import json
import shutil
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tuf.api.metadata import TargetFile

from kiosk.core.clock import Clock
from kiosk.core.errors import ConfigError, ContentError, TrustError
from kiosk.packs import grant as grants_format
from kiosk.packs.grant import Grant, parse, within
from kiosk.packs.publisher import publish, signing
from kiosk.packs.publisher.grants import grant, list_grants, revoke
from kiosk.packs.publisher.keys import KeyRing, open_keys
from kiosk.packs.publisher.repository import Repository
from kiosk.packs.report import SyncReport
from kiosk.packs.trust import trust_add, trust_list, trust_remove, trust_tree

from .world import PUBLISHER, World, build_pack, check_store


@dataclass
class Union:
    """A publisher below the trusted one, in the same folder."""

    world: World
    name: str
    made: publish.Initialised = field(init=False)

    def __post_init__(self) -> None:
        self.made = publish.init(self.world.repo, self.name, self.world.base / f"keys-{self.name}")

    @property
    def keys(self) -> KeyRing:
        return open_keys(self.world.base / f"keys-{self.name}", self.name)

    @property
    def folder(self) -> Path:
        return self.world.repo / "publishers" / self.name

    def publish(self, pack: str, version: int = 1, files: dict[str, bytes] | None = None) -> None:
        publish.add(self.world.repo, self.name, build_pack(self.world.base / "built", pack, version, files), self.keys)

    def grants(self, child: Union, namespace: str, **limits: object) -> None:
        grant(self.world.repo, self.name, child.made.root, self.keys, namespace=namespace, **limits)  # type: ignore[arg-type]


def city_grants(world: World, child: Union, namespace: str, **limits: object) -> None:
    grant(world.repo, PUBLISHER, child.made.root, world.keys, namespace=namespace, **limits)  # type: ignore[arg-type]


def shown(world: World) -> set[tuple[str, str, int]]:
    check_store(world.store)
    return {(p.publisher, p.pack, p.version) for p in world.store.live()}


def refusals(report: SyncReport) -> list[tuple[str, str, str]]:
    return [(r.publisher, r.pack, r.error.code) for r in report.results if r.error]


@pytest.fixture
def county(world: World) -> Union:
    """Granted by the city, with a pack on the screen beside the city's."""
    made = Union(world, "county-a")
    city_grants(world, made, "county-a")
    made.publish("county-a-news")
    world.publish()
    world.sync()
    return made


BOTH = {(PUBLISHER, "may-day", 1), ("county-a", "county-a-news", 1)}


def test_a_granted_publisher_brings_its_own_packs(world: World, county: Union) -> None:
    assert shown(world) == BOTH
    assert [t.publisher for t in trust_list(world.store)] == [PUBLISHER]
    assert not world.sync().changed
    county.publish("county-a", 3)  # the namespace itself is inside
    assert refusals(world.sync()) == []
    assert shown(world) == {*BOTH, ("county-a", "county-a", 3)}


def test_three_levels_and_the_tree_for_people(world: World, county: Union) -> None:
    plant = Union(world, "steel-plant")
    county.grants(plant, "county-a-steel", valid_until=date(2031, 1, 31), max_bytes=10**6)
    plant.publish("county-a-steel-safety")
    assert refusals(world.sync()) == []
    assert shown(world) == {*BOTH, ("steel-plant", "county-a-steel-safety", 1)}
    tree = trust_tree(world.store)
    assert [(k.depth, k.publisher, k.parent, k.namespace) for k in tree] == [
        (0, PUBLISHER, "", None),
        (1, "county-a", PUBLISHER, "county-a"),
        (2, "steel-plant", "county-a", "county-a-steel"),
    ]
    assert [k.valid_until for k in tree] == [None, None, date(2031, 1, 31)]
    assert {k.state for k in tree} == {"trusted"}
    assert tree[1].fingerprint == county.made.fingerprint


def test_case_13_a_pack_outside_the_namespace_is_refused(world: World, county: Union) -> None:
    """Case 13: a county signs in the city's namespace, an enterprise in its county's."""
    plant = Union(world, "steel-plant")
    county.grants(plant, "county-a-steel")
    county.publish("may-day", 99)
    county.publish("county-about")  # begins like the namespace, but without the dash
    plant.publish("county-a-news", 99)
    report = world.sync()
    assert refusals(report) == [
        ("county-a", "county-about", "UNTRUSTED"),
        ("county-a", "may-day", "UNTRUSTED"),
        ("steel-plant", "county-a-news", "UNTRUSTED"),
    ]
    assert shown(world) == BOTH


def test_case_14_a_county_grants_outside_its_own_namespace(world: World, county: Union) -> None:
    """Case 14: nobody can grant more than it has."""
    rogue = Union(world, "rogue")
    county.grants(rogue, "may-day")
    rogue.publish("may-day", 9)
    assert refusals(world.sync()) == [("county-a", "", "UNTRUSTED")]
    assert shown(world) == BOTH


def test_case_14_a_circle_of_grants(world: World, county: Union) -> None:
    """Case 14: a child grants its parent, or itself."""
    county.grants(Union(world, "plant"), "county-a-plant")
    grant(world.repo, "county-a", world.root, county.keys, namespace="county-a-x")
    assert refusals(world.sync()) == [("county-a", "", "UNTRUSTED")]
    assert shown(world) == BOTH
    with pytest.raises(TrustError, match="UNTRUSTED"):
        county.grants(county, "county-a")


def test_case_14_more_than_four_levels(world: World) -> None:
    """Case 14: four steps below the publisher trusted by hand are followed, the fifth is not."""
    levels = [Union(world, f"level-{n}") for n in range(1, 6)]
    city_grants(world, levels[0], "aa")
    for above, below in itertools.pairwise(levels):
        above.grants(below, "aa")
    for n, level in enumerate(levels, 1):
        level.publish(f"aa-{n}")
    assert refusals(world.sync()) == [("level-4", "", "UNTRUSTED")]
    assert {p for p, _pack, _v in shown(world)} == {f"level-{n}" for n in range(1, 5)}


def test_case_15_a_revoked_publisher_and_its_children_leave_the_screen(world: World, county: Union) -> None:
    """Case 15: packs of a revoked publisher leave at the next sync; others stay."""
    plant = Union(world, "steel-plant")
    county.grants(plant, "county-a-steel")
    plant.publish("county-a-steel-safety")
    world.sync()
    generation = world.store.generation()
    revoke(world.repo, PUBLISHER, "county-a", world.keys)
    report = world.sync()
    assert {(r.publisher, r.pack) for r in report.results if r.code == "withdrawn"} == {
        ("county-a", "county-a-news"),
        ("steel-plant", "county-a-steel-safety"),
    }
    assert shown(world) == {(PUBLISHER, "may-day", 1)}
    assert world.store.generation() == generation + 1
    assert [(k.publisher, k.state) for k in trust_tree(world.store)] == [
        (PUBLISHER, "trusted"),
        ("county-a", "revoked"),
    ]
    assert not world.sync().changed


def test_a_grant_that_is_not_in_the_targets_any_more_counts_as_revoked(world: World, county: Union) -> None:
    repository = Repository(world.repo, PUBLISHER)
    root, state = signing.current_state(repository, world.keys)
    targets = {n: t for n, t in state.targets.signed.targets.items() if not n.startswith("grants/")}
    signing.commit(repository, world.keys, root, state, targets, {})
    world.sync()
    assert shown(world) == {(PUBLISHER, "may-day", 1)}


def test_a_revoked_publishers_own_stick_says_so(world: World, county: Union) -> None:
    revoke(world.repo, PUBLISHER, "county-a", world.keys)
    world.sync()
    stick = only(world, "county-a")
    report = world.sync(stick)
    assert report.problem is not None
    assert report.problem.code == "REVOKED"
    assert report.unknown == ("county-a",)


def test_a_revocation_holds_against_an_older_stick(world: World, county: Union) -> None:
    """The parent's own pack is damaged on the medium that revokes: the revocation counts all the same."""
    old = world.snapshot("old")
    world.publish(version=2, files={"a.txt": b"two"})
    world.blob(b"two").unlink()
    revoke(world.repo, PUBLISHER, "county-a", world.keys)
    world.sync()
    assert shown(world) == {(PUBLISHER, "may-day", 1)}
    assert (PUBLISHER, "", "OLDER_THAN_KIOSK") in refusals(world.sync(old))
    assert shown(world) == {(PUBLISHER, "may-day", 1)}


def only(world: World, *publishers: str) -> Path:
    """A stick that carries only these publishers."""
    stick = world.snapshot("stick-" + "-".join(publishers))
    for folder in (stick / "publishers").iterdir():
        if folder.name not in publishers:
            shutil.rmtree(folder)
    (stick / "UNION-PACKS.json").write_text(json.dumps({"format": 1, "publishers": publishers}))
    return stick


def test_what_was_granted_stays_while_the_parent_is_not_on_the_medium(world: World, county: Union) -> None:
    county.publish("county-a-news", 2)
    assert refusals(world.sync(only(world, "county-a"))) == []
    assert shown(world) == {(PUBLISHER, "may-day", 1), ("county-a", "county-a-news", 2)}
    stick = only(world, PUBLISHER)
    assert not world.sync(stick).changed


def test_a_stranger_in_the_childs_folder_is_refused(world: World, county: Union) -> None:
    shutil.rmtree(county.folder)
    stranger = publish.init(world.repo, "county-a", world.base / "stranger")
    publish.add(
        world.repo,
        "county-a",
        build_pack(world.base / "built", "county-a-news", 9),
        open_keys(stranger.keys, "county-a"),
    )
    assert refusals(world.sync()) == [("county-a", "", "UNTRUSTED")]
    assert shown(world) == BOTH


def test_the_childs_new_roots_are_followed_and_kept(world: World, county: Union) -> None:
    publish.rotate(world.repo, "county-a", "root", county.keys)
    old = world.snapshot("old")
    publish.rotate(world.repo, "county-a", "targets", county.keys)
    county.publish("county-a-news", 2)
    world.sync()
    assert ("county-a", "county-a-news", 2) in shown(world)
    world.sync(old)
    assert ("county-a", "county-a-news", 2) in shown(world)


def test_a_child_that_lost_all_its_keys_begins_again(world: World, county: Union) -> None:
    """The parent grants the same id with a new first root; the old keys, and floors under them, count no more."""
    county.publish("county-a-news", 5)
    world.sync()
    thief = only(world, "county-a")
    shutil.rmtree(county.folder)
    shutil.rmtree(world.base / "keys-county-a")
    again = Union(world, "county-a")
    city_grants(world, again, "county-a")
    again.publish("county-a-news", 6)
    world.sync()
    assert ("county-a", "county-a-news", 6) in shown(world)
    assert refusals(world.sync(thief)) == [("county-a", "", "UNTRUSTED")]


def test_two_parents_that_name_different_keys_for_one_child(world: World, county: Union, tmp_path: Path) -> None:
    """The word the kiosk already acts on holds: nobody takes over a publisher by granting its id."""
    world.second_publisher("another")
    rogue = publish.init(tmp_path / "elsewhere", "county-a", tmp_path / "rogue-keys")
    another = open_keys(world.base / "keys-another", "another")
    grant(world.repo, "another", rogue.root, another, namespace="county-a")
    assert refusals(world.sync()) == [("another", "", "UNTRUSTED")]
    assert shown(world) >= BOTH
    grant(world.repo, "another", county.made.root, another, namespace="county-a")
    assert refusals(world.sync()) == []


def test_trust_by_hand_counts_more_than_a_grant(world: World, county: Union) -> None:
    trust_add(world.store, county.made.root, county.made.fingerprint)
    county.publish("first-aid")
    assert refusals(world.sync()) == []
    revoke(world.repo, PUBLISHER, "county-a", world.keys)
    world.sync()
    assert shown(world) == {*BOTH, ("county-a", "first-aid", 1)}
    assert [(k.publisher, k.depth) for k in trust_tree(world.store)] == [("county-a", 0), (PUBLISHER, 0)]


def test_removing_the_parent_takes_its_children_off_at_once(world: World, county: Union) -> None:
    trust_remove(world.store, PUBLISHER)
    assert shown(world) == set()
    assert world.store.generation() > 1


def test_one_pack_id_belongs_to_one_publisher_at_a_time(world: World) -> None:
    """Ids of items begin with the id of their pack, so a second pack of that id would hide the first one's items."""
    world.publish()
    world.sync()
    world.second_publisher("aaa", 9, pack="may-day")
    report = world.sync()
    assert refusals(report) == [("aaa", "may-day", "BAD_PACK")]
    assert report.problem is not None
    assert PUBLISHER in report.problem.message.zh
    assert shown(world) == {(PUBLISHER, "may-day", 1)}
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    world.sync()
    assert shown(world) == {("aaa", "may-day", 9)}


def test_more_bytes_than_granted(world: World) -> None:
    county, plant = Union(world, "county-a"), Union(world, "plant")
    city_grants(world, county, "county-a", max_bytes=10_000)
    county.grants(plant, "county-a-plant", max_bytes=50_000)
    county.publish("county-a-one", files={"a": b"a" * 4_000, "same": b"a" * 4_000})
    plant.publish("county-a-plant-two", files={"b": b"b" * 4_000})
    assert refusals(world.sync()) == []
    county.publish("county-a-one", 2, files={"a": b"c" * 7_000})
    assert refusals(world.sync()) == [("county-a", "county-a-one", "BAD_PACK")]
    assert shown(world) == {("county-a", "county-a-one", 1), ("plant", "county-a-plant-two", 1)}
    county.publish("county-a-one", 3, files={"a": b"c" * 5_000})  # in place of version 1
    assert refusals(world.sync()) == []
    plant.publish("county-a-plant-two", 2, files={"b": b"b" * 6_000})  # its own limit is wider than what is left
    assert refusals(world.sync()) == [("plant", "county-a-plant-two", "BAD_PACK")]


@dataclass(frozen=True, slots=True)
class At(Clock):
    """A clock that says what it is told."""

    year: int

    def now(self) -> datetime:
        return datetime(self.year, 6, 1, tzinfo=UTC)


def test_an_ended_grant_brings_nothing_new_and_what_is_there_stays(world: World) -> None:
    county = Union(world, "county-a")
    city_grants(world, county, "county-a", valid_until=date(2027, 12, 31))
    county.publish("county-a-news")
    county.publish("county-a-old")
    world.sync(clock=At(2027))
    county.publish("county-a-news", 2)
    publish.remove(world.repo, "county-a", "county-a-old", county.keys)
    assert refusals(world.sync(clock=At(2028))) == [("county-a", "county-a-news", "REVOKED")]
    assert shown(world) == {("county-a", "county-a-news", 1)}  # what it withdrew is gone all the same
    city_grants(world, county, "county-a", valid_until=date(2029, 12, 31))
    assert refusals(world.sync(clock=At(2028))) == []
    assert shown(world) == {("county-a", "county-a-news", 2)}


def test_a_damaged_grant_on_the_medium_leaves_what_was_granted(world: World, county: Union) -> None:
    revoke(world.repo, PUBLISHER, "county-a", world.keys)
    for path in (world.repo / "publishers" / PUBLISHER / "targets" / "grants").iterdir():
        path.write_bytes(b"{}")
    assert refusals(world.sync()) == [(PUBLISHER, "", "DAMAGED_MEDIUM")]
    assert shown(world) == BOTH


def sign_target(world: World, name: str, body: bytes) -> None:
    """Sign anything as a target of the city, past the checks of its own tool."""
    repository = Repository(world.repo, PUBLISHER)
    root, state = signing.current_state(repository, world.keys)
    target = TargetFile.from_data(name, body, ["sha256"])
    place = repository.manifests.parent / "grants" / f"{target.hashes['sha256']}.{name.rpartition('/')[2]}"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(body)
    signing.commit(repository, world.keys, root, state, {**state.targets.signed.targets, name: target}, {})


@pytest.mark.parametrize(
    "name", ["grants/county-a/../x.json", "grants/UPPER.json", "grants/a.json", "grants/county-a.txt", "grants/"]
)
def test_case_25_a_malformed_name_of_a_grant_is_never_looked_up(world: World, name: str) -> None:
    """Case 25: the name is refused before any look-up."""
    world.publish()
    sign_target(world, name, b"{}")
    report = world.sync()
    assert refusals(report) == [(PUBLISHER, "", "BAD_PACK")]
    assert shown(world) == {(PUBLISHER, "may-day", 1)}


def test_a_grant_of_a_later_format_waits_for_a_newer_program(world: World, county: Union) -> None:
    sign_target(world, "grants/county-a.json", b'{"format":2}')
    assert refusals(world.sync()) == [(PUBLISHER, "", "NEEDS_NEWER_APP")]
    assert shown(world) == BOTH


def test_the_office_sees_what_it_granted(world: World) -> None:
    county = Union(world, "county-a")
    city_grants(world, county, "county-a", valid_until=date(2027, 5, 1), max_bytes=5)
    (known,) = list_grants(world.repo, PUBLISHER)
    assert (known.child, known.namespace, known.fingerprint) == ("county-a", "county-a", county.made.fingerprint)
    assert (known.valid_until, known.max_bytes, known.revoked) == (date(2027, 5, 1), 5, False)
    revoke(world.repo, PUBLISHER, "county-a", world.keys)
    assert [g.revoked for g in list_grants(world.repo, PUBLISHER)] == [True]
    with pytest.raises(ConfigError, match="NO_SUCH_GRANT"):
        revoke(world.repo, PUBLISHER, "nobody", world.keys)
    with pytest.raises(ContentError, match="BAD_PACK"):
        grant(world.repo, PUBLISHER, b"{}", world.keys, namespace="x-y")
    with pytest.raises(ContentError, match="BAD_PACK"):
        city_grants(world, county, "Not An Id")
    with pytest.raises(ContentError, match="BAD_PACK"):
        city_grants(world, county, "county-a", max_bytes=-1)


@pytest.mark.parametrize(
    ("namespace", "name", "inside"),
    [
        (None, "anything", True),
        ("wuxi", "wuxi", True),
        ("wuxi", "wuxi-steel", True),
        ("wuxi", "wuxis", False),
        ("wuxi", "wux", False),
        ("wuxi-", "wuxi-a", False),
    ],
)
def test_what_lies_in_a_namespace(namespace: str | None, name: str, inside: bool) -> None:
    assert within(namespace, name) is inside


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Grant:
    base = tmp_path_factory.mktemp("sample")
    made = publish.init(base / "repo", "county-a", base / "keys")
    return Grant("county-a", made.root, "county-a", date(2027, 5, 1), 10**9, False, datetime(2026, 5, 1, tzinfo=UTC))


def test_a_grant_reads_back_as_it_was_written(sample: Grant) -> None:
    body = grants_format.build(sample)
    assert parse(body, "county-a") == sample
    assert grants_format.build(parse(body, "county-a")) == body
    assert parse(json.dumps({**json.loads(body), "later": [1]}).encode(), "county-a") == sample


@given(st.binary(max_size=200) | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda i: st.lists(i) | st.dictionaries(st.text(), i), max_leaves=8).map(lambda v: json.dumps(v).encode()))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_refusal(untrusted: bytes) -> None:
    with pytest.raises(ContentError):
        parse(untrusted, "county-a")


ANY = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.lists(st.integers(), max_size=2)
)


@given(
    st.dictionaries(
        st.sampled_from(
            ["format", "child", "root", "namespace", "valid_until", "max_bytes", "revoked", "signed_at", "more"]
        ),
        ANY,
        min_size=1,
    )
)
@settings(max_examples=250, deadline=None)
def test_a_grant_with_any_fields_replaced(sample: Grant, changed: dict[str, object]) -> None:
    """What is accepted is well formed, whatever was put in."""
    try:
        made = parse(json.dumps({**json.loads(grants_format.build(sample)), **changed}).encode(), "county-a")
    except ContentError:
        return
    assert made.child == "county-a" and made.root == sample.root
    assert made.max_bytes is None or (type(made.max_bytes) is int and made.max_bytes >= 0)
    assert type(made.revoked) is bool
    assert parse(grants_format.build(made), "county-a") == made


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_grant_with_one_byte_changed(sample: Grant, data: st.DataObject) -> None:
    body = bytearray(grants_format.build(sample))
    body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = parse(bytes(body), "county-a")
    except ContentError:
        return
    assert made.child == "county-a"
    assert made.root == sample.root  # it is signed by its own keys
