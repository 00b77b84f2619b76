"""`kiosk studios open` as an office types it."""

from __future__ import annotations

import base64
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.kinds.studio import order
from kiosk.kinds.studio.order import Order
from kiosk.records import Record, RecordBook
from kiosk.sealing import make_key, seal

PLAIN = Order(field="换模", problem="换一次太慢", team="三车间二班", phone="6032")
SEALED = Order(card="032", field="输送", team="机修班", phone="6011", name="某人")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record book with a plain request, a sealed one, one sealed to another key, and something else."""
    for name in [n for n in os.environ if n.startswith("KIOSK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_LANG", "en")
    keys = [make_key(tmp_path / f"{n}.key", None) for n in (1, 2)]
    payloads = [order.plain_record(PLAIN, "AAA", "2026-11-20")]
    for key in keys:
        sealed = base64.b64encode(seal(order.letter(SEALED, "BBB", "2026-11-21"), key)).decode()
        payloads.append(order.sealed_record(SEALED, sealed, "2026-11-20"))
    payloads.append({"event": "order", "sealed": "not base64!"})
    book = RecordBook(tmp_path / "records.db")
    for payload in payloads:
        book.append(Record("v", "studios/assembly", "studio", 1, datetime.now(UTC), 1.0, True, payload))
    book.close()
    (tmp_path / "torn.db").write_bytes(b"no database at all, but long enough to be looked at" * 40)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as done:
        main([*map(str, words)])
    said = capsys.readouterr()
    assert int(done.value.code or 0) == code, said.out + said.err
    return said.out, said.err


def test_without_a_key_only_plain_requests_are_read(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = run(capsys, "studios", "open", "--from", place / "records.db")
    assert "换一次太慢" in out and "三车间二班 call 6032" in out and "机修班" not in out
    assert "1 requests; 3 are sealed" in err


def test_the_key_opens_what_was_sealed_to_it(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = run(capsys, "studios", "open", "--from", place, "--key", place / "1.key", "--json")
    told = json.loads(out)
    assert [(r["event"], r["card"], r["code"]) for r in told["requests"]] == [
        ("order", "", "AAA"),
        ("take", "032", "BBB"),
    ]
    assert told["shut"] == 2 and [Path(b["file"]).name for b in told["broken"]] == ["torn.db"] and not err


def test_a_folder_without_records_is_an_error_we_know(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = run(capsys, "studios", "open", "--from", tmp_path, code=74)
    assert "NO_RECORDS" in err or "records.db" in err
