"""The tour: the real app, driven by touch through every screen and state, one picture each. It is the project's eye."""
