"""What happened before this start: told on the logs page in words, and taken away on a stick."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screens.admin.duty_hand import OFFICER, PINS, come_in
from support.kiosk import SIZES, running
from support.union import Union

from kiosk.health.blackbox import NAME, BlackBox, Entry
from kiosk.health.past import before, how_it_ended, last_run, words_of
from kiosk.packs.volumes import Volume

NOON = datetime(2026, 5, 1, 4, 0, tzinfo=UTC)
EVENTS = ("start", "ready", "stop", "ended", "hung", "safe", "warning", "error", "finding", "day", "unheard-of")


def made(*events: str | tuple[str, dict[str, Any]]) -> tuple[Entry, ...]:
    pairs = [e if isinstance(e, tuple) else (e, {}) for e in events]
    return tuple(Entry(n, NOON, event, facts) for n, (event, facts) in enumerate(pairs, 1))


@pytest.mark.parametrize(
    ("events", "level", "words"),
    [
        (made("start"), "off", "还没有"),
        (made("start", "stop", "start"), "ok", "正常关"),
        (made("start", "error", "start"), "look", "停电"),
        (made("start", ("hung", {"code": -1000}), "safe", "start"), "bad", "卡住"),
        (made("start", ("ended", {"code": -11}), "start"), "bad", "代码 -11"),
        (made("start", "stop", ("ended", {"code": 10}), "start"), "ok", "正常关"),
        (made("hung", "start", "stop", "start"), "ok", "正常关"),
        ((), "off", "还没有"),
    ],
)
def test_how_the_last_run_ended(events: tuple[Entry, ...], level: str, words: str) -> None:
    found, said = how_it_ended(events)
    assert (found, words in said.zh) == (level, True)


facts = st.dictionaries(
    st.sampled_from(["code", "said", "rss", "crashed"]), st.none() | st.integers() | st.text(max_size=9)
)


@given(st.lists(st.tuples(st.sampled_from(EVENTS), facts), max_size=12))
def test_whatever_the_box_holds_can_be_told(events: list[tuple[str, dict[str, Any]]]) -> None:
    entries = made(*events)
    assert how_it_ended(entries)[1].en
    assert all(words_of(entry)[0] in ("ok", "look", "bad") for entry in entries)
    past = before(entries)
    assert past == entries[: len(past)]
    assert last_run(entries) == past[len(past) - len(last_run(entries)) :]


@SIZES
def test_the_page_tells_of_the_last_run_and_the_stick_takes_it_along(
    own_union: Union, tmp_path: Path, size: tuple[int, int]
) -> None:
    box = BlackBox(own_union.data / "health" / NAME)
    for minute, (event, said) in enumerate(
        (
            ("start", {}),
            ("error", {"said": "kiosk.shell: 这里断了"}),
            ("hung", {"code": -1000}),
            ("start", {"crashed": True}),
        )
    ):
        box.note(event, NOON + timedelta(minutes=minute), **said)
    box.close()
    with running(own_union.data, size, **PINS) as k:
        k.app.duty.admin.writer._volumes = lambda: (Volume(tmp_path, "/dev/sdz1", "sdz", removable=True),)
        come_in(k, OFFICER)
        k.hand.touch("status.logs")
        k.hand.touch("desk.tab.before")
        k.hand.wait(lambda: k.shows("上次出了错") and k.shows("上一次卡住了"), "how it ended")
        k.hand.settle(0.05)
        assert [r["title"] for r in k.vm.rows] == ["卡住不动，被看护程序重启", "kiosk.shell: 这里断了", "启动"]
        k.hand.touch("desk.row.box.2")
        k.hand.touch("desk.export")
        k.hand.wait(lambda: k.shows("写好了"), "the file")
    (written,) = tmp_path.glob("kiosk-log-*.txt")
    text = written.read_text("utf-8")
    assert "这里断了" in text
    assert "2026-05-01 04:02:00Z hung code=-1000" in text


def test_a_kiosk_without_a_box_has_nothing_to_tell(own_union: Union) -> None:
    (own_union.data / "health").mkdir(exist_ok=True)
    (own_union.data / "health" / NAME).mkdir()
    with running(own_union.data, **PINS) as k:
        come_in(k, OFFICER)
        k.hand.touch("status.logs")
        k.hand.touch("desk.tab.before")
        k.hand.wait(lambda: k.shows("还没有记下上一次运行"), "nothing")
