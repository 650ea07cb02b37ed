"""Pages of the pulse."""
