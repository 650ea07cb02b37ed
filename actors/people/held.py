"""Asking first when somebody else already holds the post, not only acting for it."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.people.models import Appointment

MOST_HOLDERS = 5
HELD = _(
    "This post is held by somebody already. End that post first, or say below that both hold it."
)


class HeldPostFormMixin:
    """A form with organization, post, days and `is_acting`; put it before the form it completes.

    Others who hold the post in those days come back once as `form.holders`, with a box to tick.
    """

    holders = ()
    own_post = None  # the post that the form corrects, or that its person leaves

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = bool(self.data.get(self.add_prefix("both_hold_it")))
        self.fields["both_hold_it"] = forms.BooleanField(
            label=_("Both hold it"),
            required=False,
            widget=forms.CheckboxInput if asked else forms.HiddenInput,
        )
        self.helper.layout.fields.insert(0, "both_hold_it")

    def full_clean(self):
        super().full_clean()
        if not self.is_bound or self.errors or getattr(self, "is_searching", False):
            return
        if not self.cleaned_data.pop("both_hold_it", False):
            self._ask()

    def _ask(self):
        given = self.cleaned_data
        if given.get("is_acting"):
            return
        rows = Appointment.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=given["starts_on"]),
            organization=given["organization"],
            post__iexact=given["post"].strip(),
            is_acting=False,
            person__is_active=True,
        )
        if given.get("ends_on"):
            rows = rows.filter(starts_on__lte=given["ends_on"])
        if self.own_post is not None:
            rows = rows.exclude(person=self.own_post.person_id)
        self.holders = list(rows.for_list()[:MOST_HOLDERS])
        if self.holders:
            self.fields["both_hold_it"].widget = forms.CheckboxInput()
            self.add_error("both_hold_it", HELD)
