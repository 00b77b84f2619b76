"""`kiosk run --lecture PACK/ITEM` with a stick: verified, copied, held; and what is said when that cannot be."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.kiosk import TODAY
from support.stick import Stick, stick_of
from support.union import EXAMPLES, Union

from kiosk.app import App, Options
from kiosk.cli.start import plain
from kiosk.settings import Settings
from kiosk.tour.hand import Hand

UID = "talks/one-hook"
pytestmark = [pytest.mark.usefixtures("impatient"), pytest.mark.qt_log_ignore("No RHI backend")]


@pytest.fixture
def stick(own_union: Union, tmp_path: Path) -> Stick:
    """A stick with a lecture that the kiosk does not have."""
    folder = own_union.samples.content / "talks"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "id: talks\ntitle: {zh: 讲堂, en: Talks}\nversion: 1\nlanguages: [zh, en]\n", "utf-8"
    )
    shutil.copytree(EXAMPLES / "lecture" / "example", folder / "lectures" / "one-hook")
    own_union.publish("talks")
    return stick_of(own_union, tmp_path)


@contextmanager
def asked(
    data: Path, stick: Stick, uid: str = UID, place: Path | None = None, usb: str = "pin"
) -> Iterator[tuple[App, Hand]]:
    """A kiosk that was started for a lecture."""
    options = Options(size=(1920, 1080), watch=False, today=TODAY, lecture=uid, stick=place, media=stick.media)
    app = App(Settings(data, calm=True, usb=usb), options)  # type: ignore[arg-type]
    hand = Hand(app.qt, app.show())
    try:
        yield app, hand
    finally:
        app.close()


def held(app: App, hand: Hand) -> str:
    hand.wait(lambda: "stagehand" in vars(app) and app.stagehand.vm is not None, "the lecture", 30)
    assert app.stagehand.vm is not None
    hand.see("audience")
    return app.stagehand.vm.run.lecture


def says(hand: Hand, words: str) -> None:
    hand.wait(lambda: any(words in text.replace("\n", "") for text in hand.texts()), words, 30)


def test_the_line_is_read_without_click() -> None:
    assert plain(["run", "--lecture", UID, "--stick", "/media/a"]) == {
        "data": None,
        "lecture": UID,
        "stick": Path("/media/a"),
    }


def test_a_stick_that_is_in_is_taken_from(own_union: Union, stick: Stick) -> None:
    stick.put_in()
    with asked(own_union.data, stick) as (app, hand):
        assert held(app, hand) == UID
        assert app.shell.noticeTitle == ""


def test_the_stick_comes_later(own_union: Union, stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.stage.carried.GRACE_MS", 20)
    with asked(own_union.data, stick) as (app, hand):
        says(hand, "插上带着它的U盘")
        stick.put_in()
        assert held(app, hand) == UID


def test_what_is_here_begins_without_a_stick_and_a_folder_with_a_newer_one_replaces_it(
    own_union: Union, stick: Stick
) -> None:
    own_union.sync()
    with asked(own_union.data, stick) as (app, hand):
        assert held(app, hand) == UID
    own_union.edit("talks/lectures/one-hook/index.md", "line: 四个锁孔，一次对上。\n", "line: 新写的一句。\n")
    own_union.publish("talks")
    shutil.rmtree(stick.place)
    shutil.copytree(own_union.samples.share, stick.place)
    (own_union.data / "stage" / "run.json").unlink()
    with asked(own_union.data, stick, place=stick.place) as (app, hand):
        assert held(app, hand) == UID
        assert app.stagehand.vm is not None
        assert app.stagehand.vm.slide(1)["line"] == "新写的一句。"


def test_nobody_is_trusted_for_being_on_a_stick(own_union: Union, stick: Stick, tmp_path: Path) -> None:
    stick.put_in()
    stranger = tmp_path / "fresh"
    stranger.mkdir()
    with asked(stranger, stick) as (app, hand):
        hand.wait(lambda: app.shell.noticeTitle.startswith("这台机器上没有"), "the answer", 30)
        assert "还不信任它" in app.shell.noticeNote
        assert app.stagehand.vm is None


def test_a_lecture_that_the_stick_does_not_carry(own_union: Union, stick: Stick) -> None:
    stick.put_in()
    with asked(own_union.data, stick, "talks/another") as (app, hand):
        says(hand, "没有“talks/another”这一讲")
        assert app.stagehand.vm is None


def test_a_torn_pack_is_not_held(own_union: Union, stick: Stick) -> None:
    stick.put_in()
    for blob in (stick.place / "blobs").rglob("*"):
        if blob.is_file() and not _known(own_union, blob.name):
            blob.write_bytes(b"torn")
    with asked(own_union.data, stick) as (app, hand):
        says(hand, "没有“talks/one-hook”这一讲")
        assert app.stagehand.vm is None
        assert app.carried._why


def _known(union: Union, name: str) -> bool:
    return any((union.data / "store" / "blobs").rglob(name))


def test_where_sticks_are_not_wanted_none_is_looked_at(own_union: Union, stick: Stick) -> None:
    stick.put_in()
    with asked(own_union.data, stick, usb="off") as (app, hand):
        says(hand, "没有“talks/one-hook”这一讲")
        assert app.syncer.task is None
        assert app.stagehand.vm is None
