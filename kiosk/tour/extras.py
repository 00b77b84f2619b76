"""A copy of the library with a few things that are wrong on purpose, so that their designed pages can be seen.

The store is only read; the tour's answers go into the copy's own record book.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.catalog.snapshot import SnapshotFile


def spoiled_copy(data: Path, place: Path) -> Path:
    """Copy catalog and snapshot of `data` into `place`, and add items that go wrong.

    `tour/newer` made by a newer tool; `tour/broken` with a document that cannot be read; `tour/damaged` a programme of 0
    bytes; `tour/silent` a story whose recording is not a recording; `tour/gaps` a lecture with pictures and a sound, and with a film,
    a page and a story that are not there.

    Returns:
        The data folder to run on.
    """
    catalog = place / "catalog"
    shutil.copytree(data / "catalog", catalog)
    snapshot = SnapshotFile(catalog).read()
    if not snapshot.catalog:
        return place
    noise = place / "damaged"
    noise.write_bytes(b"")
    garbage = place / "garbage"
    garbage.write_bytes(b"this is not a recording" * 40)
    with closing(sqlite3.connect(catalog / snapshot.catalog)) as db, db:
        _copy(db, "story", "tour/newer", {"condition": "newer"})
        _copy(db, "story", "tour/broken", {"condition": "broken"})
        _copy(db, "segment", "tour/damaged", {}, ("video.", "audio."), noise)
        _copy(db, "story", "tour/silent", {}, ("narration",), garbage)
        _gaps(db, garbage)
    return place


def _gaps(db: sqlite3.Connection, garbage: Path) -> None:
    """Copy the first lecture that brings pictures, with other steps."""
    db.row_factory = sqlite3.Row
    told = db.execute("SELECT media FROM item WHERE kind='story' AND listen=1").fetchall()
    sounds = [path for row in told for name, path in json.loads(row["media"]).items() if "narration" in name]
    rows = db.execute(
        "SELECT * FROM item WHERE kind='lecture' AND uid="
        "(SELECT min(uid) FROM item WHERE kind='lecture' AND document LIKE '%/pictures/%')"
    ).fetchall()
    for row in rows:
        document, media = json.loads(row["document"]), json.loads(row["media"])
        steps = document["content"]["steps"]
        plain = next(s for s in steps if s["kind"] == "slide" and s["picture"])
        talk = next((s for s in steps if s["kind"] == "slide" and s["layout"] == "text" and s["body"]), plain)
        at = plain["picture"]["src"].rsplit("/", 2)[0]
        media |= {f"{at}/torn.pdf": garbage.as_posix()} | ({f"{at}/voice.m4a": sounds[0]} if sounds else {})
        document["content"]["steps"] = [
            plain,
            plain | {"id": "g1", "kind": "picture", "layout": "text"},
            talk | {"id": "g2", "layout": "picture", "picture": plain["picture"]},
            plain | {"id": "g3", "kind": "segment", "layout": "text", "file": f"{at}/voice.m4a", "picture": None},
            plain | {"id": "g4", "kind": "segment", "layout": "text", "file": f"{at}/clip.mp4", "picture": None},
            plain
            | {"id": "g5", "kind": "page", "layout": "text", "file": f"{at}/torn.pdf", "page": 1, "picture": None},
            plain | {"id": "g6", "kind": "story", "layout": "text", "item": "tour/nobody", "picture": None},
        ]
        changes = {"document": json.dumps(document, ensure_ascii=False), "media": json.dumps(media)}
        _insert(db, dict(row) | {"uid": "tour/gaps", "place": 100_000, "kind": "tour-lecture"} | changes)


def _copy(
    db: sqlite3.Connection,
    kind: str,
    uid: str,
    changes: dict[str, str],
    names: tuple[str, ...] = (),
    file: Path | None = None,
) -> None:
    """Copy the first item of a kind under another id, with changes."""
    db.row_factory = sqlite3.Row
    rows = db.execute(
        "SELECT * FROM item WHERE kind=? AND listen=1 AND uid=(SELECT min(uid) FROM item WHERE kind=? AND listen=1)",
        (kind, kind),
    ).fetchall()
    for row in rows:
        values = dict(row) | {"uid": uid, "place": 100_000, "kind": f"tour-{kind}"} | changes
        media = json.loads(values["media"])
        if file is not None:
            media = {k: file.as_posix() if any(n in k for n in names) else v for k, v in media.items()}
        values["media"] = json.dumps(media)
        _insert(db, values)


def _insert(db: sqlite3.Connection, values: dict[str, object]) -> None:
    marks = ",".join("?" * len(values))
    db.execute(f"INSERT INTO item ({','.join(values)}) VALUES ({marks})", tuple(values.values()))  # noqa: S608  the names are our own schema's
