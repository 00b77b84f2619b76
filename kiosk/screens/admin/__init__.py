"""The administrator's pages: one folder a page, what they share in `parts`."""
