"""A lecture on stage: what the audience sees, and the speaker's console.

`run` and `windows` decide, `keeper` remembers, `stage` joins them; QML module `kiosk.stage` shows it.
"""
