"""How a source of packs is written: a folder, a UNC path, or an address. One rule for settings and command line."""

from __future__ import annotations

from pathlib import Path

ADDRESSES = ("http", "https", "smb", "s3", "file")
SEPARATOR = ";"
"""Between sources in one string. Addresses hold `:` and folders hold commas and spaces; `;` is rare in both."""


class SourceError(ValueError):
    """Not a source; the message is a code: `relative`, `scheme`, `host`, `password`, `characters`, `empty`."""


def scheme(spec: str) -> str:
    """`http` of `http://host/x`, in lower case; empty for a folder."""
    head, found, _ = spec.partition("://")
    return head.lower() if found and head.isascii() and head.replace("+", "").isalnum() else ""


def is_unc(spec: str) -> bool:
    r"""True for `\\server\share`."""
    return spec.startswith("\\\\")


def source(raw: str, *, relative: bool = False) -> str:
    """The source in the form everything else expects: no trailing slash, `~` resolved.

    Args:
        relative: a folder may be relative to the working directory, as on a command line; it is made absolute.

    Raises:
        SourceError: it cannot be a source. A password in an address is refused, because addresses are printed and
            are arguments of processes that everybody can list.
    """
    spec = raw.strip()
    if not spec:
        raise SourceError("empty")
    if any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in spec):
        raise SourceError("characters")
    if scheme(spec):
        return _address(spec)
    if is_unc(spec):
        if len([part for part in spec[2:].split("\\") if part]) < 2:
            raise SourceError("host")
        return spec.rstrip("\\")
    path = Path(spec).expanduser()
    if not path.is_absolute() and not relative:
        raise SourceError("relative")
    return str(path.absolute())


def split(text: str) -> list[str]:
    """The sources of one string."""
    return [part.strip() for part in text.split(SEPARATOR) if part.strip()]


def hidden(text: str) -> str:
    """`text` without the password an address in it may hold, for messages."""
    head, found, rest = text.partition("://")
    place, slash, path = rest.partition("/")
    if not found or "@" not in place:
        return text
    user, _, host = place.rpartition("@")
    return f"{head}://{user.partition(':')[0]}@{host}{slash}{path}"


def _address(spec: str) -> str:
    name = scheme(spec)
    if name not in ADDRESSES:
        raise SourceError("scheme")
    rest = spec[len(name) + 3 :].rstrip("/")
    place = rest.partition("/")[0]
    if name == "file":
        if not rest.startswith("/"):
            raise SourceError("host")
        return f"file://{rest}"
    if any(c in rest for c in ' \\<>"') or (name.startswith("http") and any(c in rest for c in "?#")):
        raise SourceError("characters")
    user, at, host = place.rpartition("@")
    if ":" in user:
        raise SourceError("password")
    if not host or host.startswith(":") or (at and (not user or name.startswith("http"))):
        raise SourceError("host")
    return f"{name}://{rest}"
