"""Refusals with a sentence for the person who asked."""


class Refused(Exception):
    """A verb was refused; `str()` says why, in the reader's language."""


class IllegalMove(Refused):
    """The record's state does not allow this move."""


class AlreadySaved(Refused):
    """The same form was saved before with other content; `record` is what it made."""

    def __init__(self, sentence, record):
        super().__init__(sentence)
        self.record = record


class EditConflict(Refused):
    """Somebody else saved the record after this form was opened."""
