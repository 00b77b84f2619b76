"""The designed page for what cannot be shown: made by a newer tool, broken, or gone."""
