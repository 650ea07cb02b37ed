"""The only code that writes the capacity of a collaboration: a module for each noun."""
