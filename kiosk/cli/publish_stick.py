"""`kiosk publish export`, `receipts`: sticks that go to the kiosks and come back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.publish_options import FOLDER, JSON, REPO
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.publisher.receipts import Received


@click.command("export")
@REPO
@click.option("--publisher", default=None, help="Only this one and those it grants to; default: everybody.")
@click.option("--to", "stick", type=FOLDER, required=True, help="The stick.")
@click.option("--pack", "packs", multiple=True, help="Only this pack; may be given several times.")
@JSON
def export(repo: Path, publisher: str | None, stick: Path, packs: tuple[str, ...], as_json: bool) -> int:
    """Copy packs to a stick, and read everything back before saying that it may be taken."""
    from kiosk.packs.errors import size
    from kiosk.packs.publisher.export import export as run

    bar = _TwoPasses()
    try:
        done = run(repo, stick, publisher=publisher, packs=packs, progress=bar)
    finally:
        bar.close()
    if as_json:
        out_json(
            {
                "publishers": list(done.publishers),
                "packs": [
                    {"publisher": p.publisher, "pack": p.pack, "version": p.version, "bytes": p.size}
                    for p in done.packs
                ],
                "copied_bytes": done.copied,
                "kept_bytes": done.kept,
                "checked_bytes": done.checked,
                "removed_files": done.removed,
                "receipts": [_receipt_json(r) for r in done.receipts],
            }
        )
        return 0
    for p in done.packs:
        say(Text(f"{p.title.zh}\t{p.pack}\t第 {p.version} 版\t{size(p.size)}",
                 f"{p.title.en}\t{p.pack}\tversion {p.version}\t{size(p.size)}"))  # fmt: skip
    show_receipts(done.receipts)
    say(
        Text(
            f"新写 {size(done.copied)}，原有 {size(done.kept)}，全部读回核对无误（{size(done.checked)}）。",
            f"{size(done.copied)} written, {size(done.kept)} kept; all of it was read back and is right ({size(done.checked)}).",
        )
    )
    say(Text("请先在系统里弹出U盘，再拔下。", "Safe to remove: eject the stick, then take it."))
    return 0


@click.command("receipts")
@click.option("--from", "stick", type=FOLDER, required=True, help="A stick that came back.")
@JSON
def receipts(stick: Path, as_json: bool) -> int:
    """Show which kiosks fetched what from a stick."""
    from kiosk.packs.publisher.receipts import read_receipts

    found = read_receipts(stick)
    if as_json:
        out_json([_receipt_json(r) for r in found])
    elif found:
        show_receipts(found)
    else:
        say(Text("还没有屏幕取过内容。", "No kiosk has fetched anything yet."))
    return 0


COMMANDS = (export, receipts)


def show_receipts(found: Iterable[Received]) -> None:
    """Receipts, one kiosk a line; bad ones are named."""
    for r in found:
        if r.receipt is None:
            assert r.error is not None
            click.echo(f"! {r.file}: {r.error.message(reader_language())}")
            continue
        packs = "  ".join(f"{p.publisher}/{p.pack} {p.version}" for p in r.receipt.packs) or "-"
        at = r.receipt.at.strftime("%Y-%m-%d %H:%M UTC")
        click.echo(f"{r.receipt.site or r.receipt.device}\t{r.receipt.device}\t{at}\t{packs}")


class _TwoPasses(Bar):
    """Copying, then reading back: the second begins where the bytes start again."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self._checking = 0, False

    def __call__(self, name: str, done: int, total: int) -> None:
        """See `kiosk.packs.publisher.blobs.Progress`."""
        self._checking = self._checking or done < self._last
        self._last, self.total = done, total
        words = Text("读回核对", "reading back") if self._checking else Text("写入", "writing")
        self.show(done, f"{words(reader_language())} {name}")


def _receipt_json(received: Received) -> dict[str, Any]:
    from kiosk.packs.report import error_json

    r = received.receipt
    known: dict[str, Any] = {"file": received.file, "error": error_json(received.error)}
    if r is None:
        return known
    packs = [{"publisher": p.publisher, "pack": p.pack, "version": p.version} for p in r.packs]
    return known | {"device": r.device, "site": r.site, "at": r.at.isoformat(), "packs": packs}
