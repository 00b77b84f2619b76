"""The page of a playlist: its items in order, and going through them."""
