"""`kiosk publish verify`: is everything in a repository, or on a stick, as it was signed?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.publish_options import JSON, REPO, bar_of
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.publisher.verify import Checked


@click.command("verify")
@REPO
@click.option("--publisher", default=None, help="Only this one; default: everybody in the folder.")
@JSON
def verify(repo: Path, publisher: str | None, as_json: bool) -> int:
    """Check a repository or a stick: signatures, manifests and every file. Nothing is written."""
    from kiosk.packs.publisher.verify import verify as run
    from kiosk.packs.receipt import FOLDER as OUTBOX

    bar = Bar()
    try:
        found = run(
            repo,
            publisher,
            carried_only=(repo / OUTBOX).is_dir(),
            progress=bar_of(bar, Text("核对", "checking")),
        )
    finally:
        bar.close()
    if as_json:
        out_json(_as_json(found))
        return found.exit_code
    from kiosk.packs.errors import size

    for fault in found.faults:
        click.echo(f"{click.style('✗', fg='red')} {fault.error.message(reader_language())}")
    packs = sum(len(p.packs) for p in found.publishers)
    if found.faults:
        say(
            Text(
                f"发现 {len(found.faults)} 处问题。请从备份恢复这些文件；U盘则重新导出。",
                f"{len(found.faults)} faults found. Restore these files from a backup; if this is a stick, export again.",
            )
        )
    else:
        say(
            Text(
                f"全部完好：{len(found.publishers)} 个发布单位，{packs} 个包，{found.blobs} 个文件，{size(found.bytes)}。",
                f"All is well: publishers {len(found.publishers)}, packs {packs}, files {found.blobs}, {size(found.bytes)}.",
            )
        )
    return found.exit_code


def _as_json(found: Checked) -> dict[str, Any]:
    from kiosk.packs.report import error_json

    return {
        "good": not found.faults,
        "publishers": [
            {
                "publisher": p.publisher,
                "fingerprint": p.fingerprint,
                "root": p.root_version,
                "timestamp": p.timestamp_version,
                "packs": {m.pack: m.version for m in p.packs},
                "absent": list(p.absent),
            }
            for p in found.publishers
        ],
        "blobs": found.blobs,
        "bytes": found.bytes,
        "faults": [{"file": f.file, "error": error_json(f.error)} for f in found.faults],
    }
