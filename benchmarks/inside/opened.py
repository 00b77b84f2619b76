"""What is opened: the largest item of each kind."""

from __future__ import annotations

FLOOR = "a bare page"
OPENED = {
    "story": "bench/s00007",
    "segment": "times-pioneer/derrick",
    "quiz": "quizzes/hundred-fifty",
    "riddle": "riddles/lantern-fair",
    "survey": "surveys/satisfaction",
    "lesson": "lessons/safety-four-words",
    "lecture": "lectures/eight-hours",
    "document": "policies/labour-law",
    "studio": "studios/assembly",
    "suggestion": "suggestions/box",
    "vote": "contests/my-work",
    "law of 200,000 characters": "large/law",
    "contest of 200 entries": "large/contest",
}
LARGE = {"large/law": "document", "large/contest": "vote"}
"""Rooms of those whose name is not their kind."""
