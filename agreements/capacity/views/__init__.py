"""The pages of the capacity for joint action."""
