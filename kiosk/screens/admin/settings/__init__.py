"""Every setting with its meaning, its limits and who says its value; changed by touch, taken back by touch."""
