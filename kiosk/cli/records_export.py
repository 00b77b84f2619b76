"""`kiosk records export`: bring this kiosk's records to a stick or share by hand."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.place import DATA, settings
from kiosk.cli.publish_options import JSON
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text


@click.command("export")
@DATA
@click.option("--to", "place", required=True, help="Top folder of the stick or share, or an smb:// or s3:// address.")
@click.option("--office-key", default="", help="office1-…: the only one who can read them; default: from the settings.")
@JSON
def export(data: Path | None, place: str, office_key: str, as_json: bool) -> int:
    """Seal what is new, and copy what the office has not acknowledged. A lost stick reveals nothing and costs nothing."""
    from kiosk.doctor.letter import logs
    from kiosk.fleet import device_key, look
    from kiosk.fleet import export as run
    from kiosk.fleet.errors import unreachable
    from kiosk.fleet.place import Server, is_far, make, place_of
    from kiosk.records import open_book
    from kiosk.sealing import OfficeKey

    chosen = settings(data)
    named = office_key or chosen.office_key
    if not named:
        raise ConfigError(
            "NO_OFFICE_KEY",
            Text("还没有办公室公钥，记录不能离开这台屏。", "There is no office key yet: records do not leave this kiosk."),
            Text("用 --office-key 给出 kiosk office key show 显示的那一行。", "Give the line that kiosk office key show prints with --office-key."),
        )  # fmt: skip
    key = OfficeKey.parse(named)
    if not is_far(place) and not Path(place).is_dir():
        raise click.BadParameter(f"Directory '{place}' does not exist.", param_hint="--to")
    folder, bar = place_of(place), Bar()
    try:
        make(folder)
    except OSError as error:
        raise unreachable(str(folder), error) from error
    with closing(open_book(chosen.data_dir / "records.db", visiting=True)) as book:
        try:
            done = run(
                book, key, device_key(chosen.data_dir), folder, datetime.now(UTC), data=chosen.data_dir,
                health=look(chosen.data_dir, chosen.site), logs=lambda: logs(chosen), stick=True, progress=lambda n: bar.show(n, str(n)),
            )  # fmt: skip
        finally:
            bar.close()
            if isinstance(folder, Server):
                folder.close()
        book.forget(done.upto)
    if as_json:
        out_json({"sealed": done.sealed, "batches": done.batches, "copied": done.copied, "waiting": done.waiting, "upto": done.upto})  # fmt: skip
    else:
        say(Text(f"新封 {done.sealed} 条，写入 {done.copied} 包；等回执的 {done.waiting} 包。",
                 f"{done.sealed} records sealed, {done.copied} batches copied; {done.waiting} wait for the office."))  # fmt: skip
    return 0
