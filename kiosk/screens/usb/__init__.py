"""A stick is in: the sheet that asks, and the page that shows what is on it and when it may be pulled out."""
