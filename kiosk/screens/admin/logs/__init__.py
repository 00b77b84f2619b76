"""What happened lately, to be read, filtered and taken away on a stick."""
