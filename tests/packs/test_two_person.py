"""Two people sign: the author proposes, the reviewer checks and approves. Alone, neither changes a screen."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.errors import ConfigError, ContentError, StorageError, TrustError
from kiosk.packs.publisher import grants, keyadmin, publish, review
from kiosk.packs.publisher.keys import KeyRing, open_keys
from kiosk.packs.publisher.repository import Repository
from kiosk.packs.publisher.signing import current_state
from kiosk.packs.signoff import SignOff

from .world import PUBLISHER, World, build_pack


class Office:
    """王芳 writes, 李娜 reviews; the root key lies in a safe."""

    def __init__(self, world: World) -> None:
        self.world = world
        safe = world.base / "safe"
        safe.mkdir()
        (world.base / "keys" / f"{PUBLISHER}.root.1.pem").rename(safe / f"{PUBLISHER}.root.1.pem")
        shutil.copy(world.base / "keys" / f"{PUBLISHER}.root.json", safe)
        keyadmin.add_person(self.repo, PUBLISHER, self.with_safe, world.base / "li", "李娜")

    @property
    def repo(self) -> Path:
        return self.world.repo

    @property
    def with_safe(self) -> KeyRing:
        return self.wang.with_root(open_keys(self.world.base / "safe", PUBLISHER))

    @property
    def wang(self) -> KeyRing:
        return open_keys(self.world.base / "keys", PUBLISHER)

    @property
    def li(self) -> KeyRing:
        return open_keys(self.world.base / "li", PUBLISHER)

    def add(self, keys: KeyRing, pack: str = "may-day", version: int = 1, **how: object) -> publish.PublishedPack:
        built = build_pack(self.world.base / "b", pack, version)
        return publish.add(self.repo, PUBLISHER, built, keys, **how)  # type: ignore[arg-type]

    def ids(self) -> list[str]:
        return [p.id for p in review.list_proposals(self.repo, PUBLISHER, self.li)]

    def shown(self) -> dict[str, int]:
        report = self.world.sync()
        assert report.problem is None
        return self.world.live()


@pytest.fixture
def two(world: World) -> Office:
    """The rule is in force."""
    office = Office(world)
    both = office.with_safe.joined(office.li)
    assert keyadmin.set_threshold(office.repo, PUBLISHER, "targets", 2, both).proposal == ""
    return office


def test_the_author_proposes_and_the_reviewer_publishes(two: Office) -> None:
    made = two.add(two.wang)
    assert made.changed and made.proposal
    assert two.shown() == {}
    (waiting,) = review.list_proposals(two.repo, PUBLISHER, two.li)
    assert (waiting.id, waiting.missing, waiting.waits_for, waiting.stale) == (made.proposal, 1, ("李娜",), False)
    assert [(c.do, c.what, c.version) for c in waiting.changes] == [("add", "may-day", 1)]
    done = review.approve(two.repo, PUBLISHER, made.proposal, two.li)
    assert done.published and done.proposal.by
    assert two.shown() == {"may-day": 1}
    assert two.ids() == []
    assert not list((two.repo / "publishers" / PUBLISHER / "proposals").iterdir())


def test_either_may_be_the_author(two: Office) -> None:
    assert review.approve(two.repo, PUBLISHER, two.add(two.li).proposal, two.wang).published
    assert two.shown() == {"may-day": 1}


def test_both_at_one_desk_need_one_command(two: Office) -> None:
    assert two.add(two.wang.joined(two.li)).proposal == ""
    assert two.shown() == {"may-day": 1}


def test_nobody_approves_alone(two: Office) -> None:
    made = two.add(two.wang)
    with pytest.raises(TrustError, match="SAME_PERSON") as caught:
        review.approve(two.repo, PUBLISHER, made.proposal, two.wang)
    assert made.proposal in caught.value.message.zh
    assert two.shown() == {}


def test_one_signature_or_the_same_twice_is_refused_by_a_kiosk(two: Office) -> None:
    """An author who knows the format puts her proposal where kiosks look."""
    two.add(two.wang)
    repository = Repository(two.repo, PUBLISHER)
    root, state = current_state(repository, two.wang)
    from kiosk.packs.publisher import proposals, signing

    draft = proposals.find(repository, root, two.ids()[0])
    signatures = draft.targets.signatures
    (mine,) = signatures.values()
    other = next(k for k in root.roles["targets"].keyids if k != mine.keyid)
    signatures[other] = type(mine)(other, mine.signature)  # the same signature under the other's name
    signing.write_state(repository, two.wang, root, state, draft.targets)
    report = two.world.sync()
    assert report.problem is not None and report.problem.code == "UNTRUSTED"
    assert two.world.live() == {}


def test_what_was_proposed_on_an_older_state_is_stale(two: Office) -> None:
    first = two.add(two.wang)
    two.add(two.wang.joined(two.li), "safety")
    (waiting,) = review.list_proposals(two.repo, PUBLISHER, two.li)
    assert waiting.stale
    with pytest.raises(TrustError, match="STALE_PROPOSAL") as caught:
        review.approve(two.repo, PUBLISHER, first.proposal, two.li)
    assert "kiosk publish add" in caught.value.hint.en
    assert two.shown() == {"safety": 1}
    again = two.add(two.wang)
    assert review.approve(two.repo, PUBLISHER, again.proposal, two.li).published
    review.reject(two.repo, PUBLISHER, first.proposal)
    assert two.shown() == {"safety": 1, "may-day": 1} and two.ids() == []


def test_what_one_person_proposes_is_one_proposal(two: Office) -> None:
    """Three packs in a row, and one taken out: one approval publishes all of it."""
    two.add(two.wang.joined(two.li), "old")
    two.add(two.wang, "may-day")
    two.add(two.wang, "safety")
    two.add(two.wang, "safety", 2)
    last = publish.remove(two.repo, PUBLISHER, "old", two.wang)
    assert two.ids() == [last]
    (waiting,) = review.list_proposals(two.repo, PUBLISHER, two.li)
    assert [(c.do, c.what, c.version) for c in waiting.changes] == [
        ("add", "may-day", 1), ("remove", "old", 1), ("add", "safety", 2),
    ]  # fmt: skip
    review.approve(two.repo, PUBLISHER, last, two.li)
    assert two.shown() == {"may-day": 1, "safety": 2}
    with pytest.raises(ContentError, match="VERSION_NOT_HIGHER"):
        two.add(two.wang, "old", 1)


def test_two_authors_have_two_proposals(two: Office) -> None:
    mine, hers = two.add(two.wang).proposal, two.add(two.li, "safety").proposal
    assert sorted(two.ids()) == sorted([mine, hers])
    review.approve(two.repo, PUBLISHER, mine, two.li)
    with pytest.raises(TrustError, match="STALE_PROPOSAL"):
        review.approve(two.repo, PUBLISHER, hers, two.wang)


def test_rejected_is_gone(two: Office) -> None:
    made = two.add(two.wang)
    review.reject(two.repo, PUBLISHER, made.proposal)
    assert two.ids() == []
    for act in (
        lambda: review.reject(two.repo, PUBLISHER, made.proposal),
        lambda: review.approve(two.repo, PUBLISHER, made.proposal, two.li),
        lambda: review.reject(two.repo, PUBLISHER, "../metadata/timestamp"),
    ):
        with pytest.raises(ConfigError, match="NO_SUCH_PROPOSAL"):
            act()
    assert two.shown() == {}


def proposal_file(two: Office) -> Path:
    (path,) = (two.repo / "publishers" / PUBLISHER / "proposals").iterdir()
    return path


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda p: p["targets"]["signed"]["targets"].clear(), "UNSIGNED_PROPOSAL"),
        (lambda p: p["targets"]["signatures"].clear(), "UNSIGNED_PROPOSAL"),
        (lambda p: p.update(targets=None), "DAMAGED_MEDIUM"),
        (lambda p: p.update(format=2), "DAMAGED_MEDIUM"),
        (lambda p: p.update(root={"signed": {}}), "DAMAGED_MEDIUM"),
    ],
)
def test_a_proposal_that_somebody_edited(two: Office, edit: object, code: str) -> None:
    made = two.add(two.wang)
    path = proposal_file(two)
    raw = json.loads(path.read_bytes())
    edit(raw)  # type: ignore[operator]
    path.write_text(json.dumps(raw))
    with pytest.raises((TrustError, StorageError), match=code):
        review.approve(two.repo, PUBLISHER, made.proposal, two.li)
    assert two.ids() == [made.proposal]  # listing survives it
    assert two.shown() == {}


def test_keys_smuggled_into_a_proposal(two: Office, tmp_path: Path) -> None:
    """A root of a stranger inside a proposal is not followed."""
    publish.init(tmp_path / "r", PUBLISHER, tmp_path / "k")
    for _ in range(3):
        keyadmin.rotate(tmp_path / "r", PUBLISHER, "root", open_keys(tmp_path / "k", PUBLISHER))
    made = two.add(two.wang)
    root, _ = current_state(Repository(two.repo, PUBLISHER), two.wang)
    path = proposal_file(two)
    raw = json.loads(path.read_bytes())
    strange = tmp_path / "r" / "publishers" / PUBLISHER / "metadata" / f"{root.version + 1}.root.json"
    path.write_text(json.dumps(raw | {"root": json.loads(strange.read_bytes())}))
    with pytest.raises(TrustError, match="REPOSITORY_CHANGED"):
        review.approve(two.repo, PUBLISHER, made.proposal, two.li)


def test_the_reviewer_reads_every_byte(two: Office) -> None:
    made = two.add(two.wang)
    blob = two.world.blob(b'{"v":1}')
    good = blob.read_bytes()
    blob.write_bytes(b'{"v":9}')
    with pytest.raises(StorageError, match="DAMAGED_MEDIUM"):
        review.approve(two.repo, PUBLISHER, made.proposal, two.li)
    blob.unlink()
    with pytest.raises(StorageError, match="DAMAGED_MEDIUM"):
        review.approve(two.repo, PUBLISHER, made.proposal, two.li)
    blob.write_bytes(good)
    assert review.approve(two.repo, PUBLISHER, made.proposal, two.li).published


def test_a_proposal_cannot_forget_what_was_withdrawn(two: Office) -> None:
    """The author's program is broken or hostile: it would let an old version come back."""
    both = two.wang.joined(two.li)
    two.add(both, version=5)
    publish.remove(two.repo, PUBLISHER, "may-day", both)
    from kiosk.packs.publisher import proposals

    repository = Repository(two.repo, PUBLISHER)
    root, state = current_state(repository, two.wang)
    name = proposals.submit(repository, two.wang, root, state, dict(state.targets.signed.targets), {})
    with pytest.raises(TrustError, match="REPOSITORY_CHANGED"):
        review.approve(two.repo, PUBLISHER, name, two.li)


