from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.segment.captions import Cue, cue_at, decode_captions, parse_captions

CUES = (Cue(1000, 2500, "第一句"), Cue(3000, 4000, "第二句"))

VTT = """WEBVTT - 说明
X-TIMESTAMP-MAP=LOCAL:0

NOTE 不显示

STYLE
::cue { color: red }

1
00:01.000 --> 00:02.500 align:start line:90%
<v 讲述>第一句</v>

00:00:03.000 --> 00:00:04.000
<b>第二句</b>
"""
SRT = "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}第一句\n\n2\n00:00:03,000 --> 00:00:04,000\n第二句\n"


@pytest.mark.parametrize(
    "text",
    [
        VTT,
        SRT,
        VTT.replace("\n", "\r\n"),
        SRT.replace("\n", "\r"),
        "\ufeff" + SRT,
        SRT.replace("\n\n2\n", "\n2\n"),
        "\n\n\n" + SRT,
    ],
    ids=["vtt", "srt", "crlf", "cr", "bom", "no empty line between cues", "empty lines first"],
)
def test_the_same_two_cues_in_every_dress(text: str) -> None:
    assert parse_captions(text) == (CUES, ())


@pytest.mark.parametrize(
    ("text", "code", "line", "fatal"),
    [
        ("WEBVTT\n\n00:xx --> 00:02.000\n字", "bad-times", 3, True),
        ("1\n00:00:05,000 --> 00:00:05,000\n字", "times-reversed", 2, True),
        ("1\n00:00:01,000 --> 00:00:02,000\n<i></i>", "empty-caption", 2, False),
        (SRT + "\n没有时间的字\n", "text-without-time", 9, True),
        ("一行\n两行\n00:01.000 --> 00:02.000\n字", "text-without-time", 1, True),
    ],
)
def test_problems_have_a_line(text: str, code: str, line: int, fatal: bool) -> None:
    _, problems = parse_captions(text)
    assert [(p.code, p.line, p.fatal) for p in problems] == [(code, line, fatal)]
    assert problems[0].message.zh and problems[0].hint.en


def test_entities_and_line_breaks_are_kept() -> None:
    cues, problems = parse_captions("WEBVTT\n\n00:01.5 --> 01:00:02,25\nA &amp; B&nbsp;&lt;5\n第二行\n")
    assert (cues, problems) == ((Cue(1500, 3_602_250, "A & B <5\n第二行"),), ())


def test_unsorted_and_overlapping_cues_are_sorted() -> None:
    cues, _ = parse_captions("00:05.000 --> 00:06.000\nc\n\n00:00.000 --> 00:09.000\na\n\n00:02.000 --> 00:03.000\nb")
    assert [c.text for c in cues] == ["a", "b", "c"]
    shown = [cue_at(cues, ms) for ms in (0, 2500, 4000, 5500, 9000)]
    assert [c.text if c else None for c in shown] == ["a", "b", "a", "c", None]


@pytest.mark.parametrize(
    ("ms", "text"), [(0, None), (999, None), (1000, "第一句"), (2499, "第一句"), (2500, None), (3000, "第二句")]
)
def test_a_cue_is_on_from_its_start_until_before_its_end(ms: int, text: str | None) -> None:
    cue = cue_at(CUES, ms)
    assert (cue.text if cue else None) == text


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16")]
)
def test_encodings(encoding: str, said: str) -> None:
    assert decode_captions(VTT.encode(encoding)) == (VTT, said)


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["1", "", "字", "WEBVTT", "NOTE", "00:01.0 --> 00:02.0", "-->", "٣", "\r"])).map(
            "\n".join
        ),
    )
)
def test_no_text_makes_it_raise(untrusted: str) -> None:
    cues, problems = parse_captions(untrusted)
    assert list(cues) == sorted(cues, key=lambda c: (c.start_ms, c.end_ms))
    assert all(c.start_ms < c.end_ms and c.text for c in cues)
    lines = untrusted.count("\n") + untrusted.count("\r") + 1
    assert all(1 <= p.line <= lines for p in problems)


@given(st.binary())
def test_no_bytes_make_decoding_raise(untrusted: bytes) -> None:
    parse_captions(decode_captions(untrusted)[0])


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 5)), max_size=8), st.integers(-5, 70))
def test_the_lookup_agrees_with_a_plain_scan(spans: list[tuple[int, int]], ms: int) -> None:
    cues = tuple(sorted((Cue(s, s + n, "字") for s, n in spans), key=lambda c: (c.start_ms, c.end_ms)))
    on = [c for c in cues if c.start_ms <= ms < c.end_ms]
    assert cue_at(cues, ms) == (on[-1] if on else None)
