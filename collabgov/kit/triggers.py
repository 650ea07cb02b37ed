"""The register of triggers, looked up instead of rebuilt.

pgtrigger compares each new trigger with the names and identifiers of all before it, and makes
both lists anew each time: with a thousand triggers that was half of what a start costs. Here they
are kept. Its two checks (a name twice on a table, an identifier twice) stay its own.
"""

from pgtrigger import registry


class IndexedRegistry(registry._Registry):
    """pgtrigger's register; `by_db_table` and `pg_function_names` are kept, not computed."""

    def __init__(self):
        self._tables = {}
        self._names = {}
        super().__init__()

    @property
    def by_db_table(self):
        return self._tables

    @property
    def pg_function_names(self):
        return self._names

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        model, trigger = value
        self._tables[model._meta.db_table, trigger.name] = trigger
        self._names[trigger.get_pgid(model)] = key

    def __delitem__(self, key):
        model, trigger = self[key]
        super().__delitem__(key)
        del self._tables[model._meta.db_table, trigger.name]
        del self._names[trigger.get_pgid(model)]


def index():
    """Put the kept register in place of pgtrigger's, with what it holds by now."""
    kept = IndexedRegistry()
    for uri, pair in registry._registry.items():
        kept[uri] = pair
    registry._registry = kept
