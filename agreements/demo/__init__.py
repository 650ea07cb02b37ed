"""Two invented-and-dated scenarios (framework.md §10): plain data, and one builder per noun."""
