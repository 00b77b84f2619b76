"""GUI-thread objects that publish facts: the library, the visit."""
