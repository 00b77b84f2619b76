"""One module for each revision. They are never changed once released."""
