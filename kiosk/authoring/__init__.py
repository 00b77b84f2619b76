"""The officer's side: read a pack source, report every mistake at once, narrate it, build the pack. No Qt."""
