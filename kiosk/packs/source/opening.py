"""From what a person wrote to a source."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.packs.source.base import Source
from kiosk.packs.source.folder import FolderSource
from kiosk.packs.source.timely import TimelySource
from kiosk.settings.sources import SourceError, hidden, is_unc, scheme, source

if TYPE_CHECKING:
    from kiosk.packs.source.remote import Writable

_WHY = {
    "empty": Text("没有写出来源", "no source is given"),
    "relative": Text("要写绝对路径", "the path must be absolute"),
    "scheme": Text("不认识这种地址", "this kind of address is not known"),
    "host": Text("没有写对服务器或共享名", "server or share is missing or not well formed"),
    "password": Text("密码不能写在地址里", "a password must not stand in an address"),
    "characters": Text("有不能用的字符", "it holds characters that cannot be used"),
}
_HINT = Text(
    "可以是文件夹、\\\\服务器\\共享、http://、https://、smb:// 或 s3:// 地址；密码放在环境变量里（KIOSK_SMB_PASSWORD）。",
    "It may be a folder, \\\\server\\share, or an address with http://, https://, smb:// or s3://; passwords go into the"
    " environment (KIOSK_SMB_PASSWORD).",
)


def open_source(spec: str) -> Source:
    """The source that `spec` names; nothing is read yet.

    Args:
        spec: folder (relative ones count from the working directory), UNC path, or an address with `file://`, `http://`,
            `https://`, `smb://`, `s3://`.

    Raises:
        ConfigError: `BAD_SOURCE`, or `MISSING_EXTRA` when what it needs is not installed.
    """
    try:
        place = source(spec, relative=True)
    except (SourceError, RuntimeError) as error:
        raise _bad(spec, str(error)) from error
    if is_unc(place) and os.name != "nt":
        place = "smb:" + place.replace("\\", "/")
    match scheme(place):
        case "":
            return TimelySource(FolderSource(Path(place)))
        case "file":
            return TimelySource(FolderSource(Path(unquote(place.removeprefix("file://")))))
        case "http" | "https":
            from kiosk.packs.source.http import HttpSource  # not loaded for a stick

            return HttpSource(place)
        case "smb":
            with _extra("smb"):
                from kiosk.packs.source.smb import smb_source
            return TimelySource(smb_source(place))
        case "s3":
            with _extra("s3"):
                from kiosk.packs.source.s3 import s3_source
            return TimelySource(s3_source(place))
    raise _bad(spec, "scheme")


def open_files(address: str) -> tuple[Writable, str]:
    """A server's files, to be written to, and the path on it; nothing is asked yet.

    Args:
        address: `smb://` or `s3://`, or a UNC path.

    Raises:
        ConfigError: `BAD_SOURCE`, or `MISSING_EXTRA`.
    """
    try:
        place = source(address)
    except (SourceError, RuntimeError) as error:
        raise _bad(address, str(error)) from error
    if is_unc(place):
        place = "smb:" + place.replace("\\", "/")
    if scheme(place) == "smb":
        with _extra("smb"):
            from kiosk.packs.source.smb import smb_files
        return smb_files(place)
    if scheme(place) == "s3":
        with _extra("s3"):
            from kiosk.packs.source.s3 import s3_files
        return s3_files(place)
    raise _bad(address, "scheme")


@contextmanager
def _extra(name: str) -> Iterator[None]:
    """Says how to install what is optional."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ConfigError(
            "MISSING_EXTRA",
            Text(
                f"{name}:// 来源需要的组件没有安装（{error.name}）。",
                f"What {name}:// sources need is not installed ({error.name}).",
            ),
            Text(f"请安装：pip install 'pioneer-kiosk[{name}]'", f"Install it: pip install 'pioneer-kiosk[{name}]'"),
        ) from error


def _bad(spec: str, code: str) -> ConfigError:
    why, place = _WHY.get(code, _WHY["characters"]), hidden(spec)
    return ConfigError(
        "BAD_SOURCE", Text(f"来源“{place}”不能用：{why.zh}。", f"“{place}” cannot be a source: {why.en}."), _HINT
    )
