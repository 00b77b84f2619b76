"""What a publication would change, in words: worked out by comparing what is signed now with what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tuf.api.metadata import Root, TargetFile, Targets

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs.ids import pack_of_target
from kiosk.packs.publisher.checks import read_manifest
from kiosk.packs.publisher.keys import ROLES, key_name
from kiosk.packs.publisher.repository import Published, Repository
from kiosk.packs.signoff import ROLE_WORDS, SignOff

NOTHING = Text("", "")
Do: TypeAlias = Literal["add", "update", "remove", "grant", "revoke", "keys"]
_WORDS: dict[Do, Text] = {
    "add": Text("新增", "add"),
    "update": Text("更新", "update"),
    "remove": Text("撤下", "remove"),
    "grant": Text("授权", "grant"),
    "revoke": Text("收回授权", "revoke"),
    "keys": Text("密钥", "keys"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would be different.

    Args:
        what: pack id, child publisher, or role of a key.
        version: of the pack, 0 when it has none.
        detail: the pack's title, or what happens to the keys.
    """

    do: Do
    what: str
    version: int = 0
    detail: Text = NOTHING
    signoff: tuple[SignOff, ...] = ()

    def say(self) -> Text:
        """One line."""
        zh = f"{_WORDS[self.do].zh} {self.what}"
        en = f"{_WORDS[self.do].en} {self.what}"
        if self.version:
            zh, en = f"{zh} 第 {self.version} 版", f"{en} version {self.version}"
        if self.detail.zh:
            zh, en = f"{zh}（{self.detail.zh}）", f"{en} ({self.detail.en})"
        for s in self.signoff:
            zh += f"，{ROLE_WORDS[s.role].zh} {s.name} {s.date}"
            en += f", {ROLE_WORDS[s.role].en}: {s.name} {s.date}"
        return Text(zh, en)


def changes(repository: Repository, state: Published, after: Targets, old: Root, new: Root) -> tuple[Change, ...]:
    """Everything that differs between the published state and `after`, by name."""
    made = list(_key_changes(old, new))
    before = state.targets.signed.targets
    for name in sorted(before.keys() | after.targets.keys()):
        if before.get(name) == after.targets.get(name):
            continue
        made.append(_change(repository, name, before.get(name), after.targets.get(name)))
    return tuple(made)


def _change(repository: Repository, name: str, before: TargetFile | None, after: TargetFile | None) -> Change:
    pack = pack_of_target(name)
    if pack is None:
        return Change("grant" if after else "revoke", name.removeprefix("grants/").removesuffix(".json"))
    shown = after or before
    assert shown is not None
    try:
        manifest = read_manifest(repository, shown, pack)
    except KioskError as error:
        return Change("update", pack, 0, error.message)
    do: Do = "remove" if after is None else "update" if before else "add"
    return Change(do, pack, manifest.version, manifest.title, manifest.signoff if after else ())


def _key_changes(old: Root, new: Root) -> list[Change]:
    made = []
    for role in ROLES:
        was, now = old.roles[role], new.roles[role]
        parts = [f"+{key_name(new, k)}" for k in now.keyids if k not in was.keyids]
        parts += [f"−{key_name(old, k)}" for k in was.keyids if k not in now.keyids]
        if was.threshold != now.threshold:
            parts.append(f"{was.threshold} → {now.threshold}")
        if parts:
            made.append(Change("keys", role, 0, Text("，".join(parts), ", ".join(parts))))
    return made
