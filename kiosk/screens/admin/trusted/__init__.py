"""Whose packs this kiosk shows: fingerprints to be compared, grants, removal."""