def test_the_rule_itself_comes_into_force_with_the_second_signature(world: World) -> None:
    """The root key and the author are here, the reviewer is not."""
    office = Office(world)
    office.add(office.wang)
    done = keyadmin.set_threshold(office.repo, PUBLISHER, "targets", 2, office.with_safe)
    assert done.proposal
    assert office.add(office.wang, "safety").proposal == ""  # not yet
    with pytest.raises(TrustError, match="STALE_PROPOSAL"):
        review.approve(office.repo, PUBLISHER, done.proposal, office.li)
    again = keyadmin.set_threshold(office.repo, PUBLISHER, "targets", 2, office.with_safe)
    (what,) = [p.changes for p in review.list_proposals(office.repo, PUBLISHER, office.li) if p.id == again.proposal]
    assert [(c.do, c.what) for c in what] == [("keys", "targets")] and "1 → 2" in what[0].detail.zh
    assert review.approve(office.repo, PUBLISHER, again.proposal, office.li).published
    assert office.shown() == {"may-day": 1, "safety": 1}
    assert office.add(office.wang, "third").proposal


def test_the_authors_lost_key_is_replaced_and_the_reviewer_confirms(two: Office) -> None:
    both = two.wang.joined(two.li)
    two.add(both)
    two.shown()
    done = keyadmin.rotate(two.repo, PUBLISHER, "targets", two.with_safe)
    assert done.proposal
    assert two.shown() == {"may-day": 1}
    assert review.approve(two.repo, PUBLISHER, done.proposal, two.li).published
    assert two.shown() == {"may-day": 1}
    assert review.approve(two.repo, PUBLISHER, two.add(two.wang, version=2).proposal, two.li).published
    assert two.shown() == {"may-day": 2}


