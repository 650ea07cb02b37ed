"""How a text that somebody types is kept, whatever the record: one rule for all verbs."""


def one_line(text):
    """Without blanks around and doubled within; what is empty is an empty text."""
    return " ".join((text or "").split())


def tidied(fields, *lines, longer=()):
    """`fields` with the texts among them trimmed: `lines` of one line, and `longer` ones."""
    said = {name: one_line(fields[name]) for name in lines if name in fields}
    said |= {name: (fields[name] or "").strip() for name in longer if name in fields}
    return fields | said
