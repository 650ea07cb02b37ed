"""Pages on duplicates: suggested pairs, two records side by side, merges and undoing them."""
