from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.segment.advice import advise, conversion
from kiosk.kinds.segment.probe import MediaFacts, media_facts

GOOD = MediaFacts(60_000, "h264", 1280, 720, 30.0, "yuv420p", 60, "aac")


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (GOOD, []),
        (replace(GOOD, fps=29.97, pixels="yuvj420p"), []),
        (MediaFacts(60_000, audio="opus"), []),
        (replace(GOOD, video="av1"), ["video-codec"]),
        (replace(GOOD, video="hevc", pixels="yuv420p10le"), ["video-codec", "video-pixels"]),
        (replace(GOOD, pixels="yuv422p"), ["video-pixels"]),
        (replace(GOOD, width=1920, height=1080, fps=50.0), ["video-size", "video-fps"]),
        (replace(GOOD, frames=0), ["media-damaged"]),
    ],
)
def test_advice(facts: MediaFacts, codes: list[str]) -> None:
    advice = advise(facts, "video.mp4")
    assert [a.code for a in advice] == codes
    for one in advice:
        assert one.level == ("error" if one.code == "media-damaged" else "warning")
        assert one.code == "media-damaged" or conversion(facts, "video.mp4") in one.hint.zh


def test_the_command_scales_and_drops_frames_only_when_needed() -> None:
    assert "-vf" not in conversion(replace(GOOD, video="av1"), "a.webm")
    command = conversion(replace(GOOD, width=3840, height=2160, fps=60.0), "a b.mov")
    assert '"scale=1280:720' in command and ',fps=30"' in command
    assert '-i "a b.mov"' in command and command.endswith('"a b.kiosk.mp4"')


def test_a_cover_picture_is_no_video() -> None:
    cover = {"codec_type": "video", "codec_name": "mjpeg", "disposition": {"attached_pic": 1}}
    told = {"streams": [cover, {"codec_type": "audio", "codec_name": "mp3"}], "format": {"duration": "3.2"}}
    assert media_facts(json.dumps(told)) == MediaFacts(3200, audio="mp3")


@given(
    st.text()
    | st.recursive(
        st.none() | st.text() | st.integers() | st.floats(),
        lambda c: (
            st.lists(c)
            | st.dictionaries(
                st.sampled_from(
                    ["streams", "format", "duration", "codec_type", "video", "avg_frame_rate", "disposition"]
                ),
                c,
            )
        ),
    ).map(json.dumps)
)
def test_no_answer_makes_it_raise(untrusted: str) -> None:
    media_facts(untrusted)
