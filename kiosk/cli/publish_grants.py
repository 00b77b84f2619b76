"""`kiosk publish grant`, `revoke`, `grants`: letting another union publish under a name of its own."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.publish_options import JSON, KEYS, PUBLISHER, REPO, open_ring
from kiosk.cli.publish_review import say_waits
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.packs.publisher.keys import KeyRing


@click.command("grant")
@REPO
@PUBLISHER
@KEYS
@click.option("--child-root", type=click.Path(path_type=Path, dir_okay=False, exists=True), required=True,
              help="The 1.root.json of the other publisher.")  # fmt: skip
@click.option("--namespace", required=True, help="Its packs are called this, or begin with it and a dash.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Last day, e.g. 2027-12-31.")
@click.option("--max-bytes", type=click.IntRange(min=1), default=None, help="Most bytes its packs may take on a kiosk.")
def grant(
    repo: Path,
    publisher: str,
    keys: tuple[Path, ...],
    child_root: Path,
    namespace: str,
    until: datetime | None,
    max_bytes: int | None,
) -> int:
    """Let another publisher publish to the kiosks that trust this one."""
    from kiosk.packs.publisher.grants import grant as run

    ring = open_ring(publisher, keys)
    before = _waiting(repo, publisher, ring)
    made = run(
        repo,
        publisher,
        child_root.read_bytes(),
        ring,
        namespace=namespace,
        valid_until=until.date() if until else None,
        max_bytes=max_bytes,
    )
    if new := _waiting(repo, publisher, ring) - before:
        say_waits(repo, publisher, new.pop(), ring)
        return 0
    say(
        Text(
            f"已授权 {made.child} 以 {made.namespace} 发布。请向对方核对指纹：{made.fingerprint}",
            f"{made.child} may publish as {made.namespace}. Compare its fingerprint with them: {made.fingerprint}",
        )
    )
    return 0


@click.command("revoke")
@REPO
@PUBLISHER
@KEYS
@click.argument("child")
def revoke(repo: Path, publisher: str, keys: tuple[Path, ...], child: str) -> int:
    """Take a grant back: the packs of that publisher leave the screens at their next sync."""
    from kiosk.packs.publisher.grants import revoke as run

    ring = open_ring(publisher, keys)
    before = _waiting(repo, publisher, ring)
    run(repo, publisher, child, ring)
    if new := _waiting(repo, publisher, ring) - before:
        say_waits(repo, publisher, new.pop(), ring)
        return 0
    say(Text(f"已收回给 {child} 的授权。", f"The grant to {child} is taken back."))
    return 0


@click.command("grants")
@REPO
@PUBLISHER
@JSON
def grants(repo: Path, publisher: str, as_json: bool) -> int:
    """Show whom this publisher lets publish."""
    from kiosk.packs.publisher.grants import list_grants

    found = list_grants(repo, publisher)
    if as_json:
        out_json([asdict(g) | {"valid_until": g.valid_until.isoformat() if g.valid_until else None} for g in found])
        return 0
    for g in found:
        state = Text("已收回", "revoked") if g.revoked else Text("有效", "valid")
        until = Text(f"至 {g.valid_until}", f"until {g.valid_until}") if g.valid_until else Text("不限期", "no end")
        say(Text(f"{g.child}\t{g.namespace}\t{g.fingerprint}\t{until.zh}\t{state.zh}",
                 f"{g.child}\t{g.namespace}\t{g.fingerprint}\t{until.en}\t{state.en}"))  # fmt: skip
    if not found:
        say(Text("没有授权给别的单位。", "No grants to other publishers."))
    return 0


def _waiting(repo: Path, publisher: str, ring: KeyRing) -> set[str]:
    """Proposals now: under the two-person rule a grant waits for its second signature like everything else."""
    from kiosk.packs.publisher.review import list_proposals

    return {p.id for p in list_proposals(repo, publisher, ring)}


COMMANDS = (grant, revoke, grants)
