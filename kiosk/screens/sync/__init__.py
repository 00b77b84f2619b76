"""What is live, where it came from, and what went wrong on the way: for the administrator."""
