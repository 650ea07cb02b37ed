"""What linked records are called: one question to each table, however many lines a page has."""

from collections import defaultdict

# What the name of a record is made of.
BESIDE = {
    "actors.user": ("person",),
    "actors.appointment": ("person",),
    "actors.invitation": ("person",),
    "agreements.party": ("organization",),
    "agreements.coordinator": ("person",),
    "agreements.representative": ("person",),
    "agreements.attendance": ("organization",),
}


class Names:
    """Names by model and number, asked for together."""

    def __init__(self):
        self._wanted = defaultdict(set)
        self._found = {}

    def want(self, model, pk):
        if pk is not None:
            self._wanted[model].add(pk)

    def load(self):
        for model, pks in sorted(self._wanted.items(), key=lambda each: each[0]._meta.label):
            beside = BESIDE.get(model._meta.label_lower, ())
            rows = model._base_manager.select_related(*beside).in_bulk(pks)
            self._found |= {(model, pk): row for pk, row in rows.items()}
        self._wanted.clear()

    def record(self, model, pk):
        return self._found.get((model, pk))

    def of(self, model, pk):
        """What the record is called today; of one that is gone, its number."""
        record = self._found.get((model, pk))
        return f"#{pk}" if record is None else str(record)
