"""Refusals with a sentence for the person who asked."""


class Refused(Exception):
    """A verb was refused; `str()` says why, in the reader's language."""


class IllegalMove(Refused):
    """The record's state does not allow this move."""


class EditConflict(Refused):
    """Somebody else saved the record after this form was opened."""
