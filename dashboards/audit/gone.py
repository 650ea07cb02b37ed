"""A record that is no longer there, as its last event knows it."""

from django.http import Http404

from collabgov.kit.audit import event_model
from dashboards.audit.reading import reads_all


class GoneToo:
    """A page that shows who reads everything also a record that was deleted; `is_gone` says so."""

    is_gone = False

    def get_object(self, queryset=None):
        try:
            return super().get_object(queryset)
        except Http404:
            gone = self.model and last_known(self.model, self.kwargs["pk"])
            if gone is None or not reads_all(self.request.user):
                raise
            self.is_gone = True
            return gone


def last_known(model, pk):
    """The record as it was when it was deleted, not saved anywhere; None if there was none."""
    last = event_model(model).objects.filter(pgh_obj_id=pk).order_by("pgh_id").last()
    if last is None or last.pgh_label != "delete":
        return None
    held = {field.attname for field in last._meta.local_fields}
    known = [field.attname for field in model._meta.concrete_fields if field.attname in held]
    return model(**{name: getattr(last, name) for name in known})
