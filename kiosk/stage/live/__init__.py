"""Steps in which the audience takes part: quizzes between teams, shows of hands, riddles, suggestions, signing in, calls and draws.

A module a kind of step decides; their state is a `log` of events in `Run.live`; `views` says what is drawn of it.
"""
