"""Steps in which the audience takes part. Their logic lives here, a module a kind of step; their state is `Run.live`.

The rest of the stage knows of them two things: `Live(step id, state)` is the event that keeps their state, and
`slides.show` gives a step of theirs the design `ask`, which `AskSlide.qml` shows.
"""
