"""What the page of a record says about duplicates of it, and where a merged record's page leads."""

from django.http import Http404
from django.shortcuts import redirect

from actors.duplicates.kinds import Kind
from actors.duplicates.models import NotDuplicate, SuggestedPair
from actors.organizations.models import Organization

MOST_BESIDE = 5


class BesideMixin:
    """The page of an organization or a person: `beside` for those who look after duplicates.

    An old address of a record that was merged leads to the record that it became part of.
    """

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            gone = self.model.everything.select_related("merged_into").filter(pk=kwargs["pk"])
            merged = gone.exclude(merged_into=None).first()
            if merged is None:
                raise
            return redirect(merged.merged_into)

    def get_context_data(self, **kwargs):
        beside = None
        if self.request.user.has_perm("actors.see_duplicates"):
            beside = {"kind": kind_of(self.object), "alike": look_alikes(self.object)}
        return super().get_context_data(beside=beside, **kwargs)


def kind_of(record):
    return Kind.ORGANIZATION if isinstance(record, Organization) else Kind.PERSON


def look_alikes(record):
    """The open pairs that touch a record, the likeliest first, each with the other one."""
    pairs = SuggestedPair.objects.of(kind_of(record), record.pk)
    pairs = pairs.open(type(record).objects, NotDuplicate.objects)[:MOST_BESIDE]
    pairs = {pair.high if pair.low == record.pk else pair.low: pair for pair in pairs}
    if not pairs:
        return []
    for other in type(record).objects.for_list().filter(pk__in=pairs):
        pairs[other.pk].other = other
    return list(pairs.values())
