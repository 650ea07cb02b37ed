"""Forms of the pulse: prepare it, say who is asked, answer it, discuss it."""
