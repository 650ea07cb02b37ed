"""Forms of shared goals."""
