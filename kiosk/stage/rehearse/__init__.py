"""Going through a lecture before anybody sits there: every step opened, every medium decoded, the time added up.

`checks` looks at what lies on the disk, `media` plays the ends of each medium, `loudness` measures, `sheet` writes the paper.
"""
