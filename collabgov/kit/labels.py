"""What a column is called, in the reader's language."""

from django.utils.text import capfirst


def is_named(field):
    """Whether somebody gave the column a name; Django makes one up of its code otherwise."""
    return field._verbose_name is not None


def field_label(field):
    """The label of a field; a link without one is called like what it leads to."""
    if is_named(field) or field.related_model is None:
        return capfirst(str(field.verbose_name))
    return capfirst(str(field.related_model._meta.verbose_name))
