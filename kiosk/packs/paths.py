"""Which file names a pack may use: those that mean the same file on every disk the pack may ever be exported to.

On a kiosk a pack's file names are dictionary keys and never become paths, so these rules protect authors, exports and
whoever unpacks a pack on a desk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack

MAX_PATH_BYTES = 240
MAX_DEPTH = 16

_SURROGATE = re.compile("[\ud800-\udfff]")
_FORBIDDEN = re.compile(r'[\\:*?"<>|]')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])", re.IGNORECASE)
# Nearly every path of every pack: nothing in it can break a rule, so none is looked at one by one. Up to MAX_DEPTH parts
# of letters, digits, _ - and dots inside, none reserved.
_PLAIN_PART = r"(?!(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:[./]|$))[\w-]+(?:\.+[\w-]+)*"
_PLAIN = re.compile(rf"{_PLAIN_PART}(?:/{_PLAIN_PART}){{0,{MAX_DEPTH - 1}}}", re.IGNORECASE | re.ASCII)
# Controls, format characters (direction overrides, zero-width), surrogates, line and paragraph separators: never seen,
# often used to make one name look like another.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def fold(path: str) -> str:
    """One spelling for all paths that some file system would take for the same file."""
    if path.isascii():
        return path.lower()
    folded = unicodedata.normalize("NFKC", path).casefold()
    return unicodedata.normalize("NFKC", folded).casefold()


def is_visible(text: str) -> bool:
    """False when the text holds control, format or surrogate characters or line separators."""
    # Printable text is the common case and quick to tell; some spaces are not "printable" but visible enough.
    return text.isprintable() or all(unicodedata.category(c) not in _INVISIBLE for c in text)


def is_plain(untrusted: str) -> bool:
    """True for a path whose characters alone show that it keeps every rule; False says nothing."""
    return len(untrusted) <= MAX_PATH_BYTES and _PLAIN.fullmatch(untrusted) is not None


def check_path(untrusted: str) -> str:
    """The path itself when every rule holds.

    Raises:
        ContentError: `BAD_PACK`, naming the rule and the path.
    """
    if is_plain(untrusted):
        return untrusted
    shown = (
        ascii(untrusted)[1:-1][:120] if _SURROGATE.search(untrusted) or not untrusted.isprintable() else untrusted[:120]
    )
    rule = _broken_rule(untrusted)
    if rule is not None:
        raise bad_pack(rule, shown)
    return untrusted


def check_together(paths: Iterable[str]) -> None:
    """Refuse paths that collide: equal, equal but for case or spelling, or one a folder of the other.

    Args:
        paths: each has passed `check_path`.

    Raises:
        ContentError: `BAD_PACK`.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    seen: set[str] = set()
    for path in paths:
        key = fold(path)
        if key == path:
            key = path  # one text of most names, not two
        if key in files:
            raise bad_pack(Text(f"与 {files[key]} 重名", f"the same name as {files[key]}"), path)
        files[key] = path
        folder = path.rpartition("/")[0]
        while folder and folder not in seen:
            seen.add(folder)
            known = folders.setdefault(fold(folder), folder)
            if known != folder:
                raise bad_pack(Text(f"文件夹与 {known} 重名", f"its folder has the same name as {known}"), path)
            folder = folder.rpartition("/")[0]
    for key in files.keys() & folders.keys():
        raise bad_pack(Text("同一个名字既是文件又是文件夹", "one name is both a file and a folder"), files[key])


def _broken_rule(path: str) -> Text | None:
    if _SURROGATE.search(path):  # before anything that encodes
        return Text("文件名含有无效字符", "the name holds half of a character")
    if not path:
        return Text("文件名为空", "the name is empty")
    if len(path.encode()) > MAX_PATH_BYTES:
        return Text(f"路径超过 {MAX_PATH_BYTES} 字节", f"the path is longer than {MAX_PATH_BYTES} bytes")
    if not is_visible(path):
        return Text("文件名含有看不见的字符", "the name holds an invisible character")
    if bad := _FORBIDDEN.search(path):
        return Text(f"文件名不能含有 {bad.group()}", f"a name cannot hold {bad.group()}")
    if unicodedata.normalize("NFC", path) != path:
        return Text("文件名不是规范的 Unicode（NFC）", "the name is not normalised Unicode (NFC)")
    parts = path.split("/")
    if len(parts) > MAX_DEPTH:
        return Text(f"文件夹超过 {MAX_DEPTH} 层", f"folders are nested deeper than {MAX_DEPTH}")
    for part in parts:
        if part in ("", ".", ".."):
            return Text("路径必须是包内的相对路径", "the path must be relative and stay inside the pack")
        if part[-1] in ". " or part[0] == " ":
            return Text(
                "文件名不能以点或空格结尾，也不能以空格开头",
                "a name cannot end in a dot or space, or begin with a space",
            )
        if _RESERVED.fullmatch(part.split(".")[0].rstrip(" ")):
            return Text(f"{part} 是系统保留的名字", f"{part} is a reserved name")
    return None
