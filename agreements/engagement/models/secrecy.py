"""What stays inside with its topic says so wherever it is shown."""

from django.utils.functional import cached_property


class StaysInside:
    """Tells `is_confidential`; a list annotates it for all of its rows (`with_secrecy`)."""

    @cached_property
    def is_confidential(self):
        rows = type(self).objects.filter(pk=self.pk).with_secrecy()
        return bool(rows.values_list("is_confidential", flat=True).first())
