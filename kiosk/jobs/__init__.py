"""Background work: two serial lanes, results as Ok or Err on the GUI thread."""

from kiosk.jobs.lanes import Err, Lanes, Ok, Result, tell

__all__ = ["Err", "Lanes", "Ok", "Result", "tell"]
