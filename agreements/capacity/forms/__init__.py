"""What people fill in about the capacity of a collaboration."""
