"""`kiosk publish` as an office types it: two people, a safe, sticks that come back, and what is said on the way."""

from __future__ import annotations

import json
import os
import select
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.core.text import LANGS

Run = Callable[..., "Said"]


class Said:
    """What a command said and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    for name in [n for n in os.environ if n.startswith("KIOSK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def run(*words: object, code: int = 0) -> Said:
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main(["publish", *map(str, words)])
        said = capsys.readouterr()
        answer = Said(int(done.value.code or 0), said.out, said.err)
        assert answer.code == code, said.out + said.err
        assert "Traceback" not in said.out + said.err
        return answer

    return run


def built(name: str, version: int = 1) -> Path:
    folder = Path("built") / f"{name}-{version}"
    folder.mkdir(parents=True, exist_ok=True)
    head = {"id": name, "version": version, "title": {"zh": "五一", "en": "May Day"}}
    (folder / "pack.json").write_text(json.dumps(head))
    (folder / "a.txt").write_text(f"{name} {version}")
    return folder


WHERE = ("--repo", "share", "--publisher", "wuxi")
WANG = (*WHERE, "--keys", "wang")
LI = (*WHERE, "--keys", "li")
SAFE = (*WANG, "--root-keys", "safe")
THREE = ("--wrote", "王芳@2026-04-20", "--checked", "陈静@2026-04-21", "--approved", "李娜@2026-04-22")


@pytest.fixture
def office(kiosk: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """王芳 and 李娜, two signatures, the root key in a safe with a passphrase of its own."""
    monkeypatch.setenv("KIOSK_PASSPHRASE", "every day of the week")
    monkeypatch.setenv("KIOSK_ROOT_PASSPHRASE", "once in a year")
    kiosk("init", *WHERE, "--keys", "wang", "--root-keys", "safe", "--name", "王芳")
    kiosk("keys", "add", *SAFE, "--name", "李娜", "--to", "li")
    kiosk("keys", "threshold", *SAFE, "--keys", "li", "--require-signoff", "targets", 2)
    return kiosk


def test_two_people_and_three_reviews(office: Run) -> None:
    refused = office("add", *WANG, built("may-day"), code=65)
    assert "three reviews" in refused.err and "--approved" in refused.err
    said = office("add", *WANG, *THREE, built("may-day"), built("safety"))
    assert said.out.count("waits for approval") == 2 and "李娜" in said.out and "kiosk publish approve" in said.out
    (waiting,) = office("proposals", *LI, "--json").json
    assert [c["what"] for c in waiting["changes"]] == ["may-day", "safety"]
    assert "approved: 李娜 2026-04-22" in office("proposals", *LI).out
    assert office("list", *WHERE).out == "Nothing is published yet.\n"
    assert "somebody else" in office("approve", *WANG, "--yes", waiting["id"], code=77).err
    assert "--yes" in office("approve", *LI, waiting["id"], code=78).err
    assert "approved and published" in office("approve", *LI, "--yes", waiting["id"]).out
    listed = office("list", *WHERE, "--json").json
    assert [(p["pack"], [s["name"] for s in p["signoff"]]) for p in listed] == [
        ("may-day", ["王芳", "陈静", "李娜"]), ("safety", ["王芳", "陈静", "李娜"]),
    ]  # fmt: skip
    assert office("proposals", *LI).out == "Nothing waits for approval.\n"
    assert "waits" in office("add", *WANG, *THREE, built("may-day", 2)).out
    (waiting,) = office("proposals", *LI, "--json").json
    assert "rejected" in office("reject", *WHERE, waiting["id"]).out
    assert "There is no proposal" in office("reject", *WHERE, waiting["id"], code=78).err


def test_both_at_one_desk(office: Run) -> None:
    assert "Published may-day" in office("add", *WANG, "--keys", "li", *THREE, built("may-day")).out
    assert "withdrawn" in office("remove", *WANG, "--keys", "li", "may-day").out


def test_a_withdrawal_waits_too(office: Run) -> None:
    office("add", *WANG, "--keys", "li", *THREE, built("may-day"))
    assert "needs 1 more" in office("remove", *WANG, "may-day").out
    assert "remove may-day" in office("proposals", *LI).out


def test_keys_are_listed_replaced_and_revoked(office: Run) -> None:
    listed = office("keys", "list", *LI, "--json").json
    assert [(k["role"], k["name"], k["here"], k["threshold"]) for k in listed if k["role"] != "snapshot"] == [
        ("root", "王芳", False, 1), ("targets", "王芳", False, 2), ("targets", "李娜", True, 2),
        ("timestamp", "王芳", False, 1), ("timestamp", "李娜", True, 1),
    ]  # fmt: skip
    assert "not here" in office("keys", "list", *LI).out
    assert "--root-keys" in office("keys", "rotate", *WANG, "timestamp", code=77).err
    assert "is replaced" in office("keys", "rotate", *SAFE, "timestamp").out
    assert "is replaced" in office("keys", "rotate", *SAFE, "root").out
    assert "keys add" in office("keys", "revoke", *SAFE, "李娜", code=78).err
    assert "needs 1 more" in office("keys", "rotate", *SAFE, "targets").out
    (waiting,) = office("proposals", *LI, "--json").json
    office("approve", *LI, "--yes", waiting["id"])
    office("keys", "threshold", *SAFE, "targets", 1)
    assert "cannot sign any more" in office("keys", "revoke", *SAFE, "李娜").out
    assert "KEY" in office("add", *LI, *THREE, built("may-day"), code=77).err.upper()
    assert "Published" in office("add", *WANG, *THREE, built("may-day")).out


def test_the_wrong_passphrase(office: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_PASSPHRASE", "something else")
    assert "wrong passphrase" in office("add", *WANG, *THREE, built("may-day"), code=77).err
    monkeypatch.delenv("KIOSK_PASSPHRASE")
    assert "KIOSK_PASSPHRASE" in office("add", *WANG, *THREE, built("may-day"), code=77).err


def test_keys_want_a_passphrase(kiosk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = kiosk("init", *WANG, code=78)
    assert "--no-passphrase" in refused.err
    monkeypatch.setenv("KIOSK_PASSPHRASE", "short")
    assert "at least 8" in kiosk("init", *WANG, code=78).err
    assert not Path("share").exists() and not Path("wang").exists()
    monkeypatch.delenv("KIOSK_PASSPHRASE")
    said = kiosk("init", *WANG, "--no-passphrase").out
    assert "demonstration" in said and "Move it" in said and "wuxi.root.1.pem" in said
    Path("away").mkdir()
    Path("wang/wuxi.root.1.pem").rename("away/wuxi.root.1.pem")
    assert "Published" in kiosk("add", *WANG, built("may-day")).out
    assert "withdrawn" in kiosk("remove", *WANG, "may-day").out


def test_a_stick_goes_out_and_comes_back(kiosk: Run) -> None:
    from kiosk.packs.receipt import Fetched, build

    kiosk("init", *WANG, "--no-passphrase")
    kiosk("add", *WANG, built("may-day"), built("safety"))
    Path("stick").mkdir()
    out = kiosk("export", "--repo", "share", "--to", "stick", "--pack", "safety").out
    assert "safety" in out and "may-day" not in out and "read back" in out
    assert out.strip().splitlines()[-1].startswith("Safe to remove")
    assert kiosk("receipts", "--from", "stick").out == "No kiosk has fetched anything yet.\n"
    body = build("hall-3", "一车间", datetime(2026, 5, 1, tzinfo=UTC), [Fetched("wuxi", "safety", 1)])
    Path("stick/outbox/receipts/hall-3.json").write_bytes(body)
    Path("stick/outbox/receipts/bad.json").write_bytes(b"{")
    assert "一车间\thall-3\t2026-05-01 00:00 UTC\twuxi/safety 1" in kiosk("receipts", "--from", "stick").out
    found = kiosk("receipts", "--from", "stick", "--json").json
    assert [r.get("device") for r in found] == [None, "hall-3"] and found[0]["error"]["code"] == "BAD_RECEIPT"
    again = kiosk("export", "--repo", "share", "--to", "stick", "--json").json
    assert {p["pack"] for p in again["packs"]} == {"may-day", "safety"} and len(again["receipts"]) == 2
    assert again["kept_bytes"] > 0 and again["checked_bytes"] > again["copied_bytes"] > 0
    assert kiosk("verify", "--repo", "stick").out.startswith("All is well")
    next(Path("stick/blobs").rglob("*/??/*")).write_bytes(b"x")
    bad = kiosk("verify", "--repo", "stick", code=74).out
    assert "1 faults found" in bad and "blobs/sha256" in bad
    assert "no stick" in kiosk("export", "--repo", "share", "--to", "nowhere", code=74).err


def test_verify_for_machines(kiosk: Run) -> None:
    kiosk("init", *WANG, "--no-passphrase")
    kiosk("add", *WANG, built("may-day"))
    good = kiosk("verify", "--repo", "share", "--json").json
    assert good["good"] is True and good["publishers"][0]["packs"] == {"may-day": 1} and good["blobs"] == 2
    timestamp = Path("share/publishers/wuxi/metadata/timestamp.json")
    timestamp.write_bytes(timestamp.read_bytes().replace(b'"version":2', b'"version":3'))
    bad = kiosk("verify", "--repo", "share", "--json", code=77).json
    assert bad["good"] is False and "UNTRUSTED" in [f["error"]["code"] for f in bad["faults"]]


def test_grants(kiosk: Run) -> None:
    kiosk("init", *WANG, "--no-passphrase")
    kiosk("init", "--repo", "share", "--publisher", "county-a", "--keys", "county", "--no-passphrase")
    root = Path("share/publishers/county-a/metadata/1.root.json")
    said = kiosk("grant", *WANG, "--child-root", root, "--namespace", "county-a", "--until", "2027-12-31").out
    assert "county-a" in said and "fingerprint" in said
    (listed,) = kiosk("grants", *WHERE, "--json").json
    assert (listed["child"], listed["valid_until"], listed["revoked"]) == ("county-a", "2027-12-31", False)
    kiosk("add", *WANG, built("may-day"))
    assert "until 2027-12-31" in kiosk("grants", *WHERE).out
    assert "taken back" in kiosk("revoke", *WANG, "county-a").out
    assert "revoked" in kiosk("grants", *WHERE).out


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_is_in_the_readers_language(kiosk: Run, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.setenv("KIOSK_LANG", lang)
    Path("stick").mkdir()
    said = "".join(
        kiosk(*words).out
        for words in (
            ("init", *WANG, "--no-passphrase", "--name", "Wang"),
            ("add", *WANG, built("may-day")),
            ("add", *WANG, built("may-day")),
            ("list", *WHERE),
            ("keys", "list", *WANG),
            ("keys", "rotate", *WANG, "--no-passphrase", "timestamp"),
            ("keys", "add", *WANG, "--no-passphrase", "--name", "Li", "--to", "li"),
            ("proposals", *WANG),
            ("verify", "--repo", "share"),
            ("export", "--repo", "share", "--to", "stick"),
            ("receipts", "--from", "stick"),
            ("grants", *WHERE),
            ("remove", *WANG, "may-day"),
        )
    )
    chinese = [line for line in said.splitlines() if any("一" <= c <= "鿿" for c in line)]
    assert len(chinese) == (0 if lang == "en" else len(said.splitlines()))


def test_a_bad_date(kiosk: Run) -> None:
    kiosk("init", *WANG, "--no-passphrase")
    assert "is not a date" in kiosk("add", *WANG, "--wrote", "王芳@yesterday", built("may-day"), code=78).err


class Terminal:
    """A person at a terminal: waits for words, then types."""

    def __init__(self, *words: object) -> None:
        import pty

        self.child, self.handle = pty.fork()
        if self.child == 0:
            env = {k: v for k, v in os.environ.items() if not k.startswith("KIOSK_")} | {"KIOSK_LANG": "en"}
            os.execve(sys.executable, [sys.executable, "-m", "kiosk", "publish", *map(str, words)], env)
        self.seen = ""

    def read(self, wanted: str) -> None:
        until = time.monotonic() + 30
        while wanted not in self.seen:
            assert time.monotonic() < until, self.seen
            if select.select([self.handle], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.handle, 4096).decode()
                except OSError:  # the other end is closed
                    break
        assert wanted in self.seen, self.seen

    def type(self, after: str, words: str) -> None:
        self.read(after)
        self.seen = self.seen.split(after, 1)[1]
        os.write(self.handle, f"{words}\n".encode())

    def end(self) -> int:
        code = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        os.close(self.handle)
        return code


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_passphrases_are_asked_for_twice_and_never_shown(
    kiosk: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    init = Terminal("init", *WANG)
    init.type("New passphrase for wang", "every day of the week")
    init.type("Once more", "every day of the weak")
    init.type("New passphrase for wang", "every day of the week")
    init.type("Once more", "every day of the week")
    init.read("Fingerprint of wuxi")
    assert "every day" not in init.seen
    assert init.end() == 0
    assert all(b"ENCRYPTED" in p.read_bytes() for p in Path("wang").glob("*.pem"))
    add = Terminal("add", *WANG, built("may-day"))
    add.type("Passphrase for wang", "wrong")
    add.type("Passphrase for wang", "every day of the week")
    add.read("Published may-day version 1")
    assert add.end() == 0
