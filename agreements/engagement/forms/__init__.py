"""The meeting form: one sheet of four cards, read from flat text and handed to the verbs."""
