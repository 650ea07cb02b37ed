"""What the reader of a person's data may see today of the records in it."""

from django.apps import apps

from actors.models import Person, User


class Sight:
    """Rows as `visible_to` has them; without a reader, an operator at the database: all."""

    def __init__(self, reader=None):
        self.reader = reader
        self.sees_all = reader is None or reader.is_admin or reader.is_auditor
        self._known = {}

    def sees(self, row):
        """A former state is seen by whoever sees the record that it is a state of."""
        if self.reader is None:
            return True
        model, pk = getattr(type(row), "pgh_tracked_model", None), row.pk
        if model is not None:
            pk = row.pgh_obj_id
        model = model or type(row)
        if hasattr(model._default_manager, "visible_to"):
            return self.sees_record(model, pk)
        return self.sees_all or self._sees_owner(model, row)

    def sees_record(self, model, pk):
        """Who reads everything also knows of what is gone; others know what is there for them."""
        if self.reader is None:
            return True
        if not hasattr(model._default_manager, "visible_to"):
            return self.sees_all
        return (pk in self._numbers(model)) != self.sees_all

    def sees_named(self, label, number):
        """The record that a line of the event log names in words."""
        try:
            model = apps.get_model(label)
        except (LookupError, ValueError):
            return False
        return number.isdecimal() and self.sees_record(model, int(number))

    def _sees_owner(self, model, row):
        """A row without rules of its own: a part of a record, or of an account."""
        links = [field for field in model._meta.concrete_fields if field.is_relation]
        links = [one for one in links if hasattr(one.related_model._default_manager, "visible_to")]
        links.sort(key=lambda one: issubclass(one.related_model, Person | User))
        for link in links[:1]:
            return self.sees_record(link.related_model, getattr(row, link.attname))
        return False

    def _numbers(self, model):
        """Of a table: what the reader sees, or for who reads all, the few rows they do not."""
        if model not in self._known:
            rows = getattr(model, "everything", model._default_manager)  # merged ones as well
            seen = rows.visible_to(self.reader)
            if self.sees_all:
                rows = model._base_manager.exclude(pk__in=seen.order_by().values("pk"))
            else:
                rows = seen.order_by()
            self._known[model] = frozenset(rows.values_list("pk", flat=True))
        return self._known[model]
