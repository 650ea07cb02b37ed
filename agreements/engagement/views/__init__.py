"""The pages of principled engagement: the meeting form, the meetings, the decisions."""
