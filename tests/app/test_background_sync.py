"""The kiosk keeps itself up to date, through a real child process."""

from __future__ import annotations

import pytest
from support.kiosk import PORTRAIT, running
from support.union import Union

from kiosk.state import library


def test_what_is_published_comes_by_itself(own_union: Union, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "WATCH_MS", 20)
    with running(own_union.data, PORTRAIT, watch=True, sources=(str(own_union.samples.share),)) as k:
        assert "founding" in k.app.library.snapshot.eras
        reports: list[dict[str, object]] = []
        k.app.syncer.reported.connect(reports.append)
        own_union.edit("model-workers/stories/wang-jin-xi/index.md", "era: founding", "era: newera")
        own_union.publish("model-workers")
        k.app.syncer.now()
        k.hand.wait(lambda: reports, "the report")
        assert (reports[0]["changed"], reports[0]["error"]) == (True, None)
        k.hand.wait(lambda: "founding" not in k.app.library.snapshot.eras, "home follows")
