"""The sheet of an item: a QR card to take away, what belongs to it, and what comes next in a playlist."""
