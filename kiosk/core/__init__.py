"""What every other package may use: texts, errors, ids, the clock, the kind. Standard library only."""
