"""Monitors of an X server, set and taken away through RANDR: two real screens on one Xvfb."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, c_char_p, c_int, c_ulong, c_void_p


class _Monitor(Structure):
    _fields_ = [
        ("name", c_ulong), ("primary", c_int), ("automatic", c_int), ("noutput", c_int),
        ("x", c_int), ("y", c_int), ("width", c_int), ("height", c_int), ("mwidth", c_int), ("mheight", c_int),
        ("outputs", POINTER(c_ulong)),
    ]  # fmt: skip


class _Resources(Structure):
    _fields_ = [
        ("timestamp", c_ulong), ("config", c_ulong), ("ncrtc", c_int), ("crtcs", POINTER(c_ulong)),
        ("noutput", c_int), ("outputs", POINTER(c_ulong)),
    ]  # fmt: skip


class Monitors:
    """A connection of its own to the server."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._randr = ctypes.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XOpenDisplay.argtypes = [c_char_p]
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XDefaultRootWindow.argtypes = [c_void_p]
        self._x.XInternAtom.restype = c_ulong
        self._x.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
        self._x.XSync.argtypes = [c_void_p, c_int]
        self._randr.XRRAllocateMonitor.restype = POINTER(_Monitor)
        self._randr.XRRAllocateMonitor.argtypes = [c_void_p, c_int]
        self._randr.XRRSetMonitor.argtypes = [c_void_p, c_ulong, POINTER(_Monitor)]
        self._randr.XRRDeleteMonitor.argtypes = [c_void_p, c_ulong, c_ulong]
        self._randr.XRRGetScreenResources.restype = POINTER(_Resources)
        self._randr.XRRGetScreenResources.argtypes = [c_void_p, c_ulong]
        self._display = self._x.XOpenDisplay(display.encode())
        assert self._display, display
        self._root = self._x.XDefaultRootWindow(self._display)
        self._output = self._randr.XRRGetScreenResources(self._display, self._root).contents.outputs[0]

    def put(self, name: str, x: int, y: int, width: int, height: int, *, first: bool = False) -> None:
        """Add or change a monitor; the first one takes the server's only output."""
        made = self._randr.XRRAllocateMonitor(self._display, 1 if first else 0)
        m = made.contents
        m.name, m.primary, m.automatic = self._atom(name), int(first), 0
        m.x, m.y, m.width, m.height, m.mwidth, m.mheight = x, y, width, height, width // 4, height // 4
        if first:
            m.outputs[0] = self._output
        self._randr.XRRSetMonitor(self._display, self._root, made)
        self._x.XSync(self._display, 0)

    def take(self, name: str) -> None:
        """Take a monitor away."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(name))
        self._x.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))
