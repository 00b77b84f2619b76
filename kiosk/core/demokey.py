"""The office key of the demonstration: anybody can open what is sealed to it, and screens that use it say so."""

from __future__ import annotations

DEMO_SENTENCE = "Pioneer Kiosk demonstration: everybody may open what is sealed to this key."
"""The private key of the demonstration is the SHA-256 of this sentence; there is nothing secret about it."""
DEMO_KEY = "office1-nideb4tt74avkdhetivfwbdzkzpwuia5ffd36bfv2i22dymztjt5dovl"
