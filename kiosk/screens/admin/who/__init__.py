"""Who may come in: a PIN for each role."""
