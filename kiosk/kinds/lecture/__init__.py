"""Lectures (劳模讲堂): a run order of slides, films, questions and polls that a speaker holds in front of a room."""
