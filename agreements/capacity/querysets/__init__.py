"""Every way the rows of capacity are read."""
