"""The pages of a charter, by what they are about."""
