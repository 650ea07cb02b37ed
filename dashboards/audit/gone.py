"""A record that is no longer there, as its last event knows it."""

from collabgov.kit.audit import event_model


def last_known(model, pk):
    """The record as it was when it was deleted, not saved anywhere; None if there was none."""
    last = event_model(model).objects.filter(pgh_obj_id=pk).order_by("pgh_id").last()
    if last is None or last.pgh_label != "delete":
        return None
    held = {field.attname for field in last._meta.local_fields}
    known = [field.attname for field in model._meta.concrete_fields if field.attname in held]
    return model(**{name: getattr(last, name) for name in known})
