"""What the keys of a keyboard and of a clicker mean on stage. Pure, but for Qt's names of keys."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt

Command: TypeAlias = Literal[
    "next", "back", "first", "last", "black", "white", "start", "escape", "hold", "undo", "larger", "smaller",
    "pointer", "pen", "marker", "zoom", "play", "list", "swap",
]  # fmt: skip

_K = Qt.Key
COMMANDS: dict[Qt.Key, Command] = {
    _K.Key_PageDown: "next", _K.Key_Right: "next", _K.Key_Down: "next", _K.Key_Space: "next", _K.Key_Return: "next",
    _K.Key_Enter: "next", _K.Key_N: "next", _K.Key_PageUp: "back", _K.Key_Left: "back", _K.Key_Up: "back",
    _K.Key_Backspace: "back", _K.Key_Home: "first", _K.Key_End: "last", _K.Key_B: "black", _K.Key_Period: "black",
    _K.Key_W: "white", _K.Key_Comma: "white", _K.Key_F5: "start", _K.Key_Escape: "escape", _K.Key_F: "hold",
    _K.Key_Z: "undo", _K.Key_Plus: "larger", _K.Key_Equal: "larger", _K.Key_Minus: "smaller", _K.Key_P: "pen",
    _K.Key_M: "marker", _K.Key_L: "pointer", _K.Key_R: "zoom", _K.Key_K: "play", _K.Key_G: "list", _K.Key_S: "swap",
}  # fmt: skip


def command(key: int) -> Command | None:
    """What a key asks for; None when it means nothing here."""
    try:
        return COMMANDS.get(Qt.Key(key))
    except ValueError:
        return None
