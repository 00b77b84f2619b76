"""Application screens, one folder each. They never import each other."""
