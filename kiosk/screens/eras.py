"""The four eras in words."""

from PySide6.QtCore import QCoreApplication


def era_words() -> dict[str, str]:
    """Era key to its name, in the language of the interface, in order of time."""
    return {
        "revolution": QCoreApplication.translate("Eras", "革命年代"),
        "founding": QCoreApplication.translate("Eras", "五六十年代"),
        "reform": QCoreApplication.translate("Eras", "改革年代"),
        "newera": QCoreApplication.translate("Eras", "新时代"),
    }
