"""Media types by file name, the same on every system (`mimetypes` reads the registry)."""

from __future__ import annotations

_TYPES = {
    "json": "application/json",
    "md": "text/markdown",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "srt": "application/x-subrip",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "pdf": "application/pdf",
    "ttf": "font/ttf",
    "otf": "font/otf",
}


def media_type(path: str) -> str:
    """The media type of a pack path."""
    return _TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
