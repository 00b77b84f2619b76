"""`kiosk publish proposals`, `approve`, `reject`: the second person of the two-person rule."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.publish_options import JSON, KEYS, PUBLISHER, REPO, bar_of, open_ring
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.publisher.keys import KeyRing
    from kiosk.packs.publisher.proposals import Proposal


@click.command("proposals")
@REPO
@PUBLISHER
@KEYS
@JSON
def proposals(repo: Path, publisher: str, keys: tuple[Path, ...], as_json: bool) -> int:
    """Show what waits for a second signature."""
    from kiosk.packs.publisher.review import list_proposals

    found = list_proposals(repo, publisher, open_ring(publisher, keys))
    if as_json:
        out_json([_as_json(p) for p in found])
        return 0
    for p in found:
        show(p)
    if not found:
        say(Text("没有待审批的内容。", "Nothing waits for approval."))
    return 0


@click.command("approve")
@REPO
@PUBLISHER
@KEYS
@click.option("--yes", is_flag=True, help="Do not ask again.")
@click.argument("proposal")
def approve(repo: Path, publisher: str, keys: tuple[Path, ...], yes: bool, proposal: str) -> int:
    """Check a proposal, sign it, and publish it when no more signatures are wanted."""
    from kiosk.packs.publisher.review import approve as run
    from kiosk.packs.publisher.review import look

    ring = open_ring(publisher, keys)
    show(look(repo, publisher, proposal, ring))
    if not yes and not _sure():
        say(Text("没有审批。", "It was not approved."))
        return 1
    bar = Bar()
    try:
        done = run(repo, publisher, proposal, ring, progress=bar_of(bar, Text("核对", "checking")))
    finally:
        bar.close()
    if done.published:
        say(Text(f"已审批并发布 {proposal}。", f"{proposal} is approved and published."))
    else:
        _say_missing(done.proposal)
    return 0


@click.command("reject")
@REPO
@PUBLISHER
@click.argument("proposal")
def reject(repo: Path, publisher: str, proposal: str) -> int:
    """Delete a proposal."""
    from kiosk.packs.publisher.review import reject as run

    run(repo, publisher, proposal)
    say(Text(f"已退回 {proposal}。", f"{proposal} is rejected and deleted."))
    return 0


COMMANDS = (proposals, approve, reject)


def say_waits(repo: Path, publisher: str, proposal: str, ring: KeyRing) -> None:
    """After a command that led to a proposal: who must do what."""
    from kiosk.packs.publisher.review import look

    waits = look(repo, publisher, proposal, ring)
    _say_missing(waits)
    say(
        Text(
            f"请对方运行：kiosk publish approve --repo {repo} --publisher {publisher} --keys … {proposal}",
            f"They run: kiosk publish approve --repo {repo} --publisher {publisher} --keys … {proposal}",
        )
    )


def show(proposal: Proposal) -> None:
    """What a proposal would change, for people."""
    lang = reader_language()
    stale = Text("，已过时", ", out of date") if proposal.stale else Text("", "")
    by = Text("、".join(proposal.by) or "无人签名", ", ".join(proposal.by) or "nobody")
    at = proposal.at.replace("T", " ").removesuffix("Z")
    say(Text(f"{proposal.id}  {by.zh}  {at} UTC{stale.zh}", f"{proposal.id}  {by.en}  {at} UTC{stale.en}"))
    for change in proposal.changes:
        click.echo(f"  {change.say()(lang)}")


def _say_missing(proposal: Proposal) -> None:
    zh, en = "、".join(proposal.waits_for), ", ".join(proposal.waits_for)
    say(
        Text(
            f"{proposal.id} 还需要 {proposal.missing} 人签名（{zh}），屏幕上暂时没有变化。",
            f"{proposal.id} needs {proposal.missing} more signature(s), by {en}. Screens do not change yet.",
        )
    )


def _sure() -> bool:
    if not sys.stdin.isatty():
        raise ConfigError(
            "NOT_CONFIRMED",
            Text("审批要有人确认。", "Somebody has to confirm an approval."),
            Text("请在终端运行，或加 --yes。", "Run it at a terminal, or add --yes."),
        )
    return click.confirm(Text("审批并签名？", "Approve and sign?")(reader_language()))


def _as_json(proposal: Proposal) -> dict[str, Any]:
    made = asdict(proposal)
    for change in made["changes"]:
        change["signoff"] = [{**s, "date": s["date"].isoformat()} for s in change["signoff"]]
    return made
