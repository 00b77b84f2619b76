"""Ending: start the program again, start the machine again, switch it off; each asked for once more."""
