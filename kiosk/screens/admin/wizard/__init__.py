"""The first set-up: one question a page, every one with a way back."""
