"""Indicators seen: each in a small picture, one in a large one, regions beside each other."""