def test_a_key_of_timestamps_needs_no_second_person(two: Office) -> None:
    assert keyadmin.rotate(two.repo, PUBLISHER, "timestamp", two.with_safe).proposal == ""
    assert two.shown() == {}


def test_a_grant_needs_two_as_well(two: Office, tmp_path: Path) -> None:
    child = publish.init(tmp_path / "r", "county-a", tmp_path / "k")
    grants.grant(two.repo, PUBLISHER, child.root, two.wang, namespace="county-a")
    assert grants.list_grants(two.repo, PUBLISHER) == ()
    (waiting,) = review.list_proposals(two.repo, PUBLISHER, two.li)
    assert [(c.do, c.what) for c in waiting.changes] == [("grant", "county-a")]
    review.approve(two.repo, PUBLISHER, waiting.id, two.li)
    assert [g.child for g in grants.list_grants(two.repo, PUBLISHER)] == ["county-a"]
    two.add(two.wang.joined(two.li))
    assert [g.child for g in grants.list_grants(two.repo, PUBLISHER)] == ["county-a"]  # kept


DAY = date(2026, 5, 1)
WROTE, CHECKED, APPROVED = (
    SignOff("wrote", "王芳", DAY),
    SignOff("checked", "陈静", DAY),
    SignOff("approved", "李娜", DAY),
)


