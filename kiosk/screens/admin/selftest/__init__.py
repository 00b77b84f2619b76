"""The self-test: touch, sound, formats, picture, disk, second screen."""
