"""`kiosk studios`: the office reads what teams asked of the studios."""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.publish_options import JSON
from kiosk.core.errors import ContentError, StorageError, TrustError
from kiosk.core.text import Text, reader_language

_ROWS = "SELECT device, sequence, at, uid, payload FROM record WHERE kind = 'studio' ORDER BY at, device, sequence"
_EVENTS = {"order": Text("新卡", "new card"), "take": Text("接卡", "takes card")}
_WAYS = {
    "call": Text("打车间电话", "call"), "visit": Text("到车间来看", "come to the workshop"), "come": Text("开门时过来", "they come"),
}  # fmt: skip


@click.group("studios")
def command() -> None:
    """Requests that teams made at the studios' walls."""


@command.command("open")
@click.option("--from", "place", type=click.Path(path_type=Path, exists=True), required=True, help="records.db, or a folder with several.")  # fmt: skip
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), default=None, help="The office's private key, for sealed requests.")  # fmt: skip
@JSON
def open_(place: Path, key: Path | None, as_json: bool) -> int:
    """List requests, oldest first. Nothing is changed or stored."""
    from kiosk.cli.suggestions import private_key

    private = private_key(key) if key else None
    found, shut = [], 0
    rows, broken = requests(place)
    for row in rows:
        told = read(row["payload"], private)
        if told is None:
            shut += 1
        else:
            found.append(
                {"at": row["at"], "device": row["device"], "sequence": row["sequence"], "studio": row["uid"], **told}
            )
    if as_json:
        out_json({"requests": found, "shut": shut, "broken": [{"file": str(f), "error": e} for f, e in broken]})
        return 0
    lang = reader_language()
    for one in found:
        head = [one["code"], one["day"], one["studio"], _EVENTS[one["event"]](lang), one["card"], one["field"]]
        click.echo("  ".join(filter(None, head)))
        way = _WAYS[one["way"]](lang) if one["way"] in _WAYS else ""
        for line in (
            one["problem"],
            one["wish"],
            " ".join(filter(None, (one["team"], way, one["phone"], one["name"]))),
        ):
            if line:
                click.echo(f"    {line}")
    for file, error in broken:
        say(Text(f"{file} 读不出：{error}", f"{file} cannot be read: {error}"), err=True)
    many = len(found)
    say(Text(f"{many} 张求助卡；{shut} 张封着，要用当时的私钥（--key）。", f"{many} requests; {shut} are sealed and need the key of that time (--key)."), err=True)  # fmt: skip
    return 0


def read(payload: Any, private: bytes | None) -> dict[str, str] | None:
    """What one record asks; None when it is sealed to another key, changed, or no request.

    Args:
        payload: as the record book keeps it.
        private: the office's private key; None opens nothing.
    """
    from kiosk.kinds.studio import order
    from kiosk.sealing import open_sealed

    try:
        told = json.loads(payload)
        if told["event"] not in _EVENTS:
            return None
        if "sealed" not in told:
            return order.unpack(json.dumps({"format": 1, **told}).encode())
        if private is None:
            return None
        opened = order.unpack(open_sealed(base64.b64decode(told["sealed"], validate=True), private))
        return opened if opened["event"] in _EVENTS else None
    except (ValueError, KeyError, TypeError, binascii.Error, ContentError):
        return None
    except TrustError as error:
        if error.code != "NOT_FOR_THIS_KEY":
            raise
        return None


def requests(place: Path) -> tuple[list[sqlite3.Row], list[tuple[Path, str]]]:
    """Records of one book, or of all books below a folder, each once; and the files that could not be read.

    Raises:
        StorageError: `NO_RECORDS`: no book can be read.
    """
    found: dict[tuple[str, int], sqlite3.Row] = {}
    broken: list[tuple[Path, str]] = []
    books = 0
    for file in sorted(place.rglob("*.db")) if place.is_dir() else [place]:
        try:
            with closing(sqlite3.connect(f"file:{quote(str(file.resolve()))}?mode=ro", uri=True)) as book:
                book.row_factory = sqlite3.Row
                rows = book.execute(_ROWS).fetchall()
        except sqlite3.Error as error:
            if "no such table" not in str(error):  # another database of the kiosk
                broken.append((file, str(error)))
            continue
        books += 1
        for row in rows:
            found.setdefault((str(row["device"]), int(row["sequence"])), row)
    if not books:
        raise StorageError(
            "NO_RECORDS",
            Text(f"{place} 里没有能读的记录（records.db）。", f"There is no readable record book (records.db) in {place}."),
            Text("指明从屏上拷来的 records.db，或放着几份的文件夹。", "Name the records.db copied from a kiosk, or a folder of them."),
        )  # fmt: skip
    return list(found.values()), broken