def test_the_three_reviews_are_recorded_and_shown(two: Office) -> None:
    made = two.add(two.wang, signoff=(WROTE, CHECKED, APPROVED))
    (waiting,) = review.list_proposals(two.repo, PUBLISHER, two.li)
    assert "审定 李娜 2026-05-01" in waiting.changes[0].say().zh
    review.approve(two.repo, PUBLISHER, made.proposal, two.li)
    (listed,) = publish.list_packs(two.repo, PUBLISHER)
    assert listed.signoff == (WROTE, CHECKED, APPROVED)
    assert two.shown() == {"may-day": 1}


def test_a_publisher_may_require_them(two: Office) -> None:
    both = two.with_safe.joined(two.li)
    keyadmin.set_threshold(two.repo, PUBLISHER, "targets", 2, both, require_signoff=True)
    with pytest.raises(ContentError, match="SIGNOFF_MISSING") as caught:
        two.add(two.wang, signoff=(WROTE,))
    assert "校对" in caught.value.message.zh and "审定" in caught.value.message.zh
    with pytest.raises(ContentError, match="SIGNOFF_SAME_PERSON"):
        two.add(two.wang, signoff=(WROTE, CHECKED, SignOff("approved", "王芳", DAY)))
    assert two.add(two.wang, signoff=(WROTE, CHECKED, APPROVED)).proposal
    keyadmin.set_threshold(two.repo, PUBLISHER, "targets", 2, both, require_signoff=False)
    assert two.add(both, "safety").proposal == ""


def test_the_pack_may_say_it_itself(world: World) -> None:
    entry = {"role": "wrote", "name": "王芳", "date": "2026-05-01"}
    world.publish(signoff=[entry])
    assert publish.list_packs(world.repo, PUBLISHER)[0].signoff == (WROTE,)
    with pytest.raises(ContentError, match="signoff"):
        world.publish(version=2, signoff=[{"role": "wrote"}])
