"""What a stick or share takes back to the office, and that nothing of it is lost or told twice when the kiosk dies."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli.results import OUTBOX, asked_for, carry
from kiosk.fleet.batch import opened, read
from kiosk.records import Record, open_book
from kiosk.sealing import load_key, make_key
from kiosk.settings import Settings

AT = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> tuple[Settings, bytes, Path]:
    """A kiosk that knows the office, the office's private key, and a stick the office prepared."""
    key = make_key(tmp_path / "office.key", "")
    stick = tmp_path / "stick"
    (stick / OUTBOX).mkdir(parents=True)
    chosen = Settings(tmp_path / "kiosk", site="大厅", office_key=str(key))
    return chosen, load_key(tmp_path / "office.key", ""), stick


def add(chosen: Settings, count: int) -> str:
    with closing(open_book(chosen.data_dir / "records.db")) as book:
        for number in range(count):
            book.append(Record("v", "may/photo", "vote", 1, AT, 1.0, True, {"n": number}))
        return book.device


def collected(stick: Path, device: str, private: bytes) -> list[int]:
    """Sequence numbers that the office finds, in all batches."""
    found = []
    for file in sorted((stick / OUTBOX / device).glob("*")):
        if file.name.startswith(".") or not file.is_file():
            continue
        found += [e.sequence for e in opened(read(file.read_bytes(), file.name), private).entries]
    return found


def test_records_go_along_sealed_and_numbered(office: tuple[Settings, bytes, Path]) -> None:
    chosen, private, stick = office
    device = add(chosen, 40)
    first = carry(stick, chosen, force=True)
    assert (first.error, first.records) == (None, 40)
    assert collected(stick, device, private) == list(range(1, 41))
    again = carry(stick, chosen, force=True)
    assert (again.error, again.records) == (None, 0)
    add(chosen, 2)
    assert carry(stick, chosen, force=True).records == 2
    assert collected(stick, device, private) == list(range(1, 43))
    for file in stick.rglob("*"):
        assert not file.is_file() or b"may/photo" not in file.read_bytes()  # whoever finds the stick reads nothing


def test_a_lost_stick_costs_nothing(office: tuple[Settings, bytes, Path], tmp_path: Path) -> None:
    chosen, private, stick = office
    device = add(chosen, 5)
    carry(stick, chosen, force=True)
    other = tmp_path / "other"
    (other / OUTBOX).mkdir(parents=True)
    assert carry(other, chosen, force=True).files >= 1
    assert collected(other, device, private) == [1, 2, 3, 4, 5]


def test_only_who_is_asked_and_knows_the_office_writes(office: tuple[Settings, bytes, Path], tmp_path: Path) -> None:
    chosen, _, stick = office
    assert asked_for(stick, chosen)
    assert not asked_for(stick, Settings(chosen.data_dir))
    assert not asked_for(tmp_path, chosen)
    assert not asked_for("smb://server/share", chosen)


def test_what_cannot_be_taken_is_said_and_stops_nothing(office: tuple[Settings, bytes, Path]) -> None:
    chosen, _, stick = office
    add(chosen, 1)
    wrong = Settings(
        chosen.data_dir, office_key=chosen.office_key[:-1] + ("a" if chosen.office_key[-1] != "a" else "b")
    )
    error = carry(stick, wrong, force=True).error
    assert error is not None
    assert error.code == "BAD_OFFICE_KEY"
    (stick / OUTBOX).rmdir()
    (stick / OUTBOX).write_bytes(b"a file in the way")
    assert carry(stick, chosen, force=True).error is not None


def test_taking_along_is_no_opening_of_the_book(office: tuple[Settings, bytes, Path]) -> None:
    chosen, _, stick = office
    add(chosen, 1)
    with closing(open_book(chosen.data_dir / "records.db")) as book:
        carry(stick, chosen, force=True)
        book.append(Record("v", "", "visit", 1, AT, 2.0, True, {}))
        assert [e.boot for e in book.entries()] == [1, 2]


NURSERY = """
import os, sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
import kiosk.fleet.outbox, kiosk.fleet.devicekey, kiosk.fleet.health, kiosk.packs.history
from kiosk.cli.results import carry
from kiosk.records import Record, open_book
from kiosk.records.backup import back_up
from kiosk.settings import Settings

data, stick, office = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]

def tell(words):
    os.write(1, (words + "\\n").encode())

def live(n):
    book = open_book(data / "records.db")
    tell("ready")
    while True:
        n += 1
        at = datetime.now(UTC)
        sequence = book.append(Record("v", "may/photo", "vote", 1, at, 1.0, True, {"n": n}, once=f"o{n}"))
        tell(f"{sequence} {n}")
        if n % 5 == 0:
            carry(stick, Settings(data, office_key=office), force=True)
        if n % 7 == 0:
            back_up(data / "records.db")

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        live(int(line))
    tell(f"child {child}")
    os.waitpid(child, 0)
    tell("dead")
"""
ROUNDS = 60


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_killed_at_sixty_instants_nothing_acknowledged_is_lost_and_nothing_is_there_twice(
    office: tuple[Settings, bytes, Path],
) -> None:
    chosen, private, stick = office
    device = add(chosen, 0)
    told = killed_again_and_again([str(chosen.data_dir), str(stick), chosen.office_key])
    assert len(told) > ROUNDS
    with closing(open_book(chosen.data_dir / "records.db")) as book:
        assert book.recovery is None
        kept = {e.sequence: e.payload["n"] for e in book.entries()}
    assert told.items() <= kept.items()
    assert len(set(kept.values())) == len(kept)
    assert carry(stick, chosen, force=True).error is None
    assert sorted(collected(stick, device, private)) == sorted(kept)


def killed_again_and_again(where: list[str]) -> dict[int, int]:
    """Lives of a kiosk, each ended at another instant; what it said was kept, by sequence number."""
    chance, told, last = random.Random(7), {}, 0
    nursery = subprocess.Popen(
        [sys.executable, "-c", NURSERY, *where], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    for _ in range(ROUNDS):
        nursery.stdin.write(f"{last}\n")
        nursery.stdin.flush()
        child, line = 0, ""
        while line != "ready":
            line = nursery.stdout.readline().strip()
            child = int(line.split()[1]) if line.startswith("child") else child
        while not child:
            child = int(nursery.stdout.readline().split()[1])
        time.sleep(chance.random() * 0.15)  # the instant is the point
        os.kill(child, signal.SIGKILL)
        while (line := nursery.stdout.readline().strip()) != "dead":
            sequence, number = map(int, line.split())
            told[sequence] = last = number
        last += 10  # the one that was not told may be there
    nursery.stdin.close()
    assert nursery.wait(10) == 0
    nursery.stdout.close()
    return told
