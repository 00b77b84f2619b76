"""The four eras in words."""

from PySide6.QtCore import QCoreApplication


def era_words() -> dict[str, str]:
    """Era key to its name, in the language of the interface, in order of time."""
    tr = QCoreApplication.translate
    return {
        "revolution": tr("Eras", "革命年代"),
        "founding": tr("Eras", "五六十年代"),
        "reform": tr("Eras", "改革年代"),
        "newera": tr("Eras", "新时代"),
    }
