"""`kiosk fleet logs`: the newest logs of a kiosk, as a stick or share brought them."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.fleet import DB, open_office
from kiosk.cli.publish_options import JSON
from kiosk.core.errors import ConfigError, StorageError
from kiosk.core.text import Text


@click.command("logs")
@click.argument("device")
@click.argument("name", default="")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), default=None, help="Save them all into this folder.")  # fmt: skip
@DB
@JSON
def logs(device: str, name: str, folder: Path | None, url: str | None, as_json: bool) -> int:
    """List the logs of kiosk DEVICE, print the one called NAME, or save all of them."""
    from kiosk.fleet.office import logs as read

    office = open_office(url)
    try:
        made, texts = read(office, device)
    finally:
        office.close()
    if name and name not in texts:
        raise ConfigError(
            "NO_SUCH_LOG",
            Text(f"没有叫 {name} 的日志。", f"There is no log called {name}."),
            Text(f"有：{'、'.join(texts)}。", f"There are: {', '.join(texts)}."),
        )
    if folder is not None:
        _save(folder, {name: texts[name]} if name else dict(texts))
    if as_json:
        out_json({"device": device, "made": made.isoformat(), "logs": {name: texts[name]} if name else dict(texts)})
    elif folder is not None:
        say(Text(f"存到了 {folder}。", f"Saved to {folder}."))
    elif name:
        click.echo(texts[name])
    else:
        say(Text(f"{device}，{made.astimezone():%Y-%m-%d %H:%M} 的日志：", f"Logs of {device}, {made.astimezone():%Y-%m-%d %H:%M}:"))  # fmt: skip
        for called, text in texts.items():
            click.echo(f"    {called}\t{len(text):,}")
    return 0


def _save(folder: Path, texts: dict[str, str]) -> None:
    """Names were checked when they came: none leads out of the folder."""
    try:
        for name, text in texts.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
    except OSError as error:
        raise StorageError(
            "NOT_WRITABLE",
            Text(f"写不了 {folder}（{error.strerror}）。", f"{folder} cannot be written ({error.strerror})."),
            Text("请换一个文件夹。", "Choose another folder."),
        ) from error
