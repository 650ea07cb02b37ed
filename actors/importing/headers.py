"""Which column of a file is which field, guessed from its header in either language."""

import re

WORD = re.compile(r"[^\W_]+")


def bare(text):
    """Letters and figures only: “Nama-Instansi *” and “nama instansi” are one header."""
    return "".join(WORD.findall(text.lower()))


def guess(resource, headers):
    """Return {field name: index of its column}; a header that comes twice counts once."""
    known = {}
    for name, field in resource.fields.items():
        for said in field.headers():
            known.setdefault(bare(said), name)
    found = {}
    for index, header in enumerate(headers):
        name = known.get(bare(header))
        if name and name not in found:
            found[name] = index
    return found


def repeated(headers):
    """Headers that stand over more than one column."""
    seen, twice = set(), []
    for header in headers:
        key = bare(header)
        if key and key in seen and header not in twice:
            twice.append(header)
        seen.add(key)
    return twice


def missing(resource, columns):
    """Headers of the fields that a new record needs and that no column is."""
    fields = resource.fields.items()
    return [str(each.header) for name, each in fields if each.required and name not in columns]


def is_header(resource, headers):
    """Whether the first row names columns, rather than being data already."""
    return bool(guess(resource, headers))
