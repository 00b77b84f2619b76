"""Live packs and kinds become items, rooms and a search index. `catalog.db` is derived and can be rebuilt at will."""
