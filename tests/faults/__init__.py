"""Kill, race, starve: real processes only."""
