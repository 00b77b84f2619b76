"""The wall of people, by era or by trade, and the years of their honours."""
