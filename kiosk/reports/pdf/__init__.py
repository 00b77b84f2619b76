"""A small PDF writer: text in subset fonts that can be selected, lines, filled boxes. See `docs/adr/0008`."""
